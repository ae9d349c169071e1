"""Logo SVG unggahan menjadi PNG: unsurnya diperiksa, lalu digambar, di proses anak.

SVG-nya sendiri tidak pernah disimpan maupun dikirim ke peramban.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from core.terbatas import ask, batasi, tolak

LEBAR = 800  # titik gambar
MEMORY_BYTES = 512 * 1024**2
SECONDS = 10
TERBANYAK = 20_000  # unsur, sesudah tiap <use> diuraikan
SVG = "{http://www.w3.org/2000/svg}"
HREF = ("href", "{http://www.w3.org/1999/xlink}href")
UNSUR = {
    *("svg", "g", "defs", "symbol", "use", "clipPath", "style", "title", "desc", "metadata"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
    *("linearGradient", "radialGradient", "stop"),
}
ALAMAT = ("url(", "@import", "javascript:")
RUSAK = "SVG tidak dapat dibaca."
TERLARANG = "SVG memuat <{nama}>. Simpan logonya sebagai PNG."
BERSKRIP = "SVG memuat skrip atau alamat luar ({nama}). Simpan logonya sebagai PNG."
TERLALU_RUMIT = "SVG terlalu rumit. Simpan logonya sebagai PNG."
Bernama = dict[str, Element]
TEMPLAT = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image("logo.svg", width: {lebar}pt)"""


class SvgRefused(ValueError):
    """SVG yang tidak digambar, dengan sebabnya."""


def is_svg(data: bytes) -> bool:
    """Menurut isinya, bukan menurut namanya."""
    awal = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return awal.startswith(b"<") and b"<svg" in data


def png(data: bytes) -> bytes:
    """PNG dari SVG; `AnakGagal` bila memuat skrip, alamat luar, atau terlalu besar.

    Lebarnya `LEBAR` titik gambar, tingginya menurut bentuknya, latarnya bening.
    """
    return ask("core.svg", data, seconds=SECONDS, lama=TERLALU_RUMIT, rusak=RUSAK)


def check(data: bytes) -> None:
    """Hanya bentuk dan warna; entitas, skrip, alamat luar dan unsur lain ditolak."""
    akar = _akar(data)
    bernama = {}
    for unsur in akar.iter():
        _check_unsur(unsur)
        bernama[unsur.get("id", "")] = unsur
    semua = _uraian(akar, bernama, ())
    if any(True for _ in islice(semua, TERBANYAK, None)):
        raise SvgRefused(TERLALU_RUMIT)


def _akar(data: bytes) -> Element:
    try:
        akar: Element = fromstring(data)
    except DefusedXmlException as error:
        raise SvgRefused(BERSKRIP.format(nama="entitas")) from error
    except (ParseError, ValueError) as error:
        raise SvgRefused(RUSAK) from error
    if akar.tag != f"{SVG}svg":
        raise SvgRefused(RUSAK)
    return akar


def _check_unsur(unsur: Element) -> None:
    """Unsur program gambar (ruang nama lain) tidak tergambar, jadi dibiarkan."""
    nama = unsur.tag.removeprefix(SVG)
    if unsur.tag.startswith(SVG) and nama not in UNSUR:
        pesan = TERLARANG.format(nama=nama)
        raise SvgRefused(pesan)
    luar = []
    for atribut, nilai in unsur.items():
        if _is_luar(atribut, nilai):
            luar.append(atribut)
    if _is_alamat(unsur.text or ""):
        luar.append(nama)
    if luar:
        _, _, sebutan = luar[0].rpartition("}")
        pesan = BERSKRIP.format(nama=sebutan)
        raise SvgRefused(pesan)


def _is_luar(atribut: str, nilai: str) -> bool:
    """Atribut yang menjalankan sesuatu, atau menunjuk ke luar berkasnya."""
    if atribut in HREF:
        return not nilai.startswith("#")
    return atribut.lower().startswith("on") or _is_alamat(nilai)


def _is_alamat(tulisan: str) -> bool:
    """Gaya yang mengambil sesuatu dari luar berkasnya."""
    rapat = "".join(tulisan.lower().split())
    for tanda in ("", "'", '"'):
        rapat = rapat.replace(f"url({tanda}#", "")
    return any(awal in rapat for awal in ALAMAT)


def _uraian(unsur: Element, bernama: Bernama, dari: tuple[str, ...]) -> Iterator[Element]:
    """Unsur sebagaimana tergambar; `<use>` yang memuat dirinya ditolak."""
    yield unsur
    for anak in unsur:
        yield from _uraian(anak, bernama, dari)
    if unsur.tag != f"{SVG}use":
        return
    tujuan = "".join(unsur.get(nama, "") for nama in HREF)
    tujuan = tujuan.removeprefix("#")
    if tujuan in dari:
        raise SvgRefused(TERLALU_RUMIT)
    if tujuan in bernama:
        yield from _uraian(bernama[tujuan], bernama, (*dari, tujuan))


def main() -> None:
    """Dijalankan di proses anak berbatas ingatan dan waktu."""
    import typst

    batasi(MEMORY_BYTES, SECONDS)
    data = sys.stdin.buffer.read()
    try:
        check(data)
    except SvgRefused as error:
        tolak(str(error))
    berkas = {"main.typ": TEMPLAT.format(lebar=LEBAR).encode(), "logo.svg": data}
    hasil = typst.compile(berkas, format="png", ppi=72, ignore_system_fonts=True)
    sys.stdout.buffer.write(hasil)
