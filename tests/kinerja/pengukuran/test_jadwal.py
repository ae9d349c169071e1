"""Rencana aksi: jadwal dua belas bulan seratus persen, baris tambahan, kabupaten lain."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.models import AuditEvent
from kinerja.models import RencanaAksi, SubKegiatan
from kinerja.models.rencana import KOLOM_BULAN
from tests.factories import make_indikator, make_rencana, make_sub, make_target

pytestmark = pytest.mark.django_db


def isian_bulan(sub, *persen):
    kosong = dict.fromkeys(KOLOM_BULAN, "")
    return (
        {"sub_kegiatan": sub.pk, "aksi": "1. Rapat"}
        | kosong
        | dict(zip(KOLOM_BULAN, map(str, persen), strict=False))
    )


@pytest.mark.parametrize(
    ("persen", "pesan"),
    [
        ((8,) * 11 + (11,), "Jumlah kedua belas bulan 99 %, harus 100 % (kurang 1)."),
        ((8,) * 11 + (13,), "Jumlah kedua belas bulan 101 %, harus 100 % (lebih 1)."),
        ((101,), "Paling besar 100."),
        (("12,5",), "ditulis bilangan bulat"),
        ((-5, 105), "Paling kecil 0."),
    ],
)
def test_jadwal_salah_ditolak_isian_tetap(client_for, sub, persen, pesan):
    halaman = client_for("operator").post(
        reverse("kinerja:rencanaaksi_create"), isian_bulan(sub, *persen)
    )
    assert pesan in halaman.content.decode()
    assert f'value="{persen[0]}"' in halaman.content.decode()
    assert not RencanaAksi.objects.exists()


@pytest.mark.parametrize("persen", [(8,) * 11 + (12,), ()])
def test_jadwal_seratus_atau_kosong(client_for, sub, persen):
    assert (
        client_for("operator")
        .post(reverse("kinerja:rencanaaksi_create"), isian_bulan(sub, *persen))
        .status_code
        == 302
    )
    assert AuditEvent.objects.get(action="tambah", model="kinerja.RencanaAksi")


@pytest.mark.parametrize("bulan", [{"bulan_1": 99}, {"bulan_1": 60, "bulan_2": 41}, {"bulan_1": 0}])
def test_basis_data_menolak_jadwal_cacat(sub, bulan):
    with pytest.raises(IntegrityError), transaction.atomic():
        RencanaAksi.objects.create(sub_kegiatan=sub, **bulan)


def test_sub_kegiatan_kabupaten_lain_ditolak(client_for, merangin):
    asing = make_sub(merangin)
    halaman = client_for("operator").post(
        reverse("kinerja:subkegiatan_create"),
        {"kegiatan": asing.kegiatan_id, "nama": "x", "nomor": 2},
    )
    assert "kegiatan" in halaman.context["form"].errors
    assert AuditEvent.objects.filter(
        action="ditolak", note__startswith="memilih baris kabupaten lain"
    ).exists()
    assert SubKegiatan.objects.count() == 1


def test_baris_indikator_tambahan(client_for, sub):
    url = reverse("kinerja:subkegiatan_create")
    data = {
        "kegiatan": sub.kegiatan_id,
        "induk": sub.pk,
        "nomor": 2,
        "nama": "Lain",
        "indikator": "Kedua",
    }
    assert (
        "harus sama dengan baris utamanya"
        in client_for("operator").post(url, data).content.decode()
    )
    assert client_for("operator").post(url, data | {"nama": sub.nama}).status_code == 302
    assert SubKegiatan.objects.utama().count() == 1
    assert SubKegiatan.objects.count() == 2


def test_pembuat_baris_uji(banyuasin):
    make_target(make_indikator(banyuasin))
    assert make_rencana(banyuasin).tahun == 2030
