"""Daftar pilihan tergambar sekaligus, dengan isi yang sama seperti templat Django."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

PILIHAN = [
    ("", "—"),
    (1, "Tanjung & <Raya>"),
    (12345, "Sido'mulyo"),
    ('Kecamatan "Betung"', [("a", "Lubuk"), (7, "Muara")]),
]


class BeratributSelect(forms.Select):
    def create_option(self, *args, **kwargs):
        pilihan = super().create_option(*args, **kwargs)
        pilihan["attrs"] |= {"data-kode": "16 & 17", "disabled": True, "hidden": False}
        return pilihan


@pytest.mark.parametrize("nilai", [None, "", 12345, "a", 7])
@pytest.mark.parametrize("jenis", [forms.Select, forms.SelectMultiple, BeratributSelect])
def test_sama_dengan_templat_django(jenis, nilai):
    daftar = jenis(choices=PILIHAN)
    isi = [nilai] if jenis is forms.SelectMultiple else nilai
    atribut = {"id": "id_desa", "required": True}
    bawaan = daftar.render("desa", isi, atribut, renderer=DjangoTemplates())
    assert parse_html(daftar.render("desa", isi, atribut)) == parse_html(bawaan)
