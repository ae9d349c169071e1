"""Tulisan di atas tabel yang mengubah arti angkanya: tahun lain dan pengali satuan."""

import re
from collections.abc import Iterator

from documents.impor.penerima import Kesalahan
from documents.pembaca import Sel, Tabel, alamat

Terletak = Iterator[tuple[str, Sel]]
BERTAHUN_LAIN = "Judul lembar menyebut tahun {tertulis}, tahun data yang dipilih {dipilih}."
BERPENGALI = (
    "Angka lembar ini dikecilkan. Tulis angkanya penuh (uang dalam rupiah), hapus tulisan ini, "
    "lalu unggah lagi."
)
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_BUKAN_TAHUN = re.compile(
    r"\b(?:nomor|no\.?)\s*\S+\s+tahun\s+\d{4}"  # tahun peraturan
    rf"|\b(?:{_BULAN})\s+\d{{4}}"  # tanggal
    r"|\b\d{4}\s*(?:[-–—/]|s\.?d\.?|sampai(?:\s+dengan)?)\s*\d{4}\b",  # rentang
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?<![\d.,/–—-])20\d\d(?![.,]?\d|\s*[-–—/])")
_KATA_PENGALI = r"(?:ribu|juta|mil[iy]ar|triliun)(?:an)?"
_PENGALI = re.compile(
    rf"\b(?:dalam|satuan|rp\.?)\W*{_KATA_PENGALI}\b"
    rf"|\b{_KATA_PENGALI}\s+(?:rupiah|rp)\b"
    r"|\b(?:ribuan|jutaan|mil[iy]aran|triliunan)\b"
    r"|[x×]\s*(?:rp\.?\s*)?1(?:[.,]?000)+\b"
    r"|\b(?:rp|rupiah)[.\s]*\(?'?000\b|\('?000\)",
    re.IGNORECASE,
)


def check_tahun(tabel: Tabel, akhir: int, tahun: int) -> Iterator[Kesalahan]:
    """Judul yang hanya menyebut tahun lain, pada baris 1 sampai `akhir`.

    Tahun peraturan, tanggal, dan rentang bukan tahun datanya.
    """
    lain = []
    for letak, sel in _tertulis(tabel, akhir):
        polos = _BUKAN_TAHUN.sub("", sel.isi)
        for tertulis in _TAHUN.findall(polos):
            if int(tertulis) == tahun:
                return
            pesan = BERTAHUN_LAIN.format(tertulis=tertulis, dipilih=tahun)
            masalah = Kesalahan(tabel.nama, letak, sel.isi, pesan)
            lain.append(masalah)
    yield from lain


def check_pengali(tabel: Tabel, akhir: int) -> Iterator[Kesalahan]:
    """“Dalam ribuan rupiah” dan sejenisnya pada baris 1 sampai `akhir`."""
    for letak, sel in _tertulis(tabel, akhir):
        if _PENGALI.search(sel.isi):
            yield Kesalahan(tabel.nama, letak, sel.isi, BERPENGALI)


def _tertulis(tabel: Tabel, akhir: int) -> Terletak:
    """Sel yang bertulisan dan letaknya; tanggal bukan tahun datanya."""
    for nomor, baris in enumerate(tabel.baris[:akhir], start=1):
        for kolom, sel in enumerate(baris, start=1):
            if sel.isi and sel.jenis != "tanggal":
                yield alamat(nomor, kolom), sel
