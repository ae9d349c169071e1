"""Isian yang menyuruh pencetak mengambil alamat atau membaca berkas: tidak satu pun berhasil.

WeasyPrint dijalankan di proses uji agar tiap berkas yang dibuka dan tiap sambungan terlihat; Typst
mencetak semuanya sekaligus sebagai tulisan.
"""

import logging
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pypdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from core.sanitize import sanitize
from documents import pencetak
from documents.render import typeset
from tests.documents.test_typeset import TEMPLAT, uraian
from tests.terbaca import tulisan_halaman

RAHASIA = "KENARI-tidak-boleh-terbaca"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
# cara → HTML; %s alamatnya
CARA = {
    "gaya": '<link rel="stylesheet" href="%s">',
    "gaya data": '<link rel="stylesheet" href="data:text/css,@import url(%s);">',
    "impor": "<style>@import url('%s');</style>",
    "impor tulisan": '<style>@import "%s";</style>',
    "huruf": "<style>@font-face{font-family:x;src:url('%s')}p{font-family:x}</style><p>x",
    "halaman": "<style>@page{background:url('%s')}</style>",
    "latar": "<div style=\"background-image:url('%s')\">x</div>",
    "isi": "<style>p::before{content:url('%s')}</style><p>x</p>",
    "butir": "<ul style=\"list-style-image:url('%s')\"><li>x</ul>",
    "tepi": "<p style=\"border-image-source:url('%s')\">x</p>",
    "gambar": '<img src="%s">',
    "gambar banyak": '<img srcset="%s 1x">',
    "benda": '<object data="%s">x</object>',
    "sisip": '<embed src="%s">',
    "bingkai": '<iframe src="%s"></iframe>',
    "video": '<video poster="%s"></video>',
    "tombol": '<input type="image" src="%s">',
    "lampiran": '<link rel="attachment" href="%s">',
    "lampiran tautan": '<a rel="attachment" href="%s">x</a>',
    "dasar": '<base href="%s"><img src="x.png">',
    "segarkan": '<meta http-equiv="refresh" content="0;url=%s">',
    "tabel": '<table background="%s"><td background="%s">x</table>',
    "badan": '<body background="%s">x',
    "svg gambar": SVG.format('<image href="%s"/>'),
    "svg pakai": SVG.format('<use xlink:href="%s#a"/>'),
    "svg gaya": SVG.format("<style>@import url(%s);</style><rect/>"),
    "svg saring": SVG.format(
        '<filter id="f"><feImage href="%s"/></filter><rect filter="url(#f)"/>'
    ),
    "doctype": '<!DOCTYPE html SYSTEM "%s"><p>x',
    "entitas": '<!DOCTYPE x [<!ENTITY e SYSTEM "%s">]><p>&e;</p>',
}
JEBAKAN = (
    'read("{}")', '#read("{}")', '#image("{}")', '#include "{}"', '#import "{}": *', "$ x^2 $ {}",
    '#plugin("{}")', '#csv("{}")', '#json("{}")', '#yaml("{}")', '#bibliography("{}")',
    '#eval("{}")', "#panic({})", "{} <label> @label", "`{}`", "*{}*", "= {}", "#[{}]",
    '#link("{}")[x]', '#set text(font: "{}")', '#show: x => "{}"', "// {}", "/* {} */",
    "\\ {} \\u{{41}}", "#sys.inputs {}",
)  # fmt: skip


def alamat(kenari: Path) -> list[str]:
    """Berkas kenari dan peladen yang tidak boleh dihubungi, dengan berbagai tulisan."""
    return [
        kenari.as_uri(),
        str(kenari),
        f"file://localhost{kenari}",
        f"/static/../../../../../../../../{kenari}",
        "http://127.0.0.1:9/x.css",
        "//127.0.0.1:9/x.png",
        "HTTPS://127.0.0.1:9/x",
        "ftp://127.0.0.1/x",
    ]


@pytest.fixture(scope="module")
def kenari(tmp_path_factory: pytest.TempPathFactory) -> Path:
    berkas = tmp_path_factory.mktemp("kenari") / "rahasia.css"
    berkas.write_text(f"/* {RAHASIA} */ p::after {{ content: '{RAHASIA}' }}")
    return berkas


@pytest.fixture(scope="module")
def terlihat() -> Iterator[list[str]]:
    """Berkas yang dibuka dan alamat yang dihubungi selama daftarnya dipasang."""
    semua: list[str] = []
    aktif = [True]

    def dengar(kejadian: str, args: tuple[Any, ...]) -> None:
        if aktif[0] and kejadian in ("open", "socket.connect", "socket.getaddrinfo"):
            semua.append(f"{kejadian} {args[0 if kejadian == 'open' else -1]}")

    sys.addaudithook(dengar)
    yield semua
    aktif[0] = False


@contextmanager
def tanpa_kebocoran(terlihat: list[str], muatan: str) -> Iterator[None]:
    terlihat.clear()
    yield
    bocor = [satu for satu in terlihat if "rahasia.css" in satu or "socket" in satu]
    assert bocor == [], muatan


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # profil warnanya
def test_weasyprint(kenari: Path, terlihat: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """HTML mentah, tanpa dibersihkan: yang menahan pencetaknya sendiri."""
    monkeypatch.setattr(pencetak, "KabarHalaman", logging.NullHandler)
    dicoba = 0
    for (cara, html), tujuan in product(CARA.items(), alamat(kenari)):
        muatan = html.replace("%s", tujuan)
        dicoba += 1
        if cara.startswith("svg"):
            muatan += berlapis(muatan)
        with tanpa_kebocoran(terlihat, f"{cara}: {tujuan}"):
            pdf = b""
            with suppress(FatalURLFetchingError):
                pdf = pencetak.write_pdf(f"<!doctype html><title>x</title>{muatan}".encode())
            if pdf:
                berkas = pypdf.PdfReader(BytesIO(pdf))
                assert not berkas.attachments, muatan
                tulisan = "".join(satu.extract_text() for satu in berkas.pages)
                assert RAHASIA not in tulisan, muatan
    assert dicoba >= 200


def berlapis(html: str) -> str:
    """Muatan di dalam SVG di dalam alamat `data:`."""
    isi = SVG.format(html)
    return f'<img src="data:image/svg+xml;base64,{b64encode(isi.encode()).decode()}">'


def test_typst(kenari: Path) -> None:
    """Semuanya tampil sebagai tulisan; isi kenarinya tidak."""
    muatan = [satu.format(tujuan) for satu, tujuan in product(JEBAKAN, alamat(kenari))]
    assert len(muatan) >= 200
    tercetak = "".join("".join(tulisan_halaman(typeset(TEMPLAT, uraian(*muatan)))).split())
    assert RAHASIA not in tercetak
    hilang = [satu for satu in muatan if "".join(satu.split()) not in tercetak]
    assert len(hilang) < len(muatan) // 10, hilang[:5]  # yang terbelah kaki halaman


def test_pembersih_membuang_semuanya(kenari: Path) -> None:
    """Sebelum pencetaknya: naskah yang ditulis orang tidak pernah memuat alamat."""
    for html, tujuan in product(CARA.values(), alamat(kenari)):
        assert tujuan not in sanitize(html.replace("%s", tujuan)).replace("&amp;", "&")


@pytest.mark.parametrize("rentang", ["99999999", "9" * 400, "-1", "x", "1000", ""])
def test_rentang_sel_berbatas(rentang: str) -> None:
    """Sel yang merentangi jutaan kolom menghabiskan pencetaknya."""
    html = f'<table><tr><td colspan="{rentang}" rowspan="2">x</td></tr></table>'
    assert "colspan" not in sanitize(html)
    assert 'rowspan="2"' in sanitize(html)
