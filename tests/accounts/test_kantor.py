"""Beberapa perangkat daerah: satu tiap jenis, sebutannya, dan jenis yang sudah dipakai."""

import json
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.forms import PejabatForm
from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatBelumAda, PerangkatDaerah, User
from core import door
from core.daerah import Perangkat
from core.models import AuditEvent
from documents import render
from documents.kepala import Kop
from documents.reports.kepala import kop
from documents.snapshot import canonical, restore
from tests import factories
from tests.accounts.bahan import sent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("jenis", "sebutan", "kepala"),
    [
        ("kabupaten", "Kabupaten", "Bupati"),
        ("kota", "Kota", "Wali Kota"),
        ("provinsi", "Provinsi", "Gubernur"),
    ],
)
def test_words_follow_the_kind_of_region(
    banyuasin: Kabupaten, jenis: str, sebutan: str, kepala: str
) -> None:
    banyuasin.jenis = jenis
    assert (str(banyuasin), banyuasin.sebutan_kepala) == (f"{sebutan} Banyuasin", kepala)
    isi = {"p": {"dinas": kop(banyuasin, banyuasin.dinas)}}
    assert f"Pemerintah {sebutan} Banyuasin<" in render.html("documents/print/_kop.html", isi)


def test_frozen_letterhead_without_the_word_is_a_kabupaten(banyuasin: Kabupaten) -> None:
    beku = json.loads(canonical(kop(banyuasin, banyuasin.dinas)))
    lama = {nama: nilai for nama, nilai in beku.items() if nama not in ("sebutan", "logo")}
    assert restore(Kop, lama).daerah == "Kabupaten Banyuasin"


@pytest.mark.parametrize(
    ("kode", "is_valid"), [("16", True), ("16.07", True), ("1607", False), ("16.", False)]
)
def test_code_of_a_province_or_a_kabupaten(kode: str, is_valid: bool) -> None:
    field = Kabupaten._meta.get_field("kode")
    assert is_valid == (
        not [v for v in field.validators if "regex" in dir(v) and not v.regex.search(kode)]
    )


@pytest.mark.parametrize("jenis", ["dinas_pmd", "inspektorat", "kepala_daerah"])
def test_one_office_of_each_kind(banyuasin: Kabupaten, jenis: str) -> None:
    factories.make_kantor(banyuasin, Perangkat(jenis))
    with pytest.raises(IntegrityError), transaction.atomic():
        PerangkatDaerah.objects.create(
            kabupaten=banyuasin, jenis=jenis, nama="Kedua", singkatan="X", tempat="X"
        )


def test_other_offices_may_be_many(banyuasin: Kabupaten) -> None:
    for nama in ("Dinas Sosial", "Dinas Kesehatan"):
        PerangkatDaerah.objects.create(
            kabupaten=banyuasin, jenis="lain", nama=nama, singkatan=nama[:20], tempat="X"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        PerangkatDaerah.objects.create(
            kabupaten=banyuasin, jenis="lain", nama="Dinas Sosial", singkatan="D", tempat="X"
        )


def test_natural_keys_of_another_office_lead_back(banyuasin: Kabupaten) -> None:
    inspektorat = factories.make_kantor(banyuasin, Perangkat.INSPEKTORAT)
    Bidang.objects.create(perangkat_daerah=banyuasin.dinas, nama="Sekretariat")
    bidang = Bidang.objects.create(perangkat_daerah=inspektorat, nama="Sekretariat")
    pejabat = factories.make_pejabat(banyuasin, perangkat_daerah=inspektorat)
    for row in (inspektorat, bidang, pejabat):
        assert type(row).objects.get_by_natural_key(*row.natural_key()) == row


def test_missing_office_is_a_sentence_and_a_page(
    banyuasin: Kabupaten, client_for: Callable[[str], Client]
) -> None:
    client = client_for("operator")
    PerangkatDaerah.objects.filter(jenis="dinas_pmd").update(jenis="lain")
    kabupaten = Kabupaten.objects.get()
    assert kabupaten.dinas_tercatat is None
    with pytest.raises(PerangkatBelumAda, match="Dinas PMD Kabupaten Banyuasin belum dicatat"):
        _ = kabupaten.dinas
    halaman = client.get(reverse("kinerja:perioderenstra_create"))
    assert halaman.status_code == 409
    assert "Dinas PMD Kabupaten Banyuasin belum dicatat" in halaman.content.decode()
    assert client.get(reverse("beranda")).status_code == 200


def test_admin_adds_and_removes_an_office(
    client_for: Callable[[str], Client], banyuasin: Kabupaten
) -> None:
    client = client_for("admin")
    isian = {
        "jenis": "bappeda",
        "nama": "Bappeda",
        "singkatan": "Bappeda",
        "tempat": "X",
        "tahun_kerja": "2023",
    }
    jawaban = client.post(reverse("accounts:perangkatdaerah_create"), isian | {"kiriman": "k1"})
    assert jawaban.status_code == 302, jawaban.context["form"].errors
    kantor = PerangkatDaerah.objects.get(jenis="bappeda")
    assert AuditEvent.objects.get(action="tambah").object_id == str(kantor.pk)
    again = client.post(
        reverse("accounts:perangkatdaerah_create"), isian | {"nama": "Kedua", "kiriman": "k2"}
    )
    assert "tiap daerah hanya punya satu" in again.content.decode()
    assert (
        client.post(reverse("accounts:perangkatdaerah_delete", args=[kantor.pk])).status_code == 302
    )
    assert not PerangkatDaerah.objects.filter(pk=kantor.pk).exists()
    client.post(reverse("accounts:perangkatdaerah_delete", args=[banyuasin.dinas.pk]))
    assert PerangkatDaerah.objects.filter(pk=banyuasin.dinas.pk).exists()


def test_kind_of_an_office_in_use_stays(
    client_for: Callable[[str], Client], users: dict[str, User]
) -> None:
    dinas, client = users["admin"].kabupaten.dinas, client_for("admin")
    factories.make_pejabat(dinas.kabupaten)
    jawaban = client.post(
        reverse("accounts:perangkatdaerah_update", args=[dinas.pk]),
        sent(dinas, users["admin"], jenis="lain"),
    )
    assert jawaban.context["form"].errors["jenis"] == [
        "Jenis tidak dapat diganti: sudah dipakai oleh pejabat, pengguna."
    ]
    dinas.jenis = "lain"
    with pytest.raises(door.Invalid, match="sudah dipakai oleh pejabat, pengguna"):
        door.save(dinas, by="uji")
    assert PerangkatDaerah.objects.get(pk=dinas.pk).jenis == Perangkat.DINAS_PMD
    assert client.get(reverse("beranda")).status_code == 200


def test_kind_of_an_empty_office_may_change(banyuasin: Kabupaten) -> None:
    kantor = PerangkatDaerah.objects.create(
        kabupaten=banyuasin, jenis="lain", nama="Bappeda", singkatan="B", tempat="X"
    )
    kantor.jenis = Perangkat.BAPPEDA
    door.save(kantor, by="uji")
    assert PerangkatDaerah.objects.get(pk=kantor.pk).jenis == Perangkat.BAPPEDA


def test_head_of_the_region_needs_no_nip(users: dict[str, User], banyuasin: Kabupaten) -> None:
    kantor = users["kepala_daerah"].perangkat_daerah
    isian = {
        "nama": "A",
        "jabatan": "Bupati",
        "sifat": "definitif",
        "mulai": "1 Januari 2020",
    }
    form = PejabatForm(isian | {"perangkat_daerah": kantor.pk}, user=users["admin"])
    assert form.is_valid(), form.errors
    assert form.save().is_kepala_daerah
    assert not PejabatForm(
        isian | {"perangkat_daerah": banyuasin.dinas.pk}, user=users["admin"]
    ).is_valid()


def test_head_of_each_office_on_a_day(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    kepala = factories.make_pejabat(banyuasin)
    inspektur = factories.make_pejabat(
        banyuasin, perangkat_daerah=users["inspektorat"].perangkat_daerah
    )
    officials = Pejabat.objects.all()
    assert officials.head_of(banyuasin.dinas, kepala.mulai) == kepala
    assert officials.head_of(inspektur.perangkat_daerah, kepala.mulai) == inspektur
    assert officials.head_of(banyuasin.dinas, None) is None
