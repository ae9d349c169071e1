"""Kolom buku kerja, dan satu barisnya sebagaimana terbaca."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core.forms import TanggalField
from core.grid import KolomKisi
from documents.impor import Kesalahan
from documents.impor.kepala import judul
from documents.pembaca import alamat

# bidang formulir → kolom asalnya dan tulisannya
Isian = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class KolomBuku(KolomKisi):
    """Kolom yang isinya diperiksa bidang formulir barisnya."""

    jenis: str = "teks"
    bidang: str = ""  # bidang formulirnya bila bernama lain
    is_turun: bool = False  # sel gabungan: yang kosong mengikuti baris di atasnya


YA_TIDAK = (("v", "v"), ("tidak", "tidak"))


def berpilihan(model: Any, *semua: KolomBuku) -> tuple[KolomBuku, ...]:
    """Kolom yang isinya tertentu menurut modelnya menawarkannya pada lembar unduhan."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    hasil = []
    for kolom in semua:
        field = fields.get(kolom.bidang or kolom.nama)
        hasil.append(replace(kolom, pilihan=_pilihan(field)))
    return tuple(hasil)


def _pilihan(field: Any) -> tuple[tuple[str, str], ...]:
    """Nilai dan sebutan tiap pilihannya; kosong bila isinya bebas."""
    if isinstance(field, models.BooleanField):
        return YA_TIDAK
    semua = getattr(field, "choices", None) or ()
    return tuple((str(nilai), str(sebutan)) for nilai, sebutan in semua)


@dataclass(frozen=True)
class BarisBuku:
    """Satu baris lembar; kolom yang tidak ada di kepala tidak ada di `isi`."""

    lembar: str
    nomor: int
    kolom: Mapping[str, KolomBuku]
    letak: Mapping[str, int]  # kolom → nomor kolom lembarnya
    isi: Mapping[str, str]
    is_jumlah: bool = False  # kaki tabel
    nomor_kepala: int = 0  # baris judul kolomnya

    def teks(self, nama: str) -> str:
        """Kosong bila kolomnya tidak ada."""
        return self.isi.get(nama, "")

    def tanggal(self, nama: str) -> datetime.date | None:
        """Seperti dibaca formulirnya, yang juga menyebut salahnya."""
        try:
            return TanggalField(required=False).clean(self.teks(nama))
        except ValidationError:
            return None

    def isian(self, *nama: str) -> Isian:
        """Kolom yang ada pada lembarnya, menurut bidang formulirnya."""
        hasil = {}
        for satu in nama:
            if satu in self.isi:
                bidang = self.kolom[satu].bidang or satu
                hasil[bidang] = (satu, self.isi[satu])
        return hasil

    def sel(self, nama: str) -> str:
        """Alamat sel; kolom yang tidak ada diwakili penanda barisnya."""
        letak = self.letak.get(nama)
        if letak is None:
            penanda = []
            for satu in self.letak:
                if self.kolom[satu].is_penanda:
                    penanda.append(self.letak[satu])
            letak = min(penanda)
        return alamat(self.nomor, letak)

    def kepala(self) -> "BarisBuku":
        """Baris judulnya, bagi masalah satu kolom seluruhnya."""
        isi = {nama: judul(self.kolom[nama]) for nama in self.letak}
        return replace(self, nomor=self.nomor_kepala, isi=isi)

    def kesalahan(self, nama: str, pesan: str) -> Kesalahan:
        """Masalah pada satu kolom baris ini."""
        return Kesalahan(
            lembar=self.lembar,
            sel=self.sel(nama),
            isi=self.teks(nama),
            pesan=pesan,
        )


def tanpa_kosong(isian: Isian, berbawaan: Collection[str]) -> Isian:
    """Sel kosong pada bidang yang berbawaan tidak mengosongkannya."""
    hasil = {}
    for bidang, sel in isian.items():
        _, tulisan = sel
        if tulisan or bidang not in berbawaan:
            hasil[bidang] = sel
    return hasil
