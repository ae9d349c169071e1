"""Impor jawaban rumusan: operator dan perambannya."""

import pytest
from django.test import Client

from accounts.models import Kabupaten, User


@pytest.fixture
def operator(kabupaten: Kabupaten) -> User:
    return User.objects.get(username="operator")


@pytest.fixture
def client(operator: User) -> Client:
    client = Client()
    client.force_login(operator)
    return client
