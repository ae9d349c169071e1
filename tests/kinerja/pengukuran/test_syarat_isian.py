"""Cacahan berpecahan dan angka negatif: satu pesan di formulir, kisi, lembar dan pintunya."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core import door
from core.grid import GridRefused, Ubahan
from kinerja.models import PengukuranSub, Realisasi, SubKegiatan, Target
from kinerja.pengukuran.grids import EvaluasiGrid
from kinerja.perencanaan.actions import copy_tahun
from tests.factories import make_indikator, make_realisasi
from tests.kinerja.pengukuran.bahan import isian
from tests.kinerja.pengukuran.test_keadaan_isian import galat, impor, ketik, store

pytestmark = pytest.mark.django_db
PECAHAN = "198,5 berpecahan; Dokumen ditulis bilangan bulat."
NEGATIF = "-3 negatif; yang diukur di sini tidak pernah di bawah nol."
SALAH = [("198,5", PECAHAN), ("-3", NEGATIF), ("3–198,5: dua sumber", PECAHAN)]


@pytest.fixture
def operator(client_for):
    return client_for("operator")


@pytest.fixture
def dokumen(banyuasin):
    return make_indikator(banyuasin, satuan="Dokumen")


@pytest.mark.parametrize(("ketikan", "kalimat"), SALAH)
def test_k_di_formulir_kisi_dan_lembar(operator, users, sub, ketikan, kalimat):
    halaman = operator.post(reverse("kinerja:pengukuransub_create"), isian(sub, kinerja=ketikan))
    assert galat(halaman, "kinerja") == kalimat
    hasil = ketik(operator, f"sub-{sub.pk}", "k_1", ketikan)
    assert hasil == ("gagal", f"Triwulan I: {kalimat}")
    (kesalahan,) = impor(users["operator"], sub, ketikan).kesalahan
    assert kesalahan.pesan.endswith(kalimat)
    assert not PengukuranSub.objects.exists()


@pytest.mark.parametrize(("ketikan", "kalimat"), SALAH)
def test_target_dan_realisasi(operator, dokumen, ketikan, kalimat):
    assert galat(store(operator, dokumen, nilai=ketikan), "nilai") == kalimat
    data = {"indikator": dokumen.pk, "tahun": 2023, "masa": "0-0", "nilai": ketikan}
    halaman = operator.post(reverse("kinerja:target_create"), data)
    assert galat(halaman, "nilai") == kalimat


def test_bagian_pecahan_menurut_rumusnya(operator, banyuasin):
    rumus = {"rumus_pembilang": "Jumlah desa aktif", "rumus_penyebut": "Skor", "satuan": "Desa"}
    indikator = make_indikator(banyuasin, **rumus)
    halaman = store(operator, indikator, pembilang="2,5", penyebut="-4")
    assert galat(halaman, "pembilang") == "2,5 berpecahan; desa ditulis bilangan bulat."
    assert galat(halaman, "penyebut").startswith("-4 negatif;")
    halaman = store(operator, indikator, pembilang="2.5", penyebut="abc")
    assert galat(halaman, "pembilang") == "“2.5” rancu. Tulis ribuan dengan titik, misalnya 1.234."
    store(operator, indikator, pembilang="2", penyebut="3,5")
    assert Realisasi.objects.get().penyebut.normalize() == 3.5


def test_usul_menurut_baris(operator, dokumen, sub):
    usul = "“198.5” rancu. Tulis ribuan dengan titik, misalnya 1.234."
    assert galat(store(operator, dokumen, nilai="198.5"), "nilai") == usul
    assert ketik(operator, f"sub-{sub.pk}", "k_1", "198.5") == ("gagal", usul)
    halaman = store(operator, dokumen, tercetak="198,5")
    assert galat(halaman, "nilai") == f"Nilai realisasi belum diisi. Angka tercetak {PECAHAN}"


def test_pintu_menolak_juga_target_pohon(users, sub):
    for kolom in ("target", "target_renstra", "realisasi_lalu", "target_tw2"):
        row = SubKegiatan.objects.get()
        setattr(row, kolom, "198.5")
        with pytest.raises(ValidationError) as error:
            door.save(row, by=users["operator"])
        assert error.value.message_dict == {kolom: [PECAHAN]}


def test_formulir_baris_dan_satuannya(operator, sub):
    url = reverse("kinerja:subkegiatan_update", args=[sub.pk])
    form = operator.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    halaman = operator.post(url, data | {"target": "198,5", "target_tw1": "1.5"})
    assert galat(halaman, "target_tw1").endswith("misalnya 1.234.")
    halaman = operator.post(url, data | {"target": "198,5"})
    assert galat(halaman, "target") == PECAHAN
    operator.post(url, data | {"target": "198,5", "satuan": "%"})
    sub.refresh_from_db()
    assert (sub.satuan, str(sub.target)) == ("%", "198.5000")


def test_yang_sudah_tersimpan_tidak_menahan(users, dokumen, sub):
    """Data rilis lama boleh disimpan kembali; mengubahnya atau satuannya tidak."""
    SubKegiatan.objects.update(target="198.5")
    row = SubKegiatan.objects.get()
    row.indikator = "Jumlah dokumen desa"
    door.save(row, by=users["operator"])
    row.satuan = "Laporan"
    with pytest.raises(ValidationError, match="198,5 berpecahan; Laporan"):
        door.save(row, by=users["operator"])
    nilai = make_realisasi(dokumen, "198.5")
    nilai.penjelasan = "Dua sumber"
    door.save(nilai, by=users["operator"])
    nilai.nilai = "199.5"
    with pytest.raises(ValidationError, match="199,5 berpecahan"):
        door.save(nilai, by=users["operator"])


def test_salinan_tahun_meninggalkan_target_yang_salah(users, sub):
    SubKegiatan.objects.update(target="198.5", target_tw1=2)
    salinan = copy_tahun(
        kabupaten=users["operator"].kabupaten, dari=2023, ke=2024, by=users["operator"]
    )
    baru = SubKegiatan.objects.get(kegiatan__program__tahun=2024)
    assert (baru.target, baru.target_tw1) == (None, 2)
    assert salinan.tidak_ikut == [(str(baru), f"target: {PECAHAN}")]


def test_baris_dan_tahun_yang_belum_dipilih(dokumen):
    assert Target(nilai="-3").masalah_angka() == {}
    Target(indikator=dokumen, nilai="-3").clean()
    Target(indikator=dokumen, tahun=2023, nilai=-3, rentang_bawah=None).masalah_angka()


def test_dua_kesalahan_satu_baris_disebut_sekaligus(users, sub):
    """Tulisan yang tidak terbaca tidak menutupi angka yang ditolak menurut satuannya."""
    sub.satuan = "Dokumen"
    sub.save()
    salah = {"k_1": "12.34", "k_2": "1,5", "rp_3": "5 %"}
    kunci = f"sub-{sub.pk}"
    with pytest.raises(GridRefused) as error:
        EvaluasiGrid(users["operator"], 2023).write(
            [Ubahan(kunci, kolom, "", isi) for kolom, isi in salah.items()]
        )
    assert {satu.kolom: satu.status for satu in error.value.hasil} == dict.fromkeys(salah, "gagal")
