"""Yang dilewati pada basis data kedua hanya uji yang semua kuerinya sudah dijawab di sana."""

from types import SimpleNamespace

import pytest
from django.db import DatabaseError

from tests.kueri import Pemilih, Pencatat, bentuk, catatan, perlu_diulang


def test_banyaknya_nilai_tidak_menjadikannya_kueri_lain():
    satu = bentuk('SELECT "a" FROM "t" WHERE "id" IN (%s) LIMIT 21')
    assert satu == bentuk('SELECT "a" FROM "t" WHERE "id" IN (%s, %s, %s) LIMIT 2')
    assert satu != bentuk('SELECT "a" FROM "t" WHERE "id" = %s LIMIT 21')
    isi = 'INSERT INTO "t" ("a", "b") VALUES '
    assert bentuk(f"{isi}(%s, %s)") == bentuk(f"{isi}(%s, %s), (%s, %s), (%s, %s)")
    assert bentuk('SAVEPOINT "s1"') == bentuk('RELEASE SAVEPOINT "s1"') == ""


def test_yang_diulang():
    """Kueri baru, yang menulis sungguhan, yang tidak tercatat, dan yang tidak mengirim apa pun."""
    kueri = {
        "baca": ["a", "b"],
        "sama": ["b", "a"],
        "baru": ["a", "c"],
        "tulis": ["a"],
        "hampa": [],
    }
    nama = [*kueri, "tanpa_catatan"]
    assert perlu_diulang(nama, {"tulis"}, kueri) == {
        "baca", "baru", "tulis", "hampa", "tanpa_catatan",
    }  # fmt: skip
    assert perlu_diulang(["sama", "baca"], set(), kueri) == {"sama"}


def test_tiap_kueri_yang_tercatat_dijawab_uji_yang_diulang():
    kueri = {str(n): [f"k{n % 7}", f"k{n % 5}", f"k{n * n % 11}"] for n in range(60)}
    ulang = perlu_diulang(kueri, set(), kueri)
    assert len(ulang) < len(kueri)
    terjawab = {k for nama in ulang for k in kueri[nama]}
    assert terjawab == {k for semua in kueri.values() for k in semua}


def test_yang_gagal_lain_dari_yang_berhasil(tmp_path):
    """Penolakan dan nilai kosong kueri tersendiri; catatannya terbaca kembali."""
    pencatat = Pencatat(tmp_path)
    pencatat.kini = pencatat.uji.setdefault("satu", set())

    def gagal(*args):
        raise DatabaseError

    assert pencatat.kirim(lambda *args: 7, "UPDATE t", (1,), False, {}) == 7
    pencatat.kirim(lambda *args: 7, "UPDATE t", (None,), False, {})
    pencatat.kirim(lambda *args: 7, "UPDATE t", [(2,), (3,)], True, {})
    pencatat.kirim(lambda *args: 7, "ROLLBACK TO SAVEPOINT s", None, False, {})
    with pytest.raises(DatabaseError):
        pencatat.kirim(gagal, "UPDATE t", (1,), False, {})
    pencatat.pytest_sessionfinish()
    sidik = bentuk("UPDATE t")
    tercatat = [f"{sidik} NoneType", f"{sidik} int", f"{sidik} int DatabaseError"]
    assert catatan(tmp_path) == {"satu": tercatat}


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
    pencatat.uji = {nama: {"a"} for nama in ("satu", "sama", "tulis", "hampa")}
    pencatat.pytest_sessionfinish()
    satu, sama = Butir("satu"), Butir("sama")
    tulis = Butir("tulis", transaction=True)
    hampa = Butir("hampa", fixturenames=("transactional_db",))
    semua, lewat = [satu, sama, tulis, hampa], []

    hook = SimpleNamespace(pytest_deselected=lambda items: lewat.extend(items))
    Pemilih(tmp_path).pytest_collection_modifyitems(SimpleNamespace(hook=hook), semua)
    assert (semua, lewat) == ([satu, tulis, hampa], [sama])
