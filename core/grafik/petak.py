"""Satu kotak tiap satuan: berderet, atau berkelompok sebagai peta petak."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from textwrap import wrap
from xml.sax.saxutils import escape

from core.angka import format_angka
from core.grafik.dasar import LEBAR, PUTIH, TINTA, Deret, keterangan, kotak, svg, teks, unsur

KIRI = 122  # lebar nama kelompok
SISI = 28  # jarak antar petak
KOLOM = (LEBAR - KIRI) // SISI


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
TANPA_DATA = Kelas("", "–", PUTIH)


def kotak_satuan(judul: str, deret: Sequence[Deret], *, kolom: int = 24) -> str:
    """Satu kotak untuk tiap satuan, misalnya tiap desa, diwarnai dan diarsir menurut deretnya."""
    satuan = list(_satuan(deret))
    sisi = Decimal(LEBAR) / kolom
    isi = []
    for urut, satu in enumerate(satuan):
        baris, letak = divmod(urut, kolom)
        isi.append(_satu_kotak(sisi * letak + 1, sisi * baris + 1, sisi - 3, satu))
    tinggi = sisi * _banyak_baris(len(satuan), kolom)
    ada = [_berjumlah(satu) for satu in deret if satu.nilai[0]]
    isi += keterangan(ada, tinggi + 22, ukuran=13)
    return svg(judul, tinggi + 28, isi)


def _satuan(deret: Sequence[Deret]) -> Iterator[Deret]:
    """Deretnya sendiri, sebanyak nilainya."""
    for satu in deret:
        banyak = int(satu.nilai[0] or 0)
        yield from [satu] * banyak


def _satu_kotak(x: Decimal, y: Decimal, sisi: Decimal, deret: Deret) -> str:
    return kotak(
        x,
        y,
        sisi,
        sisi,
        deret.warna,
        pola=deret.pola,
        arsir=deret.tulisan,
    )


def _banyak_baris(banyak: int, kolom: int) -> int:
    return -(-banyak // kolom)


def _berjumlah(deret: Deret) -> Deret:
    """Deret yang namanya didahului banyaknya."""
    banyak = format_angka(deret.nilai[0] or 0)
    return replace(deret, nama=f"{banyak} {deret.nama}")


def petak(judul: str, kelompok: Sequence[Kelompok], kelas: Sequence[Kelas]) -> str:
    """Peta petak: tiap kelompok sebaris atau lebih, satu petak tiap anggotanya."""
    isi: list[str] = []
    y = 0
    for nama, anggota in kelompok:
        isi += _nama(nama, y)
        isi += _anggota(anggota, y, kelas)
        tinggi = max(_banyak_baris(len(anggota), KOLOM), 1)
        y += SISI * tinggi + 4
    isi += keterangan(_deret_kelas(kelompok, kelas), y + 14)
    return svg(judul, y + 20, isi)


def _nama(nama: str, y: int) -> Iterator[str]:
    """Nama kelompok, paling banyak dua baris."""
    tulisan = wrap(nama, 20)[:2]
    atas = y + 11
    if len(tulisan) == 1:
        atas = y + 17
    for satu in tulisan:
        yield teks(KIRI - 8, atas, satu, jangkar="end")
        atas += 12


def _anggota(anggota: Sequence[Petak], y: int, kelas: Sequence[Kelas]) -> Iterator[str]:
    """Petak satu kelompok, berganti baris bila penuh."""
    for urut, satu in enumerate(anggota):
        baris, kolom = divmod(urut, KOLOM)
        kelasnya = TANPA_DATA if satu.kelas is None else kelas[satu.kelas]
        bentuk = _petak(KIRI + SISI * kolom, y + SISI * baris, satu, kelasnya)
        gambar = unsur("g", "".join(bentuk))
        if satu.url:
            gambar = unsur("a", gambar, href=satu.url)
        yield gambar


def _petak(x: int, y: int, satu: Petak, kelas: Kelas) -> Iterator[str]:
    """Warna dan arsiran penuh; tulisannya di atas bidang polos agar terbaca."""
    sisi = SISI - 2
    tengah = x + Decimal(sisi) / 2
    warna = kelas.tulisan
    yield unsur("title", escape(satu.nama))
    yield kotak(
        x,
        y,
        sisi,
        sisi,
        kelas.warna,
        tepi=TINTA,
        pola=kelas.pola,
        arsir=warna,
    )
    if kelas.pola:
        yield kotak(x + 4, y + 3, sisi - 8, sisi - 6, kelas.warna)
    yield teks(
        tengah,
        y + 11,
        satu.nomor,
        jangkar="middle",
        ukuran=9,
        warna=warna,
    )
    yield teks(
        tengah,
        y + 22,
        kelas.huruf,
        jangkar="middle",
        ukuran=10,
        warna=warna,
        tebal=True,
    )


def _deret_kelas(kelompok: Sequence[Kelompok], kelas: Sequence[Kelas]) -> list[Deret]:
    """Keterangan kelas yang ada, dengan huruf dan banyaknya."""
    banyak: Counter[int | None] = Counter()
    for _, anggota in kelompok:
        for satu in anggota:
            banyak[satu.kelas] += 1
    deret = []
    for nomor, satu_kelas in enumerate(kelas):
        if nomor in banyak:
            sebutan = f"{satu_kelas.huruf} = {satu_kelas.nama} ({banyak[nomor]})"
            contoh = Deret(
                sebutan,
                [],
                satu_kelas.warna,
                satu_kelas.tulisan,
                satu_kelas.pola,
            )
            deret.append(contoh)
    if None in banyak:
        sebutan = f"– = tanpa data ({banyak[None]})"
        deret.append(Deret(sebutan, [], PUTIH))
    return deret
