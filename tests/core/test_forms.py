"""Bidang isian cara Indonesia dan formulir yang tahu cakupan penggunanya."""

import datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from accounts.forms import PejabatForm
from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatDaerah, User
from core.audit import fingerprint
from core.forms import AngkaField, BilanganField, RupiahField, TahunField, TanggalField, formfield
from kinerja.models import Realisasi, RekapPegawai
from tests import factories
from tests.halaman import HALAMAN

BidangForm = HALAMAN[Bidang].form_class
RekapPegawaiForm = HALAMAN[RekapPegawai].form_class


class Contoh(forms.Form):
    nilai = AngkaField(max_digits=7, decimal_places=2, min_value=0)


@pytest.mark.parametrize(
    ("teks", "nilai"), [("1.234,56", "1234.56"), ("Rp 1.234", "1234"), ("96,69 %", "96.69")]
)
def test_angka_is_read_the_indonesian_way(teks: str, nilai: str) -> None:
    satuan = "rupiah" if teks.startswith("Rp") else None
    assert AngkaField(satuan=satuan).clean(teks) == Decimal(nilai)


@pytest.mark.parametrize("teks", ["1,234.56", "12.34", "abc", "1e5"])
def test_angka_refuses_instead_of_guessing(teks: str) -> None:
    with pytest.raises(ValidationError, match=r"misalnya 1\.234,56") as error:
        AngkaField().clean(teks)
    assert error.value.code == "angka"


@pytest.mark.parametrize("teks", ["123456,00", "1,234", "-1"])
def test_angka_keeps_the_limits_of_the_column(teks: str) -> None:
    assert not Contoh({"nilai": teks}).is_valid()


@pytest.mark.parametrize(
    ("teks", "nilai"), [("10.274.076,00", 10274076), ("Rp 10.274.076,00", 10274076), ("7,0", 7)]
)
def test_zeros_at_the_end_are_no_decimals(teks: str, nilai: int) -> None:
    """Kolom uang dan bilangan menerima tulisan bank: desimal dihitung menurut nilainya."""
    assert AngkaField(max_digits=18, decimal_places=0).clean(teks) == nilai
    assert RupiahField(max_digits=18, decimal_places=0).clean(teks) == nilai
    with pytest.raises(ValidationError):
        AngkaField(max_digits=18, decimal_places=0).clean("10.274.076,50")


@pytest.mark.parametrize(
    ("places", "teks", "pesan"),
    [
        (
            0,
            "7.610.000,50",
            "7.610.000,5 berpecahan; di sini ditulis bilangan bulat. Tulis 7.610.001.",
        ),
        (2, "99,999", "99,999 berpecahan; di sini paling banyak 2 desimal. Tulis 100."),
        (2, "-0,001", "-0,001 berpecahan; di sini paling banyak 2 desimal. Tulis 0."),
        (0, "8.000.000,5", "8.000.000,5 berpecahan; di sini ditulis bilangan bulat."),
        (0, "123.456.789", "Angkanya terlalu panjang; paling banyak 8 angka."),
        (2, "1234567", "Angkanya terlalu besar; paling banyak 6 angka sebelum koma."),
        (0, "9.999.999.999.999.999", "Angkanya terlalu panjang; paling banyak 15 angka."),
    ],
)
def test_too_many_digits_name_the_right_form(places: int, teks: str, pesan: str) -> None:
    """Bentuk yang benar disebut hanya bila kolomnya menerimanya."""
    field = AngkaField(max_digits=8, decimal_places=places, max_value=8_000_000)
    with pytest.raises(ValidationError) as error:
        field.clean(teks)
    assert pesan in error.value.messages


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("1,2345678", "1,2345678 berpecahan; di sini paling banyak 2 desimal. Tulis 1,23."),
        ("1234567,891", "1.234.567,891 berpecahan; di sini paling banyak 2 desimal."),
    ],
)
def test_desimal_disebut_sebelum_panjangnya(teks: str, pesan: str) -> None:
    assert Contoh({"nilai": teks}).errors["nilai"] == [pesan]


@pytest.mark.parametrize("field", [RupiahField(), AngkaField(decimal_places=0, max_digits=18)])
def test_koma_ribuan_pada_isian_bulat_rancu(field: AngkaField) -> None:
    """“1,234” di sana bukan satu lebih sedikit yang dibulatkan menjadi 1."""
    for teks in ("1,234", "Rp 1,234", "-1,234"):
        with pytest.raises(ValidationError) as error:
            field.clean(teks)
        assert "rancu" in error.value.messages[0]
        assert error.value.messages[0].endswith("1.234?")


def test_pecahan_ditolak_dengan_kalimat_yang_sama() -> None:
    pesan = "1,5 berpecahan; di sini ditulis bilangan bulat."
    for field in (BilanganField(), AngkaField(decimal_places=0, max_digits=18)):
        with pytest.raises(ValidationError) as error:
            field.clean("1,5")
        assert error.value.messages[0].startswith(pesan)


def test_a_hint_is_never_refused() -> None:
    for teks in ("10,274,076.00", "10,274,076"):
        with pytest.raises(ValidationError) as error:
            BilanganField().clean(teks)
        usul = error.value.messages[0].rpartition("Maksud Anda ")[2].rstrip("?")
        assert BilanganField().clean(usul) == 10274076


@pytest.mark.parametrize(
    ("field", "teks"),
    [
        (BilanganField(), "1.5"),
        (BilanganField(), "1,5 orang"),
        (AngkaField(max_digits=9, decimal_places=2), "0.12345"),
        (AngkaField(min_value=0), "-7.5"),
    ],
)
def test_a_hint_the_field_refuses_is_not_given(field: AngkaField, teks: str) -> None:
    with pytest.raises(ValidationError) as error:
        field.clean(teks)
    (pesan,) = error.value.messages
    assert pesan.startswith(f"“{teks}” ")
    assert "Maksud Anda" not in pesan
    assert "Tulis 1" not in pesan


def test_angka_may_be_empty_when_not_required() -> None:
    assert AngkaField(required=False).clean("") is None
    with pytest.raises(ValidationError):
        AngkaField().clean("")


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (Decimal("1234.5000"), "1.234,5"),
        (Decimal("100.0000"), "100"),
        (Decimal("0.0000"), "0"),
        (1200, "1.200"),
        (None, None),
        ("12.34", "12.34"),
        (True, True),
    ],
)
def test_angka_is_shown_the_way_it_is_typed(nilai: object, teks: object) -> None:
    assert AngkaField().prepare_value(nilai) == teks


def test_shown_value_is_read_back_unchanged() -> None:
    field = AngkaField()
    for nilai in ("1234.5000", "0.0001", "-12", "1000000"):
        assert field.clean(field.prepare_value(Decimal(nilai))) == Decimal(nilai)
        assert not field.has_changed(Decimal(nilai), field.prepare_value(Decimal(nilai)))


def test_refused_text_stays_on_the_page() -> None:
    form = Contoh({"nilai": "12.34"})
    assert 'value="12.34"' in str(form["nilai"])
    assert 'inputmode="decimal"' in str(form["nilai"])
    assert 'type="text"' in str(form["nilai"])


def test_bilangan_is_whole() -> None:
    field = BilanganField(min_value=0, max_value=5000)
    assert field.clean("1.234") == 1234
    assert isinstance(field.clean("12,0"), int)
    assert BilanganField(required=False).clean("") is None
    for teks in ("12,5", "-1", "5.001", "12.34", "x"):
        with pytest.raises(ValidationError):
            field.clean(teks)


def test_tahun_has_no_thousands_dot() -> None:
    assert TahunField().prepare_value(2023) == 2023
    assert TahunField().clean("2023") == 2023
    berbatas = TahunField(min_value=2010, max_value=2045)
    for tahun, pesan in (("1999", "Tahun paling awal 2010."), ("3000", "Tahun paling akhir 2045.")):
        with pytest.raises(ValidationError, match=pesan):
            berbatas.clean(tahun)


@pytest.mark.parametrize(
    "teks",
    [
        "2023-12-29",
        "29/12/2023",
        "29-12-2023",
        "29 Desember 2023",
        "29 desember 2023",
        " 29  DESEMBER 2023 ",
    ],
)
def test_tanggal_is_read_as_people_write_it(teks: str) -> None:
    assert TanggalField().clean(teks) == datetime.date(2023, 12, 29)


@pytest.mark.parametrize(
    "teks", ["12/29/2023", "31 Februari 2023", "29 December 2023", "kemarin", "2023"]
)
def test_tanggal_refuses_the_rest(teks: str) -> None:
    with pytest.raises(ValidationError, match="29 Desember 2023"):
        TanggalField().clean(teks)


@pytest.mark.parametrize(
    ("model", "column", "field"),
    [
        (Realisasi, "nilai", AngkaField),
        (Realisasi, "tahun", TahunField),
        (Realisasi, "triwulan", forms.TypedChoiceField),
        (Bidang, "urutan", BilanganField),
        (Pejabat, "mulai", TanggalField),
        (Bidang, "nama", forms.CharField),
        (PerangkatDaerah, "tahun_kerja", TahunField),
    ],
)
def test_columns_get_the_house_fields(model: type, column: str, field: type) -> None:
    assert type(formfield(model._meta.get_field(column))) is field  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_owner_comes_from_the_user_not_from_the_post(
    users: dict[str, User], merangin: Kabupaten
) -> None:
    sent = {"tahun": "2023", "kelompok": "status", "urutan": "1", "nama": "PNS", "jumlah": "25"}
    form = RekapPegawaiForm(sent | {"perangkat_daerah": merangin.dinas.pk}, user=users["operator"])
    assert form.is_valid(), form.errors
    assert form.save().perangkat_daerah == users["operator"].kabupaten.dinas


@pytest.mark.django_db
def test_office_of_another_kabupaten_is_no_choice(
    users: dict[str, User], merangin: Kabupaten
) -> None:
    sent = {"nama": "Bidang Baru", "urutan": "1", "perangkat_daerah": merangin.dinas.pk}
    assert "perangkat_daerah" in BidangForm(sent, user=users["admin"]).errors


@pytest.mark.django_db
def test_same_name_in_the_same_office_is_refused_by_the_form(
    users: dict[str, User], merangin: Kabupaten
) -> None:
    factories.make_bidang(users["admin"].kabupaten, nama="Sekretariat")
    factories.make_bidang(merangin, nama="Bidang Pembangunan")
    sent = {"urutan": "2", "perangkat_daerah": users["admin"].kabupaten.dinas.pk}
    assert not BidangForm(sent | {"nama": "Sekretariat"}, user=users["admin"]).is_valid()
    assert BidangForm(sent | {"nama": "Bidang Pembangunan"}, user=users["admin"]).is_valid()


@pytest.mark.django_db
def test_nip_may_be_typed_with_spaces(users: dict[str, User]) -> None:
    kantor = users["admin"].kabupaten.dinas.pk
    sent = {
        "nama": "A",
        "nip": "19700101 199503 1 001",
        "jabatan": "Kepala",
        "sifat": "plt",
        "mulai": "1 Januari 2020",
    }
    sent["perangkat_daerah"] = kantor
    form = PejabatForm(sent, user=users["admin"])
    assert form.is_valid(), form.errors
    assert form.save().nip_berspasi == "19700101 199503 1 001"
    assert not PejabatForm(sent | {"nip": "123"}, user=users["admin"]).is_valid()


@pytest.mark.django_db
def test_fingerprint_follows_the_content(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin)
    before = fingerprint(bidang)
    assert fingerprint(Bidang.objects.get(pk=bidang.pk)) == before
    bidang.urutan = 9
    assert fingerprint(bidang) != before
