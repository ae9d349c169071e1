"""Radar: satu sumbu tiap dimensi, beberapa deret bertumpang."""

from decimal import Decimal
from textwrap import wrap

from core.grafik.dasar import (
    ALAS,
    TINTA,
    Deret,
    Deretan,
    Segi,
    Titik,
    Tulisan,
    Unsur,
    bidang,
    garis,
    koordinat,
    svg,
    teks,
    unsur,
)

PI = Decimal("3.14159265358979")
LEBAR = 500
TENGAH = Decimal(LEBAR) / 2
PUSAT = Decimal(186)
JARI = Decimal(148)
PUTUS = ("", "7 4", "2 3")  # garis penuh, putus, titik: pembeda tanpa warna
SKALA = (20, 40, 60, 80)
PENUH = 100
BARIS = 13
BAWAH = Decimal(390)  # garis alas keterangan
JARING = "#b9b29c"
PUDAR = "#565f5a"


def radar(judul: str, sumbu: Tulisan, deret: Deretan) -> str:
    """Nilai 0–100 tiap sumbu; kosong bila sumbunya kurang dari tiga.

    Deret pertama berbidang, lainnya bergaris.
    """
    banyak = len(sumbu)
    if banyak < 3:
        return ""
    arah = []
    for urut in range(banyak):
        putaran = Decimal(urut) / banyak
        arah.append(_arah(putaran))
    isi = list(_jaring(arah))
    bernomor = list(enumerate(deret))
    for nomor, satu in reversed(bernomor):
        isi += _deret(nomor, satu, arah)
    for satu_arah, nama in zip(arah, sumbu, strict=True):
        isi += _nama(satu_arah, nama)
    isi += _keterangan(deret, BAWAH)
    return svg(judul, 396, isi, lebar=LEBAR)


def _jaring(arah: Segi) -> Unsur:
    """Segi banyak tiap skala, sumbu-sumbunya, lalu angka skalanya."""
    for persen in SKALA:
        segi = _segi(arah, persen)
        yield bidang(segi, JARING, putus="1 3")
    tepi = _segi(arah, PENUH)
    yield bidang(tepi, JARING)
    for x, y in tepi:
        yield garis(x1=TENGAH, y1=PUSAT, x2=x, y2=y, warna=ALAS)
    kanan = TENGAH + 3
    for persen in SKALA:
        tinggi = JARI * persen / PENUH
        bawah = PUSAT - tinggi + 10
        angka = str(persen)
        yield teks(kanan, bawah, angka, ukuran=9, warna=PUDAR)


def _segi(arah: Segi, persen: int) -> list[Titik]:
    """Sudut segi banyak pada satu skala."""
    return [_letak(satu, Decimal(persen)) for satu in arah]


def _deret(nomor: int, deret: Deret, arah: Segi) -> Unsur:
    """Garisnya berputus menurut urutan; yang pertama juga bertitik."""
    titik = []
    for satu, nilai in zip(arah, deret.nilai, strict=True):
        persen = Decimal(nilai or 0)
        titik.append(_letak(satu, persen))
    yield bidang(titik, deret.warna, tebal=2, putus=_putus(nomor))
    if nomor > 0:
        return
    for x, y in titik:
        yield unsur("circle", cx=x, cy=y, r="3.5", fill=deret.warna)


def _putus(nomor: int) -> str:
    """Deret keempat dan selanjutnya mengulang pola garisnya."""
    urut = nomor % len(PUTUS)
    return PUTUS[urut]


def _arah(putaran: Decimal) -> Titik:
    """Sinus dan kosinus sebagian putaran searah jarum jam dari atas, dengan deret Taylor."""
    penuh = 2 * PI
    sudut = putaran * penuh
    if sudut > PI:
        sudut -= penuh
    sinus = Decimal(0)
    kosinus = Decimal(0)
    suku = Decimal(1)
    for pangkat in range(28):
        bertanda = suku
        if pangkat % 4 > 1:
            bertanda = -suku
        if pangkat % 2:
            sinus += bertanda
        else:
            kosinus += bertanda
        suku *= sudut
        suku /= pangkat + 1
    return sinus, kosinus


def _letak(arah: Titik, persen: Decimal) -> Titik:
    """Titik pada satu sumbu sejauh persennya dari pusat."""
    sinus, kosinus = arah
    jarak = JARI * persen / PENUH
    kanan = sinus * jarak
    naik = kosinus * jarak
    return TENGAH + kanan, PUSAT - naik


def _nama(arah: Titik, nama: str) -> Unsur:
    """Nama sumbu di luar lingkaran, dipatahkan, menjauh dari pusat."""
    sinus, kosinus = arah
    x, tengah = _letak(arah, Decimal(107))
    terpisah = nama.replace("/", "/ ")
    baris = wrap(terpisah, BARIS)
    sisa = BARIS * (len(baris) - 1)
    bagian = (1 + kosinus) / 2
    naik = sisa * bagian
    y = tengah + 4 - naik
    jangkar = _jangkar(sinus)
    for satu in baris:
        yield teks(x, y, satu, jangkar=jangkar, ukuran=12)
        y += BARIS


def _jangkar(sinus: Decimal) -> str:
    """Tulisan menjauh dari lingkaran."""
    if abs(sinus) < Decimal("0.1"):
        return "middle"
    if sinus > 0:
        return "start"
    return "end"


def _keterangan(deret: Deretan, y: Decimal) -> Unsur:
    """Contoh garis tiap deret, dengan namanya."""
    x = Decimal(10)
    for nomor, satu in enumerate(deret):
        awal = koordinat(x)
        tinggi = koordinat(y - 4)
        yield unsur(
            "path",
            d=f"M{awal} {tinggi}h28",
            stroke=satu.warna,
            stroke_width=2,
            stroke_dasharray=_putus(nomor),
        )
        yield teks(x + 34, y, satu.nama, ukuran=11, warna=TINTA)
        lebar_nama = 6 * len(satu.nama)
        x += 50 + lebar_nama
