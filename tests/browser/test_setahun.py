"""Satu tahun kinerja di peramban: salin tahun lalu, PK, Rencana Aksi, empat triwulan, evaluasi."""

import re

import pytest

from tests.browser.sesi import SANDI
from tests.browser.test_jalan import langkah

TAHUN = "2025"


def store(page):
    page.click("main form.isian button:has-text('Simpan')")
    page.wait_for_selector(".alert-success, .ringkasan-galat")
    assert not page.locator(".ringkasan-galat").count(), page.inner_text(".ringkasan-galat")


def pilih(page, nama, potongan):
    """Pilihan pertama yang tulisannya memuat `potongan`."""
    label = page.locator(f"main select[name={nama}] option", has_text=potongan).first.inner_text()
    page.select_option(f"main select[name={nama}]", label=label)


def create(page, jalan, **isian):
    page.goto(f"/kinerja/{jalan}/tambah/")
    for nama, nilai in isian.items():
        if page.locator(f"main select[name={nama}]").count():
            pilih(page, nama, nilai)
        else:
            page.fill(f"main [name={nama}]", nilai)
    store(page)
    return page.url


def tanda_tangani(page, url):
    page.goto(url)
    page.click("main a:has-text('Tanda tangani')")
    page.fill("[name=password]", SANDI)
    if page.locator("[name=passphrase]").count():
        page.fill("[name=passphrase]", SANDI)
    page.click("main form button:has-text('Tanda tangani')")
    page.wait_for_selector(".alert-success")


def setujui(masuk, url):
    page = masuk("kepala.bidang.merangin")
    page.goto(url)
    langkah(page, "Setujui")


def isi_sisanya(page):
    """Sel kisi yang masih kosong, sekali tempel: K 1, Rp 0."""
    page.goto(f"/kinerja/evaluasi/?tahun={TAHUN}")
    hasil = page.evaluate(
        """async () => {
          const token = document.querySelector("form.lembar [name=csrfmiddlewaretoken]").value;
          const semua = [...document.querySelectorAll("td.isian > input")];
          const ubahan = semua.filter((el) => !el.value).map((el) => {
            const [, b, k] = el.name.split(".");
            return { b, k, lama: "", baru: k.startsWith("k_") ? "1" : "0" };
          });
          const balasan = await fetch(location.href, {
            method: "POST", body: JSON.stringify({ ubahan }),
            headers: { "Content-Type": "application/json", "X-CSRFToken": token },
          });
          return (await balasan.json()).hasil.map((h) => h.status);
        }"""
    )
    assert set(hasil) == {"tersimpan"}


def ajukan(page, url):
    page.goto(url)
    langkah(page, "Ajukan")


@pytest.fixture(scope="module")
def alamat():
    return {}


def test_1_membuka_tahun_dari_salinan(masuk, potret):
    page = masuk("operator.merangin")
    page.goto("/kinerja/periode/")
    page.click("table tbody a >> nth=0")
    page.click("main a:has-text('Ubah')")
    page.fill("[name=tahun_akhir]", "2029")
    store(page)
    page.goto("/kinerja/salin-tahun/")
    page.check("[name=dengan_uang]")
    potret(page, "50-salin-tahun")
    page.click("main form button:has-text('Lihat dahulu')")
    page.click("main form button:has-text('Salin')")
    page.wait_for_selector(".alert-success")
    assert (
        "Tersalin 5 program, 12 kegiatan, 43 baris sub kegiatan, 42 rencana aksi"
        in page.inner_text("main")
    )
    page.click("main a:has-text('Lihat pohon')")
    assert "Rp 8.790.633.125" in page.inner_text("main")
    potret(page, "51-pohon-kinerja")
    create(page, "target", indikator="IKU 1.", tahun=TAHUN, nilai="200")
    page.goto(f"/kinerja/rencana-aksi/baris/?tahun={TAHUN}&nama=Teknologi")
    page.click("table tbody a >> nth=0")
    page.click("main a:has-text('Ubah')")
    page.fill("[name=bulan_3]", "99")
    page.click("main form.isian button:has-text('Simpan')")
    assert "99 %, harus 100 %" in page.inner_text(".ringkasan-galat")
    page.fill("[name=bulan_3]", "100")
    potret(page, "52-jadwal-bulan")
    store(page)


def test_2_perjanjian_ditandatangani_dua_pihak(masuk, potret, alamat):
    page = masuk("operator.merangin")
    url = create(
        page, "perjanjian", tahun=TAHUN, tingkat="Eselon II (", pihak_pertama="ANDRIE",
        pihak_kedua="Bupati", nomor="PK/1/2025", tanggal="2025-01-31",
    )  # fmt: skip
    ajukan(page, url)
    setujui(masuk, url)
    pertama = masuk("kepala.dinas.merangin")
    tanda_tangani(pertama, url)
    kedua = masuk("kepala.daerah.merangin")
    tanda_tangani(kedua, url)
    assert "Ditandatangani" in kedua.inner_text("main")
    potret(kedua, "53-perjanjian-ditandatangani")


def test_3_rencana_aksi_ditandatangani_lalu_terkunci(masuk, potret, alamat):
    page = masuk("operator.merangin")
    url = create(
        page, "naskah", jenis="Rencana Aksi", tahun=TAHUN, nomor="RA/1/2025", tanggal="2025-02-03"
    )
    ajukan(page, url)
    setujui(masuk, url)
    tanda_tangani(masuk("kepala.dinas.merangin"), url)
    page.goto(f"/kinerja/rencana-aksi/baris/?tahun={TAHUN}&nama=Teknologi")
    page.click("table tbody a >> nth=0")
    assert re.search(r"terkunci oleh Rencana Aksi.* nomor RA/1/2025", page.inner_text(".kunci"))
    potret(page, "54-rencana-aksi-terkunci")


def test_4_empat_triwulan_dan_evaluasinya(masuk, potret):
    page = masuk("operator.merangin")
    page.goto(f"/kinerja/sub-kegiatan/?tahun={TAHUN}&nama=Penatausahaan+dan+Pengujian")
    page.click("table tbody a >> nth=0")
    sub = re.search(r"/(\d+)/$", page.url)[1]
    for n in (1, 2, 3, 4):
        page.goto(f"/kinerja/pengukuran/sub-kegiatan/tambah/?sub_kegiatan={sub}&triwulan={n}")
        page.fill("[name=kinerja]", "1")
        page.fill("[name=keuangan]", "Rp 32.750.000")
        store(page)
    assert "100,00" in page.inner_text("main")
    assert "131.000.000" in page.inner_text("main")
    potret(page, "55-pengukuran-setahun")
    url = create(
        page, "naskah", jenis="Pengendalian dan Evaluasi", tahun=TAHUN, triwulan="Triwulan IV",
        nomor="EV/4/2025", tanggal="2025-12-31",
    )  # fmt: skip
    page.goto(url)
    assert "Triwulan IV: K belum diisi pada" in page.inner_text("main")
    isi_sisanya(page)
    ajukan(page, url)
    setujui(masuk, url)
    tanda_tangani(masuk("kepala.dinas.merangin"), url)
    page.goto(f"/kinerja/pengukuran/sub-kegiatan/?tahun={TAHUN}&triwulan=4")
    page.click("table tbody a >> nth=0")
    assert "terkunci oleh" in page.inner_text(".kunci")
    page.goto(url)
    assert "Ditandatangani" in page.inner_text("main")
    potret(page, "56-evaluasi-ditandatangani")
