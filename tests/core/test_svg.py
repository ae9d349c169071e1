"""Logo SVG digambar; skrip, alamat luar, unsur asing dan bom ditolak dengan sebabnya."""

import subprocess
from io import BytesIO

import pytest
from PIL import Image

from core import svg, terbatas
from core.terbatas import AnakGagal

BUNGKUS = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 20 10">{}</svg>'
)
WARNA = (
    '<defs><linearGradient id="g"><stop stop-color="#14463d"/></linearGradient></defs>'
    '<rect width="20" height="10" fill="url(#g)"/><use xlink:href="#tidak-ada"/>'
)
SEPULUH = "<g id='a{}'>" + "<use href='#a{}'/>" * 10 + "</g>"
BERTINGKAT = "".join(SEPULUH.format(n, *[n + 1] * 10) for n in range(9))  # 10^9 unsur
TOLAK = [
    ("<script>alert(1)</script>", "<script>"),
    ("<foreignObject/>", "<foreignObject>"),
    ('<image href="data:image/png;base64,x"/>', "<image>"),
    ('<path onclick="x"/>', "onclick"),
    ('<use xlink:href="http://contoh.id/#a"/>', "href"),
    ('<rect fill="url( http://contoh.id )"/>', "fill"),
    ("<style>@import url(x)</style>", "style"),
    ('<g id="a"><use href="#a"/></g>', "terlalu rumit"),
    (BERTINGKAT, "terlalu rumit"),
    ("<path", "tidak dapat dibaca"),
]


def isi(dalam):
    return BUNGKUS.format(dalam).encode()


def test_gambar_menjadi_png_selebar_batas():
    with Image.open(BytesIO(svg.png(isi(WARNA)))) as gambar:
        assert (gambar.format, gambar.size) == ("PNG", (800, 400))
        assert gambar.getpixel((400, 200))[:3] == (0x14, 0x46, 0x3D)


@pytest.mark.parametrize(("dalam", "sebab"), TOLAK)
def test_yang_lain_ditolak_dengan_sebabnya(dalam, sebab):
    with pytest.raises(svg.SvgRefused, match=sebab):
        svg.check(isi(dalam))


def test_entitas_dan_akar_lain_ditolak():
    entitas = b'<!DOCTYPE svg [<!ENTITY a "b">]>' + isi("<title>&a;</title>")
    with pytest.raises(svg.SvgRefused, match="entitas"):
        svg.check(entitas)
    with pytest.raises(svg.SvgRefused, match="tidak dapat dibaca"):
        svg.check(b"<html><svg/></html>")


def test_unsur_program_gambar_dibiarkan():
    svg.check(isi('<sodipodi:namedview xmlns:sodipodi="http://sodipodi" pagecolor="#fff"/>'))


def test_dikenali_menurut_isinya():
    assert svg.is_svg(b'\xef\xbb\xbf<?xml version="1.0"?>\n<svg/>')
    assert not svg.is_svg(b"\x89PNG\r\n\x1a\n<svg/>")


def test_yang_gagal_atau_lama_digambar_ditolak(monkeypatch):
    raksasa = BUNGKUS.replace("20 10", "1 9999999").format("<rect/>").encode()
    with pytest.raises(AnakGagal, match="tidak dapat dibaca"):
        svg.png(raksasa)

    def lambat(*args, **kwargs):
        raise subprocess.TimeoutExpired("svg", svg.SECONDS)

    monkeypatch.setattr(terbatas, "run_module", lambat)
    with pytest.raises(AnakGagal, match="terlalu rumit"):
        svg.png(isi(WARNA))
