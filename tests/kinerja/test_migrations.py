"""Tulisan dokumen lama yang bukan angka menjadi keadaan nilainya."""

from importlib import import_module

import pytest
from django.apps import apps

from kinerja.aturan.teks import angka, dari_teks, rapi
from kinerja.models import (
    KOLOM_DEFINISI,
    BagianLkjip,
    DefinisiTahun,
    Indikator,
    Peraturan,
    PeriodeRenstra,
    Realisasi,
    SkalaKualitatif,
    SkalaPredikat,
    Target,
)
from tests.factories import make_indikator, make_lkjip, make_realisasi, make_target

pytestmark = pytest.mark.django_db
# unsur definisi yang ditambahkan migrasi kemudian; bawaannya kosong pada semua tahun
SESUDAHNYA = {"cara_ukur", "keterbatasan", "cara_verifikasi"}
keadaan = import_module("kinerja.migrations.0014_keadaan_nilai")
definisi = import_module("kinerja.migrations.0017_definisi_tahun")
skala_tahun = import_module("kinerja.migrations.0019_skala_tiap_tahun")
naskah = import_module("kinerja.migrations.0022_naskah_html_dan_peraturan")


def test_tulisan_dokumen_menjadi_keadaan(banyuasin):
    indikator = make_indikator(banyuasin)
    dihitung = make_indikator(banyuasin, sumber="idm.berkembang")
    tulisan = {2019: ">90", 2020: "3-5", 2021: "n/a", 2022: "Belum Rilis", 2023: "25 %"}
    for tahun, tercetak in tulisan.items():
        Target.objects.create(indikator=indikator, tahun=tahun, tercetak=tercetak)
    Realisasi.objects.create(indikator=indikator, tahun=2023, tercetak="-")
    Realisasi.objects.create(indikator=indikator, tahun=2022, tercetak=">90", nilai=91)
    Realisasi.objects.create(indikator=dihitung, tahun=2023, tercetak="n/a")
    keadaan.read_states(apps, None)
    hasil = {row.tahun: row.khusus for row in Target.objects.all()}
    assert {tahun: satu and satu.tulisan() for tahun, satu in hasil.items()} == {
        2019: "> 90",
        2020: "3–5",
        2021: "tidak berlaku",
        2022: "belum rilis",
        2023: None,
    }
    assert hasil[2019].sebab == "Tertulis “>90” pada dokumen sumber."
    assert [row.khusus for row in Realisasi.objects.all()] == [None, None, None]


def test_tahun_berisi_menyimpan_definisi_kini(banyuasin):
    """Satu baris tiap indikator dan tahun yang bertarget atau berealisasi."""
    indikator = make_indikator(banyuasin, satuan="Desa", arah="turun", faktor=1)
    tanpa_isian = make_indikator(banyuasin)
    make_target(indikator, tahun=2022)
    make_target(indikator, tahun=2022, triwulan=1)
    make_realisasi(indikator, tahun=2023)
    definisi.keep_definitions(apps, None)
    rows = DefinisiTahun.objects.all()
    assert [(row.indikator, row.tahun) for row in rows] == [(indikator, 2022), (indikator, 2023)]
    assert not rows[0].differs(indikator)
    assert not tanpa_isian.definisi_tahun.exists()
    unsur = {nama.removesuffix("_id") for nama in definisi.UNSUR}
    assert unsur | SESUDAHNYA == set(KOLOM_DEFINISI)


def test_definisi_tersimpan_memakai_skala_kini(banyuasin):
    """Juga nilai sebutannya, sehingga pemutakhiran tidak menggeser tahun mana pun."""
    predikat = SkalaPredikat.objects.create(kode="uji", nama="Uji", regulasi="uji")
    skala = SkalaKualitatif.objects.create(kabupaten=banyuasin, kode="opini", nama="Opini")
    for urutan, nama, nilai in ((1, "WTP", "100.00"), (2, "WDP", "62.50"), (3, "TW", None)):
        skala.tingkat.create(urutan=urutan, nama=nama, nilai=nilai)
    indikator = make_indikator(banyuasin, skala_kualitatif=skala)
    PeriodeRenstra.objects.update(skala=predikat)
    DefinisiTahun.objects.create(indikator=indikator, tahun=2022, skala_kualitatif=skala)
    skala_tahun.keep_scales(apps, None)
    row = DefinisiTahun.objects.get()
    indikator = Indikator.objects.get()
    assert row.skala_predikat == predikat
    assert row.tingkat_sebutan == indikator.tingkat_sebutan
    assert [satu["nilai"] for satu in row.tingkat_sebutan] == ["100", "62.5", None]


TEKS = "Dari {iku.1.target} & {x}\nlanjut.\n\n1. satu\n2. dua\n\n- butir <b>\n\nAkhir"


def test_isi_bagian_menjadi_bentuk_bakunya(banyuasin):
    """Sama dengan yang ditulis kolomnya, jadi menyimpannya lagi tidak mengubah apa pun."""
    lkjip = make_lkjip(banyuasin)
    bagian = BagianLkjip(lkjip=lkjip, kode="saran", urutan=1, judul="Saran")
    BagianLkjip.objects.bulk_create([bagian])
    BagianLkjip.objects.update(isi=TEKS)
    naskah.convert_sections(apps, None)
    isi = lkjip.bagian.get().isi
    assert isi == rapi(dari_teks(TEKS))
    assert isi.startswith(f"<p>Dari {angka('iku.1.target')} &amp; {angka('x')} lanjut.</p><ol>")
    assert naskah.convert_text("") == ""


def test_peraturan_dimuat_bagi_yang_sudah_berisi(db):
    naskah.load_regulations(apps, None)
    assert not Peraturan.objects.exists()


def test_peraturan_acuan_tidak_bertumpang_tindih(banyuasin):
    naskah.load_regulations(apps, None)
    for row in Peraturan.objects.all():
        row.full_clean()
    assert not Peraturan.objects.exclude(kabupaten=None).exists()
