"""Impor indeks terbitan: disimpan apa adanya di samping hitungannya."""

from decimal import Decimal

import pytest

from idm.models import IdmDesa, TerbitanIdm
from tests.idm.impor.bahan import apply, lembar_dua_tahun, rows, upload

pytestmark = pytest.mark.django_db


@pytest.mark.sekali("banyaknya yang berat; tiga desa diuji pada keduanya di bawah")
def test_terbitan_dua_tahun_apa_adanya(operator):
    """Indeks terbitan dua tahun sebaris: dibandingkan dengan skor dan yang tercatat."""
    impor = upload(operator, lembar_dua_tahun())
    assert (impor.kesalahan, impor.catatan, impor.berbeda, len(impor.biasa)) == ([], [], [], 576)
    apply(operator, impor)
    assert (
        TerbitanIdm.objects.filter(tahun=2023).count()
        == TerbitanIdm.objects.filter(tahun=2024).count()
        == 288
    )
    assert set(IdmDesa.objects.filter(tahun=2023).values_list("sumber", flat=True)) == {"terbitan"}
    assert list(IdmDesa.objects.filter(tahun=2023).counts().values()) == [6, 77, 200, 5, 0]
    assert set(IdmDesa.objects.filter(tahun=2024).values_list("sumber", flat=True)) == {"skor"}
    ulang = upload(operator, lembar_dua_tahun())
    assert (ulang.ubahan, ulang.banyak_sama) == ([], 576)


def test_terbitan_saja_membuat_barisnya(operator):
    isi = lembar_dua_tahun(banyak=3)
    lama = [(row.desa_id, row.status) for row in rows(2023, 3)]
    IdmDesa.objects.filter(tahun=2023).delete()
    impor = upload(operator, isi)
    apply(operator, impor)
    row = rows(2023)[0]
    assert (row.sumber, row.skor, row.sidik, row.dihitung_at) == ("terbitan", "", "", None)
    assert [(row.desa_id, row.status) for row in rows(2023)] == lama


def test_terbitan_yang_berbeda_dari_hitungan_dicatat(operator):
    """Terbitan lain dari hitungan: keduanya disimpan, selisihnya disebut, yang lama tetap."""
    row = rows(banyak=1)[0]
    beda = [row.desa.kode, row.iks, row.ike, row.ikl, row.idm + Decimal("0.0001"), row.status]
    kepala = ["Kode Desa", "IKS", "IKE", "IKL", "IDM", "Status"]
    impor = upload(operator, [kepala, beda])
    (catatan,) = impor.catatan
    assert "dihitung dari skor" in catatan["pesan"]
    apply(operator, impor)
    assert TerbitanIdm.objects.get().idm == row.idm + Decimal("0.0001")
    assert IdmDesa.objects.get(pk=row.pk).idm == row.idm
    lagi = upload(operator, [kepala, [*beda[:4], row.idm, row.status]])
    assert (len(lagi.berbeda), lagi.catatan) == (1, [])


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        (["0,8", "0,7", "0,6", "0,7002", "BERKEMBANG"], "bukan rata-rata"),
        (["0,8", "0,7", "0,6", "0,7001", "BERKEMBANG"], ""),
        (["0.8", "0.7", "0.6", "0.7", "MAJU"], "catatan: Status terbitan Maju"),
        (["0.8", "0.7", "0.6", "0.7", "HEBAT"], "Status harus salah satu"),
        (["1.8", "0.7", "0.6", "0.7", ""], "antara 0 dan 1"),
        (["banyak", "0.7", "0.6", "0.7", ""], "antara 0 dan 1"),
        (["0.8", "", "0.6", "0.7", ""], "IKE belum ada"),
    ],
)
def test_indeks_terbitan(operator, nilai, pesan):
    kepala = ["kode", "iks", "ike", "ikl", "idm", "status"]
    impor = upload(operator, [kepala, [rows(banyak=1)[0].desa.kode, *nilai]], 2022)
    teks = " ".join(
        [*(k["pesan"] for k in impor.kesalahan), *(f"catatan: {k['pesan']}" for k in impor.catatan)]
    )
    assert pesan in teks
    assert bool(impor.kesalahan) == (bool(pesan) and not pesan.startswith("catatan"))
