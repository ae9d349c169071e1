"""Satu tahun kinerja: tiap angka diukur sekali, kuerinya tetap, semua halaman sama."""

from collections import Counter
from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Kabupaten, User
from documents.actions import advance
from documents.printing import isi_naskah
from kinerja.aturan import capaian as modul_capaian
from kinerja.aturan import e81, rencana
from kinerja.dasbor.reports import Saringan, dasbor, penyerapan
from kinerja.dasbor.reports.naskah import semua_temuan
from kinerja.models import Lkjip, NaskahKinerja, PerjanjianKinerja, SubKegiatan
from kinerja.perencanaan.actions import copy_tahun
from kinerja.perencanaan.reports import isi_pohon
from kinerja.tahun import pengukuran as modul_ukuran
from kinerja.tahun import tercetak
from kinerja.tahun.pengukuran import dirinci
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_lkjip
from tests.kinerja.naskah.test_ukuran import read, semua_naskah

pytestmark = pytest.mark.django_db
PALING_BANYAK_KUERI = (
    78  # membaca 43, selebihnya memeriksa, membekukan dan mencatat lewat pintu menulis
)


@pytest.fixture
def merangin_nyata(nyata):
    return Kabupaten.objects.get(kode="15.02")


@pytest.fixture
def terhitung(monkeypatch):
    """Banyaknya tiap (indikator, tahun) diukur, dan banyaknya capaian dihitung."""
    banyak: Counter = Counter()
    ukur, simpulkan = modul_ukuran.ukur, modul_ukuran._simpulkan

    def ukur_tercatat(renstra, data, indikator, tahun):
        banyak[indikator.pk, tahun] += 1
        return ukur(renstra, data, indikator, tahun)

    def simpulkan_tercatat(*isi, **lain):
        banyak["capaian"] += 1
        return simpulkan(*isi, **lain)

    monkeypatch.setattr(modul_ukuran, "ukur", ukur_tercatat)
    monkeypatch.setattr(modul_ukuran, "_simpulkan", simpulkan_tercatat)
    return banyak


def test_pengajuan_lkjip_mengukur_sekali(kabupaten, terhitung):
    """Delapan indikator, enam tahun Renstra: 48 ukuran, 48 capaian."""
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    with CaptureQueriesContext(connection) as queries:
        advance(lkjip, langkah="submit", by=User.objects.get(username="operator"))
    assert terhitung.pop("capaian") == len(terhitung) == 48
    assert set(terhitung.values()) == {1}
    tanpa_savepoint = [q for q in queries if "SAVEPOINT" not in q["sql"]]
    assert len(tanpa_savepoint) <= PALING_BANYAK_KUERI


def test_halaman_lkjip_mengukur_dan_menyandingkan_sekali(kabupaten, terhitung, monkeypatch):
    """Kelengkapan, uji, lampiran beda, dan bagian yang tertinggal dari satu tahun yang sama."""
    disandingkan = Counter()
    asli = tercetak._baris

    def baris_tercatat(row, *isi):
        disandingkan[row.pk] += 1
        return asli(row, *isi)

    monkeypatch.setattr(tercetak, "_baris", baris_tercatat)
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    halaman = client.get(lkjip.get_absolute_url())
    assert halaman.context["basi"] == []
    terhitung.pop("capaian")
    assert set(terhitung.values()) == set(disandingkan.values()) == {1}


def test_tiap_naskah_mengukur_sekali(kabupaten, terhitung):
    for naskah in semua_naskah(kabupaten):
        terhitung.clear()
        read(naskah)
        terhitung.pop("capaian", None)
        assert set(terhitung.values()) <= {1}, naskah


BUKAN_BARIS = 20  # capaian indikator dan pembanding uji kewajaran


@pytest.mark.parametrize(
    ("jenis", "tiap_baris"), [("rencana_aksi", 2), ("evaluasi", 2), ("e81", 3)]
)
def test_tiap_baris_pohon_dihitung_sekali(merangin_nyata, monkeypatch, jenis, tiap_baris):
    """K dan Rp setahun, sampai triwulannya, dan kolom 14 E.81; berapa kali pun diminta."""
    banyak = Counter()

    def tercatat(nama, asli):
        def hitung(*isi):
            banyak[nama] += 1
            return asli(*isi)

        return hitung

    monkeypatch.setattr(modul_capaian, "_bebas", tercatat("semua", modul_capaian._bebas))
    for modul in (rencana, e81):
        monkeypatch.setattr(modul, "capaian", tercatat("uang", modul.capaian))
    naskah = NaskahKinerja.objects.get(kabupaten=merangin_nyata, tahun=2024, jenis=jenis)
    read(naskah)
    baris = len(TahunKinerja(merangin_nyata, 2024).pohon.baris)
    assert baris == 60
    assert 0 < banyak["uang"] <= tiap_baris * (baris + 1)
    assert banyak["semua"] - 2 * banyak["uang"] <= BUKAN_BARIS


@pytest.mark.parametrize(("username", "tahun"), [("operator", 2023), ("operator.merangin", 2024)])
def test_temuan_semua_naskah_dari_satu_tahun(nyata, terhitung, username, tahun):
    """Berapa pun naskahnya; temuannya sama dengan yang dibaca sendiri-sendiri."""
    user = User.objects.get(username=username)
    semua = semua_temuan(user, tahun)
    terhitung.pop("capaian")
    assert set(terhitung.values()) == {1}
    sendiri = {}
    for model in (Lkjip, PerjanjianKinerja, NaskahKinerja):
        for naskah in model.objects.visible_to(user).for_tahun(tahun):
            sendiri[str(naskah)] = len(naskah.reading().temuan)
    assert len(sendiri) > 3
    bersama = {satu.nama: satu.menahan + satu.terbuka + satu.ditanggapi for satu in semua}
    assert {nama: bersama[nama] for nama in sendiri} == sendiri


def test_yang_terukur_tidak_dapat_diubah(kabupaten):
    kinerja = TahunKinerja(kabupaten, 2023)
    ukuran = next(iter(kinerja.pengukuran.ukuran.values()))
    with pytest.raises(FrozenInstanceError):
        ukuran.realisasi = Decimal(1)
    with pytest.raises(FrozenInstanceError):
        kinerja.pohon.program[0].terinci = Decimal(1)
    for peta in (kinerja.pengukuran.ukuran, kinerja.rujukan, kinerja.data.status):
        with pytest.raises(TypeError):
            peta[0] = None


def test_desa_dibaca_saat_diminta_atas_ukuran_yang_sama(kabupaten):
    kinerja = TahunKinerja(kabupaten, 2023)
    (iku,) = kinerja.pengukuran.jenis("iku")
    ukuran = kinerja.pengukuran.ukur(iku)
    rinci = dirinci(ukuran, kinerja.data)
    assert ukuran.hasil.desa == {}
    assert {label: len(desa) for label, desa in rinci.hasil.desa.items()} == dict(
        rinci.hasil.masukan
    )
    assert rinci.capaian is ukuran.capaian
    tanpa_sumber = next(
        i for i in kinerja.pengukuran.indikator if kinerja.pengukuran.ukur(i).hasil is None
    )
    assert dirinci(kinerja.pengukuran.ukur(tanpa_sumber), kinerja.data).hasil is None


def test_satu_anggaran_pada_pohon_dasbor_dan_naskah(kabupaten):
    """Rincian baru satu sub kegiatan; pagu seluruh dinas tetap satu angka."""
    pagu, kinerja = 10_716_928_854, TahunKinerja(kabupaten, 2023)
    pohon = isi_pohon(kinerja)
    assert (
        pohon.pagu
        == kinerja.pohon.total.target.rp
        == dasbor(kabupaten, Saringan(2023)).uang.jumlah.pagu
        == pagu
    )
    assert pohon.terinci == "terinci Rp 174.270.000 dari Rp 10.716.928.854"
    program = next(s for s in pohon.pohon if s.obj.kode == "2.13.04")
    assert program.kalimat_rinci == "terinci Rp 174.270.000 dari Rp 3.053.834.055"
    lkjip, pk, *naskah = semua_naskah(kabupaten)
    assert isi_naskah(lkjip).keuangan.pagu == isi_naskah(pk).jumlah == pagu
    isi = {n.jenis: isi_naskah(n) for n in naskah}
    assert isi["rencana_aksi"].jumlah == isi["evaluasi"].total.target.rp == pagu
    assert isi["capaian"].anggaran.pagu == pagu
    pesan = "Pagu baru terinci Rp 174.270.000 dari Rp 3.053.834.055."
    assert pesan in [f.pesan for f in lkjip.reading().temuan]


def test_pagu_yang_belum_diketahui_bukan_nol(merangin_nyata):
    copy_tahun(kabupaten=merangin_nyata, dari=2024, ke=2025, by="uji")
    kinerja = TahunKinerja(merangin_nyata, 2025)
    assert isi_pohon(kinerja).pagu is None
    uang = penyerapan(kinerja)
    assert (uang.jumlah.pagu, uang.jumlah.realisasi, uang.tanpa_pagu) == (None, None, 5)
    assert (
        make_lkjip(merangin_nyata, tahun=2025, nomor="x")
        .reading()
        .missing[0]
        .startswith("Pagu 2.13.01")
    )
    capaian = NaskahKinerja(kabupaten=merangin_nyata, tahun=2025, jenis="capaian")
    assert [f.kelas for f in capaian.reading().temuan].count("V1") == 5


def test_sub_kegiatan_tanpa_pagu_disebut_dasbor(merangin_nyata):
    """Satu program tanpa pagu, dan satu sub kegiatan yang hilang dari jumlah programnya."""
    uang = penyerapan(TahunKinerja(merangin_nyata, 2024))
    assert uang.tanpa_pagu == 2
    client = Client()
    client.force_login(User.objects.get(username="operator.merangin"))
    kisi = reverse("kinerja:evaluasi_grid") + "?tahun=2024"
    assert dict(client.get(kisi).context["totals"])["pagu"] == "8.790.633.125*"
    SubKegiatan.objects.filter(kode="2.13.02.2.01.0001").update(pagu=0)
    SubKegiatan.objects.filter(kode="2.13.01.2.08.0001").update(pagu=0)
    assert penyerapan(TahunKinerja(merangin_nyata, 2024)).tanpa_pagu == 0
    assert dict(client.get(kisi).context["totals"])["pagu"] == "8.790.633.125"
    SubKegiatan.objects.update(pagu=None, pagu_perubahan=None)
    assert dict(client.get(kisi).context["totals"])["pagu"] == "—"


def test_realisasi_sampai_triwulan_sama_di_kisi_dan_dasbor(merangin_nyata):
    client = Client()
    client.force_login(User.objects.get(username="operator.merangin"))
    kisi = dict(client.get(reverse("kinerja:evaluasi_grid") + "?tahun=2024").context["totals"])
    assert (kisi["rp_1"], kisi["jumlah_rp"]) == ("856.110.443", "856.110.443")
    uang = penyerapan(TahunKinerja(merangin_nyata, 2024))
    assert (uang.jumlah.realisasi, uang.jumlah.persen) == (856_110_443, Decimal("9.74"))
    assert kisi["target"] == uang.jumlah.keterangan == "Triwulan I: 31 dari 40 baris berpagu"
    assert None not in [b.serapan.realisasi for b in uang.baris if b.serapan.pagu]
    halaman = client.get(reverse("kinerja:dasbor")).content.decode()
    assert "856.110.443" in halaman
    assert uang.jumlah.keterangan in halaman
