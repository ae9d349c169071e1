"""Angka tahun sebelumnya yang tercetak pada LKjIP sah terkunci bersamanya (ADR 95)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from core import audit, door
from core.audit import Refused
from documents.actions import open_lock
from documents.actions.pengesahan import freeze
from documents.models import Kunci, Pengesahan
from idm.models import IdmDesa, RekapStatus
from kinerja.models import Realisasi, Target
from tests import factories
from villages.models import RekapLembaga

pytestmark = pytest.mark.django_db
TERCETAK = "tercetak pada LKjIP 2023 nomor 1/LKjIP/2024"
STATUS = {"mandiri": 1, "maju": 2, "berkembang": 3, "tertinggal": 4, "sangat_tertinggal": 0}
LEMBAGA = dict.fromkeys(RekapLembaga.WAJIB, 2)


def rekap(kabupaten, tahun):
    return RekapStatus(kabupaten=kabupaten, tahun=tahun, sumber="Laporan lama", **STATUS)


def sahkan(lkjip):
    """Isi beku, pengesahan dan kuncinya, seperti tanda tangan terakhir."""
    now = timezone.now()
    with audit.locked(lkjip.kabupaten_kode):
        snapshot = freeze(lkjip, lkjip.reading().isi, "uji")
    lkjip.snapshot = snapshot
    lkjip.pengesahan = Pengesahan.objects.create(
        kabupaten=lkjip.kabupaten, kode="UJI-1", judul="LKjIP 2023", nomor=lkjip.nomor,
        tanggal=now.date(), penanda_tangan="Kepala", jabatan="Kepala Dinas", snapshot=snapshot,
        pdf="x.pdf", pdf_sha256="1" * 64, signed_at=now,
    )  # fmt: skip
    kepala = factories.make_user(None, lkjip.kabupaten, username="penanda-tangan")
    type(lkjip).objects.filter(pk=lkjip.pk).update(
        snapshot=snapshot, pengesahan=lkjip.pengesahan, status="ditandatangani",
        submitted_by=kepala, submitted_at=now, signed_by=kepala, signed_at=now,
    )  # fmt: skip
    Kunci.objects.create(kabupaten=lkjip.kabupaten, tahun=lkjip.tahun, pengesahan=lkjip.pengesahan)
    return lkjip


@pytest.fixture
def dunia(banyuasin):
    """IKU dari status desa sejak 2021, IKK dari rekap lembaga sejak 2022; LKjIP 2023 sah."""
    iku = factories.make_indikator(banyuasin, jenis="iku", sumber="idm.peningkatan_mandiri")
    ikk = factories.make_indikator(banyuasin, jenis="ikk", sumber="lembaga.posyandu_aktif")
    for tahun in (2021, 2023):
        factories.make_target(iku, tahun=tahun)
    for tahun in (2022, 2023):
        factories.make_realisasi(ikk, tahun=tahun)
    kecamatan = factories.make_kecamatan(banyuasin)
    satu = {
        "iku": iku,
        "ikk": ikk,
        "kecamatan": kecamatan,
        "desa": factories.make_desa(kecamatan),
        "rekap": rekap(banyuasin, 2022),
    }
    satu["rekap"].save()
    satu["lkjip"] = sahkan(factories.make_lkjip(banyuasin))
    return satu


def baru(dunia, jenis, tahun):
    """Baris yang belum ada pada tahun itu."""
    kabupaten = dunia["lkjip"].kabupaten
    if jenis in ("target", "realisasi"):
        model = {"target": Target, "realisasi": Realisasi}[jenis]
        return model(indikator=dunia["iku"], tahun=tahun, nilai=Decimal(5))
    if jenis == "lembaga":
        return RekapLembaga(kecamatan=dunia["kecamatan"], tahun=tahun, **LEMBAGA)
    if jenis == "idm":
        return IdmDesa(desa=dunia["desa"], tahun=tahun)
    return rekap(kabupaten, tahun)


@pytest.mark.parametrize(
    ("jenis", "tahun"),
    [
        ("realisasi", 2021),
        ("realisasi", 2022),
        ("target", 2022),
        ("rekap", 2021),
        ("rekap", 2020),
        ("idm", 2021),
        ("idm", 2020),
        ("lembaga", 2022),
    ],
)
def test_isian_pertama_pada_tahun_tercetak_ditolak(dunia, jenis, tahun):
    """Sel kosongnya juga tercetak; 2020 dibaca indikator 2021 yang membandingkan dua tahun."""
    row = baru(dunia, jenis, tahun)
    assert f"tahun {tahun} {TERCETAK}" in row.sebab_lock()
    with pytest.raises(Refused, match=TERCETAK):
        door.save(row, by="uji")


@pytest.mark.parametrize(
    ("jenis", "tahun"),
    [("realisasi", 2020), ("target", 2019), ("rekap", 2019), ("idm", 2019), ("lembaga", 2021)],
)
def test_tahun_yang_tidak_tercetak_terbuka(dunia, jenis, tahun):
    assert baru(dunia, jenis, tahun).sebab_lock() == ""


def test_data_lain_tahun_tercetak_terbuka(dunia):
    kabupaten = dunia["lkjip"].kabupaten
    assert factories.make_sub(kabupaten, 2022).sebab_lock() == ""
    lain = factories.make_kabupaten("15.02", "Merangin", "Jambi")
    assert rekap(lain, 2022).sebab_lock() == ""


@pytest.mark.parametrize("ubah", [{"maju": 9}, {"tahun": 2016}, None])
def test_baris_tercetak_tidak_diubah_dipindah_dihapus(dunia, ubah):
    row = dunia["rekap"]
    with pytest.raises(Refused, match=TERCETAK):
        if ubah is None:
            door.delete(row, by="uji")
        for kolom, nilai in (ubah or {}).items():
            setattr(row, kolom, nilai)
        door.save(row, by="uji")
    lama = rekap(row.kabupaten, 2016)
    door.save(lama, by="uji")
    lama.tahun = 2021
    with pytest.raises(Refused, match=TERCETAK):
        door.save(lama, by="uji")


def test_formulir_dan_kisi_menyebut_naskahnya(dunia, client_for):
    client = client_for("operator")
    ubah = reverse("idm:rekapstatus_update", args=[dunia["rekap"].pk])
    isian = STATUS | {"tahun": 2022, "maju": 8, "sumber": "Laporan lama"}
    assert TERCETAK in client.post(ubah, isian).content.decode()
    kisi = reverse("villages:rekaplembaga_grid")
    assert TERCETAK in client.get(f"{kisi}?tahun=2022", follow=True).content.decode()
    assert TERCETAK not in client.get(f"{kisi}?tahun=2021", follow=True).content.decode()
    assert not RekapStatus.objects.filter(maju=8).exists()


def buka(dunia, users, tahun, lingkup):
    return open_lock(
        kabupaten=dunia["lkjip"].kabupaten,
        tahun=tahun,
        lingkup=lingkup,
        alasan="Angka keliru",
        sampai=timezone.now() + timedelta(hours=2),
        by=users["kepala_dinas"],
    )


@pytest.mark.parametrize(
    ("tahun", "lingkup", "terbuka"),
    [(2022, "idm", {"rekap"}), (2022, "", {"rekap", "target"}), (2023, "", {"rekap", "target"})],
)
def test_dibuka_dari_tahunnya_atau_tahun_naskahnya(dunia, users, tahun, lingkup, terbuka):
    buka(dunia, users, tahun, lingkup)
    kini = {jenis for jenis in ("rekap", "target") if not baru(dunia, jenis, 2022).sebab_lock()}
    assert kini == terbuka
    assert bool(baru(dunia, "target", 2021).sebab_lock()) is (tahun == 2022)


def test_yang_tidak_tercetak_tidak_perlu_dibuka(dunia, users):
    for tahun, lingkup in ((2019, "idm"), (2019, ""), (2022, "kerja_sama")):
        with pytest.raises(Refused, match="tidak terkunci"):
            buka(dunia, users, tahun, lingkup)


def test_naskah_tahun_lain_tetap_menahan(dunia, users):
    """2022 juga tercetak pada LKjIP 2024: membuka 2023 saja tidak cukup."""
    lain = dunia["lkjip"].pengesahan
    Kunci.objects.create(kabupaten=lain.kabupaten, tahun=2024, pengesahan=lain)
    buka(dunia, users, 2023, "")
    assert TERCETAK in baru(dunia, "rekap", 2022).sebab_lock()
    buka(dunia, users, 2022, "idm")
    assert baru(dunia, "rekap", 2022).sebab_lock() == ""


def test_isi_beku_yang_rusak_tidak_menyebut_apa_apa(dunia):
    rusak = type(dunia["lkjip"].snapshot)(sha256="0" * 64, content="{}")
    assert dunia["lkjip"].jenis_naskah.read_tercetak(dunia["lkjip"], rusak) == ()
