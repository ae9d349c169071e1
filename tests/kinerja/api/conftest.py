"""Token Banyuasin dan peramban yang memakainya; laju dihitung dari nol."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.actions import issue_token
from accounts.models import Kabupaten, TokenApi, User
from core.views import mesin
from kinerja.api.halaman import KOLEKSI

Minta = Callable[..., Any]


@pytest.fixture(autouse=True)
def hitungan_laju(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jamnya berhenti: jendela laju tidak berganti selama satu uji."""
    monkeypatch.setattr(mesin.time, "time", lambda: 6_000_010)
    cache.clear()


@pytest.fixture
def create_token(nyata: None, db: None) -> Callable[..., str]:
    """Rahasia token baru milik satu kabupaten."""

    def build(kode: str = "16.07", nama: str = "Dasbor Bappeda", hari: int = 30) -> str:
        sampai = timezone.localdate() + datetime.timedelta(days=hari)
        kabupaten = Kabupaten.objects.get(kode=kode)
        token = TokenApi(kabupaten=kabupaten, nama=nama, berlaku_sampai=sampai)
        admin = User.objects.filter(username="admin").get()
        return issue_token(token, by=admin)

    return build


@pytest.fixture
def minta(create_token: Callable[..., str]) -> Minta:
    """Permintaan dengan token Banyuasin."""
    bawaan = create_token()

    def ask(nama: str, rahasia: str = bawaan, headers: Any = None, **isian: Any) -> Any:
        kepala = {"Authorization": f"Bearer {rahasia}"} | (headers or {})
        return Client().get(f"/api/v1/{nama}", isian, headers=kepala)

    return ask


@pytest.fixture(params=KOLEKSI, ids=lambda satu: satu.nama)
def sumber(request: pytest.FixtureRequest) -> Any:
    """Tiap sumber API."""
    return request.param
