"""Satu kotak tiap satuan: berderet, atau berkelompok sebagai peta petak."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from textwrap import wrap
from xml.sax.saxutils import escape

from core.angka import format_angka
from core.grafik.dasar import LEBAR, TINTA, Deret, keterangan, kotak, svg, teks, unsur

KIRI, SISI = 122, 28  # lebar nama kelompok, dan jarak antar petak
KOLOM = (LEBAR - KIRI) // SISI
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
    """Satu petak: tulisan kecil, nama lengkap, nomor kelas atau `None` tanpa data, tautan."""

    nomor: str
    nama: str
    kelas: int | None
    url: str = ""


Kelompok = tuple[str, Sequence[Petak]]


def kotak_satuan(judul: str, deret: Sequence[Deret], *, kolom: int = 24) -> str:
    """Satu kotak untuk tiap satuan, misalnya tiap desa, diwarnai dan diarsir menurut deretnya."""
    satuan = list(_satuan(deret))
    sisi = Decimal(LEBAR) / kolom
    tepi = sisi - 3
    isi = []
    for i, d in enumerate(satuan):
        x = sisi * (i % kolom) + 1
        y = sisi * (i // kolom) + 1
        isi.append(kotak(x, y, tepi, tepi, d.warna, pola=d.pola, arsir=d.tulisan))
    tinggi = sisi * _banyak_baris(len(satuan), kolom)
    isi += keterangan([_berjumlah(d) for d in deret if d.nilai[0]], tinggi + 22, ukuran=13)
    return svg(judul, tinggi + 28, isi)


def _satuan(deret: Sequence[Deret]) -> Iterator[Deret]:
    for d in deret:
        yield from [d] * int(d.nilai[0] or 0)


def _banyak_baris(banyak: int, kolom: int) -> int:
    return -(-banyak // kolom)


def _berjumlah(deret: Deret) -> Deret:
    """Deret yang namanya didahului banyaknya."""
    return replace(deret, nama=f"{format_angka(deret.nilai[0] or 0)} {deret.nama}")


def petak(judul: str, kelompok: Sequence[Kelompok], kelas: Sequence[Kelas]) -> str:
    """Peta petak: tiap kelompok sebaris atau lebih, satu petak tiap anggotanya."""
    isi: list[str] = []
    y = 0
    for nama, anggota in kelompok:
        isi += _nama(nama, y)
        for i, satu in enumerate(anggota):
            x = KIRI + SISI * (i % KOLOM)
            isi.append(_petak(x, y + SISI * (i // KOLOM), satu, kelas))
        y += SISI * max(_banyak_baris(len(anggota), KOLOM), 1) + 4
    isi += _kelas(kelompok, kelas, y + 14)
    return svg(judul, y + 20, isi)


def _nama(nama: str, y: int) -> Iterator[str]:
    """Nama kelompok, paling banyak dua baris."""
    tulisan = wrap(nama, 20)[:2]
    atas = y + (17 if len(tulisan) == 1 else 11)
    for i, satu in enumerate(tulisan):
        yield teks(KIRI - 8, atas + 12 * i, satu, jangkar="end")


def _petak(x: int, y: int, satu: Petak, kelas: Sequence[Kelas]) -> str:
    """Warna dan arsiran penuh; tulisannya di atas bidang polos agar terbaca."""
    k = Kelas("", "–", TANPA) if satu.kelas is None else kelas[satu.kelas]
    sisi = SISI - 2
    tengah = x + Decimal(sisi) / 2
    bentuk = [
        unsur("title", escape(satu.nama)),
        kotak(x, y, sisi, sisi, k.warna, tepi=TINTA, pola=k.pola, arsir=k.tulisan),
        kotak(x + 4, y + 3, sisi - 8, sisi - 6, k.warna) if k.pola else "",
        teks(tengah, y + 11, satu.nomor, jangkar="middle", ukuran=9, warna=k.tulisan),
        teks(tengah, y + 22, k.huruf, jangkar="middle", ukuran=10, warna=k.tulisan, tebal=True),
    ]
    isi = unsur("g", "".join(bentuk))
    if satu.url:
        return unsur("a", isi, href=satu.url)
    return isi


def _kelas(
    kelompok: Sequence[Kelompok],
    kelas: Sequence[Kelas],
    y: int,
) -> list[str]:
    """Keterangan kelas yang ada, dengan huruf dan banyaknya."""
    banyak = Counter(p.kelas for _, anggota in kelompok for p in anggota)
    deret = []
    for i, k in enumerate(kelas):
        if i in banyak:
            sebutan = f"{k.huruf} = {k.nama} ({banyak[i]})"
            deret.append(Deret(sebutan, [], k.warna, k.tulisan, k.pola))
    if None in banyak:
        deret.append(Deret(f"– = tanpa data ({banyak[None]})", [], TANPA))
    return keterangan(deret, y)
