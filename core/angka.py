"""Angka cara Indonesia: titik untuk ribuan, koma untuk desimal. Hanya `Decimal`."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

# contoh bagi isian, dari yang paling luas; yang ditunjukkan yang pertama diterima isiannya
CONTOH = {
    Decimal("1234.56"): "Tulis ribuan dengan titik dan desimal dengan koma, misalnya 1.234,56.",
    Decimal("1234"): "Tulis ribuan dengan titik, misalnya 1.234.",
    Decimal("12.5"): "Tulis desimal dengan koma, misalnya 12,5.",
    Decimal("12"): "Tulis angkanya saja, misalnya 12.",
}
TERPANJANG = 40  # aksara; selebihnya bukan angka yang ditulis orang

_HIASAN = re.compile(r"^(-?)(?:Rp\.?\s*)?(.*?)\s*(?:%|,-)?$", re.IGNORECASE | re.DOTALL)
_INDONESIA = re.compile(r"^(-?)([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?$")
_ASING = re.compile(r"^(-?)([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)$")
# satu koma saja adalah desimal kita, kecuali pada isian yang tidak berdesimal
_RIBUAN_ASING = re.compile(r"^(-?)([1-9][0-9]{0,2}),([0-9]{3})$")
_ASING_BULAT = re.compile(r"^(-?)([0-9]{1,3}(?:,[0-9]{3}){2,})()$")
_BERKURUNG = re.compile(r"^(?:Rp\.?\s*)?\(([^()]+)\)$", re.IGNORECASE)
# angka yang diikuti kata
_BERKATA = re.compile(r"^(.*?[0-9])\s*(([^\W\d_]+)[^\d_]*)$", re.DOTALL)
_KELIPATAN = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
    "mrd": 10**9,
}
_TAK_TENTU = ("k", "m", "t", "b")  # meter atau miliar: nilainya tidak diusulkan
_BERRUPIAH = re.compile(r"^\(?-?\s*rp\.?\s*\(?-?[0-9]", re.IGNORECASE)
RUPIAH = "rupiah"  # satuan isian uang
BERPERSEN = frozenset({"%", ""})  # satuan isian yang menerima tanda persen
# dapat berarti belum diisi, dapat pula berarti nol; tidak ditebak (ADR 71)
_KOSONGAN = frozenset({"n/a", "na", "nihil", "nil", "nol", "kosong", "tidak ada", "belum ada"})
_SETRIP = re.compile(r"(?:rp\.?\s*)?[-‐‑‒–—―−]{1,2}", re.IGNORECASE)
PANJANG = Context(prec=400)  # angka sel lembar kerja paling banyak 309
_TUKAR = str.maketrans(",.", ".,")


def bulatkan(nilai: Decimal, desimal: int) -> Decimal:
    """`desimal` desimal, setengah ke atas (menjauhi nol); sekali, di ujung hitungan."""
    satuan = Decimal(1).scaleb(-desimal)
    bulat = nilai.quantize(satuan, rounding=ROUND_HALF_UP, context=PANJANG)
    return nol_biasa(bulat)


def nol_biasa(nilai: Decimal) -> Decimal:
    """Nilai yang sama; `-0` menjadi 0."""
    return nilai or abs(nilai)


Diterima = Callable[[Decimal], bool]  # apakah isiannya menerima nilai itu


class BukanAngka(ValueError):
    """Tulisan yang bukan angka kita; contohnya menurut isian yang menolaknya."""

    def __init__(self, pokok: str) -> None:
        super().__init__(pokok)
        self.pokok = pokok

    def __str__(self) -> str:
        return self.bagi(lambda nilai: True)

    def bagi(self, diterima: Diterima) -> str:
        """Pesan bagi satu isian: contoh dan usulnya hanya yang akan diterimanya."""
        for nilai, contoh in CONTOH.items():
            if diterima(nilai):
                return f"{self.pokok} {contoh}"
        return self.pokok


class Kosongan(BukanAngka):
    """Tanda setrip atau kata yang dapat berarti belum diketahui, dapat pula berarti nol.

    Tidak ditebak: pesannya menyebut kedua jalannya (ADR 71).
    """

    def bagi(self, diterima: Diterima) -> str:
        """Nol hanya diusulkan kepada isian yang menerimanya."""
        pesan = f"{self.pokok} Kosongkan bila belum diketahui"
        if diterima(Decimal(0)):
            pesan += ", tulis 0 bila memang tidak ada"
        return f"{pesan}."


class Rancu(BukanAngka):
    """Tulisan bergaya asing, dan `nilai` yang tampaknya dimaksud."""

    def __init__(self, teks: str, nilai: Decimal) -> None:
        super().__init__(f"“{teks}” rancu.")
        self.nilai = tanpa_ekor(nilai)

    def bagi(self, diterima: Diterima) -> str:
        """Usulnya sesudah contohnya."""
        pesan = super().bagi(diterima)
        if diterima(self.nilai):
            return f"{pesan} {self.usul}"
        return pesan

    @property
    def usul(self) -> str:
        return f"Maksud Anda {ringkas(self.nilai)}?"


class Berkata(Rancu):
    """Angka yang diikuti kata, dan `nilai` angkanya saja; kelipatan ikut dihitung."""

    def __init__(self, teks: str, kata: str, nilai: Decimal, pokok: str = "") -> None:
        super().__init__(teks, nilai)
        self.pokok = pokok or f"“{teks}” memuat kata “{kata}”; isian ini hanya angka."

    def bagi(self, diterima: Diterima) -> str:
        """Usulnya cukup, tanpa contoh."""
        if diterima(self.nilai):
            return f"{self.pokok} {self.usul}"
        return self.pokok

    @property
    def usul(self) -> str:
        return f"Tulis {ringkas(self.nilai)}."


class TerlaluTeliti(Berkata):
    """Angka berdesimal lebih banyak daripada isiannya, dan `nilai` yang sudah dibulatkan."""

    def __init__(self, angka: Decimal, desimal: int) -> None:
        tulisan = ringkas(angka)
        super().__init__(tulisan, "", bulatkan(angka, desimal))
        self.angka = angka
        batas = "ditulis bilangan bulat"
        if desimal:
            batas = f"paling banyak {desimal} desimal"
        self.pokok = f"{tulisan} berpecahan; di sini {batas}."


def parse(teks: str) -> Decimal:
    """Nilai dari tulisan `1.234,56`, `1234,56`, `Rp 1.234`, `96,69 %`.

    `ValueError` berbahasa Indonesia untuk tulisan kosong, asing atau rancu (`1,234.56`, `12.34`).
    """
    inti = teks.strip()
    if not inti:
        raise BukanAngka("Angka belum diisi.")
    if is_setrip(inti) or _baku(inti) in _KOSONGAN:
        raise Kosongan(f"“{inti}” bukan angka.")
    if len(inti) > TERPANJANG:
        awal = inti[:TERPANJANG]
        raise _tak_dikenali(f"{awal}…")
    polos = _HIASAN.sub(r"\1\2", inti)
    cocok = _INDONESIA.match(polos)
    if cocok is None:
        raise _galat(inti, polos)
    tanda, ribuan, pecahan = cocok.groups()
    bulat = ribuan.replace(".", "")
    ekor = f".{pecahan}" if pecahan else ""
    return nol_biasa(Decimal(f"{tanda}{bulat}{ekor}"))


def is_setrip(teks: str) -> bool:
    """Tanda setrip, juga yang dicetak Excel bagi nol bentuk akuntansi: `Rp -`."""
    return _SETRIP.fullmatch(teks.strip()) is not None


def _baku(teks: str) -> str:
    """Tanpa beda huruf besar, spasi, dan titik di ujungnya."""
    kata = teks.lower().rstrip(".").split()
    return " ".join(kata).replace(" / ", "/")


def parse_bulat(teks: str) -> Decimal:
    """Seperti `parse`, bagi isian tanpa desimal: `1,234` rancu, ribuan asing atau pecahan."""
    polos = _HIASAN.sub(r"\1\2", teks.strip())
    cocok = _RIBUAN_ASING.match(polos)
    if cocok is not None:
        bulat = "".join(cocok.groups())
        raise Rancu(teks.strip(), Decimal(bulat))
    return parse(teks)


def _galat(teks: str, polos: str) -> BukanAngka:
    """Bila tulisan tampak bergaya asing atau berkata, bentuk yang benar ikut disebut."""
    asing = _ASING.match(polos) or _ASING_BULAT.match(polos)
    if asing is None:
        return _berkurung(teks) or _berkata(teks, polos) or _tak_dikenali(teks)
    tanda, ribuan, pecahan = asing.groups()
    bulat = ribuan.replace(",", "")
    nilai = Decimal(f"{tanda}{bulat}.{pecahan}")
    return Rancu(teks, nilai)


def _berkurung(teks: str) -> BukanAngka | None:
    """`None` bila bukan angka positif di dalam kurung."""
    cocok = _BERKURUNG.match(teks)
    nilai = _terbaca(cocok[1]) if cocok else None
    if nilai is None or nilai <= 0:
        return None
    return Berkata(teks, "", -nilai, f"“{teks}” dalam kurung, cara akuntansi menulis negatif.")


def _berkata(teks: str, polos: str) -> BukanAngka | None:
    """`12 RT` dan `7,6 juta`; `None` bila bukan angka yang diikuti kata."""
    cocok = _BERKATA.match(polos)
    if cocok is None:
        return None
    angka, kata, awal = cocok.groups()
    nilai = _terbaca(angka)
    if nilai is None:
        return None
    if awal.lower() in _TAK_TENTU:
        return BukanAngka(f"“{teks}” memuat kata “{kata}”; isian ini hanya angka.")
    nilai *= _KELIPATAN.get(awal.lower(), 1)
    return Berkata(teks, kata, nilai)


def _terbaca(angka: str) -> Decimal | None:
    """Nilainya, juga yang bergaya asing; `None` bila tidak dikenali."""
    try:
        return parse(angka)
    except Rancu as error:
        return error.nilai
    except ValueError:
        return None


def _tak_dikenali(teks: str) -> BukanAngka:
    return BukanAngka(f"“{teks}” bukan angka yang dikenali.")


def tanpa_ekor(nilai: Decimal) -> Decimal:
    """Nilai yang sama tanpa nol di ekor: desimalnya menurut nilai, bukan tulisan."""
    tulisan = f"{nilai:f}"
    if "." not in tulisan:
        return nilai
    tanpa_nol = tulisan.rstrip("0")
    return Decimal(tanpa_nol.rstrip("."))


def format_angka(nilai: Decimal | int, desimal: int | None = None) -> str:
    """`1234.5` menjadi `1.234,5`; dengan `desimal` dibulatkan setengah ke atas sebanyak itu."""
    angka = Decimal(nilai)
    if desimal is not None:
        angka = bulatkan(angka, desimal)
    asing = f"{nol_biasa(angka):,f}"
    return asing.translate(_TUKAR)


def ringkas(nilai: Decimal | int) -> str:
    """Cara Indonesia tanpa nol di ekor: `100,50` menjadi `100,5`, `7,00` menjadi `7`."""
    return format_angka(tanpa_ekor(Decimal(nilai)))


def satuan_lain(tulisan: str, satuan: str) -> str:
    """`Rp` atau `%` yang ditulis pada isian bersatuan lain; kosong bila tidak ada."""
    inti = tulisan.strip(" ()")
    if inti.endswith("%") and satuan not in BERPERSEN:
        return "%"
    if satuan != RUPIAH and _BERRUPIAH.match(inti):
        return "Rp"
    return ""


def pesan_satuan(tulisan: str, lain: str, satuan: str) -> str:
    """Yang ditulis bersatuan lain daripada isiannya; sama pada formulir, kisi dan lembar."""
    milik = satuan or "bukan uang"
    return f"“{tulisan.strip()}” bersatuan {lain}, sedangkan kolom ini {milik}."


def bersatuan(nilai: Decimal | int, satuan: str, desimal: int | None = None) -> str:
    """`205 desa`, `1.125,50 Lbg.`; tanpa `desimal` sebanyak angkanya, tanpa nol di ekor."""
    tulisan = ringkas(nilai)
    if desimal is not None:
        tulisan = format_angka(nilai, desimal)
    return f"{tulisan} {satuan}".strip()


def rupiah(nilai: Decimal | int) -> str:
    """Rupiah penuh: `Rp 1.234.567`; sen hanya bila ada."""
    angka = Decimal(nilai)
    desimal = 2
    if angka == angka.to_integral_value():
        desimal = 0
    tulisan = format_angka(abs(angka), desimal)
    if angka < 0:
        return f"-Rp {tulisan}"
    return f"Rp {tulisan}"


def persen(nilai: Decimal, desimal: int = 2) -> str:
    """Persen dengan `desimal` desimal: `96,69 %`."""
    return f"{format_angka(nilai, desimal)} %"
