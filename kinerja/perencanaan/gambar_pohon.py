"""Pohon kinerja sebagai SVG: kotak bertaut, dari kiri (tujuan) ke kanan (sub kegiatan).

Sama di halaman dan PDF; tingkat terbaca dari tulisannya, bukan dari warna saja.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from textwrap import wrap
from typing import NamedTuple
from xml.sax.saxutils import escape

from core.grafik.dasar import HURUF, PUTIH, TINTA, unsur

SemuaUnsur = list[str]  # unsur SVG menurut urutan gambarnya
LEBAR_KOTAK = 268
SELA_KOLOM = 36
SELA_BARIS = 10
TINGGI_LEMBAR = 1150  # agar tiga kolom selebar kertas A3 tegak tetap terbaca
TINGGI_BARIS = 13
TEPI = 8
AKSARA_SEBARIS = 44
UKURAN_HURUF = 10
UKURAN_SEBUTAN = 8
LEBAR_PITA = 5
GARIS = "#6d7a74"
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
        is_cukup = ruang([*bagian[-1], anak]) <= TINGGI_LEMBAR
        if bagian[-1] and not is_cukup:
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
    kolom = max(satu.dalam for satu in akar)
    lebar = kolom * (LEBAR_KOTAK + SELA_KOLOM) - SELA_KOLOM + 2
    tinggi = ruang(akar) + 2
    isi: SemuaUnsur = []
    atas = 1
    for kotak in akar:
        cabang = _cabang(kotak, 1, atas)
        isi += cabang.gambar
        atas += kotak.ruang + SELA_BARIS
    return unsur(
        "svg",
        "".join(isi),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {lebar} {tinggi}",
        width=lebar,
        height=tinggi,
        role="img",
        aria_label=judul,
        font_family=HURUF,
        font_size=UKURAN_HURUF,
    )


class Cabang(NamedTuple):
    """Gambar satu kotak beserta anaknya, dan titik tengah kotak itu."""

    gambar: SemuaUnsur
    tengah: int


def _cabang(kotak: Kotak, x: int, atas: int) -> Cabang:
    """Anaknya bersusun di kolom berikutnya, sama tinggi di atas dan di bawah kotaknya."""
    isi: SemuaUnsur = []
    tengah_anak: list[int] = []
    kanan = x + LEBAR_KOTAK
    sisa = kotak.ruang - ruang(kotak.anak)
    atas_anak = atas + sisa // 2
    for anak in kotak.anak:
        cabang = _cabang(anak, kanan + SELA_KOLOM, atas_anak)
        isi += cabang.gambar
        tengah_anak.append(cabang.tengah)
        atas_anak += anak.ruang + SELA_BARIS
    tengah = _tengah(kotak, atas, tengah_anak)
    garis = []
    for ke in tengah_anak:
        garis.append(_penghubung(kanan, tengah, ke))
    atas_kotak = tengah - kotak.tinggi // 2
    gambar_kotak = _kotak(kotak, x, atas_kotak)
    return Cabang([*garis, gambar_kotak, *isi], tengah)


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
    return unsur("path", d=jalur, fill="none", stroke=GARIS, stroke_width=1)


def _kotak(kotak: Kotak, x: int, y: int) -> str:
    """Kotak bertepi, berpita warna tingkatnya; bertaut bila berhalaman."""
    isi = "".join((_bingkai(kotak, x, y), *_tulisan(kotak, x, y)))
    if kotak.url:
        return unsur("a", isi, href=kotak.url)
    return isi


def _bingkai(kotak: Kotak, x: int, y: int) -> str:
    """Tepi kotak dan pita warnanya."""
    tinggi = kotak.tinggi
    tepi = unsur(
        "rect",
        x=x,
        y=y,
        width=LEBAR_KOTAK,
        height=tinggi,
        fill=PUTIH,
        stroke=GARIS,
    )
    pita = unsur(
        "rect",
        x=x,
        y=y,
        width=LEBAR_PITA,
        height=tinggi,
        fill=WARNA[kotak.tingkat],
    )
    return tepi + pita


def _tulisan(kotak: Kotak, x: int, y: int) -> Iterator[str]:
    """Sebutan tingkatnya, judulnya tebal, lalu keterangannya."""
    sebutan = escape(kotak.sebutan.upper())
    kiri, alas = _letak(x, y, 1)
    yield unsur(
        "text",
        sebutan,
        x=kiri,
        y=alas,
        fill=GARIS,
        font_size=UKURAN_SEBUTAN,
    )
    banyak_judul = len(wrap(kotak.judul, AKSARA_SEBARIS))
    for urut, tulisan in enumerate(kotak.tulisan):
        tebal = ""
        if urut < banyak_judul:
            tebal = "bold"
        kiri, alas = _letak(x, y, urut + 2)
        yield unsur(
            "text",
            escape(tulisan),
            x=kiri,
            y=alas,
            fill=TINTA,
            font_weight=tebal,
        )


def _letak(x: int, y: int, baris: int) -> tuple[int, int]:
    """Awal satu baris tulisan di dalam kotak."""
    turun = TINGGI_BARIS * baris - 3
    return x + 14, y + TEPI + turun
