"""Isi beku setiap versi yang pernah dirilis terbuka, tercetak dan menjadi lembar tanpa angka yang hilang.

Bahannya `tests/golden/naskah/v<versi>/`; lihat `tests/golden/README.md`.
"""

import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.template import VariableDoesNotExist
from django.template.base import Variable
from openpyxl import load_workbook

from core import spreadsheet
from documents import papers
from documents.models import Snapshot
from documents.papers import Paper
from documents.printing import print_html
from documents.snapshot import canonical

EMAS = Path(__file__).parent.parent / "golden" / "naskah"
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
ANGKA = re.compile(r"-?\d[\d.,]*")
TAHUN = re.compile(r"20\d\d")


def label(berkas: Path) -> str:
    """Naskah yang membekukan `berkas`: awalan nama yang dikenal."""
    return next(label for nama, label in LABEL.items() if berkas.stem.startswith(nama))


def naskah(berkas: Path) -> Paper[Any]:
    return papers.registered()[label(berkas)]


def nilai(berkas: Path) -> dict[str, Any]:
    """Angka tercetak dan isi lembar menurut kode rilisnya."""
    isi: dict[str, Any] = json.loads(berkas.with_suffix(".nilai.json").read_text())
    return isi


def cetakan(berkas: Path) -> str:
    """Cetakan naskah sah yang isi bekunya `berkas`."""
    app, _, jenis = label(berkas).partition(":")
    naskah = apps.get_model(app)(
        status="ditandatangani", snapshot=Snapshot(content=berkas.read_text()), **{"jenis": jenis} if jenis else {}
    )
    return print_html(naskah)


def teks(html: str) -> str:
    """Kata yang terbaca, tanpa gambar dan gaya."""
    html = re.sub(r"<(style|script|svg).*?</\1>", " ", html, flags=re.S).replace("&shy;", "")
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def angka_cetak(tulisan: Iterable[str]) -> Counter[str]:
    """Angka tiga digit atau lebih; nomor urut, nomor kolom dan tahun bukan angka naskah."""
    angka = (satu.strip(".,") for satu in tulisan)
    return Counter(satu for satu in angka if len(satu) > 2 and not TAHUN.fullmatch(satu))


def angka_lembar(rows: Iterable[Sequence[Any]]) -> Counter[float]:
    """Sel yang berisi angka."""
    return Counter(isi for row in rows for isi in row if isinstance(isi, int | float))


semua = pytest.mark.parametrize("berkas", BERKAS, ids=lambda p: f"{p.parent.name}/{p.stem}")


def test_semua_naskah_rilis_punya_emas() -> None:
    assert {label(berkas) for berkas in BERKAS} == set(LABEL.values())


@semua
def test_angka_yang_dulu_tercetak_masih_tercetak(berkas: Path) -> None:
    """Susunannya boleh berganti; tidak satu angka pun hilang atau berubah."""
    kini = angka_cetak(ANGKA.findall(teks(cetakan(berkas))))
    assert angka_cetak(nilai(berkas)["cetak"]) - kini == Counter()


@semua
def test_angka_lembar_dulu_masih_ada(berkas: Path) -> None:
    sheet, lama = naskah(berkas).sheet, nilai(berkas)["lembar"]
    if sheet is None:
        assert lama == {}
        return
    content = spreadsheet.xlsx(sheet(naskah(berkas).restore(berkas.read_text())))
    kini = {s.title: angka_lembar(s.iter_rows(values_only=True)) for s in load_workbook(io.BytesIO(content))}
    assert kini.keys() == lama.keys()
    for nama, rows in lama.items():
        assert angka_lembar(rows) - kini[nama] == Counter(), nama


@semua
def test_dibekukan_lagi_tanpa_berubah(berkas: Path) -> None:
    """Isi bertipe menjadi isi beku versi kini dan kembali; tidak ada fakta yang berbeda."""
    paper = naskah(berkas)
    isi = paper.restore(berkas.read_text())
    assert paper.restore(canonical(isi)) == isi
    assert paper.differences(berkas.read_text(), isi) == []


@semua
def test_templat_hanya_menyebut_kolom_yang_ada(berkas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nama kolom yang salah tulis mencetak kosong tanpa galat; di sini ia menggagalkan uji."""
    asing: set[str] = set()
    asli = Variable._resolve_lookup

    def lookup(self: Variable, context: Any) -> Any:
        try:
            return asli(self, context)
        except VariableDoesNotExist as error:
            if is_dataclass(error.params[1]):
                asing.add(f"{type(error.params[1]).__name__}: {self.var}")
            raise

    monkeypatch.setattr(Variable, "_resolve_lookup", lookup)
    cetakan(berkas)
    assert not asing
