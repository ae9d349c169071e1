import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest

from accounts.models import Kabupaten, User
from documents import jenis, render
from documents.jenis import JenisNaskah
from documents.uji import uji
from kinerja.models import Lkjip
from tests import factories

TANGGAL = datetime.date(2024, 1, 31)


@dataclass(frozen=True)
class IsiUji:
    """Isi naskah uji dengan satu fakta."""

    VERSI: ClassVar[int] = 1

    angka: str
    nomor: str = ""


@pytest.fixture
def isi(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Isi naskah uji: isi, yang kurang dan temuan dapat diganti oleh uji."""
    bahan: dict[str, Any] = {"isi": IsiUji("1"), "missing": [], "temuan": []}
    jenis_naskah = JenisNaskah(
        "documents/verify_unknown.html",
        IsiUji,
        lambda naskah: bahan,
        lambda naskah, facts: facts["isi"],
        lambda naskah, facts, isi: facts["missing"],
        (uji("V2", "temuan buatan")(lambda naskah, facts, isi: facts["temuan"]),),
        locks=lambda naskah: ("",),
    )
    monkeypatch.setitem(jenis._JENIS, "kinerja.Lkjip", jenis_naskah)
    # bagiannya disandingkan dengan data sungguhan di uji LKjIP sendiri
    monkeypatch.setattr("kinerja.naskah.lkjip.views.basi", lambda lkjip, facts: [])
    return bahan


@pytest.fixture
def daftarkan(isi: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Ganti bagian registrasi naskah uji: `daftarkan(workflow=…, signers=…)`."""

    def ganti(**changes: Any) -> None:
        jenis_naskah = replace(jenis._JENIS["kinerja.Lkjip"], **changes)
        monkeypatch.setitem(jenis._JENIS, "kinerja.Lkjip", jenis_naskah)

    return ganti


@pytest.fixture
def pdf(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Pencetak tiruan: uji alur tidak menunggu WeasyPrint."""
    isi = b"%PDF-1.7 uji"
    monkeypatch.setattr(render, "pdf", lambda html: isi)
    return isi


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
