import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest

from accounts.models import Kabupaten, User
from documents import papers, render
from documents.papers import Paper
from kinerja.models import Lkjip
from tests import factories

TANGGAL = datetime.date(2024, 1, 31)


@dataclass(frozen=True)
class IsiUji:
    """Isi naskah uji dengan satu fakta."""

    VERSI: ClassVar[int] = 1

    angka: str


@pytest.fixture
def isi(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Isi naskah uji: payload, yang kurang dan temuan dapat diganti oleh uji."""
    bahan: dict[str, Any] = {"payload": IsiUji("1"), "missing": [], "findings": []}
    paper = Paper(
        "documents/verify_unknown.html",
        IsiUji,
        lambda document: bahan,
        lambda document, facts: facts["payload"],
        lambda document, facts, isi: facts["missing"],
        lambda document, facts, isi: facts["findings"],
        locks=lambda document: ("",),
    )
    monkeypatch.setitem(papers._PAPERS, "kinerja.Lkjip", paper)
    return bahan


@pytest.fixture
def daftarkan(isi: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Ganti bagian registrasi naskah uji: `daftarkan(workflow=…, signers=…)`."""

    def ganti(**changes: Any) -> None:
        paper = replace(papers._PAPERS["kinerja.Lkjip"], **changes)
        monkeypatch.setitem(papers._PAPERS, "kinerja.Lkjip", paper)

    return ganti


@pytest.fixture
def pdf(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Pencetak tiruan: uji alur tidak menunggu WeasyPrint."""
    content = b"%PDF-1.7 uji"
    monkeypatch.setattr(render, "pdf", lambda source: content)
    return content


@pytest.fixture
def lkjip(banyuasin: Kabupaten) -> Lkjip:
    return factories.make_lkjip(banyuasin)


@pytest.fixture
def kepala(users: dict[str, User], banyuasin: Kabupaten) -> User:
    """Kepala dinas yang tertaut ke data pejabatnya."""
    user = users["kepala_dinas"]
    user.pejabat = factories.make_pejabat(banyuasin)
    user.save()
    return user
