"""Isi kantor baru: acuan bersama, wilayah dan IDM terbitan daerahnya, dimuat sebagai tugas."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from string import ascii_uppercase
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from core.daerah import UMUM, SebutanWilayah
from documents.actions import kabar
from documents.actions.tugas import start
from documents.impor import Kesalahan
from documents.impor.penerima import Lapor, tanpa_kabar
from documents.models import Tugas
from documents.tugas import Fase, HasilTugas, JenisTugas, Kemajuan
from dpmd import sources
from dpmd.actions.fixtures import load_acuan
from dpmd.sources import WilayahNasional
from idm.actions.nasional import Laporan, import_nasional
from villages.kode import DESA, jenis
from villages.models import Desa, Kecamatan

Catatan = tuple[str, ...]
SemuaWilayah = list[WilayahNasional]
LOAD_DAERAH = "muat_daerah"
Terbitan = dict[str, str]  # satu baris IDM terbitan
SemuaTerbitan = Sequence[Terbitan]
PANJANG_KECAMATAN = len("16.07.01")


@dataclass(frozen=True)
class IsiDaerah:
    """Baris satu daerah pada daftar senegara."""

    kecamatan: SemuaWilayah
    desa: SemuaWilayah
    idm: list[Terbitan]

    @property
    def banyak(self) -> int:
        return len(self.kecamatan) + len(self.desa) + len(self.idm)


@dataclass(frozen=True)
class DaerahTermuat:
    """Yang dimuat; `catatan` tentang baris IDM terbitannya."""

    kecamatan: int
    desa: int
    kelurahan: int
    idm: int
    catatan: Catatan
    sebutan: SebutanWilayah = UMUM

    def __str__(self) -> str:
        kecamatan = f"{self.kecamatan} {self.sebutan.kecamatan}"
        desa = f"{self.desa} {self.sebutan.desa}"
        idm = f"IDM {sources.TAHUN_IDM} {self.idm} {self.sebutan.desa}"
        return f"{kecamatan}, {desa}, {self.kelurahan} kelurahan, {idm}."


def read_daerah(kode: str) -> IsiDaerah:
    """Semua baris daerah itu; provinsi tidak memilikinya."""
    wilayah = sources.wilayah(kode)
    kecamatan: SemuaWilayah = []
    desa: SemuaWilayah = []
    for satu in wilayah:
        sejenis = kecamatan if len(satu.kode) == PANJANG_KECAMATAN else desa
        sejenis.append(satu)
    return IsiDaerah(kecamatan, desa, sources.idm(kode))


def load_daerah(
    *,
    kabupaten: Kabupaten,
    isi: IsiDaerah,
    by: Any,
    lapor: Lapor = tanpa_kabar,
) -> DaerahTermuat:
    """Muat seluruhnya atau tidak sama sekali, sesudah acuan bersamanya.

    `Refused` bila wilayahnya sudah ada.
    """
    with audit.locked(kabupaten.kode):
        if Kecamatan.objects.filter(kabupaten=kabupaten).exists():
            raise Refused(f"Wilayah {kabupaten} sudah dimuat.")
        desa = _wilayah(kabupaten, isi, by)
        lapor(isi.banyak - len(isi.idm), isi.banyak)
        banyak_idm, catatan = _idm(isi.idm, by)
    banyak_desa = sum(satu.jenis == DESA for satu in desa)
    return DaerahTermuat(
        kecamatan=len(isi.kecamatan),
        desa=banyak_desa,
        kelurahan=len(desa) - banyak_desa,
        idm=banyak_idm,
        catatan=catatan,
        sebutan=kabupaten.wilayah,
    )


def request_daerah(*, kabupaten: Kabupaten, by: Any) -> Tugas:
    """Antrekan pemuatannya atas nama admin pertamanya."""
    return start(
        jenis=LOAD_DAERAH,
        judul=f"Muat wilayah dan IDM {kabupaten}",
        hak="villages.add_kecamatan",
        sidik=kabupaten.kode,
        subjek=kabupaten,
        by=by,
    )


def _prepare(tugas: Tugas, kemajuan: Kemajuan) -> IsiDaerah:
    """Acuan bersama dimuat di sini: bukan milik kantornya, dan sekali saja walau diulang."""
    load_acuan(by=tugas.diminta_by, lapor=kemajuan.lapor)
    kemajuan.lanjut()
    return read_daerah(tugas.kabupaten.kode)


def _apply(tugas: Tugas, isi: IsiDaerah) -> HasilTugas:
    """Catatan tentang terbitannya ikut terbaca pada hasilnya."""
    lapor = partial(kabar.write, tugas.klaim)
    termuat = load_daerah(
        kabupaten=tugas.kabupaten,
        isi=isi,
        by=tugas.diminta_by,
        lapor=lapor,
    )
    ringkasan = " ".join([str(termuat), *termuat.catatan])
    return HasilTugas(ringkasan=ringkasan)


JENIS_LOAD = JenisTugas(
    fase=(Fase("Memuat acuan bersama", "berkas"), Fase("Membaca daftar senegara")),
    prepare=_prepare,
    apply=_apply,
    penyimpanan=Fase("Memuat wilayah dan IDM", "baris"),
)


def _wilayah(kabupaten: Kabupaten, isi: IsiDaerah, by: Any) -> list[Desa]:
    """Kecamatan, lalu desa dan kelurahannya, menurut daftar kode wilayah."""
    edisi = sources.EDISI_WILAYAH
    note = f"Daftar kode wilayah edisi {edisi:%d-%m-%Y}."
    kecamatan = [
        Kecamatan(kabupaten=kabupaten, kode=satu.kode, nama=satu.nama, edisi=edisi)
        for satu in isi.kecamatan
    ]
    door.save_all(kecamatan, by=by, target=kabupaten, note=note)
    per_kode = {satu.kode: satu for satu in kecamatan}
    desa = [_desa(satu, per_kode) for satu in isi.desa]
    door.save_all(desa, by=by, target=kabupaten, note=note)
    return desa


def _desa(satu: WilayahNasional, kecamatan: dict[str, Kecamatan]) -> Desa:
    return Desa(
        kecamatan=kecamatan[satu.kode[:PANJANG_KECAMATAN]],
        kode=satu.kode,
        nama=satu.nama,
        jenis=jenis(satu.kode),
        lintang=_derajat(satu.lintang),
        bujur=_derajat(satu.bujur),
        edisi=sources.EDISI_WILAYAH,
    )


def _derajat(tertulis: str) -> Decimal | None:
    if not tertulis:
        return None
    return Decimal(tertulis)


def _idm(rows: list[Terbitan], by: Any) -> tuple[int, Catatan]:
    """Banyak desa ber-IDM terbitan, dan catatan tentang baris terbitannya.

    Baris yang keliru tidak dimuat; yang lain tetap.
    """
    if not rows:
        return 0, ()
    laporan = _load_idm(rows, by)
    catatan = _catatan(rows, laporan)
    salah = {_baris(rows, satu)["kode"] for satu in laporan.kesalahan}
    if salah:
        rows = [satu for satu in rows if satu["kode"] not in salah]
        _load_idm(rows, by)
    return len(rows), catatan


def _catatan(rows: SemuaTerbitan, laporan: Laporan) -> Catatan:
    """Tiap kesalahan dan catatan dengan kode desanya."""
    kalimat = []
    for satu in (*laporan.kesalahan, *laporan.catatan):
        kode = _baris(rows, satu)["kode"]
        kalimat.append(f"{kode}: {satu.pesan}")
    return tuple(kalimat)


def _baris(rows: SemuaTerbitan, masalah: Kesalahan) -> Terbitan:
    """Baris yang ditunjuk alamat selnya; baris pertama lembar judulnya."""
    nomor = int(masalah.sel.lstrip(ascii_uppercase))
    return rows[nomor - 2]


def _load_idm(rows: SemuaTerbitan, by: Any) -> Laporan:
    isi = [list(rows[0]), *(list(satu.values()) for satu in rows)]
    return import_nasional(
        lembar=[("IDM", isi)],
        tahun=sources.TAHUN_IDM,
        by=by,
        note=f"IDM {sources.TAHUN_IDM} terbitan Kemendesa.",
    )
