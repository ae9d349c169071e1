"""Uji kewajaran: satu uji membandingkan fakta satu per satu dan berkata apa yang ditemukannya.

Aplikasi menulis ujinya sebagai pembanding, lalu menyebutnya pada pendaftaran naskah.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from hashlib import sha256
from itertools import chain
from typing import Any

Kalimat = tuple[str, ...]
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
PEMISAH = "\x1f"
# yang disebut pesan: kutipan, angka, triwulan
_DISEBUT = re.compile(r"“[^”]+”|\d(?:[\d.,]*\d)?|\bTriwulan (?:IV|I{1,3})\b")


@dataclass(frozen=True)
class Temuan:
    """Satu temuan uji kewajaran: kelas (`KELAS`), tempat, angka tercetak dan hasil hitung ulang.

    `fakta` yang salah pada tempatnya, sama dari uji mana pun; `nilai` angka lain yang dibandingkan.
    """

    kelas: str
    tempat: str
    pesan: str
    tercetak: str = ""
    dihitung: str = ""
    url: str = ""
    is_blocking: bool = False
    fakta: str = ""
    nilai: Kalimat = ()
    asal: tuple["Temuan", ...] = ()  # yang digabung bila beberapa uji menemukan fakta yang sama

    @property
    def nama_kelas(self) -> str:
        return KELAS.get(self.kelas, "")

    @property
    def kunci(self) -> str:
        """Fakta yang salah; uji yang tidak menyebutnya memiliki temuannya sendiri."""
        return self.fakta or PEMISAH.join((self.kelas, self.tempat, self.pesan))

    @property
    def sidik(self) -> str:
        """Tanda fakta ini beserta angkanya; angka yang berganti memberi temuan yang lain.

        Kalimat dan kelasnya bukan bagian tanda: memperbaiki kata, atau memindahkan faktanya ke
        uji lain, tidak membuka lagi yang sudah dijelaskan.
        """
        return sidik(self.kunci, self.tercetak, self.dihitung, *self.nilai)

    @property
    def sidik_lama(self) -> Kalimat:
        """Tanda yang dahulu disusun dari kalimatnya; tanggapan lama dicari dengannya."""
        return tuple(_menurut_kalimat(satu) for satu in self.asal or (self,))


SemuaTemuan = list[Temuan]


def sidik(*bagian: str) -> str:
    """Ringkasan bagian-bagiannya."""
    tulisan = PEMISAH.join(bagian)
    return sha256(tulisan.encode()).hexdigest()[:SIDIK]


def _menurut_kalimat(temuan: Temuan) -> str:
    """Angka, triwulan dan kutipan dari pesannya ikut menjadi tanda."""
    disebut = _DISEBUT.findall(temuan.pesan)
    bagian = (temuan.kelas, temuan.tempat, temuan.tercetak, temuan.dihitung)
    return sidik(*bagian, *disebut)


def kunci_fakta(*bagian: Any) -> str:
    """Kunci fakta dari yang menentukannya: barisnya, masanya, besarannya."""
    return PEMISAH.join(map(_bagian, bagian))


def _bagian(satu: Any) -> str:
    """Baris basis data menurut nomornya: namanya boleh diperbaiki."""
    meta = getattr(satu, "_meta", None)
    if meta is None:
        return str(satu)
    return f"{meta.label_lower}:{satu.pk}"


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


SemuaPemeriksaan = Iterable[Pemeriksaan]
Perbandingan = Iterator[Temuan | None]  # satu hasil tiap fakta, `None` bila cocok
Pembanding = Callable[[Any, Any, Any], Perbandingan]  # naskah, bahan, isi
Uji = Callable[[Any, Any, Any], Pemeriksaan]


def uji(kelas: str, dibandingkan: str) -> Callable[[Pembanding], Uji]:
    """Jadikan pembanding satu uji: satu hasil tiap fakta, `None` bila cocok."""

    def bungkus(pembanding: Pembanding) -> Uji:
        @wraps(pembanding)
        def check(naskah: Any, bahan: Any, isi: Any) -> Pemeriksaan:
            hasil = list(pembanding(naskah, bahan, isi))
            ditemukan = [temuan for temuan in hasil if temuan]
            satu_kali = tuple(dict.fromkeys(ditemukan))
            return Pemeriksaan(kelas, dibandingkan, len(hasil), satu_kali)

        return check

    return bungkus


def nomor_kelas(kelas: str) -> int:
    """V2 sebelum V10."""
    return int(kelas.removeprefix("V"))


def satu_tiap_fakta(pemeriksaan: SemuaPemeriksaan) -> list[Pemeriksaan]:
    """Urut nomor kelasnya; fakta yang ditemukan beberapa uji milik kelas yang terkecil."""
    berurut = sorted(pemeriksaan, key=lambda satu: nomor_kelas(satu.kelas))
    setempat = _per_fakta(berurut)
    hasil = []
    for satu in berurut:
        milik = []
        for temuan in satu.temuan:
            sefakta = setempat.pop(temuan.kunci, None)
            if sefakta:
                gabungan = _gabung(sefakta)
                milik.append(gabungan)
        tersisa = replace(satu, temuan=tuple(milik))
        hasil.append(tersisa)
    return hasil


def _per_fakta(pemeriksaan: SemuaPemeriksaan) -> dict[str, SemuaTemuan]:
    """Temuan menurut kunci faktanya."""
    setempat: dict[str, SemuaTemuan] = {}
    for satu in pemeriksaan:
        for temuan in satu.temuan:
            sefakta = setempat.setdefault(temuan.kunci, [])
            sefakta.append(temuan)
    return setempat


def _gabung(sefakta: SemuaTemuan) -> Temuan:
    """Satu temuan yang mengatakan semuanya; angka tercetak dan hitungan yang pertama menyebut."""
    utama = sefakta[0]
    if len(sefakta) == 1:
        return utama
    return replace(
        utama,
        pesan=" ".join(dict.fromkeys(temuan.pesan for temuan in sefakta)),
        tercetak=_pertama(temuan.tercetak for temuan in sefakta),
        dihitung=_pertama(temuan.dihitung for temuan in sefakta),
        is_blocking=any(temuan.is_blocking for temuan in sefakta),
        nilai=tuple(chain.from_iterable(_nilai(temuan) for temuan in sefakta)),
        asal=tuple(sefakta),
    )


def _pertama(semua: Iterable[str]) -> str:
    return next(filter(None, semua), "")


def _nilai(temuan: Temuan) -> Kalimat:
    """Semua angka yang dibandingkannya."""
    return (temuan.tercetak, temuan.dihitung, *temuan.nilai)


def semua_temuan(pemeriksaan: SemuaPemeriksaan) -> SemuaTemuan:
    """Yang menahan lebih dahulu, lalu menurut nomor kelasnya."""
    hasil: SemuaTemuan = []
    for satu in pemeriksaan:
        hasil += satu.temuan
    return sorted(hasil, key=_urutan)


def _urutan(temuan: Temuan) -> tuple[bool, int]:
    is_belakangan = not temuan.is_blocking
    return is_belakangan, nomor_kelas(temuan.kelas)
