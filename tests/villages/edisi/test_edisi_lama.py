"""Edisi lama sesudah yang baru menjadi riwayat; kisi dan lembar memakai keadaan tahunnya."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.audit import Refused
from documents.models import Impor
from tests.villages.edisi.bahan import (
    EDISI_2022,
    EDISI_2025,
    MEKAR,
    apply,
    mekarkan,
    muara,
    tertulis,
    upload,
)
from villages.actions import apply_daftar, record_riwayat
from villages.actions.daftar import edisi_terakhir
from villages.actions.edisi_lama import EdisiLama
from villages.grids import KegiatanPkkGrid, KerjaSamaGrid, RincianLembagaGrid
from villages.models import (
    AnggotaKerjaSama,
    Desa,
    Kecamatan,
    KerjaSama,
    RiwayatWilayah,
)
from villages.naskah.formulir.reports import formulir
from villages.reports.kerja_sama import angka
from villages.sources import NamaDesa, kode_lama

pytestmark = pytest.mark.django_db


def keadaan(tahun: int) -> dict[str, str]:
    """Kode → nama semua wilayah pada akhir tahun."""
    kolom = ("kode_saat", "nama_saat")
    kecamatan, desa = Kecamatan.objects.on(tahun), Desa.objects.on(tahun)
    return dict(kecamatan.values_list(*kolom)) | dict(desa.values_list(*kolom))


def berwilayah(isi: dict[str, str]) -> dict[str, str]:
    return {kode: nama for kode, nama in isi.items() if len(kode) > 5}


def test_edisi_lama_sesudah_yang_baru(kantor):
    """Tanpa masa akhirnya ditolak; dengan itu keadaan tahunnya tercatat dan yang kini tetap."""
    kabupaten, client = kantor
    apply(client, upload(client, EDISI_2025.read_bytes()), "2025-04-25")
    assert edisi_terakhir(kabupaten) == date(2025, 4, 25)
    impor = upload(client, EDISI_2022.read_bytes())
    halaman = apply(client, impor, "2022-02-14", ganti="1")
    assert "Edisi 25 April 2025 sudah dimuat dan daftar ini lebih lama." in halaman.content.decode()
    assert not RiwayatWilayah.objects.exists()
    pilih = {u["kunci"]: "akhir" for u in impor.ubahan if u["aksi"] == "hilang"}
    halaman = apply(client, impor, "2022-02-14", sampai="2025-04-25", ganti="1", pilih=pilih)
    assert halaman.status_code == 302, list(map(str, halaman.context["messages"]))
    assert keadaan(2024) == berwilayah(tertulis(EDISI_2022, kabupaten.kode))
    assert keadaan(2025) == berwilayah(tertulis(EDISI_2025, kabupaten.kode))
    assert edisi_terakhir(kabupaten) == date(2025, 4, 25)


def test_masa_edisi_lama(betung, client_for):
    client = client_for("admin")
    mekarkan(client)
    impor = upload(client, MEKAR.replace("Tanjung", "Tanjung Lama"))
    halaman = apply(client, impor, "2023-01-01", sampai="2022-01-01", ganti="1")
    assert "harus sesudah edisinya mulai berlaku" in halaman.content.decode()
    halaman = apply(client, impor, "2023-01-01", sampai="2025-06-01", ganti="1")
    assert "paling akhir tanggal itu" in halaman.content.decode()


@pytest.fixture
def lama(banyuasin, betung):
    """Menerapkan ubahan satu edisi 2023 yang berlaku sampai 2025."""

    def pasang(**u):
        ubahan = [{"lama": "", "titik": "", "pilih": "", **u}]
        isi = {"kabupaten": banyuasin, "dasar": "Kepmendagri 2023", "by": "uji", "note": "x"}
        mulai, hingga = date(2023, 1, 1), date(2025, 4, 25)
        apply_daftar(ubahan=ubahan, sejak=mulai, sampai=hingga, **isi)

    return pasang


def test_kode_lama_wilayah_yang_ada(lama):
    lama(aksi="baru", kunci="16.07.05.1009", baru="Muara Lama", pilih="sama:16.07.05.2002")
    dulu = muara().keadaan_pada(date(2023, 6, 1))
    assert (dulu.kode, dulu.nama, dulu.jenis) == ("16.07.05.1009", "Muara Lama", "kelurahan")
    assert dulu.dasar == "Kepmendagri 2023"
    assert Desa.objects.berkode("16.07.05.1009", 2024) == muara()
    lama(aksi="baru", kunci="16.07.05.1009", baru="Muara Lama", pilih="sama:16.07.05.2002")
    assert RiwayatWilayah.objects.count() == 1


def test_wilayah_yang_kini_tidak_ada_atau_dahulu_belum_ada(lama):
    lama(aksi="baru", kunci="16.07.05.2009", baru="Hulu", pilih="baru")
    assert Desa.objects.get(nama="Hulu").sampai == date(2025, 4, 25)
    lama(aksi="hilang", kunci="16.07.05.2001", baru="", pilih="akhir")
    assert Desa.objects.get(nama="Lubuk").dibentuk == date(2025, 4, 25)
    assert "16.07.05.2001" not in keadaan(2024)
    assert "16.07.05.2009" in keadaan(2024)
    assert "16.07.05.2009" not in keadaan(2025)
    with pytest.raises(Refused, match="Penggabungan Muara tidak dapat dibaca"):
        lama(aksi="hilang", kunci="16.07.05.2002", baru="", pilih="gabung:16.07.05.2003")
    with pytest.raises(Refused, match="baru ada sejak 25 April 2025"):
        lama(aksi="nama", kunci="16.07.05.2001", lama="Lubuk", baru="Lubuk Lama")


def test_riwayat_yang_ada_tidak_ditimpa(lama):
    record_riwayat(lama=muara(), sejak=date(2024, 5, 1), dasar="", by="uji")
    with pytest.raises(Refused, match="sudah tercatat sebagai Muara sampai 1 Mei 2024"):
        lama(aksi="nama", kunci="16.07.05.2002", lama="Muara", baru="Muara Lama")


@pytest.fixture
def bekerja_sama(betung, banyuasin, client_for):
    """Muara dan Suka bekerja sama pada 2024, lalu kecamatannya mekar; kode Muara dipakai Ilir."""
    kerja_sama = KerjaSama.objects.create(kabupaten=banyuasin, kecamatan=betung, jenis="kawasan")
    for nomor, nama in enumerate(("Muara", "Suka"), start=1):
        AnggotaKerjaSama.objects.create(
            kerja_sama=kerja_sama, tahun=2024, urutan=nomor, desa=Desa.objects.get(nama=nama),
            nama_tercetak=nama.upper(),
        )  # fmt: skip
    isi = MEKAR.replace("05,Betung\n", "05,Betung Raya\n")
    isi = isi.replace("16.07.05.2004,Tanjung", "16.07.05.2002,Ilir\n16.07.05.2004,Tanjung")
    client = client_for("admin")
    impor = upload(client, isi)
    halaman = apply(
        client, impor, "2025-04-25", usul="1", ganti="1", pilih={"16.07.22.2003": "baru"}
    )
    assert halaman.status_code == 302, list(map(str, halaman.context["messages"]))
    return kerja_sama


def test_kisi_tahun_lalu_bernama_dan_berkode_tahun_itu(bekerja_sama, users):
    dulu, kini = (RincianLembagaGrid(users["operator"], tahun).rows() for tahun in (2024, 2025))
    assert [(b.kode, b.label, b.isi["kecamatan"]) for b in dulu if b.label == "Muara"] == [
        ("16.07.05.2002", "Muara", "Betung")
    ]
    assert [(b.kode, b.isi["kecamatan"]) for b in kini if b.label == "Muara"] == [
        ("16.07.22.2001", "Betung Selatan")
    ]
    saringan = RincianLembagaGrid(users["operator"], 2024).filters()[0]
    assert [label for _, label in saringan.pilihan] == ["Semua kecamatan", "Betung"]
    assert [b.label for b in KegiatanPkkGrid(users["operator"], 2024).rows()] == ["Betung"]
    kisi = KerjaSamaGrid(users["operator"], 2024).rows()
    assert kisi[0].label == "A.1 Betung — Kawasan Perdesaan"
    assert [b.kode for b in kisi[1:3]] == [
        "A 16.07.05 / 16.07.05.2002",
        "A 16.07.05 / 16.07.05.2003",
    ]
    assert {b.label for b in kisi[1:]} == {"MUARA", "SUKA", "LUBUK", "TANJUNG"}
    assert KerjaSamaGrid(users["operator"], 2025).rows()[0].label.startswith("A.1 Betung Raya")


def test_formulir_tahun_lalu_menyebut_kecamatan_tahun_itu(bekerja_sama, banyuasin):
    (bagian, _) = formulir(banyuasin, 2024).bagian
    assert [k.kecamatan for k in bagian.kecamatan] == ["BETUNG"]
    assert angka(banyuasin, 2024).lintas == ()
    nama = NamaDesa(banyuasin).kecamatan
    assert nama["BETUNG"] == nama["BETUNGRAYA"] == bekerja_sama.kecamatan


def upload_rincian(client, tahun: int, isi: str) -> Impor:
    url = f"{reverse('villages:rincianlembaga_grid_impor')}?{urlencode({'tahun': tahun})}"
    client.post(url, {"berkas": SimpleUploadedFile("rincian.csv", isi.encode())})
    return Impor.objects.latest("pk")


def test_kode_yang_dipakai_lagi_menurut_tahun_lembarnya(bekerja_sama, client_for):
    """Kode Muara pada lembar 2024 tetap Muara; pada lembar 2025 ia Ilir."""
    client = client_for("operator")
    isi = "Kode baris;Posyandu\n16.07.05.2002;4\n"
    ilir = Desa.objects.get(nama="Ilir")
    for tahun, desa in ((2024, muara()), (2025, ilir)):
        impor = upload_rincian(client, tahun, isi)
        assert not impor.kesalahan
        assert [u["kunci"] for u in impor.ubahan] == [str(desa.pk)]
        assert impor.catatan == []


def test_kode_edisi_lain_dibaca_sebagai_kode_tahun_itu(bekerja_sama, banyuasin, client_for):
    dulu = kode_lama(banyuasin, 2024)
    assert dulu["16.07.22.2001"] == "16.07.05.2002"
    assert dulu["16.07.22.1002"] == "16.07.05.2003"
    assert "16.07.05.2002" not in dulu
    assert kode_lama(banyuasin, 2025) == {"16.07.05.2003": "16.07.22.1002"}
    impor = upload_rincian(client_for("operator"), 2024, "Kode baris;Posyandu\n16.07.22.2001;4\n")
    assert [u["kunci"] for u in impor.ubahan] == [str(muara().pk)]
    assert "dibaca sebagai 16.07.05.2002 Muara" in impor.catatan[0]["pesan"]


def test_titik_tengah_edisi_lama_dibiarkan(banyuasin):
    """Hanya nama, kode dan masa berlakunya yang dicatat."""
    satu = EdisiLama(
        kabupaten=banyuasin,
        sejak=date(2022, 1, 1),
        sampai=date(2025, 1, 1),
        dasar="Uji",
        by="uji",
        note="",
    )
    satu.tingkat(Desa, [{"aksi": "titik", "kunci": "16.07.01.2001"}])
    assert not RiwayatWilayah.objects.exists()
