"""Impor skor dan indeks: operator yang sudah masuk."""

import pytest
from django.test import Client

from accounts.models import User


@pytest.fixture
def operator(nyata, db):
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    return client
