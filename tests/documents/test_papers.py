from types import SimpleNamespace

import pytest

from documents import papers
from documents.papers import Paper, paper, register


def test_daftar_dan_ambil(monkeypatch):
    monkeypatch.setattr(papers, "_PAPERS", {})
    naskah = Paper("x.html", lambda d: {}, lambda d: [], lambda d: [])
    register("uji.Naskah", naskah)
    document = SimpleNamespace(_meta=SimpleNamespace(label="uji.Naskah"))
    assert paper(document) is naskah


def test_jenis_yang_belum_didaftarkan():
    with pytest.raises(KeyError):
        paper(SimpleNamespace(_meta=SimpleNamespace(label="uji.Asing")))
