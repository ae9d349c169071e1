"""Dasar satu lembar buku kerja, dan yang dipakai bersama semua lembarnya."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from documents.impor import Hasil, kata, normal
from documents.impor.kepala import ABAI, Dikenal, judul
from documents.pembaca import Tabel
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku
from kinerja.buku.penerima.pencatat import Pencatat
from kinerja.models import PeriodeRenstra

Terisi = Mapping[str, Any]  # kolom → isi satu baris yang diunduh


@dataclass
class Buku:
    """Kantor, tahun dan pencatat yang sama bagi semua lembar."""

    user: Any
    tahun: int
    pencatat: Pencatat

    @property
    def hasil(self) -> Hasil:
        """Masalah, catatan dan ubahan semua lembar."""
        return self.pencatat.hasil

    @cached_property
    def dinas(self) -> Any:
        """Pemilik semua barisnya."""
        return self.user.kabupaten.dinas

    def periode(self, awal: int = 0, akhir: int = 0) -> PeriodeRenstra | None:
        """Periode yang memuat tahun-tahun itu, atau yang memuat tahun bukunya."""
        rows = PeriodeRenstra.objects.filter(perangkat_daerah=self.dinas)
        pertama = awal or self.tahun
        terakhir = akhir or self.tahun
        return rows.covering(pertama).covering(terakhir).first()

    def salah(self, baris: BarisBuku, nama: str, pesan: str) -> None:
        """Satu masalah tiap sel: yang pertama yang menyebabkan lainnya."""
        self.pencatat.salah(baris, nama, pesan)

    def record(self, baris: BarisBuku, nama: str, pesan: str) -> None:
        """Yang perlu dilihat tetapi tidak menahan."""
        self.hasil.catatan.append(baris.kesalahan(nama, pesan))

    def beda(self, baris: BarisBuku, nama: str, pesan: str) -> None:
        """Jumlah pada lembar yang lain dari rinciannya; diakui sebelum diterapkan."""
        satu = replace(baris.kesalahan(nama, pesan), is_jumlah=True)
        self.hasil.catatan.append(satu)


class Lembar:
    """Satu lembar: kolomnya, isi yang sudah tercatat, dan cara satu barisnya disimpan."""

    nama: ClassVar[str]
    is_setahun: ClassVar[bool] = True  # judulnya menyebut tahun datanya
    is_berlanjut: ClassVar[bool] = False  # baris tanpa penanda melanjutkan yang di atasnya

    def __init__(self, buku: Buku) -> None:
        self.buku = buku

    def columns(self) -> Sequence[KolomBuku]:
        """Kolom menurut urutannya pada lembar yang diunduh."""
        raise NotImplementedError

    def diunduh(self) -> Sequence[KolomBuku]:
        """Kolom pada lembar yang diunduh."""
        return self.columns()

    def terisi(self) -> Iterator[Terisi]:
        """Baris yang sudah tercatat."""
        raise NotImplementedError

    def store(self, baris: BarisBuku) -> None:
        """Simpan satu baris lembar; masalahnya dicatat."""
        raise NotImplementedError

    def mulai(self, semua: Sequence[BarisBuku]) -> None:
        """Sebelum baris pertama; `semua` baris lembarnya."""

    def jumlah(self, baris: BarisBuku) -> None:
        """Kaki tabel."""

    @cached_property
    def kolom(self) -> dict[str, KolomBuku]:
        """Kolom menurut namanya."""
        return {satu.nama: satu for satu in self.columns()}

    @cached_property
    def dikenal(self) -> Dikenal:
        """Judul yang dikenali; label di bawah kelompok tidak berarti tanpa kelompoknya."""
        dikenal: Dikenal = {}
        for kolom in self.columns():
            sebutan = [judul(kolom), *kolom.alias]
            for satu in sebutan:
                dikenal.setdefault(kata.judul_baku(satu), kolom)
        for satu in kata.ABAI:
            dikenal.setdefault(satu, ABAI)
        return dikenal

    def is_bernama(self, tabel: Tabel) -> bool:
        """Nama lembar berkasnya nama lembar ini."""
        return normal(tabel.nama) == normal(self.nama)
