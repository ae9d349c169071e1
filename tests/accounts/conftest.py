"""Kabupaten dengan satu orang yang mengurus akun, dan peramban yang masuk lewat halamannya."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from accounts.roles import ORANG_KEDUA
from tests.factories import SANDI


@pytest.fixture(autouse=True)
def laju() -> None:
    """Hitungan percobaan satu uji tidak terbawa ke uji lain."""
    cache.clear()


@pytest.fixture
def sendirian(users: dict[str, User]) -> None:
    """Admin satu-satunya: belum ada orang kedua."""
    lain = ORANG_KEDUA - {"admin"}
    User.objects.filter(pk__in=[users[peran].pk for peran in lain]).update(is_active=False)


@pytest.fixture
def masuk(users: dict[str, User]) -> Callable[..., Client]:
    """Masuk dengan kata sandi; langkah berikutnya menurut akunnya."""

    def login(peran: str, sandi: str = SANDI, **meta: str) -> Client:
        client = Client(**meta)
        isian = {"username": users[peran].username, "password": sandi}
        client.post("/akun/masuk/", isian)
        return client

    return login
