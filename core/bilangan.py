"""Bilangan yang ditulis dengan kata, dibaca sebagai angka.

Yang dikenal: ejaan baku sampai triliunan (“dua ribu lima ratus desa”), pecahan sesudah “koma”
dieja angka demi angka atau sebagai satu bilangan (“empat koma lima belas”), dan kelipatan uang
(“dua belas miliar”). Hanya yang diikuti satuan hitungan dianggap angka: “salah satu” dan “satu
pintu” tetap kata. Urutan kelompoknya harus menurun; “lima ribu dua juta” bukan satu bilangan.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from core.angka import bulatkan, format_angka, parse
from core.terbilang import terbilang

TERBESAR = 999
_ANGKA = {terbilang(satu): satu for satu in range(TERBESAR + 1)}
_SATU_ANGKA = {terbilang(satu): str(satu) for satu in range(10)}
_SEMUA_KATA = set(" ".join(_ANGKA).split())
BESAR = {
    "ribu": 1_000,
    "juta": 1_000_000,
    "miliar": 1_000_000_000,
    "milyar": 1_000_000_000,
    "triliun": 1_000_000_000_000,
}
_TERPANJANG = sorted(_SEMUA_KATA, key=len, reverse=True)
_KATA = "|".join(_TERPANJANG)
_DERET = rf"(?:{_KATA})(?:\s+(?:{_KATA}))*"
_KELOMPOK = "|".join(BESAR)
_BERKELOMPOK = rf"(?:seribu|{_DERET}\s+(?:{_KELOMPOK}))"
_PANJANG = rf"{_BERKELOMPOK}(?:\s+{_BERKELOMPOK})*(?:\s+{_DERET})?"
_SATU = (
    r"persen|desa|kali|poin|unit|orang|kelompok|lembaga|iku|ikk|indikator|"
    r"program|kegiatan|kecamatan|kelurahan|rupiah|pegawai"
)
_SATUAN = (
    rf"(?=\s+(?:{_SATU})\b"
    rf"|\s+dari\s+(?:\d|(?:{_KATA})\b))"
)
_KOMA = r"\s+koma\s+"
# “salah satu desa” bukan hitungan
_TERHITUNG = rf"(?<!salah )\b({_PANJANG}|{_DERET})(?:{_KOMA}({_DERET}))?{_SATUAN}"
_KELIPATAN = (
    rf"\b({_DERET}(?:{_KOMA}{_DERET})?"
    r"\s+(?:juta|miliar|milyar|triliun)"
    rf"(?:\s+{_DERET}\s+(?:ribu|juta|miliar|milyar))*)"
    rf"\b(?!\s+(?:{_KATA})\b)"
)
_BILANGAN = re.compile(rf"{_TERHITUNG}|{_KELIPATAN}", re.IGNORECASE)
# “200 (dua ratus) desa”, “6 (enam desa)”, “6 desa (enam)”, “Rp 5.000.000 (lima juta rupiah)”
_DIEJA = re.compile(
    r"(?<![\w.,/-])(?P<angka>(?:\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,\d+)?)"
    rf"(?:\s*(?P<kali>{_KELOMPOK})\b)?\s*(?:%|(?P<satuan>{_SATU})\b)?\s*"
    rf"\(\s*(?P<ejaan>{_PANJANG}|{_DERET})(?:{_KOMA}(?P<koma>{_DERET}))?"
    rf"(?:\s+(?P<besar>{_KELOMPOK}))?(?:\s+(?P<dieja>{_SATU}))?\s*\)",
    re.IGNORECASE,
)
_PISAH_BESAR = re.compile(rf"\s+({_KELOMPOK})\b", re.IGNORECASE)
_DESIMAL_KATA = re.compile(_KOMA)


def berangka(kalimat: str) -> str:
    """“empat desa” menjadi “4 desa”, “6 (enam desa)” menjadi “6 desa”; yang lain tetap kata.

    Angkanya berpemisah Indonesia: “seribu dua ratus desa” menjadi “1.200 desa”.
    """
    tanpa_ejaan = _DIEJA.sub(_tanpa_ejaan, kalimat)
    return _BILANGAN.sub(_angka, tanpa_ejaan)


def _tanpa_ejaan(cocok: re.Match[str]) -> str:
    """Angkanya, dengan satuan yang hanya disebut di dalam kurung."""
    tertulis: str = cocok[0]
    if _dieja(cocok) is None or not _is_sesatuan(cocok):
        return tertulis
    angka, _, _ = tertulis.partition("(")
    satuan = "" if cocok["satuan"] else cocok["dieja"]
    return f"{angka.rstrip()} {satuan or ''}".rstrip()


def _angka(cocok: re.Match[str]) -> str:
    """Yang bukan ejaan satu bilangan tetap kata."""
    tertulis, bulat, pecahan, besar = cocok.group(0, 1, 2, 3)
    if besar:
        return _berkelipatan(besar) or tertulis
    nilai = _nilai(_baku(bulat))
    if nilai is None:
        return tertulis
    terbaca = format_angka(nilai)
    if not pecahan:
        return terbaca
    koma = _desimal(pecahan)
    if koma:
        return f"{terbaca},{koma}"
    return tertulis


@dataclass(frozen=True)
class Ejaan:
    """Angka dan ejaannya di dalam kurung.

    `tertulis` tulisan utuhnya, `dieja` angka menurut ejaannya, `is_sama` keduanya satu bilangan
    pada ketelitian angka yang tertulis.
    """

    tertulis: str
    dieja: Decimal
    is_sama: bool


def semua_ejaan(kalimat: str) -> list[Ejaan]:
    """Tiap angka yang dieja di dalam kurung di belakangnya, juga yang ejaannya lain.

    “200 (dua ratus) desa”, “Rp 5 juta (lima juta rupiah)”. Isi kurung yang bukan ejaan satu
    bilangan, atau bersatuan lain daripada angkanya, dilewati.
    """
    hasil = []
    for cocok in _DIEJA.finditer(kalimat):
        dieja = _dieja(cocok)
        if dieja is not None and _is_sesatuan(cocok):
            satu = Ejaan(cocok[0], dieja, _is_sama(cocok, dieja))
            hasil.append(satu)
    return hasil


def _is_sesatuan(cocok: re.Match[str]) -> bool:
    """“12 desa (dua kecamatan)” bukan ejaan dua belas."""
    depan, dalam = cocok.group("satuan", "dieja")
    return not depan or not dalam or depan.lower() == dalam.lower()


def _dieja(cocok: re.Match[str]) -> Decimal | None:
    """Angka menurut kata di dalam kurungnya; `None` bila bukan ejaan satu bilangan."""
    nilai = _nilai(_baku(cocok["ejaan"]))
    pecahan = _desimal(cocok["koma"]) if cocok["koma"] else "0"
    if nilai is None or not pecahan:
        return None
    besar = (cocok["besar"] or "").lower()
    return Decimal(f"{nilai}.{pecahan}") * BESAR.get(besar, 1)


def _is_sama(cocok: re.Match[str], dieja: Decimal) -> bool:
    """Pada ketelitian angka di depan kurungnya; kelompoknya boleh tidak dieja lagi."""
    tulisan = cocok["angka"]
    kali = BESAR.get((cocok["kali"] or "").lower(), 1)
    _, _, koma = tulisan.partition(",")
    seteliti = bulatkan(dieja / kali, len(koma))
    return parse(tulisan) in (seteliti, dieja)


def _berkelipatan(tulisan: str) -> str:
    """“dua belas miliar” menjadi “12 miliar”: ketelitiannya tetap kelompok terakhirnya."""
    baku = _baku(tulisan)
    angka, _, kelompok = baku.rpartition(" ")
    bulat, *pecahan = _DESIMAL_KATA.split(angka)
    koma = f",{_desimal(pecahan[0])}" if pecahan else ""
    nilai = _nilai(f"{bulat} {kelompok}")
    if nilai is None:
        return ""
    terbaca = format_angka(nilai // BESAR[kelompok])
    return f"{terbaca}{koma} {kelompok}"


def _nilai(baku: str) -> int | None:
    """Nilai ejaannya; kelompoknya harus menurun."""
    jumlah = 0
    batas = 10**15
    sisa = re.sub(r"\bseribu\b", "satu ribu", baku)
    *kelompok, satuan = _terpisah(sisa)
    for angka, besar in kelompok:
        banyak = _ANGKA.get(angka)
        if banyak is None or besar >= batas:
            return None
        jumlah += banyak * besar
        batas = besar
    if not satuan[0]:
        return jumlah
    terbaca = _ANGKA.get(satuan[0])
    if terbaca is None:
        return None
    return jumlah + terbaca


def _terpisah(baku: str) -> list[tuple[str, int]]:
    """Tiap kelompok dengan besarnya; yang terakhir satuannya, boleh kosong."""
    bagian = _PISAH_BESAR.split(baku)
    angka = [satu.strip() for satu in bagian[::2]]
    besar = [BESAR[satu] for satu in bagian[1::2]]
    besar.append(1)
    return list(zip(angka, besar, strict=True))


def _desimal(tulisan: str) -> str:
    """“empat delapan” atau “empat puluh delapan”; kosong bila bukan keduanya."""
    baku = _baku(tulisan)
    if baku in _ANGKA:
        return str(_ANGKA[baku])
    satuan = [_SATU_ANGKA.get(kata) for kata in baku.split()]
    terbaca = list(filter(None, satuan))
    is_lengkap = len(terbaca) == len(satuan)
    if is_lengkap:
        return "".join(terbaca)
    return ""


def _baku(tulisan: str) -> str:
    """Huruf kecil berspasi tunggal."""
    kata = tulisan.lower().split()
    return " ".join(kata)
