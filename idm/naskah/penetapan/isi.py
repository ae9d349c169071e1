"""Bentuk isi berita acara penetapan IDM."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from documents.kepala import KepalaNaskah
from idm.indeks import indeks
from idm.reports import TabelStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaPenetapan:
    """IDM satu desa yang ditetapkan.

    `skor` deret skor tiap indikator, kosong bila hanya indeksnya diketahui.
    """

    kode: str
    nama: str
    kecamatan: str
    instrumen: str
    skor: str
    iks: Decimal
    ike: Decimal
    ikl: Decimal
    idm: Decimal
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanPenetapan:
    """Banyak desa satu kecamatan per status, menurut `URUTAN`."""

    nama: str
    status: tuple[int, ...]
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiStatusDesa(KepalaNaskah):
    """Isi bersama; `naik` dan `turun` `None` bila perpindahannya tidak diketahui."""

    instrumen: tuple[str, ...]
    regulasi: tuple[str, ...]
    tabel: TabelStatus
    naik: int | None
    turun: int | None
    kecamatan: tuple[KecamatanPenetapan, ...]

    @property
    def tercetak(self) -> tuple[tuple[str, int], ...]:
        """Status tahun lalu ikut tercetak bila indeksnya sama (ADR 95)."""
        lalu = self.tahun - 1
        if indeks(lalu) is not indeks(self.tahun):
            return ()
        return (("idm", lalu),)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPenetapan(IsiStatusDesa):
    """Isi berita acara IDM."""

    VERSI: ClassVar[int] = 1

    desa: tuple[DesaPenetapan, ...]
