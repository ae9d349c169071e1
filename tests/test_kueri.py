"""Yang dilewati pada basis data kedua hanya uji yang semua unsur kuerinya dijawab uji lain."""

from types import SimpleNamespace

import pytest
from django.db import DatabaseError

from tests.kueri import Catatan, Pemilih, Pencatat, catatan, perlu_diulang, sidik


def record(**uji):
    """Catatan tiap uji; unsurnya satu aksara."""
    return {nama: Catatan(len(huruf), frozenset(huruf)) for nama, huruf in uji.items()}


def test_yang_diulang():
    """Unsur yang belum dijawab, yang menulis sungguhan, dan yang tidak mengirim apa pun."""
    kueri = record(read="ab", sama="ba", baru="ac", write="a", hampa="")
    assert perlu_diulang(kueri, {"write"}) == {"read", "baru", "write", "hampa"}
    assert perlu_diulang(record(satu="a", dua="b", semua="ab"), set()) == {"semua"}
    assert perlu_diulang(record(satu="abc", dua="a"), {"dua"}) == {"satu", "dua"}


def test_yang_murah_didahulukan():
    """Jawaban yang sama dari kueri yang lebih sedikit."""
    kueri = {"mahal": Catatan(900, frozenset("ab")), "murah": Catatan(3, frozenset("ab"))}
    assert perlu_diulang(kueri, set()) == {"murah"}


def test_tiap_unsur_yang_tercatat_dijawab_uji_yang_diulang():
    kueri = {
        str(n): Catatan(n, frozenset([f"k{n % 7}", f"k{n % 5}", f"k{n * n % 11}"]))
        for n in range(60)
    }
    ulang = perlu_diulang(kueri, set())
    assert len(ulang) < len(kueri)
    assert perlu_diulang(dict(reversed(kueri.items())), set()) == ulang
    terjawab = set().union(*(kueri[nama].unsur for nama in ulang))
    assert terjawab == set().union(*(satu.unsur for satu in kueri.values()))


def test_yang_gagal_lain_dari_yang_berhasil(tmp_path):
    """Penolakan dan nilai kosong unsur tersendiri; catatannya terbaca kembali."""
    pencatat = Pencatat(tmp_path)

    def gagal(*args):
        raise DatabaseError

    ubah = "UPDATE t SET a = %s"
    assert pencatat.send(lambda *args: 7, ubah, (1,), False, {}) == 7
    pencatat.send(lambda *args: 7, ubah, (None,), False, {})
    pencatat.send(lambda *args: 7, ubah, [(2,), (3,)], True, {})
    pencatat.send(lambda *args: 7, "ROLLBACK TO SAVEPOINT s", None, False, {})
    with pytest.raises(DatabaseError):
        pencatat.send(gagal, ubah, (1,), False, {})
    pencatat.store("satu")
    pencatat.pytest_sessionfinish()
    tulisan = ["UPDATE t ", "SET t a = %s int", "SET t a = %s NoneType", f"{ubah} DatabaseError"]
    assert catatan(tmp_path) == {"satu": Catatan(5, frozenset(map(sidik, tulisan)))}


class Butir:
    """Satu uji menurut yang dibaca pemilihnya."""

    def __init__(self, nodeid, *, fixturenames=(), **django_db):
        self.nodeid = nodeid
        self.fixturenames = fixturenames
        self.django_db = django_db

    def get_closest_marker(self, nama):
        return pytest.mark.django_db(**self.django_db).mark


def test_pemilih_menyisakan_dan_menyebut_yang_dilewati(tmp_path):
    pencatat = Pencatat(tmp_path)
    pencatat.uji = record(satu="a", sama="a", write="a", hampa="a", baru="b")
    pencatat.pytest_sessionfinish()
    satu, sama, baru = Butir("satu"), Butir("sama"), Butir("baru")
    write = Butir("write", transaction=True)
    hampa = Butir("hampa", fixturenames=("transactional_db",))
    tanpa_catatan = Butir("tanpa_catatan")
    semua, lewat = [satu, sama, write, hampa, baru, tanpa_catatan], []

    hook = SimpleNamespace(pytest_deselected=lambda items: lewat.extend(items))
    Pemilih(tmp_path).pytest_collection_modifyitems(SimpleNamespace(hook=hook), semua)
    assert (semua, lewat) == ([write, hampa, baru, tanpa_catatan], [satu, sama])
