import pytest
from django.urls import reverse

from kinerja.models import Program
from kinerja.naskah.lkjip.isi.keuangan import BarisSanding, SelIndikator, SelProgram
from kinerja.naskah.lkjip.reports.tabel_keuangan import sandingkan
from tests.factories import (
    make_indikator,
    make_lkjip,
    make_program,
    make_realisasi,
    make_sasaran,
    make_target,
)


def baris(kiri, kanan):
    """Baris dari `(isi, rentang)`; `None` bila tertutup rentang di atasnya."""
    return BarisSanding(
        kiri=SelIndikator(isi=kiri[0], rentang=kiri[1]) if kiri else None,
        kanan=SelProgram(isi=kanan[0], rentang=kanan[1]) if kanan else None,
    )


def test_daftar_pendek_merentang_sampai_bawah():
    assert sandingkan(["a"], ["x", "y", "z"]) == (
        baris(("a", 3), ("x", 1)),
        baris(None, ("y", 1)),
        baris(None, ("z", 1)),
    )
    assert sandingkan(["a", "b", "c"], ["x", "y"])[1:] == (
        baris(("b", 1), ("y", 2)),
        baris(("c", 1), None),
    )


def test_daftar_kosong():
    assert sandingkan([], []) == ()
    assert sandingkan([], ["x", "y"]) == (
        baris((None, 2), ("x", 1)),
        baris(None, ("y", 1)),
    )


@pytest.fixture
def dua_sasaran(banyuasin):
    """Dua sasaran, dua IKU pada yang kedua; program mendukung yang kedua, semua, dan yang ketiga.

    Yang ketiga tanpa IKU; program 01 penunjang.
    """
    sasaran = [make_sasaran(banyuasin, nama=f"Sasaran {nomor}") for nomor in (1, 2, 3)]
    for milik, nomor, capaian in ((0, 1, "80"), (1, 1, "90"), (1, 2, "100")):
        iku = make_indikator(banyuasin, sasaran=sasaran[milik], jenis="iku", nomor=nomor)
        make_target(iku, "100")
        make_realisasi(iku, capaian)
    mendukung = {"2.13.02": sasaran[1], "2.13.03": None, "2.13.04": sasaran[2], "2.13.01": None}
    for kode, satu in mendukung.items():
        make_program(
            banyuasin,
            kode=kode,
            nama=f"Program {kode}",
            sasaran=satu,
            is_rinci=False,
            pagu_tercetak=100,
            realisasi_tercetak=94,
        )
    return sasaran


@pytest.mark.django_db
def test_baris_menurut_sasaran_programnya(client_for, banyuasin, dua_sasaran):
    """Bukan menurut urutan kodenya; sasaran tanpa program disebut —."""
    lkjip = make_lkjip(banyuasin)
    isi = lkjip.reading().isi
    tercetak = []
    for satu in isi.tabel_keuangan.sasaran:
        kiri = satu.kiri and (satu.kiri.isi.nomor, satu.kiri.isi.sasaran, satu.kiri.isi.nama != "—")
        kanan = satu.kanan and satu.kanan.isi and satu.kanan.isi.kode
        tercetak.append((kiri, kanan))
    assert tercetak == [
        ((1, "Sasaran 1", True), None),
        ((2, "Sasaran 2", True), "2.13.02"),
        ((3, "Sasaran 2", True), None),
        ((4, "Sasaran 3", False), "2.13.04"),
        ((5, "Semua sasaran", False), "2.13.03"),
    ]
    assert [u.kode for u in isi.tabel_keuangan.penunjang] == ["2.13.01"]
    halaman = client_for("operator").get(reverse("kinerja:lkjip_preview", args=[lkjip.pk]))
    assert "Indikator kinerja utama belum ditetapkan" not in halaman.content.decode()


@pytest.mark.django_db
def test_satu_simpulan_tiap_program(banyuasin, dua_sasaran):
    """Menurut rata-rata IKU sasarannya, juga bila programnya diukur sendiri; tanpa IKU kosong."""
    Program.objects.filter(kode="2.13.02").update(target=10, satuan="Dokumen")
    for program in Program.objects.filter(kode__in=("2.13.01", "2.13.02")):
        program.pengukuran.create(triwulan=1, kinerja=10)
    isi = make_lkjip(banyuasin).reading().isi
    ket = {u.kode: u.keterangan for u in isi.keuangan.baris}
    assert ket == {
        "2.13.01": "",
        "2.13.02": "Efisien",
        "2.13.03": "Tidak efisien",
        "2.13.04": "",
    }
    pertama, kedua, ketiga = isi.analisis
    rata = "tidak efisien: rata-rata capaian IKU sasarannya 90,00 % dan penyerapan 94,00 %"
    assert f"program pendukungnya {rata}." in pertama.html
    campur = "efisien pada Program 2.13.02; tidak efisien pada Program 2.13.03"
    assert f"program pendukungnya {campur}." in kedua.html
    assert [satu.isi for satu in ketiga.fakta if "program" in satu.sebutan.lower()] == [
        "sama dengan IKU 2.1"
    ]
    assert not any("fisien" in satu.isi for satu in ketiga.fakta)


@pytest.mark.django_db
def test_satu_sasaran_memuat_program_tanpa_sasaran(banyuasin):
    """Seperti LKjIP Banyuasin 2023: satu IKU merentang di samping semua program urusan."""
    make_indikator(banyuasin, jenis="iku")
    for kode in ("2.13.02", "2.13.03"):
        make_program(banyuasin, kode=kode)
    satu, dua = make_lkjip(banyuasin).reading().isi.tabel_keuangan.sasaran
    assert (satu.kiri.rentang, satu.kanan.isi.kode) == (2, "2.13.02")
    assert (dua.kiri, dua.kanan.isi.kode) == (None, "2.13.03")
