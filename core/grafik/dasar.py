"""Bentuk dasar grafik SVG: deret, kotak berarsir, garis, tulisan, keterangan.

Ukuran dalam satuan gambar. Arsiran digambar sebagai garis biasa, sehingga sama di peramban dan PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from core.angka import format_angka

LEBAR = 640
HURUF = "Liberation Sans, Arial, sans-serif"
TINTA = "#1f2a27"
PUTIH = "#ffffff"
ALAS = "#eeebe1"
WARNA = ("#b9b29c", "#14463d", "#c58b2a", "#7a9e87", "#a63d2f")
JARAK_ARSIR = 5
SERATUS = Decimal(100)
LEBAR_AKSARA = Decimal("0.54")  # terhadap ukuran hurufnya

Angka = int | Decimal
Titik = tuple[Decimal, Decimal]
Segi = Sequence[Titik]
Tulisan = Sequence[str]
Unsur = Iterator[str]  # unsur SVG menurut urutan gambarnya


@dataclass(frozen=True)
class Deret:
    """Satu deret bernama; nilai `None` digambar sebagai tanda pisah.

    `pola` arsiran: miring, datar, silang.
    """

    nama: str
    nilai: Sequence[Angka | None]
    warna: str
    tulisan: str = TINTA
    pola: str = ""


Deretan = Sequence[Deret]


class Ruas(NamedTuple):
    """Satu garis arsiran, terhadap sudut kotaknya."""

    x1: Angka
    y1: Angka
    x2: Angka
    y2: Angka


SemuaRuas = Iterator[Ruas]


def unsur(nama: str, isi: str | None = None, **atribut: Angka | str) -> str:
    """Satu unsur SVG; atribut kosong ditinggalkan, garis bawah namanya menjadi tanda hubung."""
    bagian = [nama]
    for kunci, nilai in atribut.items():
        if nilai != "":
            bagian.append(_atribut(kunci, nilai))
    kepala = " ".join(bagian)
    if isi is None:
        return f"<{kepala}/>"
    return f"<{kepala}>{isi}</{nama}>"


def _atribut(kunci: str, nilai: Angka | str) -> str:
    nama = kunci.replace("_", "-")
    if not isinstance(nilai, str):
        nilai = koordinat(nilai)
    return f"{nama}={quoteattr(nilai)}"


def svg(
    judul: str,
    tinggi: Angka,
    isi: Tulisan,
    *,
    lebar: int = LEBAR,
    is_bertautan: bool = False,
) -> str:
    """Satu gambar berjudul, yang dibacakan pembaca layar; yang bertautan sekelompok tautan."""
    kepala = unsur("title", escape(judul))
    peran = "group" if is_bertautan else "img"
    return unsur(
        "svg",
        kepala + "".join(isi),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {lebar} {koordinat(tinggi)}",
        role=peran,
        aria_label=judul,
        font_family=HURUF,
        font_size=11,
    )


def tautan(url: str, nama: str, gambar: str) -> str:
    """Gambar yang membuka halamannya; tanpa alamat gambarnya saja."""
    if not url:
        return gambar
    return unsur("a", gambar, href=url, aria_label=nama)


def keterangan(deret: Deretan, y: Angka, *, ukuran: int = 10) -> Unsur:
    """Satu baris keterangan: kotak contoh dan nama tiap deret."""
    x = Decimal(0)
    atas = y - ukuran + 1
    for satu in deret:
        yield kotak(
            x=x,
            y=atas,
            lebar=ukuran,
            tinggi=ukuran,
            warna=satu.warna,
            pola=satu.pola,
            arsir=satu.tulisan,
        )
        yield teks(x + ukuran + 5, y, satu.nama, ukuran=ukuran)
        lebar_nama = ukuran * len(satu.nama) * LEBAR_AKSARA
        x += ukuran + 26 + lebar_nama


def koordinat(x: Angka) -> str:
    """Koordinat dengan titik desimal, dua angka."""
    tulisan = f"{Decimal(x):.2f}"
    return tulisan.rstrip("0").rstrip(".")


def tulisan_persen(nilai: Decimal) -> str:
    return f"{format_angka(nilai, 2)} %"


def kotak(
    x: Angka,
    y: Angka,
    lebar: Angka,
    tinggi: Angka,
    warna: str,
    *,
    tepi: str = "",
    pola: str = "",
    arsir: str = TINTA,
) -> str:
    """Kotak berwarna; dengan `pola` diarsir garis berwarna `arsir`."""
    dasar = unsur(
        "rect",
        x=x,
        y=y,
        width=lebar,
        height=tinggi,
        fill=warna,
        stroke=tepi,
    )
    jalan = _jalan_arsir(x, y, lebar, tinggi, pola)
    return dasar + _garis_arsir(jalan, arsir)


def kotak_serupa(sudut: Segi, sisi: Decimal, deret: Deret) -> Unsur:
    """Banyak kotak sewarna sebagai satu bentuk, dan arsirannya sebagai satu bentuk lagi."""
    panjang = koordinat(sisi)
    keliling = f"h{panjang}v{panjang}h-{panjang}z"
    bentuk = []
    arsiran = []
    for x, y in sudut:
        letak = _letak(x, y)
        bentuk.append(f"M{letak}{keliling}")
        jalan = _jalan_arsir(x, y, sisi, sisi, deret.pola)
        arsiran.append(jalan)
    if bentuk:
        yield unsur("path", d="".join(bentuk), fill=deret.warna)
        yield _garis_arsir("".join(arsiran), deret.tulisan)


def _jalan_arsir(
    x: Angka,
    y: Angka,
    lebar: Angka,
    tinggi: Angka,
    pola: str,
) -> str:
    """Semua garis arsiran satu kotak; kosong tanpa `pola`."""
    ruas = _arsir(pola, lebar, tinggi)
    return "".join(_jalan(x, y, satu) for satu in ruas)


def _garis_arsir(jalan: str, warna: str) -> str:
    if not jalan:
        return ""
    return unsur("path", d=jalan, stroke=warna, stroke_width="0.7", fill="none")


def _jalan(x: Angka, y: Angka, ruas: Ruas) -> str:
    """Satu garis lurus dari awal ke akhir ruasnya."""
    awal = _letak(x + ruas.x1, y + ruas.y1)
    akhir = _letak(x + ruas.x2, y + ruas.y2)
    return f"M{awal}L{akhir}"


def _letak(x: Angka, y: Angka) -> str:
    """Koordinat sebagai tulisan."""
    kanan = koordinat(x)
    bawah = koordinat(y)
    return f"{kanan} {bawah}"


def _arsir(pola: str, lebar: Angka, tinggi: Angka) -> SemuaRuas:
    """Ruas-ruas arsiran di dalam kotak `lebar` × `tinggi`."""
    if pola == "datar":
        yield from _datar(lebar, tinggi)
    if pola not in {"miring", "silang"}:
        return
    terjauh = int(lebar + tinggi)
    for jarak in range(JARAK_ARSIR, terjauh, JARAK_ARSIR):
        kiri = max(0, jarak - tinggi)
        kanan = min(lebar, jarak)
        bawah = jarak - kiri
        atas = jarak - kanan
        yield Ruas(kiri, bawah, kanan, atas)
        if pola == "silang":
            yield Ruas(lebar - kiri, bawah, lebar - kanan, atas)


def _datar(lebar: Angka, tinggi: Angka) -> SemuaRuas:
    pertama = JARAK_ARSIR // 2
    terakhir = int(tinggi)
    for y in range(pertama, terakhir + 1, JARAK_ARSIR):
        yield Ruas(0, y, lebar, y)


def garis(
    x1: Angka,
    y1: Angka,
    x2: Angka,
    y2: Angka,
    warna: str,
    *,
    tebal: int = 1,
) -> str:
    return unsur(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke=warna,
        stroke_width=tebal,
    )


def bidang(
    titik: Segi,
    garis: str,
    *,
    isi: str = "none",
    tebal: int = 1,
    putus: str = "",
) -> str:
    """Segi banyak tertutup; `putus` pola garis putus-putus."""
    semua = []
    for x, y in titik:
        kanan = koordinat(x)
        bawah = koordinat(y)
        semua.append(f"{kanan},{bawah}")
    return unsur(
        "polygon",
        points=" ".join(semua),
        fill=isi,
        stroke=garis,
        stroke_width=tebal,
        stroke_dasharray=putus,
    )


def teks(
    x: Angka,
    y: Angka,
    isi: str,
    *,
    jangkar: str = "start",
    ukuran: int = 11,
    warna: str = TINTA,
    tebal: bool = False,
) -> str:
    return unsur(
        "text",
        escape(isi),
        x=x,
        y=y,
        text_anchor=jangkar,
        font_size=ukuran,
        fill=warna,
        font_weight="bold" if tebal else "",
    )
