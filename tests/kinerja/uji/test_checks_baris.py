"""Baris program sampai tambahan, dan uraian triwulannya, diuji seperti indikator."""

from types import SimpleNamespace

import pytest

from accounts.models import Kabupaten
from documents.uji import semua_temuan
from kinerja.models import (
    AngkaTercetak,
    BuktiPengukuran,
    NaskahKinerja,
    PengukuranProgram,
    PengukuranSub,
    SubKegiatan,
)
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.perencanaan.actions import copy_tahun
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v11_simpulan, v11_uang
from tests.kinerja.uji.temuan import temuan_kelas

pytestmark = pytest.mark.django_db
SUB = "2.13.04.2.01.0002"


@pytest.fixture
def merangin(nyata):
    AngkaTercetak.objects.all().delete()
    return Kabupaten.objects.get(kode="15.02")


def naskah(kabupaten, jenis, tahun=2024, triwulan=0):
    isian = {"kabupaten": kabupaten, "tahun": tahun, "jenis": jenis, "triwulan": triwulan}
    return NaskahKinerja.objects.get_or_create(**isian)[0]


def sub(tahun=2024):
    return SubKegiatan.objects.get(kode=SUB, induk=None, kegiatan__program__tahun=tahun)


def ukur(baris, triwulan, **isi):
    PengukuranSub.objects.update_or_create(sub_kegiatan=baris, triwulan=triwulan, defaults=isi)


def pesan(satu, kelas):
    return [temuan.pesan for temuan in temuan_kelas(satu, kelas)]


def test_target_baris_lebih_mudah_daripada_hasil_tahun_lalu(merangin):
    """Yang tahun lalunya belum sampai triwulan IV belum punya hasil setahun."""
    copy_tahun(kabupaten=merangin, dari=2024, ke=2025, by="uji")
    aksi = naskah(merangin, "rencana_aksi", 2025)
    kini = SubKegiatan.objects.filter(pk=sub(2025).pk)
    lalu = sub(2024)
    lama = SubKegiatan.objects.filter(pk=lalu.pk)
    lama.update(satuan="Dokumen", agregasi="jumlah")
    kini.update(satuan="Dokumen", agregasi="jumlah", target=9)
    BuktiPengukuran.objects.all().delete()
    PengukuranSub.objects.filter(sub_kegiatan=lalu).delete()
    ukur(lalu, 3, kinerja=10)
    assert pesan(aksi, "V8") == []
    ukur(lalu, 4, kinerja=2)
    (temuan,) = temuan_kelas(aksi, "V8")
    assert temuan.pesan == ("Target 9 Dokumen lebih mudah daripada realisasi 2024 (12 Dokumen).")
    assert temuan.tempat == str(sub(2025))
    kini.update(target=12)
    assert pesan(aksi, "V8") == []
    kini.update(target=13, arah="turun")
    assert len(pesan(aksi, "V8")) == 1
    kini.update(satuan="Orang")
    assert pesan(aksi, "V8") == []


def test_realisasi_baris_sama_dengan_target_atau_baris_lain(merangin):
    evaluasi = naskah(merangin, "evaluasi", triwulan=4)
    semula = pesan(evaluasi, "V8")
    baris = sub()
    SubKegiatan.objects.filter(pk=baris.pk).update(target="93.57", satuan="%", agregasi="terakhir")
    ukur(baris, 4, kinerja="93.57")
    assert "Realisasi sama persis dengan target; pastikan bukan salinan." in pesan(evaluasi, "V8")
    SubKegiatan.objects.filter(pk=baris.pk).update(target=95)
    assert pesan(evaluasi, "V8") == semula
    program = baris.kegiatan.program
    type(program).objects.filter(pk=program.pk).update(
        indikator="Persentase lain", satuan="%", agregasi="terakhir", target=100
    )
    PengukuranProgram.objects.create(program=program, triwulan=4, kinerja="93.57")
    (satu,) = [s for s in pesan(evaluasi, "V8") if "tersalin" in s]
    assert satu.startswith("Realisasi 93,57 % sama persis dengan 2.13.04")
    type(program).objects.filter(pk=program.pk).update(indikator=baris.indikator.upper())
    assert not [s for s in pesan(evaluasi, "V8") if "tersalin" in s]


def test_uraian_triwulan_dibaca_naskah_yang_mencetaknya(merangin):
    """Faktor triwulan lain tidak tercetak pada evaluasi ini; penjelasan yang terakhir tercetak."""
    evaluasi = naskah(merangin, "evaluasi", triwulan=2)
    aksi = naskah(merangin, "rencana_aksi")
    lkjip = create_lkjip(kabupaten=merangin, tahun=2024, by="uji")
    baris = sub()
    semua = (evaluasi, lkjip)
    semula = [pesan(satu, "V13") for satu in semua]
    ukur(baris, 1, penghambat="Pagu tahun anggaran 2023 terlambat.", penjelasan="")
    assert pesan(evaluasi, "V13") == semula[0]
    assert len(pesan(lkjip, "V13")) == len(semula[1]) + 1
    ukur(baris, 2, penjelasan="Pagu tahun anggaran 2023 terlambat.", penghambat="Wajar.")
    (temuan,) = [s for s in temuan_kelas(evaluasi, "V13") if s.pesan not in semula[0]]
    assert temuan.tempat == f"{baris}, penjelasan"
    assert (temuan.tercetak, temuan.dihitung) == ("2023", "2024")
    assert pesan(lkjip, "V13") == semula[1]
    assert not [s for s in pesan(aksi, "V13") if "2023" in s]


def test_kalimat_uraian_triwulan_terhadap_angkanya(merangin):
    evaluasi = naskah(merangin, "evaluasi", triwulan=2)
    assert pesan(evaluasi, "V11") == []
    kalimat = "Anggaran dinas tahun 2024 sebesar Rp 999.000."
    ukur(sub(), 2, penghambat=kalimat)
    (temuan,) = temuan_kelas(evaluasi, "V11")
    assert temuan.tempat == f"{sub()}, penghambat"
    assert "999.000" in temuan.tercetak


def test_naskah_yang_tidak_mencetak_uraian_tidak_membacanya(merangin):
    ukur(sub(), 1, penghambat="Tahun anggaran 2023 terlambat.")
    for jenis in ("capaian", "iku"):
        semua = naskah(merangin, jenis).reading().temuan
        assert not [s for s in semua if s.kelas == "V13"], jenis


@pytest.mark.parametrize(
    ("isi", "kalimat", "temuan"),
    [
        ({"kinerja": 3}, "Target tercapai.", 1),
        ({"kinerja": 4}, "Target tercapai.", 0),
        ({"kinerja": 4}, "Target belum tercapai karena hujan.", 1),
        ({"kinerja": 3}, "Target belum tercapai karena hujan.", 0),
        ({"kinerja": 3}, "Target triwulan ini tercapai.", 0),
        ({"kinerja": 3}, "Target anggaran tercapai.", 0),
        ({"kinerja": 3}, "Rapat dilaksanakan.", 0),
        ({}, "Target tercapai.", 0),
    ],
)
def test_target_tercapai_tanpa_pokok_terhadap_k_barisnya(merangin, isi, kalimat, temuan):
    evaluasi = naskah(merangin, "evaluasi", triwulan=4)
    baris = sub()
    type(baris).objects.filter(pk=baris.pk).update(target=4, satuan="Dokumen", agregasi="terakhir")
    ukur(baris, 4, penghambat=kalimat, **isi)
    semua = [s for s in temuan_kelas(evaluasi, "V11") if s.tempat == f"{baris}, penghambat"]
    assert [satu.dihitung for satu in semua] == [
        "75,00 %" if isi == {"kinerja": 3} else "100,00 %"
    ][:temuan]


@pytest.mark.parametrize(
    ("target_tw2", "k", "temuan"),
    [(2, 1, 1), (2, 2, 0), (None, 1, 0), (None, 4, 0)],
)
def test_target_tercapai_di_tengah_tahun_menurut_target_triwulannya(
    merangin, target_tw2, k, temuan
):
    evaluasi = naskah(merangin, "evaluasi", triwulan=2)
    baris = sub()
    type(baris).objects.filter(pk=baris.pk).update(
        target=4, target_tw2=target_tw2, satuan="Dokumen", agregasi="terakhir"
    )
    ukur(baris, 2, kinerja=k, penghambat="Target tercapai.")
    semua = [s for s in temuan_kelas(evaluasi, "V11") if s.tempat == f"{baris}, penghambat"]
    assert len(semua) == temuan


# K 1 dari 2 dokumen, Rp 5.000.000 dari Rp 10.000.000: kalimat, angka benarnya
BARIS_SALAH = (
    ("Target tercapai 100 %.", "50,00 %"),
    ("Target sudah terpenuhi 100 persen.", "50,00 %"),
    ("Capaian 100 % dari target.", "50,00 %"),
    ("Realisasi 2 dokumen dari target 2 dokumen.", "1 Dokumen"),
    ("Realisasi 1 dokumen dari target 3 dokumen.", "2 Dokumen"),
    ("Serapan anggaran 90 %.", "50,00 %"),
    ("Sisa anggaran Rp 4.000.000.", "Rp 5.000.000"),
    ("Realisasi keuangan Rp 5.500.000.", "Rp 5.000.000"),
    ("Pagu sub kegiatan ini sebesar Rp 11.000.000.", "Rp 10.000.000"),
    ("Rapat dihadiri 12 (dua puluh) orang.", "20"),
)
BARIS_BENAR = (
    "Target tercapai 50 %. Capaian 50 % dari target. Target tercapai sebagian.",
    "Realisasi 1 dokumen dari target 2 dokumen. Realisasi 50 %.",
    "Serapan anggaran 50 %. Sisa anggaran Rp 5.000.000, serapan 50,00 %.",
    "Realisasi keuangan Rp 5.000.000. Pagu Rp 10.000.000.",
    "Sebagian besar target tercapai. Beberapa target terlampaui.",
    "Agar target tercapai 100 %, tenaga ditambah. Target triwulan II tercapai 100 %.",
    "Capaian nasional 75 %. Capaian kehadiran 90 %. Realisasi tahun 2023 sebanyak 9 dokumen.",
    "Realisasi dana desa Rp 7.000.000. Anggaran desa terserap 90 %.",
    "Pagu semula Rp 12.000.000. Realisasi 1 dokumen dari 5 dokumen yang disusun.",
    "Rapat dihadiri 12 (dua belas) orang dari 3 (tiga kecamatan).",
)


def test_angka_uraian_tanpa_pokok_milik_barisnya(merangin):
    baris = sub()
    SubKegiatan.objects.filter(pk=baris.pk).update(
        target=2, satuan="Dokumen", agregasi="terakhir", pagu=10_000_000
    )
    PengukuranSub.objects.filter(sub_kegiatan=baris).exclude(triwulan=4).update(keuangan=None)
    ukur(baris, 4, kinerja=1, keuangan=5_000_000, penghambat="")
    kinerja = TahunKinerja(merangin, 2024)
    (simpul,) = [satu for satu in kinerja.pohon.sub if satu.obj == baris]

    def ditemukan(kalimat):
        simpul.ukur[4].penghambat = kalimat
        naskah = SimpleNamespace(triwulan=4)
        semua = [satu(naskah, kinerja, None) for satu in (v11_simpulan.kata, v11_uang.check)]
        return [f.dihitung for f in semua_temuan(semua) if f.tempat == f"{baris}, penghambat"]

    keliru = {kalimat: ditemukan(kalimat) for kalimat, _ in BARIS_SALAH}
    assert keliru == {kalimat: [benar] for kalimat, benar in BARIS_SALAH}
    assert {kalimat: ditemukan(kalimat) for kalimat in BARIS_BENAR} == {k: [] for k in BARIS_BENAR}
