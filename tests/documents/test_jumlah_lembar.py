"""Jumlah pada lembar yang lain dari rinciannya: disebut, dan harus diakui sebelum diterapkan."""

import pytest

from core.models import AuditEvent
from documents.models import Impor
from tests.documents.test_impor import KEPALA, kecamatan, operator, upload
from villages.models import RekapLembaga

__all__ = ["kecamatan", "operator"]
pytestmark = pytest.mark.django_db


def test_jumlah_yang_berbeda_diakui_dahulu(operator, kecamatan):
    """Kaki lembar yang lain dari barisnya menahan penerapan sampai diakui; tercatat pada jejak."""
    satu, dua = [kecamatan[0].kode, "", 4, "", ""], [kecamatan[1].kode, "", 7, 1, ""]
    kaki = [["Jumlah", "", 11, 9, 0], ["Rata-rata", "", 5, 5, 5]]
    upload(operator, [KEPALA, satu, dua, *kaki])
    impor = Impor.objects.get()
    assert [(k["sel"], k["pesan"]) for k in impor.jumlah_beda] == [
        (
            "D4",
            "Lembaga RW pada baris jumlah tertulis 9, jumlah barisnya 1. "
            "Yang tertulis tidak disimpan.",
        )
    ]
    halaman = operator.get(impor.get_absolute_url()).content.decode()
    assert "Jumlah pada lembar berbeda (1), tetap pakai rincian." in halaman
    jawaban = operator.post(impor.get_absolute_url(), follow=True).content.decode()
    assert "Jumlah pada lembar berbeda dari rinciannya." in jawaban
    assert not RekapLembaga.objects.exists()
    operator.post(impor.get_absolute_url(), {"akui": "on"})
    assert sorted(RekapLembaga.objects.values_list("rt", flat=True)) == [4, 7]
    jejak = AuditEvent.objects.filter(model="documents.Impor").latest("pk")
    assert jejak.note.endswith("D4), tetap pakai rincian.")


def test_kaki_bagian_dan_salinan_unduhan_tidak_disebut(operator, kecamatan):
    RekapLembaga.objects.create(kecamatan=kecamatan[0], tahun=2023, rt=5)
    satu, dua = [kecamatan[0].kode, "", 6, 1, ""], [kecamatan[1].kode, "", "", 2, ""]
    kaki = ["Jumlah", "", 5, 1, ""]  # 5: jumlah sebelum barisnya diubah
    upload(operator, [KEPALA, satu, kaki, dua, ["Jumlah", "", "", 2, ""], ["Total", "", 5, 3, ""]])
    impor = Impor.objects.get()
    assert (impor.status, impor.catatan) == ("siap", [])
