"""Pejabat menurut masa jabatan, cakupan kabupaten, dan kunci alami."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatDaerah, User
from tests import factories

pytestmark = pytest.mark.django_db


def hari(teks: str) -> datetime.date:
    return datetime.date.fromisoformat(teks)


def test_pejabat_on_a_day(banyuasin: Kabupaten) -> None:
    old = factories.make_pejabat(banyuasin, mulai=hari("2020-01-01"), sampai=hari("2023-06-30"))
    new = factories.make_pejabat(banyuasin, mulai=hari("2023-07-01"))
    kepala = Pejabat.objects.kepala()
    assert list(kepala.on(hari("2023-06-30"))) == [old]
    assert list(kepala.on(hari("2023-07-01"))) == [new]
    assert list(kepala.on(hari("2019-12-31"))) == []


def test_jabatan_says_plt(banyuasin: Kabupaten) -> None:
    assert factories.make_pejabat(banyuasin, sifat="plt").jabatan_lengkap == "Plt. Kepala Dinas"
    assert factories.make_pejabat(banyuasin).jabatan_lengkap == "Kepala Dinas"


def test_term_does_not_end_before_it_starts(banyuasin: Kabupaten) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_pejabat(banyuasin, mulai=hari("2023-07-01"), sampai=hari("2023-06-30"))


def test_rows_are_seen_by_their_own_kabupaten_only(
    users: dict[str, User], banyuasin: Kabupaten, merangin: Kabupaten
) -> None:
    for kabupaten in (banyuasin, merangin):
        factories.make_bidang(kabupaten)
        factories.make_pejabat(kabupaten)
    stranger = factories.make_user("admin", None)
    for model in (Kabupaten, PerangkatDaerah, Bidang, Pejabat, User):
        rows = model.objects.visible_to(users["admin"])
        assert {row.kabupaten_kode for row in rows} == {"16.07"}, model
        assert not model.objects.visible_to(stranger).exists(), model


def test_natural_keys_lead_back(banyuasin: Kabupaten) -> None:
    rows = (
        banyuasin,
        banyuasin.dinas,
        factories.make_bidang(banyuasin),
        factories.make_pejabat(banyuasin),
    )
    for row in rows:
        assert type(row).objects.get_by_natural_key(*row.natural_key()) == row
