"""Bentuk isi naskah IKU, IKK dan Capaian Kinerja."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from documents.kepala import KepalaNaskah
from documents.snapshot import Plain
from kinerja.aturan.batasan import Batasan
from kinerja.naskah.dasar.besaran import Bernomor, Besaran, dari_tulisan

Nilai = Decimal | None  # `None` bila tidak ditetapkan
SemuaBatasan = tuple[Batasan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinisiIndikator(Bernomor):
    """Definisi satu indikator dan target tahun naskah."""

    jenis: str
    nama: str
    satuan: str
    desimal: int
    pembilang: str
    penyebut: str
    faktor: int
    penanggung_jawab: str
    sumber_data: str
    keterangan: str
    target: Besaran
    cara_ukur: str = ""
    keterbatasan: str = ""
    cara_verifikasi: str = ""

    @property
    def catatan(self) -> str:
        """Keterangan, lalu seberapa tepat angkanya sejauh ditulis."""
        semua = [self.keterangan]
        for label, isi in (
            ("Cara mengukur", self.cara_ukur),
            ("Keterbatasan", self.keterbatasan),
            ("Verifikasi", self.cara_verifikasi),
        ):
            if isi:
                semua.append(f"{label}: {isi}")
        return "\n".join(filter(None, semua))

    @property
    def batasan(self) -> Batasan:
        """Satuan, rumus dan targetnya, untuk dihadapkan dengan naskah lain."""
        return Batasan(
            nama=self.nama,
            satuan=self.satuan,
            pembilang=self.pembilang,
            penyebut=self.penyebut,
            faktor=str(self.faktor),
            target=self.target.banding,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinisiSasaran:
    """Satu sasaran dengan indikatornya."""

    sasaran: str
    indikator: tuple[DefinisiIndikator, ...]


def batasan_sasaran(semua: Iterable[DefinisiSasaran]) -> SemuaBatasan:
    """Batasan tiap indikator semua sasaran."""
    return tuple(i.batasan for sasaran in semua for i in sasaran.indikator)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiDefinisi(KepalaNaskah):
    """Isi naskah IKU atau IKK."""

    VERSI: ClassVar[int] = 2

    jenis: str
    periode: str
    indikator: tuple[DefinisiSasaran, ...]

    @property
    def keterangan(self) -> tuple[str, ...]:
        return (self.periode,)

    @property
    def batasan(self) -> SemuaBatasan:
        return batasan_sasaran(self.indikator)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisCapaian(Bernomor):
    """Capaian satu IKU; `lalu` realisasi tahun lalu, `naik` selisihnya."""

    sasaran: str
    nama: str
    satuan: str
    desimal: int
    target: Besaran
    realisasi: Besaran
    rincian: str
    capaian: Nilai
    lalu: Besaran
    naik: Nilai
    keterangan: str = ""  # keadaan yang bukan nilai, dengan alasannya


@dataclass(frozen=True, slots=True, kw_only=True)
class UangDinas:
    """Pagu, realisasi (rupiah) dan penyerapan (persen) seluruh dinas."""

    pagu: Nilai
    realisasi: Nilai
    persen: Nilai
    catatan_pagu: str = ""  # baris yang tidak dijumlahkan karena pagunya belum diketahui


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiCapaian(KepalaNaskah):
    """Isi naskah Capaian Kinerja."""

    VERSI: ClassVar[int] = 2

    baris: tuple[BarisCapaian, ...]
    anggaran: UangDinas

    @property
    def batasan(self) -> SemuaBatasan:
        hasil = []
        for satu in self.baris:
            batasan = Batasan(
                nama=satu.nama,
                satuan=satu.satuan,
                target=satu.target.banding,
                realisasi=satu.realisasi.banding,
            )
            hasil.append(batasan)
        return tuple(hasil)


def lift_definisi(isi: Plain) -> Plain:
    """Versi 1 ke 2: target menjadi besaran."""
    return isi | {"indikator": lift_sasaran(isi["indikator"])}


def lift_sasaran(rows: list[Plain]) -> list[Plain]:
    """Versi 1 ke 2 untuk daftar sasaran dengan definisi indikatornya."""
    return [_lift_satu(row) for row in rows]


def _lift_satu(row: Plain) -> Plain:
    return row | {"indikator": [lift_besaran(i, "target") for i in row["indikator"]]}


def lift_capaian(isi: Plain) -> Plain:
    """Versi 1 ke 2: target dan realisasi menjadi besaran."""
    return isi | {"baris": [lift_besaran(b, "target", "realisasi", "lalu") for b in isi["baris"]]}


def lift_besaran(baris: Plain, *kolom: str) -> Plain:
    """Kolom yang pada versi 1 angka atau sebutan dalam satu tulisan."""
    return baris | {nama: dari_tulisan(baris[nama]) for nama in kolom}
