"""Jejak audit: rantai hash, penjaga di basis data, dan penemuan setiap cara merusaknya."""

import io
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.models import Bidang, Kabupaten, User
from core import audit, keutuhan
from core.models import AuditChain, AuditEvent
from tests import factories

pytestmark = pytest.mark.django_db


def add(user: User, note: str = "", **kwargs: Any) -> AuditEvent:
    return audit.record(by=user, action=audit.Action.UPDATE, obj=user, note=note, **kwargs)


@pytest.fixture
def chain(users: dict[str, User]) -> list[AuditEvent]:
    """Empat kejadian pada rantai Banyuasin."""
    return [add(users["operator"], f"catatan {i}") for i in range(1, 5)]


def sql(statement: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def test_event_says_who_what_where(users: dict[str, User]) -> None:
    user = users["operator"]
    event = add(user, "sebab", changes={"nama": ["lama", "baru"]})
    assert (event.kabupaten, event.nomor, event.actor) == ("16.07", 1, str(user))
    assert (event.model, event.object_id, event.label) == ("accounts.User", str(user.pk), str(user))
    assert (event.changes, event.note, event.previous_hash) == (
        {"nama": ["lama", "baru"]},
        "sebab",
        "",
    )
    assert list(keutuhan.verify_chains()) == []


def test_each_event_holds_the_hash_of_the_one_before(chain: list[AuditEvent]) -> None:
    assert [event.nomor for event in chain] == [1, 2, 3, 4]
    assert [event.previous_hash for event in chain[1:]] == [event.hash for event in chain[:-1]]
    assert AuditChain.objects.get(kabupaten="16.07").hash == chain[-1].hash


def test_hash_covers_every_column(chain: list[AuditEvent]) -> None:
    """Kolom baru pada kejadian ikut terhitung."""
    event = chain[-1]
    for field in AuditEvent._meta.concrete_fields:
        if field.name in {"id", "hash", "segel"}:  # segel atas hash-nya
            continue
        semula = getattr(event, field.name)
        setattr(event, field.name, timezone.now() if field.name == "waktu" else "lain")
        assert audit.digest(event) != event.hash, field.name
        setattr(event, field.name, semula)
    assert audit.digest(event) == event.hash


def test_each_kabupaten_has_its_own_chain(chain: list[AuditEvent], merangin: Kabupaten) -> None:
    event = add(factories.make_user("operator", merangin))
    assert (event.kabupaten, event.nomor, event.previous_hash) == ("15.02", 1, "")
    assert list(keutuhan.verify_chains()) == []


def test_rolled_back_change_leaves_no_event(users: dict[str, User]) -> None:
    with pytest.raises(audit.Refused), audit.locked("16.07"):
        add(users["operator"])
        raise audit.Refused
    assert AuditEvent.objects.count() == 0
    assert list(keutuhan.verify_chains()) == []


def test_same_token_is_refused(users: dict[str, User]) -> None:
    add(users["operator"], token="a1")
    with pytest.raises(audit.Replayed):
        add(users["operator"], token="a1")
    assert AuditEvent.objects.count() == 1


def test_values_hide_what_is_sensitive(users: dict[str, User]) -> None:
    isi = audit.nilai_kolom(users["operator"])
    assert "last_login" not in isi
    assert "id" not in isi
    assert str(isi["password"]).startswith("terisi (")
    assert users["operator"].password not in str(isi)


def test_difference_names_changed_columns_only() -> None:
    before, after = {"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}
    assert audit.difference(before, after) == {"b": ["2", "3"], "c": [None, "4"]}
    assert audit.difference({}, {}) == {}


def test_long_names_do_not_break_the_door(users: dict[str, User], banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin, nama="B" * 150)
    users["operator"].first_name, users["operator"].last_name = "N" * 150, "M" * 150
    event = audit.record(by=users["operator"], action=audit.Action.CREATE, obj=bidang)
    assert len(event.actor) == 200


def test_denied_attempt_is_on_the_chain_of_the_one_who_tried(
    users: dict[str, User], merangin: Kabupaten
) -> None:
    foreign = factories.make_bidang(merangin, nama="Rahasia Merangin")
    audit.record_denied(users["operator"], Bidang, foreign.pk, "milik kabupaten lain")
    event = AuditEvent.objects.get()
    assert (event.kabupaten, event.action, event.object_id) == (
        "16.07",
        audit.Action.DENIED,
        str(foreign.pk),
    )
    assert "Rahasia" not in event.label


def test_denied_attempt_without_kabupaten_is_on_the_shared_chain() -> None:
    audit.record_denied(factories.make_user(None, None), Bidang, None, "tidak berhak")
    assert AuditEvent.objects.get().kabupaten == ""
    assert list(keutuhan.verify_chains()) == []


def test_events_cannot_be_changed_in_python(chain: list[AuditEvent]) -> None:
    with pytest.raises(TypeError, match="tidak dapat diubah"):
        chain[0].save()
    with pytest.raises(TypeError, match="tidak dapat dihapus"):
        chain[0].delete()


REFUSED: dict[str, Callable[[], Any]] = {
    "update": lambda: AuditEvent.objects.filter(nomor=2).update(note="lain"),
    "bulk_update": lambda: AuditEvent.objects.bulk_update([AuditEvent.objects.all()[0]], ["note"]),
    "delete": lambda: AuditEvent.objects.filter(nomor=2).delete(),
    "sql update": lambda: sql("UPDATE core_auditevent SET note = %s", "lain"),
    "sql delete": lambda: sql("DELETE FROM core_auditevent"),
}


@pytest.mark.parametrize("way", REFUSED)
def test_database_refuses_change(chain: list[AuditEvent], way: str) -> None:
    with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
        REFUSED[way]()
    assert AuditEvent.objects.count() == 4
    assert list(keutuhan.verify_chains()) == []


@pytest.mark.postgres
@pytest.mark.parametrize("table", ["core_auditevent", "documents_snapshot", "documents_pengesahan"])
def test_database_refuses_truncate(table: str) -> None:
    with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
        sql(f"TRUNCATE {table} CASCADE")


EVENT = "UPDATE core_auditevent SET {} WHERE nomor = 2"
# cara merusak, perintahnya, kalimat yang menyebut tempatnya
BROKEN = {
    "catatan diubah": (EVENT.format("note = 'lain'"), "kejadian #2 (#2 Operator 16.07"),
    "pelaku diubah": (EVENT.format("actor = 'Orang lain'"), "kejadian #2 (#2 Orang lain"),
    "waktu diubah": (EVENT.format("waktu = '2020-01-01 00:00:00+00:00'"), "kejadian #2"),
    "perubahan diubah": (EVENT.format("changes = '{\"a\": [1, 2]}'"), "kejadian #2"),
    "sambungan diubah": (EVENT.format("previous_hash = 'x'"), "tidak menyambung"),
    "baris tengah hilang": ("DELETE FROM core_auditevent WHERE nomor = 2", "kejadian #2 hilang"),
    "baris pertama hilang": ("DELETE FROM core_auditevent WHERE nomor = 1", "kejadian #1 hilang"),
    "ekor dipotong": (
        "DELETE FROM core_auditevent WHERE nomor > 2",
        "rantai berakhir di #2, seharusnya #4",
    ),
    "semua dihapus": ("DELETE FROM core_auditevent", "rantai berakhir di #0, seharusnya #4"),
    "ujung hilang": ("DELETE FROM core_auditchain", "ujung rantai hilang"),
    "pindah rantai": (EVENT.format("kabupaten = '15.02'"), "kejadian #2 hilang"),
}


@pytest.mark.usefixtures("without_triggers")
@pytest.mark.parametrize("way", BROKEN)
def test_verify_names_the_first_broken_event(chain: list[AuditEvent], way: str) -> None:
    statement, kalimat = BROKEN[way]
    sql(statement)
    masalah = list(keutuhan.verify_chains())
    assert [p for p in masalah if p.startswith("Rantai 16.07: ") and kalimat in p]


@pytest.mark.usefixtures("without_triggers")
def test_recomputed_hash_is_found_by_its_seal(chain: list[AuditEvent]) -> None:
    event = AuditEvent.objects.get(nomor=2)
    event.note = "dipalsukan"
    sql(
        "UPDATE core_auditevent SET note = %s, hash = %s WHERE nomor = 2",
        event.note,
        audit.digest(event),
    )
    assert "kejadian #2 (#2 Operator 16.07 mengubah Operator 16.07) segelnya tidak sah" in next(
        keutuhan.verify_chains()
    )


@pytest.mark.usefixtures("without_triggers")
def test_command_names_the_broken_event_and_fails(chain: list[AuditEvent]) -> None:
    out, err = io.StringIO(), io.StringIO()
    keutuhan.seal("Bahan uji disusun di luar pintu menulis.")
    call_command("verify_audit", stdout=out)
    assert "Rantai audit dan barisnya utuh." in out.getvalue()
    sql(BROKEN["catatan diubah"][0])
    with pytest.raises(CommandError, match="1 kerusakan"):
        call_command("verify_audit", stderr=err)
    assert "kejadian #2" in err.getvalue()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_parallel_writers_keep_the_chain_whole(
    users: dict[str, User], banyuasin: Kabupaten
) -> None:
    writers, each = 8, 10
    start = threading.Barrier(writers)

    def write(nama: str) -> None:
        start.wait()
        for i in range(each):
            add(users["operator"], f"{nama} {i}")
        connection.close()

    threads = [threading.Thread(target=write, args=(f"penulis {n}",)) for n in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert AuditEvent.objects.count() == writers * each
    assert list(keutuhan.verify_chains()) == []
