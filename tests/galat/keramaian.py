"""Operator yang bekerja terus selama gangguan, dan berhenti sejenak selama diperiksa."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition, Event, Thread
from time import monotonic, sleep
from urllib.error import HTTPError

from tests.beban.orang import KISI, Gagal, Jawaban, Operator, Sel, SelRefused
from tests.beban.sesi import SesiBaku

PENUH = 5  # jawaban aneh yang disebut satu per satu
LAMA = 300  # detik paling lama sampai semua kiriman terjawab
JEDA = 0.05  # detik di antara dua pekerjaan
MENUNGGU = 0.3  # sesudah jawaban yang tidak sampai atau meminta menunggu
SEMENTARA = frozenset({502, 503})  # dengan kalimat dan Retry-After
KERJA = ("ketik", "buka", "dasbor", "cetak", "impor", "menyusup")
BOBOT = (86, 6, 1, 2, 1, 4)


class SesiGalat(SesiBaku):
    """Jawaban galat harus berkalimat, dan menyebut kapan boleh mencoba lagi."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.aneh: list[str] = []

    def _galat(self, galat: HTTPError) -> Jawaban:
        jawaban = super()._galat(galat)
        is_berkalimat = b"<h1>" in jawaban.data or b"pesan" in jawaban.data
        is_berwaktu = "Retry-After" in galat.headers
        if not (galat.code in SEMENTARA and is_berkalimat and is_berwaktu):
            self.aneh.append(f"{galat.code} {galat.url} {jawaban.teks[-300:]}")
        return jawaban


@dataclass
class Keramaian:
    """`banyak` operator atas peladen `url`; `benih` menentukan yang mereka kerjakan."""

    url: str
    banyak: int
    benih: int
    peserta: list[Operator] = field(default_factory=list)
    tahun_lock: int = 0  # yang dicoba ditulis juga; tidak boleh berhasil
    tertolak: int = 0
    gagal: list[str] = field(default_factory=list)
    kode: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.boleh = Event()
        self.selesai = Event()
        self.sibuk = 0
        self.berubah = Condition()
        for nomor in range(self.banyak):
            acak = random.Random(f"{self.benih}:orang:{nomor}")
            sesi = SesiGalat(self.url)
            operator = Operator(sesi, nomor, self.banyak, self.url, acak=acak)
            operator.masuk()
            self.peserta.append(operator)
        self.benang = [Thread(target=self._bekerja, args=(satu,)) for satu in self.peserta]

    @contextmanager
    def berlangsung(self) -> Iterator[None]:
        for benang in self.benang:
            benang.start()
        try:
            yield
        finally:
            self.selesai.set()
            self.boleh.set()
            for benang in self.benang:
                benang.join()

    def _bekerja(self, operator: Operator) -> None:
        while not self.selesai.is_set():
            self.boleh.wait()
            with self.berubah:
                self.sibuk += 1
            try:
                self._sekali(operator)
            finally:
                with self.berubah:
                    self.sibuk -= 1
                    self.berubah.notify_all()
            kode = operator.sesi.kode
            is_terganggu = bool(kode) and kode[-1] not in range(200, 400)
            sleep(MENUNGGU if is_terganggu else JEDA)

    def _sekali(self, operator: Operator) -> None:
        (kerja,) = operator.acak.choices(KERJA, BOBOT)
        try:
            if kerja == "menyusup":
                self._menyusup(operator)
            else:
                getattr(operator, kerja)()
        except SelRefused as error:
            self.gagal.append(str(error))
        except Gagal:
            self._masuk(operator)

    def _menyusup(self, operator: Operator) -> None:
        """Sel yang sama pada tahun yang terkunci tidak pernah tersimpan."""
        if not operator.isi or not self.tahun_lock:
            return
        sel = operator.acak.choice(list(operator.isi))
        ubahan = {"b": sel[0], "k": sel[1], "lama": "", "baru": "7"}
        jawaban = operator.sesi.post(
            f"{KISI}?tahun={self.tahun_lock}",
            "menyusup",
            json.dumps({"ubahan": [ubahan], "akun": operator.akun}),
            {
                "Content-Type": "application/json",
                "Origin": operator.asal,
                "X-CSRFToken": operator.rahasia,
            },
        )
        if b'"tersimpan"' in jawaban.data:
            self.gagal.append(f"Sel tahun {self.tahun_lock} tersimpan: {jawaban.teks}")
        elif b'"terkunci"' in jawaban.data:
            self.tertolak += 1

    @contextmanager
    def tenang(self) -> Iterator[None]:
        """Tidak seorang pun bekerja, dan tidak satu kiriman pun menggantung."""
        self.boleh.clear()
        with self.berubah:
            if not self.berubah.wait_for(lambda: not self.sibuk, LAMA):
                self.gagal.append(f"Permintaan tidak terjawab dalam {LAMA} detik.")
        for operator in self.peserta:
            self._tuntaskan(operator)
        yield
        self.boleh.set()

    def _tuntaskan(self, operator: Operator) -> None:
        batas = monotonic() + LAMA
        while operator.tertahan is not None:
            try:
                operator.ketik()
            except SelRefused as error:
                self.gagal.append(str(error))
            except Gagal:
                self._masuk(operator)
            if monotonic() > batas:
                self.gagal.append(f"Kiriman {operator.nomor} tidak terjawab: {operator.tertahan}")
                operator.tertahan = None
            elif operator.tertahan is not None:
                sleep(0.2)

    def check(self) -> list[str]:
        """Sel yang diakui tetapi hilang, dan jawaban yang tidak semestinya sejak diperiksa."""
        masalah = list(self.gagal)
        self.gagal.clear()
        for operator in self.peserta:
            sesi = operator.sesi
            assert isinstance(sesi, SesiGalat)
            for kunci, kolom in self._hilang(operator):
                masalah.append(f"Sel {kunci}.{kolom} diakui, lalu hilang.")
            masalah += [f"Jawaban {satu}" for satu in sesi.aneh[:PENUH]]
            sesi.aneh.clear()
            self.kode.update(sesi.kode)
            sesi.kode.clear()
        return masalah

    def _hilang(self, operator: Operator) -> list[Sel]:
        """Yang sesinya berakhir, atau peladennya baru menyala lagi, masuk lagi lebih dahulu."""
        batas = monotonic() + LAMA
        hilang = operator.check()
        while hilang and (operator.sesi.kode[-1] != 200 or not self._masuk(operator)):
            if monotonic() > batas:
                break
            sleep(MENUNGGU)
            hilang = operator.check()
        return hilang and operator.check()

    def _masuk(self, operator: Operator) -> bool:
        """Berhasil masuk lagi."""
        try:
            operator.masuk()
        except Gagal:
            return False
        return True

    @property
    def diakui(self) -> int:
        """Sel yang diakui sejak awal, juga yang sudah diganti."""
        return sum(satu.kali_diakui for satu in self.peserta)
