"""Bentuk isi Rencana Aksi."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from documents.kepala import Kepala


@dataclass(frozen=True, slots=True, kw_only=True)
class IkuAksi:
    """IKU satu sasaran dan targetnya sebagaimana tercetak."""

    nama: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranAksi:
    """Sasaran strategis pada baris pertamanya."""

    nomor: int
    nama: str
    indikator: tuple[IkuAksi, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAksi:
    """Program, kegiatan atau sub kegiatan; `bulan` dua belas persen jadwal, `anggaran` rupiah."""

    tingkat: str
    kode: str
    sasaran: SasaranAksi | None
    nama: str
    indikator: str
    target: str
    aksi: str
    bulan: tuple[int | None, ...]
    anggaran: Decimal | None
    penanggung_jawab: str
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiRencanaAksi(Kepala):
    """Isi Rencana Aksi; `jumlah` pagu baris sub kegiatan, `None` bila tidak satu pun diketahui."""

    VERSI: ClassVar[int] = 1

    bidang: str
    baris: tuple[BarisAksi, ...]
    jumlah: Decimal | None

    @property
    def keterangan(self) -> tuple[str, ...]:
        """Di bawah judul naskah."""
        return (self.bidang,)
