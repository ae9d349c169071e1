import logging
from contextlib import redirect_stderr
from io import BytesIO, StringIO

import pypdf
import pytest

from documents import pencetak, render
from documents.pencetak import berkas_statis
from documents.render import RenderFailed, pdf

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
    assert berkas_statis("file:///static/img/ikon.svg").name == "ikon.svg"
    for url in (
        "file:///static/../manage.py",
        "file:///static/tidak-ada.css",
        "http://x/static/img/ikon.svg",
    ):
        with pytest.raises(ValueError, match="ditolak"):
            berkas_statis(url)


def test_batas_waktu(monkeypatch):
    monkeypatch.setattr(render, "WALL_SECONDS", 0)
    with pytest.raises(RenderFailed, match="batas waktu"):
        pdf(HALAMAN)


def test_kabar_menyebut_halaman():
    """Tiap halaman yang tertata, dan seluruhnya sejak putaran kedua."""
    kabar = pencetak.KabarHalaman()
    catatan = StringIO()
    with redirect_stderr(catatan):
        for pesan in (
            ("Step 3 - Applying CSS",),
            ("Step 5 - Creating layout - Page %d", 1),
            ("Step 5 - Creating layout - Page %d", 2),
            ("Step 5 - Creating layout - Repagination #%d", 1),
            ("Step 5 - Creating layout - Page %d (up-to-date)", 1),
        ):
            kabar.emit(logging.LogRecord("weasyprint", 20, "", 0, pesan[0], pesan[1:], None))
    assert render._banyak_halaman([]) == (None, None)
    baris = catatan.getvalue().splitlines()
    assert [render._banyak_halaman([satu]) for satu in baris] == [(1, None), (2, None), (1, 2)]
    assert render._sebab(baris) == "tanpa keterangan"


def test_kabar_sampai_kepada_pemantau():
    """Pesan WeasyPrint versi ini masih dikenali, juga bila selesai sebelum sempat ditengok."""
    kabar = []
    pdf(HALAMAN, lambda *halaman: kabar.append(halaman))
    assert kabar[-1][0] == 1


def test_sidik_menurut_isi():
    assert render.fingerprint("a") != render.fingerprint("b")
    assert render.fingerprint("a") == render.fingerprint("a")


def test_batas_ingatan(monkeypatch):
    monkeypatch.setattr(render, "MEMORY_BYTES", 60 * 1024**2)
    with pytest.raises(RenderFailed, match="PDF tidak dapat dibuat"):
        pdf(HALAMAN)
