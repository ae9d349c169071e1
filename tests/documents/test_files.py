import pytest

from documents.files import problem

MAX = 10_000_000


@pytest.mark.parametrize(
    ("nama", "kepala", "ukuran", "potongan"),
    [
        ("a.pdf", b"%PDF-1.7", 10, ""),
        ("a.PDF", b"%PDF-1.4", 10, ""),
        ("foto.jpg", b"\xff\xd8\xff\xe0", 10, ""),
        ("data.xlsx", b"PK\x03\x04", 10, ""),
        ("a.pdf", b"MZ\x90", 10, "bukan berkas PDF"),
        ("a.exe", b"MZ\x90", 10, "jenis .exe tidak diterima"),
        ("tanpa", b"%PDF-", 10, "tidak diterima"),
        ("a.pdf", b"", 0, "kosong"),
        ("a.pdf", b"%PDF-", 100_000_000, "100 MB; paling besar 10 MB"),
    ],
)
def test_problem(nama, kepala, ukuran, potongan):
    hasil = problem(nama, kepala, ukuran, MAX)
    assert (potongan in hasil) if potongan else hasil == ""
