from dataclasses import dataclass
from types import SimpleNamespace
from typing import ClassVar

import pytest

from documents import papers
from documents.papers import Paper, Reading, paper, register


@dataclass(frozen=True)
class Isi:
    VERSI: ClassVar[int] = 1

    dari: str


def test_daftar_dan_ambil(monkeypatch):
    monkeypatch.setattr(papers, "_PAPERS", {})
    naskah = Paper("x.html", Isi, lambda d: "bahan", lambda d, b: Isi(b), lambda d, b, i: [], lambda d, b, i: [])
    register("uji.Naskah", naskah)
    document = SimpleNamespace(_meta=SimpleNamespace(label="uji.Naskah"))
    assert paper(document) is naskah


def test_dibaca_sekali():
    """Bahan dan isi dihitung satu kali berapa pun bagian yang memintanya."""
    dibaca: list[str] = []

    def read(document):
        dibaca.append(document)
        return "bahan"

    naskah = Paper("x.html", Isi, read, lambda d, b: Isi(b), lambda d, b, i: [i.dari], lambda d, b, i: [])
    baca = Reading("naskah", naskah)
    assert (baca.isi, baca.missing, baca.findings) == (Isi("bahan"), ["bahan"], [])
    assert dibaca == ["naskah"]


def test_jenis_yang_belum_didaftarkan():
    with pytest.raises(KeyError):
        paper(SimpleNamespace(_meta=SimpleNamespace(label="uji.Asing")))
