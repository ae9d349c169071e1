"""Tulisan di luar isi tabel yang mengubah arti angkanya: tahun lain dan pengali satuan.

Nama lembar, judul di atas tabel, kepala tabel, dan keterangan di bawahnya.
"""

import re
from collections.abc import Collection, Iterator

from documents.impor.penerima import Kesalahan
from documents.pembaca import Sel, Tabel, alamat

Terletak = Iterator[tuple[str, str]]  # letak dan tulisannya
BERTAHUN_LAIN = "Lembar ini menyebut tahun {tertulis}, tahun data yang dipilih {dipilih}."
BERPENGALI = (
    "Angka lembar ini dikecilkan. Tulis angkanya penuh (uang dalam rupiah), hapus tulisan ini, "
    "lalu unggah lagi."
)
NAMA_LEMBAR = ""  # letak yang bukan sel
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_BUKAN_TAHUN = re.compile(
    r"\b(?:nomor|no\.?)\s*\S+\s+tahun\s+\d{4}"  # tahun peraturan
    rf"|\b(?:{_BULAN})\s+\d{{4}}"  # tanggal
    r"|\b\d{4}\s*(?:[-–—/]|s\.?d\.?|sampai(?:\s+dengan)?)\s*\d{4}\b",  # rentang
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?<![\d.,/–—-])20\d\d(?![.,]?\d|\s*[-–—/])")
_SEBUTAN_TAHUN = r"(?:tahun(?:\s+(?:anggaran|data))?|thn?|ta|t\.a|fy|(?:fiscal\s+)?year)\b\.?"
_TAHUN_DATA = re.compile(rf"\b{_SEBUTAN_TAHUN}\s*(20\d\d)\b", re.I)
_TAHUN_SINGKAT = re.compile(  # ’23, TA 23, FY23
    rf"(?:(?<!\w)['’‘`]|\b{_SEBUTAN_TAHUN}\s*['’‘`]?|\bfy)(\d\d)(?![\d.,/])", re.I
)
_KETERANGAN = re.compile(r"\W*(?:catatan|keterangan|ket|satuan|nb|note)\b", re.IGNORECASE)
_RUJUKAN = re.compile(r"\W*(?:sumber|dasar|menurut|sesuai)\b", re.IGNORECASE)
# kata pengali uang: baku, singkatannya, dan bahasa Inggrisnya
_DIKECILKAN = (
    "ribu",
    "rb",
    "juta",
    "jt",
    "miliar",
    "milyar",
    "triliun",
    "trilyun",
    "thousand",
    "million",
    "billion",
    "trillion",
)
_POKOK = "|".join(_DIKECILKAN)
_KATA_PENGALI = rf"(?:{_POKOK})(?:an|s)?"
# KATA, JAMAK dan UANG diisi di bawahnya
_BENTUK_PENGALI = (
    r"\b(?:dalam|dlm|satuan|in|unit)\W*(?:1\W*|se)?KATA\b"
    r"|\bUANG\.?\W*KATA\b"
    r"|(?<!\d )\bKATA\s+UANG\b"
    r"|[(\[]\W*KATA\W*[)\]]"
    r"|[-–—:/]\s*KATA\W*$"
    r"|\bJAMAK\b"
    r"|[x×*]\s*(?:UANG\.?\s*)?1(?:[.,]?000)+\b"
    r"|\bUANG[.\s]*\(?['’]?000\b"
    r"|\(['’]?000\)"
)
_ISI_BENTUK = {
    "KATA": _KATA_PENGALI,
    "JAMAK": rf"(?:{_POKOK})(?:an|s)",
    "UANG": "(?:rp|rupiah|idr)",
}
_PENGALI = re.compile(
    re.sub("KATA|JAMAK|UANG", lambda kata: _ISI_BENTUK[kata[0]], _BENTUK_PENGALI),
    re.IGNORECASE,
)
_NAMA_BERPENGALI = re.compile(rf"(?<!\d )\b{_KATA_PENGALI}$", re.IGNORECASE)


def check_tahun(
    tabel: Tabel,
    akhir: int,
    tahun: int,
    judul: Collection[str] = (),
) -> Iterator[Kesalahan]:
    """Tulisan yang hanya menyebut tahun lain: nama lembar, baris 1 sampai `akhir`, keterangannya.

    `judul` letak judul kolom, yang boleh menyebut tahun lain. Tahun peraturan, tanggal, rentang,
    dan sumber bukan tahun datanya.
    """
    yield from _tahun_judul(tabel, akhir, tahun, judul)
    for letak, isi in _keterangan(tabel, akhir):
        disebut = _TAHUN_DATA.findall(_bertahun(isi))
        if not _RUJUKAN.match(isi) and str(tahun) not in disebut:
            yield from _bertahun_lain(tabel, letak, isi, disebut, tahun)


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
            disebut = _TAHUN.findall(_bertahun(isi))
            if str(tahun) in disebut:
                return
            lain += _bertahun_lain(tabel, letak, isi, disebut, tahun)
    yield from lain


def _bertahun(isi: str) -> str:
    """Tanpa tahun peraturan, tanggal dan rentang; “’23” dan “FY23” menjadi tahun penuh."""
    return _TAHUN_SINGKAT.sub(r"tahun 20\1", _BUKAN_TAHUN.sub("", isi))


def _bertahun_lain(
    tabel: Tabel,
    letak: str,
    isi: str,
    disebut: Collection[str],
    tahun: int,
) -> Iterator[Kesalahan]:
    """Satu masalah tiap tahun yang disebut."""
    for tertulis in disebut:
        pesan = BERTAHUN_LAIN.format(tertulis=tertulis, dipilih=tahun)
        yield Kesalahan(tabel.nama, letak, isi, pesan)


def check_pengali(tabel: Tabel, akhir: int) -> Iterator[Kesalahan]:
    """“Dalam ribuan rupiah” dan sejenisnya, di tempat yang sama.

    Juga “Rp juta”, “(miliar)”, “in thousands”, “x 1.000”, “(Rp 000)”, dan nama lembar yang
    berakhir dengannya. Angka berkata seperti “5 juta rupiah” bukan pengali.
    """
    nama = tabel.nama.replace("_", " ").strip()
    if _NAMA_BERPENGALI.search(nama) and not _PENGALI.search(nama):
        yield Kesalahan(tabel.nama, NAMA_LEMBAR, nama, BERPENGALI)
    for semua in (_atas(tabel, akhir), _keterangan(tabel, akhir)):
        for letak, isi in semua:
            if _PENGALI.search(isi):
                yield Kesalahan(tabel.nama, letak, isi, BERPENGALI)


def _atas(tabel: Tabel, akhir: int) -> Terletak:
    """Nama lembar, lalu sel bertulisan sampai baris `akhir`; tanggal bukan tahun datanya."""
    yield NAMA_LEMBAR, tabel.nama.replace("_", " ")
    for nomor, baris in enumerate(tabel.baris[:akhir], start=1):
        yield from _tertulis(nomor, baris)


def _keterangan(tabel: Tabel, akhir: int) -> Terletak:
    """Baris di bawah `akhir` yang bersel satu, atau yang diawali “Catatan” dan sejenisnya."""
    for nomor, baris in enumerate(tabel.baris[akhir:], start=akhir + 1):
        semua = list(_tertulis(nomor, baris))
        if len(semua) == 1 or (semua and _KETERANGAN.match(semua[0][1])):
            yield from semua


def _tertulis(nomor: int, baris: list[Sel]) -> Terletak:
    """Sel yang bertulisan dan letaknya."""
    for kolom, sel in enumerate(baris, start=1):
        if sel.isi and sel.jenis != "tanggal":
            yield alamat(nomor, kolom), sel.isi
