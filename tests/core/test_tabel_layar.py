"""Tabel di layar dari uraian cetaknya: tautan, tanda status, arah perubahan, kepala sejajar."""

from decimal import Decimal

from django.template import engines

from core.tabel import Kepala, Kolom, Rupa, Tabel
from core.tampilan import tampil

KOLOM = (
    ("Desa", Kolom(lebar=30)),
    ("Status", Kolom(lebar=20, is_status=True)),
    ("Perubahan", Kolom("indeks", 14, is_perubahan=True)),
)


def uraian(*baris, **lain):
    return Tabel(
        "Uji",
        [kolom for _, kolom in KOLOM],
        [[Kepala(teks, rata=kolom.rata) for teks, kolom in KOLOM]],
        baris,
        **lain,
    )


def layar(tabel):
    isi = engines["django"].from_string('{% load tabel %}{% tabel satu "Tabel uji" "matriks" %}')
    return " ".join(isi.render({"satu": tabel}).split())


def test_rupa_menurut_kolom_dan_selnya():
    tabel = uraian(
        ["Bukit", "Sangat Tertinggal", Decimal("0.01")],
        ["Betung", "", Decimal("-0.01")],
        ["Sembawa", "Maju", None],
        rupa={(0, 0): Rupa(url="/desa/1/"), (2, 1): Rupa(arah="naik")},
    )
    rupa = [[sel.rupa for sel in baris.sel] for baris in tampil(tabel)]
    biasa = Rupa()
    assert rupa == [
        [Rupa(url="/desa/1/"), Rupa(is_status=True), Rupa(arah="naik")],
        [biasa, biasa, Rupa(arah="turun")],
        [biasa, Rupa(arah="naik"), biasa],
    ]


def test_layar_bertautan_bertanda_dan_sejajar():
    tabel = uraian(
        ["Bukit & Lembah", "Sangat Tertinggal", Decimal("0.01")],
        rupa={(0, 0): Rupa(url="/desa/1/?tahun=2024")},
        catatan=("Sumber: uji.",),
    )
    isi = layar(tabel)
    assert '<a href="/desa/1/?tahun=2024">Bukit &amp; Lembah</a>' in isi
    tanda = '<span class="status status-sangat-tertinggal">Sangat Tertinggal</span>'
    assert tanda in isi
    assert 'class="kanan naik">' in isi
    assert "+0,0100" in isi
    assert '<th scope="col" class=" kanan" >Perubahan</th>' in isi
    assert isi.count("Sumber: uji.") == 1
    assert 'aria-label="Tabel uji, dapat digeser"' in isi
    assert 'class="tabel table matriks"' in isi


def test_tabel_lebar_digeser_bukan_dimampatkan():
    sempit = uraian(["Bukit", "Maju", None])
    lebar = Tabel("Uji", [Kolom(lebar=60)] * 2, [[Kepala("Satu"), Kepala("Dua")]], [["a", "b"]])
    assert "tabel-lebar" not in layar(sempit)
    assert "tabel-lebar" in layar(lebar)


def test_sel_kosong_tidak_bertanda():
    isi = layar(uraian(["Bukit", "", Decimal(0)]))
    assert 'class="status' not in isi
    assert "naik" not in isi
    assert "turun" not in isi


def test_sel_nama_kepala_baris_dan_yang_tidak_diketahui_bertanda():
    kolom = [Kolom(is_nama=True), Kolom("bulat", is_jumlah=True), Kolom("tanda"), Kolom()]
    kepala = [[Kepala(teks) for teks in ("Desa", "Jumlah", "Ada", "Catatan")]]
    tabel = Tabel("Uji", kolom, kepala, [["Bukit", None, None, ""]], jumlah="Jumlah")
    isi = layar(tabel)
    assert '<th scope="row" class="kiri ">Bukit</th>' in isi
    satu, semua = tampil(tabel)
    assert [sel.layar for sel in satu.sel] == ["Bukit", "—", "", ""]
    assert [sel.layar for sel in semua.sel] == ["Jumlah", "—", "", ""]
    assert [sel.teks for sel in satu.sel] == ["Bukit", "", "", ""]


def test_cetakan_tidak_bertanda_dan_tanpa_kepala_baris():
    kolom = [Kolom(is_nama=True), Kolom("bulat")]
    tabel = Tabel("Uji", kolom, [[Kepala("Desa"), Kepala("Banyak")]], [["Bukit", None]])
    templat = engines["django"].get_template("core/_tabel.html")
    isi = templat.render({"satu": tabel, "baris": tampil(tabel)})
    assert 'scope="row"' not in isi
    assert "—" not in isi
