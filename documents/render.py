"""Satu-satunya tempat WeasyPrint dan Typst dipakai; pencetakan berjalan di proses anak berbatas.

Naskah bertabel disusun Typst dari uraiannya (`typeset`), naskah prosa dicetak WeasyPrint dari HTML
(`pdf`). Sumber luar tidak pernah diambil: WeasyPrint hanya mendapat `/static/` milik proyek dan
`data:`; Typst hanya templatnya dan isinya, dengan huruf Liberation yang terpasang.
"""

import gc
import json
import logging
import resource
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from core.grafik.terpisah import separated
from core.terbatas import run_module
from documents import tata_cetak

Catatan = list[str]  # keluaran pencetaknya, baris demi baris
Glyphs = set[int]  # nomor aksara yang ada pada hurufnya
Isi = dict[str, Any]  # yang disebut templatnya
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
MEMORY_BYTES = 3 * 1024**3
CPU_SECONDS = 120
WALL_SECONDS = 180
WALL_DITENGOK = 900  # yang kemajuannya terlihat boleh menunggu mesin yang sibuk
MODUL = "documents.render"
SVG = {"Content-Type": "image/svg+xml"}
KABAR = "kabar halaman "  # awal baris kabar pada keluaran galat pencetak

# (halaman yang sudah tertata, seluruhnya); yang belum diketahui None
Banyak = int | None
Pantau = Callable[[Banyak, Banyak], None]


class RenderFailed(Exception):
    """Naskah tidak dapat dicetak; pesannya berbahasa Indonesia."""


def html(template: str, context: Isi) -> str:
    """Naskah sebagai HTML, sama untuk peramban dan PDF."""
    from django.template.loader import render_to_string

    return render_to_string(template, context)


def pdf(html: str, pantau: Pantau | None = None) -> bytes:
    """PDF/A-3b dari HTML; isi yang sama memberi bita yang sama. `RenderFailed` bila gagal.

    `pantau` dipanggil berkala; galat darinya menghentikan pencetakan.
    """
    return _anak("html", html.encode(), pantau)


def fingerprint(html: str) -> str:
    """Sidik cetakan `html` sebelum dicetak: isinya, dan lembar gaya yang dipakainya."""
    content = [html.encode()]
    for path in sorted(STATIC.glob("print/*.css")):
        content.append(path.read_bytes())
    joined = b"".join(content)
    return sha256(joined).hexdigest()


def typeset(template: str, isi: Isi, berkas: Mapping[str, bytes] | None = None) -> bytes:
    """PDF/A-3b dari `template` Typst; `isi` datanya, `berkas` gambar menurut namanya.

    Tulisan dalam `isi` tidak pernah menjadi markah. Isi yang sama memberi bita yang sama.
    `RenderFailed` bila gagal.
    """
    pictures = {}
    if berkas:
        for name, data in berkas.items():
            pictures[name] = b64encode(data).decode()
    order = {"template": template, "isi": isi, "berkas": pictures}
    return _anak("typst", _json(order))


def _json(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False)
    return text.encode()


def _anak(engine: str, masukan: bytes, pantau: Pantau | None = None) -> bytes:
    """Pencetak berjalan di proses anak berbatas ingatan dan waktu."""

    def tengok(catatan: Catatan) -> None:
        if pantau is not None:
            pantau(*_banyak_halaman(catatan))

    seconds = WALL_SECONDS if pantau is None else WALL_DITENGOK
    order = (engine, str(MEMORY_BYTES), str(CPU_SECONDS))
    try:
        done = run_module(MODUL, *order, seconds=seconds, masukan=masukan, pantau=tengok)
    except subprocess.TimeoutExpired as error:
        raise RenderFailed("Pencetakan PDF melebihi batas waktu.") from error
    if done.kode or not done.isi.startswith(b"%PDF"):
        raise RenderFailed(f"PDF tidak dapat dibuat: {_reason(done.catatan)}")
    return done.isi


def _banyak_halaman(catatan: Catatan) -> tuple[Banyak, Banyak]:
    """Kabar terakhir: halaman yang tertata, dan seluruhnya bila sudah pernah tertata semua."""
    for line in reversed(catatan):
        if line.startswith(KABAR):
            maju, dari = line.removeprefix(KABAR).split()
            return int(maju), int(dari) or None
    return None, None


def _reason(catatan: Catatan) -> str:
    """Baris terakhir yang bukan kabar."""
    lines = [line for line in catatan if not line.startswith(KABAR)]
    return lines[-1] if lines else "tanpa keterangan"


def berkas_statis(url: str) -> Path:
    """Berkas statis untuk `url`; `ValueError` bila di luar `static/`."""
    prefix = "file:///static/"
    alamat = url.removeprefix(prefix)
    name, _, _ = alamat.partition("?")
    path = (STATIC / name).resolve()
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
    berkas["isi.json"] = _json(isi)
    for name, data in order["berkas"].items():
        berkas[name] = b64decode(data)
    # gambar bukan tulisan: Typst hanya menerimanya dari folder
    with TemporaryDirectory() as folder:
        for name, data in berkas.items():
            (Path(folder) / name).write_bytes(data)
        result, warnings = typst.compile_with_warnings(
            f"{folder}/main.typ",
            format="pdf",
            font_paths=[FONTS],
            ignore_system_fonts=True,
            pdf_standards=["a-3b"],
        )
    if warnings:
        raise ValueError(f"Naskah tidak dapat disusun: {warnings[0].message}")
    return bytes(result)


def _berkas(template: Path) -> dict[str, bytes]:
    """Templat, yang dipanggilnya dari foldernya, dan tata cetaknya."""
    berkas = {}
    for path in template.parent.glob("*.typ"):
        berkas[path.name] = path.read_bytes()
    berkas["main.typ"] = template.read_bytes()
    berkas["tata.typ"] = tata_cetak.typst().encode()
    return berkas


def glyphs() -> Glyphs:
    """Aksara yang ada pada kedua huruf naskah."""
    from fontTools.ttLib import TTFont

    known = []
    for name in ("Sans", "Serif"):
        with TTFont(f"{FONTS}/Liberation{name}-Regular.ttf", lazy=True) as font:
            known.append(set(font.getBestCmap()))
    return set.intersection(*known)


def legible(value: Any, known: Glyphs) -> Any:
    """`value` dengan aksara di luar hurufnya diganti `□`; butir Word menjadi `•`, tab spasi.

    PDF/A menolak aksara tanpa gambar; yang diganti tampak pada naskah, tidak hilang diam-diam.
    """
    if isinstance(value, str):
        return "".join(_legible_char(char, known) for char in value)
    if isinstance(value, list):
        return [legible(one, known) for one in value]
    if isinstance(value, dict):
        return {name: legible(one, known) for name, one in value.items()}
    return value


def _legible_char(char: str, known: Glyphs) -> str:
    """Aksara yang tidak ada pada huruf cetak diganti, bukan hilang."""
    is_known = char == "\n" or ord(char) in known
    if is_known:
        return char
    return REPLACED.get(char, "□")


ENGINES: dict[str, Callable[[bytes], bytes]] = {
    "html": write_pdf,
    "typst": write_typst,
}


def main(engine: str, memory: int, cpu: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    gc.disable()  # prosesnya sebentar dan ingatannya berbatas; menyapu hanya memperlambat
    masukan = sys.stdin.buffer.read()
    result = ENGINES[engine](masukan)
    sys.stdout.buffer.write(result)


if __name__ == "__main__":
    _, mesin, ingatan, waktu = sys.argv
    main(mesin, int(ingatan), int(waktu))
