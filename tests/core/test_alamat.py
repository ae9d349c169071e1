"""Alamat peminta di belakang peladen depan, dan kepala yang dikarang peminta."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core.alamat import asal
from core.middleware import alamat_peminta

DEPAN = ("127.0.0.1", "10.1.0.0/16")


@pytest.mark.parametrize(
    ("sambungan", "lewat", "hasil"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # bukan peladen depan: kepalanya karangan
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "192.0.2.7, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "198.51.100.1, 10.1.2.3", "198.51.100.1"),  # dua peladen depan
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "10.1.2.3", "10.1.2.3"),
        ("", "198.51.100.1", ""),
        ("::1", "198.51.100.1", "::1"),
    ],
)
def test_asal(sambungan: str, lewat: str, hasil: str) -> None:
    assert asal(sambungan, lewat, DEPAN) == hasil


@pytest.mark.parametrize(("sambungan", "aman"), [("127.0.0.1", True), ("203.0.113.9", False)])
def test_https_hanya_dipercaya_dari_peladen_depan(
    settings: Any, sambungan: str, aman: bool
) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    request = RequestFactory().get(
        "/", REMOTE_ADDR=sambungan, HTTP_X_FORWARDED_PROTO="https", HTTP_X_FORWARDED_FOR="192.0.2.7"
    )
    alamat_peminta(lambda satu: HttpResponse())(request)
    assert request.is_secure() is aman
    assert request.META["REMOTE_ADDR"] == ("192.0.2.7" if aman else sambungan)
