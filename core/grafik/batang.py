"""Batang tegak, bertumpuk, mendatar dan berpembanding.

Teks selalu memuat angkanya sehingga warna bukan satu-satunya petunjuk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from core.angka import format_angka
from core.grafik.dasar import (
    ALAS,
    LEBAR,
    TINTA,
    WARNA,
    Angka,
    Deret,
    bidang,
    garis,
    keterangan,
    kotak,
    svg,
    teks,
)

NOL = Decimal(0)
SERATUS = Decimal(100)
PUTIH = "#ffffff"
TAK_TERHITUNG = "tak terhitung"

TINGGI_TEGAK, DASAR_TEGAK, ATAS_TEGAK = 216, 172, 24
LEBAR_BATANG = Decimal(48)
TERISI = Decimal("0.76")  # bagian lebar kelompok yang terisi batang

KIRI_TUMPUK, JARAK_TUMPUK = 44, 42
JARAK_MENDATAR, LEBAR_MENDATAR = 32, Decimal(LEBAR - 96)
NAMA_TERPANJANG = 100
KIRI_BANDING, JARAK_BANDING = 168, 23
LEBAR_BANDING = Decimal(LEBAR - KIRI_BANDING - 60)


def batang(
    judul: str,
    label: Sequence[str],
    deret: Sequence[Deret],
    *,
    desimal: int = 0,
) -> str:
    """Batang tegak berkelompok, misalnya target dan realisasi per tahun; negatif setinggi nol."""
    puncak = max(_nilai(deret), default=NOL)
    skala = (DASAR_TEGAK - ATAS_TEGAK) / puncak if puncak > 0 else NOL
    kelompok = Decimal(LEBAR) / max(len(label), 1)
    lebar = min(kelompok * TERISI / max(len(deret), 1), LEBAR_BATANG)
    isi = []
    for i, nama in enumerate(label):
        awal = kelompok * i
        tengah = awal + kelompok / 2
        kiri = awal + (kelompok - lebar * len(deret)) / 2
        isi.append(teks(tengah, DASAR_TEGAK + 17, nama, jangkar="middle"))
        for j, d in enumerate(deret):
            isi += _batang(kiri + lebar * j, lebar, skala, d, d.nilai[i], desimal)
    isi.append(garis(0, DASAR_TEGAK, LEBAR, DASAR_TEGAK, TINTA))
    isi += keterangan(deret, TINGGI_TEGAK - 6)
    return svg(judul, TINGGI_TEGAK, isi)


def _nilai(deret: Sequence[Deret]) -> Iterator[Decimal]:
    """Semua nilai yang ada."""
    for d in deret:
        yield from (Decimal(nilai) for nilai in d.nilai if nilai is not None)


def _batang(
    x: Decimal,
    lebar: Decimal,
    skala: Decimal,
    deret: Deret,
    nilai: Angka | None,
    desimal: int,
) -> list[str]:
    """Satu batang dan angka di atasnya."""
    panjang = max(Decimal(nilai or 0), NOL) * skala
    puncak = DASAR_TEGAK - panjang
    tulisan = "—" if nilai is None else format_angka(nilai, desimal)
    return [
        kotak(x + 1, puncak, lebar - 2, panjang, deret.warna),
        teks(x + lebar / 2, puncak - 5, tulisan, jangkar="middle", ukuran=10),
    ]


def tumpuk(judul: str, label: Sequence[str], deret: Sequence[Deret]) -> str:
    """Batang mendatar bertumpuk, misalnya banyak desa per status per tahun, dengan angkanya."""
    tinggi = JARAK_TUMPUK * len(label) + 28
    isi = []
    for i, nama in enumerate(label):
        y = Decimal(12 + JARAK_TUMPUK * i)
        isi.append(teks(KIRI_TUMPUK - 8, y + 17, nama, jangkar="end"))
        isi += _tumpukan(y, [(d, Decimal(d.nilai[i] or 0)) for d in deret])
    isi += keterangan(deret, tinggi - 6)
    return svg(judul, tinggi, isi)


def _tumpukan(y: Decimal, bagian: Sequence[tuple[Deret, Decimal]]) -> Iterator[str]:
    """Semua ruas satu baris, bersambung dari kiri."""
    jumlah = sum(nilai for _, nilai in bagian) or Decimal(1)
    x = Decimal(KIRI_TUMPUK)
    for deret, nilai in bagian:
        lebar = nilai / jumlah * (LEBAR - KIRI_TUMPUK)
        yield from _ruas(x, y, lebar, deret, nilai)
        x += lebar


def _ruas(
    x: Decimal,
    y: Decimal,
    lebar: Decimal,
    deret: Deret,
    nilai: Decimal,
) -> Iterator[str]:
    """Satu ruas; angkanya di dalam bila muat, selainnya di atasnya."""
    tengah = x + lebar / 2
    warna = deret.warna
    if nilai:
        yield kotak(x, y, lebar, 25, warna, tepi=PUTIH, pola=deret.pola, arsir=deret.tulisan)
    if lebar > 20:
        alas = min(lebar - 2, Decimal(28))
        yield kotak(x + (lebar - alas) / 2, y + 5, alas, 15, warna)
        yield teks(tengah, y + 17, format_angka(nilai), jangkar="middle", warna=deret.tulisan)
    elif nilai:
        yield teks(tengah, y - 3, format_angka(nilai), jangkar="middle", ukuran=10)


def mendatar(judul: str, baris: Sequence[tuple[str, Decimal | None]]) -> str:
    """Satu batang persen per baris, misalnya penyerapan per program; garis tegak pada 100 %."""
    terhitung = [nilai for _, nilai in baris if nilai is not None]
    penuh = max([SERATUS, *terhitung])
    batas = SERATUS / penuh * LEBAR_MENDATAR
    isi = []
    for i, (nama, nilai) in enumerate(baris):
        y = Decimal(JARAK_MENDATAR * i)
        panjang = max(nilai or NOL, NOL) / penuh * LEBAR_MENDATAR
        isi.append(teks(0, y + 12, _singkat(nama)))
        isi.append(kotak(0, y + 17, LEBAR_MENDATAR, 12, ALAS))
        isi.append(kotak(0, y + 17, panjang, 12, WARNA[1]))
        tulisan = TAK_TERHITUNG if nilai is None else _persen(nilai)
        isi.append(teks(LEBAR, y + 27, tulisan, jangkar="end"))
        isi.append(garis(batas, y + 14, batas, y + 32, WARNA[2], tebal=2))
    dasar = JARAK_MENDATAR * len(baris)
    isi.append(teks(batas, dasar + 10, "100 %", jangkar="middle", ukuran=10))
    return svg(judul, dasar + 14, isi)


def _singkat(nama: str) -> str:
    if len(nama) <= NAMA_TERPANJANG:
        return nama
    return nama[: NAMA_TERPANJANG - 1] + "…"


def _persen(nilai: Decimal) -> str:
    return f"{format_angka(nilai, 2)} %"


@dataclass(frozen=True)
class Banding:
    """Satu baris berpembanding: nilai sendiri sebagai batang, rata-rata di sekitarnya tanda."""

    nama: str
    nilai: Decimal
    wajik: Decimal
    tegak: Decimal


def banding(
    judul: str,
    baris: Sequence[Banding],
    nama: tuple[str, str, str],
) -> str:
    """Batang persen tiap baris dengan dua tanda: wajik dan garis tegak; `nama` ketiganya."""
    dasar = JARAK_BANDING * len(baris)
    skala = [(25 * i, _letak(Decimal(25 * i))) for i in range(5)]
    isi = [garis(x, 0, x, dasar, ALAS) for _, x in skala]
    for i, satu in enumerate(baris):
        isi += _banding(satu, Decimal(JARAK_BANDING * i))
    for persen, x in skala:
        isi.append(teks(x, dasar + 12, str(persen), jangkar="middle", ukuran=10))
    isi += _keterangan_banding(Decimal(dasar + 32), *nama)
    return svg(judul, dasar + 38, isi)


def _letak(persen: Decimal) -> Decimal:
    return KIRI_BANDING + persen / SERATUS * LEBAR_BANDING


def _banding(satu: Banding, y: Decimal) -> Iterator[str]:
    tulisan = wrap(satu.nama, 27)[:2]
    atas = y + (16 if len(tulisan) == 1 else 10)
    for i, bagian in enumerate(tulisan):
        yield teks(KIRI_BANDING - 8, atas + 11 * i, bagian, jangkar="end")
    panjang = satu.nilai / SERATUS * LEBAR_BANDING
    yield kotak(KIRI_BANDING, y + 4, LEBAR_BANDING, 15, ALAS)
    yield _arsiran(y + 4, panjang, 15)
    yield _tegak(_letak(satu.tegak), y)
    yield _wajik(_letak(satu.wajik), y + Decimal("11.5"))
    yield teks(LEBAR, y + 16, _persen(satu.nilai), jangkar="end")


def _keterangan_banding(y: Decimal, sendiri: str, wajik: str, tegak: str) -> list[str]:
    return [
        _arsiran(y - 9, 18, 10),
        teks(KIRI_BANDING + 24, y, sendiri, ukuran=10),
        _wajik(Decimal(KIRI_BANDING + 168), y - 4),
        teks(KIRI_BANDING + 178, y, wajik, ukuran=10),
        _tegak(Decimal(KIRI_BANDING + 316), y - 15),
        teks(KIRI_BANDING + 326, y, tegak, ukuran=10),
    ]


def _arsiran(y: Decimal, lebar: Angka, tinggi: int) -> str:
    return kotak(KIRI_BANDING, y, lebar, tinggi, WARNA[3], pola="miring", arsir=PUTIH)


def _tegak(x: Decimal, y: Decimal) -> str:
    return kotak(x - Decimal("1.5"), y + 1, 3, 21, WARNA[4])


def _wajik(x: Decimal, y: Decimal) -> str:
    atas, bawah = (x, y - 6), (x, y + 6)
    kiri, kanan = (x - 5, y), (x + 5, y)
    return bidang([atas, kanan, bawah, kiri], PUTIH, isi=TINTA)
