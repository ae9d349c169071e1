"""Gambaran, dasbor, peringkat dan perencana Indeks Desa; tidak pernah disandingkan dengan IDM."""

from decimal import Decimal

import pytest

from accounts.models import User
from idm.laporan.dasbor.reports import dasbor_desa
from idm.laporan.gambaran.reports import gambaran
from idm.laporan.perencana.reports import jalan_kabupaten
from idm.laporan.peringkat.reports import peringkat
from idm.models import IndeksDesa
from idm.reports import status_berlaku
from kinerja.tahun.data import read_data
from kinerja.tahun.sources import SOURCES
from tests.idm.bahan import client_tahun
from villages.models import Desa

pytestmark = pytest.mark.django_db
POIN = "120;60;100;70;40;60"


def record_desa(edisi, tahun, skor, status, jawaban="", **lain):
    """Semua desa Kecamatan pertama pada satu tahun."""
    instrumen = edisi[tahun - 2025]
    desa = Desa.objects.desa().filter(kecamatan__kode="16.07.01").order_by("kode")
    for satu in desa:
        IndeksDesa.objects.create(
            desa=satu,
            tahun=tahun,
            instrumen=instrumen,
            skor=skor,
            status=status,
            poin=POIN,
            jawaban=jawaban,
            **lain,
        )
    return desa.count()


def test_gambaran_menurut_indeks_desa(edisi, kabupaten):
    banyak = record_desa(edisi, 2025, Decimal("60.5"), "BERKEMBANG")
    isi = gambaran(kabupaten, 2025)
    assert isi.kepala.judul == "Gambaran Indeks Desa"
    assert isi.kabupaten.nilai == Decimal("60.50")
    assert isi.tabel.jumlah_kini == banyak
    assert isi.tabel.jumlah_lalu is None  # 2024 memakai IDM
    assert isi.matriks == ()
    (selang,) = isi.sebaran
    assert (selang.dari, selang.sampai) == (60, 65)
    assert isi.terlemah == ()  # aspeknya tidak diketahui
    assert gambaran(kabupaten, 2024).kabupaten.nilai < 1


def test_perpindahan_antaredisi_dan_aspek_terlemah(edisi, kabupaten):
    banyak = record_desa(edisi, 2025, Decimal("60.5"), "BERKEMBANG")
    record_desa(edisi, 2026, Decimal("70.5"), "MAJU", jawaban="1" + "5" * 126)
    isi = gambaran(kabupaten, 2026)
    assert isi.matriks[2].sel[1].banyak == banyak
    assert isi.terlemah[0].rata == 1
    assert isi.terlemah[0].indikator.kode == "1.1"
    pertama = peringkat(kabupaten, 2026).baris[0]
    assert (pertama.perubahan, pertama.status_lalu) == (Decimal("10.00"), "BERKEMBANG")
    assert peringkat(kabupaten, 2025).baris[0].perubahan is None
    ambang = {satu.ambang for satu in isi.sebaran}
    assert ambang == {""}  # 70–75 tidak memuat batas


def test_iku_dan_ikk_memakai_indeks_tahunnya(edisi, kabupaten):
    banyak = record_desa(edisi, 2025, Decimal("60.5"), "BERKEMBANG")
    record_desa(edisi, 2026, Decimal("80.5"), "MANDIRI")
    data = read_data(kabupaten, (2024, 2025, 2026))
    assert SOURCES["idm.berkembang"].hitung(data, 2025).nilai == banyak
    assert "Indeks Desa" in SOURCES["idm.berkembang"].hitung(data, 2025).sumber
    # 2024 IDM, 2025 Indeks Desa
    assert SOURCES["idm.peningkatan_mandiri"].hitung(data, 2025) is None
    assert SOURCES["idm.pengentasan_tertinggal"].hitung(data, 2025) is None
    assert SOURCES["idm.peningkatan_mandiri"].hitung(data, 2026).nilai == 100
    assert SOURCES["idm.persen_mandiri"].hitung(data, 2026).nilai == 100
    assert SOURCES["idm.persen_mandiri"].hitung(data, 2030) is None
    assert set(status_berlaku(kabupaten, (2024, 2025))) == {2024, 2025}


def test_perencana_aspek(edisi, kabupaten):
    banyak = record_desa(edisi, 2026, Decimal("79.53"), "MAJU", jawaban="1" * 32 + "5" * 94 + "3")
    isi = jalan_kabupaten(kabupaten, 2026, 3)
    assert (isi.banyak, len(isi.baris), len(isi.terpilih)) == (banyak, banyak, 3)
    assert isi.baris[0].langkah == 1
    akibat = isi.dampak[-1]
    assert (akibat.nama, akibat.rumus) == ("IKK desa mandiri", f"3 / {banyak}")


def test_dasbor_satu_kecamatan(edisi, kabupaten):
    banyak = record_desa(edisi, 2025, Decimal("60.5"), "BERKEMBANG")
    kecamatan = Desa.objects.get(kode="16.07.01.2004").kecamatan
    isi = dasbor_desa(kabupaten, 2025, kecamatan)
    assert (isi.rata.banyak, isi.ukuran.nama) == (banyak, "Indeks Desa")
    assert "Indeks Desa" in isi.tabel.sumber[0]


def test_halaman_satu_desa_menyebut_jalannya(edisi, kabupaten):
    record_desa(edisi, 2026, Decimal("79.53"), "MAJU", jawaban="1" * 32 + "5" * 94 + "3")
    record_desa(edisi, 2025, Decimal("60.5"), "BERKEMBANG")
    client = client_tahun(User.objects.get(username="operator"), 2026)
    berjalan = IndeksDesa.objects.filter(tahun=2026).first()
    halaman = client.get(berjalan.get_absolute_url()).content.decode()
    assert "Jalan ke status berikutnya" in halaman
    assert "Langkah paling sedikit: <b>1</b>" in halaman
    assert "79,63" in halaman  # nilai paling sedikit untuk Mandiri
    tanpa = IndeksDesa.objects.filter(tahun=2025).first()
    assert (
        "Poin tiap aspek tidak diketahui" in client.get(tanpa.get_absolute_url()).content.decode()
    )
