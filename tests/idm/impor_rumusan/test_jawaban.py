"""Impor jawaban rumusan: baru, sama, berbeda, melengkapi; satu desa sampai semua."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.models import AuditEvent
from idm.actions.isian import verifikasi
from idm.models import IdmDesa, IsianIdm, TerbitanIdm
from idm.scoring import sidik, status
from idm.sources import butir, instrumen_skor
from tests.idm.impor_rumusan.bahan import (
    contoh_skor,
    desa_ke,
    hitung,
    impor,
    upload,
    write,
    zip_isi,
)

pytestmark = pytest.mark.django_db


def test_satu_berkas_baru_lalu_sama(client: Client) -> None:
    desa, skor = desa_ke(), contoh_skor()
    halaman = client.get(reverse("idm:rumusan_impor")).content.decode()
    assert 'accept=".json,.zip"' in halaman
    assert "multiple" in halaman
    upload(client, ("a.json", write(desa, 2022, skor)))
    assert (len(impor().biasa), impor().banyak_baris) == (2, 1)
    assert (impor().berbeda, impor().kesalahan) == ([], [])
    halaman = client.get(impor().get_absolute_url()).content.decode()
    assert f"{desa} ({desa.kode})" in halaman
    assert "Draf skor 2022" in halaman
    assert "Terbitan 2022" in halaman
    assert not IdmDesa.objects.filter(tahun=2022).exists()
    assert client.post(impor().get_absolute_url()).status_code == 302
    row = IdmDesa.objects.get(desa=desa, tahun=2022)
    terbitan = TerbitanIdm.objects.get(desa=desa, tahun=2022)
    assert (row.skor, row.sumber, row.sidik) == ("", "terbitan", "")
    assert row.asal == terbitan.sumber
    assert row.berlaku_at is not None
    draf = IsianIdm.objects.get(desa=desa, tahun=2022)
    assert (draf.skor, draf.status) == (skor, "isian")
    assert [row.iks, row.ike, row.ikl, row.idm] == hitung(skor)
    assert [terbitan.iks, terbitan.ike, terbitan.ikl, terbitan.idm] == hitung(skor)
    assert row.status == terbitan.status == status(row.idm)
    assert terbitan.sumber.startswith("Impor a.json, sha256 ")
    tercatat = AuditEvent.objects.filter(action="tambah", note__startswith="Impor a.json, sha256 ")
    assert sorted(tercatat.values_list("model", flat=True)) == [
        "idm.IdmDesa",
        "idm.IsianIdm",
        "idm.TerbitanIdm",
    ]
    upload(client, ("b.json", write(desa, 2022, skor)))
    assert (impor().ubahan, impor().banyak_sama) == ([], 2)
    halaman = client.get(impor().get_absolute_url()).content.decode()
    assert "tidak ada yang perlu diterapkan" in halaman


def test_berbeda_tidak_ditimpa_kecuali_diminta(client: Client) -> None:
    """Skor yang lain ditunjukkan satu-satu; tanpa tanda, yang tercatat tetap."""
    desa, lama = desa_ke(), contoh_skor()
    baru = next(
        lama[:k] + str(s) + lama[k + 1 :]
        for k, b in enumerate(butir(instrumen_skor(2024)))
        for s in b.tersedia
        if str(s) != lama[k]
    )
    beda = next(k for k in range(50) if baru[k] != lama[k])
    upload(
        client,
        ("beda.json", write(desa, 2024, baru)),
        ("lain.json", write(desa_ke(1), 2022, contoh_skor(1))),
    )
    assert (len(impor().berbeda), len(impor().biasa)) == (
        1,
        3,
    )  # terbitan 2024 dan kedua isian 2022 baru
    assert impor().nama == "2 berkas.zip"
    assert f"; skor {beda + 1}: {lama[beda]}→{baru[beda]}" in impor().berbeda[0]["baru"]
    halaman = client.get(impor().get_absolute_url()).content.decode()
    assert f"{desa} 2024; skor {beda + 1}: {lama[beda]}→{baru[beda]}." in halaman
    assert "Ganti yang berbeda (1 isian)" in halaman
    client.post(impor().get_absolute_url())
    assert IdmDesa.objects.get(desa=desa, tahun=2024).skor == lama
    assert IdmDesa.objects.filter(desa=desa_ke(1), tahun=2022).exists()
    upload(client, ("beda.json", write(desa, 2024, baru)))
    client.post(impor().get_absolute_url(), {"ganti": "on"})
    assert IdmDesa.objects.get(desa=desa, tahun=2024).skor == lama
    draf = IsianIdm.objects.get(desa=desa, tahun=2024)
    assert draf.skor == baru
    verifikasi(isian=draf, by=User.objects.get(username="kepala.bidang"))
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert (row.skor, row.idm, row.sidik) == (baru, hitung(baru)[3], sidik("idm-2019", baru))
    ubah = AuditEvent.objects.filter(action="ubah", model="idm.IdmDesa").get()
    assert ubah.changes["skor"] == [lama, baru]


def test_melengkapi_indeks_terbitan(client: Client) -> None:
    """Yang tadinya hanya indeks mendapat skor; indeks yang lain perbedaan yang harus diminta."""
    desa, skor = desa_ke(), contoh_skor()
    iks, ike, ikl, idm = hitung(skor)
    row = IdmDesa.objects.get(desa=desa, tahun=2023)
    assert row.skor == ""
    IdmDesa.objects.filter(pk=row.pk).update(iks=iks, ike=ike, ikl=ikl, idm=idm, status=status(idm))
    upload(client, ("a.json", write(desa, 2023, skor)))
    assert (len(impor().biasa), impor().berbeda) == (2, [])
    IdmDesa.objects.filter(pk=row.pk).update(iks="0.1", idm="0.2", status="TERTINGGAL")
    TerbitanIdm.objects.create(
        desa=desa,
        tahun=2023,
        iks=iks,
        ike="0.3",
        ikl=ikl,
        idm=idm,
        status=status(idm),
        sumber="buku",
    )
    upload(client, ("a.json", write(desa, 2023, skor)))
    assert [u["judul"] for u in impor().berbeda] == ["Draf skor 2023", "Terbitan 2023"]
    assert "0,2000 Tertinggal" in impor().berbeda[0]["lama"]
    assert "IKE 0,3000" in impor().berbeda[1]["lama"]


@pytest.mark.sekali("banyaknya yang berat; jawaban satu dan beberapa desa diuji pada keduanya")
def test_semua_desa_setahun_dalam_satu_zip(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    """288 jawaban 2024 disalin ke 2022: kueri tidak bertambah menurut banyak berkas."""
    rows = IdmDesa.objects.filter(tahun=2024).select_related(
        "desa__kecamatan__kabupaten", "instrumen"
    )
    isi = {f"{row.desa.kode}.json": write(row.desa, 2022, row.skor) for row in rows}
    with django_assert_max_num_queries(60):
        upload(client, ("2022.zip", zip_isi(isi)))
    assert (len(impor().biasa), impor().kesalahan) == (576, [])
    client.post(impor().get_absolute_url())
    lalu = {r.desa_id: r for r in IdmDesa.objects.filter(tahun=2022)}
    assert len(lalu) == 288
    kolom = ("iks", "ike", "ikl", "idm", "status")
    draf = dict(IsianIdm.objects.filter(tahun=2022).values_list("desa", "skor"))
    assert draf == {row.desa_id: row.skor for row in rows}
    assert all(getattr(lalu[row.desa_id], k) == getattr(row, k) for row in rows for k in kolom)
