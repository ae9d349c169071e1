import datetime
import json
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import ClassVar

import pytest

from documents.beda import TURUNAN, differences, summary
from documents.snapshot import Unreadable, canonical, columns, digest, lifted, restore


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    nama: str
    nilai: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiBeku:
    VERSI: ClassVar[int] = 2

    judul: str
    tahun: int
    is_rinci: bool
    tanggal: datetime.date | None
    baris: tuple[Baris, ...]
    per_jenis: dict[str, tuple[int | None, ...]]
    kepala: Baris | None = None


ISI = IsiBeku(
    judul="Uji",
    tahun=2023,
    is_rinci=False,
    tanggal=datetime.date(2024, 1, 8),
    baris=(Baris(nama="Satu", nilai=Decimal("0.00")), Baris(nama="Dua", nilai=None)),
    per_jenis={"iku": (1, None), "ikk": ()},
)


def beku(isi=ISI):
    return lifted(canonical(isi), IsiBeku.VERSI, {})


def beda(kini, teks=None):
    isi = beku() if teks is None else teks
    return list(differences(isi, restore(IsiBeku, isi), kini))


def test_urutan_kunci_tidak_mengubah_isi():
    assert canonical({"b": 1, "a": 2}) == canonical({"a": 2, "b": 1}) == '{"a":2,"b":1}'


def test_desimal_dan_tanggal_menjadi_tulisan():
    isi = canonical({"d": Decimal("1E+2"), "t": datetime.date(2024, 1, 8)})
    assert isi == '{"d":"100","t":"2024-01-08"}'


def test_jenis_lain_ditolak():
    with pytest.raises(TypeError, match="object"):
        canonical({"x": object()})


def test_digest_sama_untuk_teks_dan_bitanya():
    assert digest("é") == digest("é".encode())
    assert len(digest("")) == 64


def test_isi_bertipe_dibekukan_dengan_versinya():
    assert json.loads(canonical(ISI))["versi"] == 2
    assert "versi" not in json.loads(canonical(ISI))["baris"][0]


def test_dipulihkan_persis():
    assert restore(IsiBeku, beku()) == ISI
    assert columns(ISI)["baris"] is ISI.baris


def test_versi_lama_dibawa_bertahap():
    lift = {1: lambda isi: isi | {"b": isi["a"]}, 2: lambda isi: {"b": isi["b"] * 2}}
    assert lifted('{"a":1}', 3, lift) == {"b": 2}
    assert lifted('{"versi":2,"b":5}', 3, lift) == {"b": 10}
    assert lifted('{"versi":3,"b":5}', 3, lift) == {"b": 5}


def test_versi_yang_belum_dikenal():
    with pytest.raises(
        Unreadable, match="Isi beku versi 4, sedangkan aplikasi ini mengenal sampai versi 3"
    ):
        lifted('{"versi":4}', 3, {})


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ('{"versi":1,', "Isi beku bukan JSON yang utuh"),
        ("", "Isi beku bukan JSON yang utuh"),
        ("[]", "Isi beku bukan objek JSON"),
        ("null", "Isi beku bukan objek JSON"),
        ('{"versi":"2"}', "versi berisi '2', bukan int"),
        ('{"versi":null}', "versi berisi None, bukan int"),
        ('{"versi":1.5}', "versi berisi 1.5, bukan int"),
        ('{"versi":true}', "versi berisi True, bukan int"),
        ('{"versi":0}', "versi 0 tidak berbentuk semestinya"),
    ],
)
def test_yang_bukan_isi_beku(teks, pesan):
    with pytest.raises(Unreadable, match=pesan):
        lifted(teks, 2, {1: lambda isi: isi})


def test_isi_lama_yang_rusak():
    with pytest.raises(Unreadable, match="versi 1 tidak berbentuk semestinya: 'a'"):
        lifted("{}", 2, {1: lambda isi: isi["a"]})


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"judul": 1}, "isi.judul berisi 1, bukan str"),
        ({"tahun": "2023"}, "isi.tahun berisi '2023', bukan int"),
        ({"tahun": True}, "isi.tahun berisi True, bukan int"),
        ({"is_rinci": 0}, "isi.is_rinci berisi 0, bukan bool"),
        ({"tanggal": "kemarin"}, "isi.tanggal berisi 'kemarin', bukan date"),
        ({"baris": {}}, r"isi.baris berisi \{\}, bukan list"),
        (
            {"baris": [{"nama": "x", "nilai": "WTP"}]},
            r"isi.baris\[0\].nilai berisi 'WTP', bukan Decimal",
        ),
        ({"baris": [{"nama": "x"}]}, r"Kunci kurang pada isi.baris\[0\]: nilai"),
        ({"per_jenis": {"iku": ["satu"]}}, r"isi.per_jenis.iku\[0\] berisi 'satu', bukan int"),
        ({"asing": 1}, "Kunci tidak dikenal pada isi: asing"),
    ],
)
def test_yang_tidak_cocok_disebut_letaknya(ubah, pesan):
    with pytest.raises(Unreadable, match=pesan):
        restore(IsiBeku, beku() | ubah)


def test_fakta_yang_berbeda_disebut_letaknya():
    satu, dua = ISI.baris
    assert beda(ISI) == []
    assert beda(replace(ISI, judul="Lain", is_rinci=True)) == ["is rinci", "judul"]
    assert beda(replace(ISI, baris=(replace(satu, nilai=Decimal(1)), dua))) == [
        "baris Satu › nilai"
    ]
    assert beda(replace(ISI, baris=(satu,))) == ["baris"]
    assert beda(replace(ISI, tanggal=None)) == ["tanggal"]
    assert beda(replace(ISI, per_jenis={"iku": (1, 2), "ikk": ()})) == ["per jenis iku 2"]
    assert beda(replace(ISI, per_jenis={"iku": (1, None)})) == ["per jenis"]


def test_angka_sama_dengan_nol_di_ekor_bukan_perbedaan():
    satu, dua = ISI.baris
    assert beda(replace(ISI, baris=(replace(satu, nilai=Decimal(0)), dua))) == []


def test_kunci_yang_baru_dikenal_tidak_dibandingkan():
    lama = {nama: nilai for nama, nilai in beku().items() if nama != "kepala"}
    baru = replace(ISI, kepala=Baris(nama="Baru", nilai=None))
    assert beda(baru, lama) == []
    assert beda(baru) == ["kepala"]
    assert beda(replace(baru, tahun=2024), lama) == ["tahun"]


def test_sebutan_perbedaan_diringkas():
    assert summary([]) == ""
    assert summary(["a", "b"]) == "a, b"
    assert summary(list("abcdefg")) == "a, b, c, d, e, dan 2 lainnya"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bersimpulan:
    pagu: Decimal
    simpulan: str = field(metadata=TURUNAN)


def test_simpulan_bukan_fakta():
    """Aturan yang berganti mengganti simpulannya, bukan faktanya."""
    isi = {"pagu": "1", "simpulan": "Efisien"}
    lama = restore(Bersimpulan, isi)
    kini = replace(lama, simpulan="Tidak efisien")
    assert list(differences(isi, lama, kini)) == []
    assert list(differences(isi, lama, replace(kini, pagu=Decimal(2)))) == ["pagu"]
