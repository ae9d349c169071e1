"""Kunci tahun: siapa yang terkena, kalimatnya, dan pembukaan menurut lingkup dan waktunya."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from core.audit import Refused
from core.models import AuditEvent
from documents.actions import open_lock
from documents.models import Kunci, Pembukaan
from documents.models.kunci import PEMBUKA, DataTahun
from tests.factories import make_kecamatan, make_penetapan
from villages.models import RekapLembaga

pytestmark = pytest.mark.django_db
KUNCI = "{} tahun 2023 terkunci oleh Penetapan IDM nomor {{}}, ditandatangani Kepala. {}"
SELURUHNYA = KUNCI.format("Data", PEMBUKA)
WILAYAH = KUNCI.format("Kerja sama dan lembaga", PEMBUKA)


@pytest.fixture
def sah(banyuasin: Any) -> Any:
    return make_penetapan(banyuasin, 2023).pengesahan


@pytest.fixture
def rekap(banyuasin: Any) -> RekapLembaga:
    return RekapLembaga(kecamatan=make_kecamatan(banyuasin), tahun=2023)


def kunci(sah: Any, lingkup: str = "", tahun: int = 2023) -> Kunci:
    return Kunci.objects.create(
        kabupaten=sah.kabupaten, tahun=tahun, lingkup=lingkup, pengesahan=sah
    )


def buka(sah: Any, users: Any, lingkup: str = "", **lain: Any) -> Pembukaan:
    """Pembukaan yang berlaku sejam yang lalu sampai sejam lagi."""
    now, jam = timezone.now(), timedelta(hours=1)
    isian = {
        "tahun": 2023,
        "dibuka_at": now - jam,
        "sampai": now + jam,
        "alasan": "Angka keliru",
    } | lain
    return Pembukaan.objects.create(
        kabupaten=sah.kabupaten, lingkup=lingkup, dibuka_by=users["kepala_dinas"], **isian
    )


def test_tanpa_kunci_terbuka(rekap: RekapLembaga) -> None:
    assert rekap.sebab_lock() == ""


def test_kunci_seluruh_tahun_menyebut_naskahnya(rekap: RekapLembaga, sah: Any) -> None:
    kunci(sah)
    assert rekap.sebab_lock() == SELURUHNYA.format(sah.nomor)
    assert RekapLembaga.lock_for("16.07", 2023) == SELURUHNYA.format(sah.nomor)


def test_kunci_lingkupnya_sendiri(rekap: RekapLembaga, sah: Any) -> None:
    kunci(sah, "wilayah")
    assert rekap.sebab_lock() == WILAYAH.format(sah.nomor)


def test_yang_seluruh_tahun_disebut_lebih_dahulu(rekap: RekapLembaga, sah: Any) -> None:
    kunci(sah, "wilayah")
    kunci(sah)
    assert rekap.sebab_lock() == SELURUHNYA.format(sah.nomor)


@pytest.mark.parametrize(("lingkup", "tahun"), [("idm", 2023), ("", 2022), ("wilayah", 2024)])
def test_lingkup_dan_tahun_lain_tidak_mengunci(
    rekap: RekapLembaga, sah: Any, lingkup: str, tahun: int
) -> None:
    kunci(sah, lingkup, tahun)
    assert rekap.sebab_lock() == ""


def test_kabupaten_lain_tidak_terkunci(rekap: RekapLembaga, sah: Any, merangin: Any) -> None:
    kunci(sah)
    lain = RekapLembaga(kecamatan=make_kecamatan(merangin), tahun=2023)
    assert lain.sebab_lock() == ""
    assert rekap.sebab_lock() != ""


def test_lingkup_dasar_hanya_seluruh_tahun() -> None:
    assert DataTahun.lock_scopes(2023) == ("",)
    assert RekapLembaga.lock_scopes(2023) == ("", "wilayah", "lembaga")


@pytest.mark.parametrize("lingkup", ["", "wilayah"])
def test_pembukaan_membuka_yang_dicakupnya(
    rekap: RekapLembaga, sah: Any, users: Any, lingkup: str
) -> None:
    kunci(sah, "wilayah")
    buka(sah, users, lingkup)
    assert rekap.sebab_lock() == ""


def test_pembukaan_lingkup_lain_tidak_membuka(rekap: RekapLembaga, sah: Any, users: Any) -> None:
    kunci(sah)
    buka(sah, users, "idm")
    buka(sah, users, tahun=2022)
    assert rekap.sebab_lock() == SELURUHNYA.format(sah.nomor)


@pytest.mark.parametrize("waktu", ["belum", "lewat", "ditutup"])
def test_pembukaan_di_luar_waktunya_tidak_membuka(
    rekap: RekapLembaga, sah: Any, users: Any, waktu: str
) -> None:
    now, jam = timezone.now(), timedelta(hours=1)
    batas = {
        "belum": {"dibuka_at": now + jam, "sampai": now + 2 * jam},
        "lewat": {"dibuka_at": now - 2 * jam, "sampai": now - jam},
        "ditutup": {"ditutup_at": now},
    }
    kunci(sah)
    satu = buka(sah, users, **batas[waktu])
    assert rekap.sebab_lock() == SELURUHNYA.format(sah.nomor)
    assert satu.is_active is (waktu == "belum")


def test_tulisan_kunci_dan_pembukaan(sah: Any, users: Any) -> None:
    satu = buka(sah, users, "idm", sampai=datetime(2031, 5, 7, 9, 30, tzinfo=UTC))
    oleh = users["kepala_dinas"]
    assert str(kunci(sah)) == f"2023 dikunci {sah}"
    assert str(satu) == f"Indeks Desa 2023 dibuka {oleh}"
    assert (
        satu.sebab()
        == f"Indeks Desa tahun 2023 dibuka {oleh} sampai 7 Mei 2031 16.30: Angka keliru"
    )
    assert satu.is_active


def test_ditutup_sebelum_waktunya(client_for: Any, sah: Any, users: Any) -> None:
    kunci(sah)
    satu = buka(sah, users)
    detail, tutup = (
        reverse(f"documents:pembukaan_{halaman}", args=[satu.pk]) for halaman in ("detail", "tutup")
    )
    assert client_for("operator").post(tutup).status_code == 403
    dinas = client_for("kepala_dinas")
    assert "Tutup sekarang" in dinas.get(detail).content.decode()
    assert "Kunci ditutup kembali" in dinas.post(tutup, follow=True).content.decode()
    assert not Pembukaan.objects.get().is_active
    assert AuditEvent.objects.latest("nomor").note == "Ditutup sebelum waktunya."
    assert "sudah tertutup" in dinas.post(tutup, follow=True).content.decode()


@pytest.mark.parametrize(("terbuka", "diminta"), [("", "idm"), ("idm", "idm"), ("", "")])
def test_tidak_dibuka_bertumpuk(sah: Any, users: Any, terbuka: str, diminta: str) -> None:
    kunci(sah, diminta)
    buka(sah, users, terbuka)
    with pytest.raises(Refused, match="Sudah terbuka"):
        open_lock(
            kabupaten=sah.kabupaten,
            tahun=2023,
            lingkup=diminta,
            alasan="Lagi",
            sampai=timezone.now() + timedelta(hours=2),
            by=users["kepala_dinas"],
        )
