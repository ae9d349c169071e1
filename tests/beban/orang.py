"""Satu operator yang bekerja: mengisi sel, membuka halaman, melihat dasbor, meminta cetakan.

Sel yang jawabannya "tersimpan" diingatnya, dan pada akhirnya dicari lagi di halaman kisinya.
"""

import json
import random
import re
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlencode
from uuid import uuid4

from tests.beban.akun import SANDI, nama_akun

MASUK = "/akun/masuk/"
KISI = "/wilayah/lembaga/rincian/isian/"
TAHUN = 2026
HALAMAN = (
    "/",
    "/wilayah/desa/",
    "/wilayah/register-lembaga/",
    "/kinerja/naskah/",
    "/kinerja/rencana-aksi/?tahun=2024",
    "/idm/peringkat/?tahun=2024",
)
DASBOR = ("/kinerja/?tahun=2023", "/idm/dasbor/?tahun=2024", "/wilayah/lembaga/kelengkapan/")
CETAKAN = ("/idm/pdf/?tahun=2024", "/kinerja/pohon/pdf/?tahun=2023")
ISIAN = re.compile(r'<input name="k\.(\d+)\.(\w+)"[^>]* value="([^"]*)"')
KECAMATAN = re.compile(r'<select[^>]* name="kecamatan".*?</select>', re.S)
PILIHAN = re.compile(r'<option value="(\d+)"')
AKUN = re.compile(r'data-akun="(\d+)"')
RAHASIA = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
# paling banyak sejumlah lembaganya: nilai acaknya dapat tidak sah
BERBATAS = frozenset({"posyandu_aktif", "pkk_aktif", "lpm_berprestasi"})
Sel = tuple[str, str]  # kunci baris, nama kolom


@dataclass(frozen=True)
class Jawaban:
    """Kode status dan isi jawaban HTTP."""

    kode: int
    data: bytes

    @property
    def teks(self) -> str:
        return self.data.decode(errors="replace")


class Sesi(Protocol):
    """Sambungan HTTP berkue milik satu orang; `nama` nama ukurannya."""

    def get(self, alamat: str, nama: str) -> Jawaban: ...

    def post(
        self,
        alamat: str,
        nama: str,
        isi: str | dict[str, str],
        kepala: dict[str, str],
        berkas: bytes | None = None,
    ) -> Jawaban: ...


class Gagal(Exception):
    """Jawaban yang tidak semestinya; kalimatnya masuk daftar kegagalan."""


class SelRefused(Gagal):
    """Sel yang hanya dipegang pengetiknya sendiri tidak diterima."""


@dataclass(frozen=True)
class Kiriman:
    """Satu sel yang sudah dikirim; dikirim ulang dengan nomor yang sama sampai terjawab."""

    sel: Sel
    isi: str


@dataclass
class Operator:
    """Orang ke-`nomor` dari `banyak`; dua orang tidak memegang sel yang sama."""

    sesi: Sesi
    nomor: int
    banyak: int
    asal: str  # skema, nama dan port peladennya
    kisi: str = ""
    akun: str = ""
    rahasia: str = ""
    isi: dict[Sel, str] = field(default_factory=dict)
    diakui: dict[Sel, str] = field(default_factory=dict)
    kali_diakui: int = 0
    tertahan: Kiriman | None = None  # yang belum terjawab
    acak: random.Random = field(default_factory=random.Random)

    def masuk(self) -> None:
        """Masuk, lalu membuka bagian kisinya sendiri."""
        formulir = self.sesi.get(MASUK, MASUK)
        isi = {
            "username": nama_akun(self.nomor),
            "password": SANDI,
            "csrfmiddlewaretoken": _find(RAHASIA, formulir),
        }
        self.sesi.post(MASUK, MASUK, isi, {"Origin": self.asal})
        halaman = self._buka(f"{KISI}?tahun={TAHUN}", "kisi")
        self.akun = _find(AKUN, halaman)
        pilihan = KECAMATAN.search(halaman.teks)
        if pilihan is None:
            raise Gagal("Kisi tanpa pilihan kecamatan.")
        semua = PILIHAN.findall(pilihan[0])
        saringan = {"tahun": TAHUN, "kecamatan": semua[self.nomor % len(semua)]}
        self.kisi = f"{KISI}?{urlencode(saringan)}"
        halaman = self._buka(self.kisi, "kisi")
        self.rahasia = _find(RAHASIA, halaman)
        self.isi = self._bagian(halaman, len(semua))

    def _bagian(self, halaman: Jawaban, kecamatan: int) -> dict[Sel, str]:
        """Selnya sendiri: desa kecamatan itu dibagi rata di antara orang yang memegangnya."""
        urutan = self.nomor // kecamatan
        rombongan = self.banyak // kecamatan + 1
        baris: dict[str, int] = {}
        hasil = {}
        for kunci, kolom, nilai in ISIAN.findall(halaman.teks):
            letak = baris.setdefault(kunci, len(baris))
            if letak % rombongan == urutan and kolom not in BERBATAS:
                hasil[kunci, kolom] = nilai
        return hasil

    def ketik(self) -> None:
        """Satu sel disimpan seperti dari halamannya; yang diakui diingat.

        Yang tidak terjawab dikirim lagi lebih dahulu, seperti titipan kisi.
        """
        if not self.isi:
            self.buka()
            return
        kiriman = self.tertahan or self._kiriman()
        self.tertahan = kiriman
        jawaban = self.sesi.post(
            self.kisi,
            "simpan sel",
            kiriman.isi,
            {
                "Content-Type": "application/json",
                "Origin": self.asal,
                "X-CSRFToken": self.rahasia,
            },
        )
        if jawaban.kode != 200:
            return
        if not jawaban.data.startswith(b"{"):
            raise Gagal("Sesinya berakhir.")
        self.tertahan = None
        (hasil,) = json.loads(jawaban.teks)["hasil"]
        if hasil["status"] != "tersimpan":
            raise SelRefused(f"Sel ditolak: {hasil['pesan']}")
        self.isi[kiriman.sel] = hasil["nilai"]
        self.diakui[kiriman.sel] = hasil["nilai"]
        self.kali_diakui += 1

    def _kiriman(self) -> Kiriman:
        """Nilai baru bagi satu selnya."""
        sel = self.acak.choice(list(self.isi))
        baru = str(self.acak.randint(1, 60))
        ubahan = {"b": sel[0], "k": sel[1], "lama": self.isi[sel], "baru": baru}
        isi = {"ubahan": [ubahan], "nomor": str(uuid4()), "akun": self.akun}
        return Kiriman(sel, json.dumps(isi))

    def buka(self) -> None:
        self._buka(self.acak.choice((*HALAMAN, self.kisi)), "halaman")

    def dasbor(self) -> None:
        self._buka(self.acak.choice(DASBOR), "dasbor")

    def cetak(self) -> None:
        self._buka(self.acak.choice(CETAKAN), "cetakan")

    def impor(self) -> None:
        """Lembar kisinya diunduh lalu diunggah lagi sampai pratinjaunya."""
        lembar = self._buka(f"{KISI}xlsx/?tahun={TAHUN}", "unduh lembar")
        if lembar.kode != 200:
            return
        alamat = f"{KISI}impor/?tahun={TAHUN}"
        isi = {"csrfmiddlewaretoken": self.rahasia}
        self.sesi.post(alamat, "baca impor", isi, {"Origin": self.asal}, lembar.data)

    def check(self) -> list[Sel]:
        """Sel yang diakui tersimpan tetapi tidak ada di halamannya.

        Yang kiriman berikutnya belum terjawab boleh sudah berganti.
        """
        diperiksa = dict(self.diakui)
        if self.tertahan:
            diperiksa.pop(self.tertahan.sel, None)
        if not diperiksa:
            return []
        halaman = self._buka(self.kisi, "periksa")
        kini = {(kunci, kolom): nilai for kunci, kolom, nilai in ISIAN.findall(halaman.teks)}
        return [sel for sel, nilai in diperiksa.items() if kini.get(sel) != nilai]

    def _buka(self, alamat: str, nama: str) -> Jawaban:
        return self.sesi.get(alamat, nama)


def _find(pola: re.Pattern[str], jawaban: Jawaban) -> str:
    ada = pola.search(jawaban.teks)
    if ada is None:
        raise Gagal(f"Jawaban {jawaban.kode} tanpa {pola.pattern}.")
    return ada[1]
