"""CSV termampat gzip, sebagaimana daftar senegara dibagikan."""

import gzip

import pytest

from documents.arsip import LembarRefused
from documents.pembaca import read


@pytest.mark.parametrize("nama", ["x.csv", "X.CSV"])
def test_csv_termampat(nama):
    (tabel,) = read(f"{nama}.gz", gzip.compress(b"Kode;RT\n16.07;12\n"))
    assert (tabel.nama, tabel.baris[1][1].isi) == (nama, "12")
    (tabel,) = read(f"{nama}.GZ", gzip.compress(b"Kode;RT\n16.07;12\n"))
    assert (tabel.nama, tabel.baris[1][1].isi) == (nama, "12")


TERMAMPAT_BURUK = {
    "bom": (lambda: gzip.compress(b"a\n" * (11 * 1024**2)), "mengembang"),
    "terpotong": (lambda: gzip.compress(b"Kode;RT\n")[:-6], "rusak"),
    "dua lapis": (lambda: gzip.compress(gzip.compress(b"Kode;RT\n")), "bukan"),
    "bukan gzip": (lambda: b"\x1f\x8bisi", "rusak"),
}


@pytest.mark.parametrize("nama", TERMAMPAT_BURUK)
def test_termampat_yang_buruk(nama):
    create, alasan = TERMAMPAT_BURUK[nama]
    with pytest.raises(LembarRefused, match=alasan):
        read("x.csv.gz", create())
