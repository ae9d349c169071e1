"""Isian nilai sebagaimana diketik orang: angka atau keadaannya, dengan satuan yang ikut diketik."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from unicodedata import category, normalize

from core.angka import TERPANJANG, Berkata, parse, tanpa_ekor
from kinerja.aturan.keadaan import Berkeadaan, Keadaan, Rentang, TanpaNilai


@dataclass(frozen=True)
class Tertulis:
    """Isian yang dipahami, satuan yang ikut diketik, dan tulisan asalnya."""

    isi: Berkeadaan
    satuan: str = ""
    asal: str = field(default="", compare=False)


class Beralasan(Berkata):
    """Angka yang diikuti alasan; alasannya tidak punya tempat, maka tidak dibuang diam-diam."""

    def __init__(self, teks: str, nilai: Decimal) -> None:
        super().__init__(teks, "", nilai)
        self.pokok = (
            f"“{teks}” angka beralasan; alasan hanya menyertai rentang, tidak berlaku, "
            "dan belum rilis."
        )


_BILANGAN = r"-?[0-9][0-9.,]*"
_ANTARA = re.compile(
    rf"^({_BILANGAN})\s*(?:-|–|—|s\.?\s?/?d\.?|sampai dengan|sampai|hingga)\s*({_BILANGAN})$",
    re.IGNORECASE,
)
_BERHURUF = re.compile(r"[^\W\d_]")
_TEPI = re.compile(rf"^([<>]=?|[≤≥]|[a-z ]+?)\s*({_BILANGAN})$", re.IGNORECASE)
_SATUAN = re.compile(r"^(.*?[0-9])\s*((?:%|[^\W\d_])[^0-9]*)$", re.DOTALL)
_RUPIAH = re.compile(r"^(-?)Rp\.?\s*", re.IGNORECASE)
_PECAHAN = re.compile(r"^([^/]+?)\s*(?:/|\bdari\b)\s*([^/]+)$", re.IGNORECASE)
_BERBAGI = re.compile(rf"^{_BILANGAN}\s*(?:/|dari)\s*{_BILANGAN}$", re.IGNORECASE)
TANPA_PENYEBUT = "“{teks}” pecahan, padahal di sini tanpa penyebut; tulis hasil baginya."
# tanda → tepinya tepi bawah, dan termasuk
_TANDA = {
    ">=": (True, True),
    "≥": (True, True),
    "minimal": (True, True),
    "paling sedikit": (True, True),
    ">": (True, False),
    "lebih dari": (True, False),
    "di atas": (True, False),
    "<=": (False, True),
    "≤": (False, True),
    "maksimal": (False, True),
    "paling banyak": (False, True),
    "<": (False, False),
    "kurang dari": (False, False),
    "di bawah": (False, False),
}
_TANPA = {
    "n/a": Keadaan.TIDAK_BERLAKU,
    "n.a": Keadaan.TIDAK_BERLAKU,
    "n.a.": Keadaan.TIDAK_BERLAKU,
    "na": Keadaan.TIDAK_BERLAKU,
    "tidak berlaku": Keadaan.TIDAK_BERLAKU,
    "tidak relevan": Keadaan.TIDAK_BERLAKU,
    "belum rilis": Keadaan.BELUM_RILIS,
    "belum dirilis": Keadaan.BELUM_RILIS,
    "belum terbit": Keadaan.BELUM_RILIS,
    "belum diterbitkan": Keadaan.BELUM_RILIS,
    "belum keluar": Keadaan.BELUM_RILIS,
}
BENTUK = "Boleh juga 3–5, > 90, tidak berlaku, atau belum rilis, diikuti titik dua dan alasannya."


def setara(teks: str) -> str:
    """Tulisan yang tampak sama menjadi satu: huruf besar, spasi, bentuk dan aksara tak tampak."""
    bentuk = normalize("NFKC", teks)
    tampak = "".join(aksara for aksara in bentuk if category(aksara) != "Cf")
    return " ".join(tampak.casefold().split())


def is_keadaan(teks: str) -> bool:
    """Dibaca sebagai tidak berlaku atau belum rilis, bukan sebagai nilai."""
    pokok, _, _ = teks.partition(":")
    return setara(pokok) in _TANPA


def parse_tertulis(teks: str) -> Tertulis:
    """Isian dari tulisan orang; `ValueError` berbahasa Indonesia bila tidak dikenali."""
    inti = teks.strip()
    pokok, _, sebab = inti.partition(":")
    pokok = pokok.strip()
    if len(pokok) > TERPANJANG:
        return Tertulis(parse(inti), asal=inti)
    tanpa = _TANPA.get(setara(pokok))
    if tanpa is not None:
        isi = TanpaNilai(tanpa, sebab.strip())
        return Tertulis(isi, asal=inti)
    if _BERBAGI.match(pokok):
        raise ValueError(TANPA_PENYEBUT.format(teks=inti))
    angka, satuan = _pisah_satuan(pokok)
    rentang = _rentang(angka, sebab.strip())
    if rentang is not None:
        return Tertulis(rentang, satuan, inti)
    if _BERHURUF.search(sebab):
        raise Beralasan(inti, parse(angka))
    nilai = tanpa_ekor(parse(angka if satuan else inti))
    return Tertulis(nilai, satuan, inti)


def _pisah_satuan(pokok: str) -> tuple[str, str]:
    """`12 Dokumen` menjadi angka dan satuannya; `Rp` di depan juga satuan."""
    rupiah = _RUPIAH.match(pokok)
    if rupiah is not None:
        sisa = pokok[rupiah.end() :]
        return rupiah[1] + sisa, "Rp"
    cocok = _SATUAN.match(pokok)
    if cocok is None:
        return pokok, ""
    angka, satuan = cocok.groups()
    return angka.strip(), satuan.strip()


def _rentang(angka: str, sebab: str) -> Rentang | None:
    """Rentang bertepi dua, atau yang satu sisinya terbuka."""
    antara = _ANTARA.match(angka)
    if antara is not None:
        bawah = tanpa_ekor(parse(antara[1]))
        atas = tanpa_ekor(parse(antara[2]))
        if bawah >= atas:
            raise ValueError(f"“{angka}” bukan rentang: yang kiri harus lebih kecil.")
        return Rentang(bawah, atas, sebab=sebab)
    tepi = _TEPI.match(angka)
    if tepi is None:
        return None
    tanda = tepi[1].strip().lower()
    if tanda not in _TANDA:
        return None
    nilai = tanpa_ekor(parse(tepi[2]))
    is_bawah, is_termasuk = _TANDA[tanda]
    return Rentang(
        bawah=nilai if is_bawah else None,
        atas=None if is_bawah else nilai,
        is_tepi_termasuk=is_termasuk,
        sebab=sebab,
    )


def parse_pecahan(teks: str) -> tuple[str, str] | None:
    """Pembilang dan penyebut dari `22/27` atau `22 dari 27`; `None` bila bukan pecahan."""
    cocok = _PECAHAN.match(teks.strip())
    if cocok is None:
        return None
    pembilang, penyebut = cocok.groups()
    return pembilang, penyebut


PERSEN = frozenset({"%", "persen", "persentase"})


def diterima(tertulis: Tertulis, satuan: str, *, is_persen: bool = False) -> Berkeadaan:
    """Isi yang satuannya sama dengan satuan barisnya; `ValueError` bila lain.

    `is_persen`: barisnya perseratus walau satuannya tertulis lain.
    """
    ketikan = _baku(tertulis.satuan)
    boleh = {"", _baku(satuan)}
    if is_persen:
        boleh.add("%")
    if ketikan in boleh:
        return tertulis.isi
    milik = "belum bersatuan"
    if satuan:
        milik = f"bersatuan {satuan}"
    raise ValueError(
        f"“{tertulis.asal}” bersatuan {tertulis.satuan}, sedangkan baris ini {milik}. "
        f"Tulis angkanya saja menurut satuan baris."
    )


def _baku(satuan: str) -> str:
    """Tanpa beda huruf dan spasi; semua tulisan persen menjadi satu."""
    baku = " ".join(satuan.lower().split())
    if baku in PERSEN:
        return "%"
    return baku
