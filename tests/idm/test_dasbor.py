"""Dasbor desa: sama dengan gambaran, tersaring, tiap angka membuka desanya, kueri tetap."""

import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import Kabupaten, User
from idm.actions.peragaan import create_peragaan
from idm.laporan.dasbor.lembar.cetakan import cetakan_dasbor_desa
from idm.laporan.dasbor.lembar.tabel import tabel_dasbor_desa
from idm.laporan.dasbor.reports import dasbor_desa
from idm.laporan.gambaran.reports import SemuaPindah, gambaran
from idm.models import IdmDesa
from tests.jalan.halaman import Halaman
from villages.models import Kecamatan

pytestmark = pytest.mark.django_db
DASBOR = reverse("idm:dasbor")


@pytest.fixture
def masuk(nyata: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="kepala.dinas"))
    return client


def kecamatan(nama: str) -> Kecamatan:
    satu: Kecamatan = Kecamatan.objects.get(kabupaten__kode="16.07", nama=nama)
    return satu


def test_sama_dengan_gambaran(kabupaten: Kabupaten) -> None:
    dasbor, lain = dasbor_desa(kabupaten, 2024), gambaran(kabupaten, 2024)
    for nama in ("ukuran", "tabel", "deret", "kecamatan", "kabupaten", "terlemah"):
        assert getattr(dasbor, nama) == getattr(lain, nama), nama
    assert _angka(dasbor.matriks) == _angka(lain.matriks)


def _angka(matriks: SemuaPindah) -> list[Any]:
    return [
        (baris.dari, sel.ke, sel.banyak, [str(desa) for desa in sel.desa])
        for baris in matriks
        for sel in baris.sel
    ]


def test_satu_kecamatan_menjumlah_menjadi_kabupatennya(kabupaten: Kabupaten) -> None:
    semua = dasbor_desa(kabupaten, 2024)
    satuan = [dasbor_desa(kabupaten, 2024, satu) for satu in kabupaten.kecamatan_set.all()]
    assert sum(satu.rata.banyak for satu in satuan) == semua.rata.banyak == 288
    per_status = zip(*([b.kini for b in satu.tabel.baris if b] for satu in satuan), strict=True)
    assert [sum(filter(None, satu)) for satu in per_status] == [b.kini for b in semua.tabel.baris]
    bergeser = [len(sel.desa) for satu in satuan for b in satu.matriks for sel in b.sel]
    semuanya = [len(sel.desa) for b in semua.matriks for sel in b.sel]
    assert sum(bergeser) == sum(semuanya) == 44
    desa = sum(len(satu.peta.baris) for satu in satuan)
    assert desa == len(semua.peta.baris)


@pytest.mark.parametrize("tahun", [2024, 2025])
def test_tiap_angka_membuka_desa_yang_dihitungnya(
    masuk: Client, kabupaten: Kabupaten, tahun: int
) -> None:
    """IDM, dan Indeks Desa sejak 2025."""
    if tahun == 2025:
        create_peragaan(kabupaten=kabupaten, tahun=tahun, by="uji")
    for dipilih in (None, kecamatan("Betung")):
        tabel = tabel_dasbor_desa(dasbor_desa(kabupaten, tahun, dipilih))
        for satu in (tabel.status, tabel.kecamatan, tabel.kelas):
            berangka = [
                (satu.baris[baris][kolom], rupa.url)
                for (baris, kolom), rupa in satu.rupa.items()
                if "status=" in rupa.url
            ]
            assert berangka
            for banyak, url in berangka[:6]:
                jawaban = masuk.get(url)
                assert jawaban.context["table"].paginator.count == banyak, url


@pytest.mark.parametrize(
    ("kueri", "pesan"),
    [
        ("kecamatan=9223372036854775808", "Kecamatan itu tidak ada"),
        ("kecamatan=%00", "Saringan yang ditandai keliru"),
        ("kecamatan=abc", "Kecamatan itu tidak ada"),
        ("tahun=20x4", "Tulis tahun dengan empat angka"),
    ],
)
def test_saringan_keliru_disebut(masuk: Client, kueri: str, pesan: str) -> None:
    jawaban = masuk.get(f"{DASBOR}?{kueri}")
    assert jawaban.status_code == 200
    assert pesan in jawaban.content.decode()
    for bentuk in ("pdf", "xlsx"):
        ikut = masuk.get(reverse(f"idm:dasbor_{bentuk}") + f"?{kueri}", follow=True)
        assert ikut.redirect_chain[0][0].startswith(DASBOR)
        assert "alert-danger" in ikut.content.decode()


def test_kecamatan_kantor_lain_tidak_dibuka(masuk: Client) -> None:
    merangin = Kabupaten.objects.get(kode="15.02")
    lain = Kecamatan.objects.create(kabupaten=merangin, kode="15.02.01", nama="Jangkat")
    halaman = masuk.get(f"{DASBOR}?kecamatan={lain.pk}").content.decode()
    assert "Kecamatan itu tidak ada" in halaman
    assert lain.nama not in halaman


def test_lembar_dan_kertas_menyebut_kecamatannya(masuk: Client, kabupaten: Kabupaten) -> None:
    betung = kecamatan("Betung")
    jawaban = masuk.get(f"{reverse('idm:dasbor_xlsx')}?tahun=2024&kecamatan={betung.pk}")
    buku = load_workbook(io.BytesIO(jawaban.content))
    judul = [str(sel.value) for (sel,) in buku["Status"]["A1:A6"]]
    assert "Kecamatan Betung" in judul
    cetakan = cetakan_dasbor_desa(dasbor_desa(kabupaten, 2024, betung))
    assert cetakan.bagian[0].judul[-1] == "Disaring: Kecamatan Betung"
    halaman = masuk.get(f"{DASBOR}?tahun=2024&kecamatan={betung.pk}").content.decode()
    assert f"xlsx/?tahun=2024&amp;kecamatan={betung.pk}" in halaman
    kolom = [satu.kolom for satu in Halaman(halaman).tabel]
    assert ["Status pada peta", "Desa"] in kolom


def test_kertas_hanya_bagian_yang_berisi(nyata: None, kabupaten: Kabupaten) -> None:
    bagian = {}
    for tahun in (2023, 2024):
        isi = dasbor_desa(kabupaten, tahun)
        bagian[bool(isi.terlemah)] = {s.anak_judul for s in cetakan_dasbor_desa(isi).bagian}
    assert "Indikator terlemah" in bagian[True]
    assert "Indikator terlemah" not in bagian[False]
    assert "Kecamatan berdampingan" in bagian[False]


def test_tahun_tanpa_data_tidak_menyebut_nol(masuk: Client, kabupaten: Kabupaten) -> None:
    """Legenda dan tabel peta sama dengan tabel status: belum diketahui, bukan nol."""
    kelas = dasbor_desa(kabupaten, 2026).peta.kelas
    assert [satu.banyak for satu in kelas] == [None] * 5
    for alamat in ("/idm/dasbor/?tahun=2026", "/wilayah/peta/?sifat=indeks_desa&tahun=2026"):
        halaman = masuk.get(alamat).content.decode()
        assert "Mandiri: 0" not in halaman
        assert ">0<" not in halaman.replace(" ", "").replace("\n", "")


def test_kueri_tetap_berapa_pun_desanya(masuk: Client, kabupaten: Kabupaten) -> None:
    def kueri() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert masuk.get(f"{DASBOR}?tahun=2024").status_code == 200
        return len(queries)

    kueri()
    banyak = kueri()
    matriks = dasbor_desa(kabupaten, 2024).matriks
    sisa = [desa.pk for baris in matriks for sel in baris.sel for desa in sel.desa][:10]
    lebih = IdmDesa.objects.exclude(desa__in=sisa)
    lebih._raw_delete(lebih.db)
    assert IdmDesa.objects.filter(tahun=2024).count() == 10
    assert kueri() == banyak
