"""Grafik SVG kecil dari data; sama di halaman dan PDF, terbaca hitam putih. Tanpa Django.

Ukuran dalam satuan gambar; teks selalu memuat angkanya sehingga warna bukan satu-satunya petunjuk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from core.angka import format_angka

LEBAR = 640
HURUF = 'font-family="Liberation Sans, Arial, sans-serif" font-size="11"'
TINTA, ALAS = "#1f2a27", "#eeebe1"
WARNA = ("#b9b29c", "#14463d", "#c58b2a", "#7a9e87", "#a63d2f")
SERATUS, LEBAR_BATANG = Decimal(100), Decimal(48)

Angka = int | Decimal


@dataclass(frozen=True)
class Deret:
    """Satu deret bernama; nilai `None` digambar sebagai tanda pisah."""

    nama: str
    nilai: Sequence[Angka | None]
    warna: str
    tulisan: str = TINTA


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
        isi.append(_teks(kelompok * i + kelompok / 2, dasar + 17, nama, jangkar="middle"))
        for j, d in enumerate(deret):
            nilai, x = d.nilai[i], kiri + lebar * j
            panjang = max(Decimal(nilai or 0), Decimal(0)) * skala
            isi.append(_kotak(x + 1, dasar - panjang, lebar - 2, panjang, d.warna))
            tulisan = "—" if nilai is None else format_angka(nilai, desimal)
            isi.append(_teks(x + lebar / 2, dasar - panjang - 5, tulisan, jangkar="middle", ukuran=10))
    isi.append(_garis(0, dasar, LEBAR, dasar, TINTA))
    return _svg(judul, tinggi, [*isi, *_keterangan(deret, tinggi - 6)])


def tumpuk(judul: str, label: Sequence[str], deret: Sequence[Deret]) -> str:
    """Batang mendatar bertumpuk, misalnya banyak desa per status per tahun; tiap ruas memuat angkanya."""
    baris, kiri = 42, 44
    tinggi = baris * len(label) + 28
    isi = []
    for i, nama in enumerate(label):
        y = Decimal(12 + baris * i)
        jumlah = sum(Decimal(d.nilai[i] or 0) for d in deret) or Decimal(1)
        x = Decimal(kiri)
        isi.append(_teks(kiri - 8, y + 17, nama, jangkar="end"))
        for d in deret:
            nilai = Decimal(d.nilai[i] or 0)
            lebar = nilai / jumlah * (LEBAR - kiri)
            if nilai:
                isi.append(_kotak(x, y, lebar, 25, d.warna, tepi="#ffffff"))
            if lebar > 20:
                isi.append(_teks(x + lebar / 2, y + 17, format_angka(nilai), jangkar="middle", warna=d.tulisan))
            elif nilai:
                isi.append(_teks(x + lebar / 2, y - 3, format_angka(nilai), jangkar="middle", ukuran=10))
            x += lebar
    return _svg(judul, tinggi, [*isi, *_keterangan(deret, tinggi - 6)])


def mendatar(judul: str, baris: Sequence[tuple[str, Decimal | None]]) -> str:
    """Satu batang persen per baris, misalnya penyerapan per program; garis tegak pada 100 %."""
    jarak, lebar = 32, Decimal(LEBAR - 96)
    penuh = max([SERATUS, *(nilai for _, nilai in baris if nilai is not None)])
    isi = []
    for i, (nama, nilai) in enumerate(baris):
        y = Decimal(jarak * i)
        panjang = max(nilai or Decimal(0), Decimal(0)) / penuh * lebar
        isi.append(_teks(0, y + 12, nama if len(nama) <= 100 else nama[:99] + "…"))
        isi.append(_kotak(0, y + 17, lebar, 12, ALAS))
        isi.append(_kotak(0, y + 17, panjang, 12, WARNA[1]))
        tulisan = "tak terhitung" if nilai is None else f"{format_angka(nilai, 2)} %"
        isi.append(_teks(LEBAR, y + 27, tulisan, jangkar="end"))
        isi.append(_garis(SERATUS / penuh * lebar, y + 14, SERATUS / penuh * lebar, y + 32, WARNA[2], tebal=2))
    dasar = jarak * len(baris)
    isi.append(_teks(SERATUS / penuh * lebar, dasar + 10, "100 %", jangkar="middle", ukuran=10))
    return _svg(judul, dasar + 14, isi)


def kotak_satuan(judul: str, deret: Sequence[Deret], *, kolom: int = 24) -> str:
    """Satu kotak untuk tiap satuan, misalnya tiap desa, diwarnai menurut deretnya."""
    warna = [d.warna for d in deret for _ in range(int(d.nilai[0] or 0))]
    sisi = Decimal(LEBAR) / kolom
    isi = [_kotak(sisi * (i % kolom) + 1, sisi * (i // kolom) + 1, sisi - 3, sisi - 3, w) for i, w in enumerate(warna)]
    tinggi = sisi * -(-len(warna) // kolom)
    jumlah = [Deret(f"{format_angka(d.nilai[0] or 0)} {d.nama}", d.nilai, d.warna) for d in deret if d.nilai[0]]
    return _svg(judul, tinggi + 28, [*isi, *_keterangan(jumlah, tinggi + 22, ukuran=13)])


def bagan(judul: str, kepala: Sequence[str], sekretariat: Sequence[str], bidang: Sequence[str]) -> str:
    """Bagan organisasi: kepala di atas, sekretariat di samping, bidang sejajar di bawah."""
    tengah, lebar_kepala, baris_bidang = Decimal(LEBAR) / 2, Decimal(230), 186
    isi = [_garis(tengah, 62, tengah, 160 if bidang else 62, TINTA)]
    for i, nama in enumerate(sekretariat):
        y = 84 + 46 * i
        isi += [_garis(tengah, y + 18, 440, y + 18, TINTA), *_petak(440, y, LEBAR - 441, 36, [nama], ALAS)]
    selang = Decimal(LEBAR) / max(len(bidang), 1)
    if bidang:
        isi.append(_garis(selang / 2, 160, LEBAR - selang / 2, 160, TINTA))
    for i, nama in enumerate(bidang):
        x, lebar = selang * i, min(selang - 12, lebar_kepala)
        isi.append(_garis(x + selang / 2, 160, x + selang / 2, baris_bidang, TINTA))
        baris = wrap(nama, max(int(lebar / 7), 8))
        isi += _petak(x + (selang - lebar) / 2, baris_bidang, lebar, 64, baris, ALAS)
    isi += _petak(tengah - lebar_kepala / 2, 2, lebar_kepala, 60, kepala, WARNA[1], "#ffffff")
    return _svg(judul, 252 if bidang else 132, isi)


def _petak(
    x: Angka, y: Angka, lebar: Angka, tinggi: int, baris: Sequence[str], warna: str, tulisan: str = TINTA
) -> list[str]:
    """Kotak bertepi dengan beberapa baris tulisan di tengahnya."""
    tengah, atas = x + Decimal(lebar) / 2, y + Decimal(tinggi - 14 * len(baris)) / 2 + 11
    isi = [_kotak(x, y, lebar, tinggi, warna, tepi=TINTA)]
    isi += [_teks(tengah, atas + 14 * i, t, jangkar="middle", warna=tulisan) for i, t in enumerate(baris)]
    return isi


def _svg(judul: str, tinggi: Angka, isi: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {_n(tinggi)}" role="img" '
        f"aria-label={quoteattr(judul)} {HURUF}><title>{escape(judul)}</title>{''.join(isi)}</svg>"
    )


def _keterangan(deret: Sequence[Deret], y: Angka, *, ukuran: int = 10) -> list[str]:
    hasil, x = [], Decimal(0)
    for d in deret:
        hasil += [_kotak(x, y - ukuran + 1, ukuran, ukuran, d.warna), _teks(x + ukuran + 5, y, d.nama, ukuran=ukuran)]
        x += ukuran + 26 + Decimal(ukuran) * len(d.nama) * Decimal("0.54")
    return hasil


def _n(x: Angka) -> str:
    """Koordinat dengan titik desimal, dua angka."""
    return f"{Decimal(x):.2f}".rstrip("0").rstrip(".")


def _kotak(x: Angka, y: Angka, lebar: Angka, tinggi: Angka, warna: str, *, tepi: str = "") -> str:
    garis = f' stroke="{tepi}"' if tepi else ""
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(lebar)}" height="{_n(tinggi)}" fill="{warna}"{garis}/>'


def _garis(x1: Angka, y1: Angka, x2: Angka, y2: Angka, warna: str, *, tebal: int = 1) -> str:
    return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{warna}" stroke-width="{tebal}"/>'


def _teks(x: Angka, y: Angka, isi: str, *, jangkar: str = "start", ukuran: int = 11, warna: str = TINTA) -> str:
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{jangkar}" font-size="{ukuran}" fill="{warna}">'
        f"{escape(isi)}</text>"
    )
