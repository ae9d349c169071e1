"""Semua cetakan bertabel data contoh, isinya sudah tersusun, untuk diukur cetaknya."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.test import Client

from accounts.models import Kabupaten, User
from core.ekspor import EKSPOR, Daftar, register_ekspor
from documents.cetakan import Cetakan
from documents.ekspor import cetakan_daftar
from documents.models import Naskah
from documents.printing import tabular
from idm.laporan.gambaran.lembar.cetakan import cetakan_gambaran
from idm.laporan.gambaran.reports import gambaran
from idm.laporan.perencana.lembar import cetakan_perencana
from idm.laporan.perencana.reports import jalan_kabupaten
from idm.laporan.peringkat.lembar import cetakan_peringkat
from idm.laporan.peringkat.reports import daftar
from idm.laporan.profil.lembar import cetakan_profil
from idm.laporan.profil.reports.profil import profil
from idm.models import PenetapanIdm
from kinerja.models import NaskahKinerja
from kinerja.perencanaan.lembar import cetakan_pohon
from kinerja.perencanaan.reports import isi_pohon
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.models import BerkasIkk, Desa

Bernama = Iterator[tuple[str, Cetakan]]

BANYUASIN = "16.07"
MERANGIN = "15.02"
TAHUN = 2023
TAHUN_BERSKOR = 2024  # skor tiap indikatornya diketahui
# jenis naskah → kabupaten, tahun dan triwulan data contoh yang mengisinya paling lengkap
NASKAH = {
    "rencana_aksi": (MERANGIN, 2024, 0),
    "evaluasi": (MERANGIN, 2024, 1),
    "e81": (MERANGIN, 2024, 1),
    "capaian": (BANYUASIN, TAHUN, 0),
    "iku": (BANYUASIN, TAHUN, 0),
    "ikk": (BANYUASIN, TAHUN, 0),
}
DAFTAR = {
    "Daftar desa": "/wilayah/desa/",
    "Daftar sub kegiatan": "/kinerja/sub-kegiatan/",
}
JATAH = 50  # langkah bagi perencana


def semua_cetakan() -> Bernama:
    """Naskah, laporan, lalu daftar."""
    for naskah in bertabel():
        yield str(naskah), tabular(naskah)
    banyuasin = Kabupaten.objects.get(kode=BANYUASIN)
    yield from _laporan(banyuasin)
    for nama, alamat in DAFTAR.items():
        yield nama, _daftar(alamat)


def bertabel() -> Iterator[Naskah]:
    """Satu naskah tiap jenis yang seluruhnya tabel."""
    for jenis, (kode, tahun, triwulan) in NASKAH.items():
        kabupaten = Kabupaten.objects.get(kode=kode)
        yield NaskahKinerja(kabupaten=kabupaten, tahun=tahun, jenis=jenis, triwulan=triwulan)
    banyuasin = Kabupaten.objects.get(kode=BANYUASIN)
    yield BerkasIkk(kabupaten=banyuasin, tahun=TAHUN)
    yield PenetapanIdm(kabupaten=banyuasin, tahun=2024)


def _laporan(kabupaten: Kabupaten) -> Bernama:
    """Laporan IDM sekabupaten dan satu desanya, lalu pohon kinerja."""
    yield "Gambaran IDM", cetakan_gambaran(gambaran(kabupaten, TAHUN))
    peringkat = daftar(kabupaten, TAHUN, None)
    yield "Peringkat IDM", cetakan_peringkat(peringkat)
    semua = Desa.objects.filter(kecamatan__kabupaten=kabupaten, jenis="desa")
    desa = semua.earliest("kode")
    yield "Profil desa", cetakan_profil(profil(desa, TAHUN))
    jalan = jalan_kabupaten(kabupaten, TAHUN_BERSKOR, JATAH)
    yield "Perencana IDM", cetakan_perencana(jalan)
    kinerja = TahunKinerja(kabupaten, TAHUN)
    yield "Pohon kinerja", cetakan_pohon(isi_pohon(kinerja))


def _daftar(alamat: str) -> Cetakan:
    """Susunannya diambil dari halamannya, dengan bentuk unduhan yang hanya menyusun."""
    tersusun = []

    def susun(isi: Daftar) -> HttpResponse:
        tersusun.append(cetakan_daftar(isi))
        return HttpResponse()

    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(User.objects.get(username="operator"))
    register_ekspor("susun", susun)
    client.get(alamat, {"ekspor": "susun"})
    del EKSPOR["susun"]
    (cetakan,) = tersusun
    return cetakan
