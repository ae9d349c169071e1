"""Uji kewajaran: satu uji membandingkan fakta satu per satu dan berkata apa yang ditemukannya.

Aplikasi menulis ujinya sebagai pembanding, lalu menyebutnya pada pendaftaran naskah.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from typing import Any

# kelas uji kewajaran dengan kata
KELAS = {
    "V1": "uang menjumlah ke atas",
    "V2": "jumlah dihitung ulang",
    "V3": "desa tidak terhitung ganda",
    "V4": "persen punya pembilang dan penyebut",
    "V5": "jadwal setahun",
    "V6": "realisasi lengkap",
    "V7": "rencana tanpa realisasi",
    "V8": "arah dan salinan angka",
    "V9": "penulisan angka",
    "V10": "satuan",
    "V11": "skala dan kata simpulan",
    "V12": "satu angka di semua naskah",
    "V13": "tahun pada naskah",
    "V14": "kode nomenklatur",
}
SIDIK = 24  # aksara heksadesimal; cukup membedakan temuan satu naskah
# yang disebut pesan: kutipan, angka, triwulan; kata selebihnya boleh diperbaiki
_FAKTA = re.compile(r"“[^”]+”|\d(?:[\d.,]*\d)?|\bTriwulan (?:IV|I{1,3})\b")


@dataclass(frozen=True)
class Temuan:
    """Satu temuan uji kewajaran: kelas (`KELAS`), tempat, angka tercetak dan hasil hitung ulang."""

    kelas: str
    tempat: str
    pesan: str
    tercetak: str = ""
    dihitung: str = ""
    url: str = ""
    is_blocking: bool = False

    @property
    def nama_kelas(self) -> str:
        return KELAS.get(self.kelas, "")

    @property
    def sidik(self) -> str:
        """Tanda temuan ini beserta angkanya; angka yang berganti memberi temuan yang lain.

        Kalimatnya bukan bagian tanda: memperbaiki kata tidak membuka lagi yang sudah dijelaskan.
        """
        disebut = _FAKTA.findall(self.pesan)
        bagian = (self.kelas, self.tempat, self.tercetak, self.dihitung, *disebut)
        tulisan = "\x1f".join(bagian)
        return sha256(tulisan.encode()).hexdigest()[:SIDIK]


@dataclass(frozen=True)
class Pemeriksaan:
    """Satu uji yang berjalan: yang dibandingkannya, atas berapa fakta, dan temuannya."""

    kelas: str
    dibandingkan: str
    banyak: int
    temuan: tuple[Temuan, ...] = ()

    @property
    def nama_kelas(self) -> str:
        return KELAS.get(self.kelas, "")


Perbandingan = Iterator[Temuan | None]  # satu hasil tiap fakta, `None` bila cocok
Pembanding = Callable[[Any, Any, Any], Perbandingan]  # naskah, bahan, isi
Uji = Callable[[Any, Any, Any], Pemeriksaan]


def uji(kelas: str, dibandingkan: str) -> Callable[[Pembanding], Uji]:
    """Jadikan pembanding satu uji: satu hasil tiap fakta, `None` bila cocok."""

    def bungkus(pembanding: Pembanding) -> Uji:
        @wraps(pembanding)
        def periksa(naskah: Any, bahan: Any, isi: Any) -> Pemeriksaan:
            hasil = list(pembanding(naskah, bahan, isi))
            ditemukan = [temuan for temuan in hasil if temuan]
            satu_kali = tuple(dict.fromkeys(ditemukan))
            return Pemeriksaan(kelas, dibandingkan, len(hasil), satu_kali)

        return periksa

    return bungkus


def nomor_kelas(kelas: str) -> int:
    """V2 sebelum V10."""
    return int(kelas.removeprefix("V"))


def semua_temuan(pemeriksaan: Iterable[Pemeriksaan]) -> list[Temuan]:
    """Yang menahan lebih dahulu, lalu menurut nomor kelasnya."""
    hasil: list[Temuan] = []
    for satu in pemeriksaan:
        hasil += satu.temuan
    return sorted(hasil, key=lambda t: (not t.is_blocking, nomor_kelas(t.kelas)))
