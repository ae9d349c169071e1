import io
import zipfile

import pytest

from documents.jenis_berkas import DAFTAR_ISI, masalah_berkas, masalah_isi

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
    hasil = masalah_berkas(nama, kepala, ukuran, MAX)
    assert (potongan in hasil) if potongan else hasil == ""


def zip_contoh(**bagian: bytes) -> io.BytesIO:
    """Berkas Office sekecilnya; nama bagian bergaris bawah sebagai garis miring."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(DAFTAR_ISI, bagian.pop("jenis", b"<Types/>"))
        for nama, isi in bagian.items():
            arsip.writestr(nama.replace("__", "/"), isi)
    wadah.seek(0)
    return wadah


@pytest.mark.parametrize(
    ("berkas", "potongan"),
    [
        (zip_contoh(word__document=b"x"), ""),
        (zip_contoh(**{"word__vbaProject.bin": b"x"}), "memuat makro"),
        (
            zip_contoh(jenis=b"application/vnd.ms-word.document.macroEnabled.main+xml"),
            "memuat makro",
        ),
        (zip_contoh(word__document=b"0" * 30_000_000), "mengembang"),
        (io.BytesIO(b"PK\x03\x04 bukan zip"), "rusak atau bukan"),
    ],
)
@pytest.mark.parametrize("akhiran", ["docx", "XLSX"])
def test_isi_zip(berkas, potongan, akhiran):
    hasil = masalah_isi(f"a.{akhiran}", berkas)
    assert (potongan in hasil) if potongan else hasil == ""


def test_zip_biasa_bukan_office_dan_yang_lain_tidak_dibuka():
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr("a.exe", b"MZ")
    assert "bukan berkas Office" in masalah_isi("a.docx", wadah)
    assert masalah_isi("a.pdf", io.BytesIO(b"%PDF-")) == ""
