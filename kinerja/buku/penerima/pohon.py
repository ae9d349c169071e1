"""Baris pohon kinerja menurut kode SIPD-nya, dua maupun empat angka."""

import re
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
from kinerja.models.nomenklatur import terbitan_berlaku

CONTOH = "2.13.04, 2.13.04.2.01, atau 2.13.04.2.01.0001"
BUKAN_KODE = "“{kode}” bukan kode program, kegiatan atau sub kegiatan, misalnya {contoh}."
LAIN_NAMA = "Nomenklatur {kode} bernama “{nama}”."
DIBACA = "Kode dibaca sebagai {kode}."


@dataclass
class SimpulTertulis:
    """Baris tersimpan satu kode: yang utama, lalu baris indikator tambahannya."""

    utama: Any
    tambahan: list[Any] = field(default_factory=list)
    terpakai: set[Any] = field(default_factory=set)
    baris: list[BarisBuku] = field(default_factory=list)  # yang menyebutnya pada lembarnya

    @property
    def semua(self) -> list[Any]:
        """Yang utama di depan."""
        return [self.utama, *self.tambahan]

    def pilih(self, indikator: str) -> Any:
        """Baris yang belum disebut: yang berindikator sama, selain itu menurut urutannya."""
        dicari = normal(indikator)
        sisa = []
        for row in self.semua:
            if row in self.terpakai:
                continue
            if normal(row.indikator) == dicari:
                return row
            sisa.append(row)
        if sisa:
            return sisa[0]
        return None


class PohonKode:
    """Program sampai sub kegiatan satu tahun, dibaca sekali dan bertambah selama diimpor."""

    def __init__(self, buku: Buku) -> None:
        """Urut seperti naskahnya."""
        self.buku = buku
        self.cabang: dict[str, SimpulTertulis] = {}
        rows = Program.objects.filter(
            perangkat_daerah=buku.dinas,
            tahun=buku.tahun,
        )
        for program in rows.order_by("kode"):
            self._read(program)

    def _read(self, program: Program) -> None:
        """Satu program sampai sub kegiatannya."""
        rows = program.tambahan.filter(kegiatan=None)
        self._daftarkan(program, rows)
        for kegiatan in program.kegiatan_set.order_by("kode"):
            rows = kegiatan.tambahan.all()
            self._daftarkan(kegiatan, rows)
            utama = kegiatan.subkegiatan_set.utama()
            for sub in utama.order_by("nomor"):
                rows = sub.baris.all()
                self._daftarkan(sub, rows)

    def _daftarkan(self, row: Any, tambahan: Any) -> None:
        """Satu kode dengan indikator tambahannya."""
        kunci = kunci_kode(row)
        urut = tambahan.order_by("nomor")
        self.cabang[kunci] = SimpulTertulis(row, list(urut))

    def semua(self) -> Iterator[tuple[Any, Any]]:
        """Tiap baris tersimpan bersama baris utamanya, urut seperti naskahnya."""
        for cabang in self.cabang.values():
            for row in cabang.semua:
                yield row, cabang.utama

    def pakai(self, baku: str, row: Any, baris: BarisBuku) -> None:
        """Baris itu sudah disebut `baris`; yang baru ikut terdaftar."""
        baru = SimpulTertulis(row)
        cabang = self.cabang.setdefault(baku, baru)
        if row not in cabang.semua:
            cabang.tambahan.append(row)
        cabang.terpakai.add(row)
        cabang.baris.append(baris)

    def kode(self, baris: BarisBuku) -> str:
        """Kode yang berlaku pada tahun bukunya; kosong bila bukan kode, dengan masalahnya."""
        tulisan = kode_tertulis(baris)
        if not kode.tingkat(tulisan):
            pesan = BUKAN_KODE.format(kode=tulisan, contoh=CONTOH)
            sebab = kode_rusak(tulisan)
            self.buku.salah(baris, "kode", sebab or pesan)
            return ""
        berlaku = self._berlaku(tulisan)
        if berlaku != tulisan:
            pesan = DIBACA.format(kode=berlaku)
            self.buku.record(baris, "kode", pesan)
        return berlaku

    def _berlaku(self, tulisan: str) -> str:
        """Yang tercatat, atau penulisan yang berlaku; penerus berkode lain diputuskan orang."""
        baku = kode.baku(tulisan)
        cabang = self.cabang.get(baku)
        if cabang is not None:
            return str(cabang.utama.kode)
        terbitan = list(Nomenklatur.objects.same_as(tulisan).select_related("padanan"))
        benar = terbitan_berlaku(terbitan, self.buku.tahun)
        if benar is None or not kode.sama(benar.kode, tulisan):
            return tulisan
        return str(benar.kode)

    def check_nama(self, baris: BarisBuku, tulisan: str) -> None:
        """Nama yang lain dari nomenklaturnya disebut, tidak ditahan."""
        nama = baris.teks("nama")
        if not nama:
            return
        terbitan = list(Nomenklatur.objects.same_as(tulisan).select_related("padanan"))
        benar = terbitan_berlaku(terbitan, self.buku.tahun)
        if benar is not None and _kata(benar.nama) != _kata(nama):
            self.buku.record(baris, "nama", LAIN_NAMA.format(kode=benar.kode, nama=benar.nama))

    def induk(self, tulisan: str) -> Any:
        """Program atau kegiatan satu tingkat di atasnya; `None` bila belum ada."""
        di_atas = kode.induk(tulisan)
        cabang = self.cabang.get(di_atas)
        if cabang is None:
            return None
        return cabang.utama


def _kata(nama: str) -> list[str]:
    """Kata dan angkanya saja: tanda baca dan huruf besar bukan beda nama."""
    kata = re.findall(r"[^\W_]+", nama.lower())
    if kata[:1] == ["program"]:
        return kata[1:]
    return kata


def kode_tertulis(baris: BarisBuku) -> str:
    """Kodenya tanpa titik dan spasi di tepinya."""
    tulisan = baris.teks("kode")
    return tulisan.strip(" .")


def kunci_kode(row: Any) -> str:
    """Kode baku; sub kegiatan tanpa kode dikenali urutannya di bawah kegiatannya."""
    if row.kode:
        return kode.baku(row.kode)
    return f"{row.kegiatan.kode} {row.nomor}"


def anak(induk: Any, tulisan: str) -> Any:
    """Kegiatan baru di bawah program, atau sub kegiatan baru di bawah kegiatan."""
    if isinstance(induk, Program):
        return Kegiatan(program=induk, kode=tulisan)
    nomor = _nomor(induk.subkegiatan_set)
    return SubKegiatan(kegiatan=induk, kode=tulisan, nomor=nomor)


def tambahan(cabang: SimpulTertulis) -> Any:
    """Indikator tambahan baru satu program, kegiatan atau sub kegiatan."""
    utama = cabang.utama
    if isinstance(utama, SubKegiatan):
        nomor = _nomor(utama.kegiatan.subkegiatan_set)
        return SubKegiatan(
            kegiatan=utama.kegiatan,
            induk=utama,
            kode=utama.kode,
            nama=utama.nama,
            nomor=nomor,
        )
    nomor = len(cabang.tambahan) + 2  # yang pertama indikator induknya
    if isinstance(utama, Kegiatan):
        return IndikatorTambahan(program=utama.program, kegiatan=utama, nomor=nomor)
    return IndikatorTambahan(program=utama, nomor=nomor)


def _nomor(rows: Any) -> int:
    """Urutan sesudah yang terakhir."""
    urut = rows.order_by("nomor")
    terakhir = urut.last()
    if terakhir is None:
        return 1
    return int(terakhir.nomor) + 1
