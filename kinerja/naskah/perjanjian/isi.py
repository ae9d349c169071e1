"""Bentuk isi Perjanjian Kinerja."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from documents.kepala import Kepala, Orang
from documents.snapshot import Plain
from kinerja.naskah.dasar.besaran import Besaran, dari_tulisan


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorPerjanjian:
    """Indikator yang diperjanjikan; tanpa `desimal` targetnya tulisan lengkap dengan satuannya."""

    nama: str
    satuan: str
    desimal: int | None
    target: Besaran


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranPerjanjian:
    """Sasaran, program atau kegiatan dengan indikatornya."""

    sasaran: str
    indikator: tuple[IndikatorPerjanjian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UangPerjanjian:
    """Program, kegiatan atau sub kegiatan dengan pagunya (rupiah)."""

    kode: str
    nama: str
    pagu: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPerjanjian(Kepala):
    """Pernyataan, kedua pihak, sasaran dengan target, lalu anggaran dan jumlahnya."""

    VERSI: ClassVar[int] = 2

    tingkat: str
    pertama: Orang
    kedua: Orang
    alasan: str
    nomor_lama: str
    sasaran: tuple[SasaranPerjanjian, ...]
    sebutan: str
    anggaran: tuple[UangPerjanjian, ...]
    jumlah: Decimal | None


def lift_perjanjian(isi: Plain) -> Plain:
    """Versi 1 ke 2: target menjadi besaran; definisi indikator yang tidak tercetak dilepas."""
    return isi | {"sasaran": [_sasaran(row) for row in isi["sasaran"]]}


def _sasaran(lama: Plain) -> Plain:
    return lama | {"indikator": [_indikator(i) for i in lama["indikator"]]}


def _indikator(lama: Plain) -> Plain:
    tulisan = lama["target"]
    is_angka = lama["desimal"] is not None
    target = dari_tulisan(tulisan) if is_angka else {"angka": None, "sebutan": tulisan}
    return {nama: lama[nama] for nama in ("nama", "satuan", "desimal")} | {"target": target}
