"""Indeks Desa buatan: lengkap, selalu sama, bertanda di mana-mana, dan tidak dibagikan."""

from collections import Counter
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten, PerangkatDaerah
from core.audit import Refused
from core.models import AuditEvent
from documents.kepala import PERAGAAN
from documents.lembar.naskah import judul, judul_berkop
from documents.printing import print_html, tabular
from documents.reports.kepala import kepala
from dpmd.actions import create_demo_indeks
from idm.actions import recompute_indeks
from idm.actions.peragaan import create_peragaan
from idm.models import AmbangStatus, IndeksDesa, PenetapanIdm
from idm.reports.jalan import rubrik
from idm.reports.ukuran import is_peragaan
from idm.sources import susunan
from kinerja.models import Lkjip, NaskahKinerja
from tests.factories import make_penetapan
from tests.idm.bahan import client_tahun
from villages.models import Desa

pytestmark = pytest.mark.django_db
TANDA = "Data peragaan:"
BUATAN = "Naskah ini memuat angka buatan"
TETAP = (Decimal("68.82"), "3345433254")


@pytest.fixture
def buatan(kabupaten):
    return create_demo_indeks(by="uji")


def test_lengkap_tiap_aspek_dan_selalu_sama(buatan, kabupaten, edisi):
    banyak = Desa.objects.filter(kecamatan__kabupaten=kabupaten).desa_on(2025).count()
    assert buatan == 2 * banyak == IndeksDesa.objects.filter(is_contoh=True).count()
    assert create_demo_indeks(by="uji") == 0
    for tahun, instrumen in zip((2025, 2026), edisi, strict=True):
        dipakai = susunan(instrumen)
        tersedia = [{str(skor) for skor in satu.tersedia} for satu in rubrik(instrumen)]
        rows = list(IndeksDesa.objects.filter(tahun=tahun))
        for row in rows[:40]:
            assert len(row.jawaban) == 127
            assert all(satu in skala for satu, skala in zip(row.jawaban, tersedia, strict=True))
            hasil = dipakai.hasil(row.jawaban)
            assert (hasil.nilai, hasil.status) == (row.skor, row.status)
        assert len(Counter(row.status for row in rows)) >= 4
    tetap = IndeksDesa.objects.get(desa__kode="16.07.01.2001", tahun=2025)
    assert (tetap.skor, tetap.jawaban[:10]) == TETAP
    assert not any(satu.sebab_lock() for satu in edisi)
    IndeksDesa.objects.filter(pk=tetap.pk).update(is_contoh=False)
    assert "sudah dipakai" in edisi[0].sebab_lock()


def test_halaman_tahun_itu_bertanda_sekali(buatan, operator, desa, kabupaten):
    kini, lalu = client_tahun(operator, 2025), client_tahun(operator, 2024)
    for alamat in ("/", "/idm/", "/idm/dasbor/", "/idm/peringkat/", "/idm/indeks-desa/"):
        assert kini.get(alamat).content.decode().count(TANDA) == 1, alamat
        assert TANDA not in lalu.get(alamat).content.decode(), alamat
    assert TANDA in lalu.get(f"/idm/profil/{desa.pk}/?tahun=2025").content.decode()
    riwayat = lalu.get(f"/idm/profil/{desa.pk}/?tahun=2024").content.decode()
    assert "(data peragaan)" in riwayat
    row = IndeksDesa.objects.get(desa=desa, tahun=2026)
    assert lalu.get(row.get_absolute_url()).content.decode().count(TANDA) == 1
    tampak = [tahun for tahun in range(2022, 2035) if is_peragaan(kabupaten, tahun)]
    assert tampak == list(range(2025, 2032))


def test_naskah_dan_lembarnya_bertanda(buatan, kabupaten):
    penetapan = PenetapanIdm(kabupaten=kabupaten, tahun=2025, tanggal=None)
    isi = penetapan.reading().isi
    assert isi.is_peragaan
    assert PERAGAAN in judul(isi)
    assert PERAGAAN in judul_berkop(isi)
    assert PERAGAAN in tabular(penetapan).bagian[0].judul
    for naskah in (
        NaskahKinerja(kabupaten=kabupaten, tahun=2025, jenis="iku"),
        Lkjip(kabupaten=kabupaten, tahun=2025),
    ):
        assert kepala(naskah, "x")["is_peragaan"]
    assert not kepala(Lkjip(kabupaten=kabupaten, tahun=2024), "x")["is_peragaan"]
    lama = NaskahKinerja.objects.get(kabupaten=kabupaten, tahun=2023, jenis="iku")
    assert PERAGAAN not in print_html(lama)
    baru = NaskahKinerja.objects.create(kabupaten=kabupaten, tahun=2025, jenis="iku")
    assert print_html(baru).count(PERAGAAN) >= 2  # kepala halaman, dan di layar


def test_angka_terbuka_tidak_memuatnya_dan_provinsi_menandainya(buatan, kabupaten, edisi):
    PerangkatDaerah.objects.filter(pk=kabupaten.dinas.pk).update(is_angka_terbuka=True)
    sah = make_penetapan(kabupaten, 2025)
    alamat = f"/angka-terbuka/{kabupaten.kode}/?tahun=2025"
    halaman = Client().get(alamat).content.decode()
    assert sah.pengesahan.kode not in halaman
    assert "1 naskah bertanda tangan tahun 2025 dibuat atas angka peragaan" in halaman
    assert "Belum ada naskah" not in halaman
    verifikasi = reverse("documents:verify", args=[sah.pengesahan.kode])
    assert BUATAN in Client().get(verifikasi).content.decode()
    provinsi = Kabupaten.objects.create(kode="16", nama="Sumatera Selatan", jenis="provinsi")
    assert is_peragaan(provinsi, 2025)
    assert not is_peragaan(provinsi, 2024)
    IndeksDesa.objects.update(is_contoh=False)
    nyata = make_penetapan(kabupaten, 2026)
    terbuka = Client().get(alamat.replace("2025", "2026")).content.decode()
    assert nyata.pengesahan.kode in terbuka
    assert "angka peragaan" not in terbuka
    verifikasi = reverse("documents:verify", args=[nyata.pengesahan.kode])
    assert BUATAN not in Client().get(verifikasi).content.decode()
    assert "Indeks Desa tiap desa" in terbuka


def test_hitung_ulang_dari_aspeknya(kabupaten):
    create_peragaan(kabupaten=kabupaten, tahun=2025, by="uji")
    semua = IndeksDesa.objects.filter(tahun=2025).order_by("desa__kode")
    kolom = ("skor", "poin", "status")
    benar = list(semua.values_list(*kolom))
    assert recompute_indeks(kabupaten=kabupaten, tahun=2025, by="uji") == 0
    pertama = semua.first()
    semua.filter(pk=pertama.pk).update(skor=1, status="MANDIRI")
    assert recompute_indeks(kabupaten=kabupaten, tahun=2025, by="uji") == 1
    assert list(semua.values_list(*kolom)) == benar
    jejak = AuditEvent.objects.order_by("-pk").first()
    assert list(jejak.changes) == [pertama.desa.kode]
    assert "1 dari 288 desa berubah" in jejak.note
    assert recompute_indeks(kabupaten=kabupaten, tahun=2030, by="uji") == 0
    AmbangStatus.objects.filter(instrumen=pertama.instrumen_id).delete()
    with pytest.raises(Refused, match="belum mempunyai ambang"):
        recompute_indeks(kabupaten=kabupaten, tahun=2025, by="uji")
