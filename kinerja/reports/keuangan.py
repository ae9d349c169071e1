"""Pagu dan realisasi program: dijumlahkan dari sub kegiatan, atau dari dokumen bila tidak dirinci."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from kinerja.capaian import persentase
from kinerja.models import Program, SubKegiatan


@dataclass(frozen=True)
class Uang:
    """Rupiah satu program; yang tidak diketahui `None`, bukan nol."""

    program: Program
    pagu: Decimal | None
    realisasi: Decimal | None

    @property
    def persen(self) -> Decimal | None:
        """Penyerapan: realisasi/pagu × 100."""
        return persentase(self.realisasi, self.pagu)

    @property
    def is_penunjang(self) -> bool:
        """Program penunjang urusan selalu bernomor 01 (Permendagri 90/2019)."""
        return self.program.kode.endswith(".01")

    @property
    def keterangan(self) -> str:
        """Efisien bila realisasi tidak melebihi pagu."""
        if self.pagu is None or self.realisasi is None:
            return ""
        return "Efisien" if self.realisasi <= self.pagu else "Melebihi pagu"


@dataclass(frozen=True)
class Anggaran:
    """Semua program satu tahun, urut kode."""

    baris: list[Uang]

    @property
    def pagu(self) -> Decimal | None:
        return _total(u.pagu for u in self.baris)

    @property
    def realisasi(self) -> Decimal | None:
        return _total(u.realisasi for u in self.baris)

    @property
    def persen(self) -> Decimal | None:
        return persentase(self.realisasi, self.pagu)

    @property
    def sisa(self) -> Decimal | None:
        if self.pagu is None or self.realisasi is None:
            return None
        return self.pagu - self.realisasi

    @property
    def sisa_persen(self) -> Decimal | None:
        return persentase(self.sisa, self.pagu)


def _total(values: Any) -> Decimal | None:
    """Jumlah; `None` bila kosong atau ada yang tidak diketahui."""
    known = list(values)
    return None if not known or None in known else sum(known, Decimal(0))


def anggaran(kabupaten: Kabupaten, tahun: int) -> Anggaran:
    """Program `kabupaten` pada `tahun` dengan uangnya."""
    programs = Program.objects.filter(perangkat_daerah__kabupaten=kabupaten, tahun=tahun).with_money()
    return Anggaran([uang(program) for program in programs.order_by("kode")])


def uang(program: Any) -> Uang:
    """Uang satu program dari `with_money()`."""
    if not program.is_rinci:
        return Uang(program, program.pagu_tercetak, program.realisasi_tercetak)
    pagu = program.jumlah_pagu if program.jumlah_pagu is not None else Decimal(0)
    if pagu == 0:
        return Uang(program, Decimal(0), Decimal(0))
    realisasi = None if program.tanpa_realisasi else program.jumlah_realisasi
    return Uang(program, pagu, realisasi)


def efisiensi(kabupaten: Kabupaten, tahun: int) -> list[dict[str, Any]]:
    """Sub kegiatan yang realisasinya diketahui: nama, pagu, realisasi, persen."""
    rows = SubKegiatan.objects.in_tree(kabupaten, tahun).with_realisasi().select_related("kegiatan__program")
    return [
        {
            "program": row.kegiatan.program.nama,
            "kegiatan": row.kegiatan.nama,
            "nama": row.nama,
            "pagu": bulatkan(row.pagu_berlaku, 0),
            "realisasi": bulatkan(row.jumlah_realisasi, 0),
            "persen": persentase(row.jumlah_realisasi, row.pagu_berlaku),
        }
        for row in rows.filter(jumlah_realisasi__isnull=False, pagu_berlaku__gt=0)
    ]
