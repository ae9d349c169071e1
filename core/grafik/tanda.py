"""Tanda tiap kelas pada peta: arsiran wilayah, bentuk titik, dan yang tanpa data."""

from collections.abc import Sequence

from core.grafik.dasar import TINTA, unsur

JARI = 4
PUDAR = "#8f8870"
Titik = tuple[int, int]
# arsiran tiap kelas: garis di atas warna dasarnya
ARSIR = ("", "M0 8L8 0", "M0 4H8", "M4 0V8", "M0 0L8 8M0 8L8 0", "M0 2H8M0 6H8")
# sudut tiap bentuk terhadap titiknya; yang tanpa sudut bulat
Bentuk = Sequence[Titik]
BULAT: Bentuk = ()
PERSEGI: Bentuk = ((-4, -4), (4, -4), (4, 4), (-4, 4))
SEGITIGA: Bentuk = ((0, -5), (5, 4), (-5, 4))
KETUPAT: Bentuk = ((0, -6), (6, 0), (0, 6), (-6, 0))
SEGITIGA_TERBALIK: Bentuk = ((0, 5), (5, -4), (-5, -4))
PERSEGI_TEGAK: Bentuk = ((-2, -4), (2, -4), (2, 4), (-2, 4))
BENTUK = (BULAT, PERSEGI, SEGITIGA, KETUPAT, SEGITIGA_TERBALIK, PERSEGI_TEGAK)


def semua_arsiran(warna: Sequence[str]) -> str:
    """Arsiran tiap kelas, disebut sekali di awal gambar."""
    isi = []
    for nomor, satu in enumerate(warna):
        isi.append(_arsiran(nomor, satu))
    return unsur("defs", "".join(isi))


def _arsiran(nomor: int, warna: str) -> str:
    urut = nomor % len(ARSIR)
    garis = ARSIR[urut]
    isi = unsur("rect", width=8, height=8, fill=warna)
    if garis:
        isi += unsur("path", d=garis, stroke=TINTA, stroke_width=1, fill="none")
    nama = f"arsir-{nomor}"
    return unsur(
        "pattern",
        isi,
        id=nama,
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
    )


def kosong(x: int, y: int) -> str:
    """Lingkaran tanpa isi: tanpa data."""
    return unsur("circle", cx=x, cy=y, r=3, fill="none", stroke=PUDAR)


def bentuk(nomor: int, warna: str, x: int, y: int) -> str:
    """Bulat atau salah satu segi banyak; yang terlewat berulang dari awal."""
    urut = nomor % len(BENTUK)
    sudut = BENTUK[urut]
    if not sudut:
        return unsur(
            "circle",
            cx=x,
            cy=y,
            r=JARI,
            fill=warna,
            stroke=TINTA,
            stroke_width=1,
        )
    titik = []
    for kanan, bawah in sudut:
        ujung = x + kanan
        titik.append(f"{ujung},{y + bawah}")
    return unsur(
        "polygon",
        points=" ".join(titik),
        fill=warna,
        stroke=TINTA,
        stroke_width=1,
    )


def contoh(nomor: int, x: int, y: int) -> str:
    """Contoh arsiran satu kelas."""
    warna = f"url(#arsir-{nomor})"
    return unsur(
        "rect",
        x=x,
        y=y,
        width=20,
        height=14,
        fill=warna,
        stroke=TINTA,
    )
