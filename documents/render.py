"""Satu pintu mencetak; pencetaknya (`documents.pencetak`) berjalan di proses anak berbatas.

Naskah bertabel disusun Typst dari uraiannya (`typeset`), naskah prosa dicetak WeasyPrint dari HTML
(`pdf`); salinan Word semuanya dari HTML (`docx`).
"""

import json
import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from core.terbatas import run_module
from documents.pencetak import KABAR, STATIC

Catatan = list[str]  # keluaran pencetaknya, baris demi baris
Isi = dict[str, Any]  # yang disebut templatnya
MEMORY_BYTES = 3 * 1024**3
CPU_SECONDS = 120
WALL_SECONDS = 180
WALL_DITENGOK = 900  # yang kemajuannya terlihat boleh menunggu mesin yang sibuk
MODUL = "documents.pencetak"
AWALAN = (b"%PDF", b"PK")  # bita pertama hasilnya
SEBUTAN = {"docx": "Salinan Word"}

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


def docx(html: str, pantau: Pantau | None = None) -> bytes:
    """Salinan Word dari HTML yang sama. `RenderFailed` bila gagal."""
    return _anak("docx", html.encode(), pantau)


def fingerprint(html: str) -> str:
    """Sidik cetakan `html` sebelum dicetak: isinya, dan lembar gaya yang dipakainya."""
    isi = [html.encode()]
    for path in sorted(STATIC.glob("print/*.css")):
        isi.append(path.read_bytes())
    joined = b"".join(isi)
    return sha256(joined).hexdigest()


def typeset(template: str, isi: Isi, berkas: Mapping[str, bytes] | None = None) -> bytes:
    """PDF/A-3b dari `template` Typst; `isi` datanya, `berkas` gambar menurut namanya.

    Tulisan dalam `isi` tidak pernah menjadi markah. Isi yang sama memberi bita yang sama.
    `RenderFailed` bila gagal.
    """
    pictures = {}
    if berkas:
        for nama, data in berkas.items():
            pictures[nama] = b64encode(data).decode()
    order = {"template": template, "isi": isi, "berkas": pictures}
    return _anak("typst", _json(order))


def _json(nilai: Any) -> bytes:
    teks = json.dumps(nilai, ensure_ascii=False)
    return teks.encode()


def _anak(engine: str, masukan: bytes, pantau: Pantau | None = None) -> bytes:
    """Pencetak berjalan di proses anak berbatas ingatan dan waktu."""

    def tengok(catatan: Catatan) -> None:
        if pantau is not None:
            pantau(*_banyak_halaman(catatan))

    sebutan = SEBUTAN.get(engine, "PDF")
    seconds = WALL_SECONDS if pantau is None else WALL_DITENGOK
    order = (engine, str(MEMORY_BYTES), str(CPU_SECONDS))
    try:
        done = run_module(MODUL, *order, seconds=seconds, masukan=masukan, pantau=tengok)
    except subprocess.TimeoutExpired as error:
        raise RenderFailed(f"Pencetakan {sebutan} melebihi batas waktu.") from error
    if done.kode or not done.isi.startswith(AWALAN):
        raise RenderFailed(f"{sebutan} tidak dapat dibuat: {_sebab(done.catatan)}")
    return done.isi


def _banyak_halaman(catatan: Catatan) -> tuple[Banyak, Banyak]:
    """Kabar terakhir: halaman yang tertata, dan seluruhnya bila sudah pernah tertata semua."""
    for baris in reversed(catatan):
        if baris.startswith(KABAR):
            maju, dari = baris.removeprefix(KABAR).split()
            return int(maju), int(dari) or None
    return None, None


def _sebab(catatan: Catatan) -> str:
    """Baris terakhir yang bukan kabar."""
    semua_baris = [baris for baris in catatan if not baris.startswith(KABAR)]
    if semua_baris:
        return semua_baris[-1]
    return "tanpa keterangan"
