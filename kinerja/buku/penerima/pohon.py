"""Baris pohon kinerja menurut kode SIPD-nya, dua maupun empat angka."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from documents.impor import normal
from documents.impor.kata import kode_rusak
from kinerja.aturan import kode
from kinerja.buku.penerima.kolom import BarisBuku
from kinerja.buku.penerima.lembar import Buku
from kinerja.models import (
    IndikatorTambahan,
    Kegiatan,
    Nomenklatur,
    Program,
    SubKegiatan,
)
from kinerja.models.nomenklatur import valid_one

CONTOH = "2.13.04, 2.13.04.2.01, atau 2.13.04.2.01.0001"
BUKAN_KODE = "“{kode}” bukan kode program, kegiatan atau sub kegiatan, misalnya {contoh}."
DIBACA = "Kode dibaca sebagai {kode}."


@dataclass
class Cabang:
    """Baris tersimpan satu kode: yang utama, lalu baris indikator tambahannya."""

    utama: Any
    tambahan: list[Any] = field(default_factory=list)
    terpakai: set[Any] = field(default_factory=set)

    def pilih(self, indikator: str) -> Any:
        """Baris yang belum disebut: yang berindikator sama, selain itu menurut urutannya."""
        semua = [satu for satu in (self.utama, *self.tambahan) if satu.pk not in self.terpakai]
        for satu in semua:
            if normal(satu.indikator) == normal(indikator):
                return satu
        return semua[0] if semua else None


@dataclass
class Pohon:
    """Program sampai sub kegiatan satu tahun, dibaca sekali dan bertambah selama diimpor."""

    buku: Buku
    cabang: dict[str, Cabang] = field(default_factory=dict)
    nomenklatur: dict[str, list[Nomenklatur]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nomenklatur = Nomenklatur.objects.by_baku()
        self.muat()

    def muat(self) -> None:
        """Baca lagi; yang disebut lembar sebelumnya boleh disebut lagi."""
        self.cabang = {}
        milik = {"perangkat_daerah": self.buku.dinas, "tahun": self.buku.tahun}
        for program in Program.objects.filter(**milik).order_by("kode"):
            rows = IndikatorTambahan.objects.filter(program=program, kegiatan=None)
            self._daftarkan(program, rows)
            for kegiatan in program.kegiatan_set.order_by("kode"):
                self._daftarkan(
                    kegiatan,
                    IndikatorTambahan.objects.filter(kegiatan=kegiatan),
                )
                for sub in kegiatan.subkegiatan_set.filter(induk=None).order_by("nomor"):
                    self._daftarkan(sub, sub.baris.order_by("nomor"))

    def _daftarkan(self, row: Any, tambahan: Any) -> None:
        self.cabang[kunci_kode(row)] = Cabang(row, list(tambahan.order_by("nomor")))

    def semua(self) -> Iterator[tuple[Any, Any]]:
        """Tiap baris tersimpan bersama baris utamanya, urut seperti naskahnya."""
        for cabang in self.cabang.values():
            for row in (cabang.utama, *cabang.tambahan):
                yield row, cabang.utama

    def pakai(self, baku: str, row: Any) -> None:
        """Baris itu sudah disebut; yang baru ikut terdaftar."""
        cabang = self.cabang.setdefault(baku, Cabang(row))
        if row not in (cabang.utama, *cabang.tambahan):
            cabang.tambahan.append(row)
        cabang.terpakai.add(row.pk)

    def kode(self, baris: BarisBuku) -> str:
        """Kode yang berlaku pada tahun bukunya; kosong bila bukan kode, dengan masalahnya."""
        tulisan = baris.teks("kode").strip(" .")
        if not kode.tingkat(tulisan):
            pesan = BUKAN_KODE.format(kode=tulisan, contoh=CONTOH)
            self.buku.salah(baris, "kode", kode_rusak(tulisan) or pesan)
            return ""
        baku = kode.baku(tulisan)
        cabang = self.cabang.get(baku)
        berlaku = cabang.utama.kode if cabang else self._berlaku(tulisan, baku)
        if berlaku != tulisan:
            self.buku.catat(baris, "kode", DIBACA.format(kode=berlaku))
        return berlaku

    def _berlaku(self, tulisan: str, baku: str) -> str:
        """Penulisan yang berlaku bagi kode yang sama; penerus berkode lain diputuskan orang."""
        terbitan = self.nomenklatur.get(baku, [])
        benar = valid_one(terbitan, self.buku.tahun)
        if benar is not None and kode.sama(benar.kode, tulisan):
            return str(benar.kode)
        return tulisan

    def induk(self, anak: str) -> Any:
        """Program atau kegiatan satu tingkat di atas `anak`; `None` bila belum ada."""
        cabang = self.cabang.get(kode.induk(anak))
        return cabang.utama if cabang else None


def kunci_kode(row: Any) -> str:
    """Kode baku; sub kegiatan tanpa kode dikenali urutannya di bawah kegiatannya."""
    if row.kode:
        return kode.baku(row.kode)
    return f"{row.kegiatan.kode} {row.nomor}"


def anak(induk: Any, tulisan: str) -> Any:
    """Kegiatan baru di bawah program, atau sub kegiatan baru di bawah kegiatan."""
    if isinstance(induk, Program):
        return Kegiatan(program=induk, kode=tulisan)
    return SubKegiatan(kegiatan=induk, kode=tulisan, nomor=_nomor(induk.subkegiatan_set))


def tambahan(cabang: Cabang) -> Any:
    """Indikator tambahan baru satu program, kegiatan atau sub kegiatan."""
    utama = cabang.utama
    if isinstance(utama, SubKegiatan):
        return SubKegiatan(
            kegiatan=utama.kegiatan,
            induk=utama,
            kode=utama.kode,
            nama=utama.nama,
            nomor=_nomor(utama.kegiatan.subkegiatan_set),
        )
    nomor = len(cabang.tambahan) + 2  # yang pertama indikator induknya
    if isinstance(utama, Kegiatan):
        return IndikatorTambahan(program=utama.program, kegiatan=utama, nomor=nomor)
    return IndikatorTambahan(program=utama, nomor=nomor)


def _nomor(rows: Any) -> int:
    """Urutan sesudah yang terakhir."""
    terakhir = rows.order_by("-nomor").first()
    return terakhir.nomor + 1 if terakhir else 1
