"""V12 antar naskah: batasan pada isi beku naskah lain dihadapkan dengan naskah kini."""

from types import SimpleNamespace

import pytest

from accounts.models import Kabupaten, User
from documents.actions.pengesahan import freeze
from documents.models import Snapshot
from documents.workflow import Status
from kinerja.aturan.batasan import Batasan, satuan_target
from kinerja.models import (
    AngkaTercetak,
    Indikator,
    Lkjip,
    NaskahKinerja,
    PerjanjianKinerja,
    Realisasi,
    Target,
)
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.uji.checks import v12_naskah

IKU = "Jumlah Desa Sangat Tertinggal dan Tertinggal Menjadi Desa Berkembang"


@pytest.fixture
def lkjip(kabupaten):
    AngkaTercetak.objects.all().delete()
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)


def bekukan(naskah):
    """Isi naskah sebagaimana saat diajukan."""
    snapshot = freeze(naskah, naskah.reading().isi, "uji")
    operator = User.objects.get(username="operator")
    type(naskah).objects.filter(pk=naskah.pk).update(
        snapshot=snapshot,
        status=Status.DIAJUKAN,
        submitted_by=operator,
        submitted_at=snapshot.created_at,
    )
    return naskah


def hasil(naskah):
    segar = type(naskah).objects.get(pk=naskah.pk)
    reading = segar.reading()
    return v12_naskah.check(segar, reading.facts, reading.isi)


def naskah(lkjip, jenis, tahun=2023, **isian):
    milik = {"kabupaten": lkjip.kabupaten, "tahun": tahun, "jenis": jenis}
    return NaskahKinerja.objects.get_or_create(**milik, **isian)[0]


def test_satuan_perjanjian_lain_dengan_laporan(lkjip):
    assert hasil(lkjip).banyak == 0
    bekukan(PerjanjianKinerja.objects.get(kabupaten=lkjip.kabupaten, tahun=2023))
    bersih = hasil(lkjip)
    assert (bersih.banyak, bersih.temuan) == (3, ())
    Indikator.objects.filter(nama=IKU).update(satuan="Persen")
    (temuan,) = hasil(lkjip).temuan
    assert (temuan.tempat, temuan.tercetak, temuan.dihitung) == (IKU, "Persen", "Nilai")
    assert temuan.pesan.startswith("Berbeda satuan dengan “Perjanjian Kinerja 2023")
    assert temuan.url.startswith("/kinerja/perjanjian/")
    assert temuan in lkjip.reading().temuan


def test_naskah_yang_dikembalikan_tidak_dihadapkan(lkjip):
    """Isi bekunya yang lama bukan lagi isi naskah itu."""
    lain = bekukan(naskah(lkjip, "iku"))
    assert hasil(lkjip).banyak == 1
    NaskahKinerja.objects.filter(pk=lain.pk).update(status=Status.DRAFT)
    assert hasil(lkjip).banyak == 0


@pytest.mark.parametrize("jenis", ["iku", "capaian", "rencana_aksi", "evaluasi", "e81"])
def test_tiap_naskah_dihadapkan(lkjip, jenis):
    """Yang disebut naskah itu dibandingkan, dan pada data yang sama tidak ada temuan."""
    triwulan = 4 if jenis in NaskahKinerja.BERTRIWULAN else 0
    bekukan(naskah(lkjip, "iku"))
    bekukan(naskah(lkjip, jenis, triwulan=triwulan))
    assert hasil(naskah(lkjip, jenis, triwulan=triwulan)).temuan == ()
    assert hasil(lkjip).temuan == ()


def test_rumus_tahun_lalu_dan_tahun_lama(lkjip):
    lama = bekukan(naskah(lkjip, "iku", 2022))
    Indikator.objects.filter(nama=IKU).update(rumus_pembilang="Jumlah desa yang naik status")
    (temuan,) = hasil(lkjip).temuan
    assert "Berbeda pembilang" in temuan.pesan
    NaskahKinerja.objects.filter(pk=lama.pk).update(tahun=2021)
    assert hasil(lkjip).banyak == 0


def test_isi_beku_yang_rusak_tidak_dibandingkan(lkjip, without_triggers):
    lama = bekukan(naskah(lkjip, "iku"))
    assert hasil(lkjip).banyak == 1
    Snapshot.objects.filter(document_id=lama.pk, document=lama._meta.label).update(content="{}")
    assert hasil(lkjip).banyak == 0


def test_yang_tidak_disebut_tidak_dibandingkan():
    satu = Batasan(nama="A", satuan="Persen", pembilang="x", penyebut="y", faktor="100")
    assert satu.berbeda(Batasan(nama="A", satuan=" % ")) == []
    assert satu.berbeda(Batasan(nama="A", satuan="Desa", arah="naik")) == ["satuan"]
    lain = Batasan(nama="A", pembilang="X", penyebut="", faktor="1")
    assert satu.berbeda(lain) == ["penyebut", "faktor"]


@pytest.mark.parametrize(
    ("target", "satuan"), [("197 Desa", "Desa"), ("25 %", "%"), ("WTP", ""), ("", ""), ("5", "")]
)
def test_satuan_dari_target(target, satuan):
    assert satuan_target(target) == satuan


def test_target_yang_sudah_dijanjikan_lalu_berganti(lkjip):
    """Nilai hanya dihadapkan dengan naskah tahun yang sama; satuannya juga dengan tahun lalu."""
    janji = bekukan(PerjanjianKinerja.objects.get(kabupaten=lkjip.kabupaten, tahun=2023))
    assert hasil(lkjip).temuan == ()
    target = Target.objects.filter(indikator__nama=IKU, tahun=2023, triwulan=0, bulan=0)
    dijanjikan = f"{target.get().nilai:.0f}"
    assert target.update(nilai=target.get().nilai - 20) == 1
    (temuan,) = hasil(lkjip).temuan
    assert temuan.pesan.startswith("Berbeda target dengan “Perjanjian Kinerja 2023")
    assert (temuan.tempat, temuan.dihitung) == (IKU, dijanjikan)
    assert temuan.tercetak == str(int(dijanjikan) - 20)
    PerjanjianKinerja.objects.filter(pk=janji.pk).update(tahun=2022)
    assert hasil(lkjip).temuan == ()


def test_realisasi_yang_sudah_dibekukan_lalu_berganti(lkjip):
    """Capaian Kinerja yang sudah diajukan dan LKjIP menyebut satu realisasi."""
    bekukan(naskah(lkjip, "capaian"))
    assert hasil(lkjip).temuan == ()
    satu = Indikator.objects.get(nama=IKU)
    Indikator.objects.filter(pk=satu.pk).update(sumber="")
    assert Realisasi.objects.filter(indikator=satu, tahun=2023).update(nilai=190) == 1
    (temuan,) = hasil(lkjip).temuan
    assert "Berbeda realisasi dengan “Capaian Kinerja 2023" in temuan.pesan
    assert (temuan.tercetak, temuan.dihitung) == ("190", "200")


def test_baris_senama_cocok_bila_salah_satunya_sama():
    """Program dan kegiatannya boleh berindikator sama dengan target masing-masing."""
    program = Batasan(nama="A", target="25 %")
    kegiatan = Batasan(nama="A", target="100 %")
    banding = v12_naskah._banding
    beku = SimpleNamespace(tahun=2023, get_absolute_url=str, __str__=lambda: "x")
    assert banding([program, kegiatan], [kegiatan], beku, 2023) is None
    assert banding([program], [kegiatan], beku, 2022) is None
    assert "Berbeda target" in banding([program], [kegiatan], beku, 2023).pesan


@pytest.mark.parametrize(
    ("satu", "lain", "is_sama"),
    [
        ("82,30", "82,3 %", True),
        ("1.250 Desa", "1.250,00", True),
        ("82,3", "82,34", False),
        ("WTP", "wtp", True),
        ("WTP", "WDP", False),
        ("", "5", True),
    ],
)
def test_nilai_dihadapkan_tanpa_satuan(satu, lain, is_sama):
    beda = Batasan(nama="A", target=satu).berbeda(Batasan(nama="A", target=lain), is_setahun=True)
    assert beda == ([] if is_sama else ["target"])


def test_naskah_satu_kantor_tidak_saling_dituduh(nyata, db):
    """Rencana aksi, evaluasi dan E.81 Merangin; yang senama boleh bertarget lain."""
    merangin = create_lkjip(
        kabupaten=Kabupaten.objects.get(kode="15.02"),
        tahun=2024,
        by="uji",
    )
    semua = [merangin]
    for jenis, triwulan in (("rencana_aksi", 0), ("evaluasi", 1), ("e81", 1)):
        satu = naskah(merangin, jenis, 2024, triwulan=triwulan)
        semua.append(bekukan(satu))
    semua += map(bekukan, PerjanjianKinerja.objects.filter(kabupaten=merangin.kabupaten))
    for satu in semua:
        diperiksa = hasil(satu)
        assert diperiksa.banyak > 0
        assert diperiksa.temuan == ()
