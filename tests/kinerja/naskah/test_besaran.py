from decimal import Decimal

import pytest

from documents.snapshot import restore
from kinerja.naskah.dasar.besaran import Besaran, besaran, dari_tulisan


@pytest.mark.parametrize("nilai", [Decimal("1.50"), Decimal(0), "WTP", None])
def test_tercetak_seperti_diberikan(nilai):
    assert besaran(nilai).cetak == nilai


@pytest.mark.parametrize(
    ("nilai", "keadaan", "tulisan"),
    [
        ("BB", "", "BB"),
        ("3–5", "rentang", "3–5 Kategori"),
        ("tidak berlaku", "tidak_berlaku", "tidak berlaku"),
    ],
)
def test_hanya_rentang_yang_bersatuan(nilai, keadaan, tulisan):
    """Sebutan ditulis sama di tabel, kalimat, API dan angka terbuka."""
    assert besaran(nilai, keadaan).bersatuan("Kategori") == tulisan


def test_sebutan_kosong_belum_diketahui():
    assert besaran("").cetak is None


@pytest.mark.parametrize(
    ("tulisan", "hasil"),
    [("243.00", Decimal("243.00")), ("0", Decimal(0)), ("WTP", "WTP"), ("", None), (None, None)],
)
def test_dari_isi_beku_versi_satu(tulisan, hasil):
    assert restore(Besaran, dari_tulisan(tulisan)).cetak == hasil
