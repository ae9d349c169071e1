"""Pohon kinerja sebagai SVG: kotak bertaut, dari kiri (tujuan) ke kanan (sub kegiatan).

Sama di halaman dan PDF; tingkat terbaca dari tulisannya, bukan dari warna saja.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

LEBAR_KOTAK = 268
SELA_KOLOM = 36
SELA_BARIS = 10
TINGGI_LEMBAR = 1150  # agar tiga kolom selebar kertas A3 tegak tetap terbaca
TINGGI_BARIS = 13
TEPI = 8
AKSARA_SEBARIS = 44
HURUF = 'font-family="Liberation Sans, Arial, sans-serif" font-size="10"'
TINTA, ALAS, GARIS = "#1f2a27", "#ffffff", "#6d7a74"
WARNA = {
    "tujuan": "#14463d",
    "sasaran": "#4d8b6c",
    "program": "#c58b2a",
    "kegiatan": "#b9b29c",
    "sub": "#eeebe1",
}


@dataclass(frozen=True)
class Kotak:
    """Satu kotak: tingkatnya dengan kata, judul, keterangan, alamat halamannya, dan anaknya."""

    tingkat: str
    sebutan: str
    judul: str
    baris: Sequence[str] = ()
    url: str = ""
    anak: Sequence["Kotak"] = field(default_factory=tuple)

    @property
    def tulisan(self) -> list[str]:
        """Baris teks di dalam kotak setelah dilipat."""
        hasil = []
        for teks in (self.judul, *self.baris):
            hasil += wrap(teks, AKSARA_SEBARIS)
        return hasil

    @property
    def tinggi(self) -> int:
        """Menurut banyak barisnya, dengan tepi atas dan bawah."""
        banyak_baris = len(self.tulisan) + 1  # sebutannya di baris pertama
        return TINGGI_BARIS * banyak_baris + 2 * TEPI

    @property
    def ruang(self) -> int:
        """Tinggi yang dipakai kotak bersama semua anaknya."""
        return max(self.tinggi, ruang(self.anak))

    @property
    def dalam(self) -> int:
        """Banyak tingkat dari kotak ini ke bawah."""
        return 1 + max((anak.dalam for anak in self.anak), default=0)


def ruang(kotak: Sequence[Kotak]) -> int:
    """Tinggi beberapa kotak bersusun, dengan sela di antaranya."""
    sela = max(len(kotak) - 1, 0)
    return sum(k.ruang for k in kotak) + SELA_BARIS * sela


def lembar(kotak: Kotak) -> list[Kotak]:
    """Kotak yang terlalu tinggi untuk selembar dipecah menurut anaknya; kotaknya diulang."""
    bagian: list[list[Kotak]] = [[]]
    for anak in kotak.anak:
        is_muat = ruang([*bagian[-1], anak]) <= TINGGI_LEMBAR
        if bagian[-1] and not is_muat:
            bagian.append([])
        bagian[-1].append(anak)
    hasil = []
    for urut, isi in enumerate(bagian):
        ekor = ""
        if urut:
            ekor = f" (lanjutan {urut})"
        hasil.append(replace(kotak, judul=kotak.judul + ekor, anak=tuple(isi)))
    return hasil


def pohon(judul: str, akar: Sequence[Kotak]) -> str:
    """SVG seluruh pohon; kosong bila tidak ada kotak."""
    if not akar:
        return ""
    kolom = max(k.dalam for k in akar)
    lebar = kolom * LEBAR_KOTAK + (kolom - 1) * SELA_KOLOM + 2
    tinggi = ruang(akar) + 2
    isi: list[str] = []
    atas = 1
    for kotak in akar:
        gambar, _ = _cabang(kotak, 1, atas)
        isi += gambar
        atas += kotak.ruang + SELA_BARIS
    ukuran = f'viewBox="0 0 {lebar} {tinggi}" width="{lebar}" height="{tinggi}"'
    label = f'role="img" aria-label={quoteattr(judul)}'
    kepala = f'<svg xmlns="http://www.w3.org/2000/svg" {ukuran} {label} {HURUF}>'
    return f"{kepala}{''.join(isi)}</svg>"


def _cabang(kotak: Kotak, x: int, atas: int) -> tuple[list[str], int]:
    """Gambar satu kotak dan anaknya; kembaliannya juga titik tengah kotak itu."""
    isi: list[str] = []
    tengah_anak: list[int] = []
    atas_anak = atas + (kotak.ruang - ruang(kotak.anak)) // 2
    for anak in kotak.anak:
        gambar, tengah = _cabang(anak, x + LEBAR_KOTAK + SELA_KOLOM, atas_anak)
        isi += gambar
        tengah_anak.append(tengah)
        atas_anak += anak.ruang + SELA_BARIS
    tengah = _tengah(kotak, atas, tengah_anak)
    garis = []
    for ke in tengah_anak:
        garis.append(_penghubung(x + LEBAR_KOTAK, tengah, ke))
    gambar_kotak = _kotak(kotak, x, tengah - kotak.tinggi // 2)
    return [*garis, gambar_kotak, *isi], tengah


def _tengah(kotak: Kotak, atas: int, tengah_anak: Sequence[int]) -> int:
    """Titik tengah kotak: di tengah anaknya, selama kotaknya tetap di dalam ruangnya."""
    setengah = kotak.tinggi // 2
    tengah = atas + kotak.ruang // 2
    if tengah_anak:
        tengah = (tengah_anak[0] + tengah_anak[-1]) // 2
    tertinggi = atas + setengah
    terendah = atas + kotak.ruang - setengah
    return min(max(tengah, tertinggi), terendah)


def _penghubung(x: int, dari: int, ke: int) -> str:
    """Garis siku dari tepi kanan kotak ke anaknya."""
    tengah = x + SELA_KOLOM // 2
    kanan = x + SELA_KOLOM
    jalur = f"M{x} {dari}H{tengah}V{ke}H{kanan}"
    return f'<path d="{jalur}" fill="none" stroke="{GARIS}" stroke-width="1"/>'


def _kotak(kotak: Kotak, x: int, y: int) -> str:
    """Kotak bertepi, berpita warna tingkatnya; bertaut bila berhalaman."""
    tinggi = kotak.tinggi
    bingkai = f'width="{LEBAR_KOTAK}" height="{tinggi}" fill="{ALAS}" stroke="{GARIS}"'
    pita = f'width="5" height="{tinggi}" fill="{WARNA[kotak.tingkat]}"'
    bagian = [
        f'<rect x="{x}" y="{y}" {bingkai}/>',
        f'<rect x="{x}" y="{y}" {pita}/>',
        _teks(x, y, 1, kotak.sebutan.upper(), f'fill="{GARIS}" font-size="8"'),
    ]
    banyak_judul = len(wrap(kotak.judul, AKSARA_SEBARIS))
    for urut, tulisan in enumerate(kotak.tulisan):
        tebal = ""
        if urut < banyak_judul:
            tebal = ' font-weight="bold"'
        gaya = f'fill="{TINTA}"{tebal}'
        bagian.append(_teks(x, y, urut + 2, tulisan, gaya))
    isi = "".join(bagian)
    if kotak.url:
        return f"<a href={quoteattr(kotak.url)}>{isi}</a>"
    return isi


def _teks(x: int, y: int, baris: int, tulisan: str, gaya: str) -> str:
    """Satu baris tulisan di dalam kotak."""
    kiri = x + 14
    alas = y + TEPI + TINGGI_BARIS * baris - 3
    return f'<text x="{kiri}" y="{alas}" {gaya}>{escape(tulisan)}</text>'
