import subprocess
from io import BytesIO

import pypdf
import pytest

from documents import render
from documents.render import RenderFailed, pdf, static_file

HALAMAN = "<!doctype html><html lang=id><title>Uji</title><p>Capaian 82,30 %</p></html>"


def test_isi_terbaca_dan_bita_tetap():
    pertama = pdf(HALAMAN)
    assert "82,30" in pypdf.PdfReader(BytesIO(pertama)).pages[0].extract_text()
    assert pdf(HALAMAN) == pertama


@pytest.mark.parametrize(
    "sumber",
    [
        '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
        '<img src="file:///etc/passwd">',
        '<img src="/static/../dpmd/settings.py">',
    ],
)
def test_sumber_luar_ditolak(sumber):
    with pytest.raises(RenderFailed, match="ditolak"):
        pdf(HALAMAN + sumber)


def test_berkas_statis_saja():
    assert static_file("file:///static/img/ikon.svg").name == "ikon.svg"
    for url in (
        "file:///static/../manage.py",
        "file:///static/tidak-ada.css",
        "http://x/static/img/ikon.svg",
    ):
        with pytest.raises(ValueError, match="ditolak"):
            static_file(url)


def test_batas_waktu(monkeypatch):
    def lambat(*args, **kwargs):
        raise subprocess.TimeoutExpired("render", 1)

    monkeypatch.setattr(subprocess, "run", lambat)
    with pytest.raises(RenderFailed, match="batas waktu"):
        pdf(HALAMAN)


def test_batas_ingatan(monkeypatch):
    monkeypatch.setattr(render, "MEMORY_BYTES", 60 * 1024**2)
    with pytest.raises(RenderFailed, match="PDF tidak dapat dibuat"):
        pdf(HALAMAN)
