"""Daftar kode sebagaimana kantor menyimpannya: tanpa titik, atau hanya desanya."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.villages.edisi.bahan import apply, pengelola, upload
from villages.kode import bertitik
from villages.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db
TANPA_TITIK = "kode,nama\n1607,Kabupaten\n160705,Betung\n1607052001,Lubuk\n1607051005,Pasar\n"


@pytest.mark.parametrize(
    ("tulisan", "kode"),
    [("160705", "16.07.05"), ("1607052001", "16.07.05.2001"), ("1607", "1607"), ("x", "x")],
)
def test_kode_diberi_titik(tulisan, kode):
    assert bertitik(tulisan) == kode


def test_kecamatan_enam_angka_dimuat_bersama_desanya():
    _, client = pengelola("16.07")
    impor = upload(client, TANPA_TITIK)
    assert impor.kesalahan == []
    apply(client, impor, "2025-04-25")
    assert Kecamatan.objects.get().kode == "16.07.05"
    assert set(Desa.objects.values_list("kode", flat=True)) == {"16.07.05.2001", "16.07.05.1005"}


def test_daftar_desa_saja_tidak_berkata_apa_apa_tentang_kecamatannya(betung, client_for):
    isi = "kode,nama\n16.07.05.2001,Lubuk Baru\n"
    impor = upload(client_for("admin"), isi)
    assert impor.kesalahan == []
    hilang = {u["kunci"] for u in impor.ubahan if u["aksi"] == "hilang"}
    assert betung.kode not in hilang
    assert len(hilang) == 4


def test_daftar_senegara_lebih_dari_lima_ribu_baris():
    """Baris kabupaten lain dilewati, berapa pun banyaknya; seratus ribu paling banyak."""
    _, client = pengelola("16.07")
    lain = "".join(f"11.01.01.{nomor},Desa {nomor}\n" for nomor in range(2001, 8001))
    impor = upload(client, f"kode,nama\n{lain}16.07.05,Betung\n16.07.05.2001,Lubuk\n")
    assert [u["kunci"] for u in impor.ubahan] == ["16.07.05", "16.07.05.2001"]
    halaman = client.post(
        "/wilayah/desa/impor/",
        {"berkas": SimpleUploadedFile("daftar.csv", b"kode,nama\n" * 100_001)},
    )
    assert halaman.context["form"].errors["berkas"] == [
        "CSV paling banyak 100000 baris dan 10 kolom."
    ]
