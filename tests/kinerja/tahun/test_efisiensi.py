"""Efisiensi: capaian terhadap penyerapan, aturannya data periode, simpulannya satu di mana-mana."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core import door
from core.angka import bersatuan
from core.nilai import Bersatuan
from core.tabel import Kolom, tulisan
from documents.models import Kunci
from kinerja.aturan.efisiensi import CaraEfisiensi, NilaiEfisiensi
from kinerja.models import PengukuranSub, PeriodeRenstra, SkalaKualitatif
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import (
    make_indikator,
    make_lkjip,
    make_penetapan,
    make_program,
    make_realisasi,
    make_sub,
    make_target,
)


@pytest.mark.parametrize(
    ("capaian", "serapan", "simpulan"),
    [
        ("82.30", "96.69", "Tidak efisien"),
        ("96.69", "96.69", "Efisien"),
        ("100", "80", "Efisien"),
        ("120", "101", "Melebihi pagu"),
        (None, "101", "Melebihi pagu"),
        (None, "80", ""),
        ("80", None, ""),
    ],
)
@pytest.mark.parametrize("cara", CaraEfisiensi)
def test_simpulan(cara, capaian, serapan, simpulan):
    angka = [None if satu is None else Decimal(satu) for satu in (capaian, serapan)]
    assert NilaiEfisiensi(*angka, cara).simpulan == simpulan


def test_nilai_menurut_aturannya():
    hitung = {cara: NilaiEfisiensi(Decimal(80), Decimal(100), cara).nilai for cara in CaraEfisiensi}
    assert hitung == {CaraEfisiensi.SELISIH: -20, CaraEfisiensi.PMK_22_2021: -25}
    assert NilaiEfisiensi(Decimal(0), Decimal(9), CaraEfisiensi.PMK_22_2021).simpulan == ""
    assert NilaiEfisiensi(None, None).kalimat == ""


def test_satuan_ditulis_satu_cara():
    """Satuan bertitik atau berkoma tidak diubah bersama angkanya."""
    assert bersatuan(Decimal("1125.5"), "Lbg.", 2) == "1.125,50 Lbg."
    assert tulisan(Bersatuan(Decimal("1125.5"), "Lbg.", 2), Kolom()) == "1.125,50 Lbg."
    assert bersatuan(Decimal("7.00"), "desa") == "7 desa"


@pytest.mark.django_db
def test_program_mengikuti_iku_sasarannya(client_for, banyuasin):
    sub = make_sub(banyuasin, pagu=1000)
    PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, kinerja=1, keuangan=900)
    iku = make_indikator(banyuasin, jenis="iku")
    make_target(iku, "100")
    make_realisasi(iku, "82.3")
    kinerja = TahunKinerja(banyuasin, 2023)
    program = kinerja.efisiensi.program[sub.kegiatan.program_id]
    assert (program.capaian, program.serapan, program.simpulan) == (
        Decimal("82.3"),
        90,
        "Tidak efisien",
    )
    assert kinerja.rujukan["anggaran.efisiensi"].teks == (
        "tidak efisien: capaian 82,30 % dan penyerapan 90,00 %"
    )
    lkjip = make_lkjip(banyuasin)
    isi = lkjip.reading().isi
    assert isi.keuangan.baris[0].keterangan == isi.keuangan.simpulan == "Tidak efisien"
    (baris,) = isi.efisiensi
    assert (baris.capaian, baris.persen, baris.simpulan) == (100, 90, "Efisien")
    client = client_for("operator")
    halaman = client.get(reverse("kinerja:lkjip_preview", args=[lkjip.pk])).content.decode()
    assert "tidak di bawah penyerapan anggaran (Permenpan-RB 53/2014" in halaman
    PeriodeRenstra.objects.update(efisiensi="pmk-22-2021")
    kinerja = TahunKinerja(banyuasin, 2023)
    assert "PMK 22/PMK.02/2021" in kinerja.rujukan["anggaran.efisiensi.aturan"].teks


@pytest.mark.django_db
def test_baris_kualitatif_ikut_dihitung_dan_tercetak(banyuasin):
    """Sebutan pada tabel keluaran, capaian dan efisiensinya seperti pada evaluasi."""
    skala = SkalaKualitatif.objects.create(kode="uji-mutu", nama="Mutu")
    baik, cukup = (
        skala.tingkat.create(nama=nama, urutan=urutan, nilai=nilai)
        for urutan, (nama, nilai) in enumerate((("Baik", 80), ("Cukup", 60)), start=1)
    )
    sub = make_sub(banyuasin, pagu=1000, satuan="", target=None)
    sub.skala_kualitatif, sub.tingkat_target = skala, baik
    sub.save()
    PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, tingkat=cukup, keuangan=900)
    kinerja = TahunKinerja(banyuasin, 2023)
    (simpul,) = kinerja.pohon.sub
    assert simpul.evaluasi.persen.k == kinerja.efisiensi.sub(simpul).capaian == 75
    isi = make_lkjip(banyuasin).reading().isi
    (keluaran,) = isi.keluaran
    assert (keluaran.target, keluaran.realisasi, keluaran.capaian) == ("Baik", "Cukup", 75)
    (baris,) = isi.efisiensi
    assert (baris.capaian, baris.simpulan) == (75, "Tidak efisien")


@pytest.mark.django_db
def test_keluaran_tercetak_sebulat_evaluasinya(banyuasin):
    """Rata-rata tiga triwulan tidak tercetak dua puluh delapan angka."""
    sub = make_sub(banyuasin, pagu=1000, satuan="Nilai", target=10, agregasi="rata")
    for triwulan, nilai in ((1, 10), (2, 10), (3, 9)):
        PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=triwulan, kinerja=nilai)
    (keluaran,) = make_lkjip(banyuasin).reading().isi.keluaran
    assert (keluaran.realisasi, keluaran.capaian) == ("9,67 Nilai", Decimal("96.67"))


@pytest.mark.django_db
def test_serapan_pendukung_tidak_atas_pagu_sebagian(banyuasin):
    """Program kedua sudah dibelanjakan, pagunya belum diketahui: tidak ada yang disimpulkan."""
    sub = make_sub(banyuasin, pagu=1000)
    PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, kinerja=1, keuangan=900)
    iku = make_indikator(banyuasin, jenis="iku")
    make_target(iku, "100")
    make_realisasi(iku, "82.3")
    lkjip = make_lkjip(banyuasin)
    assert "penyerapan 90,00 %" in str(lkjip.reading().isi.analisis)
    program = make_program(banyuasin, kode="2.13.02")
    kegiatan = program.kegiatan_set.create(kode="2.13.02.2.01", nama="Kegiatan kedua")
    lain = make_sub(banyuasin, kegiatan=kegiatan, pagu=None)
    PengukuranSub.objects.create(sub_kegiatan=lain, triwulan=1, kinerja=1, keuangan=90)
    assert "penyerapan" not in str(lkjip.reading().isi.analisis)


@pytest.mark.django_db
def test_aturan_tahun_yang_terkunci_tetap(banyuasin):
    """Selama satu tahunnya sah, aturannya tidak dapat diganti; kolom lain dapat."""
    periode = make_indikator(banyuasin).sasaran.periode
    periode.nama = "Renstra perubahan"
    lama, baru = list(CaraEfisiensi)[:2]
    assert periode.efisiensi == lama
    sah = make_penetapan(banyuasin, 2030).pengesahan
    Kunci.objects.create(kabupaten=banyuasin, tahun=periode.tahun_awal, pengesahan=sah)
    periode.full_clean()
    periode.efisiensi = baru.value
    with pytest.raises(ValidationError, match=f"Data tahun {periode.tahun_awal} terkunci"):
        periode.full_clean()
    periode.efisiensi = lama.value
    periode.tahun_efisiensi = 2025
    with pytest.raises(ValidationError, match=f"Data tahun {periode.tahun_awal} terkunci"):
        periode.full_clean()


@pytest.mark.django_db
def test_bunyi_sumber_dan_edisi_aturan_data_periodenya(client_for, banyuasin):
    """Diusulkan menurut caranya, ditulis kantornya, dan itulah yang tercetak."""
    periode = make_indikator(banyuasin).sasaran.periode
    client = client_for("operator")
    alamat = reverse("kinerja:perioderenstra_update", args=[periode.pk])

    def send(**diubah):
        form = client.get(alamat).context["form"]
        isian = {nama: form[nama].value() for nama in form.fields}
        terisi = {nama: isi for nama, isi in isian.items() if isi is not None}
        return client.post(alamat, terisi | diubah)

    assert send().status_code == 302
    periode.refresh_from_db()
    usulan = CaraEfisiensi.SELISIH.aturan
    tersimpan = (periode.bunyi_efisiensi, periode.sumber_efisiensi, periode.tahun_efisiensi)
    assert tersimpan == (usulan.kalimat, usulan.sumber, usulan.edisi)
    bunyi = {"bunyi_efisiensi": "efisien menurut Perbup", "sumber_efisiensi": "Peraturan Bupati 7"}
    send(**bunyi, tahun_efisiensi=2022)
    cetak = "efisien menurut Perbup (Peraturan Bupati 7, edisi 2022)"
    assert TahunKinerja(banyuasin, 2023).rujukan["anggaran.efisiensi.aturan"].teks == cetak
    lkjip = make_lkjip(banyuasin)
    assert lkjip.reading().isi.keuangan.aturan_efisiensi == cetak
    rinci = client.get(reverse("kinerja:perioderenstra_detail", args=[periode.pk]))
    assert "Peraturan Bupati 7" in rinci.content.decode()
    for tahun, pesan in ((-1, "paling awal 1945"), (22, "paling awal 1945"), (2046, "akhir 2045")):
        assert pesan in send(tahun_efisiensi=tahun).content.decode()


BUNYI = {"bunyi_efisiensi": "efisien bila kepala dinas berkata demikian"}
SUMBER = {"sumber_efisiensi": "Peraturan Bupati 7"}
KOSONG = {"sumber_efisiensi": "", "tahun_efisiensi": None}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ubahan", "kolom"),
    [
        (BUNYI, "sumber_efisiensi"),
        (BUNYI | KOSONG, "sumber_efisiensi"),
        (BUNYI | KOSONG | SUMBER, "tahun_efisiensi"),
        (KOSONG | SUMBER, "tahun_efisiensi"),
        (BUNYI | SUMBER | {"tahun_efisiensi": 2022}, ""),
        (KOSONG | {"bunyi_efisiensi": ""}, ""),
    ],
)
def test_bunyi_sendiri_bersumber_dan_beredisi_sendiri(banyuasin, ubahan, kolom):
    """Tidak pernah dicetak atas nama peraturan usulannya; yang serba kosong memakai usulan."""
    periode = make_indikator(banyuasin).sasaran.periode
    door.save(periode, by="uji")
    for nama, isi in ubahan.items():
        setattr(periode, nama, isi)
    if not kolom:
        door.save(periode, by="uji")
        assert (periode.sumber_efisiensi == "Peraturan Bupati 7") == bool(ubahan.get(*SUMBER))
        return
    with pytest.raises(ValidationError) as ditolak:
        door.save(periode, by="uji")
    assert [*ditolak.value.message_dict] == [kolom]


@pytest.mark.django_db
def test_usulan_mengikuti_cara_yang_dipilih(banyuasin):
    """Bunyi cara lama tidak tertinggal; yang ditulis sendiri tetap."""
    periode = make_indikator(banyuasin).sasaran.periode
    periode.full_clean()
    periode.save()
    periode.efisiensi = CaraEfisiensi.PMK_22_2021.value
    periode.full_clean()
    pmk = CaraEfisiensi.PMK_22_2021.aturan
    assert (periode.bunyi_efisiensi, periode.tahun_efisiensi) == (pmk.kalimat, pmk.edisi)
    periode.efisiensi = CaraEfisiensi.SELISIH.value
    periode.sumber_efisiensi, periode.tahun_efisiensi = "Surat Sekretaris Daerah 2024", 2024
    periode.full_clean()
    periode.efisiensi = CaraEfisiensi.PMK_22_2021.value
    periode.full_clean()
    assert (periode.bunyi_efisiensi, periode.tahun_efisiensi) == (pmk.kalimat, 2024)
    assert periode.sumber_efisiensi == "Surat Sekretaris Daerah 2024"
    assert periode.aturan_efisiensi.hitung is pmk.hitung
