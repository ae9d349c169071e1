"""Unsur kueri: yang dapat dijawab lain membedakan dua kueri, yang tidak dapat tidak."""

import pytest

from tests.unsur import unsur

DESA = 'SELECT "desa"."id", "desa"."nama" FROM "desa"'
URUT = ' ORDER BY "desa"."nama" ASC'


def unsur_dari(sql, *jenis):
    """Unsur kueri; tanpa `jenis` semua nilainya bilangan."""
    return unsur(sql, jenis or ("int",) * sql.count("%s"))


def test_unsur_satu_kueri():
    sql = f'{DESA} WHERE ("desa"."tahun" = %s AND NOT ("desa"."kode" LIKE %s)){URUT} LIMIT 21'
    assert unsur_dari(sql, "int", "str") == {
        'SELECT "desa" . "id" ',
        'SELECT "desa" . "nama" ',
        'FROM "desa" ',
        'WHERE "desa" . "tahun" = %s int',
        'WHERE NOT "desa" . "kode" LIKE %s str',
        'ORDER BY "desa" . "nama" ASC ',
        "LIMIT  ",
    }


SAMA = {
    "banyaknya nilai": ("WHERE a IN (%s, %s)", "WHERE a IN (%s, %s, %s)"),
    "baris yang diminta": ("WHERE a = %s LIMIT 1", "WHERE a = %s LIMIT 21"),
    "kelompok": ("WHERE (a = %s AND b = %s)", "WHERE (b = %s OR (a = %s))"),
}
LAIN = {
    "syarat": ("WHERE a = %s", "WHERE a >= %s"),
    "kolom": ("WHERE a = %s", "WHERE b = %s"),
    "fungsi": ("WHERE UPPER(a) = %s", "WHERE LOWER(a) = %s"),
    "isi fungsi": ("WHERE COALESCE(a, b) = %s", "WHERE COALESCE(a, c) = %s"),
    "pilihan": ("WHERE CASE WHEN a AND b THEN c END", "WHERE CASE WHEN a AND d THEN c END"),
    "jenis gabungan": ("INNER JOIN x ON (a = b)", "LEFT OUTER JOIN x ON (a = b)"),
    "arah urutan": ("ORDER BY a ASC", "ORDER BY a DESC"),
    "tanpa urutan": ("WHERE a = %s AND b = %s", "WHERE a = %s"),
    "kueri di dalamnya": ("WHERE EXISTS(SELECT 1 FROM x)", "WHERE EXISTS(SELECT 1 FROM y)"),
    "pengelompokan": ("GROUP BY 1 ORDER BY 1", "GROUP BY 2 ORDER BY 1"),
}


@pytest.mark.parametrize("akhir", SAMA.values(), ids=SAMA)
def test_yang_tidak_menjadikannya_kueri_lain(akhir):
    satu, lain = (unsur_dari(f"{DESA} {tulisan}{URUT}") for tulisan in akhir)
    assert satu == lain


@pytest.mark.parametrize("akhir", LAIN.values(), ids=LAIN)
def test_yang_menjadikannya_kueri_lain(akhir):
    satu, lain = (unsur_dari(f"{DESA} {tulisan}") for tulisan in akhir)
    assert satu - lain


def test_jenis_nilai_tiap_syarat():
    sql = f"{DESA} WHERE a = %s AND b = %s{URUT}"
    assert unsur_dari(sql, "int", "str") - unsur_dari(sql, "str", "int") == {
        "WHERE a = %s int",
        "WHERE b = %s str",
    }


def test_alias_diganti_yang_dialiaskan():
    """Urutan menurut nomor dan alias kolom, syarat pada alias tabel."""
    nomor = unsur_dari('SELECT COUNT("a") AS "n", "b" AS "b" FROM "t" U0 WHERE U0."c" ORDER BY 2')
    nama = unsur_dari('SELECT COUNT("a") AS "x", "b" AS "z" FROM "t" V0 WHERE V0."c" ORDER BY "z"')
    assert nomor == nama
    assert 'SELECT COUNT ( "a" ) ' in nomor
    assert 'WHERE "t" . "c" ' in nomor


def test_hitungan_seluruhnya_tidak_berurutan():
    """Jawabannya satu; tiap kelompoknya tidak."""
    hitungan = 'SELECT COUNT(*) AS "n" FROM "t" WHERE a = %s AND b = %s'
    assert len(unsur_dari(hitungan)) == 4
    assert len(unsur_dari(f"{hitungan} GROUP BY c")) == 6


def test_sisipan_menurut_kolom_dan_jenisnya():
    isi = 'INSERT INTO "t" ("a", "b") VALUES '
    satu = unsur_dari(f'{isi}(%s, %s) RETURNING "t"."id"', "int", "str")
    assert satu == {
        'INSERT "t" "a" int',
        'INSERT "t" "b" str',
        'INSERT "t" RETURNING "t"."id"',
    }
    banyak = f'{isi}(%s, %s), (%s, %s) RETURNING "t"."id"'
    assert unsur_dari(banyak, "int", "str", "int", "str") == satu
    assert unsur_dari(banyak, "int", "str", "int", "NoneType") - satu == {
        'INSERT "t" "b" NoneType',
    }
    abaikan = f"{isi}(%s, %s) ON CONFLICT DO NOTHING"
    assert unsur_dari(abaikan, "int", "str") - satu == {'INSERT "t" ON CONFLICT DO NOTHING'}


def test_ubahan_menyebut_tabelnya():
    assert unsur_dari('UPDATE "t" SET "a" = %s, "b" = NULL WHERE "t"."id" = %s', "str", "int") == {
        'UPDATE "t" ',
        'SET "t" "a" = %s str',
        'SET "t" "b" = NULL ',
        'WHERE "t" . "id" = %s int',
    }


@pytest.mark.parametrize(
    "sql", ["CREATE TABLE t (a int)", "SELECT a FROM t UNION SELECT b FROM t", "PRAGMA x"]
)
def test_yang_lain_satu_unsur_utuh(sql):
    assert unsur_dari(sql) == {f"{sql} "}


def test_batas_transaksi_tanpa_unsur():
    assert unsur_dari('SAVEPOINT "s1"') == unsur_dari('RELEASE SAVEPOINT "s1"') == frozenset()
