"""Tulisan Indonesia untuk nilai apa pun, di halaman rincian, daftar dan templat."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from accounts.models import Kabupaten
from core.display import items, readable_changes, tulisan_dari
from tests import factories


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (None, "—"),
        ("", "—"),
        (True, "Ya"),
        (False, "Tidak"),
        (1234567, "1.234.567"),
        (Decimal("1234.5000"), "1.234,5"),
        (Decimal("100.00"), "100"),
        (0, "0"),
        (datetime.date(2023, 12, 29), "29 Desember 2023"),
        (datetime.datetime(2023, 12, 29, 17, 5, tzinfo=datetime.UTC), "30 Desember 2023 00.05"),
        ("teks", "teks"),
    ],
)
def test_text_of(nilai: Any, teks: str) -> None:
    assert tulisan_dari(nilai) == teks


def test_year_has_no_thousands_dot() -> None:
    assert tulisan_dari(2023, is_tahun=True) == "2023"


@pytest.mark.django_db
def test_items_show_columns_with_links_choices_and_numbers(banyuasin: Kabupaten) -> None:
    realisasi = factories.make_realisasi(factories.make_indikator(banyuasin), "1234.5")
    shown = {item.label: item for item in items(realisasi)}
    assert shown["Nilai"].tulisan == "1.234,5"
    assert shown["Nilai"].is_angka
    assert shown["Tahun"].tulisan == "2023"
    assert not shown["Tahun"].is_angka
    assert shown["Triwulan"].tulisan == "Setahun"
    assert "Indikator 1" in shown["Indikator"].tulisan
    assert "ID" not in shown


@pytest.mark.django_db
def test_sensitive_columns_are_hidden_or_masked(banyuasin: Kabupaten) -> None:
    user = factories.make_user("operator", banyuasin)
    assert not [item for item in items(user) if user.password in item.tulisan]
    pejabat = factories.make_pejabat(banyuasin, nip="197001011995031001")
    tertutup = frozenset({"nip", "sampai"})
    shown = {item.label: item.tulisan for item in items(pejabat, masked=tertutup)}
    assert shown["NIP"] == "••••01"
    assert shown["Menjabat sampai"] == "—"


def render(templat: str, **context: Any) -> str:
    return Template("{% load rumah %}" + templat).render(Context(context))


@pytest.mark.parametrize(
    ("templat", "nilai", "teks"),
    [
        ("{{ v|angka }}", Decimal("1234.5"), "1.234,5"),
        ("{{ v|angka:2 }}", "1234.5", "1.234,50"),
        ("{{ v|angka }}", None, "—"),
        ("{{ v|angka }}", "bukan angka", "bukan angka"),
        ("{{ v|rupiah }}", 5499574092, "Rp 5.499.574.092"),
        ("{{ v|rupiah }}", "", "—"),
        ("{{ v|persen }}", "96.685", "96,69 %"),
        ("{{ v|persen }}", None, "—"),
        ("{{ v|tanggal }}", "2023-12-29", "29 Desember 2023"),
        ("{{ v|tanggal }}", "2023-12-29T10:00:00", "29 Desember 2023"),
        ("{{ v|tanggal }}", datetime.date(2024, 1, 31), "31 Januari 2024"),
        ("{{ v|tanggal }}", None, "—"),
        ("{{ v|slug_status }}", "SANGAT TERTINGGAL", "sangat-tertinggal"),
        ("{{ v|get:'a' }}", {"a": "isi"}, "isi"),
        ("{{ v|get:'b' }}", {"a": "isi"}, ""),
        ("{{ v|get:'b' }}", None, ""),
    ],
)
def test_template_filters(templat: str, nilai: Any, teks: str) -> None:
    assert render(templat, v=nilai) == teks


@pytest.mark.parametrize(
    ("query", "changes", "hasil"),
    [
        ("a=1&page=2", "page=3", "?a=1&amp;page=3"),
        ("a=1", "a=''", "?"),
        ("", "a=5", "?a=5"),
        ("a=1&a=2", "b=3", "?a=1&amp;a=2&amp;b=3"),
    ],
)
def test_query_changes_the_address_of_this_page(query: str, changes: str, hasil: str) -> None:
    request = RequestFactory().get(f"/?{query}")
    assert render(f"{{% query {changes} %}}", request=request) == hasil


@pytest.mark.django_db
def test_changes_are_written_in_words(banyuasin: Kabupaten) -> None:
    changes = {
        "perangkat_daerah": [None, str(banyuasin.dinas.pk)],
        "sifat": ["definitif", "plt"],
        "is_kepala": ["False", "True"],
        "mulai": ["2023-12-29", None],
        "golongan": ["", "IV.b"],
        "sudah_tiada": ["1", "2"],
    }
    rows = {c.label: (c.before, c.after) for c in readable_changes("accounts.Pejabat", changes)}
    assert rows == {
        "Perangkat daerah": ("—", str(banyuasin.dinas)),
        "Sifat": ("Definitif", "Plt."),
        "Kepala perangkat daerah": ("Tidak", "Ya"),
        "Menjabat sejak": ("29 Desember 2023", "—"),
        "Golongan": ("—", "IV.b"),
        "sudah_tiada": ("1", "2"),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "column", "recorded", "teks"),
    [
        ("kinerja.SubKegiatan", "pagu", "30000000", "30.000.000"),
        ("kinerja.Target", "tahun", "2023", "2023"),
        ("kinerja.Target", "nilai", "bukan angka", "bukan angka"),
        ("kinerja.Target", "indikator", "999999", "#999999 (sudah dihapus)"),
        ("kinerja.Lkjip", "approved_at", "2024-01-08 03:00:00+00:00", "8 Januari 2024 10.00"),
        ("kinerja.Lkjip", "status", "diajukan", "Diajukan"),
        ("kinerja.BuktiRealisasi", "berkas", "bukti/2023/a1.pdf", "berkas PDF"),
        ("modul.Hilang", "nama", "x", "x"),
    ],
)
def test_recorded_value_is_read_by_its_column(
    model: str, column: str, recorded: str, teks: str
) -> None:
    assert readable_changes(model, {column: [None, recorded]})[0].after == teks
