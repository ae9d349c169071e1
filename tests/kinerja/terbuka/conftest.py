"""Naskah sah Banyuasin dari isi beku emas, dan pembaca umum tanpa akun."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.models import Kabupaten, PerangkatDaerah, User
from core.views import mesin
from documents.models import Naskah, Pengesahan, Snapshot
from documents.snapshot import digest
from kinerja.models import Lkjip, NaskahKinerja
from tests.emas import EMAS


@pytest.fixture(autouse=True)
def hitungan_laju(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jamnya berhenti: jendela laju tidak berganti selama satu uji."""
    monkeypatch.setattr(mesin.time, "time", lambda: 6_000_010)
    cache.clear()


@pytest.fixture
def umum() -> Client:
    """Tidak pernah masuk."""
    return Client()


@pytest.fixture
def buka(kabupaten: Kabupaten) -> None:
    PerangkatDaerah.objects.filter(pk=kabupaten.dinas.pk).update(is_angka_terbuka=True)


@pytest.fixture
def sahkan(kabupaten: Kabupaten) -> Callable[..., Pengesahan]:
    """Naskah demo menjadi sah dengan isi beku emas `nama`."""

    def sign(naskah: Naskah, nama: str, **ubah: Any) -> Pengesahan:
        polos = json.loads((EMAS / "v1" / f"{nama}.json").read_text()) | ubah
        isi = json.dumps(polos)
        kini, user = timezone.now(), User.objects.get(username="kepala.dinas")
        operator = User.objects.get(username="operator")
        snapshot = Snapshot.objects.create(
            kabupaten=kabupaten, document=naskah._meta.label, document_id=naskah.pk, version=1,
            content=isi, sha256=digest(isi), created_at=kini, created_by="uji",
        )  # fmt: skip
        pengesahan = Pengesahan.objects.create(
            kabupaten=kabupaten, kode=f"UJI-{naskah.pk}-{nama[:9].upper()}", judul=naskah.judul,
            nomor="1", tanggal=kini.date(), penanda_tangan="RAHASIA NAMA", jabatan="Kepala",
            snapshot=snapshot, pdf="x.pdf", pdf_sha256=digest(isi), signed_at=kini,
        )  # fmt: skip
        type(naskah).objects.filter(pk=naskah.pk).update(
            status="ditandatangani", submitted_by=operator, submitted_at=kini, signed_by=user,
            signed_at=kini, snapshot=snapshot, pengesahan=pengesahan,
        )  # fmt: skip
        return pengesahan

    return sign


@pytest.fixture
def capaian(kabupaten: Kabupaten) -> NaskahKinerja:
    return NaskahKinerja.objects.get(kabupaten=kabupaten, jenis="capaian")


@pytest.fixture
def lkjip(kabupaten: Kabupaten) -> Lkjip:
    return Lkjip.objects.get(kabupaten=kabupaten)
