"""Evaluasi AKIP utuh: penilaian mandiri, evaluasi, rekomendasi, laporan yang ditandatangani."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_jalan import SANDI, langkah

BUKA = "document.querySelectorAll('.akip-sub').forEach(satu => satu.open = true)"


@pytest.fixture
def evaluasi(masuk):
    """Dibuka Inspektorat menurut pedoman bersama; alamat halamannya."""
    page = masuk("inspektorat")
    page.goto("/kinerja/evaluasi-akip/tambah/")
    page.fill("main [name=tahun]", "2025")
    page.select_option("[name=pedoman]", label="Lembar kerja evaluasi AKIP")
    page.click("main form button:has-text('Simpan')")
    page.wait_for_url(re.compile(r"/kinerja/evaluasi-akip/\d+/$"))
    return page.url


def isi(page, komponen, tingkat, catatan=""):
    """Semua kriterianya terpenuhi, tiap subkomponennya setingkat."""
    page.evaluate(BUKA)
    bagian = page.locator(f"#komponen-{komponen}")
    for satu in bagian.locator("input[value=ya]").all():
        satu.check()
    for satu in bagian.locator("select").all():
        satu.select_option(label=tingkat)
    if catatan:
        bagian.locator(".akip-tingkat textarea").last.fill(catatan)
    bagian.locator("button:has-text('Simpan')").click()
    page.wait_for_selector(".alert-success")


def test_dari_penilaian_mandiri_sampai_laporan_sah(masuk, potret, evaluasi, tmp_path):
    dinas = masuk("operator")
    dinas.goto(evaluasi)
    bukti = tmp_path / "renstra.pdf"
    bukti.write_bytes(b"%PDF-1.4\n% bukti uji\n")
    dinas.evaluate(BUKA)
    dinas.set_input_files("#komponen-1 input[type=file] >> nth=0", [bukti])
    for komponen in "1234":
        isi(dinas, komponen, "BB")
    assert "80,00 BB" in " ".join(dinas.inner_text("main").split())
    potret(dinas, "50-penilaian-mandiri")
    page = masuk("inspektorat")
    page.goto(evaluasi)
    for komponen in "1234":
        isi(page, komponen, "B", f"Lengkapi bukti komponen {komponen}.")
    page.evaluate(BUKA)
    assert "Usulan BB: 6 dari 6 kriteria terpenuhi." in page.inner_text("#komponen-1")
    assert "renstra.pdf" in page.inner_text("#komponen-1")
    for lebar in (1280, 390):
        page.set_viewport_size({"width": lebar, "height": 900})
        assert not Axe().run(page).response["violations"]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.click("#komponen-2 button:has-text('Jadikan rekomendasi') >> nth=0")
    page.wait_for_selector(".alert-success")
    assert "Lengkapi bukti komponen 2." in page.inner_text("#rekomendasi")
    page.click("main a:has-text('Buat laporan')")
    page.fill("[name=nomor]", "700/05/LHE/2025")
    page.fill("[name=tanggal]", "2025-11-05")
    page.click("main form button:has-text('Simpan')")
    page.wait_for_selector(".alert-success")
    langkah(page, "Ajukan")
    inspektur = masuk("inspektur")
    inspektur.goto(page.url)
    langkah(inspektur, "Tanda tangani", password=SANDI, passphrase=SANDI)
    page.goto(evaluasi)
    assert "Nilai yang berlaku 70,00 B" in " ".join(page.inner_text("main").split())
    assert page.locator("button:has-text('Simpan')").count() == 0
    potret(page, "51-evaluasi-sah")
