"""Bentuk isi Pengendalian dan Evaluasi Rencana Aksi, dan Formulir E.81."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from core.angka import ringkas
from documents.kepala import KepalaNaskah
from documents.snapshot import Plain
from kinerja.aturan.batasan import Batasan
from kinerja.aturan.capaian import Arah
from kinerja.aturan.periode import Cara
from kinerja.aturan.rencana import Angka

SemuaBatasan = tuple[Batasan, ...]
Kalimat = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaEvaluasi:
    """Target setahun, empat triwulan, jumlah dan persennya.

    `simpangan` poin persen fisik dikurangi keuangan.
    """

    target: Angka
    triwulan: tuple[Angka, ...]
    jumlah: Angka
    persen: Angka
    simpangan: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisEvaluasi(AngkaEvaluasi):
    """Satu baris tabel evaluasi; `jadwal` triwulan yang bertanda v, `nomor` hanya pada program.

    `cara` K setahunnya, kosong bila hanya satu masa yang terisi; `arah` rumus capaiannya.
    """

    tingkat: str
    nomor: int | None
    sasaran: str
    nama: str
    indikator: str
    satuan: str
    cara: str
    arah: str
    jadwal: tuple[bool, ...]
    keterangan: str
    is_sebagian: bool = False  # pagunya belum memuat semua sub kegiatannya
    kode: str = ""  # kode barisnya pada pohon; naskah lama tidak menyimpannya

    @property
    def batasan(self) -> Batasan:
        """Satuan, rumus capaian dan targetnya, untuk dihadapkan dengan naskah lain."""
        target = self.target.k
        return Batasan(
            nama=self.indikator,
            satuan=self.satuan,
            arah=self.arah,
            target="" if target is None else ringkas(target),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanEvaluasi:
    """Uraian tiap sub kegiatan pada triwulan naskah."""

    pendorong: Kalimat
    penghambat: Kalimat
    tindak_lanjut: Kalimat


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiEvaluasi(KepalaNaskah):
    """Tabel evaluasi sampai triwulan naskah; `total` hanya pada naskah seluruh dinas."""

    VERSI: ClassVar[int] = 2

    triwulan: int
    masa: str
    bidang: str
    baris: tuple[BarisEvaluasi, ...]
    total: AngkaEvaluasi | None
    catatan: CatatanEvaluasi
    catatan_realisasi: str = ""  # berapa baris berpagu yang dijumlahkan, bila tidak semuanya
    catatan_pagu: str = ""  # baris yang tidak dijumlahkan karena pagunya belum diketahui

    @property
    def keterangan(self) -> Kalimat:
        """Di bawah judul naskah."""
        return (self.masa, self.bidang)

    @property
    def batasan(self) -> SemuaBatasan:
        return tuple(b.batasan for b in self.baris)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisE81(BarisEvaluasi):
    """Satu baris Formulir E.81: kolom 5, 6, 13, 14 dan 15."""

    renstra: Angka
    lalu: Angka
    akhir: Angka
    persen_renstra: Angka
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PredikatE81:
    """Predikat rata-rata kinerja dan keuangan."""

    k: str | None
    rp: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiE81(KepalaNaskah):
    """Formulir E.81: rata-rata capaian dan predikatnya di kaki."""

    VERSI: ClassVar[int] = 2

    triwulan: int
    masa: str
    bidang: str
    periode: str
    baris: tuple[BarisE81, ...]
    rata: Angka
    predikat: PredikatE81
    catatan: CatatanEvaluasi
    catatan_realisasi: str = ""  # berapa baris berpagu yang dijumlahkan, bila tidak semuanya
    catatan_pagu: str = ""  # sub kegiatan yang hilang dari kolom 7 induknya
    catatan_renstra: str = ""  # sub kegiatan yang mengosongkan kolom 5 induknya
    catatan_lalu: str = ""  # mengapa kolom 6 kosong
    rata_kalimat: str = ""  # berapa baris yang ikut, bila tidak semuanya

    @property
    def keterangan(self) -> Kalimat:
        """Di bawah judul naskah."""
        return (self.masa, self.bidang, self.periode)

    @property
    def kurang(self) -> Kalimat:
        """Yang belum diketahui, sekalimat tiap sebabnya."""
        semua = (
            self.catatan_pagu,
            self.catatan_realisasi,
            self.catatan_renstra,
            self.catatan_lalu,
        )
        return tuple(filter(None, semua))

    @property
    def batasan(self) -> SemuaBatasan:
        return tuple(b.batasan for b in self.baris)


def lift_aturan(isi: Plain) -> Plain:
    """Versi 1 ke 2: semua K dahulu dijumlahkan dan capaiannya realisasi/target."""
    return isi | {"baris": [_lift_baris(baris) for baris in isi["baris"]]}


def _lift_baris(baris: Plain) -> Plain:
    """Caranya disebut hanya bila lebih dari satu masa digabung."""
    terisi = sum(satu["k"] is not None for satu in baris["triwulan"])
    lalu = baris.get("lalu", {}).get("k")
    is_digabung = terisi > 1 or bool(lalu and Decimal(lalu))
    cara = ""
    if is_digabung:
        cara = Cara.JUMLAH.value
    return baris | {"cara": cara, "arah": Arah.NAIK.value}
