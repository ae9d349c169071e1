"""Penyunting LKjIP di peramban: bentuk, tempelan Word; dipakai selagi naskahnya draf."""

from axe_playwright_python.sync_playwright import Axe

ISI = "textarea[data-naskah]"
TEMPEL = """() => {
  const isi = new DataTransfer();
  isi.setData("text/html", "<p class=MsoNormal style='color:red'><b>Tebal<o:p></o:p></b> tempelan"
    + "<img src='file:///x.png'></p>");
  const sifat = { clipboardData: isi, bubbles: true, cancelable: true };
  document.querySelector(".penyunting").dispatchEvent(new ClipboardEvent("paste", sifat));
}"""
BAGIAN = "tr:has-text('{}') a:text-is('Sunting')"


def isi(page):
    return page.eval_on_selector(ISI, "el => el.value")


def buka(page, bagian):
    """Penyunting satu bagian LKjIP Banyuasin 2023."""
    page.goto("/kinerja/lkjip/?tahun=2023")
    page.click("table tbody a:has-text('LKjIP 2023')")
    page.click(BAGIAN.format(bagian))
    page.wait_for_selector(".penyunting")


def ke_akhir(page):
    page.click(".penyunting")
    page.keyboard.press("Control+End")


def check_ketikan(page):
    """Daftar bernomor, rujukan dan paragrafnya kembali ke bentuk bakunya."""
    for bagian in ("Landasan Hukum", "Kesimpulan"):
        buka(page, bagian)
        semula = isi(page)
        assert "<ol><li>" in semula
        ke_akhir(page)
        page.keyboard.type("x")
        assert isi(page) != semula
        page.keyboard.press("Backspace")
        assert isi(page) == semula


def check_bentuk(page):
    """Angka, catatan kaki, tempelan dan tabel ditulis, disimpan, lalu dikosongkan lagi."""
    buka(page, "Sarana")
    ke_akhir(page)
    page.keyboard.type("Capaian ")
    page.fill("[data-cari-rujukan]", "iku.1.capaian 82,30")
    page.click("[aria-label='Sisipkan iku.1.capaian']")
    page.keyboard.type(" dan {iku.1.target} ")
    page.click("button:text-is('Catatan kaki')")
    page.keyboard.type("menurut dinas")
    page.click("button:text-is('Catatan kaki')")
    page.keyboard.type(". ")
    page.evaluate(TEMPEL)
    page.keyboard.press("Enter")
    page.click("button:text-is('Tabel')")
    page.keyboard.type("Ruang")
    assert page.inner_text(".penyunting .rujukan-angka >> nth=0") == "82,30 %"
    tertulis = isi(page)
    assert (
        '<span data-angka="iku.1.capaian"></span> dan <span data-angka="iku.1.target">' in tertulis
    )
    assert "<small>menurut dinas</small>. <strong>Tebal</strong> tempelan" in tertulis
    assert "<thead><tr><th>Ruang</th>" in tertulis
    temuan = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
    assert temuan.response["violations"] == []
    page.click("main form button:has-text('Simpan')")
    page.wait_for_selector(".alert-success")
    naskah = page.inner_text("article.naskah")
    assert "Capaian 82,30 % dan 243" in naskah
    assert page.inner_text("article.naskah small") == "menurut dinas"
    buka(page, "Sarana")
    page.click(".penyunting")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.click("main form button:has-text('Simpan')")  # kosong seperti semula bagi uji lain
    page.wait_for_selector(".alert-success")


def check_tanpa_skrip(page):
    """Kotak teks biasa."""
    page.goto("/kinerja/lkjip/?tahun=2023")
    page.click("table tbody a:has-text('LKjIP 2023')")
    page.click(BAGIAN.format("Saran"))
    assert page.is_visible(ISI)
    assert page.locator(".penyunting").count() == 0
