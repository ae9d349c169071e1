"""Satu anggaran setahun: pagu dan realisasi tiap program pada tingkat yang diketahui."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import rupiah
from core.querysets import at_tahun
from kinerja.aturan.capaian import bagian_persen, persentase
from kinerja.aturan.rencana import Evaluasi, jumlah
from kinerja.models import Kegiatan, Program
from kinerja.models.keluaran import SEBUTAN

Angka = Decimal | None  # `None` bila tidak diketahui


@dataclass(frozen=True)
class Terserap:
    """Pagu yang diketahui di samping realisasi baris-baris yang sama."""

    pagu: Angka
    realisasi: Angka

    @property
    def rasio(self) -> Angka:
        """Penyerapan tanpa pembulatan: realisasi/pagu × 100."""
        return bagian_persen(self.realisasi, self.pagu)

    @property
    def persen(self) -> Angka:
        """Penyerapan; tidak dihitung bila salah satunya tidak diketahui."""
        return persentase(self.realisasi, self.pagu)

    @property
    def sisa(self) -> Angka:
        """Pagu yang tidak terpakai."""
        if self.pagu is None or self.realisasi is None:
            return None
        return self.pagu - self.realisasi

    @property
    def sisa_rasio(self) -> Angka:
        """Sisa terhadap pagunya, tanpa pembulatan."""
        return bagian_persen(self.sisa, self.pagu)

    @property
    def sisa_persen(self) -> Angka:
        """Sisa terhadap pagunya."""
        return persentase(self.sisa, self.pagu)


@dataclass(frozen=True)
class Uang:
    """Rupiah satu program; yang tidak diketahui `None`, bukan nol."""

    program: Program
    pagu: Angka
    realisasi: Angka  # setahun, hanya bila semua sub kegiatan berpagu sudah diketahui
    dilaporkan: Angka  # realisasi yang sudah diketahui, lengkap atau belum
    sebanding: Angka  # yang dilaporkan sub kegiatan yang pagunya diketahui
    belum: int = 0  # sub kegiatan berpagu yang realisasinya belum diketahui
    tanpa_pagu: int = 0  # sub kegiatan yang pagunya belum diketahui

    @property
    def serapan(self) -> Angka:
        """Penyerapan menurut yang sudah dilaporkan."""
        return persentase(self.sebanding, self.pagu)

    @property
    def terserap(self) -> Terserap:
        """Setahun, hanya bila semua yang berpagu sudah diketahui."""
        return Terserap(self.pagu, None if self.realisasi is None else self.sebanding)

    @property
    def kelengkapan(self) -> str:
        """Yang belum ikut dijumlahkan; realisasi disebut sejak ada yang dilaporkan."""
        kurang = []
        if self.tanpa_pagu:
            kurang.append(f"{self.tanpa_pagu} sub kegiatan belum berpagu")
        if self.dilaporkan is not None and self.realisasi is None:
            kurang.append(f"{self.belum} sub kegiatan berpagu belum dilaporkan")
        return "; ".join(kurang)

    @property
    def is_penunjang(self) -> bool:
        """Program penunjang urusan selalu bernomor 01 (Permendagri 90/2019)."""
        return self.program.kode.endswith(".01")


@dataclass(frozen=True)
class Anggaran:
    """Semua program satu tahun, urut kode."""

    baris: tuple[Uang, ...]

    @property
    def pagu(self) -> Angka:
        """Jumlah pagu yang diketahui."""
        return jumlah(uang.pagu for uang in self.baris)

    @property
    def realisasi(self) -> Angka:
        """`None` bila ada program berpagu yang realisasinya belum diketahui."""
        for uang in self.baris:
            if uang.pagu is not None and uang.realisasi is None:
                return None
        return jumlah(uang.realisasi for uang in self.baris)

    @property
    def sebanding(self) -> Angka:
        """Yang dilaporkan baris yang pagunya diketahui."""
        return jumlah(uang.sebanding for uang in self.baris if uang.pagu is not None)

    @property
    def dilaporkan(self) -> Angka:
        """Realisasi semua program yang sudah diketahui."""
        return jumlah(uang.dilaporkan for uang in self.baris)

    @property
    def serapan(self) -> Angka:
        """Penyerapan menurut yang sudah dilaporkan."""
        return persentase(self.sebanding, self.pagu)

    @property
    def terserap(self) -> Terserap:
        """Setahun, hanya bila semua yang berpagu sudah diketahui."""
        return Terserap(self.pagu, None if self.realisasi is None else self.sebanding)


def read_anggaran(kabupaten: Kabupaten, tahun: int) -> Anggaran:
    """Program `kabupaten` pada `tahun` dengan uangnya, dengan satu kueri."""
    rows = Program.objects.filter(perangkat_daerah__kabupaten=kabupaten, tahun=tahun).with_uang()
    rows = rows.select_related("sasaran__tujuan", "penanggung_jawab", *SEBUTAN.values())
    semua = [at_tahun(program, tahun) for program in rows.order_by("kode")]
    return Anggaran(tuple(map(uang, semua)))


def uang(program: Any) -> Uang:
    """Uang satu program dari `with_uang()`: jumlah sub kegiatannya, atau menurut dokumennya.

    Tanpa pagu sedikit pun tidak ada yang dapat dibelanjakan; yang tetap dilaporkan ikut terbaca.
    """
    if not program.is_rinci:
        realisasi = program.realisasi_tercetak
        return Uang(program, program.pagu_tercetak, realisasi, realisasi, realisasi)
    pagu = program.jumlah_pagu
    dilaporkan = program.jumlah_realisasi
    if dilaporkan is None and pagu == 0:
        dilaporkan = Decimal(0)
    sebanding = program.realisasi_sebanding
    if sebanding is None and pagu == 0:
        sebanding = Decimal(0)
    realisasi = dilaporkan
    if program.tanpa_realisasi:
        realisasi = None
    return Uang(
        program,
        pagu,
        realisasi,
        dilaporkan,
        sebanding,
        program.tanpa_realisasi,
        program.tanpa_pagu,
    )


def kalimat_rinci(terinci: Angka, pagu: Angka) -> str:
    """`terinci Rp … dari Rp …`; kosong bila seluruhnya terinci atau ada yang tidak diketahui."""
    if pagu is None or terinci is None or terinci == pagu:
        return ""
    return f"terinci {rupiah(terinci)} dari {rupiah(pagu)}"


def is_dijumlahkan(row: Any) -> bool:
    """Pagu program atau kegiatan jumlah sub kegiatannya, bukan menurut dokumennya."""
    program = getattr(row, "program", row)
    if row is program:
        return bool(program.is_rinci)
    return program.is_rinci or row.pagu_tercetak is None


def realisasi_setahun(row: Any, anak: Evaluasi) -> Angka:
    """Realisasi setahun (rupiah) yang bukan jumlah triwulan: menurut dokumen, atau jumlah `anak`.

    Dokumen dibaca pada program yang tidak dirinci dan kegiatan di bawahnya. Kegiatan yang tidak
    menulisnya, atau yang pagu dan realisasinya dari sub kegiatannya, tetap menurut `anak`.
    """
    dijumlahkan = anak.setahun_rp
    if not isinstance(row, Program | Kegiatan):
        return dijumlahkan
    program: Any = getattr(row, "program", row)
    if program.is_rinci:
        return dijumlahkan
    tercetak: Angka = row.realisasi_tercetak
    if row is program:
        return tercetak
    if tercetak is None:
        return dijumlahkan
    if is_dijumlahkan(row) and anak.setahun.rp is not None:
        return dijumlahkan
    return tercetak
