"""Semua naskah sah satu kantor yang berangka; yang digantikan naskah sah lain tidak ikut."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten, PerangkatDaerah
from core.daerah import Perangkat
from documents.models import SAH, Pengesahan, naskah_models
from documents.printing import verification_url
from idm.naskah.penetapan.isi import IsiPenetapan
from idm.naskah.penetapan_indeks.isi import IsiPenetapanIndeks
from kinerja.naskah.evaluasi.isi import IsiE81, IsiEvaluasi
from kinerja.naskah.indikator.isi import IsiCapaian, IsiDefinisi
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.naskah.perjanjian.isi import IsiPerjanjian
from kinerja.naskah.rencana_aksi.isi import IsiRencanaAksi
from kinerja.terbuka.isi import BarisTerbuka, IsiTerbuka, NaskahTerbuka
from kinerja.terbuka.reports import desa, indikator, rencana

Pembaca = Callable[[Any], Iterator[BarisTerbuka]]
# bentuk isi beku → pembaca angkanya; naskah lain tidak memuat angka kinerja
PEMBACA: Mapping[type, Pembaca] = MappingProxyType(
    {
        IsiLkjip: indikator.lkjip,
        IsiCapaian: indikator.capaian,
        IsiDefinisi: indikator.definisi,
        IsiPerjanjian: indikator.perjanjian,
        IsiRencanaAksi: rencana.rencana_aksi,
        IsiEvaluasi: rencana.evaluasi,
        IsiE81: rencana.evaluasi,
        IsiPenetapan: desa.penetapan,
        IsiPenetapanIndeks: desa.penetapan_indeks,
    }
)


def kantor_terbuka() -> Any:
    """Daerah yang dinas PMD-nya membuka angkanya."""
    dinas = PerangkatDaerah.objects.filter(jenis=Perangkat.DINAS_PMD, is_angka_terbuka=True)
    return Kabupaten.objects.filter(pk__in=dinas.values("kabupaten"))


def tahun_terbuka(kabupaten: Kabupaten) -> list[int]:
    """Tahun yang bernaskah sah, yang terakhir lebih dahulu."""
    tahun: set[int] = set()
    for model in naskah_models():
        sah = model._default_manager.filter(SAH, kabupaten=kabupaten)
        tahun |= set(sah.values_list("tahun", flat=True))
    return sorted(tahun, reverse=True)


def angka_terbuka(kabupaten: Kabupaten, tahun: int) -> IsiTerbuka:
    """Angka naskah sah tahun itu, urut tanggal tanda tangannya; satu kueri tiap jenis naskah.

    Yang bertanda peragaan hanya disebut banyaknya.
    """
    semua: list[Any] = []
    for model in naskah_models():
        semua += _berlaku(model, kabupaten, tahun)
    semua.sort(key=_urutan)
    terbaca = []
    peragaan = 0
    for naskah in semua:
        jenis = naskah.jenis_naskah
        if jenis.isi in PEMBACA:
            isi = jenis.restore(naskah.snapshot.content)
            if isi.is_peragaan:
                peragaan += 1
                continue
            baris = PEMBACA[jenis.isi](isi)
            terbaca.append(_naskah(naskah, isi.judul, tuple(baris)))
    return IsiTerbuka(
        kode=kabupaten.kode,
        kantor=str(kabupaten),
        tahun=tahun,
        naskah=tuple(terbaca),
        peragaan=peragaan,
    )


def _urutan(naskah: Any) -> tuple[Any, int]:
    return naskah.signed_at, naskah.pengesahan_id


def _berlaku(model: Any, kabupaten: Kabupaten, tahun: int) -> Any:
    """Yang sah dan tidak digantikan yang sah."""
    sah = model._default_manager.filter(SAH, kabupaten=kabupaten)
    setahun = sah.filter(tahun=tahun).select_related("snapshot", "pengesahan")
    kolom = {field.name for field in model._meta.concrete_fields}
    if "menggantikan" not in kolom:
        return setahun
    pengganti = sah.exclude(menggantikan=None)
    return setahun.exclude(pk__in=pengganti.values("menggantikan"))


def _naskah(naskah: Any, judul: str, baris: tuple[BarisTerbuka, ...]) -> NaskahTerbuka:
    """Berjudul sebagaimana tercetak: judul pengesahan perjanjian memuat nama pihaknya."""
    pengesahan: Pengesahan = naskah.pengesahan
    return NaskahTerbuka(
        judul=judul,
        nomor=pengesahan.nomor,
        tanggal=pengesahan.tanggal,
        kode=pengesahan.kode,
        alamat=verification_url(pengesahan.kode),
        sha256=naskah.snapshot.sha256,
        baris=baris,
    )
