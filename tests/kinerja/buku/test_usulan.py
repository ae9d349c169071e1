"""Yang dahulu diam: nomor sasaran yang keliru, rumus capaian yang kosong, kode yang kembar."""

import pytest

from kinerja.models import Indikator
from tests.kinerja.buku.bahan import salinan

pytestmark = pytest.mark.django_db
SUB = "2.13.04.2.01"


def test_nomor_sasaran_yang_keliru_tidak_membuat_kembaran(apply, upload):
    """Nama terbawa dari baris di atasnya; nomor yang belum ada ditolak pada kedua lembarnya."""
    apply(salinan("Renstra"))
    kepala = ["Nomor sasaran", "Sasaran", "Jenis", "Indikator", "Satuan", "Target 2024"]
    satu = [2, "Meningkatnya tata kelola", "IKU", "Satu", "Desa", 3]
    impor = upload({
        "Indikator": [kepala, satu, [9, None, "IKU", "Dua", "Desa", 3]],
        "Renstra": [["Nomor sasaran", "Sasaran"], [7, "Meningkatnya tata kelola"]],
    })  # fmt: skip
    assert {(k["lembar"], k["sel"]): k["pesan"] for k in impor.kesalahan} == {
        ("Indikator", "A3"): "Sasaran nomor 9 belum ada; “Meningkatnya tata kelola” bernomor 2.",
        ("Renstra", "A2"): "Sasaran nomor 7 belum ada; “Meningkatnya tata kelola” bernomor 2.",
    }


def test_rumus_capaian_kosong_diusulkan(apply, upload):
    """Disebut pada pratinjau; yang sudah dipilih orang tidak berganti karena selnya kosong."""
    apply(salinan("Renstra"))
    kepala = ["Nomor sasaran", "Jenis", "Indikator", "Satuan", "Rumus capaian", "Target 2024"]
    baris = [[1, "IKU", "Jumlah sengketa batas", "Kasus", None, 3],
             [1, "IKU", "Jumlah kelompok binaan", "Kelompok", None, 3]]  # fmt: skip
    impor = apply({"Indikator": [kepala, *baris]})
    usulan = [u["baru"] for u in impor.ubahan if u["judul"] == "Indikator baru"]
    assert ["Rumus capaian Turun" in satu for satu in usulan] == [True, False]
    assert all("Rumus capaian" in satu and "(usulan)" in satu for satu in usulan)
    assert list(Indikator.objects.order_by("nomor").values_list("arah", flat=True)) == [
        "turun", "naik",
    ]  # fmt: skip
    Indikator.objects.update(arah="tepat")
    assert upload({"Indikator": [kepala, *baris]}).ubahan == []


def test_kode_kembar_yang_menambah_pagu_disebut(apply, upload):
    apply(salinan("Renstra", "Program"))
    kepala = ["Kode", "Uraian", "Indikator", "Target", "Satuan", "Pagu"]
    utama = [f"{SUB}.01", None, "Jumlah dokumen", 2, "Dokumen", 1000]
    kedua = [f"{SUB}.01", None, "Jumlah peserta", 40, "Orang", 2000]
    assert upload({"Program": [kepala, utama, kedua]}).catatan == []
    impor = upload({"Program": [kepala, utama, kedua, [f"{SUB}.01", None, "Baru", 1, "Orang", 9]]})
    (satu,) = [k for k in impor.catatan if k["sel"] == "F4"]
    assert satu["pesan"].endswith("pagunya ikut dijumlahkan.")
