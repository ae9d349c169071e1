"""Radar: satu sumbu tiap dimensi, beberapa deret bertumpang."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import wrap

from core.grafik.dasar import ALAS, TINTA, Deret, Titik, bidang, garis, n, svg, teks

PI = Decimal("3.14159265358979")
LEBAR = 500
TENGAH, PUSAT, JARI = Decimal(LEBAR) / 2, Decimal(186), Decimal(148)
PUTUS = ("", "7 4", "2 3")  # garis penuh, putus, titik: pembeda tanpa warna


def radar(judul: str, sumbu: Sequence[str], deret: Sequence[Deret]) -> str:
    """Nilai 0–100 tiap sumbu; kosong bila sumbunya kurang dari tiga. Deret pertama berbidang, lainnya bergaris."""
    if len(sumbu) < 3:
        return ""
    arah = [_arah(Decimal(i) / len(sumbu)) for i in range(len(sumbu))]
    isi = [bidang([_letak(a, Decimal(p)) for a in arah], "#b9b29c", putus="" if p == 100 else "1 3")
           for p in (20, 40, 60, 80, 100)]  # fmt: skip
    isi += [garis(TENGAH, PUSAT, *_letak(a, Decimal(100)), ALAS) for a in arah]
    isi += [teks(TENGAH + 3, PUSAT - JARI * p / 100 + 10, str(p), ukuran=9, warna="#565f5a") for p in (20, 40, 60, 80)]
    for i, d in reversed(list(enumerate(deret))):
        titik = [_letak(a, Decimal(v or 0)) for a, v in zip(arah, d.nilai, strict=True)]
        isi.append(bidang(titik, d.warna, tebal=2, putus=PUTUS[i % len(PUTUS)]))
        if i == 0:
            isi += [f'<circle cx="{n(x)}" cy="{n(y)}" r="3.5" fill="{d.warna}"/>' for x, y in titik]
    for a, nama in zip(arah, sumbu, strict=True):
        isi += _nama(a, nama)
    return svg(judul, 396, [*isi, *_keterangan(deret, Decimal(390))], lebar=LEBAR)


def _arah(putaran: Decimal) -> Titik:
    """Sinus dan kosinus sebagian putaran searah jarum jam dari atas, dengan deret Taylor."""
    sudut = putaran * 2 * PI
    if sudut > PI:
        sudut -= 2 * PI
    sinus, kosinus, suku = Decimal(0), Decimal(0), Decimal(1)
    for k in range(28):
        tanda = -1 if k % 4 > 1 else 1
        if k % 2:
            sinus += tanda * suku
        else:
            kosinus += tanda * suku
        suku = suku * sudut / (k + 1)
    return sinus, kosinus


def _letak(arah: Titik, persen: Decimal) -> Titik:
    return TENGAH + arah[0] * JARI * persen / 100, PUSAT - arah[1] * JARI * persen / 100


def _nama(arah: Titik, nama: str) -> list[str]:
    """Nama sumbu di luar lingkaran, dipatahkan, menjauh dari pusat."""
    x, y = _letak(arah, Decimal(107))
    jangkar = "middle" if abs(arah[0]) < Decimal("0.1") else "start" if arah[0] > 0 else "end"
    baris = wrap(nama.replace("/", "/ "), 13)
    atas = y + 4 - Decimal(13 * (len(baris) - 1)) * (1 + arah[1]) / 2
    return [teks(x, atas + 13 * i, t, jangkar=jangkar, ukuran=12) for i, t in enumerate(baris)]


def _keterangan(deret: Sequence[Deret], y: Decimal) -> list[str]:
    hasil, x = [], Decimal(10)
    for i, d in enumerate(deret):
        pola = f' stroke-dasharray="{PUTUS[i % len(PUTUS)]}"' if i % len(PUTUS) else ""
        hasil.append(f'<path d="M{n(x)} {n(y - 4)}h28" stroke="{d.warna}" stroke-width="2"{pola}/>')
        hasil.append(teks(x + 34, y, d.nama, ukuran=11, warna=TINTA))
        x += 50 + Decimal(6 * len(d.nama))
    return hasil
