"""Anak pencetak: WeasyPrint, Typst dan python-docx dipakai hanya di sini, dalam proses berbatas.

Sumber luar tidak pernah diambil: WeasyPrint hanya mendapat `/static/` milik proyek dan `data:`;
Typst hanya templatnya dan isinya, dengan huruf Liberation yang terpasang.
"""

import gc
import json
import logging
import resource
import sys
from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.grafik.terpisah import separated
from documents import tata_cetak

Glyphs = set[int]  # nomor aksara yang ada pada hurufnya
BASE_DIR = Path(__file__).resolve().parent.parent
STATIC = BASE_DIR / "static"
TEMPLATES = BASE_DIR / "templates"
REPLACED = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0fc": "√",
    "\uf0d8": "►",
    "\t": " ",
    "\r": "\n",
    "\u00ad": "",
    "\u200b": "",
}
FONTS = "/usr/share/fonts/truetype/liberation"  # paket fonts-liberation
SVG = {"Content-Type": "image/svg+xml"}
LEBAR_PNG = 640  # titik: lebar gambar salinan Word sebelum dikecilkan
PPI = 144  # titik gambar tiap inci; pada 165 mm menjadi 197
KABAR = "kabar halaman "  # awal baris kabar pada keluaran galat pencetak


def berkas_statis(url: str) -> Path:
    """Berkas statis untuk `url`; `ValueError` bila di luar `static/`."""
    prefix = "file:///static/"
    alamat = url.removeprefix(prefix)
    nama, _, _ = alamat.partition("?")
    path = (STATIC / nama).resolve()
    is_static = url.startswith(prefix) and path.is_relative_to(STATIC)
    if not is_static or not path.is_file():
        raise ValueError(f"Sumber di luar berkas statis ditolak: {url[:100]}")
    return path


class KabarHalaman(logging.Handler):
    """Kabar penataan WeasyPrint menjadi baris kabar pada keluaran galat.

    Halaman ditata berulang sampai nomornya tetap; banyaknya diketahui sejak putaran kedua.
    """

    def __init__(self) -> None:
        super().__init__()
        self.maju = 0
        self.dari = 0

    def emit(self, record: logging.LogRecord) -> None:
        pesan = str(record.msg)
        if "Repagination" in pesan:
            self.dari = self.maju
        elif "layout - Page" in pesan and isinstance(record.args, tuple):
            halaman = str(record.args[0])
            self.maju = int(halaman)
            kabar = f"{KABAR}{self.maju} {self.dari}"
            sys.stderr.write(f"{kabar}\n")
            sys.stderr.flush()


def write_pdf(masukan: bytes) -> bytes:
    """Dijalankan di proses anak: HTML menjadi PDF."""
    import weasyprint
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    kabar = logging.getLogger("weasyprint.progress")
    kabar.setLevel(logging.INFO)
    kabar.addHandler(KabarHalaman())

    naskah, gambar = separated(masukan.decode())

    class StaticFetcher(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url in gambar:
                svg = gambar[url].encode()
                return URLFetcherResponse(url, svg, SVG)
            if url.startswith("data:"):
                return super().fetch(url, headers)
            try:
                return super().fetch(berkas_statis(url).as_uri(), headers)
            except ValueError as error:
                raise FatalURLFetchingError(str(error)) from error

    fetcher = StaticFetcher(allowed_protocols={"file", "data"}, allow_redirects=False)
    dokumen = weasyprint.HTML(
        string=naskah,
        base_url="file:///",
        url_fetcher=fetcher,
        media_type="print",
    )
    identifier = sha256(masukan).digest()[:16]
    return dokumen.write_pdf(
        pdf_variant="pdf/a-3b",
        pdf_tags=True,
        presentational_hints=True,
        pdf_identifier=identifier,
    )


def write_typst(masukan: bytes) -> bytes:
    """Dijalankan di proses anak: templat Typst dan isinya menjadi PDF.

    Peringatan Typst berarti gagal.
    """
    import typst

    order = json.loads(masukan)
    template = TEMPLATES / order["template"]
    isi = legible(order["isi"], glyphs())
    berkas = _berkas(template)
    berkas["isi.json"] = json.dumps(isi, ensure_ascii=False).encode()
    for nama, data in order["berkas"].items():
        berkas[nama] = b64decode(data)
    # gambar bukan tulisan: Typst hanya menerimanya dari folder
    with TemporaryDirectory() as folder:
        for nama, data in berkas.items():
            (Path(folder) / nama).write_bytes(data)
        hasil, warnings = typst.compile_with_warnings(
            f"{folder}/main.typ",
            format="pdf",
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=["a-3b"],
        )
    if warnings:
        raise ValueError(f"Naskah tidak dapat disusun: {warnings[0].message}")
    return bytes(hasil)


def _berkas(template: Path) -> dict[str, bytes]:
    """Templat, yang dipanggilnya dari foldernya, dan tata cetaknya."""
    berkas = {}
    for path in template.parent.glob("*.typ"):
        berkas[path.name] = path.read_bytes()
    berkas["main.typ"] = template.read_bytes()
    berkas["tata.typ"] = tata_cetak.typst().encode()
    return berkas


@cache
def glyphs() -> Glyphs:
    """Aksara yang ada pada kedua huruf naskah."""
    from fontTools.ttLib import TTFont

    dikenal = []
    for nama in ("Sans", "Serif"):
        with TTFont(f"{FONTS}/Liberation{nama}-Regular.ttf", lazy=True) as font:
            dikenal.append(set(font.getBestCmap()))
    return set.intersection(*dikenal)


def legible(nilai: Any, dikenal: Glyphs) -> Any:
    """`nilai` dengan aksara di luar hurufnya diganti `□`; butir Word menjadi `•`, tab spasi.

    PDF/A menolak aksara tanpa gambar; yang diganti tampak pada naskah, tidak hilang diam-diam.
    """
    if isinstance(nilai, str):
        return "".join(_legible_char(char, dikenal) for char in nilai)
    if isinstance(nilai, list):
        return [legible(satu, dikenal) for satu in nilai]
    if isinstance(nilai, dict):
        hasil = {}
        for nama, satu in nilai.items():
            hasil[nama] = legible(satu, dikenal)
        return hasil
    return nilai


def _legible_char(char: str, dikenal: Glyphs) -> str:
    """Aksara yang tidak ada pada huruf cetak diganti, bukan hilang."""
    is_dikenal = char == "\n" or ord(char) in dikenal
    if is_dikenal:
        return char
    return REPLACED.get(char, "□")


def write_docx(masukan: bytes) -> bytes:
    """Dijalankan di proses anak: HTML cetak menjadi berkas Word, gambarnya PNG."""
    from lxml.html import document_fromstring

    from documents.word.gambar import beri_keterangan, semua_gambar
    from documents.word.susunan import susun

    naskah, svg = separated(masukan.decode())
    akar = document_fromstring(naskah)
    png, tersemat = semua_gambar(akar)
    beri_keterangan(akar, svg)
    return susun(akar, png | draw_png(svg | tersemat))


def draw_png(svg: Mapping[str, str]) -> dict[str, bytes]:
    """PNG tiap SVG menurut alamatnya, dengan huruf naskah."""
    import typst

    if not svg:
        return {}
    baris = ["#set page(width: auto, height: auto, margin: 0pt, fill: white)"]
    with TemporaryDirectory() as folder:
        for urut, isi in enumerate(svg.values()):
            (Path(folder) / f"{urut}.svg").write_text(isi)
            baris.append(f'#page(image("{urut}.svg", width: {LEBAR_PNG}pt))')
        sumber = Path(folder) / "main.typ"
        sumber.write_text("\n".join(baris))
        hasil = typst.compile(
            str(sumber),
            format="png",
            ppi=PPI,
            font_paths=[FONTS],
            ignore_system_fonts=True,
        )
    semua = hasil if isinstance(hasil, list) else [hasil]
    return dict(zip(svg, semua, strict=True))


ENGINES: dict[str, Callable[[bytes], bytes]] = {
    "html": write_pdf,
    "typst": write_typst,
    "docx": write_docx,
}
LIBRARIES = {"html": "weasyprint", "typst": "typst", "docx": "docx"}


def sediakan(engine: str, *batas: str) -> None:
    """Dimuat induknya sekali bagi semua anak."""
    import_module(LIBRARIES[engine])
    if engine == "typst":
        glyphs()


def main(engine: str, memory: str, cpu: str) -> None:
    """Proses anak: isi naskah dari masukan baku, PDF ke keluaran baku."""
    ingatan = int(memory)
    waktu = int(cpu)
    resource.setrlimit(resource.RLIMIT_AS, (ingatan, ingatan))
    resource.setrlimit(resource.RLIMIT_CPU, (waktu, waktu))
    gc.disable()  # prosesnya sebentar dan ingatannya berbatas; menyapu hanya memperlambat
    masukan = sys.stdin.buffer.read()
    hasil = ENGINES[engine](masukan)
    sys.stdout.buffer.write(hasil)
