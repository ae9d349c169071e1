"""Uji baris data yang diwarisi: subkelas cukup menyebut model dan yang berlainan dari bawaannya.

Data nyata Banyuasin menjadi bahannya; tahun yang disunting tidak terkunci karena LKjIP masih draf.
`LangkahTests` menambah, mengubah, menghapus satu baris sampai berhasil dan memeriksa kejadiannya;
model tanpa halaman menukar pintunya (`tambahkan`, `ubahkan`, `hapuskan`). `CrudTests` menambah yang
harus ditolak; isiannya yang tidak disebut menurut kolom halamannya (`tests/contoh.py`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest
from django.db import connection
from django.template import loader
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from core import audit, keutuhan
from core.models import AuditEvent
from core.segel import MODULUS
from tests import rusak
from tests.contoh import IsianContoh, contoh
from tests.halaman import HALAMAN


@contextmanager
def tanpa_templat() -> Iterator[None]:
    """Halaman yang hanya ditanyai jawaban atau formulirnya tidak digambar."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SimpleTemplateResponse, "rendered_content", "")
        patch.setattr(loader, "render_to_string", lambda *args, **kwargs: "")
        yield


PENULIS = ("operator", "admin", "kepala.bidang", "inspektorat")


@pytest.mark.django_db
class LangkahTests:
    """`create` dan `change`: kolom → isian; `tanpa`: langkah yang memang tidak ada → sebabnya."""

    model: ClassVar[Any]
    username: ClassVar[str] = ""  # bawaannya yang pertama boleh menambah
    create: ClassVar[dict[str, str]] = {}
    change: ClassVar[dict[str, str]] = {}
    ikut: ClassVar[set[str]] = set()  # kolom hitungan yang berubah bersama `change`
    tanpa: ClassVar[dict[str, str]] = {}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        self.masuk()

    def masuk(self) -> None:
        """Masuk sebagai `username`; `row` baris pertama yang dilihatnya."""
        self.user = self.akun()
        self.client = Client()
        self.client.force_login(self.user)
        self.row = self.rows().first()

    def akun(self) -> User:
        """Akun `username`, atau yang pertama di `PENULIS` yang boleh menambah."""
        if self.username:
            return User.objects.get(username=self.username)
        meta = self.model._meta
        hak = f"{meta.app_label}.add_{meta.model_name}"
        semua = (User.objects.get(username=nama) for nama in PENULIS)
        boleh = (satu for satu in semua if satu.has_perm(hak))
        return next(boleh, None) or User.objects.get(username=PENULIS[0])

    def rows(self) -> Any:
        return self.model._default_manager.visible_to(self.user)

    def url(self, halaman: str, *args: Any) -> str:
        return reverse(
            f"{self.model._meta.app_label}:{self.model._meta.model_name}_{halaman}", args=args
        )

    def isian(self, url: str) -> dict[str, Any]:
        with tanpa_templat():
            form = self.client.get(url).context_data["form"]
        return {
            b.html_name: "" if b.value() is None else b.value()
            for b in form
            if b.widget_type != "multiplefile"
        }

    def send(self, url: str, data: dict[str, Any]) -> None:
        halaman = self.client.post(url, data)
        assert halaman.status_code == 302, halaman.context["form"].errors

    def tambahkan(self) -> None:
        """Formulir tambah, diisi seperti baris yang ada kecuali kolom `create`."""
        url = self.url("create")
        kosong = self.isian(url)
        assert kosong["kiriman"]
        contoh = self.isian(self.url("update", self.row.pk)) if self.row else {}
        self.send(url, contoh | {"versi": "", "kiriman": kosong["kiriman"]} | self.create)

    def ubahkan(self, row: Any) -> None:
        url = self.url("update", row.pk)
        self.send(url, self.isian(url) | self.change)

    def hapuskan(self, row: Any) -> None:
        url = self.url("delete", row.pk)
        with tanpa_templat():
            assert self.client.get(url).status_code == 200
        assert self.client.post(url).status_code == 302

    def events(self, action: str) -> Any:
        return AuditEvent.objects.filter(action=action, model=self.model._meta.label)

    def changes(self, action: str, row: Any) -> dict[str, list[Any]]:
        """Isi satu-satunya kejadian `action` pada baris itu."""
        return self.events(action).get(object_id=str(row.pk)).changes

    def test_tambah_ubah_hapus_tercatat(self) -> None:
        semula = self.di_luar_jejak()
        row = self.ditambah()
        row = self.diubah(row)
        self.dihapus(row)
        assert self.di_luar_jejak() == semula

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="kendalanya dimatikan pada SQLite")
    def test_ubahan_langsung_disebut(self) -> None:
        """Tiap kolom, dan barisnya sendiri, disebut begitu diubah di luar pintu menulis."""
        row = self.ditambah()
        semula = audit.sidik_baris(self.rows().get(pk=row.pk))
        jejak = keutuhan.menurut_jejak(self.model)
        is_sendiri = str(row.pk) in jejak.isi  # bukan yang dimuat sekaligus
        for field in rusak.kolom(self.model):
            with rusak.diubah_langsung(row, field) as pk:
                lain = self.model._base_manager.get(pk=pk)
                is_tampak = audit.sidik_baris(lain) != semula
                assert is_tampak == (field.name not in self.lepas()), field.name
                if is_tampak and is_sendiri and not field.primary_key:
                    assert jejak.beda(lain) == [field.name]
        self.rusak_disebut(row, is_sendiri)

    def rusak_disebut(self, row: Any, is_sendiri: bool) -> None:
        """Seluruh pemeriksaannya, sekali: barisnya bila tercatat sendiri, atau tabelnya."""
        utuh = self.di_luar_jejak()
        with rusak.dihapus_langsung(row):
            assert self.di_luar_jejak() != utuh
            nama = f"{self.model._meta.verbose_name} {row.pk} "
            disebut = [satu for satu in keutuhan.verify_rows([self.model]) if satu.startswith(nama)]
            assert bool(disebut) == is_sendiri

    def di_luar_jejak(self) -> int:
        """Selisih isi tabel dengan jejaknya: bahan uji yang disusun di luar pintu menulis."""
        return (keutuhan.tersimpan(self.model) - keutuhan.tercatat(self.model)) % MODULUS

    def lepas(self) -> set[str]:
        """Kolom yang memang ditulis tanpa kejadian."""
        return {*self.model.lepas, "last_login"}

    def ditambah(self) -> Any:
        """Tepat satu baris baru dengan isian `create`; kejadiannya memuat seluruh isinya."""
        if "tambah" in self.tanpa:
            return self.row
        before = set(self.rows().values_list("pk", flat=True))
        self.tambahkan()
        row = self.rows().exclude(pk__in=before).get()
        assert self.changes("tambah", row) == audit.difference({}, audit.nilai_kolom(row))
        return row

    def diubah(self, row: Any) -> Any:
        """Hanya kolom `change` yang berubah, dari isinya semula menjadi isinya kini."""
        if "ubah" in self.tanpa:
            return row
        before = audit.nilai_kolom(row)
        self.ubahkan(row)
        row = self.rows().get(pk=row.pk)
        changes = self.changes("ubah", row)
        assert set(changes) == set(self.change) | self.ikut
        assert changes == audit.difference(before, audit.nilai_kolom(row))
        return row

    def dihapus(self, row: Any) -> None:
        """Barisnya tiada; kejadiannya memuat seluruh isi terakhirnya."""
        if "hapus" in self.tanpa:
            return
        before = audit.nilai_kolom(row)
        self.hapuskan(row)
        assert not self.model._default_manager.filter(pk=row.pk).exists()
        assert self.changes("hapus", row) == audit.difference(before, {})


class CrudTests(LangkahTests):
    """Halaman daftar, rincian, riwayat, dan yang harus ditolak; kueri daftar dibatasi."""

    MOST_QUERIES: ClassVar[int] = 14

    def masuk(self) -> None:
        super().masuk()
        self.row = self.row or contoh(self.model, self.user.kabupaten)
        isian = IsianContoh(HALAMAN[self.model], self.row)
        self.create = self.create or isian.baru()
        self.change = self.change or isian.ubah()

    def ditambah(self) -> Any:
        row = super().ditambah()
        tersimpan = self.isian(self.url("update", row.pk))
        assert {nama: str(tersimpan[nama]) for nama in self.create} == self.create
        return row

    def test_halaman_dibaca(self, subtests: pytest.Subtests) -> None:
        """Yang hanya membaca memakai satu persiapan; tiap halaman yang keliru disebut."""
        for halaman in (self.rincian, self.riwayat, self.formulir, self.tambah_kosong, self.daftar):
            with subtests.test(halaman.__name__):
                halaman()

    def rincian(self) -> None:
        rincian = self.client.get(self.url("detail", self.row.pk)).content.decode()
        assert str(self.row) in rincian.replace("&amp;", "&")

    def riwayat(self) -> None:
        assert self.client.get(self.url("history", self.row.pk)).status_code == 200

    def formulir(self) -> None:
        """Semua isiannya tampak."""
        for url in (self.url("create"), self.url("update", self.row.pk)):
            halaman = self.client.get(url)
            tulisan = halaman.content.decode()
            semua_nama = [field.html_name for field in halaman.context["form"]]
            assert [nama for nama in semua_nama if f'name="{nama}"' not in tulisan] == []

    def tambah_kosong(self) -> None:
        """Ditolak formulirnya, tanpa ada yang ditulis."""
        before = self.model._default_manager.count()
        with tanpa_templat():
            halaman = self.client.post(self.url("create"), {"kiriman": "x"})
        assert halaman.status_code == 200
        assert halaman.context_data["form"].errors
        assert self.model._default_manager.count() == before

    def daftar(self) -> None:
        """Kuerinya dibatasi; sesinya sudah terisi halaman lain."""
        with CaptureQueriesContext(connection) as queries:
            halaman = self.client.get(self.url("list") + "?tahun=")
        assert halaman.status_code == 200
        assert len(queries) <= self.MOST_QUERIES

    def test_ubah_tersimpan_lalu_yang_basi_ditolak(self) -> None:
        """Kiriman yang sama sekali lagi berasal dari isi yang sudah berganti."""
        url = self.url("update", self.row.pk)
        data = self.isian(url) | self.change
        self.send(url, data)
        event = self.events("ubah").get()
        assert set(event.changes) == set(self.change) | self.ikut
        assert event.object_id == str(self.row.pk)
        halaman = self.client.post(url, data)
        assert halaman.status_code == 200
        assert "sudah diubah orang lain" in halaman.content.decode()
        assert self.events("ubah").count() == 1

    def test_tambah_kembar_ditolak(self) -> None:
        """Isi yang sama dengan baris yang ada: pesan, bukan galat 500."""
        before = self.model._default_manager.count()
        data = self.isian(self.url("update", self.row.pk)) | {"versi": "", "kiriman": "k"}
        with tanpa_templat():
            halaman = self.client.post(self.url("create"), data)
        assert halaman.status_code in (200, 302)
        if halaman.status_code == 200:
            assert self.model._default_manager.count() == before

    def test_hapus_atau_alasan(self) -> None:
        """Terhapus dan tercatat, atau tetap ada dengan alasan."""
        url = self.url("delete", self.row.pk)
        assert self.client.get(url).status_code == 200
        assert self.client.post(url).status_code == 302
        masih = self.model._default_manager.filter(pk=self.row.pk).exists()
        assert masih != self.events("hapus").exists()
