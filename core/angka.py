"""Angka cara Indonesia: titik untuk ribuan, koma untuk desimal. Hanya `Decimal`."""

import re
from decimal import ROUND_HALF_UP, Decimal

CONTOH = "Tulis ribuan dengan titik dan desimal dengan koma, misalnya 1.234,56."
TERPANJANG = 40  # aksara; selebihnya bukan angka yang ditulis orang

_HIASAN = re.compile(r"^(-?)(?:Rp\.?\s*)?(.*?)\s*(?:%|,-)?$", re.IGNORECASE | re.DOTALL)
_INDONESIA = re.compile(r"^(-?)([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?$")
_ASING = re.compile(r"^(-?)([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)$")
# satu koma saja adalah desimal kita
_ASING_BULAT = re.compile(r"^(-?)([0-9]{1,3}(?:,[0-9]{3}){2,})()$")
_TUKAR = str.maketrans(",.", ".,")
_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_KELOMPOK = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)


def bulatkan(x: Decimal, n: int) -> Decimal:
    """`x` dengan `n` desimal, setengah ke atas (menjauhi nol).

    Dipakai sekali, di ujung hitungan.
    """
    satuan = Decimal(1).scaleb(-n)
    return x.quantize(satuan, rounding=ROUND_HALF_UP)


def parse(text: str) -> Decimal:
    """Nilai dari tulisan `1.234,56`, `1234,56`, `Rp 1.234`, `96,69 %`.

    `ValueError` berbahasa Indonesia untuk tulisan kosong, asing atau rancu (`1,234.56`, `12.34`).
    """
    inti = text.strip()
    if not inti:
        raise ValueError("Angka belum diisi. " + CONTOH)
    if len(inti) > TERPANJANG:
        awal = inti[:TERPANJANG]
        raise ValueError(_tak_dikenali(f"{awal}…"))
    polos = _HIASAN.sub(r"\1\2", inti)
    cocok = _INDONESIA.match(polos)
    if cocok is None:
        raise ValueError(_pesan(inti, polos))
    tanda, ribuan, pecahan = cocok.groups()
    bulat = ribuan.replace(".", "")
    if pecahan:
        return Decimal(f"{tanda}{bulat}.{pecahan}")
    return Decimal(tanda + bulat)


def _pesan(text: str, polos: str) -> str:
    """Kalimat galat; bila tulisan tampak bergaya asing, bentuk yang benar ikut disebut."""
    asing = _ASING.match(polos) or _ASING_BULAT.match(polos)
    if asing is None:
        return _tak_dikenali(text)
    tanda, ribuan, pecahan = asing.groups()
    bulat = ribuan.replace(",", "")
    nilai = Decimal(f"{tanda}{bulat}.{pecahan}")
    benar = ringkas(nilai)
    return f"“{text}” rancu. {CONTOH} Maksud Anda {benar}?"


def _tak_dikenali(text: str) -> str:
    return f"“{text}” bukan angka yang dikenali. {CONTOH}"


def tanpa_ekor(x: Decimal) -> Decimal:
    """Nilai yang sama tanpa nol di ekor: desimalnya menurut nilai, bukan tulisan."""
    tulisan = f"{x:f}"
    if "." not in tulisan:
        return x
    tanpa_nol = tulisan.rstrip("0")
    return Decimal(tanpa_nol.rstrip("."))


def format_angka(x: Decimal | int, n: int | None = None) -> str:
    """`1234.5` menjadi `1.234,5`; dengan `n` dibulatkan setengah ke atas ke `n` desimal."""
    nilai = Decimal(x)
    if n is not None:
        nilai = bulatkan(nilai, n)
    if not nilai:
        nilai = abs(nilai)  # tidak ada "-0"
    asing = f"{nilai:,f}"
    return asing.translate(_TUKAR)


def ringkas(x: Decimal | int) -> str:
    """Cara Indonesia tanpa nol di ekor: `100,50` menjadi `100,5`, `7,00` menjadi `7`."""
    return format_angka(tanpa_ekor(Decimal(x)))


def bersatuan(x: Decimal | int, satuan: str, n: int | None = None) -> str:
    """`205 desa`, `1.125,50 Lbg.`; tanpa `n` sebanyak angkanya, tanpa nol di ekor."""
    tulisan = ringkas(x) if n is None else format_angka(x, n)
    return f"{tulisan} {satuan}".strip()


def rupiah(x: Decimal | int) -> str:
    """Rupiah penuh: `Rp 1.234.567`; sen hanya bila ada."""
    nilai = Decimal(x)
    desimal = 2
    if nilai == nilai.to_integral_value():
        desimal = 0
    tulisan = format_angka(abs(nilai), desimal)
    if nilai < 0:
        return f"-Rp {tulisan}"
    return f"Rp {tulisan}"


def persen(x: Decimal, n: int = 2) -> str:
    """Persen dengan `n` desimal: `96,69 %`."""
    return f"{format_angka(x, n)} %"


def terbilang(n: int) -> str:
    """Bilangan bulat dengan kata, sampai ratusan triliun; `ValueError` di luar itu."""
    if abs(n) >= 10**15:
        raise ValueError("Bilangan terlalu besar untuk dieja.")
    if n < 0:
        return f"minus {_eja(-n)}"
    return _eja(n)


def _eja(n: int) -> str:
    """Belas dan se- ditulis khusus; selebihnya banyaknya lalu nama kelompoknya."""
    if n < 12:
        return _SATUAN[n]
    if n < 20:
        satuan = _SATUAN[n - 10]
        return f"{satuan} belas"
    if 100 <= n < 200:
        return _sambung("seratus", n - 100)
    if 1000 <= n < 2000:
        return _sambung("seribu", n - 1000)
    besar, nama = next(satu for satu in _KELOMPOK if n >= satu[0])
    banyak, sisa = divmod(n, besar)
    kepala = _eja(banyak)
    return _sambung(f"{kepala} {nama}", sisa)


def _sambung(kepala: str, sisa: int) -> str:
    """Nol di belakang tidak dieja."""
    if sisa:
        return f"{kepala} {_eja(sisa)}"
    return kepala
