"""Tulisan di luar isi tabel yang mengubah arti angkanya: tahun lain dan pengali satuan.

Nama lembar, judul di atas tabel, kepala tabel, dan keterangan di bawahnya.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from documents.impor.penerima import Kesalahan
from documents.impor.pengali import is_berpengali, is_nama_berpengali
from documents.impor.tahun import semua_tahun, semua_tahun_berkata
from documents.pembaca import Sel, Tabel, alamat

Terletak = Iterator[tuple[str, str]]  # letak dan tulisannya
BERTAHUN_LAIN = "Lembar ini menyebut tahun {tertulis}, tahun data yang dipilih {dipilih}."
BERPENGALI = (
    "Angka lembar ini dikecilkan. Tulis angkanya penuh (uang dalam rupiah), hapus tulisan ini, "
    "lalu unggah lagi."
)
NAMA_LEMBAR = ""  # letak yang bukan sel
_KETERANGAN = re.compile(r"\W*(?:catatan|keterangan|ket|satuan|nb|note)\b", re.IGNORECASE)


def check_tahun(
    tabel: Tabel,
    akhir: int,
    tahun: int,
    judul: Collection[str] = (),
) -> Iterator[Kesalahan]:
    """Tulisan yang hanya menyebut tahun lain: nama lembar, baris 1 sampai `akhir`, keterangannya.

    `judul` letak judul kolom, yang boleh menyebut tahun lain. Tahun peraturan, tanggal, rentang,
    umur, dan sumber bukan tahun datanya.
    """
    yield from _tahun_judul(tabel, akhir, tahun, judul)
    for letak, isi in _keterangan(tabel, akhir):
        disebut = semua_tahun_berkata(isi)
        if str(tahun) not in disebut:
            yield from bertahun_lain(tabel.nama, letak, isi, disebut, tahun)


def _tahun_judul(
    tabel: Tabel,
    akhir: int,
    tahun: int,
    judul: Collection[str],
) -> Iterator[Kesalahan]:
    """Kosong bila salah satunya menyebut `tahun`."""
    lain: list[Kesalahan] = []
    for letak, isi in _atas(tabel, akhir):
        if letak not in judul:
            disebut = semua_tahun(isi)
            if str(tahun) in disebut:
                return
            lain += bertahun_lain(tabel.nama, letak, isi, disebut, tahun)
    yield from lain


def bertahun_lain(
    lembar: str,
    letak: str,
    isi: str,
    disebut: Collection[str],
    tahun: int,
) -> Iterator[Kesalahan]:
    """Satu masalah tiap tahun yang disebut."""
    for tertulis in disebut:
        pesan = BERTAHUN_LAIN.format(tertulis=tertulis, dipilih=tahun)
        yield Kesalahan(lembar, letak, isi, pesan)


def check_pengali(tabel: Tabel, akhir: int) -> Iterator[Kesalahan]:
    """“Dalam ribuan rupiah” dan sejenisnya, di tempat yang sama."""
    nama = _nama(tabel)
    if is_nama_berpengali(nama):
        yield Kesalahan(tabel.nama, NAMA_LEMBAR, nama, BERPENGALI)
    for semua in (_isi_atas(tabel, akhir), _keterangan(tabel, akhir)):
        for letak, isi in semua:
            if is_berpengali(isi):
                yield Kesalahan(tabel.nama, letak, isi, BERPENGALI)


def _nama(tabel: Tabel) -> str:
    """Garis bawah pada nama lembar pemisah kata."""
    return tabel.nama.replace("_", " ").strip()


def _atas(tabel: Tabel, akhir: int) -> Terletak:
    """Nama lembar, lalu tulisan sampai baris `akhir`."""
    yield NAMA_LEMBAR, _nama(tabel)
    yield from _isi_atas(tabel, akhir)


def _isi_atas(tabel: Tabel, akhir: int) -> Terletak:
    """Sel bertulisan dari baris 1 sampai `akhir`."""
    for nomor, baris in enumerate(tabel.baris[:akhir], start=1):
        yield from _tertulis(nomor, baris)


def _keterangan(tabel: Tabel, akhir: int) -> Terletak:
    """Baris di bawah `akhir` yang bersel satu, atau yang diawali “Catatan” dan sejenisnya."""
    for nomor, baris in enumerate(tabel.baris[akhir:], start=akhir + 1):
        awal = list(islice(_tertulis(nomor, baris), 2))
        if len(awal) == 1 or (awal and _KETERANGAN.match(awal[0][1])):
            yield from _tertulis(nomor, baris)


def _tertulis(nomor: int, baris: Sequence[Sel]) -> Terletak:
    """Sel yang bertulisan dan letaknya; tanggal bukan tahun datanya."""
    for kolom, sel in enumerate(baris, start=1):
        if sel.isi and sel.jenis != "tanggal":
            yield alamat(nomor, kolom), sel.isi
