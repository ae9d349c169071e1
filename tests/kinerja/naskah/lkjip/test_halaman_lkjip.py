"""Aliran halaman LKjIP, diukur pada PDF tiap buku demo dan buku kantor yang belum berdata."""

from io import BytesIO

import pypdf
import pytest

from accounts.models import Kabupaten
from documents import render
from documents.printing import print_html
from kinerja.models import Lkjip, PerjanjianKinerja
from kinerja.naskah.lkjip.actions import create_lkjip
from tests.factories import make_kabupaten
from tests.terbaca import tempat_halaman, tinta_terakhir, tulisan_halaman

pytestmark = [
    pytest.mark.sekali("rupa cetakan; tidak bergantung pada basis datanya"),
    pytest.mark.django_db,
]
SEPARUH = 0.5
TIPIS = 0.2  # akhir bab yang hanya beberapa baris
BUKU = (("16.07", 2023), ("16.07", 2024), ("15.02", 2024), ("33.16", 2024))
RUANG = "(belum ditandatangani)"
DEPAN = ("kata_pengantar", "daftar_isi", "daftar_tabel", "daftar_gambar", "ikhtisar")


def buku(kode: str, tahun: int) -> Lkjip:
    """LKjIP tahun itu; kantor yang belum ada dibuat tanpa data apa pun."""
    kabupaten = Kabupaten.objects.filter(kode=kode).first()
    kabupaten = kabupaten or make_kabupaten(kode, "Blora", "Jawa Tengah")
    ada = Lkjip.objects.filter(kabupaten=kabupaten, tahun=tahun).first()
    return ada or create_lkjip(kabupaten=kabupaten, tahun=tahun, by="uji")


def diperjanjikan(kode, tahun):
    """Perjanjian kinerja demo disalin ke tahun bukunya: tanpa itu LKjIP tidak dapat diajukan."""
    semua = PerjanjianKinerja.objects.filter(kabupaten__kode=kode)
    if semua and not semua.filter(tahun=tahun):
        salinan = semua[0]
        salinan.pk = None
        salinan.tahun = tahun
        salinan.nomor = ""
        salinan.save()


class Halaman:
    """Halaman satu PDF: tintanya, dan mana yang boleh pendek serta sebabnya."""

    def __init__(self, hasil: bytes) -> None:
        self.pdf = pypdf.PdfReader(BytesIO(hasil))
        self.tinta = list(tinta_terakhir(hasil))
        self.tempat = tempat_halaman(self.pdf)
        kepala = [self.tempat[satu] for satu in DEPAN if satu in self.tempat]
        bab = ("bab_", "lampiran_")
        kepala += [letak for nama, letak in self.tempat.items() if nama.startswith(bab)]
        self.awal = set(kepala)
        kotak = [satu.mediabox for satu in self.pdf.pages]
        self.is_lanskap = [satu.width > satu.height for satu in kotak]

    def sebab(self, nomor: int) -> str:
        """Mengapa halaman itu boleh berakhir di atas separuhnya; kosong bila tidak boleh."""
        berikut = nomor + 1
        if nomor == 0:
            return "sampul"
        if berikut == len(self.tinta) or berikut in self.awal:
            return "akhir bab"
        if self.is_lanskap[nomor] != self.is_lanskap[berikut]:
            return "sebelum kertas berputar"
        return ""


@pytest.mark.parametrize(("kode", "tahun"), BUKU)
def test_aliran_halaman(nyata, db, kode, tahun):
    diperjanjikan(kode, tahun)
    lkjip = buku(kode, tahun)
    hasil = render.pdf(print_html(lkjip))
    halaman = Halaman(hasil)
    pendek = {}
    for nomor, tinta in enumerate(halaman.tinta):
        if tinta < SEPARUH:
            pendek[nomor + 1] = (halaman.sebab(nomor), round(tinta, 2))
    assert [satu for satu in pendek.items() if not satu[1][0]] == []
    tipis = [satu for satu in pendek.items() if satu[1][1] < TIPIS]
    assert tipis == []
    bertanda_tangan = [satu for satu in tulisan_halaman(hasil) if RUANG in satu]
    assert len(bertanda_tangan) == 2  # kata pengantar dan penutup
    for satu in bertanda_tangan:
        di_atas, _, _ = satu.partition(RUANG)
        assert len(di_atas.split()) > 50


def test_judul_tanpa_isi_tidak_tercetak(db):
    """Kantor tanpa data: tidak ada bagan, analisis, daftar tabel, atau janji yang kosong."""
    lkjip = buku("33.16", 2024)
    isi = lkjip.reading().isi
    tanpa = {"organisasi", "analisis", "renstra", "daftar_tabel", "daftar_gambar", "efisiensi"}
    assert not tanpa & isi.bab.keys()
    naskah = print_html(lkjip)
    assert "Perjanjian Kinerja tahun yang sama" not in naskah
    assert "Dokumen Pelaksanaan Anggaran" not in naskah
    assert 'class="bab sambung" id="bab_2"' in naskah
