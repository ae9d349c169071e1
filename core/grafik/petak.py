"""Satu kotak tiap satuan: berderet, atau berkelompok sebagai peta petak."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from textwrap import wrap
from xml.sax.saxutils import escape

from core.angka import format_angka
from core.grafik.dasar import (
    LEBAR,
    PUTIH,
    TINTA,
    Deret,
    Deretan,
    Titik,
    Unsur,
    keterangan,
    kotak,
    kotak_serupa,
    svg,
    teks,
    unsur,
)

KIRI = 122  # lebar nama kelompok
SISI = 28  # jarak antar petak
SISI_PETAK = SISI - 2
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
SemuaKelompok = Sequence[Kelompok]
SemuaKelas = Sequence[Kelas]
TANPA_DATA = Kelas("", "–", PUTIH)


def kotak_satuan(judul: str, deret: Deretan, *, kolom: int = 24) -> str:
    """Satu kotak untuk tiap satuan, misalnya tiap desa, diwarnai dan diarsir menurut deretnya."""
    sisi = Decimal(LEBAR) / kolom
    isi: list[str] = []
    banyak = 0
    for satu in deret:
        semula = banyak
        banyak += int(satu.nilai[0] or 0)
        sudut = []
        for urut in range(semula, banyak):
            sudut.append(_sudut(urut, kolom, sisi))
        isi += kotak_serupa(sudut, sisi - 3, satu)
    tinggi = sisi * _banyak_baris(banyak, kolom)
    ada = []
    for berderet in deret:
        if berderet.nilai[0]:
            ada.append(_berjumlah(berderet))
    isi += keterangan(ada, tinggi + 22, ukuran=13)
    return svg(judul, tinggi + 28, isi)


def _sudut(urut: int, kolom: int, sisi: Decimal) -> Titik:
    """Sudut kiri atas kotak ke-`urut`."""
    baris, letak = divmod(urut, kolom)
    return sisi * letak + 1, sisi * baris + 1


def _banyak_baris(banyak: int, kolom: int) -> int:
    """Dibulatkan ke atas."""
    return -(-banyak // kolom)


def _berjumlah(deret: Deret) -> Deret:
    """Deret yang namanya didahului banyaknya."""
    banyak = format_angka(deret.nilai[0] or 0)
    return replace(deret, nama=f"{banyak} {deret.nama}")


def petak(judul: str, kelompok: SemuaKelompok, kelas: SemuaKelas) -> str:
    """Peta petak: tiap kelompok sebaris atau lebih, satu petak tiap anggotanya."""
    isi: list[str] = []
    y = 0
    for nama, anggota in kelompok:
        isi += _nama(nama, y)
        isi += _anggota(anggota, y, kelas)
        tinggi = max(_banyak_baris(len(anggota), KOLOM), 1)
        y += SISI * tinggi + 4
    contoh = _deret_kelas(kelompok, kelas)
    isi += keterangan(contoh, y + 14)
    is_bertautan = any(satu.url for _, anggota in kelompok for satu in anggota)
    return svg(judul, y + 20, isi, is_bertautan=is_bertautan)


def _nama(nama: str, y: int) -> Unsur:
    """Nama kelompok, paling banyak dua baris."""
    tulisan = wrap(nama, 20)[:2]
    atas = y + 11
    if len(tulisan) == 1:
        atas = y + 17
    for satu in tulisan:
        yield teks(KIRI - 8, atas, satu, jangkar="end")
        atas += 12


def _anggota(anggota: Sequence[Petak], y: int, kelas: SemuaKelas) -> Unsur:
    """Petak satu kelompok, berganti baris bila penuh."""
    for urut, satu in enumerate(anggota):
        baris, kolom = divmod(urut, KOLOM)
        kiri = KIRI + SISI * kolom
        atas = y + SISI * baris
        kelasnya = TANPA_DATA
        if satu.kelas is not None:
            kelasnya = kelas[satu.kelas]
        bentuk = _petak(kiri, atas, satu, kelasnya)
        gambar = unsur("g", "".join(bentuk))
        if satu.url:
            gambar = unsur("a", gambar, href=satu.url)
        yield gambar


def _petak(x: int, y: int, satu: Petak, kelas: Kelas) -> Unsur:
    """Warna dan arsiran penuh; tulisannya di atas bidang polos agar terbaca."""
    yield unsur("title", escape(satu.nama))
    yield from _alas(x, y, kelas)
    tengah = x + Decimal(SISI_PETAK) / 2
    yield teks(
        tengah,
        y + 11,
        satu.nomor,
        jangkar="middle",
        ukuran=9,
        warna=kelas.tulisan,
    )
    yield teks(
        tengah,
        y + 22,
        kelas.huruf,
        jangkar="middle",
        ukuran=10,
        warna=kelas.tulisan,
        tebal=True,
    )


def _alas(x: int, y: int, kelas: Kelas) -> Unsur:
    """Kotak berarsir, dengan bidang polos di tengahnya bila berarsir."""
    yield kotak(
        x=x,
        y=y,
        lebar=SISI_PETAK,
        tinggi=SISI_PETAK,
        warna=kelas.warna,
        tepi=TINTA,
        pola=kelas.pola,
        arsir=kelas.tulisan,
    )
    if kelas.pola:
        yield kotak(
            x=x + 4,
            y=y + 3,
            lebar=SISI_PETAK - 8,
            tinggi=SISI_PETAK - 6,
            warna=kelas.warna,
        )


def _deret_kelas(kelompok: SemuaKelompok, kelas: SemuaKelas) -> list[Deret]:
    """Keterangan kelas yang ada, dengan huruf dan banyaknya."""
    banyak: Counter[int | None] = Counter()
    for _, anggota in kelompok:
        for satu in anggota:
            banyak[satu.kelas] += 1
    deret = []
    for nomor, satu_kelas in enumerate(kelas):
        if nomor in banyak:
            ada = banyak[nomor]
            sebutan = f"{satu_kelas.huruf} = {satu_kelas.nama} ({ada})"
            contoh = Deret(
                nama=sebutan,
                nilai=[],
                warna=satu_kelas.warna,
                tulisan=satu_kelas.tulisan,
                pola=satu_kelas.pola,
            )
            deret.append(contoh)
    if None in banyak:
        sebutan = f"– = tanpa data ({banyak[None]})"
        deret.append(Deret(nama=sebutan, nilai=[], warna=PUTIH))
    return deret
