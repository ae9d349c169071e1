"""`bin/load` yang pendek: beberapa orang sekaligus pada peladen sungguhan, tanpa Locust."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.beban.orang import Jawaban, Operator
from tests.browser.conftest import ROOT

ORANG = 24  # akun; nomor yang berselisih 21 (banyaknya kecamatan) berbagi satu bagian kisi
PESERTA = (0, 1, 2, 21, 22, 23)
SEL = 4


class SesiBaku:
    """Sesi beban dengan pustaka baku; tiap kode jawabannya dicatat."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.kode: list[int] = []
        self.pembuka = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, alamat: str, nama: str) -> Jawaban:
        return self._send(Request(self.url + alamat))

    def post(self, alamat: str, nama: str, isi: Any, kepala: dict[str, str]) -> Jawaban:
        tulisan = isi if isinstance(isi, str) else urlencode(isi)
        return self._send(Request(self.url + alamat, tulisan.encode(), kepala))

    def _send(self, permintaan: Request) -> Jawaban:
        try:
            with self.pembuka.open(permintaan) as balasan:
                jawaban = Jawaban(balasan.status, balasan.read())
        except HTTPError as galat:
            jawaban = Jawaban(galat.code, galat.read())
        self.kode.append(jawaban.kode)
        return jawaban


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
    galat = [kode for orang in semua for kode in orang.sesi.kode if kode >= 400]
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
