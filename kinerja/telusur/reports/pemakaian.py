"""Tempat satu angka dipakai: naskah dengan keadaannya, dan angkanya saat ditandatangani."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from django.db.models import Q

from core.angka import format_angka
from core.display import KOSONG
from documents.models import Naskah
from documents.snapshot import Unreadable
from documents.workflow import Status
from kinerja.aturan.teks import rujukan
from kinerja.definisi.actions import naskah_of
from kinerja.models import BagianLkjip, Indikator, Lkjip
from kinerja.tahun.rujukan import is_tentang
from kinerja.tahun.ukuran import Ukuran

PERSEN = 2  # desimal capaian
DIBANDINGKAN = ("target", "realisasi", "capaian", "predikat")


@dataclass(frozen=True)
class NilaiBeku:
    """Satu angka pada isi beku di samping angkanya kini."""

    nama: str
    tertulis: str
    kini: str

    @property
    def is_sama(self) -> bool:
        return self.tertulis == self.kini


@dataclass(frozen=True)
class Pemakaian:
    """Satu naskah yang mencetak angkanya; `nilai` kosong selama masih draf."""

    naskah: Naskah
    nilai: tuple[NilaiBeku, ...] = ()
    masalah: str = ""

    @property
    def berubah(self) -> list[NilaiBeku]:
        """Angka yang kini lain daripada yang dibekukan."""
        return [satu for satu in self.nilai if not satu.is_sama]


def pemakaian(ukuran: Ukuran) -> tuple[Pemakaian, ...]:
    """Naskah tahun itu, dan LKjIP sesudahnya pada periode yang sama; urut tahunnya."""
    akhir = ukuran.indikator.sasaran.periode.tahun_akhir
    hasil = []
    for rows in naskah_of(ukuran.indikator):
        setahun = Q(tahun=ukuran.tahun)
        if rows.model is Lkjip:
            setahun = Q(tahun__gte=ukuran.tahun, tahun__lte=akhir)
        semua = rows.filter(setahun).select_related("kabupaten", "pengesahan", "snapshot")
        for naskah in semua.order_by("tahun", "pk"):
            hasil.append(_pemakaian(naskah, ukuran))
    return tuple(hasil)


def _pemakaian(naskah: Naskah, ukuran: Ukuran) -> Pemakaian:
    snapshot = naskah.snapshot
    is_beku = naskah.status != Status.DRAFT and naskah.tahun == ukuran.tahun
    if snapshot is None or not is_beku:
        return Pemakaian(naskah)
    try:
        isi = naskah.jenis_naskah.restore(snapshot.content)
    except Unreadable as error:
        return Pemakaian(naskah, masalah=str(error))
    return Pemakaian(naskah, _nilai(isi, ukuran))


def _nilai(isi: Any, ukuran: Ukuran) -> tuple[NilaiBeku, ...]:
    """Yang tertulis tentang indikator itu, tiap hal sekali, menurut baris pertamanya."""
    tertulis: dict[str, str] = {}
    for baris in _baris(isi, ukuran.indikator.nama):
        for nama in DIBANDINGKAN:
            if hasattr(baris, nama):
                nilai = getattr(baris, nama)
                tulisan = _tulisan(nilai, ukuran.indikator.desimal)
                tertulis.setdefault(nama, tulisan)
    kini = _kini(ukuran)
    hasil = []
    for nama, tulisan in tertulis.items():
        satu = NilaiBeku(nama, tulisan, kini[nama])
        hasil.append(satu)
    return tuple(hasil)


def _baris(isi: Any, nama: str) -> Iterator[Any]:
    """Bagian isi beku yang menyebut indikator itu dengan angka setahunnya."""
    if is_dataclass(isi):
        disebut = getattr(isi, "nama", None)
        if disebut == nama and _is_setahun(isi):
            yield isi
    for satu in _di_dalam(isi):
        yield from _baris(satu, nama)


def _di_dalam(isi: Any) -> Iterator[Any]:
    """Isi satu wadah, menurut urutannya; angka dan tulisan tidak berisi."""
    if isinstance(isi, tuple | list):
        yield from isi
    elif isinstance(isi, dict):
        yield from isi.values()
    elif is_dataclass(isi):
        for field in fields(isi):
            yield getattr(isi, field.name)


def _is_setahun(isi: Any) -> bool:
    """Targetnya satu besaran, bukan deret tahun."""
    target = getattr(isi, "target", None)
    return hasattr(target, "cetak")


def _tulisan(nilai: Any, desimal: int) -> str:
    """Besaran, persen atau predikat sebagai tulisan."""
    cetak = getattr(nilai, "cetak", nilai)
    if cetak is None or cetak == "":
        return KOSONG
    if isinstance(cetak, str):
        return cetak
    if hasattr(nilai, "cetak"):
        return format_angka(cetak, desimal)
    return format_angka(cetak, PERSEN)


def _kini(ukuran: Ukuran) -> dict[str, str]:
    """Angka yang sama menurut data kini."""
    desimal = ukuran.indikator.desimal
    besaran = {"target": ukuran.target_cetak, "realisasi": ukuran.realisasi_cetak}
    hasil = {}
    for nama, cetak in besaran.items():
        hasil[nama] = KOSONG
        if isinstance(cetak, str):
            hasil[nama] = cetak
        elif cetak is not None:
            hasil[nama] = format_angka(cetak, desimal)
    persen = ukuran.capaian.persen
    hasil["capaian"] = KOSONG
    if persen is not None:
        hasil["capaian"] = format_angka(persen, PERSEN)
    hasil["predikat"] = ukuran.predikat or KOSONG
    return hasil


def menyebut(indikator: Indikator, tahun: int) -> tuple[BagianLkjip, ...]:
    """Bagian LKjIP tahun itu yang merujuk angkanya."""
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten_id
    rows = BagianLkjip.objects.filter(lkjip__kabupaten=kabupaten, lkjip__tahun=tahun)
    hasil = []
    for bagian in rows.select_related("lkjip__kabupaten"):
        semua = rujukan(bagian.isi)
        is_dirujuk = any(is_tentang(kunci, indikator) for kunci in semua)
        if is_dirujuk:
            hasil.append(bagian)
    return tuple(hasil)
