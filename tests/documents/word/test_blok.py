"""Penulis Word atas HTML kecil: sel gabungan, daftar, pecahan, catatan kaki, kertas, tautan."""

import zipfile
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from lxml.html import document_fromstring

from documents.render import RenderFailed, docx
from documents.word.susunan import susun
from tests.word import berkas_word, kata_word


def word(isi):
    html = f"<html><head><title>Uji</title></head><body>{isi}</body></html>"
    return susun(document_fromstring(html), {})


def tulisan(isi):
    """Tulisan dan gaya tiap paragraf berisi."""
    semua = berkas_word(word(isi)).paragraphs
    return [(satu.text, satu.style.style_id) for satu in semua if satu.text]


def test_sel_gabungan_tegak_dan_mendatar():
    badan = berkas_word(
        word(
            "<table class='tabel'><thead><tr><th rowspan='2'>A</th><th colspan='2'>B</th></tr>"
            "<tr><th>C</th><th>D</th></tr></thead>"
            "<tbody><tr><td>1</td><td class='angka'>2</td><td>3</td></tr></tbody></table>"
        )
    ).element.body
    assert badan.xpath("count(.//w:gridCol)") == 3
    assert badan.xpath(".//w:vMerge/@w:val") == ["restart", "continue"]
    rentang = [int(nilai) for nilai in badan.xpath(".//w:gridSpan/@w:val")]
    assert rentang == [1, 2, 1, 1, 1, 1, 1, 1]
    assert badan.xpath("count(.//w:tblHeader)") == 2
    assert badan.xpath(".//w:tc[.//w:t='2']//w:jc/@w:val") == ["right"]


def test_tiap_daftar_bernomor_mulai_dari_satu():
    data = word("<ol><li>a<ul><li>dalam</li></ul></li></ol><ol><li>b</li></ol>")
    badan = berkas_word(data).element.body
    nomor = badan.xpath(".//w:numId/@w:val")
    assert len(set(nomor)) == 3
    assert badan.xpath(".//w:ilvl/@w:val") == ["0", "1", "0"]
    daftar = berkas_word(data).part.numbering_part.element
    assert daftar.xpath("count(.//w:startOverride)") == 2


def test_pecahan_ditulis_sebaris():
    isi = (
        "<p class='rumus'>Capaian = <span class='rumus'><span class='pecahan'>"
        "<span class='atas'>Realisasi</span><span>Target</span></span>"
        "<span class='kali'>× 100 %</span></span></p>"
    )
    assert tulisan(isi) == [("Capaian = (Realisasi) / (Target) × 100 %", "Rumus")]


def test_spasi_dan_ganti_baris():
    assert tulisan("<p> a <b> b</b>\n<br> c </p><h1><span>Bab I</span> Judul</h1>") == [
        ("a b\nc", "Normal"),
        ("Bab I\nJudul", "Heading1"),
    ]


def test_catatan_kaki_pada_bagiannya_sendiri():
    data = word("<p>a<small>kaki &amp; satu</small> b<small>dua</small></p>")
    assert kata_word(data) == ["a", "b"]
    kaki = zipfile.ZipFile(BytesIO(data)).read("word/footnotes.xml").decode()
    assert "> kaki &amp; satu</w:t>" in kaki
    rujukan = berkas_word(data).element.body.xpath(".//w:footnoteReference/@w:id")
    assert rujukan == ["1", "2"]


def test_kertas_melintang_lalu_kembali():
    isi = "<p>a</p><div class='lanskap'><p>b</p></div><p>c</p>"
    seksi = berkas_word(word(isi)).sections
    assert [satu.page_width > satu.page_height for satu in seksi] == [False, True, False]
    for satu in seksi:
        urut = [anak.tag for anak in satu._sectPr if "Reference" not in anak.tag]
        assert urut[:3] == [qn("w:pgSz"), qn("w:pgMar"), qn("w:pgNumType")]


def test_tautan_ke_tempat_dan_ke_luar():
    data = word("<h2 id='bab-1'>A</h2><p><a href='#bab-1'>ke</a> <a href='https://x.id/'>x</a></p>")
    dokumen = berkas_word(data)
    assert dokumen.element.body.xpath(".//w:bookmarkStart/@w:name") == ["t_bab_1"]
    assert dokumen.element.body.xpath(".//w:hyperlink/@w:anchor") == ["t_bab_1"]
    assert "https://x.id/" in [satu.target_ref for satu in dokumen.part.rels.values()]


def test_yang_bukan_html_gagal_dengan_kalimatnya():
    with pytest.raises(RenderFailed, match="Salinan Word tidak dapat dibuat"):
        docx("")
