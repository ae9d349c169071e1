"""Dua belas jalan dengan papan ketik saja: tanpa satu klik, fokus selalu tampak."""

import re

from playwright.sync_api import expect

SEBUTAN = """() => { const el = document.activeElement;
  if (el === document.body) return '';
  const label = el.labels?.[0]?.innerText ?? '';
  return [label, el.getAttribute('aria-label') ?? '', el.innerText ?? '', el.name ?? '']
    .join(' ').replace(/\\s+/g, ' ').trim() || el.tagName; }"""
TAMPAK = """() => { const el = document.activeElement; const rupa = getComputedStyle(el);
  if (!el.matches(':focus')) return true; // bagian dalam isian tanggal; peramban menandainya
  return el.matches(':focus-visible')
    && (rupa.outlineStyle !== 'none' || rupa.boxShadow !== 'none'); }"""
BERUBAH = 2_000  # milidetik
TERBANYAK = 160  # tekanan Tab sebelum menyerah


def tab_ke(page, sebutan, tombol="Tab"):
    """Tekan Tab sampai yang bersebutan itu; tiap perhentian harus tampak."""
    pola = re.compile(sebutan)
    for _ in range(TERBANYAK):
        page.keyboard.press(tombol)
        kini = page.evaluate(SEBUTAN)
        if not kini:
            continue  # sesudah yang terakhir, peramban sendiri mendapat giliran
        page.wait_for_function(TAMPAK, timeout=BERUBAH)  # bayangannya menebal sebentar
        if pola.search(kini):
            return
    raise AssertionError(f"{sebutan} tidak tercapai dengan {tombol}")


def tekan(page, sebutan, tombol="Enter"):
    tab_ke(page, sebutan)
    page.keyboard.press(tombol)


def buka(page, sebutan):
    """Tekan tautan atau tombolnya, lalu tunggu halamannya."""
    tab_ke(page, sebutan)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def judul(page, teks):
    expect(page.locator("h1")).to_contain_text(teks)


def test_1_masuk_dan_keluar(chromium, peladen):
    konteks = chromium.new_context(base_url=peladen, locale="id-ID")
    page = konteks.new_page()
    page.goto("/akun/masuk/")
    tab_ke(page, "username")
    page.keyboard.type("operator")
    tab_ke(page, "password")
    page.keyboard.type("desa-membangun-2023")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    judul(page, "Pekerjaan tahun")
    buka(page, "^Keluar")
    judul(page, "Kinerja DPMD")
    konteks.close()


def test_2_melewati_menu_ke_pekerjaan_pertama(masuk):
    page = masuk("operator.merangin")
    page.goto("/")
    tekan(page, "Langsung ke isi")
    assert page.evaluate("document.activeElement.id") == "isi"
    buka(page, "^Kerjakan")
    assert page.url.rstrip("/") != page.evaluate("location.origin")


def test_3_mencari_dengan_garis_miring(masuk):
    page = masuk("operator")
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("betung")
    expect(page.locator("#hasil-cari a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.tagName") == "A"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    judul(page, "etung")


def test_4_mengisi_kisi(masuk):
    page = masuk("operator")
    page.goto("/wilayah/lembaga/isian/?tahun=2024")
    tab_ke(page, "jumlah_desa")
    for angka in ("3", "1", "9"):
        page.keyboard.type(angka)
        page.keyboard.press("Tab")
    expect(page.locator("[data-kabar]")).to_contain_text("Posyandu 9")
    page.keyboard.press("Control+z")
    expect(page.locator("[data-kabar]")).to_contain_text("dibatalkan")


def test_5_kuesioner_sampai_yang_kosong(masuk):
    page = masuk("operator")
    page.goto("/idm/isian/")
    tab_ke(page, "Tahun kerja")
    with page.expect_navigation():
        page.keyboard.type("2024")
    buka(page, "^Sungai Rebo")
    tab_ke(page, "skor ")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".butir-kabar:has-text('Tersimpan')").first).to_be_visible()
    tab_ke(page, "Catatan")
    tekan(page, "Lampirkan bukti")
    tab_ke(page, "Berkas bukti")


def test_6_tahun_kerja(masuk):
    page = masuk("operator")
    page.goto("/")
    tab_ke(page, "Tahun kerja")
    with page.expect_navigation():
        page.keyboard.press("ArrowDown")
    expect(page.locator("#pilih-tahun")).not_to_have_value("2023")


def test_7_daftar_disaring_sampai_riwayat(masuk):
    page = masuk("admin")
    page.goto("/wilayah/kecamatan/")
    tab_ke(page, "^[Nn]ama")
    page.keyboard.type("betung")
    expect(page.locator("#daftar tbody tr")).to_have_count(1)
    buka(page, "^Betung")
    buka(page, "Riwayat")
    judul(page, "Riwayat")


def test_8_formulir_ditolak_lalu_tersimpan(masuk):
    page = masuk("kepala.bidang")
    page.goto("/kinerja/periode-isian/tambah/")
    buka(page, "^Simpan")
    expect(page.locator(".ringkasan-galat")).to_be_visible()
    tab_ke(page, r"^Tahun ?\*")
    page.keyboard.type("2031")
    tab_ke(page, "^Triwulan")
    page.keyboard.press("ArrowDown")
    for nama, tanggal in (("mulai", "04042031"), ("sampai", "05052031")):
        tab_ke(page, nama)
        page.keyboard.type(tanggal)
    buka(page, "^Simpan")
    judul(page, "2031")


def test_9_menagih_lalu_dibaca(masuk):
    bidang = masuk("kepala.bidang")
    bidang.goto("/belum-melapor/")
    buka(bidang, r"^Tagih \d+ unit")
    expect(bidang.locator(".kabar .alert")).to_contain_text("Ditagih")
    operator = masuk("operator")
    operator.goto("/akun/kabar/")
    buka(operator, "^Buka.*menagih laporan")
    expect(operator.locator("form.lembar")).to_be_visible()


def test_10_mengatur_kabar(masuk):
    page = masuk("operator")
    page.goto("/akun/kabar/")
    buka(page, "Atur kabar")
    tab_ke(page, "SK lembaga")
    page.keyboard.press("End")
    buka(page, "^Simpan")
    expect(page.locator(".kabar .alert")).to_contain_text("Tersimpan: 1 pilihan.")


def test_11_menelusuri_jejak(masuk):
    page = masuk("inspektorat")
    page.goto("/audit/jejak/")
    buka(page, r"^\d+$")
    expect(page.locator("main h1")).to_be_visible()


def test_12_memeriksa_keaslian(chromium, peladen):
    konteks = chromium.new_context(base_url=peladen, locale="id-ID")
    page = konteks.new_page()
    page.goto("/verifikasi/")
    tab_ke(page, "kode")
    page.keyboard.type("ABCD-EFGH-IJKL-MNOP")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("ABCD-EFGH-IJKL-MNOP")
    konteks.close()
