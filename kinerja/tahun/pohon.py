"""Pohon kinerja satu tahun: program, kegiatan, baris sub kegiatan; dijumlahkan ke atas sekali."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Any

from kinerja.aturan.e81 import E81
from kinerja.aturan.rencana import Evaluasi, Takaran, jumlah_uang
from kinerja.aturan.terlapor import Terlapor, terlapor
from kinerja.models import RencanaAksi
from kinerja.tahun.anggaran import Anggaran, kalimat_rinci

TANPA_JADWAL: tuple[int | None, ...] = (None,) * 12
Ukur = Mapping[int, Any]  # pengukuran per triwulan


@dataclass(frozen=True, eq=False)
class Simpul:
    """Satu baris pohon dengan semua angkanya; `rencana` hanya pada baris sub kegiatan."""

    obj: Any
    tingkat: str  # program, kegiatan, sub, tambahan
    evaluasi: Evaluasi
    renstra: Takaran  # target akhir Renstra: K ditetapkan, Rp jumlah sub kegiatan
    lalu: Takaran  # realisasi Renstra sampai tahun lalu
    ukur: Ukur
    pagu_murni: Decimal | None = None
    terinci: Decimal | None = None  # jumlah pagu sub kegiatannya
    tahun_lalu: int | None = None  # banyak tahun periode sebelum tahun ini, bila diketahui
    rencana: RencanaAksi | None = None
    bulan: tuple[int | None, ...] = TANPA_JADWAL
    anak: tuple["Simpul", ...] = ()
    tambahan: tuple["Simpul", ...] = ()  # indikator kedua dan seterusnya, tanpa uang

    @property
    def pagu(self) -> Decimal | None:
        """Pagu berlaku pada tingkat yang diketahui."""
        return self.evaluasi.target.rp

    @property
    def kalimat_rinci(self) -> str:
        """Kosong bila pagunya seluruhnya terinci."""
        return kalimat_rinci(self.terinci, self.pagu)

    def perlu_penjelasan(self, triwulan: int) -> bool:
        """Dijadwalkan pada `triwulan`, tidak ada hasilnya, dan belum dijelaskan."""
        ukur = self.ukur.get(triwulan)
        is_dijelaskan = bool(ukur and ukur.penjelasan.strip())
        return self.evaluasi.tanpa_hasil(self.bulan, triwulan) and not is_dijelaskan

    @property
    def induk(self) -> Any:
        """Baris yang kode dan namanya dipakai: dirinya sendiri, atau induk indikator tambahan."""
        if self.tingkat == "tambahan":
            return self.obj.induk
        return self.obj

    @cached_property
    def e81(self) -> E81:
        """Baris ini pada Formulir E.81."""
        is_awal = self.tahun_lalu == 0
        return E81(self.renstra, self.lalu, self.evaluasi, self.tahun_lalu or 0, is_awal)

    @property
    def is_lanjutan(self) -> bool:
        """Baris indikator tambahan: namanya tidak dicetak ulang pada Rencana Aksi."""
        is_baris_tambahan = self.tingkat == "sub" and self.obj.induk_id is not None
        return self.tingkat == "tambahan" or is_baris_tambahan

    def turunan(self) -> list["Simpul"]:
        """Simpul ini lalu semua anaknya, urut seperti naskah."""
        hasil = [self, *self.tambahan]
        for anak in self.anak:
            hasil += anak.turunan()
        return hasil

    @cached_property
    def terlapor(self) -> Terlapor:
        """Realisasi keuangannya sampai triwulan terakhir yang dilaporkan."""
        return terlapor(self.evaluasi, (s.evaluasi for s in self.baris_sub))

    @property
    def baris_sub(self) -> list["Simpul"]:
        """Sub kegiatan di bawahnya, beserta dirinya."""
        return [t for t in self.turunan() if t.tingkat == "sub"]


Rows = list[Simpul]


@dataclass(frozen=True)
class Pohon:
    """Semua program satu kabupaten dan tahun; pagunya dari anggaran tahun itu."""

    tahun: int
    anggaran: Anggaran
    program: tuple[Simpul, ...]

    @cached_property
    def baris(self) -> tuple[Simpul, ...]:
        """Semua baris urut naskah: program, kegiatannya, baris sub kegiatannya."""
        turunan = [program.turunan() for program in self.program]
        return tuple(chain.from_iterable(turunan))

    @property
    def sub(self) -> Rows:
        """Baris sub kegiatan seluruh program."""
        return [s for s in self.baris if s.tingkat == "sub"]

    @cached_property
    def total(self) -> Evaluasi:
        """Baris “Total Anggaran”: hanya uang."""
        return jumlah_uang(self.anggaran.pagu, (p.evaluasi for p in self.program))

    @cached_property
    def terlapor(self) -> Terlapor:
        """Realisasi seluruh dinas sampai triwulan terakhir yang dilaporkan."""
        return terlapor(self.total, (s.evaluasi for s in self.sub))


def milik_bidang(rows: Iterable[Simpul], bidang_id: int) -> Rows:
    """Baris satu bidang, beserta program, kegiatan dan indikator tambahan di atasnya."""
    hasil: Rows = []
    for simpul in rows:
        if simpul.tingkat == "tambahan":
            is_milik = any(simpul in induk.tambahan for induk in hasil)
        else:
            is_milik = any(t.obj.penanggung_jawab_id == bidang_id for t in simpul.baris_sub)
        if is_milik:
            hasil.append(simpul)
    return hasil
