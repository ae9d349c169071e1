"""Nama lama dan daftar kode resmi."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.audit import Refused
from core.models import AuditEvent
from documents.models import Impor
from documents.pembaca import Sel, Tabel
from tests import factories
from villages.actions import apply_daftar, record_riwayat
from villages.models import Desa, Kecamatan, RiwayatWilayah
from villages.penerima import KodeWilayah
from villages.sources import NamaDesa

pytestmark = pytest.mark.django_db


def ubah(client, desa, **isian):
    awal = client.get(f"{desa.get_absolute_url()}ubah/").context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in awal}
    return client.post(f"{desa.get_absolute_url()}ubah/", data | isian)


def test_nama_lama_menjadi_riwayat(desa, client_for):
    client = client_for("admin")
    assert (
        ubah(client, desa, nama="Baru", sejak="2020-05-01", dasar="Perda 1/2020").status_code == 302
    )
    desa.refresh_from_db()
    assert desa.nama == "Baru"
    assert desa.keadaan_pada(date(2020, 4, 30)).nama == "Lama"
    assert desa.keadaan_pada(date(2020, 5, 1)).nama == "Baru"
    assert str(RiwayatWilayah.objects.get()) == "Lama sampai 1 Mei 2020"
    assert "Perda 1/2020" in client.get(desa.get_absolute_url()).content.decode()
    assert NamaDesa(desa.kecamatan.kabupaten).cari(desa.kecamatan, "LAMA") == desa


def test_membetulkan_tulisan_tidak_menyisakan_riwayat(desa, client_for):
    client = client_for("admin")
    assert ubah(client, desa, nama="Lamma").status_code == 302
    assert not RiwayatWilayah.objects.exists()
    assert "keadaannya tetap" in ubah(client, desa, sejak="2020-05-01").content.decode()
    assert "belum tiba" in ubah(client, desa, nama="X", sejak="2999-01-01").content.decode()


def test_riwayat_tidak_boleh_mundur(desa):
    record_riwayat(lama=desa, sejak=date(2020, 5, 1), dasar="", by="uji")
    with pytest.raises(Refused, match="sesudah tanggal itu"):
        record_riwayat(lama=desa, sejak=date(2019, 1, 1), dasar="", by="uji")


DAFTAR = """kode,nama,tingkat,lintang,bujur
16.07,Kabupaten Banyuasin,kabupaten,,
16.07.01,Betung,kecamatan,,
16.07.01.2001,LAMA,desa,-2.5,104.75
16.07.01.2002,Ganti,desa,,
16.07.01.2009,Pindah,desa,,
1607012004,Tanpa Titik,desa,,
16.07.02,Kecamatan Baru,kecamatan,,
16.07.02.1001,Kelurahan Baru,kelurahan,"-2,6","104,8"
16.08.01,Kabupaten lain,kecamatan,,
"""


@pytest.fixture
def terdaftar(kecamatan, desa):
    factories.make_desa(kecamatan, kode="16.07.01.2002", nama="Dua")
    factories.make_desa(kecamatan, kode="16.07.01.2003", nama="Pindah")
    factories.make_desa(
        kecamatan, kode="16.07.01.2004", nama="Tanpa Titik", sampai=date(2020, 1, 1)
    )
    return kecamatan


def upload(client, teks):
    halaman = client.post(
        "/wilayah/desa/impor/", {"berkas": SimpleUploadedFile("daftar.csv", teks.encode())}
    )
    assert halaman.status_code == 302, halaman.context["form"].errors
    return Impor.objects.latest("pk")


def test_pratinjau_daftar_kode(terdaftar, client_for):
    impor = upload(client_for("admin"), DAFTAR)
    ringkas = {(u["kunci"], u["judul"]): (u["lama"], u["baru"]) for u in impor.ubahan}
    assert ringkas == {
        ("16.07.02", "Wilayah baru"): ("", "Kecamatan Baru"),
        ("16.07.01.2001", "Titik tengah"): ("", "-2.500000 104.750000"),
        ("16.07.01.2002", "Ganti nama"): ("Dua", "Ganti"),
        ("16.07.01.2004", "Berlaku lagi"): ("Tanpa Titik", "Tanpa Titik"),
        ("16.07.01.2009", "Wilayah baru"): ("", "Pindah"),
        ("16.07.02.1001", "Wilayah baru"): ("", "Kelurahan Baru"),
        ("16.07.01.2003", "Tidak ada lagi"): ("Pindah", ""),
    }
    assert {u["kunci"] for u in impor.berbeda} == {"16.07.01.2002"}
    pindah, hilang = impor.diputuskan
    assert (pindah["kunci"], pindah["usul"]) == ("16.07.01.2009", "sama:16.07.01.2003")
    assert [nilai for nilai, _ in pindah["pilihan"]][:2] == ["sama:16.07.01.2003", "baru"]
    assert (hilang["kunci"], hilang["kosong"]) == ("16.07.01.2003", "Tetap tercatat")


EDISI = {"sejak": "2024-03-01", "dasar": "Kepmendagri uji"}


def test_daftar_kode_diterapkan(terdaftar, client_for):
    client = client_for("admin")
    impor = upload(client, DAFTAR)
    akhir = {"pilih-16.07.01.2009": "baru", "pilih-16.07.01.2003": "akhir"}
    halaman = client.post(impor.get_absolute_url(), EDISI | {"ganti": "1"} | akhir)
    assert halaman.status_code == 302, halaman.context["messages"]
    nama = dict(Desa.objects.values_list("kode", "nama"))
    assert nama["16.07.01.2001"] == "Lama"  # hanya beda huruf: bukan ganti nama
    assert nama["16.07.01.2002"] == "Ganti"
    baru = Desa.objects.get(kode="16.07.02.1001")
    assert (baru.jenis, baru.kecamatan.nama, str(baru.lintang)) == (
        "kelurahan",
        "Kecamatan Baru",
        "-2.600000",
    )
    assert baru.dibentuk == date(2024, 3, 1)
    assert Desa.objects.get(kode="16.07.01.2003").sampai == date(2024, 3, 1)
    assert Desa.objects.get(kode="16.07.01.2004").sampai is None
    riwayat = RiwayatWilayah.objects.get()
    assert (riwayat.nama, riwayat.dasar) == ("Dua", "Kepmendagri uji")
    per_desa = AuditEvent.objects.filter(note__startswith="Impor daftar.csv", model="villages.Desa")
    assert per_desa.count() == per_desa.order_by().values("object_id").distinct().count() == 6
    lagi = upload(client, DAFTAR)
    assert (lagi.ubahan, lagi.banyak_sama) == ([], 7)


def test_masalah_daftar_kode_semua_sekaligus(terdaftar, client_for):
    teks = (
        "kode,nama,lintang,bujur\n16.07.01.2001,,,\n16.07.1.2,A,,\n"
        "16.07.01.2002,B,95,104\n16.07.01.2002,B,x,1\n"
        "16.07.09.2001,C,,\n16.07.01.2004,D,,\n16.07.01.2004,E,,\n"
    )
    pesan = {k["sel"]: k["pesan"] for k in upload(client_for("admin"), teks).kesalahan}
    assert set(pesan) == {"B2", "A3", "C4", "C5", "A6", "A8"}
    assert "Kecamatan 16.07.09" in pesan["A6"]
    assert (
        "Tidak ada baris berkode 16.07"
        in upload(client_for("admin"), "kode,nama\n1,2\n").kesalahan[0]["pesan"]
    )


@pytest.mark.parametrize(
    ("sel", "satuan"),
    [
        (Sel("teks", "Rp 104"), "Rp"),
        (Sel("teks", "104 %"), "%"),
        (Sel("angka", "104", "Rp"), "Rp"),
        (Sel("angka", "104", "Orang"), "Orang"),
        (Sel("persen", "1.04"), "%"),
        (Sel("angka", "104.75", "°"), ""),
        (Sel("teks", "104,75"), ""),
    ],
)
def test_derajat_bersatuan_lain_ditolak(terdaftar, users, sel, satuan):
    kepala = [Sel("teks", satu) for satu in ("kode", "nama", "lintang", "bujur")]
    isi = [Sel("teks", "16.07.01.2001"), Sel("teks", "Satu"), Sel("angka", "-2.9"), sel]
    hasil = KodeWilayah(users["admin"], 2023).check([Tabel("L", [kepala, isi])])
    pesan = [satu.pesan for satu in hasil.kesalahan if satu.sel == "D2"]
    bersatuan = f"“{sel.isi}” bersatuan {satuan}, sedangkan kolom ini derajat."
    assert pesan == ([bersatuan] if satuan else [])


def test_kode_yang_menjadi_tanggal_disebut(terdaftar, users):
    tabel = Tabel(
        "L",
        [
            [Sel("teks", "Kode"), Sel("teks", "Nama")],
            [Sel("tanggal", "2016-07-01"), Sel("teks", "A")],
        ],
    )
    hasil = KodeWilayah(users["admin"], 2023).check([tabel])
    assert "berubah menjadi tanggal" in hasil.kesalahan[0].pesan


def test_data_yang_berubah_sejak_pratinjau_ditolak(terdaftar, banyuasin):
    def apply(**u):
        ubahan = [{"lama": "", "baru": "", "titik": "", **u}]
        apply_daftar(kabupaten=banyuasin, ubahan=ubahan, sejak=date(2024, 1, 1), by="uji", note="x")

    with pytest.raises(Refused, match="sudah berubah menjadi Dua"):
        apply(kunci="16.07.01.2002", aksi="nama", lama="Tiga", baru="Ganti")
    with pytest.raises(Refused, match="tidak tercatat lagi"):
        apply(kunci="16.07.09", aksi="nama", lama="x", baru="y")
    with pytest.raises(Refused, match="Kecamatan 16\\.07\\.09 belum tercatat"):
        apply(kunci="16.07.09.2001", aksi="baru", baru="y")
    with pytest.raises(Refused, match="sudah tercatat"):
        apply(kunci="16.07.01", aksi="baru", baru="y")
    apply(kunci="16.07.01", aksi="nama", lama="Betung", baru="Betung Raya")
    assert Kecamatan.objects.get(kode="16.07.01").nama == "Betung Raya"
