"""Satu yang belum diisi: apa, mengapa, sampai kapan, seberapa jauh, dan di mana diisi."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

DISEBUT = 3  # lebih dari ini disebut sebagai satu pekerjaan


@dataclass(frozen=True)
class Kemajuan:
    """Berapa yang sudah, dari berapa."""

    selesai: int
    dari: int
    satuan: str

    def __str__(self) -> str:
        return f"{self.selesai} dari {self.dari} {self.satuan}"


@dataclass(frozen=True)
class Kurang:
    """Satu yang belum diisi dan halaman untuk mengisinya, bagi yang berhak `hak`."""

    label: str
    url: str
    hak: str = ""
    alasan: str = ""
    tenggat: datetime.date | None = None
    kemajuan: Kemajuan | None = None

    @property
    def kalimat(self) -> str:
        """Sebutannya sebagai kalimat yang menahan pengajuan."""
        if self.label.startswith("Belum ada"):
            return f"{self.label}."
        return f"{self.label} belum diisi."

    def bagi(self, user: Any) -> "Kurang":
        """Tanpa halaman bagi yang tidak boleh membukanya."""
        if self.hak and not user.has_perm(self.hak):
            return replace(self, url="")
        return self


SemuaKurang = list[Kurang]


def sekelompok(
    kurang: SemuaKurang,
    judul: str,
    dari: int,
    satuan: str,
) -> SemuaKurang:
    """Banyak yang sejenis menjadi satu pekerjaan, yang menuju isian pertamanya."""
    if len(kurang) <= DISEBUT:
        return kurang
    depan = kurang[0]
    kemajuan = Kemajuan(dari - len(kurang), dari, satuan)
    return [replace(depan, label=judul, alasan=_disebut(kurang), kemajuan=kemajuan)]


def _disebut(kurang: Sequence[Kurang]) -> str:
    """Nama yang pertama, dan banyaknya yang lain."""
    nama = kurang[0].label.rpartition(": ")[2]
    return f"Mulai dari {nama}, lalu {len(kurang) - 1} lainnya."
