"""Tulisan, sidik dan penulisan menurut kolom sama dengan baris demi baris."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from accounts.models import Kabupaten
from core import audit, borongan, door, kumpulan, lajur
from core.keutuhan import terjaga, verify_rows
from core.segel import jumlah
from idm.models import IdmDesa
from tests import factories
from villages.models import BatasDesa, Desa

pytestmark = pytest.mark.django_db
TULISAN = ('“kutip” "dua"', "garis\\miring", "baris\nbaru\tdan, {koma}", "NULL", "é 村", "'petik'")


@pytest.mark.usefixtures("kabupaten")
def test_semua_tabel_bertulisan_dan_bersidik_sama() -> None:
    berisi = 0
    for model in terjaga():
        rows = list(model._base_manager.order_by("pk")[:40])
        berisi += bool(rows)
        assert lajur.tulisan_semua(model, rows) == list(map(audit.tulisan, rows)), model
        nomor = [row.pk for row in rows]
        tersimpan = lajur.sidik_tersimpan(model._base_manager.filter(pk__in=nomor))
        assert jumlah([tersimpan]) == jumlah(map(audit.sidik_baris, rows)), model
    assert berisi > 20


def test_yang_berkunci_sama_tetapi_berlainan_jenis() -> None:
    """`True`, `1` dan `Decimal(1)` berkunci sama; tulisannya tidak."""
    field = models.IntegerField()
    field.set_attributes_from_name("nilai")
    semua: tuple[Any, ...] = (True, 1, Decimal("1.0"), None)
    hasil = list(lajur.tiap_nilai(semua, field, audit.teks_kolom))
    assert hasil == ["True", "1", "1", None]
    with audit.locked("16.07"):
        for satu in ((True,), (1,)):
            hasil += lajur.tiap_nilai(satu, field, audit.teks_kolom)
    assert hasil[-2:] == ["True", "1"]


@pytest.fixture
def desa(banyuasin: Kabupaten) -> list[Desa]:
    kecamatan = factories.make_kecamatan(banyuasin)
    return [factories.make_desa(kecamatan) for _ in TULISAN]


def batas(desa: list[Desa], ekor: str = "") -> list[BatasDesa]:
    """Isi JSON bersarang, dan tulisan yang memuat tanda baca larik dan SQL."""
    hasil = []
    for nomor, (satu, teks) in enumerate(zip(desa, TULISAN, strict=True)):
        cincin = [[[nomor + 0.5, teks], None]]
        hasil.append(BatasDesa(desa=satu, cincin=cincin, sumber=f"{teks}{ekor}"))
    return hasil


def isi(model: Any) -> list[Any]:
    kolom = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    return list(model.objects.order_by(kolom[0]).values_list(*kolom))


@pytest.fixture
def sekaligus(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Banyak baris yang sudah dianggap kumpulan besar."""
    return lambda banyak: monkeypatch.setattr(borongan, "BANYAK", banyak)


@pytest.mark.parametrize("ekor", ["", " diganti"])
def test_ditulis_sekaligus_sama_dengan_bulk_create(
    banyuasin: Kabupaten, desa: list[Desa], sekaligus: Callable[[int], None], ekor: str
) -> None:
    """Yang baru, lalu yang menimpa kunci yang sama; nomor barisnya terisi menurut urutannya."""
    hasil = []
    for banyak in (1, 1000):
        sekaligus(banyak)
        BatasDesa.objects.all().delete()
        for teks in ("", ekor):
            rows = batas(desa, teks)
            door.save_all(rows, by="uji", target=banyuasin, replace=True)
        hasil.append(isi(BatasDesa))
        for row in rows:
            assert not row._state.adding
            assert BatasDesa.objects.get(pk=row.pk).desa_id == row.desa_id
    assert hasil[0] == hasil[1]
    assert len(hasil[0]) == len(TULISAN)


def test_yang_ditulis_sekaligus_utuh_menurut_jejaknya(
    banyuasin: Kabupaten, desa: list[Desa], sekaligus: Callable[[int], None]
) -> None:
    sekaligus(1)
    for ekor in ("", " lain"):
        door.save_all(batas(desa, ekor), by="uji", target=banyuasin, replace=True)
    assert list(verify_rows([BatasDesa])) == []
    BatasDesa.objects.filter(desa=desa[0]).update(sumber="diam-diam")
    assert len(list(verify_rows([BatasDesa]))) == 1


def test_nomor_yang_disebut_tetap(
    banyuasin: Kabupaten, desa: list[Desa], sekaligus: Callable[[int], None]
) -> None:
    sekaligus(1)
    door.save_all(batas(desa), by="uji", target=banyuasin)
    rows = list(BatasDesa.objects.order_by("-pk"))
    semula = [row.pk for row in rows]
    for row in rows:
        row.sumber = "nomornya tetap"
    door.save_all(rows, by="uji", target=banyuasin, replace=True)
    assert [row.pk for row in rows] == semula
    assert set(BatasDesa.objects.values_list("sumber", flat=True)) == {"nomornya tetap"}


def test_tulisan_terlalu_panjang_ditolak(banyuasin: Kabupaten, desa: list[Desa]) -> None:
    """Panjangnya diperiksa pada yang terpanjang saja; polanya pada semuanya."""
    rows = batas(desa)
    rows[-1].sumber = "x" * 1000
    with pytest.raises(door.Invalid, match="1000"):
        door.save_all(rows, by="uji", target=banyuasin)
    skor = IdmDesa._meta.get_field("skor")
    with pytest.raises(door.Invalid, match="hanya berisi angka"):
        kumpulan._check_column(skor, ["5512", "5512x"])
