"""`bin/load` yang pendek: beberapa orang sekaligus pada peladen sungguhan, tanpa Locust."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.beban.orang import Operator
from tests.beban.sesi import SesiBaku
from tests.browser.conftest import ROOT

ORANG = 24  # akun; nomor yang berselisih 21 (banyaknya kecamatan) berbagi satu bagian kisi
PESERTA = (0, 1, 2, 21, 22, 23)
SEL = 4


def bekerja(operator: Operator) -> Operator:
    operator.masuk()
    for _ in range(SEL):
        operator.ketik()
    operator.buka()
    return operator


def test_orang_banyak_sekaligus_tidak_kehilangan_sel(lingkungan, peladen):
    subprocess.run(
        [sys.executable, "-m", "tests.beban.akun", str(ORANG)],
        cwd=ROOT,
        env=lingkungan | {"DJANGO_SETTINGS_MODULE": "dpmd.settings"},
        check=True,
    )
    semua = [Operator(SesiBaku(peladen), nomor, ORANG, peladen) for nomor in PESERTA]
    with ThreadPoolExecutor(len(PESERTA)) as kumpulan:
        list(kumpulan.map(bekerja, semua))
    galat = [kode for orang in semua for kode in orang.sesi.kode if not 0 < kode < 400]
    hilang = [sel for orang in semua for sel in orang.check()]
    diakui = sum(len(orang.diakui) for orang in semua)
    assert (galat, hilang) == ([], [])
    assert diakui > len(PESERTA)


def test_sel_yang_hilang_terlihat(lingkungan, peladen):
    """Pembanding: pemeriksaannya menyebut sel yang isinya lain dari yang diakui."""
    operator = Operator(SesiBaku(peladen), 0, ORANG, peladen)
    operator.masuk()
    operator.ketik()
    (sel,) = operator.diakui
    operator.diakui[sel] = json.dumps("lain")
    assert operator.check() == [sel]
