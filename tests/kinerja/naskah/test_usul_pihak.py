"""Pihak perjanjian yang dikosongkan diusulkan menurut tingkat, bidang dan tanggalnya."""

import pytest

from core.halaman import HALAMAN
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.forms import TANPA_USUL
from tests import factories
from tests.kinerja.naskah.test_perjanjian import pejabat_kantor

__all__ = ["pejabat_kantor"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("tingkat", "pertama", "kedua"),
    [("II", "kepala", "bupati"), ("III", "kabid", "kepala"), ("IV", None, "kabid")],
)
def test_pihak_yang_dikosongkan_diusulkan(banyuasin, pejabat_kantor, tingkat, pertama, kedua):
    """Kepala bidang dari jabatannya, atasan dari tingkatnya; yang meragukan tetap diminta."""
    bidang = factories.make_bidang(banyuasin, nama="Bidang Pemerintahan Desa")
    kabid = pejabat_kantor["kabid"]
    kabid.jabatan = "Kepala Bidang Pemerintahan Desa"
    kabid.save()
    isian = {"tahun": 2024, "tingkat": tingkat, "tanggal": "2024-01-31", "nomor": "PK/1"}
    if tingkat != "II":
        isian["bidang"] = bidang.pk
    if pertama is None:
        isian["pihak_pertama"] = pejabat_kantor["staf"].pk
    operator = factories.make_user("operator", banyuasin)
    form = HALAMAN[PerjanjianKinerja].form_class(isian, user=operator)
    assert form.errors == {}
    naskah = form.save(commit=False)
    assert naskah.pihak_pertama == pejabat_kantor[pertama or "staf"]
    assert naskah.pihak_kedua == pejabat_kantor[kedua]


def test_yang_tidak_dapat_diusulkan_diminta(banyuasin, pejabat_kantor):
    """Dua kepala dengan bidang yang sama, atau tidak satu pun."""
    operator = factories.make_user("operator", banyuasin)
    isian = {"tahun": 2024, "tingkat": "III", "tanggal": "2024-01-31"}
    isian["bidang"] = factories.make_bidang(banyuasin, nama="Sekretariat").pk
    form_class = HALAMAN[PerjanjianKinerja].form_class
    assert form_class(isian, user=operator).errors == {"pihak_pertama": [TANPA_USUL]}
    for nama in ("kabid", "staf"):
        pejabat = pejabat_kantor[nama]
        pejabat.jabatan = "Sekretaris Dinas"
        pejabat.save()
        form = form_class(isian, user=operator)
        assert ("pihak_pertama" in form.errors) == (nama == "staf")
    del isian["bidang"]
    assert "pihak_pertama" in form_class(isian, user=operator).errors
