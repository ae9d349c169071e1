"""Satu anggaran setahun: yang tidak diketahui tidak pernah nol."""

import pytest

from accounts.models import Kabupaten
from documents.printing import print_html
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.perencanaan.actions import copy_year
from kinerja.tahun.tahun_kinerja import TahunKinerja

pytestmark = pytest.mark.django_db


def test_tahun_salinan_tanpa_pagu_tidak_bernilai_nol(nyata):
    """Pagunya tidak diketahui, disebut sebagai yang kurang, dan tidak tertulis nol rupiah."""
    merangin = Kabupaten.objects.get(kode="15.02")
    copy_year(kabupaten=merangin, dari=2024, ke=2025, by="uji")
    anggaran = TahunKinerja(merangin, 2025).anggaran
    assert (anggaran.pagu, anggaran.realisasi, anggaran.sisa) == (None, None, None)
    assert anggaran.tanpa_pagu == len(anggaran.baris) == 5
    lkjip = create_lkjip(kabupaten=merangin, tahun=2025, by="uji")
    kurang = [kalimat for kalimat in lkjip.reading().missing if kalimat.startswith("Pagu ")]
    assert len(kurang) == 5
    html = print_html(lkjip)
    assert "nol rupiah" not in html
    assert "Rp 0" not in html
