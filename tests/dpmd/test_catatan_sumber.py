"""Salah cetak dokumen lama hanya dibaca penelaah: pada lembar uji, tidak pada naskah mana pun."""

import re
from itertools import chain

import pytest
from django.apps import apps

from accounts.models import Kabupaten
from documents import jenis
from documents.lembar.uji import tabel_uji
from documents.printing import print_html
from documents.reports.temuan import keadaan_temuan
from kinerja.models import Indikator, Lkjip, PeriodeRenstra, Realisasi, Target
from kinerja.naskah.lkjip.actions import create_lkjip
from tests import emas

pytestmark = [
    pytest.mark.sekali("tulisan cetakan; tidak bergantung pada basis datanya"),
    pytest.mark.django_db,
]
# kata yang hanya dipakai orang yang membandingkan dua dokumen
SALAH_CETAK = re.compile(
    r"\b(?:ter|men)cetak\b|salah (?:cetak|ketik|tulis)|tidak (?:di|me(?:ny)?)sebut\w* sumber"
    r"|(?:sumber|dokumen)(?:nya)? tidak menyebut|dicocokkan|tulisan formulir|LKjIP DPMD",
    re.IGNORECASE,
)
BERCATATAN = (Indikator, Realisasi, Target)


def teks(naskah):
    return " ".join(emas.teks(print_html(naskah)).split())


@pytest.fixture
def demo(nyata, db):
    """Semua naskah demo, dan LKjIP yang dibuka pada tahun lain."""
    for kode, tahun in (("16.07", 2024), ("15.02", 2024)):
        create_lkjip(kabupaten=Kabupaten.objects.get(kode=kode), tahun=tahun, by="uji")
    model = {label.partition(":")[0] for label in jenis._JENIS}
    semua = list(chain.from_iterable(apps.get_model(satu).objects.all() for satu in model))
    assert len(semua) > 10
    return semua


def test_tidak_satu_naskah_pun_bercerita_salah_cetak(demo):
    catatan = []
    for model in BERCATATAN:
        catatan += model.objects.exclude(catatan_sumber="").values_list("catatan_sumber", flat=True)
    assert len(catatan) > 10
    for naskah in demo:
        tercetak = teks(naskah)
        assert SALAH_CETAK.findall(tercetak) == [], naskah
        assert [satu for satu in catatan if satu in tercetak] == [], naskah


def test_catatan_sumber_pada_lembar_uji(kabupaten):
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    _, _, catatan = tabel_uji(lkjip, keadaan_temuan(lkjip, lkjip.reading()))
    isi = dict(catatan.baris)
    (satu,) = [
        tempat for tempat in isi if tempat.startswith("Realisasi IKK 4.") and "2023" in tempat
    ]
    assert "bukan bilangan bulat" in isi[satu]
    assert any("Satuan tercetak “Nilai”" in satu for satu in isi.values())


def test_renstra_yang_tidak_diketahui_tidak_disebut(demo):
    """Tanpa masa Renstra tidak ada judul berangka tahun, ringkasan Renstra, dan target akhirnya."""
    (lkjip,) = [satu for satu in demo if isinstance(satu, Lkjip) and satu.kabupaten.kode == "15.02"]
    isi = lkjip.reading().isi
    assert (isi.periode, isi.masa) == (None, "")
    assert not {"renstra", "jangka_menengah", "beberapa_tahun"} & isi.bab.keys()
    tercetak = teks(lkjip)
    assert "2024–2024" not in tercetak
    assert "Rencana Strategis" not in tercetak
    PeriodeRenstra.objects.filter(tahun_awal=2024).update(is_bersumber=True, tahun_akhir=2026)
    lkjip = Lkjip.objects.get(pk=lkjip.pk)
    isi = lkjip.reading().isi
    assert isi.masa == " 2024–2026"
    assert "renstra" in isi.bab
    assert "jangka_menengah" not in isi.bab  # target akhirnya belum ada
