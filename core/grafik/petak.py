"""Satu kotak tiap satuan: berderet, atau berkelompok sebagai peta petak."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from core.angka import format_angka
from core.grafik.dasar import LEBAR, TINTA, Deret, keterangan, kotak, svg, teks

KIRI, SISI = 122, 28  # lebar nama kelompok, dan jarak antar petak
TANPA = "#ffffff"


@dataclass(frozen=True)
class Kelas:
    """Satu kelas petak: nama, huruf singkatnya, warna, dan arsiran."""

    nama: str
    huruf: str
    warna: str
    tulisan: str = TINTA
    pola: str = ""


@dataclass(frozen=True)
class Petak:
    """Satu petak: tulisan kecilnya, nama lengkap, nomor kelas atau `None` tanpa data, dan tautannya."""

    nomor: str
    nama: str
    kelas: int | None
    url: str = ""


def kotak_satuan(judul: str, deret: Sequence[Deret], *, kolom: int = 24) -> str:
    """Satu kotak untuk tiap satuan, misalnya tiap desa, diwarnai dan diarsir menurut deretnya."""
    satuan = [d for d in deret for _ in range(int(d.nilai[0] or 0))]
    sisi = Decimal(LEBAR) / kolom
    isi = [
        kotak(
            sisi * (i % kolom) + 1, sisi * (i // kolom) + 1, sisi - 3, sisi - 3, d.warna, pola=d.pola, arsir=d.tulisan
        )
        for i, d in enumerate(satuan)
    ]
    tinggi = sisi * -(-len(satuan) // kolom)
    jumlah = [replace(d, nama=f"{format_angka(d.nilai[0] or 0)} {d.nama}") for d in deret if d.nilai[0]]
    return svg(judul, tinggi + 28, [*isi, *keterangan(jumlah, tinggi + 22, ukuran=13)])


def petak(judul: str, kelompok: Sequence[tuple[str, Sequence[Petak]]], kelas: Sequence[Kelas]) -> str:
    """Peta petak: satu baris atau lebih tiap kelompok, satu petak tiap anggotanya, lalu keterangan kelas."""
    kolom = (LEBAR - KIRI) // SISI
    isi: list[str] = []
    y = 0
    for nama, anggota in kelompok:
        tulisan = wrap(nama, 20)[:2]
        isi += [teks(KIRI - 8, y + (17 if len(tulisan) == 1 else 11) + 12 * i, t, jangkar="end")
                for i, t in enumerate(tulisan)]  # fmt: skip
        for i, satu in enumerate(anggota):
            isi.append(_petak(KIRI + SISI * (i % kolom), y + SISI * (i // kolom), satu, kelas))
        y += SISI * max(-(-len(anggota) // kolom), 1) + 4
    return svg(judul, y + 20, [*isi, *_kelas(kelompok, kelas, y + 14)])


def _petak(x: int, y: int, satu: Petak, kelas: Sequence[Kelas]) -> str:
    """Warna dan arsiran penuh; tulisannya di atas bidang polos agar terbaca."""
    k = Kelas("", "–", TANPA) if satu.kelas is None else kelas[satu.kelas]
    tengah, sisi = x + Decimal(SISI - 2) / 2, SISI - 2
    bentuk = [
        f"<title>{escape(satu.nama)}</title>",
        kotak(x, y, sisi, sisi, k.warna, tepi=TINTA, pola=k.pola, arsir=k.tulisan),
        kotak(x + 4, y + 3, sisi - 8, sisi - 6, k.warna) if k.pola else "",
        teks(tengah, y + 11, satu.nomor, jangkar="middle", ukuran=9, warna=k.tulisan),
        teks(tengah, y + 22, k.huruf, jangkar="middle", ukuran=10, warna=k.tulisan, tebal=True),
    ]
    isi = f"<g>{''.join(bentuk)}</g>"
    return f"<a href={quoteattr(satu.url)}>{isi}</a>" if satu.url else isi


def _kelas(kelompok: Sequence[tuple[str, Sequence[Petak]]], kelas: Sequence[Kelas], y: int) -> list[str]:
    """Keterangan kelas yang ada, dengan huruf dan banyaknya."""
    nomor = [p.kelas for _, anggota in kelompok for p in anggota]
    deret = [
        Deret(f"{k.huruf} = {k.nama} ({nomor.count(i)})", [], k.warna, k.tulisan, k.pola)
        for i, k in enumerate(kelas)
        if i in nomor
    ]
    tanpa = [Deret(f"– = tanpa data ({nomor.count(None)})", [], TANPA)] if None in nomor else []
    return keterangan([*deret, *tanpa], y)
