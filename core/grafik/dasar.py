"""Bentuk dasar grafik SVG: deret, kotak berarsir, garis, tulisan, keterangan.

Ukuran dalam satuan gambar. Arsiran digambar sebagai garis biasa, sehingga sama di peramban dan PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

LEBAR = 640
HURUF = 'font-family="Liberation Sans, Arial, sans-serif" font-size="11"'
TINTA, ALAS = "#1f2a27", "#eeebe1"
WARNA = ("#b9b29c", "#14463d", "#c58b2a", "#7a9e87", "#a63d2f")
JARAK_ARSIR = 5

Angka = int | Decimal
Titik = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Deret:
    """Satu deret bernama; nilai `None` digambar sebagai tanda pisah. `pola` arsiran: miring, datar, silang."""

    nama: str
    nilai: Sequence[Angka | None]
    warna: str
    tulisan: str = TINTA
    pola: str = ""


def svg(judul: str, tinggi: Angka, isi: Sequence[str], *, lebar: int = LEBAR) -> str:
    """Satu gambar berjudul; judulnya juga dibacakan pembaca layar."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {n(tinggi)}" role="img" '
        f"aria-label={quoteattr(judul)} {HURUF}><title>{escape(judul)}</title>{''.join(isi)}</svg>"
    )


def keterangan(deret: Sequence[Deret], y: Angka, *, ukuran: int = 10) -> list[str]:
    """Satu baris keterangan: kotak contoh dan nama tiap deret."""
    hasil, x = [], Decimal(0)
    for d in deret:
        hasil.append(kotak(x, y - ukuran + 1, ukuran, ukuran, d.warna, pola=d.pola, arsir=d.tulisan))
        hasil.append(teks(x + ukuran + 5, y, d.nama, ukuran=ukuran))
        x += ukuran + 26 + Decimal(ukuran) * len(d.nama) * Decimal("0.54")
    return hasil


def n(x: Angka) -> str:
    """Koordinat dengan titik desimal, dua angka."""
    return f"{Decimal(x):.2f}".rstrip("0").rstrip(".")


def kotak(
    x: Angka, y: Angka, lebar: Angka, tinggi: Angka, warna: str, *, tepi: str = "", pola: str = "", arsir: str = TINTA
) -> str:
    """Kotak berwarna; dengan `pola` diarsir garis berwarna `arsir`."""
    garis_tepi = f' stroke="{tepi}"' if tepi else ""
    dasar = f'<rect x="{n(x)}" y="{n(y)}" width="{n(lebar)}" height="{n(tinggi)}" fill="{warna}"{garis_tepi}/>'
    ruas = "".join(f"M{n(x + a)} {n(y + b)}L{n(x + c)} {n(y + d)}" for a, b, c, d in _arsir(pola, lebar, tinggi))
    return f'{dasar}<path d="{ruas}" stroke="{arsir}" stroke-width="0.7" fill="none"/>' if ruas else dasar


def _arsir(pola: str, lebar: Angka, tinggi: Angka) -> Iterator[tuple[Angka, Angka, Angka, Angka]]:
    """Ruas-ruas arsiran di dalam kotak `lebar` × `tinggi`."""
    if pola == "datar":
        yield from ((0, y, lebar, y) for y in range(JARAK_ARSIR // 2, int(tinggi) + 1, JARAK_ARSIR))
    if pola in {"miring", "silang"}:
        for k in range(JARAK_ARSIR, int(lebar + tinggi), JARAK_ARSIR):
            kiri, kanan = max(0, k - tinggi), min(lebar, k)
            yield kiri, k - kiri, kanan, k - kanan
            if pola == "silang":
                yield lebar - kiri, k - kiri, lebar - kanan, k - kanan


def garis(x1: Angka, y1: Angka, x2: Angka, y2: Angka, warna: str, *, tebal: int = 1) -> str:
    return f'<line x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}" stroke="{warna}" stroke-width="{tebal}"/>'


def bidang(titik: Sequence[Titik], garis: str, *, isi: str = "none", tebal: int = 1, putus: str = "") -> str:
    """Segi banyak tertutup; `putus` pola garis putus-putus."""
    pola = f' stroke-dasharray="{putus}"' if putus else ""
    letak = " ".join(f"{n(x)},{n(y)}" for x, y in titik)
    return f'<polygon points="{letak}" fill="{isi}" stroke="{garis}" stroke-width="{tebal}"{pola}/>'


def teks(
    x: Angka, y: Angka, isi: str, *, jangkar: str = "start", ukuran: int = 11, warna: str = TINTA, tebal: bool = False
) -> str:
    bobot = ' font-weight="bold"' if tebal else ""
    return (
        f'<text x="{n(x)}" y="{n(y)}" text-anchor="{jangkar}" font-size="{ukuran}" fill="{warna}"{bobot}>'
        f"{escape(isi)}</text>"
    )
