"""Jalan utama di peramban: dari angka 2023 sampai LKjIP bertanda tangan yang dapat diperiksa."""

import re
import shutil
import subprocess
from io import BytesIO

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import penyunting
from tests.browser.conftest import OUT
from tests.browser.sesi import SANDI


def buka_lkjip(page):
    page.goto("/kinerja/lkjip/?tahun=2023")
    page.click("table tbody a:has-text('LKjIP 2023')")
    page.wait_for_url(re.compile(r"/kinerja/lkjip/\d+/$"))


def langkah(page, nama, **isian):
    page.click(f"main a:has-text('{nama}')")
    for field, nilai in isian.items():
        page.fill(f"[name={field}]", nilai)
    page.click(f"main form button:has-text('{nama}')")
    page.wait_for_selector(".alert-success")


@pytest.fixture(scope="module")
def berkas_bukti(tmp_path_factory):
    path = tmp_path_factory.mktemp("bukti") / "berita-acara.pdf"
    path.write_bytes(b"%PDF-1.4\n% bukti uji\n")
    return path


def test_0_penyunting_mengetik_tanpa_mengubah_yang_lain(masuk):
    penyunting.check_ketikan(masuk("operator"))


def test_0_penyunting_menulis_berbentuk(masuk):
    penyunting.check_bentuk(masuk("operator"))


def test_0_penyunting_tanpa_skrip(masuk):
    penyunting.check_tanpa_skrip(masuk("operator", javascript=False))


def test_1_operator_mengisi_dan_mengajukan(masuk, potret, berkas_bukti):
    page = masuk("operator")
    page.goto("/")
    potret(page, "01-beranda-operator")
    page.goto("/kinerja/")
    potret(page, "02-dasbor")
    page.goto("/kinerja/realisasi/?tahun=2023")
    potret(page, "03-realisasi")
    page.click("table tbody a >> nth=0")
    page.wait_for_url(re.compile(r"/kinerja/realisasi/\d+/$"))
    page.click("main a:has-text('Ubah')")
    page.fill("[name=penjelasan]", "Diperiksa terhadap laporan IDM 2023.")
    page.set_input_files("input[type=file]", [berkas_bukti])
    potret(page, "04-realisasi-ubah")
    page.click("main form button:has-text('Simpan')")
    page.wait_for_selector(".alert-success")
    assert "berita-acara.pdf" in page.content()
    potret(page, "05-realisasi-bukti")
    buka_lkjip(page)
    potret(page, "06-lkjip-draf")
    langkah(page, "Ajukan")
    assert "Diajukan" in page.inner_text("main")
    potret(page, "07-lkjip-diajukan")


def test_2_kepala_bidang_menyetujui(masuk, potret):
    page = masuk("kepala.bidang")
    page.goto("/")
    assert "LKjIP 2023" in page.inner_text("main")
    potret(page, "08-beranda-kepala-bidang")
    buka_lkjip(page)
    langkah(page, "Setujui")
    potret(page, "09-lkjip-disetujui")


def test_3_inspektorat_menelusuri(masuk, potret):
    page = masuk("inspektorat")
    page.goto("/kinerja/indikator/?tahun=2023")
    page.click("table a:has-text('Jumlah Desa Sangat Tertinggal')")
    page.wait_for_url(re.compile(r"/kinerja/indikator/\d+/$"))
    isi = page.inner_text("main")
    assert "200" in isi and "82,30" in isi
    potret(page, "13-silsilah-iku")
    page.goto("/audit/jejak/")
    assert "memindahkan dokumen" in page.inner_text("main")
    potret(page, "14-jejak-audit")


def test_4_catatan_pada_isi_beku_dijawab_dengan_bukti(masuk, potret, berkas_bukti):
    """Meja reviu: catatan pada tabelnya, jawaban dinas, lalu diterima."""
    page = masuk("inspektorat")
    buka_lkjip(page)
    page.click("main a:has-text('Buka meja reviu')")
    page.click("main form button:has-text('Simpan')")
    page.wait_for_url(re.compile(r"/kinerja/reviu/\d+/$"))
    assert "Capaian tiap indikator tercetak: 8 dari 8." in page.inner_text("main")
    for lebar in (1280, 390):
        page.set_viewport_size({"width": lebar, "height": 900})
        assert not Axe().run(page).response["violations"]
    potret(page, "40-meja-reviu")
    page.click("main a:has-text('Tulis catatan')")
    page.select_option("[name=tempat]", "tabel-setahun")
    page.fill("[name=kutipan]", "81,48")
    page.fill("[name=uraian]", "Jelaskan <script>asal</script> angkanya.")
    page.click("main form button:has-text('Simpan')")
    page.wait_for_selector(".alert-success")
    catatan = page.url
    dinas = masuk("operator")
    dinas.goto("/")
    assert "Jawab Catatan 1" in dinas.inner_text("main")
    dinas.goto(catatan)
    dinas.fill("[name=isi]", "Dari 22 dari 27 desa.")
    dinas.set_input_files("[name=bukti]", [berkas_bukti])
    dinas.click("main button:has-text('Kirim')")
    dinas.wait_for_selector(".alert-success")
    potret(dinas, "41-catatan-dijawab")
    page.reload()
    assert "<script>asal</script>" in page.inner_text("main")
    page.click("label:has-text('Terima jawabannya')")
    page.click("main button:has-text('Kirim')")
    page.wait_for_selector(".alert-success")
    assert "Diterima" in page.inner_text("main")


def test_5_hasil_reviu_dan_pernyataan_ditandatangani(masuk, potret):
    page = masuk("inspektorat")
    page.goto("/kinerja/reviu/?tahun=2023")
    page.click("table tbody a >> nth=0")
    meja = page.url
    for satu in page.locator("input[type=radio][value=ya]").all():
        satu.check()
    page.click("main button:has-text('Simpan isian') >> nth=0")
    page.wait_for_selector(".alert-success")
    assert "23 dari 23" in page.inner_text("main")
    inspektur = masuk("inspektur")
    for nomor, naskah in enumerate(("Buat Catatan Hasil Reviu", "Buat pernyataan"), 1):
        page.goto(meja)
        page.click(f"main a:has-text('{naskah}')")
        page.fill("[name=nomor]", f"700/0{nomor}/IJ/2024")
        page.fill("[name=tanggal]", "2024-01-05")
        page.click("main form button:has-text('Simpan')")
        page.wait_for_selector(".alert-success")
        langkah(page, "Ajukan")
        inspektur.goto(page.url)
        langkah(inspektur, "Tanda tangani", password=SANDI, passphrase=SANDI)
        potret(inspektur, f"2{nomor}-hasil-reviu-ditandatangani")
    buka_lkjip(page)
    langkah(page, "Nyatakan telah direviu", note="Telah direviu sesuai lampiran III.")
    page.goto(meja)
    assert "sudah ditandatangani" in page.inner_text("main")
    potret(page, "42-meja-selesai")


def test_6_kepala_dinas_menandatangani(masuk, potret):
    page = masuk("kepala.dinas")
    buka_lkjip(page)
    page.click("main a:has-text('Tanda tangani')")
    page.fill("[name=password]", "sandi yang salah")
    page.fill("[name=passphrase]", SANDI)
    page.click("main form button:has-text('Tanda tangani')")
    page.wait_for_selector(".alert-danger")
    potret(page, "10-sandi-salah")
    page.fill("[name=password]", SANDI)
    page.fill("[name=passphrase]", SANDI)
    page.click("main form button:has-text('Tanda tangani')", timeout=120_000)  # mencetak PDF
    page.wait_for_selector(".alert-success", timeout=120_000)
    potret(page, "11-lkjip-ditandatangani")
    pdf = page.request.get(page.locator("main a:has-text('PDF')").first.get_attribute("href"))
    OUT.mkdir(exist_ok=True)
    (OUT / "lkjip-banyuasin-2023-ditandatangani.pdf").write_bytes(pdf.body())
    assert pdf.body().startswith(b"%PDF")
    buku = pypdf.PdfReader(BytesIO(pdf.body()))
    assert len(buku.attachments) == 1  # pernyataan yang sah tersemat
    assert "keyakinan terbatas" in " ".join(buku.pages[-1].extract_text().split())


def test_7_tahun_terkunci_menyebut_dokumennya(masuk, potret):
    page = masuk("operator")
    page.goto("/kinerja/realisasi/?tahun=2023")
    page.click("table tbody a >> nth=0")
    page.wait_for_url(re.compile(r"/kinerja/realisasi/\d+/$"))
    assert "terkunci oleh LKjIP 2023" in page.inner_text("main")
    assert page.locator("main a:has-text('Ubah')").count() == 0
    potret(page, "12-realisasi-terkunci")
    page.goto(page.url + "ubah/")
    assert page.locator("main form button:has-text('Simpan')").count() == 0


def test_8_admin_mengatur_pengguna(masuk, potret):
    page = masuk("admin")
    page.goto("/akun/pengguna/")
    assert "kepala.dinas" in page.inner_text("main")
    potret(page, "15-pengguna")
    assert page.goto("/kinerja/lkjip/1/langkah/sign/").status == 403
    potret(page, "16-ditolak")


def test_9_umum_memeriksa_keaslian(chromium, peladen, potret, tmp_path):
    pdf = OUT / "lkjip-banyuasin-2023-ditandatangani.pdf"
    teks = tmp_path / "isi.txt"
    subprocess.run([shutil.which("pdftotext"), "-layout", pdf, teks], check=True)
    kode = re.search(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", teks.read_text())[0]
    page = chromium.new_context(
        base_url=peladen, viewport={"width": 1280, "height": 900}
    ).new_page()
    page.goto("/verifikasi/")
    page.fill("[name=kode]", kode.replace("-", "").lower())
    page.click("main form button")
    page.wait_for_url("**/verifikasi/*/")
    assert "RAYAN NURDINSA" in page.inner_text("main").upper()
    page.set_input_files("input[type=file]", pdf)
    page.click("main form button:has-text('Bandingkan')")
    page.wait_for_selector(".alert-success:has-text('Sama persis')")
    potret(page, "17-verifikasi-sama")
    palsu = tmp_path / "palsu.pdf"
    palsu.write_bytes(pdf.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6", 1))
    page.set_input_files("input[type=file]", palsu)
    page.click("main form button:has-text('Bandingkan')")
    page.wait_for_selector(".alert-danger:has-text('berbeda')")
    potret(page, "18-verifikasi-berbeda")


def test_9_perintah_menyatakan_utuh(kelola):
    for perintah in ("verify_audit", "verify_documents"):
        hasil = kelola(perintah)
        assert hasil.returncode == 0, hasil.stderr


def test_10_tanpa_javascript(masuk):
    page = masuk("operator.merangin", javascript=False)
    page.goto("/kinerja/program/?tahun=2024")
    page.click("table tbody a >> nth=0")
    page.wait_for_url(re.compile(r"/kinerja/program/\d+/$"))
    assert "2.13" in page.inner_text("main")
    page.goto("/akun/bidang/")
    assert "Banyuasin" not in page.inner_text("main")
