"""Impor rekap Indeks Desa: operator yang sudah masuk."""

import pytest
from django.test import Client

from accounts.models import User
from idm.models import Instrumen


@pytest.fixture
def operator(nyata, db):
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    return client


@pytest.fixture
def edisi(nyata, db):
    return Instrumen.objects.get(kode="indeks-desa-2025")
