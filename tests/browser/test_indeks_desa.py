"""Indeks Desa 2025 di peramban: impor, penetapan, LKjIP 2025, lalu perencana; tandanya ikut."""

import shutil
import subprocess

import pytest

from documents.kepala import PERAGAAN
from idm.models import IndeksDesa
from kinerja.models import Indikator
from tests.browser.kantor import pekerja
from tests.browser.sesi import PELADEN
from tests.browser.test_jalan import langkah
from tests.browser.test_setahun import store, tanda_tangani
from tests.documents.test_pembaca import xlsx
from tests.idm.impor_indeks.bahan import rekap_kantor

TAHUN = 2025
BERGANTI = "from dpmd.actions import create_demo_indeks; create_demo_indeks(by='uji')"
DIIMPOR = "16.07.01"  # kecamatan yang rekapnya diunggah; yang lain tetap peragaan


def rekap():
    """Rekap satu kecamatan: angkanya sama dengan peragaannya, tanpa aspek."""
    baris = []
    semua = IndeksDesa.objects.using(PELADEN).filter(tahun=TAHUN, desa__kecamatan__kode=DIIMPOR)
    for row in semua.select_related("desa"):
        poin = map(float, row.poin.split(";"))
        baris.append((row.desa.kode, row.desa.nama, *poin, float(row.skor), row.status))
    return xlsx(rekap_kantor(*baris))


def send(page, tombol):
    """Sampai halaman hasilnya terbuka sendiri sesudah tugasnya selesai."""
    with page.expect_navigation():
        page.click(f"main form button:has-text('{tombol}')")
    page.wait_for_url(lambda url: "/tugas/" not in url)


def upload(page, potret):
    page.goto("/idm/indeks-desa/impor/")
    page.fill("[name=tahun_data]", str(TAHUN))
    isi = {"name": "rekap.xlsx", "mimeType": "application/octet-stream", "buffer": rekap()}
    page.set_input_files("main input[type=file]", [isi])
    send(page, "Unggah")
    potret(page, "70-indeks-pratinjau")
    send(page, "Terapkan")


def naskah(page, jalan, **isian):
    """Naskah baru tahun itu; alamatnya."""
    page.goto(f"/{jalan}/tambah/")
    for nama, nilai in isian.items():
        page.fill(f"main [name={nama}]", nilai)
    store(page)
    return page.url


def teks_pdf(isi):
    """Tulisan tiap lembar satu PDF."""
    perintah = [shutil.which("pdftotext"), "-", "-"]
    hasil = subprocess.run(perintah, input=isi, capture_output=True, check=True)
    *lembar, _ = hasil.stdout.decode().split("\f")
    return [" ".join(satu.split()) for satu in lembar]


def bawa_indikator(page):
    """Renstra 2025–2029 dengan IKU dan IKK status desa periode sebelumnya."""
    page.goto("/kinerja/periode/tambah/")
    for nama, nilai in {
        "nama": "Renstra 2025–2029",
        "tahun_awal": "2025",
        "tahun_akhir": "2029",
    }.items():
        page.fill(f"main [name={nama}]", nilai)
    store(page)
    page.click("main a:has-text('Bawa indikator')")
    milik = Indikator.objects.using(PELADEN).filter(sasaran__periode__tahun_awal=2018)
    for satu in milik.filter(sumber__startswith="idm."):
        page.check(f"[name=indikator][value='{satu.pk}']")
    page.click("main form button:has-text('Bawa')")
    page.wait_for_selector(".alert-success")


@pytest.fixture
def operator(masuk, kelola, lingkungan):
    """Operator dengan tahun kerja 2025 dan Indeks Desa buatan yang sudah terisi."""
    hasil = kelola("shell", "-c", BERGANTI)
    assert not hasil.returncode, hasil.stderr
    page = masuk("operator")
    page.goto("/")
    page.select_option("#pilih-tahun", str(TAHUN))
    page.wait_for_function(f"document.querySelector('#pilih-tahun').value === '{TAHUN}'")
    with pekerja(lingkungan):
        yield page


def test_dari_impor_sampai_perencana(operator, masuk, potret):
    page = operator
    upload(page, potret)
    assert "Data peragaan" in page.inner_text("main")
    alamat = naskah(
        page, "idm/penetapan", tahun=str(TAHUN), nomor="BA/1/2025", tanggal="2025-12-29"
    )
    langkah(page, "Ajukan")
    bidang = masuk("kepala.bidang")
    bidang.goto(alamat)
    langkah(bidang, "Setujui")
    kepala = masuk("kepala.dinas")
    tanda_tangani(kepala, alamat)
    potret(kepala, "71-penetapan-indeks")
    lembar = teks_pdf(kepala.request.get(f"{alamat}pdf/").body())
    assert [satu for satu in lembar if PERAGAAN not in satu] == []
    assert "BA/1/2025" in lembar[0]
    bawa_indikator(page)
    naskah(page, "kinerja/lkjip", tahun=str(TAHUN), nomor="LKJIP/1/2025", tanggal="2026-02-20")
    potret(page, "72-lkjip-indeks")
    page.click("main a:has-text('Pratinjau')")
    rapat = " ".join(page.inner_text("body").split())
    assert PERAGAAN in rapat
    for kalimat in ("status 288 desa", "Persentase Desa Mandiri", "Indeks Desa 2025"):
        assert kalimat in rapat
    page.goto(f"/idm/perencana/?tahun={TAHUN}")
    potret(page, "73-perencana-indeks")
    page.click("main form button:has-text('Usulkan langkah')")
    page.wait_for_selector(".alert-success")
    assert "Aspek lemah dan usul 2026" in page.inner_text("main")
    assert "Data peragaan" in page.inner_text("main")
    potret(page, "74-usul-indeks")
