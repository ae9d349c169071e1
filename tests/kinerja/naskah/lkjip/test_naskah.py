"""Naskah bagian: rujukan berupa kunci, bentuk baku, dan teks ketikan menjadi HTML."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.aturan.belum import TIDAK_ADA, kalimat
from kinerja.aturan.teks import Blok, angka, blok, dari_teks, judul, polos, rapi, rujukan, terisi
from kinerja.models.teks import MENTAH, TERPANJANG, bersih

NAMA = '<span data-angka="iku.1.nama"></span>'
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body>
<p class=MsoNormal style='margin:0cm'><b>Tebal<o:p></o:p></b>
<span lang=IN style='font-size:12pt'>biasa&nbsp;<span data-angka="iku.1.nama">lama</span></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><script>alert(1)</script></body></html>"""


def test_rujukan_unik_menurut_urutan():
    assert rujukan(f"<p>{NAMA} {angka('anggaran.pagu')} {{iku.1.nama}}</p>") == [
        "iku.1.nama",
        "anggaran.pagu",
    ]


def test_terisi_menandai_yang_asing_dan_yang_belum_diketahui():
    isi = f"<p>{NAMA}, {angka('x.y')}, {angka('akip.nilai')}</p>"
    tulisan = {"iku.1.nama": "A & <B>", "akip.nilai": TIDAK_ADA}
    assert terisi(isi, tulisan) == (
        "<p>A &amp; &lt;B&gt;, <mark>(rujukan tidak dikenal: x.y)</mark>, "
        "<mark>(tidak dapat dihitung)</mark></p>"
    )


def test_judul_berujukan():
    assert judul("Kinerja {tahun} {x}", {"tahun": "2024"}) == (
        "Kinerja 2024 (rujukan tidak dikenal: x)"
    )


def test_polos_satu_baris_tiap_paragraf_dan_butir():
    html = "<p>A &amp; B.</p><ol><li>satu</li><li>dua<br>tiga</li></ol>"
    assert polos(html).split("\n") == ["A & B.", "satu", "dua", "tiga", ""]


def test_teks_ketikan_menjadi_paragraf_dan_daftar():
    assert blok("Dasar:\n1. UU\n\n2. PP\n- butir") == (
        Blok(jenis="p", isi=("Dasar:",)),
        Blok(jenis="ol", isi=("UU", "PP")),
        Blok(jenis="ul", isi=("butir",)),
    )
    assert dari_teks("Satu\ndua < tiga.\n\n- a\n- b") == (
        "<p>Satu dua &lt; tiga.</p><ul><li>a</li><li>b</li></ul>"
    )
    assert dari_teks("  \n ") == ""


@pytest.mark.parametrize(
    ("masuk", "baku"),
    [
        ("Dari {iku.1.nama}\n\n- {x}", f"<p>Dari {NAMA}</p><ul><li>{angka('x')}</li></ul>"),
        (
            '<p><span data-angka="iku.1.nama">243 <span>desa</span></span> ya</p>',
            f"<p>{NAMA} ya</p>",
        ),
        ('<p><span data-angka="A B">x</span> <span>y</span></p>', "<p>x y</p>"),
        ("lepas <b>a</b><br><p>p</p> <ul><li>x</li></ul>akhir",
         "<p>lepas <strong>a</strong><br></p><p>p</p><ul><li>x</li></ul><p>akhir</p>"),
        ("<p> </p><ul><li></li></ul><p><br></p>", ""),
        ("<table><tr><td colspan='2'>a</td></tr></table>",
         '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'),
        ("<strong><p>dalam</p></strong>", "<p><strong>dalam</strong></p>"),
        (WORD, f"<p><strong>Tebal</strong> biasa {NAMA}</p>"),
        ("<p>a<script>alert(1)</script><img src=x onerror=y></p>", "<p>a</p>"),
    ],
)  # fmt: skip
def test_bentuk_baku(masuk, baku):
    assert bersih(masuk) == baku
    assert bersih(baku) == baku


def test_penutup_tanpa_pembuka_tidak_ditulis():
    assert rapi("<p>a</em></p>") == "<p>a</p>"
    assert rapi(f"<p>{angka('x').replace('></', '><b>a</b></')}</p>") == f"<p>{angka('x')}</p>"
    sel = '<table><tbody><tr><td colspan="{}">a</td></tr></tbody></table>'
    assert rapi(sel.format("2")) == sel.format("2")
    assert rapi(sel.format("dua")) == sel.format("").replace(' colspan=""', "")


UNSUR = st.sampled_from(
    [
        "p",
        "b",
        "em",
        "ul",
        "ol",
        "li",
        "span",
        "table",
        "tr",
        "td",
        "h4",
        "blockquote",
        "br",
        "mark",
    ]
)


@settings(max_examples=150)
@given(st.lists(st.tuples(UNSUR, st.sampled_from(["a", " ", "{x.y}", "<", "1 < 2"])), max_size=8))
def test_bentuk_baku_tidak_berubah_lagi(potongan):
    html = "".join(f"<{unsur}>{isi}" for unsur, isi in potongan)
    sekali = bersih(html)
    assert bersih(sekali) == sekali
    assert "{" not in sekali


@pytest.mark.parametrize("teks", ["a" * (MENTAH + 1), f"<p>{'a' * TERPANJANG}</p>"])
def test_naskah_terlalu_panjang_ditolak(teks):
    with pytest.raises(ValidationError, match=r"200\.000 huruf"):
        bersih(teks)


BELUM = dict.fromkeys(
    (
        "anggaran.realisasi",
        "anggaran.efisiensi",
        "program.2.13.02.persen",
        "program.2.13.02.pagu",
        "iku.1.realisasi.tahun_lalu",
        "iku.2.1.capaian.2022",
        "ikk.6.target",
        "ikk.6.predikat",
        "idm.tahun.sangat_tertinggal",
        "idm.tahun_lalu.jumlah",
        "akip.nilai",
        "capaian.rata_iku",
        "pegawai.status.jumlah",
        "program.jumlah",
        "periode",
    ),
    TIDAK_ADA,
)


@pytest.mark.parametrize(
    ("kunci", "tertulis"),
    [
        (["anggaran.realisasi"], "Realisasi anggaran … realisasi belum diisi"),
        (["anggaran.efisiensi"], "Efisiensi penggunaan anggaran … realisasi belum diisi"),
        (["program.2.13.02.persen"], "Penyerapan anggaran program 2.13.02 … pagu belum diisi"),
        (["iku.1.realisasi.tahun_lalu"], "Realisasi IKU 1 tahun lalu … realisasinya belum diisi"),
        (
            ["iku.2.1.capaian.2022"],
            "Capaian IKU 2.1 tahun 2022 … nilainya tidak dapat dihadapkan dengan targetnya",
        ),
        (["ikk.6.predikat"], "Predikat IKK 6 … targetnya belum diisi"),
        (
            ["idm.tahun.sangat_tertinggal", "idm.tahun_lalu.jumlah"],
            "Banyak desa Sangat Tertinggal dan banyak desa tahun lalu … status desanya belum ada",
        ),
        (["akip.nilai"], "Nilai evaluasi AKIP … hasil evaluasinya belum diisi"),
        (
            ["capaian.rata_iku"],
            "Rata-rata capaian IKU … realisasi atau target indikatornya belum diisi",
        ),
        (["pegawai.status.jumlah"], "Banyak pegawai … rekap pegawai belum diisi"),
        (["program.jumlah", "periode"], "Banyak program dan periode … datanya belum lengkap"),
    ],
)  # fmt: skip
def test_sebab_angka_yang_belum_diketahui(kunci, tertulis):
    penuh = tertulis.replace("…", "belum dapat dihitung karena")
    assert kalimat(kunci, BELUM) == penuh


def test_efisiensi_perlu_capaian():
    diketahui = {"anggaran.efisiensi": TIDAK_ADA, "anggaran.pagu": "1", "anggaran.realisasi": "1"}
    assert kalimat(["anggaran.efisiensi"], diketahui).endswith(
        "karena rata-rata capaian IKU belum diketahui"
    )
