"""Kamar yang menempati satu lapis: naskah dan laporan idm, dengan pelanggaran yang ditanam."""

from pathlib import Path

import pytest

from tests import susunan
from tests.test_architecture import plant

ISI = "from idm.naskah.penetapan import isi\n"
LAPORAN = "idm/laporan/dasar/reports.py"
BERSIH = {
    "idm/models.py": "",
    "idm/reports/status.py": "from idm import models\n",
    LAPORAN: "from idm.reports import status\n",
    "idm/naskah/penetapan/isi.py": "from idm.reports import status\n",
    "idm/naskah/penetapan/lembar.py": "from idm.laporan.dasar import reports\n" + ISI,
    "idm/naskah/pendaftaran.py": "from idm.naskah.penetapan import lembar\n",
    "idm/views.py": ISI,
}
# berkas yang ditanam, isinya, potongan kalimat yang diharapkan
TANAMAN = {
    "lapis ke kamar": ("idm/reports/status.py", ISI, "naskah di kanan reports"),
    "kamar ke lapis": (LAPORAN, "from idm import views\n", "views di kanan laporan"),
    "kamar ke kamar di kanannya": (LAPORAN, ISI, "kamar di kanannya"),
    "kamar ke pengumpulnya": (
        "idm/naskah/penetapan/lembar.py",
        "from idm.naskah import pendaftaran\n",
        "kamar di kanannya",
    ),
    "lapis di dalam kamar": (
        "idm/naskah/penetapan/isi.py",
        "from idm.naskah.penetapan import lembar\n",
        "lembar di kanan isi",
    ),
    "kamar tanpa lapis": (
        "idm/naskah/penetapan/mesin.py",
        "import json\n",
        "lapis mesin tidak punya tempat",
    ),
}


def test_yang_bersih_tidak_disebut(tmp_path: Path) -> None:
    assert plant(tmp_path, BERSIH) == []


@pytest.mark.parametrize("aturan", TANAMAN)
def test_pelanggaran_disebut(tmp_path: Path, aturan: str) -> None:
    path, isi, kalimat = TANAMAN[aturan]
    (ditemukan,) = plant(tmp_path, BERSIH | {path: isi})
    assert ditemukan.startswith(path)
    assert kalimat in ditemukan


def test_kamar_di_luar_yang_terbagi_menempati_lapis() -> None:
    assert set(susunan.DIVIDED) <= susunan.ROOMS.keys()
    for paket in susunan.ROOMS.keys() - set(susunan.DIVIDED):
        assert set(susunan.ROOMS[paket]) <= set(susunan.LAYERS)
