from hypothesis import given
from hypothesis import strategies as st

from villages import atribut
from villages.atribut import Atribut
from villages.nama import kunci, mirip


def test_ejaan_yang_sama_satu_kunci():
    assert kunci("Jalur Mulya") == kunci("JALURMULYA") == kunci(" jalur-mulya. ")
    assert kunci("Sungsang IV") != kunci("Ungsang IV")
    assert kunci("Pérajen") == "PERAJEN"


@given(st.text())
def test_kunci_tetap_bila_diulang(teks):
    assert kunci(kunci(teks)) == kunci(teks)


def test_calon_menurut_kemiripan():
    calon = {1: "Sungsang IV", 2: "Muara Sungsang", 3: "Sungsang I", 4: "Teluk Payo"}
    assert mirip("UNGSANG IV", calon) == [1, 3, 2]
    assert mirip("x", {}) == []


def test_atribut_tak_dikenal_menjadi_yang_pertama(monkeypatch):
    monkeypatch.setattr(atribut, "_ATRIBUT", {})
    satu, dua = (Atribut(k, k, {}, lambda kabupaten, tahun: {}) for k in ("satu", "dua"))
    atribut.register(satu)
    atribut.register(dua)
    assert atribut.semua() == [satu, dua]
    assert (atribut.cari("dua"), atribut.cari("tiga")) == (dua, satu)
