import pytest

from dpmd.checks import deployment


def ids(settings, **ubahan):
    for nama, nilai in ubahan.items():
        setattr(settings, nama, nilai)
    return [error.id for error in deployment(None)]


NYATA = {
    "DEMO": False,
    "DEBUG": False,
    "SECRET_KEY": "k" * 50,
    "SITE_URL": "https://dpmd.contoh.go.id",
}


def test_demo_dan_pemasangan_nyata_yang_benar(settings, tmp_path):
    assert ids(settings, DATA_DIR=tmp_path) == []
    assert ids(settings, **NYATA) == []


@pytest.mark.parametrize(
    ("salah", "kode"),
    [
        ({"SECRET_KEY": "pendek"}, "dpmd.E001"),
        ({"SECRET_KEY": "demo-" + "x" * 60}, "dpmd.E001"),
        ({"SECRET_KEY": "ganti-dengan-" + "x" * 60}, "dpmd.E001"),
        ({"DEBUG": True}, "dpmd.E002"),
        ({"SITE_URL": "http://dpmd.contoh.go.id"}, "dpmd.E003"),
        ({"EMAIL_HOST": "surat.contoh.go.id"}, "dpmd.E006"),
    ],
)
def test_setelan_berbahaya_ditolak(settings, tmp_path, salah, kode):
    assert ids(settings, DATA_DIR=tmp_path, **(NYATA | salah)) == [kode]


def test_folder_data_yang_tidak_ada(settings, tmp_path):
    assert ids(settings, DATA_DIR=tmp_path / "tidak-ada") == ["dpmd.E005"]
