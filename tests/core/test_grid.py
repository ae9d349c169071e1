"""Kisi isian, dicoba pada rekap lembaga: simpan, tolak, bentrok, kunci, tempel, hak, jejak."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Kabupaten
from core.grid import KolomKisi
from core.models import AuditEvent
from tests import factories
from villages.models import Kecamatan, RekapLembaga

pytestmark = pytest.mark.django_db
URL = "/wilayah/lembaga/isian/?tahun=2023"
LOCK = "Data tahun 2023 terkunci oleh LKjIP 2023."


@pytest.fixture
def kecamatan(banyuasin: Kabupaten) -> list[Kecamatan]:
    return [factories.make_kecamatan(banyuasin) for _ in range(3)]


@pytest.fixture
def operator(client_for: Callable[[str], Client]) -> Client:
    return client_for("operator")


def ubah(b: Any, k: str, lama: str, baru: str) -> dict[str, str]:
    return {"b": str(getattr(b, "pk", b)), "k": k, "lama": lama, "baru": baru}


def send(client: Client, *ubahan: dict[str, str], **lain: Any) -> HttpResponse:
    return client.post(URL, json.dumps({"ubahan": ubahan} | lain), content_type="application/json")


def nasib(jawaban: HttpResponse) -> list[str]:
    return [h["status"] for h in jawaban.json()["hasil"]]


def events() -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(action__in=("tambah", "ubah")).order_by("nomor"))


def test_first_cell_makes_the_row_and_one_event(
    operator: Client, kecamatan: list[Kecamatan]
) -> None:
    jawaban = send(operator, ubah(kecamatan[0], "rt", "", "1.234")).json()
    assert [h["status"] for h in jawaban["hasil"]] == ["tersimpan"]
    assert jawaban["hasil"][0]["nilai"] == "1.234"
    assert jawaban["jumlah"]["rt"] == "1.234*"  # kecamatan lain belum diketahui
    assert jawaban["baris"][str(kecamatan[0].pk)]["rw"] == ""
    row = RekapLembaga.objects.get()
    assert (row.rt, row.rw, row.posyandu_aktif) == (1234, None, None)
    (event,) = events()
    assert event.action == "tambah"
    assert event.changes["rt"] == [None, "1234"]


def test_change_and_emptied_cells(operator: Client, kecamatan: list[Kecamatan]) -> None:
    RekapLembaga.objects.create(
        kecamatan=kecamatan[0], tahun=2023, rt=5, posyandu=3, posyandu_aktif=2
    )
    assert nasib(send(operator, ubah(kecamatan[0], "rt", "5", ""))) == ["tersimpan"]
    assert nasib(send(operator, ubah(kecamatan[0], "posyandu_aktif", "2", ""))) == ["tersimpan"]
    row = RekapLembaga.objects.get()
    assert (row.rt, row.posyandu_aktif) == (None, None)
    assert [e.changes for e in events()] == [{"rt": ["5", None]}, {"posyandu_aktif": ["2", None]}]


def test_same_value_is_no_event(operator: Client, kecamatan: list[Kecamatan]) -> None:
    RekapLembaga.objects.create(kecamatan=kecamatan[0], tahun=2023, rt=5)
    assert nasib(send(operator, ubah(kecamatan[0], "rt", "5", "5"))) == ["tersimpan"]
    assert events() == []


@pytest.mark.parametrize(
    ("kolom", "baru", "pesan"),
    [
        ("rt", "12.34", "rancu"),
        ("rt", "1,5", "bilangan bulat"),
        ("rt", "-3", "Paling kecil 0."),
        ("rt", "tiga", "bukan angka"),
        ("rt", "99999999999", "Paling besar 2.147.483.647."),
    ],
)
def test_wrong_cell_is_refused_with_a_reason(
    operator: Client, kecamatan: list[Kecamatan], kolom: str, baru: str, pesan: str
) -> None:
    jawaban = send(operator, ubah(kecamatan[0], kolom, "", baru)).json()
    assert [h["status"] for h in jawaban["hasil"]] == ["gagal"]
    assert pesan in jawaban["hasil"][0]["pesan"]
    assert not RekapLembaga.objects.exists()
    assert events() == []


def test_changed_by_someone_else_is_a_conflict(
    operator: Client, users: dict[str, Any], kecamatan: list[Kecamatan]
) -> None:
    send(operator, ubah(kecamatan[0], "rt", "", "5"))
    jawaban = send(operator, ubah(kecamatan[0], "rt", "", "7")).json()
    (hasil,) = jawaban["hasil"]
    assert (hasil["status"], hasil["nilai"]) == ("bentrok", "5")
    assert f"oleh {users['operator']}" in hasil["pesan"]
    assert RekapLembaga.objects.get().rt == 5


def test_next_cell_of_a_row_just_made_is_no_conflict(
    operator: Client, kecamatan: list[Kecamatan]
) -> None:
    """Sel kedua diketik sebelum jawaban sel pertama tiba."""
    send(operator, ubah(kecamatan[0], "rt", "", "5"))
    assert nasib(send(operator, ubah(kecamatan[0], "rw", "", "7"))) == ["tersimpan"]
    assert nasib(send(operator, ubah(kecamatan[0], "rw", "", "8"))) == ["bentrok"]


def test_both_typed_the_same_is_no_conflict(operator: Client, kecamatan: list[Kecamatan]) -> None:
    send(operator, ubah(kecamatan[0], "rt", "", "5"))
    assert nasib(send(operator, ubah(kecamatan[0], "rt", "", "5"))) == ["tersimpan"]


def test_block_is_stored_whole_or_not_at_all(operator: Client, kecamatan: list[Kecamatan]) -> None:
    bad = send(
        operator, ubah(kecamatan[0], "rt", "", "1"), ubah(kecamatan[1], "rw", "", "x"), tempel=True
    )
    assert nasib(bad) == ["gagal", "batal"]
    assert not RekapLembaga.objects.exists()
    good = send(
        operator, *(ubah(k, n, "", "2") for k in kecamatan for n in ("rt", "rw")), tempel=True
    )
    assert set(nasib(good)) == {"tersimpan"}
    assert [(e.action, e.note) for e in events()] == [("tambah", "Ditempel dari lembar kerja.")] * 3
    undone = send(operator, *(ubah(k, n, "2", "") for k in kecamatan for n in ("rt", "rw")))
    assert set(nasib(undone)) == {"tersimpan"}
    assert set(RekapLembaga.objects.values_list("rt", "rw")) == {(None, None)}
    halaman = operator.get(URL)
    assert {r.baris.gaya for r in halaman.context["rows"]} == {"belum"}


def test_locked_year_is_refused(
    operator: Client, kecamatan: list[Kecamatan], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RekapLembaga, "lock_for", staticmethod(lambda *masa: LOCK))
    jawaban = send(operator, ubah(kecamatan[0], "rt", "", "5")).json()
    assert [(h["status"], h["pesan"]) for h in jawaban["hasil"]] == [("terkunci", LOCK)]
    halaman = operator.get(URL).content.decode()
    assert LOCK in halaman
    assert 'name="k.' not in halaman


def test_broken_requests_are_answered(operator: Client, kecamatan: list[Kecamatan]) -> None:
    for body in (
        "x",
        "[]",
        "{}",
        '{"ubahan": []}',
        '{"ubahan": [{"b": 1, "k": "rt", "lama": "", "baru": ""}]}',
    ):
        assert operator.post(URL, body, content_type="application/json").status_code == 400
    assert nasib(send(operator, ubah("999", "rt", "", "1"))) == ["gagal"]
    assert nasib(send(operator, ubah(kecamatan[0], "tidak_ada", "", "1"))) == ["gagal"]
    assert operator.post(URL, {"lama": "bukan kueri"}).status_code == 302
    assert operator.post(URL, {}).status_code == 302
    assert not RekapLembaga.objects.exists()


def lihat(client: Client) -> tuple[str, dict[str, str]]:
    halaman = client.get(URL)
    return halaman.content.decode(), dict(parse_qsl(halaman.context["seen"]))


def test_plain_form_keeps_what_was_typed(operator: Client, kecamatan: list[Kecamatan]) -> None:
    halaman, seen = lihat(operator)
    assert "<noscript>" in halaman
    kunci = f"{kecamatan[0].pk}.rt"
    typed = {f"k.{nama}": teks for nama, teks in seen.items()} | {
        f"k.{kunci}": "12.34",
        f"k.{kecamatan[1].pk}.rw": "4",
    }
    refused = operator.post(URL, typed | {"lama": urlencode(seen)})
    teks = refused.content.decode()
    assert refused.status_code == 422
    assert 'value="12.34"' in teks
    assert "rancu" in teks
    assert not RekapLembaga.objects.exists()
    stored = operator.post(URL, typed | {f"k.{kunci}": "1.234", "lama": urlencode(seen)})
    assert stored.status_code == 302
    assert set(RekapLembaga.objects.values_list("rt", "rw")) == {(None, 4), (1234, None)}
    _, again = lihat(operator)
    same = operator.post(URL, {f"k.{n}": t for n, t in again.items()} | {"lama": urlencode(again)})
    assert same.status_code == 302
    assert len(events()) == 2


def test_reader_sees_a_table_and_may_not_write(
    client_for: Callable[[str], Client], kecamatan: list[Kecamatan]
) -> None:
    RekapLembaga.objects.create(kecamatan=kecamatan[0], tahun=2023, rt=4321)
    reader = client_for("inspektorat")
    halaman = reader.get(URL).content.decode()
    assert "4.321" in halaman
    assert 'name="k.' not in halaman
    assert send(reader, ubah(kecamatan[0], "rt", "4.321", "1")).status_code == 403


def test_other_kabupaten_is_out_of_reach(
    operator: Client, merangin: Kabupaten, kecamatan: list[Kecamatan]
) -> None:
    asing = factories.make_kecamatan(merangin)
    assert nasib(send(operator, ubah(asing, "rt", "", "1"))) == ["gagal"]
    assert asing.nama not in {
        r.baris.label for r in operator.get(URL).context["rows"] if r.baris.kunci == str(asing.pk)
    }


def test_year_of_the_address_or_the_working_year(
    operator: Client, kecamatan: list[Kecamatan]
) -> None:
    for query, tahun in (
        ("?tahun=2022", 2022),
        ("?tahun=abad", 2023),
        ("?tahun=9999", 2023),
        ("", 2023),
    ):
        assert (
            operator.get(reverse("villages:rekaplembaga_grid") + query).context["grid"].tahun
            == tahun
        )


def test_queries_do_not_grow_with_rows(operator: Client, banyuasin: Kabupaten) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert operator.get(URL).status_code == 200
        return len(queries)

    factories.make_kecamatan(banyuasin)
    operator.get(URL)
    few = count()
    for _ in range(40):
        RekapLembaga.objects.create(kecamatan=factories.make_kecamatan(banyuasin), tahun=2023)
    assert count() == few


@pytest.mark.parametrize(
    ("jenis", "typed", "nilai", "teks"),
    [
        ("centang", "v", True, "1"),
        ("centang", "", False, ""),
        ("centang", "-", False, ""),
        ("teks", " Bina ", "Bina", "Bina"),
        ("persen", "12,50", 12.5, "12,5"),
        ("rupiah", "Rp 1.234", 1234, "1.234"),
        ("pilihan", "a", "a", "a"),
        ("bulat", "", None, ""),
    ],
)
def test_kinds_of_cells(jenis: str, typed: str, nilai: Any, teks: str) -> None:
    kolom = KolomKisi("x", "X", jenis, pilihan=(("a", "A"),))
    assert kolom.parse(typed) == nilai
    assert kolom.tulisan(nilai if jenis != "persen" else kolom.parse(typed)) == teks


@pytest.mark.parametrize(
    ("jenis", "typed"), [("centang", "mungkin"), ("pilihan", "z"), ("rupiah", "1,5")]
)
def test_kinds_refuse_what_is_not_theirs(jenis: str, typed: str) -> None:
    with pytest.raises(ValidationError):
        KolomKisi("x", "X", jenis, pilihan=(("a", "A"),)).parse(typed)


@pytest.mark.parametrize(
    ("jenis", "typed", "kalimat"),
    [
        ("bulat", "12 %", "“12 %” bersatuan %, sedangkan kolom ini banyaknya."),
        ("bulat", "Rp 12", "“Rp 12” bersatuan Rp, sedangkan kolom ini banyaknya."),
        ("bulat", "12 RT", "“12 RT” memuat kata “RT”; isian ini hanya angka. Tulis 12."),
        ("rupiah", "12%", "“12%” bersatuan %, sedangkan kolom ini rupiah."),
        (
            "rupiah",
            "7.610.000 rupiah",
            "“7.610.000 rupiah” memuat kata “rupiah”; isian ini hanya angka. Tulis 7.610.000.",
        ),
        ("bulat", "1,5 orang", "“1,5 orang” memuat kata “orang”; isian ini hanya angka."),
    ],
)
def test_kinds_name_the_unit_that_is_not_theirs(jenis: str, typed: str, kalimat: str) -> None:
    with pytest.raises(ValidationError) as error:
        KolomKisi("x", "X", jenis).parse(typed)
    assert error.value.messages == [kalimat]
