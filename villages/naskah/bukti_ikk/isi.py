"""Isi beku berkas bukti IKK."""

from dataclasses import dataclass
from typing import ClassVar

from documents.kepala import KepalaNaskah
from documents.snapshot import Plain
from villages.models import BerkasIkk, OutputIkk
from villages.naskah.formulir.isi import Formulir
from villages.reports.lembaga import TabelLembaga, TabelPkk

KERJA_SAMA = (
    OutputIkk.Sumber.DESA,
    OutputIkk.Sumber.SELISIH,
)  # yang menghitung desa bekerja sama


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """IKK outcome yang dibuktikan."""

    nomor: int
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HitunganDesa:
    """Desa bekerja sama menurut satu cara; `lalu` hanya bila outputnya selisih."""

    cara: str
    kini: int
    lalu: int | None
    angka: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Jawaban:
    """Jawaban satu output; angka `None` bila tidak dapat dihitung.

    `cara` menyebut apa yang dihitung; `hitungan` berisi bila kedua caranya berbeda, desa di depan.
    """

    angka: int | None
    satuan: str
    rumus: str = ""
    cara: str = ""
    hitungan: tuple[HitunganDesa, ...] = ()
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Jawaban):
    """Satu IKK output dengan jawabannya; `tercetak` angka pada naskah lama."""

    nomor: int
    uraian: str
    sumber: str
    tercetak: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiBuktiIkk(KepalaNaskah):
    """Isi berkas bukti IKK."""

    VERSI: ClassVar[int] = 2

    outcome: tuple[Outcome, ...]
    output: tuple[Output, ...]
    formulir: tuple[Formulir, ...]
    kelembagaan: TabelLembaga
    pkk: TabelPkk

    @property
    def tercetak(self) -> tuple[tuple[str, int], ...]:
        """Formulir tahun lalu ikut tercetak bila ada output yang selisih kedua tahun (ADR 95)."""
        sumber = {satu.sumber for satu in self.output}
        if OutputIkk.Sumber.SELISIH not in sumber:
            return ()
        lalu = self.tahun - 1
        return (("kerja_sama", lalu),)


def lift_bukti(isi: Plain) -> Plain:
    """Versi 1 ke 2: yang dilaporkan dahulu selalu baris formulirnya."""
    return isi | {"output": [_output(satu) for satu in isi["output"]]}


def _output(lama: Plain) -> Plain:
    is_kerja_sama = lama["sumber"] in KERJA_SAMA
    return lama | {"cara": BerkasIkk.CaraHitung.BARIS.value if is_kerja_sama else ""}
