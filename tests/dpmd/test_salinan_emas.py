"""Isi beku tiap jenis naskah menjadi salinan Word bertulisan sama dengan cetakannya."""

from pathlib import Path

import pytest
from docx.oxml.ns import qn

from documents.render import docx
from tests import emas
from tests.word import berkas_word, kata_html, kata_word, rapat

# LKjIP sudah di tests/kinerja/naskah/lkjip/test_salinan_word.py; bukti IKK yang pendek
UTUH = [satu for satu in emas.BERKAS if satu.stem in emas.LABEL.keys() - {"lkjip", "bukti_ikk"}]
UTUH += emas.pilih("perjanjian")[:1] + emas.pilih("bukti_ikk")[-1:]


@pytest.mark.parametrize("berkas", UTUH, ids=emas.sebutan)
def test_tulisannya_sama(berkas: Path) -> None:
    html = emas.cetakan(berkas)
    data = docx(html)
    assert rapat(kata_word(data)) == rapat(kata_html(html))
    word = berkas_word(data)
    assert word.element.body.xpath(".//w:tblHeader")
    assert all(satu.get(qn("w:w")) for satu in word.element.body.iter(qn("w:gridCol")))
