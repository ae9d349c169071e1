"""Uji halaman baris data yang diwarisi: subkelas cukup menyebut model, pengguna dan satu perubahan.

Data nyata Banyuasin menjadi bahannya; tahun yang disunting tidak terkunci karena LKjIP masih draf.
"""

from typing import Any, ClassVar

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from core.models import AuditEvent


@pytest.mark.django_db
class CrudTests:
    """`model`, `username`, `change` (kolom → isian baru); `MOST_QUERIES` batas kueri halaman daftar."""

    model: ClassVar[Any]
    username: ClassVar[str] = "operator"
    change: ClassVar[dict[str, str]]
    MOST_QUERIES: ClassVar[int] = 14

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        self.masuk()

    def masuk(self) -> None:
        """Masuk sebagai `username`; `row` baris pertama yang dilihatnya."""
        self.user = User.objects.get(username=self.username)
        self.client = Client()
        self.client.force_login(self.user)
        self.row = self.model._default_manager.visible_to(self.user).first()

    def url(self, page: str, *args: Any) -> str:
        return reverse(f"{self.model._meta.app_label}:{self.model._meta.model_name}_{page}", args=args)

    def isian(self, url: str) -> dict[str, Any]:
        form = self.client.get(url).context["form"]
        return {b.html_name: "" if b.value() is None else b.value() for b in form if b.widget_type != "multiplefile"}

    def events(self, action: str) -> Any:
        return AuditEvent.objects.filter(action=action, model=self.model._meta.label)

    def test_daftar_kueri_terbatas(self) -> None:
        self.client.get(self.url("list"))
        with CaptureQueriesContext(connection) as queries:
            page = self.client.get(self.url("list") + "?tahun=")
        assert page.status_code == 200
        assert len(queries) <= self.MOST_QUERIES

    def test_rincian_dan_riwayat(self) -> None:
        assert str(self.row) in self.client.get(self.url("detail", self.row.pk)).content.decode().replace("&amp;", "&")
        assert self.client.get(self.url("history", self.row.pk)).status_code == 200

    def test_ubah_tersimpan_dan_tercatat(self) -> None:
        url = self.url("update", self.row.pk)
        page = self.client.post(url, self.isian(url) | self.change)
        assert page.status_code == 302, page.context["form"].errors
        event = self.events("ubah").get()
        assert set(event.changes) == set(self.change)
        assert event.object_id == str(self.row.pk)

    def test_ubah_basi_ditolak(self) -> None:
        url = self.url("update", self.row.pk)
        data = self.isian(url) | self.change
        assert self.client.post(url, data).status_code == 302
        page = self.client.post(url, data)
        assert page.status_code == 200
        assert "sudah diubah orang lain" in page.content.decode()
        assert self.events("ubah").count() == 1

    def test_tambah_kosong_ditolak(self) -> None:
        before = self.model._default_manager.count()
        page = self.client.post(self.url("create"), {"kiriman": "x"})
        assert page.status_code == 200
        assert page.context["form"].errors
        assert self.model._default_manager.count() == before

    def test_tambah_kembar_ditolak(self) -> None:
        """Isi yang sama dengan baris yang ada: pesan, bukan galat 500."""
        before = self.model._default_manager.count()
        page = self.client.post(
            self.url("create"), self.isian(self.url("update", self.row.pk)) | {"versi": "", "kiriman": "k"}
        )
        assert page.status_code in (200, 302)
        if page.status_code == 200:
            assert self.model._default_manager.count() == before

    def test_hapus_atau_alasan(self) -> None:
        """Terhapus dan tercatat, atau tetap ada dengan alasan."""
        url = self.url("delete", self.row.pk)
        assert self.client.get(url).status_code == 200
        assert self.client.post(url).status_code == 302
        masih = self.model._default_manager.filter(pk=self.row.pk).exists()
        assert masih != self.events("hapus").exists()
