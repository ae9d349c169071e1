"""Bentuk isi Rencana Aksi."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from documents.kepala import KepalaNaskah
from kinerja.aturan.batasan import Batasan, satuan_target


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
    is_sebagian: bool = False  # pagunya belum memuat semua sub kegiatannya


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiRencanaAksi(KepalaNaskah):
    """Isi Rencana Aksi; `jumlah` pagu baris sub kegiatan, `None` bila tidak satu pun diketahui."""

    VERSI: ClassVar[int] = 1

    bidang: str
    baris: tuple[BarisAksi, ...]
    jumlah: Decimal | None
    catatan_pagu: str = ""  # baris yang tidak dijumlahkan karena pagunya belum diketahui
    catatan_sasaran: str = ""  # sasaran yang diperjanjikan tanpa program

    @property
    def keterangan(self) -> tuple[str, ...]:
        """Di bawah judul naskah."""
        return (self.bidang,)

    @property
    def batasan(self) -> tuple[Batasan, ...]:
        """Satuan dan target tiap IKU dan indikator barisnya."""
        target = [(b.indikator, b.target) for b in self.baris]
        for baris in self.baris:
            if baris.sasaran:
                target += [(iku.nama, iku.target) for iku in baris.sasaran.indikator]
        hasil = []
        for nama, isi in target:
            hasil.append(Batasan(nama=nama, satuan=satuan_target(isi), target=isi))
        return tuple(hasil)
