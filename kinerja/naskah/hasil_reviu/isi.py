"""Isi Catatan Hasil Reviu: pedoman terisi dan semua catatan pereviu."""

import datetime
from dataclasses import dataclass, field
from typing import ClassVar

from documents.beda import TURUNAN
from documents.kepala import KepalaNaskah


@dataclass(frozen=True, slots=True, kw_only=True)
class NaskahDireviu:
    """Naskah yang direviu; `isi_beku` SHA-256 isinya, kosong selama draf."""

    judul: str
    dinas: str
    nomor: str
    tanggal: datetime.date | None
    isi_beku: str
    versi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirHasil:
    """Satu butir pedoman dengan jawabannya; `petunjuk` keterangan sistem di sampingnya."""

    nomor: int
    uraian: str
    hasil: str
    catatan: str
    petunjuk: tuple[str, ...] = field(metadata=TURUNAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianHasil:
    """Satu bagian pedoman."""

    judul: str
    butir: tuple[ButirHasil, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanHasil:
    """Satu catatan pereviu, tempatnya, jawaban dinas, dan statusnya."""

    nomor: int
    tempat: str
    kutipan: str
    uraian: str
    tindak_lanjut: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiHasilReviu(KepalaNaskah):
    """Isi Catatan Hasil Reviu."""

    VERSI: ClassVar[int] = 1

    direviu: NaskahDireviu
    pedoman: str
    regulasi: str
    bagian: tuple[BagianHasil, ...]
    catatan: tuple[CatatanHasil, ...]

    @property
    def terbuka(self) -> int:
        """Banyak catatan yang jawabannya belum diterima."""
        return sum(satu.status != "Diterima" for satu in self.catatan)

    @property
    def tidak(self) -> int:
        """Banyak butir yang dijawab tidak."""
        return sum(satu.hasil == "Tidak" for bagian in self.bagian for satu in bagian.butir)
