"""Grafik SVG kecil dari data; sama di halaman dan PDF, terbaca hitam putih. Tanpa Django.

Ukuran dalam satuan gambar; teks selalu memuat angkanya sehingga warna bukan satu-satunya petunjuk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from core.angka import format_angka

LEBAR = 640
HURUF = 'font-family="Liberation Sans, Arial, sans-serif" font-size="11"'
TINTA, GARIS, ALAS = "#1f2a27", "#c9c6bb", "#eeebe1"
WARNA = ("#b9b29c", "#14463d", "#c58b2a", "#7a9e87", "#a63d2f")


@dataclass(frozen=True)
class Deret:
    """Satu deret bernama; nilai `None` digambar sebagai tanda pisah."""

    nama: str
    nilai: Sequence[Decimal | int | None]
    warna: str
    tulisan: str = TINTA


def batang(judul: str, label: Sequence[str], deret: Sequence[Deret], *, desimal: int = 0) -> str:
    """Batang tegak berkelompok, misalnya target dan realisasi per tahun."""
    tinggi, dasar, atas = 240, 200, 30
    puncak = max((Decimal(v) for d in deret for v in d.nilai if v is not None), default=Decimal(0)) or Decimal(1)
    lebar_kelompok = Decimal(LEBAR - 20) / max(len(label), 1)
    lebar = lebar_kelompok * Decimal("0.8") / max(len(deret), 1)
    isi = [_garis(10, dasar, LEBAR - 10, dasar)]
    for i, nama in enumerate(label):
        kiri = 10 + lebar_kelompok * i + lebar_kelompok / 10
        isi.append(_teks(kiri + lebar_kelompok * Decimal("0.4"), dasar + 16, nama, jangkar="middle"))
        for j, d in enumerate(deret):
            nilai, x = d.nilai[i], kiri + lebar * j
            h = Decimal(nilai or 0) / puncak * (dasar - atas - 14)
            isi.append(_kotak(x, dasar - h, lebar - 3, h, d.warna))
            tulisan = "–" if nilai is None else format_angka(nilai, desimal)
            isi.append(_teks(x + lebar / 2 - 1, dasar - h - 4, tulisan, jangkar="middle", ukuran=10))
    return _svg(judul, tinggi, [*isi, *_keterangan(deret, tinggi - 10)])


def tumpuk(judul: str, label: Sequence[str], deret: Sequence[Deret]) -> str:
    """Batang mendatar bertumpuk, misalnya banyak desa per status per tahun; tiap ruas memuat angkanya."""
    baris, kiri = 34, 50
    tinggi = baris * len(label) + 34
    isi = []
    for i, nama in enumerate(label):
        y = Decimal(6 + baris * i)
        jumlah = sum(Decimal(d.nilai[i] or 0) for d in deret) or Decimal(1)
        x = Decimal(kiri)
        isi.append(_teks(kiri - 6, y + 17, nama, jangkar="end"))
        for d in deret:
            nilai = Decimal(d.nilai[i] or 0)
            lebar = nilai / jumlah * (LEBAR - kiri - 10)
            if nilai:
                isi.append(_kotak(x, y, lebar, 24, d.warna))
            if lebar > 18:
                isi.append(_teks(x + lebar / 2, y + 16, format_angka(nilai), jangkar="middle", warna=d.tulisan))
            x += lebar
    return _svg(judul, tinggi, [*isi, *_keterangan(deret, tinggi - 8)])


def mendatar(judul: str, baris: Sequence[tuple[str, Decimal | None]], *, penuh: Decimal = Decimal(100)) -> str:
    """Satu batang persen per baris, misalnya penyerapan per program; garis pada 100."""
    jarak = 40
    isi = []
    for i, (nama, nilai) in enumerate(baris):
        y = Decimal(jarak * i)
        panjang = min(max(nilai or Decimal(0), Decimal(0)) / penuh, Decimal(1)) * (LEBAR - 90)
        isi.append(_teks(0, y + 13, nama if len(nama) <= 92 else nama[:91] + "…"))
        isi.append(_kotak(0, y + 18, LEBAR - 90, 12, ALAS))
        isi.append(_kotak(0, y + 18, panjang, 12, WARNA[1]))
        tulisan = "tidak dapat dihitung" if nilai is None else f"{format_angka(nilai, 2)} %"
        isi.append(_teks(LEBAR, y + 28, tulisan, jangkar="end"))
    return _svg(judul, jarak * len(baris) + 4, isi)


def _svg(judul: str, tinggi: int | Decimal, isi: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {_n(tinggi)}" role="img" '
        f"aria-label={quoteattr(judul)} {HURUF}><title>{escape(judul)}</title>{''.join(isi)}</svg>"
    )


def _keterangan(deret: Sequence[Deret], y: int) -> list[str]:
    hasil, x = [], 10
    for d in deret:
        hasil += [_kotak(x, y - 9, 10, 10, d.warna), _teks(x + 14, y, d.nama, ukuran=10)]
        x += 34 + 6 * len(d.nama)
    return hasil


def _n(x: int | Decimal) -> str:
    """Koordinat dengan titik desimal, dua angka."""
    return f"{Decimal(x):.2f}".rstrip("0").rstrip(".")


def _kotak(x: int | Decimal, y: int | Decimal, lebar: int | Decimal, tinggi: int | Decimal, warna: str) -> str:
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(lebar)}" height="{_n(tinggi)}" fill="{warna}"/>'


def _garis(x1: int, y1: int, x2: int, y2: int) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{GARIS}"/>'


def _teks(
    x: int | Decimal, y: int | Decimal, isi: str, *, jangkar: str = "start", ukuran: int = 11, warna: str = TINTA
) -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{jangkar}" font-size="{ukuran}" fill="{warna}">{escape(isi)}</text>'
