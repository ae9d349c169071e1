"""Batang tegak, bertumpuk, mendatar dan berpembanding.

Teks selalu memuat angkanya sehingga warna bukan satu-satunya petunjuk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from core.angka import format_angka
from core.grafik.dasar import ALAS, LEBAR, TINTA, WARNA, Deret, bidang, garis, keterangan, kotak, svg, teks

SERATUS, LEBAR_BATANG = Decimal(100), Decimal(48)


def batang(judul: str, label: Sequence[str], deret: Sequence[Deret], *, desimal: int = 0) -> str:
    """Batang tegak berkelompok, misalnya target dan realisasi per tahun; nilai negatif setinggi nol."""
    tinggi, dasar, atas = 216, 172, 24
    puncak = max((Decimal(v) for d in deret for v in d.nilai if v is not None), default=Decimal(0))
    skala = (dasar - atas) / puncak if puncak > 0 else Decimal(0)
    kelompok = Decimal(LEBAR) / max(len(label), 1)
    lebar = min(kelompok * Decimal("0.76") / max(len(deret), 1), LEBAR_BATANG)
    isi = []
    for i, nama in enumerate(label):
        kiri = kelompok * i + (kelompok - lebar * len(deret)) / 2
        isi.append(teks(kelompok * i + kelompok / 2, dasar + 17, nama, jangkar="middle"))
        for j, d in enumerate(deret):
            nilai, x = d.nilai[i], kiri + lebar * j
            panjang = max(Decimal(nilai or 0), Decimal(0)) * skala
            isi.append(kotak(x + 1, dasar - panjang, lebar - 2, panjang, d.warna))
            tulisan = "—" if nilai is None else format_angka(nilai, desimal)
            isi.append(teks(x + lebar / 2, dasar - panjang - 5, tulisan, jangkar="middle", ukuran=10))
    isi.append(garis(0, dasar, LEBAR, dasar, TINTA))
    return svg(judul, tinggi, [*isi, *keterangan(deret, tinggi - 6)])


def tumpuk(judul: str, label: Sequence[str], deret: Sequence[Deret]) -> str:
    """Batang mendatar bertumpuk, misalnya banyak desa per status per tahun; tiap ruas memuat angkanya."""
    baris, kiri = 42, 44
    tinggi = baris * len(label) + 28
    isi = []
    for i, nama in enumerate(label):
        y = Decimal(12 + baris * i)
        jumlah = sum(Decimal(d.nilai[i] or 0) for d in deret) or Decimal(1)
        x = Decimal(kiri)
        isi.append(teks(kiri - 8, y + 17, nama, jangkar="end"))
        for d in deret:
            nilai = Decimal(d.nilai[i] or 0)
            lebar = nilai / jumlah * (LEBAR - kiri)
            if nilai:
                isi.append(kotak(x, y, lebar, 25, d.warna, tepi="#ffffff", pola=d.pola, arsir=d.tulisan))
            if lebar > 20:
                alas = min(lebar - 2, Decimal(28))
                isi.append(kotak(x + (lebar - alas) / 2, y + 5, alas, 15, d.warna))
                isi.append(teks(x + lebar / 2, y + 17, format_angka(nilai), jangkar="middle", warna=d.tulisan))
            elif nilai:
                isi.append(teks(x + lebar / 2, y - 3, format_angka(nilai), jangkar="middle", ukuran=10))
            x += lebar
    return svg(judul, tinggi, [*isi, *keterangan(deret, tinggi - 6)])


def mendatar(judul: str, baris: Sequence[tuple[str, Decimal | None]]) -> str:
    """Satu batang persen per baris, misalnya penyerapan per program; garis tegak pada 100 %."""
    jarak, lebar = 32, Decimal(LEBAR - 96)
    penuh = max([SERATUS, *(nilai for _, nilai in baris if nilai is not None)])
    isi = []
    for i, (nama, nilai) in enumerate(baris):
        y = Decimal(jarak * i)
        panjang = max(nilai or Decimal(0), Decimal(0)) / penuh * lebar
        isi.append(teks(0, y + 12, nama if len(nama) <= 100 else nama[:99] + "…"))
        isi.append(kotak(0, y + 17, lebar, 12, ALAS))
        isi.append(kotak(0, y + 17, panjang, 12, WARNA[1]))
        tulisan = "tak terhitung" if nilai is None else f"{format_angka(nilai, 2)} %"
        isi.append(teks(LEBAR, y + 27, tulisan, jangkar="end"))
        isi.append(garis(SERATUS / penuh * lebar, y + 14, SERATUS / penuh * lebar, y + 32, WARNA[2], tebal=2))
    dasar = jarak * len(baris)
    isi.append(teks(SERATUS / penuh * lebar, dasar + 10, "100 %", jangkar="middle", ukuran=10))
    return svg(judul, dasar + 14, isi)


@dataclass(frozen=True)
class Banding:
    """Satu baris berpembanding: nilai sendiri sebagai batang, rata-rata di sekitarnya sebagai tanda."""

    nama: str
    nilai: Decimal
    wajik: Decimal
    tegak: Decimal


def banding(judul: str, baris: Sequence[Banding], nama: tuple[str, str, str]) -> str:
    """Batang persen tiap baris dengan dua tanda pembanding: wajik dan garis tegak; `nama` ketiganya."""
    kiri, jarak, lebar = 168, 23, Decimal(LEBAR - 168 - 60)
    dasar = jarak * len(baris)
    isi = [garis(kiri + lebar * p / 4, 0, kiri + lebar * p / 4, dasar, ALAS) for p in range(5)]
    for i, b in enumerate(baris):
        y = Decimal(jarak * i)
        panjang = b.nilai / SERATUS * lebar
        tulisan = wrap(b.nama, 27)[:2]
        atas = y + (16 if len(tulisan) == 1 else 10)
        isi += [teks(kiri - 8, atas + 11 * n, t, jangkar="end") for n, t in enumerate(tulisan)]
        isi.append(kotak(kiri, y + 4, lebar, 15, ALAS))
        isi.append(kotak(kiri, y + 4, panjang, 15, WARNA[3], pola="miring", arsir="#ffffff"))
        isi.append(_tegak(kiri + b.tegak / SERATUS * lebar, y))
        isi.append(_wajik(kiri + b.wajik / SERATUS * lebar, y + Decimal("11.5")))
        isi.append(teks(LEBAR, y + 16, f"{format_angka(b.nilai, 2)} %", jangkar="end"))
    isi += [teks(kiri + lebar * p / 4, dasar + 12, str(25 * p), jangkar="middle", ukuran=10) for p in range(5)]
    y = Decimal(dasar + 32)
    isi.append(kotak(kiri, y - 9, 18, 10, WARNA[3], pola="miring", arsir="#ffffff"))
    isi.append(teks(kiri + 24, y, nama[0], ukuran=10))
    isi += [_wajik(Decimal(kiri + 168), y - 4), teks(kiri + 178, y, nama[1], ukuran=10)]
    isi += [_tegak(Decimal(kiri + 316), y - 15), teks(kiri + 326, y, nama[2], ukuran=10)]
    return svg(judul, dasar + 38, isi)


def _tegak(x: Decimal, y: Decimal) -> str:
    return kotak(x - Decimal("1.5"), y + 1, 3, 21, WARNA[4])


def _wajik(x: Decimal, y: Decimal) -> str:
    return bidang([(x, y - 6), (x + 5, y), (x, y + 6), (x - 5, y)], "#ffffff", isi=TINTA)
