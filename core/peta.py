"""Peta kecil sebagai SVG: titik atau batas wilayah, diwarnai menurut kelasnya.

Koordinat bilangan bulat seperseratus ribu derajat (WGS 84), proyeksi silinder sama jarak. Tiap kelas juga punya
bentuk titik dan arsiran sendiri, sehingga terbaca hitam putih.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

DERAJAT = 100_000
LEBAR, TEPI, JARI = 640, 14, 4
TINTA, PUDAR = "#1f2a27", "#8f8870"
Cincin = Sequence[tuple[int, int]]
# arsiran tiap kelas: garis di atas warna dasarnya
ARSIR = ("", "M0 8L8 0", "M0 4H8", "M4 0V8", "M0 0L8 8M0 8L8 0", "M0 2H8M0 6H8")


@dataclass(frozen=True)
class KelasPeta:
    """Satu kelas: nama, warna, dan banyak anggotanya untuk keterangan."""

    nama: str
    warna: str
    banyak: int = 0


@dataclass(frozen=True)
class Tempat:
    """Satu desa: titik tengahnya dan, bila ada, cincin batasnya; `kelas` nomor kelas atau `None` tanpa data."""

    nama: str
    kelas: int | None
    titik: tuple[int, int] | None = None
    cincin: Sequence[Cincin] = ()
    url: str = ""


def ke_bulat(derajat: Decimal) -> int:
    """`104.123456` menjadi `10412346`, setengah menjauhi nol."""
    return int((derajat * DERAJAT).to_integral_value(rounding="ROUND_HALF_UP"))


def peta(
    judul: str, tempat: Sequence[Tempat], kelas: Sequence[KelasPeta], nama: Iterable[tuple[str, tuple[int, int]]]
) -> str:
    """SVG; kosong bila tidak satu pun tempat berkoordinat. `nama` tulisan di atas peta beserta titiknya."""
    semua = [t for t in tempat if t.titik or t.cincin]
    if not semua:
        return ""
    bidang = _Bidang([p for t in semua for p in (*(x for c in t.cincin for x in c), *([t.titik] if t.titik else []))])
    isi = [_arsiran(i, k.warna) for i, k in enumerate(kelas)]
    isi = [f"<defs>{''.join(isi)}</defs>"]
    isi += [_tautan(t, _wilayah(t, bidang)) for t in semua if t.cincin]
    isi += [_tautan(t, _titik(t, kelas, *bidang.letak(t.titik))) for t in semua if t.titik and not t.cincin]
    for tulisan, pusat in nama:
        x, y = bidang.letak(pusat)
        isi.append(
            f'<text x="{x}" y="{y}" text-anchor="middle" font-size="11" fill="{TINTA}" stroke="#fffdf8" '
            f'stroke-width="3" paint-order="stroke">{escape(tulisan)}</text>'
        )
    isi += _keterangan(kelas, bidang.tinggi, any(t.kelas is None for t in semua))
    tinggi = bidang.tinggi + 34 * _baris(kelas)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {tinggi}" role="img" '
        f'aria-label={quoteattr(judul)} font-family="Liberation Sans, Arial, sans-serif">'
        f"<title>{escape(judul)}</title>{''.join(isi)}</svg>"
    )


class _Bidang:
    """Dari koordinat ke satuan gambar; skala sama ke dua arah, utara di atas."""

    def __init__(self, titik: Sequence[tuple[int, int]]) -> None:
        xs, ys = [x for x, _ in titik], [y for _, y in titik]
        self.kiri, self.atas = min(xs), max(ys)
        self.rentang = max(max(xs) - self.kiri, 1)
        self.lebar = LEBAR - 2 * TEPI
        self.tinggi = (self.atas - min(ys)) * self.lebar // self.rentang + 2 * TEPI

    def letak(self, titik: tuple[int, int]) -> tuple[int, int]:
        x, y = titik
        return (
            (x - self.kiri) * self.lebar // self.rentang + TEPI,
            (self.atas - y) * self.lebar // self.rentang + TEPI,
        )


def _arsiran(nomor: int, warna: str) -> str:
    garis = ARSIR[nomor % len(ARSIR)]
    lukis = f'<path d="{garis}" stroke="{TINTA}" stroke-width="1" fill="none"/>' if garis else ""
    return (
        f'<pattern id="arsir-{nomor}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{warna}"/>{lukis}</pattern>'
    )


def _tautan(t: Tempat, gambar: str) -> str:
    isi = f"<g><title>{escape(t.nama)}</title>{gambar}</g>"
    return f"<a href={quoteattr(t.url)}>{isi}</a>" if t.url else isi


def _wilayah(t: Tempat, bidang: _Bidang) -> str:
    """Semua cincin satu desa; titik yang jatuh di tempat yang sama digambar sekali."""
    jalan = []
    for cincin in t.cincin:
        letak = [bidang.letak(p) for p in cincin]
        rapat = [p for i, p in enumerate(letak) if i == 0 or p != letak[i - 1]]
        jalan.append("M" + "L".join(f"{x} {y}" for x, y in rapat) + "Z")
    isi = "#fffdf8" if t.kelas is None else f"url(#arsir-{t.kelas})"
    return f'<path d="{"".join(jalan)}" fill="{isi}" fill-rule="evenodd" stroke="{TINTA}" stroke-width="1"/>'


def _titik(t: Tempat, kelas: Sequence[KelasPeta], x: int, y: int) -> str:
    if t.kelas is None:
        return f'<circle cx="{x}" cy="{y}" r="3" fill="none" stroke="{PUDAR}"/>'
    return _bentuk(t.kelas, kelas[t.kelas].warna, x, y)


def _bentuk(nomor: int, warna: str, x: int, y: int) -> str:
    """Bulat, persegi, segitiga, ketupat, segitiga terbalik, silang."""
    r = JARI
    gaya = f'fill="{warna}" stroke="{TINTA}" stroke-width="1"'
    titik = (
        "",
        f"{x - r},{y - r} {x + r},{y - r} {x + r},{y + r} {x - r},{y + r}",
        f"{x},{y - r - 1} {x + r + 1},{y + r} {x - r - 1},{y + r}",
        f"{x},{y - r - 2} {x + r + 2},{y} {x},{y + r + 2} {x - r - 2},{y}",
        f"{x},{y + r + 1} {x + r + 1},{y - r} {x - r - 1},{y - r}",
        f"{x - 2},{y - r} {x + 2},{y - r} {x + 2},{y + r} {x - 2},{y + r}",
    )[nomor % 6]
    return f'<polygon points="{titik}" {gaya}/>' if titik else f'<circle cx="{x}" cy="{y}" r="{r}" {gaya}/>'


PER_BARIS = 3


def _baris(kelas: Sequence[KelasPeta]) -> int:
    return -(-(len(kelas) + 1) // PER_BARIS)


def _keterangan(kelas: Sequence[KelasPeta], atas: int, is_ada_kosong: bool) -> list[str]:
    """Keterangan di bawah peta: bentuk, arsiran, nama dan banyaknya."""
    hasil = []
    for i, k in enumerate(kelas):
        x, y = TEPI + (i % PER_BARIS) * (LEBAR // PER_BARIS), atas + 20 + 34 * (i // PER_BARIS)
        hasil.append(_bentuk(i, k.warna, x + 4, y - 5))
        hasil.append(
            f'<rect x="{x + 16}" y="{y - 12}" width="20" height="14" fill="url(#arsir-{i})" stroke="{TINTA}"/>'
        )
        hasil.append(f'<text x="{x + 42}" y="{y}" font-size="12" fill="{TINTA}">{escape(k.nama)}: {k.banyak}</text>')
    if is_ada_kosong:
        i = len(kelas)
        x, y = TEPI + (i % PER_BARIS) * (LEBAR // PER_BARIS), atas + 20 + 34 * (i // PER_BARIS)
        hasil.append(f'<circle cx="{x + 4}" cy="{y - 5}" r="3" fill="none" stroke="{PUDAR}"/>')
        hasil.append(f'<text x="{x + 42}" y="{y}" font-size="12" fill="{TINTA}">tanpa data</text>')
    return hasil
