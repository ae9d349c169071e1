"""Pohon kinerja sebagai SVG: kotak bertaut, dari kiri (tujuan) ke kanan (sub kegiatan).

Sama di halaman dan PDF; tingkat terbaca dari tulisannya, bukan dari warna saja.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

LEBAR_KOTAK, SELA_KOLOM, SELA_BARIS = 268, 36, 10
TINGGI_LEMBAR = 1150  # agar tiga kolom selebar kertas A3 tegak tetap terbaca
TINGGI_BARIS, TEPI, AKSARA_SEBARIS = 13, 8, 44
HURUF = 'font-family="Liberation Sans, Arial, sans-serif" font-size="10"'
TINTA, ALAS, GARIS = "#1f2a27", "#ffffff", "#6d7a74"
WARNA = {"tujuan": "#14463d", "sasaran": "#4d8b6c", "program": "#c58b2a", "kegiatan": "#b9b29c", "sub": "#eeebe1"}


@dataclass(frozen=True)
class Kotak:
    """Satu kotak: tingkatnya dengan kata, judul, baris keterangan, alamat halamannya, dan anaknya."""

    tingkat: str
    sebutan: str
    judul: str
    baris: Sequence[str] = ()
    url: str = ""
    anak: Sequence["Kotak"] = field(default_factory=tuple)

    @property
    def tulisan(self) -> list[str]:
        """Baris teks di dalam kotak setelah dilipat."""
        return [potong for teks in (self.judul, *self.baris) for potong in wrap(teks, AKSARA_SEBARIS)]

    @property
    def tinggi(self) -> int:
        return TINGGI_BARIS * (len(self.tulisan) + 1) + 2 * TEPI

    @property
    def ruang(self) -> int:
        """Tinggi yang dipakai kotak bersama semua anaknya."""
        anak = sum(a.ruang for a in self.anak) + SELA_BARIS * max(len(self.anak) - 1, 0)
        return max(self.tinggi, anak)

    @property
    def dalam(self) -> int:
        return 1 + max((a.dalam for a in self.anak), default=0)


def lembar(kotak: Kotak) -> list[Kotak]:
    """Kotak yang terlalu tinggi untuk selembar dipecah menurut anaknya; kotaknya sendiri diulang."""
    bagian: list[list[Kotak]] = [[]]
    for anak in kotak.anak:
        isi = sum(a.ruang + SELA_BARIS for a in bagian[-1])
        if bagian[-1] and isi + anak.ruang > TINGGI_LEMBAR:
            bagian.append([])
        bagian[-1].append(anak)
    lanjut = [f" (lanjutan {n})" if n else "" for n in range(len(bagian))]
    return [replace(kotak, judul=kotak.judul + ekor, anak=tuple(isi)) for ekor, isi in zip(lanjut, bagian, strict=True)]


def pohon(judul: str, akar: Sequence[Kotak]) -> str:
    """SVG seluruh pohon; kosong bila tidak ada kotak."""
    if not akar:
        return ""
    kolom = max(k.dalam for k in akar)
    lebar = kolom * LEBAR_KOTAK + (kolom - 1) * SELA_KOLOM + 2
    tinggi = sum(k.ruang for k in akar) + SELA_BARIS * (len(akar) - 1) + 2
    isi, y = [], 1
    for kotak in akar:
        isi += _cabang(kotak, 1, y)[0]
        y += kotak.ruang + SELA_BARIS
    label = quoteattr(judul)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}" width="{lebar}" height="{tinggi}" '
        f'role="img" aria-label={label} {HURUF}>{"".join(isi)}</svg>'
    )


def _cabang(kotak: Kotak, x: int, atas: int) -> tuple[list[str], int]:
    """Gambar satu kotak dan anaknya; kembaliannya juga titik tengah kotak itu."""
    isi: list[str] = []
    tengah_anak, y = [], atas + (kotak.ruang - _tinggi_anak(kotak)) // 2
    for anak in kotak.anak:
        gambar, tengah = _cabang(anak, x + LEBAR_KOTAK + SELA_KOLOM, y)
        isi += gambar
        tengah_anak.append(tengah)
        y += anak.ruang + SELA_BARIS
    tengah = (tengah_anak[0] + tengah_anak[-1]) // 2 if tengah_anak else atas + kotak.ruang // 2
    tengah = min(max(tengah, atas + kotak.tinggi // 2), atas + kotak.ruang - kotak.tinggi // 2)
    garis = [_penghubung(x + LEBAR_KOTAK, tengah, t) for t in tengah_anak]
    return [*garis, _kotak(kotak, x, tengah - kotak.tinggi // 2), *isi], tengah


def _tinggi_anak(kotak: Kotak) -> int:
    return sum(a.ruang for a in kotak.anak) + SELA_BARIS * max(len(kotak.anak) - 1, 0)


def _penghubung(x: int, dari: int, ke: int) -> str:
    tengah = x + SELA_KOLOM // 2
    return (
        f'<path d="M{x} {dari}H{tengah}V{ke}H{x + SELA_KOLOM}" fill="none" stroke="{GARIS}" stroke-width="1"/>'
    )  # fmt: skip


def _kotak(kotak: Kotak, x: int, y: int) -> str:
    warna = WARNA[kotak.tingkat]
    bagian = [
        f'<rect x="{x}" y="{y}" width="{LEBAR_KOTAK}" height="{kotak.tinggi}" fill="{ALAS}" stroke="{GARIS}"/>',
        f'<rect x="{x}" y="{y}" width="5" height="{kotak.tinggi}" fill="{warna}"/>',
        _teks(x, y, 1, kotak.sebutan.upper(), f'fill="{GARIS}" font-size="8"'),
    ]
    banyak_judul = len(wrap(kotak.judul, AKSARA_SEBARIS))
    for n, tulisan in enumerate(kotak.tulisan, start=2):
        tebal = ' font-weight="bold"' if n - 2 < banyak_judul else ""
        bagian.append(_teks(x, y, n, tulisan, f'fill="{TINTA}"{tebal}'))
    isi = "".join(bagian)
    return f"<a href={quoteattr(kotak.url)}>{isi}</a>" if kotak.url else isi


def _teks(x: int, y: int, baris: int, tulisan: str, gaya: str) -> str:
    return f'<text x="{x + 14}" y="{y + TEPI + TINGGI_BARIS * baris - 3}" {gaya}>{escape(tulisan)}</text>'
