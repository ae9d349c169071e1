"""Landasan hukum menurut provinsinya: Aceh, Papua, dan yang tanpa kekhususan."""

import pytest
from django.conf import settings
from django.core.management import call_command

from kinerja.naskah.lkjip.naskah_awal.bahan import PERATURAN_PROVINSI, Bahan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_kabupaten


@pytest.mark.parametrize(
    ("kode", "tahun", "hukum"),
    [
        ("11.18", 2026, ["Nomor 11 Tahun 2006"]),
        ("93.01", 2020, ["Nomor 21 Tahun 2001", "Nomor 35 Tahun 2008"]),
        ("93.01", 2026, ["Nomor 21 Tahun 2001", "Nomor 2 Tahun 2021"]),
        ("16.08", 2026, []),
    ],
)
def test_hukum_setempat_pada_landasan(db, kode, tahun, hukum):
    acuan = settings.BASE_DIR / "fixtures" / "acuan_peraturan.json"
    call_command("loaddata", acuan, verbosity=0)
    kabupaten = make_kabupaten(kode, "Uji", "Uji")
    bahan = Bahan(TahunKinerja(kabupaten, tahun))
    khusus = {nama for semua in PERATURAN_PROVINSI.values() for nama in semua}
    sebutan = [satu.sebutan for satu in bahan.landasan if satu.nama in khusus]
    assert len(sebutan) == bool(hukum)
    assert all(satu in sebutan[0] for satu in hukum)
