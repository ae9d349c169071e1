"""Pintu menulis: kunci, pemeriksaan, keadaan basi, dan jejaknya."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Bidang, Kabupaten, User
from core import audit, door
from core.audit import Refused
from documents.models import Snapshot
from documents.snapshot import digest
from tests import factories
from tests.core.jejak import LOCK, events
from villages.grids import RekapLembagaGrid
from villages.models import Kecamatan, RekapLembaga

pytestmark = pytest.mark.django_db


@pytest.fixture
def kecamatan(banyuasin: Kabupaten) -> Kecamatan:
    return factories.make_kecamatan(banyuasin)


def test_new_row_is_saved_and_recorded(banyuasin: Kabupaten) -> None:
    bidang = Bidang(perangkat_daerah=banyuasin.dinas, nama="Baru")
    event = door.save(bidang, by="uji", note="sebab", token="t-1")
    assert event is not None
    assert (event.action, event.object_id, event.note, event.token) == (
        "tambah",
        str(bidang.pk),
        "sebab",
        "t-1",
    )
    assert event.changes["nama"] == [None, "Baru"]
    assert Bidang.objects.filter(nama="Baru").exists()
    with pytest.raises(audit.Replayed):
        door.save(Bidang(perangkat_daerah=banyuasin.dinas, nama="Lain"), by="uji", token="t-1")
    assert not Bidang.objects.filter(nama="Lain").exists()


def test_change_is_recorded_against_the_stored_row(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin, nama="Semula", urutan=1)
    bidang.nama, bidang.urutan = "Kini", 3
    event = door.save(bidang, by="uji")
    assert event is not None
    assert (event.action, event.changes) == (
        "ubah",
        {"nama": ["Semula", "Kini"], "urutan": ["1", "3"]},
    )


def test_unchanged_row_leaves_no_trace(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin)
    assert door.save(bidang, by="uji") is None
    assert events() == []
    assert (
        door.save(bidang, by="uji", action=audit.Action.ADVANCE, changes={"langkah": ["a", "b"]})
        is not None
    )
    assert [(e.action, e.changes) for e in events()] == [("alur", {"langkah": ["a", "b"]})]


def test_invalid_content_is_refused_by_field_and_as_a_sentence(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin, nama="Semula")
    bidang.nama = ""
    with pytest.raises(door.Invalid) as caught:
        door.save(bidang, by="uji")
    assert list(caught.value.message_dict) == ["nama"]
    assert str(caught.value) == " ".join(caught.value.messages)
    assert isinstance(caught.value, Refused)
    assert Bidang.objects.get(pk=bidang.pk).nama == "Semula"
    assert events() == []


def test_rule_of_the_database_is_named(kecamatan: Kecamatan) -> None:
    """Yang kembar ditolak basis data; kalimatnya dari kendalanya."""
    RekapLembaga.objects.create(kecamatan=kecamatan, tahun=2022)
    with pytest.raises(door.Invalid, match="untuk tahun itu sudah ada"):
        door.save(RekapLembaga(kecamatan=kecamatan, tahun=2022), by="uji")
    assert RekapLembaga.objects.count() == 1
    assert events() == []


def test_invalid_content_becomes_a_form_error(
    banyuasin: Kabupaten, client_for: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kolom di luar formulir baru diperiksa pintu; jawabannya halaman, bukan galat 500."""

    def full_clean(self: Bidang, exclude: Any = None, **lain: Any) -> None:
        if exclude is None:
            raise ValidationError({"perangkat_daerah": "Perangkat daerahnya tidak sah."})

    monkeypatch.setattr(Bidang, "full_clean", full_clean)
    isian = {
        "nama": "Baru",
        "urutan": "1",
        "perangkat_daerah": str(banyuasin.dinas.pk),
        "kiriman": "k",
    }
    halaman = client_for("admin").post(reverse("accounts:bidang_create"), isian)
    assert halaman.status_code == 200
    assert "Perangkat daerahnya tidak sah." in halaman.content.decode()
    assert not Bidang.objects.filter(nama="Baru").exists()


def test_stale_and_deleted_rows_are_refused(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin)
    seen = audit.fingerprint(bidang)
    Bidang.objects.filter(pk=bidang.pk).update(urutan=8)
    bidang.nama = "Terlambat"
    with pytest.raises(Refused, match="sudah diubah orang lain"):
        door.save(bidang, by="uji", seen=seen)
    Bidang.objects.filter(pk=bidang.pk).delete()
    with pytest.raises(Refused, match="sudah dihapus"):
        door.save(bidang, by="uji")
    assert (Bidang.objects.count(), events()) == (0, [])


@pytest.mark.usefixtures("locked_2023")
@pytest.mark.parametrize(
    ("lama", "baru", "is_refused"), [(2023, 2024, True), (2024, 2023, True), (2022, 2024, False)]
)
def test_lock_is_asked_of_the_stored_and_the_new_year(
    kecamatan: Kecamatan, lama: int, baru: int, is_refused: bool
) -> None:
    row = RekapLembaga.objects.create(kecamatan=kecamatan, tahun=lama)
    row.tahun = baru
    if is_refused:
        with pytest.raises(Refused, match=LOCK):
            door.save(row, by="uji")
    else:
        door.save(row, by="uji")
    assert RekapLembaga.objects.get().tahun == (lama if is_refused else baru)
    assert len(events()) == (0 if is_refused else 1)


@pytest.mark.usefixtures("locked_2023")
def test_computed_rows_are_held_by_the_scope_only(kecamatan: Kecamatan) -> None:
    """Baris jumlah terkunci bagi orang, bukan hitungan; kunci lingkup menahan keduanya."""
    row = RekapLembaga.objects.create(kecamatan=kecamatan, tahun=2022, is_rincian=True)
    row.rt = 4
    with pytest.raises(Refused, match="dijumlahkan dari rincian"):
        door.save(row, by="uji")
    assert door.save(row, by="uji", only_scope=True) is not None
    row.tahun = 2023
    with pytest.raises(Refused, match=LOCK):
        door.save(row, by="uji", only_scope=True)


def test_lock_is_asked_once_per_scope_and_year(
    banyuasin: Kabupaten, users: dict[str, User]
) -> None:
    daftar = [factories.make_kecamatan(banyuasin) for _ in range(8)]
    grid = RekapLembagaGrid(users["operator"], 2023)
    rows = {row.kunci: row for row in grid.rows()}
    with CaptureQueriesContext(connection) as queries, audit.locked(banyuasin.kode):
        for kecamatan in daftar:
            grid.store(rows[str(kecamatan.pk)], {"rt": 5}, note="")
    assert RekapLembaga.objects.filter(rt=5).count() == 8
    ditanyakan = [q for q in queries if "documents_kunci" in q["sql"]]
    assert len(ditanyakan) == 2  # kunci tahun itu, dan tahun sesudahnya yang mencetaknya


def test_answer_is_forgotten_with_the_chain(banyuasin: Kabupaten) -> None:
    jawaban = iter(("terkunci", ""))
    with audit.locked(banyuasin.kode):
        assert [audit.remember("k", lambda: next(jawaban)) for _ in range(2)] == [
            "terkunci",
            "terkunci",
        ]
    with audit.locked(banyuasin.kode):
        assert audit.remember("k", lambda: next(jawaban)) == ""


def test_relations_are_replaced_with_the_row(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    user, groups = users["operator"], list(users["inspektorat"].groups.all())
    event = door.save(
        user, by="uji", relations={"groups": groups}, changes={"peran": ["operator", "inspektorat"]}
    )
    assert event is not None
    assert event.changes == {"peran": ["operator", "inspektorat"]}
    assert list(user.groups.all()) == groups


def test_frozen_content_is_recorded_as_its_hash(banyuasin: Kabupaten) -> None:
    isi = '{"angka":"rahasia"}'
    snapshot = Snapshot(
        kabupaten=banyuasin,
        document="kinerja.Lkjip",
        document_id=1,
        version=1,
        content=isi,
        sha256=digest(isi),
        created_at=timezone.now(),
        created_by="uji",
    )
    event = door.save(snapshot, by="uji")
    assert event is not None
    assert event.changes["content"] == [None, f"sha256 {snapshot.sha256}"]
    assert "rahasia" not in str(event.changes)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_parallel_changes_only_one_is_not_stale(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin, urutan=0)
    seen, start, won = audit.fingerprint(bidang), threading.Barrier(8), []

    def change(nomor: int) -> None:
        row = Bidang.objects.get(pk=bidang.pk)
        row.urutan = nomor
        start.wait()
        try:
            door.save(row, by=f"penulis {nomor}", seen=seen)
            won.append(nomor)
        except Refused:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=change, args=(nomor,)) for nomor in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [Bidang.objects.get(pk=bidang.pk).urutan] == won
    assert len(events(action="ubah")) == 1
