"""Bentuk bagian keuangan LKjIP; uang dalam rupiah, penyerapan dalam persen."""

from dataclasses import dataclass, field
from decimal import Decimal

from documents.beda import TURUNAN
from documents.snapshot import Plain
from kinerja.naskah.dasar.besaran import Besaran
from kinerja.naskah.indikator.isi import UangDinas, lift_besaran

Angka = Decimal | None  # `None` bila tidak dapat dihitung


@dataclass(frozen=True, slots=True, kw_only=True)
class UangProgram:
    """Pagu dan realisasi satu program."""

    kode: str
    nama: str
    pagu: Angka
    realisasi: Angka
    persen: Angka
    keterangan: str = field(metadata=TURUNAN)
    is_penunjang: bool
    is_sebagian: bool = False  # pagunya belum memuat semua sub kegiatannya


SemuaProgram = tuple[UangProgram, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeuanganLkjip(UangDinas):
    """Semua program dan jumlahnya; `rata_iku` rata-rata capaian IKU (persen)."""

    baris: SemuaProgram
    sisa: Angka
    sisa_persen: Angka
    rata_iku: Angka
    rata_kalimat: str = ""  # yang tidak ikut dirata-rata
    simpulan: str = ""  # efisiensi seluruh dinas
    aturan_efisiensi: str = ""  # kosong pada isi beku sebelum aturannya disebut


@dataclass(frozen=True, slots=True, kw_only=True)
class Efisiensi:
    """Satu sub kegiatan yang pagu dan realisasinya diketahui."""

    program: str
    kegiatan: str
    nama: str
    pagu: Decimal
    realisasi: Decimal
    persen: Angka
    capaian: Angka = None
    simpulan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeluaranSub:
    """KeluaranSub satu sub kegiatan; target dan realisasi dengan satuannya."""

    program: str
    nama: str
    indikator: str
    target: str
    realisasi: str
    capaian: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorUang:
    """IKU di samping program yang mendukungnya."""

    sasaran: str
    nama: str
    desimal: int
    target: Besaran
    realisasi: Besaran
    capaian: Angka
    nomor: int = 0  # nol pada isi beku sebelum menurut sasaran: nomornya nomor baris


@dataclass(frozen=True, slots=True, kw_only=True)
class SelIndikator:
    """Sel kiri; `rentang` banyak baris yang ditempatinya."""

    isi: IndikatorUang | None
    rentang: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelProgram:
    """Sel kanan; `rentang` banyak baris yang ditempatinya."""

    isi: UangProgram | None
    rentang: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSanding:
    """Satu baris tabel 3.4; `None` bila tertutup rentang di atasnya."""

    kiri: SelIndikator | None
    kanan: SelProgram | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelKeuangan:
    """Tabel 3.4: IKU bersisian dengan program urusan, lalu program penunjang."""

    sasaran: tuple[BarisSanding, ...]
    penunjang: SemuaProgram


def lift_tabel_keuangan(tabel: Plain) -> Plain:
    """Versi 1 ke 2: target dan realisasi IKU menjadi besaran."""
    baris = []
    for row in tabel["sasaran"]:
        baris.append(row | {"kiri": _lift_sel(row["kiri"])})
    return tabel | {"sasaran": baris}


def _lift_sel(sel: Plain | None) -> Plain | None:
    if sel is None or sel["isi"] is None:
        return sel
    return sel | {"isi": lift_besaran(sel["isi"], "target", "realisasi")}
