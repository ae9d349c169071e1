"""Sesi HTTP berkue dengan pustaka baku; kode tiap jawaban dicatat, yang putus berkode 0."""

import ssl
from collections.abc import Mapping
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPSHandler, Request, build_opener

from tests.beban.orang import Jawaban

LAMA = 120  # detik menunggu satu jawaban
PEMISAH = "batas-unggahan-uji"
MULTIPART = {"Content-Type": f"multipart/form-data; boundary={PEMISAH}"}


class SesiBaku:
    """Sesi beban tanpa Locust; wewenang TLS peladennya tidak diperiksa."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.kode: list[int] = []
        tls = HTTPSHandler(context=ssl._create_unverified_context())
        self.pembuka = build_opener(HTTPCookieProcessor(CookieJar()), tls)

    def get(self, alamat: str, nama: str) -> Jawaban:
        return self._send(Request(self.url + alamat))

    def post(
        self, alamat: str, nama: str, isi: Any, kepala: dict[str, str], berkas: bytes | None = None
    ) -> Jawaban:
        if berkas is not None:
            data = _berbagian(isi, berkas)
            kepala = kepala | MULTIPART
        else:
            tulisan = isi if isinstance(isi, str) else urlencode(isi)
            data = tulisan.encode()
        return self._send(Request(self.url + alamat, data, kepala))

    def _send(self, permintaan: Request) -> Jawaban:
        jawaban = self._jawaban(permintaan)
        self.kode.append(jawaban.kode)
        return jawaban

    def _jawaban(self, permintaan: Request) -> Jawaban:
        try:
            with self.pembuka.open(permintaan, timeout=LAMA) as balasan:
                return Jawaban(balasan.status, balasan.read())
        except HTTPError as galat:
            return self._galat(galat)
        except (HTTPException, OSError):
            return Jawaban(0, b"")

    def _galat(self, galat: HTTPError) -> Jawaban:
        return Jawaban(galat.code, galat.read())


def _berbagian(isi: Mapping[str, str], berkas: bytes) -> bytes:
    """Isian dan satu lembar kerja sebagai badan unggahan."""
    bagian = []
    for nama, nilai in isi.items():
        bagian.append(f'Content-Disposition: form-data; name="{nama}"\r\n\r\n{nilai}'.encode())
    kepala = 'Content-Disposition: form-data; name="berkas"; filename="lembar.xlsx"\r\n\r\n'
    bagian.append(kepala.encode() + berkas)
    awal = f"--{PEMISAH}\r\n".encode()
    utuh = b"".join(awal + satu + b"\r\n" for satu in bagian)
    return utuh + f"--{PEMISAH}--\r\n".encode()
