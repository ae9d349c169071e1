"""Angka cara Indonesia: contoh dari kebiasaan tulis dinas, penolakan, dan sifat bolak-balik."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.angka import (
    CONTOH,
    BukanAngka,
    Kosongan,
    TerlaluTeliti,
    bulatkan,
    format_angka,
    parse,
    persen,
    ringkas,
    rupiah,
    tanpa_ekor,
)
from core.terbilang import terbilang

CONTOH_UMUM = CONTOH[Decimal("1234.56")]
NOMINAL = st.decimals(min_value=-(10**15), max_value=10**15, places=4, allow_nan=False)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("1234,56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1.234", "1234"),
        ("1234", "1234"),
        ("1.234.567", "1234567"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("1,234", "1.234"),
        ("-12,5", "-12.5"),
        ("Rp 1.234", "1234"),
        ("Rp1.234.567", "1234567"),
        ("Rp. 1.234,-", "1234"),
        ("rp 10,50", "10.50"),
        ("-Rp 5.000", "-5000"),
        ("96,69 %", "96.69"),
        ("96,69%", "96.69"),
        ("  42 ", "42"),
        ("Rp\u00a01.234", "1234"),
    ],
)
def test_parse_accepts(teks: str, nilai: str) -> None:
    assert parse(teks) == Decimal(nilai)


@pytest.mark.parametrize(
    ("teks", "meant"),
    [
        ("1,234.56", "1.234,56"),
        ("12.34", "12,34"),
        ("1234.5", "1.234,5"),
        ("-12.34", "-12,34"),
        ("Rp 1,234.56", "1.234,56"),
        ("0.123", "0,123"),
        ("1.2345", "1,2345"),
        ("12.50", "12,5"),
        ("1,234.00", "1.234"),
        ("10,274,076", "10.274.076"),
        ("Rp 10,274,076.00", "10.274.076"),
    ],
)
def test_parse_refuses_foreign_style_and_shows_the_right_form(teks: str, meant: str) -> None:
    with pytest.raises(ValueError, match="rancu") as error:
        parse(teks)
    assert f"“{teks}” rancu. {CONTOH_UMUM} Maksud Anda {meant}?" == str(error.value)


@pytest.mark.parametrize(
    "teks",
    [
        "abc", "1.23.456", "1..234", "1,2,3", "1,", ",5", "--1", "1-", "+1", "1e5", "NaN",
        "Infinity", "12 34", "1 234", "Rp", "%", "- 5", "１２３", "0x10", "1_000", "²", "9" * 41,
        "<b>1</b>", "1.23.4 RT",
    ],
)  # fmt: skip
def test_parse_refuses_what_is_not_a_number(teks: str) -> None:
    with pytest.raises(ValueError, match="bukan angka yang dikenali") as error:
        parse(teks)
    assert CONTOH_UMUM in str(error.value)
    assert len(str(error.value)) < 200


@pytest.mark.parametrize(
    ("teks", "kata", "bentuk"),
    [
        ("12 RT", "RT", "12"),
        ("-5 orang", "orang", "-5"),
        ("7.610.000 rupiah", "rupiah", "7.610.000"),
        ("Rp 7,610,000 rupiah", "rupiah", "7.610.000"),
        ("7,6 juta", "juta", "7.600.000"),
        ("7,6 jt. rupiah", "jt. rupiah", "7.600.000"),
        ("12.34 km", "km", "12,34"),
    ],
)
def test_parse_names_the_word_behind_a_number(teks: str, kata: str, bentuk: str) -> None:
    with pytest.raises(ValueError, match="hanya angka") as error:
        parse(teks)
    assert (
        str(error.value) == f"“{teks}” memuat kata “{kata}”; isian ini hanya angka. Tulis {bentuk}."
    )
    assert bentuk == ringkas(parse(bentuk))


@pytest.mark.parametrize("teks", ["", "   ", "\n\t"])
def test_parse_refuses_empty(teks: str) -> None:
    with pytest.raises(ValueError, match="belum diisi"):
        parse(teks)


@given(NOMINAL)
def test_parse_reads_back_what_format_wrote(x: Decimal) -> None:
    assert parse(format_angka(x)) == x
    assert parse(rupiah(bulatkan(x, 2))) == bulatkan(x, 2)
    assert parse(persen(x, 4)) == x


@given(st.integers(min_value=-(10**18), max_value=10**18))
def test_parse_reads_back_whole_numbers(x: int) -> None:
    assert parse(format_angka(x)) == x
    assert parse(str(x)) == x


@given(st.text(max_size=60))
def test_parse_gives_a_finite_number_or_a_clear_refusal(teks: str) -> None:
    try:
        nilai = parse(teks)
    except ValueError as error:
        jelas = (CONTOH_UMUM, "hanya angka", "Kosongkan bila belum diketahui")
        assert any(kalimat in str(error) for kalimat in jelas)
    else:
        assert parse(format_angka(nilai)) == nilai


@given(st.text(alphabet="0123456789.,-Rp% ", max_size=14))
def test_parse_never_guesses_a_dot_as_decimal(teks: str) -> None:
    """Yang diterima memuat tepat angka-angka yang ditulis, dan titik selalu ribuan."""
    try:
        nilai = parse(teks)
    except ValueError:
        return
    digits = "".join(c for c in teks if c.isdigit())
    decimals = len(teks.partition(",")[2].strip(" -%"))
    assert abs(nilai).scaleb(decimals) == int(digits)


@pytest.mark.parametrize(
    ("x", "n", "hasil"),
    [
        ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("2.5", 0, "3"), ("1.005", 2, "1.01"),
        ("1.004999", 2, "1.00"), ("96.685", 2, "96.69"), ("0.81545", 4, "0.8155"),
        ("1234", -2, "1200"),
    ],
)  # fmt: skip
def test_bulatkan_rounds_half_away_from_zero(x: str, n: int, hasil: str) -> None:
    assert bulatkan(Decimal(x), n) == Decimal(hasil)


@pytest.mark.parametrize(
    ("x", "n", "teks"),
    [
        (Decimal("1234.56"), None, "1.234,56"),
        (Decimal("1234.565"), 2, "1.234,57"),
        (1234567, None, "1.234.567"),
        (Decimal("-0.001"), 2, "0,00"),
        (Decimal("1E+6"), None, "1.000.000"),
        (Decimal(5), 2, "5,00"),
    ],
)
def test_format_angka(x: Decimal | int, n: int | None, teks: str) -> None:
    assert format_angka(x, n) == teks


@given(NOMINAL)
def test_tanpa_ekor_keeps_the_value_and_drops_only_zeros(x: Decimal) -> None:
    polos = tanpa_ekor(x)
    assert polos == x
    assert not ("." in f"{polos:f}" and f"{polos:f}".endswith("0"))
    assert parse(ringkas(x)) == x


def test_rupiah_and_persen() -> None:
    assert rupiah(1234567) == "Rp 1.234.567"
    assert rupiah(Decimal("1234.50")) == "Rp 1.234,50"
    assert rupiah(Decimal("-1000.00")) == "-Rp 1.000"
    assert rupiah(0) == "Rp 0"
    assert persen(Decimal("96.685")) == "96,69 %"


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (288, "dua ratus delapan puluh delapan"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2000, "dua ribu"),
        (2023, "dua ribu dua puluh tiga"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (17_500_000_000, "tujuh belas miliar lima ratus juta"),
        (10**12, "satu triliun"),
        (-7, "minus tujuh"),
    ],
)
def test_terbilang(n: int, kata: str) -> None:
    assert terbilang(n) == kata


@pytest.mark.parametrize("n", [10**15, -(10**15)])
def test_terbilang_refuses_what_it_cannot_spell(n: int) -> None:
    with pytest.raises(ValueError, match=r"^Bilangan terlalu besar untuk dieja\.$"):
        terbilang(n)


def pesan(teks: str) -> BukanAngka:
    with pytest.raises(BukanAngka) as galat:
        parse(teks)
    return galat.value


@pytest.mark.parametrize(
    ("teks", "kalimat"),
    [
        ("", "Angka belum diisi. Tulis angkanya saja, misalnya 12."),
        ("tiga", "“tiga” bukan angka yang dikenali. Tulis angkanya saja, misalnya 12."),
        ("9" * 41, f"“{'9' * 40}…” bukan angka yang dikenali. Tulis angkanya saja, misalnya 12."),
        ("12.5", "“12.5” rancu. Tulis angkanya saja, misalnya 12."),
        ("12.00", "“12.00” rancu. Tulis angkanya saja, misalnya 12. Maksud Anda 12?"),
        ("12 RT", "“12 RT” memuat kata “RT”; isian ini hanya angka. Tulis 12."),
        ("1,5 RT", "“1,5 RT” memuat kata “RT”; isian ini hanya angka."),
    ],
)
def test_message_of_a_field_that_takes_two_digits(teks: str, kalimat: str) -> None:
    """Contoh dan usul hanya yang diterima isiannya."""
    assert pesan(teks).bagi(lambda nilai: nilai == nilai.to_integral_value() < 100) == kalimat


def test_message_without_a_form_that_would_be_accepted() -> None:
    assert pesan("tiga").bagi(lambda nilai: False) == "“tiga” bukan angka yang dikenali."


def test_parse_accepts_forty_characters() -> None:
    assert parse("9" * 40) == Decimal("9" * 40)


@pytest.mark.parametrize(
    ("angka", "desimal", "kalimat"),
    [
        ("1.5", 0, "1,5 berpecahan; di sini ditulis bilangan bulat. Tulis 2."),
        ("1234.5678", 2, "1.234,5678 berpecahan; di sini paling banyak 2 desimal. Tulis 1.234,57."),
    ],
)
def test_too_many_decimals_names_the_rounded_value(angka: str, desimal: int, kalimat: str) -> None:
    assert str(TerlaluTeliti(Decimal(angka), desimal)) == kalimat


def test_rupiah_rounds_to_sen() -> None:
    assert rupiah(Decimal("1234.567")) == "Rp 1.234,57"


@pytest.mark.parametrize("teks", ["12 M", "1,5 m", "12 T", "500 K"])
def test_a_letter_that_may_mean_a_multiple_gets_no_guess(teks: str) -> None:
    assert "Tulis 1" not in str(pesan(teks)).replace("Tulis ribuan", "")
    assert "hanya angka" in str(pesan(teks))


def test_mrd_is_miliar() -> None:
    assert str(pesan("2 Mrd")).endswith("Tulis 2.000.000.000.")


SETRIP_DAN_KATA = "-| – |—|−|--|Rp -|Rp. -|n/a|N / A|Nihil|NIHIL.|Tidak  ada|nol"


@pytest.mark.parametrize("tulisan", SETRIP_DAN_KATA.split("|"))
def test_setrip_dan_kata_kosong_tidak_ditebak(tulisan):
    """Dapat berarti belum diketahui, dapat pula nol; nol hanya diusulkan bila diterima."""
    with pytest.raises(Kosongan) as error:
        parse(tulisan)
    assert str(error.value) == (
        f"“{tulisan.strip()}” bukan angka. Kosongkan bila belum diketahui, "
        "tulis 0 bila memang tidak ada."
    )
    assert error.value.bagi(lambda nilai: nilai > 0).endswith("Kosongkan bila belum diketahui.")
