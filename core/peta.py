"""Peta kecil sebagai SVG: titik atau batas wilayah, diwarnai menurut kelasnya.

Koordinat bilangan bulat seperseratus ribu derajat (WGS 84), proyeksi silinder sama jarak.
Tiap kelas juga punya bentuk titik dan arsiran sendiri, sehingga terbaca hitam putih.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from xml.sax.saxutils import escape

from core.grafik.dasar import HURUF, TINTA, Unsur, unsur
from core.grafik.tanda import Titik, bentuk, contoh, kosong, semua_arsiran

DERAJAT = 100_000
LEBAR = 640
TEPI = 14
POLOS = "#fffdf8"
PER_BARIS = 3  # kelas pada satu baris keterangan
Cincin = Sequence[Titik]
SemuaCincin = Sequence[Cincin]


@dataclass(frozen=True)
class KelasPeta:
    """Satu kelas: nama, warna, dan banyak anggotanya untuk keterangan."""

    nama: str
    warna: str
    banyak: int | None = None  # `None` bila belum satu pun diketahui


@dataclass(frozen=True)
class Tempat:
    """Satu desa: titik tengahnya dan, bila ada, cincin batasnya; `kelas` `None` tanpa data."""

    nama: str
    kelas: int | None
    titik: Titik | None = None
    cincin: SemuaCincin = ()
    url: str = ""


@dataclass(frozen=True)
class Garis:
    """Batas wilayah di atas desa: cincinnya dan tebal garisnya."""

    cincin: SemuaCincin
    tebal: int


SemuaGaris = Sequence[Garis]
SemuaKelas = Sequence[KelasPeta]
SemuaTempat = Sequence[Tempat]


def ke_bulat(derajat: Decimal) -> int:
    """`104.123456` menjadi `10412346`, setengah menjauhi nol."""
    satuan = derajat * DERAJAT
    bulat = satuan.to_integral_value(rounding="ROUND_HALF_UP")
    return int(bulat)


def peta(
    judul: str,
    tempat: SemuaTempat,
    kelas: SemuaKelas,
    nama: Iterable[tuple[str, Titik]],
    garis: SemuaGaris = (),
) -> str:
    """SVG; kosong bila tidak satu pun tempat berkoordinat.

    `nama` tulisan di atas peta, `garis` batas di antara desa dan titiknya.
    """
    semua = [satu for satu in tempat if satu.titik or satu.cincin]
    if not semua:
        return ""
    koordinat = [*_koordinat(semua), *_koordinat(garis)]
    bidang = _Bidang(koordinat)
    has_kosong = any(satu.kelas is None for satu in semua)
    warna = [satu.warna for satu in kelas]
    kepala = unsur("title", escape(judul))
    isi = [kepala, semua_arsiran(warna)]
    isi += _semua_wilayah(semua, bidang)
    isi += [_garis(satu, bidang) for satu in garis]
    isi += _semua_titik(semua, kelas, bidang)
    for tulisan, pusat in nama:
        x, y = bidang.letak(pusat)
        isi.append(_nama(tulisan, x, y))
    isi += _keterangan(kelas, bidang.tinggi, has_kosong)
    tinggi = bidang.tinggi + 34 * _baris(kelas)
    return unsur(
        "svg",
        "".join(isi),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {LEBAR} {tinggi}",
        role="group" if any(satu.url for satu in semua) else "img",
        aria_label=judul,
        font_family=HURUF,
    )


def _semua_wilayah(tempat: SemuaTempat, bidang: "_Bidang") -> Unsur:
    """Desa yang batasnya diketahui."""
    for satu in tempat:
        if satu.cincin:
            gambar = _wilayah(satu, bidang)
            yield _tautan(satu, gambar)


def _semua_titik(
    tempat: SemuaTempat,
    kelas: SemuaKelas,
    bidang: "_Bidang",
) -> Unsur:
    """Titik tengah desa yang batasnya belum ada."""
    for satu in tempat:
        if satu.titik and not satu.cincin:
            x, y = bidang.letak(satu.titik)
            gambar = _titik(satu, kelas, x, y)
            yield _tautan(satu, gambar)


def _koordinat(semua: SemuaTempat | SemuaGaris) -> Iterator[Titik]:
    """Semua titik yang harus termuat."""
    for satu in semua:
        for cincin in satu.cincin:
            yield from cincin
        if isinstance(satu, Tempat) and satu.titik:
            yield satu.titik


class _Bidang:
    """Dari koordinat ke satuan gambar; skala sama ke dua arah, utara di atas."""

    def __init__(self, titik: Sequence[Titik]) -> None:
        bujur = []
        lintang = []
        for x, y in titik:
            bujur.append(x)
            lintang.append(y)
        kanan = max(bujur)
        bawah = min(lintang)
        self.kiri = min(bujur)
        self.atas = max(lintang)
        self.rentang = max(kanan - self.kiri, 1)
        self.lebar = LEBAR - 2 * TEPI
        self.tinggi = self._skala(self.atas - bawah) + 2 * TEPI

    def letak(self, titik: Titik) -> Titik:
        """Lintang naik ke utara, gambar turun ke bawah."""
        bujur, lintang = titik
        x = self._skala(bujur - self.kiri)
        y = self._skala(self.atas - lintang)
        return x + TEPI, y + TEPI

    def _skala(self, jarak: int) -> int:
        return jarak * self.lebar // self.rentang


def _tautan(tempat: Tempat, gambar: str) -> str:
    """Nama tampak saat ditunjuk; yang berhalaman dapat dibuka."""
    nama = unsur("title", escape(tempat.nama))
    isi = unsur("g", nama + gambar)
    if tempat.url:
        return unsur("a", isi, href=tempat.url)
    return isi


def _wilayah(tempat: Tempat, bidang: _Bidang) -> str:
    """Semua cincin satu desa menjadi satu jalan."""
    jalan = [_jalan(cincin, bidang) for cincin in tempat.cincin]
    isi = POLOS
    if tempat.kelas is not None:
        isi = f"url(#arsir-{tempat.kelas})"
    return unsur(
        "path",
        d="".join(jalan),
        fill=isi,
        fill_rule="evenodd",
        stroke=TINTA,
        stroke_width=1,
    )


def _garis(garis: Garis, bidang: _Bidang) -> str:
    """Hanya garisnya; desa di bawahnya tetap dapat dibuka."""
    jalan = [_jalan(cincin, bidang) for cincin in garis.cincin]
    return unsur(
        "path",
        d="".join(jalan),
        fill="none",
        stroke=TINTA,
        stroke_width=garis.tebal,
        stroke_linejoin="round",
        pointer_events="none",
    )


def _jalan(cincin: Cincin, bidang: _Bidang) -> str:
    """Titik berturutan yang jatuh di tempat yang sama digambar sekali."""
    letak = [bidang.letak(titik) for titik in cincin]
    titik = []
    for (x, y), _ in groupby(letak):
        titik.append(f"{x} {y}")
    jalan = "L".join(titik)
    return f"M{jalan}Z"


def _titik(tempat: Tempat, kelas: SemuaKelas, x: int, y: int) -> str:
    """Bentuk menurut kelasnya; kosong bila tanpa data."""
    if tempat.kelas is None:
        return kosong(x, y)
    warna = kelas[tempat.kelas].warna
    return bentuk(tempat.kelas, warna, x, y)


def _nama(tulisan: str, x: int, y: int) -> str:
    """Tulisan bertepi terang, terbaca di atas warna apa pun."""
    return unsur(
        "text",
        escape(tulisan),
        x=x,
        y=y,
        text_anchor="middle",
        font_size=11,
        fill=TINTA,
        stroke=POLOS,
        stroke_width=3,
        paint_order="stroke",
    )


def _baris(kelas: SemuaKelas) -> int:
    """Banyak baris keterangan, termasuk tempat bagi yang tanpa data."""
    return -(-(len(kelas) + 1) // PER_BARIS)


def _keterangan(kelas: SemuaKelas, atas: int, has_kosong: bool) -> Unsur:
    """Keterangan di bawah peta: bentuk, arsiran, nama dan banyaknya."""
    for nomor, satu in enumerate(kelas):
        letak = _letak_keterangan(nomor, atas)
        yield from _satu_keterangan(nomor, satu, letak)
    if has_kosong:
        akhir = len(kelas)
        x, y = _letak_keterangan(akhir, atas)
        yield kosong(x + 4, y - 5)
        yield _sebutan("tanpa data", x, y)


def _satu_keterangan(nomor: int, satu: KelasPeta, letak: Titik) -> Unsur:
    """Bentuk, arsiran dan nama satu kelas."""
    x, y = letak
    tengah = y - 5
    sebutan = satu.nama
    if satu.banyak is not None:
        sebutan = f"{sebutan}: {satu.banyak}"
    yield bentuk(nomor, satu.warna, x + 4, tengah)
    yield contoh(nomor, x + 16, y - 12)
    yield _sebutan(sebutan, x, y)


def _letak_keterangan(nomor: int, atas: int) -> Titik:
    """Letak satu contoh pada deretan di bawah peta."""
    baris, kolom = divmod(nomor, PER_BARIS)
    lebar = LEBAR // PER_BARIS
    x = TEPI + kolom * lebar
    y = atas + 20 + 34 * baris
    return x, y


def _sebutan(tulisan: str, x: int, y: int) -> str:
    return unsur(
        "text",
        escape(tulisan),
        x=x + 42,
        y=y,
        font_size=12,
        fill=TINTA,
    )
