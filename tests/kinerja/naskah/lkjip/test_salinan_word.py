"""Salinan Word LKjIP: tulisan dan angka cetakannya, berurutan, dengan gaya dan tabel Word."""

from dataclasses import fields

import pytest
from docx.oxml.ns import qn

from documents.printing import salinan_html
from documents.render import docx
from kinerja.models import Lkjip
from kinerja.naskah.lkjip.isi.lkjip import Perbedaan
from tests.terbaca import isi_tak_termuat
from tests.word import berkas_word, kata_html, kata_word, rapat

pytestmark = [
    pytest.mark.sekali("rupa cetakan; angkanya diuji di test_golden_lkjip pada keduanya"),
    pytest.mark.django_db,
]


@pytest.fixture(scope="module")
def lkjip(nyata, django_db_blocker):
    with django_db_blocker.unblock():
        return Lkjip.objects.get(kabupaten__kode="16.07", tahun=2023)


@pytest.fixture(scope="module")
def html(lkjip, django_db_blocker):
    with django_db_blocker.unblock():
        return salinan_html(lkjip)


@pytest.fixture(scope="module")
def data(html):
    """Salinannya, ditulis sekali."""
    return docx(html)


@pytest.fixture(scope="module")
def word(data):
    return berkas_word(data)


def test_tiap_kata_cetakan_ada_menurut_urutannya(html, data):
    assert len(kata_html(html)) > 4000
    assert rapat(kata_word(data)) == rapat(kata_html(html))
    assert rapat(kata_word(data)) != rapat(kata_html(html.replace("96,69", "96,68", 1)))


def nama_gambar(word):
    return [satu.get("descr") for satu in word.element.body.iter(qn("wp:docPr"))]


def test_tiap_angka_isinya_tertulis(lkjip, data, word):
    isi = lkjip.reading().isi
    kosong = [f".{kode}.judul" for kode, satu in isi.naskah.items() if not satu.html]
    kosong.append(".capaian_pengantar.judul")  # judulnya tidak tercetak
    perbedaan = [f".perbedaan.{satu.name}" for satu in fields(Perbedaan)]
    tanpa = (".ikk.baris.capaian", ".jenis", ".lalu", *kosong, *perbedaan)
    kaki = " ".join(satu.text for satu in word.sections[0].footer.paragraphs)
    gambar = " ".join(nama_gambar(word))
    halaman = [" ".join(kata_word(data)), kaki, gambar]
    assert isi_tak_termuat(isi, halaman, *tanpa) == []


def test_judul_menjadi_gaya_judul(lkjip, word):
    """Panel navigasi Word memuat bab dan bagian yang sama dengan daftar isinya."""
    judul = {
        "".join(satu.text.split())
        for satu in word.paragraphs
        if satu.style.style_id in ("Heading1", "Heading2", "Heading3")
    }
    for satu in lkjip.reading().isi.bab.values():
        tulisan = "".join(satu.judul.split())
        assert any(ada.endswith(tulisan) for ada in judul), satu.judul


def test_tabel_berkepala_berulang_dan_barisnya_utuh(lkjip, word):
    badan = word.element.body
    berkepala = [
        t for t in badan.iter(qn("w:tbl")) if next(t.iter(qn("w:tblHeader")), None) is not None
    ]
    assert len(berkepala) == len(lkjip.reading().isi.tabel)
    assert len(list(badan.iter(qn("w:tr")))) == len(list(badan.iter(qn("w:cantSplit"))))


def test_gambar_bernama(lkjip, word):
    nama = nama_gambar(word)
    assert len(nama) == len(lkjip.reading().isi.gambar) + 1  # sampul
    assert all(nama)


def test_kepala_dan_kaki_menyebut_salinan(lkjip, word):
    seksi = word.sections[0]
    assert seksi.header.paragraphs[0].text.startswith("Salinan Word · ")
    kaki = " ".join(satu.text for satu in seksi.footer.paragraphs)
    assert f"Nomor {lkjip.nomor}" in kaki
    assert "belum ditandatangani" in kaki
    assert word.core_properties.author.startswith("Dinas Pemberdayaan")
    assert "python" not in word.core_properties.comments


def test_kertas_dan_nomor_halaman(word):
    """Tabel lebar melintang; halaman depan bernomor romawi, isi mulai lagi dari satu."""
    arah = [satu.page_width > satu.page_height for satu in word.sections]
    assert {True, False} == set(arah)
    nomor = [s._sectPr.find(qn("w:pgNumType")) for s in word.sections]
    mulai = [n.get(qn("w:fmt")) for n in nomor if n.get(qn("w:start"))]
    assert mulai == ["lowerRoman", "decimal"]
