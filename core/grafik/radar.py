"""Radar: satu sumbu tiap dimensi, beberapa deret bertumpang."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from textwrap import wrap

from core.grafik.dasar import ALAS, TINTA, Deret, Titik, bidang, garis, n, svg, teks, unsur

PI = Decimal("3.14159265358979")
LEBAR = 500
TENGAH = Decimal(LEBAR) / 2
PUSAT = Decimal(186)
JARI = Decimal(148)
PUTUS = ("", "7 4", "2 3")  # garis penuh, putus, titik: pembeda tanpa warna
SKALA = (20, 40, 60, 80)
PENUH = 100
BARIS = 13


def radar(judul: str, sumbu: Sequence[str], deret: Sequence[Deret]) -> str:
    """Nilai 0–100 tiap sumbu; kosong bila sumbunya kurang dari tiga.

    Deret pertama berbidang, lainnya bergaris.
    """
    if len(sumbu) < 3:
        return ""
    arah = [_arah(Decimal(i) / len(sumbu)) for i in range(len(sumbu))]
    isi = list(_jaring(arah))
    for i, satu in reversed(list(enumerate(deret))):
        isi += _deret(i, satu, arah)
    for satu_arah, nama in zip(arah, sumbu, strict=True):
        isi += _nama(satu_arah, nama)
    isi += _keterangan(deret, Decimal(390))
    return svg(judul, 396, isi, lebar=LEBAR)


def _jaring(arah: Sequence[Titik]) -> Iterator[str]:
    """Segi banyak tiap skala, sumbu-sumbunya, lalu angka skalanya."""
    for persen in (*SKALA, PENUH):
        putus = "" if persen == PENUH else "1 3"
        yield bidang([_letak(a, Decimal(persen)) for a in arah], "#b9b29c", putus=putus)
    for satu in arah:
        yield garis(TENGAH, PUSAT, *_letak(satu, Decimal(PENUH)), ALAS)
    for persen in SKALA:
        tinggi = JARI * persen / PENUH
        yield teks(TENGAH + 3, PUSAT - tinggi + 10, str(persen), ukuran=9, warna="#565f5a")


def _deret(nomor: int, deret: Deret, arah: Sequence[Titik]) -> Iterator[str]:
    pasangan = zip(arah, deret.nilai, strict=True)
    titik = [_letak(a, Decimal(nilai or 0)) for a, nilai in pasangan]
    yield bidang(titik, deret.warna, tebal=2, putus=_putus(nomor))
    if nomor == 0:
        for x, y in titik:
            yield unsur(
                "circle",
                cx=x,
                cy=y,
                r="3.5",
                fill=deret.warna,
            )


def _putus(nomor: int) -> str:
    return PUTUS[nomor % len(PUTUS)]


def _arah(putaran: Decimal) -> Titik:
    """Sinus dan kosinus sebagian putaran searah jarum jam dari atas, dengan deret Taylor."""
    sudut = putaran * 2 * PI
    if sudut > PI:
        sudut -= 2 * PI
    sinus = Decimal(0)
    kosinus = Decimal(0)
    suku = Decimal(1)
    for k in range(28):
        tanda = -1 if k % 4 > 1 else 1
        if k % 2:
            sinus += tanda * suku
        else:
            kosinus += tanda * suku
        suku = suku * sudut / (k + 1)
    return sinus, kosinus


def _letak(arah: Titik, persen: Decimal) -> Titik:
    sinus, kosinus = arah
    x = TENGAH + sinus * JARI * persen / 100
    y = PUSAT - kosinus * JARI * persen / 100
    return x, y


def _nama(arah: Titik, nama: str) -> Iterator[str]:
    """Nama sumbu di luar lingkaran, dipatahkan, menjauh dari pusat."""
    sinus, kosinus = arah
    x, y = _letak(arah, Decimal(107))
    baris = wrap(nama.replace("/", "/ "), BARIS)
    sisa = Decimal(BARIS * (len(baris) - 1))
    atas = y + 4 - sisa * (1 + kosinus) / 2
    for i, satu in enumerate(baris):
        yield teks(x, atas + BARIS * i, satu, jangkar=_jangkar(sinus), ukuran=12)


def _jangkar(sinus: Decimal) -> str:
    if abs(sinus) < Decimal("0.1"):
        return "middle"
    return "start" if sinus > 0 else "end"


def _keterangan(deret: Sequence[Deret], y: Decimal) -> Iterator[str]:
    x = Decimal(10)
    for i, d in enumerate(deret):
        yield unsur(
            "path",
            d=f"M{n(x)} {n(y - 4)}h28",
            stroke=d.warna,
            stroke_width=2,
            stroke_dasharray=_putus(i),
        )
        yield teks(x + 34, y, d.nama, ukuran=11, warna=TINTA)
        x += 50 + Decimal(6 * len(d.nama))
