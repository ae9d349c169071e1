"""Bahan emas naskah: isi beku sebagai data polos, cetakan dan lembarnya kini."""

import io
import json
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

from django.apps import apps
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from core import spreadsheet
from documents.jenis import JenisNaskah
from documents.models import Snapshot
from documents.printing import print_html

EMAS = Path(__file__).parent / "golden" / "naskah"
LABEL = {
    "bukti_ikk": "villages.BerkasIkk",
    "capaian": "kinerja.NaskahKinerja:capaian",
    "e81": "kinerja.NaskahKinerja:e81",
    "evaluasi": "kinerja.NaskahKinerja:evaluasi",
    "ikk": "kinerja.NaskahKinerja:ikk",
    "iku": "kinerja.NaskahKinerja:iku",
    "lkjip": "kinerja.Lkjip",
    "penetapan_idm": "idm.PenetapanIdm",
    "perjanjian": "kinerja.PerjanjianKinerja",
    "rencana_aksi": "kinerja.NaskahKinerja:rencana_aksi",
}
BERKAS = [p for p in sorted(EMAS.glob("v*/*.json")) if not p.name.endswith(".nilai.json")]
BARIS_HTML = re.compile(r"<tr[^>]*>(.*?)</tr>", re.S)
BERSATUAN = re.compile(r'#,##0\.?(0*)" (.+)"')
BERSUSUN = re.compile(
    r'<span class="pecahan">\s*<span class="atas">(.*?)</span><span>(.*?)</span>\s*</span>', re.S
)
ANGKA = re.compile(r"-?\d[\d.,]*")


def jenis(berkas: Path) -> str:
    """Jenis naskah yang membekukan `berkas`: awalan nama yang dikenal."""
    return next(nama for nama in LABEL if berkas.stem.startswith(nama))


def pilih(*nama: str) -> list[Path]:
    """Berkas emas naskah sejenis `nama`."""
    return [berkas for berkas in BERKAS if jenis(berkas) in nama]


def sebutan(berkas: Path) -> str:
    """Nama uji untuk satu berkas."""
    return f"{berkas.parent.name}/{berkas.stem}"


def naskah(berkas: Path) -> JenisNaskah[Any]:
    return kosong(jenis(berkas)).jenis_naskah


def polos(berkas: Path) -> dict[str, Any]:
    """Isi beku sebagai data polos, tanpa dibaca kode naskahnya."""
    isi: dict[str, Any] = json.loads(berkas.read_text())
    return isi


def nilai(berkas: Path) -> dict[str, Any]:
    """Angka tercetak dan isi lembar menurut kode rilisnya."""
    return polos(berkas.with_suffix(".nilai.json"))


def cetakan(berkas: Path) -> str:
    """Cetakan naskah sah yang isi bekunya `berkas`."""
    return cetak(jenis(berkas), berkas.read_text())


def cetak(nama: str, beku: str) -> str:
    """Cetakan HTML naskah sah sejenis `nama` dengan isi beku itu."""
    return print_html(kosong(nama, status="ditandatangani", snapshot=Snapshot(content=beku)))


def kosong(nama: str, **isian: Any) -> Any:
    """Naskah sejenis `nama` yang tidak tersimpan."""
    app, _, macam = LABEL[nama].partition(":")
    if macam:
        isian["jenis"] = macam
    return apps.get_model(app)(**isian)


def lembar(nama: str, beku: str, *, is_terhitung: bool = False) -> Workbook:
    """Buku kerja naskah sejenis `nama`; `is_terhitung` memberi nilai rumusnya."""
    jenis_naskah = kosong(nama).jenis_naskah
    assert jenis_naskah.lembar is not None
    isi = spreadsheet.xlsx(jenis_naskah.lembar(jenis_naskah.restore(beku)))
    return load_workbook(io.BytesIO(isi), data_only=is_terhitung)


def terisi(row: Iterable[Any]) -> list[Any]:
    """Isi satu baris tanpa sel kosong, dan tanpa tanda jumlah sebagian yang dulu belum ada."""
    berisi = (isi for isi in row if isi is not None)
    return [isi.removesuffix("*") if isinstance(isi, str) else isi for isi in berisi]


def tampak(sel: Cell) -> Any:
    """Isi sel; angka yang bentuknya memuat satuan ditulis seperti dibaca orang."""
    bentuk = BERSATUAN.fullmatch(sel.number_format)
    if bentuk is None or not isinstance(sel.value, int | float):
        return sel.value
    pecahan, satuan = bentuk.groups()
    tulisan = f"{sel.value:,.{len(pecahan)}f}".translate(str.maketrans(",.", ".,"))
    return f"{tulisan} {satuan}"


def teks(html: str) -> str:
    """Kata yang terbaca, tanpa gambar dan gaya."""
    html = re.sub(r"<(style|script|svg).*?</\1>", " ", html, flags=re.S).replace("&shy;", "")
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def uraikan(lembar: Any) -> Any:
    """Sel gabungan diisi pada tiap barisnya."""
    for gabungan in list(lembar.merged_cells.ranges):
        isi = lembar.cell(gabungan.min_row, gabungan.min_col).value
        lembar.unmerge_cells(str(gabungan))
        if gabungan.min_col == gabungan.max_col:
            for baris in range(gabungan.min_row, gabungan.max_row + 1):
                lembar.cell(baris, gabungan.min_col).value = isi
    return lembar


def tabel_cetak(html: str) -> list[list[list[str]]]:
    """Sel berisi tiap baris tiap tabel pada cetakan, tanpa kepalanya."""
    badan = re.findall(r"<tbody>(.*?)</tbody>", html, flags=re.S)
    return [[_sel(baris) for baris in BARIS_HTML.findall(satu)] for satu in badan]


def _sel(baris: str) -> list[str]:
    isi = (_tulisan(sel) for sel in re.findall(r"<td[^>]*>(.*?)</td>", baris, flags=re.S))
    return [satu.removesuffix("*") for satu in isi if satu]


def _tulisan(sel: str) -> str:
    """Pecahan bersusun ditulis sebaris, seperti pada lembar kerjanya."""
    sel = BERSUSUN.sub(r"(\1) / (\2)", sel)
    sel = re.sub(r'<span class="kali">(× \d+)(?: %)?</span>', r" \1", sel)
    return unescape(re.sub(r"<[^>]+>", "", sel.replace("<br>", "\n"))).strip()
