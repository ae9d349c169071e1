"""Dasbor capaian: saringannya, tautannya, kertas dan lembar yang sama, dan kuerinya yang tetap."""

import datetime
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import Bidang, Kabupaten, User
from documents.models import Kunci
from documents.reports.temuan import keadaan_temuan
from kinerja.dasbor.lembar.cetakan import cetakan_dasbor
from kinerja.dasbor.reports import Saringan, dasbor
from kinerja.dasbor.reports.naskah import LEWAT, IsiNaskah, rekomendasi_terbuka, semua_temuan
from kinerja.models import NaskahKinerja, Rekomendasi
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import (
    make_indikator,
    make_penetapan,
    make_realisasi,
    make_sub,
    make_target,
)
from tests.jalan.halaman import Halaman

pytestmark = pytest.mark.django_db
DASBOR = reverse("kinerja:dasbor")


@pytest.fixture
def masuk(nyata: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="kepala.dinas.merangin"))
    return client


def isi(client: Client, kueri: str) -> str:
    jawaban = client.get(f"{DASBOR}?{kueri}")
    assert jawaban.status_code == 200
    return jawaban.content.decode()


@pytest.mark.parametrize(
    ("kueri", "pesan"),
    [
        ("tahun=abc", "Tulis tahun dengan empat angka"),
        ("tahun=99999999999999999999", "Saringan yang ditandai keliru"),
        ("tahun=2024%00", "Saringan yang ditandai keliru"),
        ("triwulan=7", "Triwulan 1 sampai 4"),
        ("triwulan=%F0%9F%98%80", "Triwulan 1 sampai 4"),
        ("bidang=9223372036854775808", "Bidang itu tidak ada"),
        ("bidang=-1", "Bidang itu tidak ada"),
        ("bidang=%ED%A0%80", "Bidang itu tidak ada"),
        ("triwulan=%3Cscript%3E", "Triwulan 1 sampai 4"),
    ],
)
def test_saringan_keliru_disebut_dan_tidak_menyaring(masuk: Client, kueri: str, pesan: str) -> None:
    halaman = isi(masuk, kueri)
    assert pesan in halaman
    assert "Saringan yang ditandai keliru" in halaman
    assert "Program" in halaman
    for bentuk in ("pdf", "xlsx", "memo"):
        jawaban = masuk.get(reverse(f"kinerja:dasbor_{bentuk}") + f"?{kueri}", follow=True)
        assert jawaban.redirect_chain[0][0].startswith(DASBOR)
        assert "alert-danger" in jawaban.content.decode()


def test_bidang_kantor_lain_ditolak(masuk: Client) -> None:
    lain = Bidang.objects.filter(perangkat_daerah__kabupaten__kode="16.07").first()
    assert lain is not None
    halaman = isi(masuk, f"bidang={lain.pk}")
    assert "Bidang itu tidak ada" in halaman
    assert f"<b>{lain.nama}</b>" not in halaman


def test_saringan_mengubah_yang_dihitung_dan_terbawa_tautannya(masuk: Client) -> None:
    kabupaten = Kabupaten.objects.get(kode="15.02")
    semua = dasbor(kabupaten, Saringan(2024))
    bidang = next(
        satu.obj.penanggung_jawab
        for satu in Saringan(2024).baris(TahunKinerja(kabupaten, 2024).pohon)[0].baris_sub
        if satu.obj.penanggung_jawab_id
    )
    saringan = Saringan(2024, 1, bidang)
    sebagian = dasbor(kabupaten, saringan)
    pagu = sebagian.uang.jumlah.pagu
    assert 0 < pagu < semua.uang.jumlah.pagu
    assert pagu == sum(b.serapan.pagu or 0 for b in sebagian.uang.baris)
    assert [b.nama for b in sebagian.kelengkapan] == [bidang.nama]
    halaman = isi(masuk, saringan.kueri)
    assert f"?{saringan.kueri.replace('&', '&amp;')}" in halaman
    assert f"<b>{bidang.nama}</b>" in halaman
    kolom = [tabel.kolom for tabel in Halaman(halaman).tabel]
    assert any("s.d. TW I / Fisik %" in satu for satu in kolom)
    assert not any("s.d. TW II / Fisik %" in satu for satu in kolom)


def test_triwulan_yang_belum_dilaporkan_kosong(nyata: None) -> None:
    """Jumlah sampai triwulan I tidak tampak sebagai triwulan II."""
    fisik = dasbor(Kabupaten.objects.get(kode="15.02"), Saringan(2024)).fisik
    berisi = [satu for satu in fisik if satu.uang[0] is not None]
    assert berisi
    for satu in berisi:
        assert satu.uang[1:] == (None, None, None)


def test_kertas_dan_lembar_menyebut_saringannya(masuk: Client) -> None:
    jawaban = masuk.get(reverse("kinerja:dasbor_xlsx") + "?tahun=2024&triwulan=1")
    buku = load_workbook(io.BytesIO(jawaban.content))
    assert buku.sheetnames[:2] == ["IKU", "IKK"]
    for lembar in buku.worksheets:
        judul = [str(sel.value) for (sel,) in lembar["A1:A6"]]
        assert "Disaring: s.d. Triwulan I" in judul
    user = User.objects.get(username="kepala.dinas.merangin")
    saringan = Saringan(2024, 1)
    bahan = dasbor(user.kabupaten, saringan)
    muka = cetakan_dasbor(bahan, IsiNaskah(naskah=(), rekomendasi=())).bagian[0].judul
    assert muka[:2] == ("Dasbor Capaian Kinerja Tahun 2024", "Disaring: s.d. Triwulan I")
    assert muka[2:] == ("Angka 2024 belum terkunci naskah sah, jadi masih dapat berubah.",)


def test_kecenderungan_dan_sama_target_tampak_dengan_aturannya(
    client_for, banyuasin: Kabupaten
) -> None:
    indikator = make_indikator(banyuasin)
    make_target(indikator, "90", tahun=2023)
    make_realisasi(indikator, "90", tahun=2023)
    make_realisasi(indikator, "80", tahun=2022)
    halaman = client_for("operator").get(f"{DASBOR}?tahun=2023").content.decode()
    assert "▲ membaik" in halaman
    assert "Realisasi sama dengan target: periksa buktinya." in halaman
    assert "Besarannya berganti definisi, atau salah satu tahun belum diketahui" in halaman
    assert halaman.count(f'href="{indikator.get_absolute_url()}?tahun=2023"') >= 5


def test_deret_membuka_tiap_tahunnya(client_for, banyuasin: Kabupaten) -> None:
    """Tahun kerja pembacanya tidak ikut menentukan tahun yang dibuka."""
    indikator = make_indikator(banyuasin)
    for tahun in (2021, 2022, 2023):
        make_target(indikator, "90", tahun=tahun)
        make_realisasi(indikator, tahun - 1940, tahun=tahun)
    halaman = client_for("operator").get(f"{DASBOR}?tahun=2023").content.decode()
    for tahun in (2021, 2022):
        alamat = f'href="{indikator.get_absolute_url()}?tahun={tahun}"'
        assert halaman.count(alamat) == 4  # titik pada garisnya, target, realisasi, capaian


def test_yang_sah_disebut(kabupaten: Kabupaten) -> None:
    assert "masih dapat berubah" in dasbor(kabupaten, Saringan(2023)).keadaan
    sah = make_penetapan(kabupaten, 2023).pengesahan
    Kunci.objects.create(kabupaten=kabupaten, tahun=2023, pengesahan=sah)
    keadaan = dasbor(kabupaten, Saringan(2023)).keadaan
    assert keadaan.startswith(f"Angka 2023 terkunci oleh {sah.judul} nomor")
    assert "masih dapat berubah" in dasbor(kabupaten, Saringan(2024)).keadaan


def test_rekomendasi_terbuka_dan_lewat_tenggat(users, banyuasin: Kabupaten) -> None:
    tenggat = datetime.date(2023, 6, 1)
    for nomor, status in ((1, "terbuka"), (2, "terbuka"), (3, "diterima")):
        Rekomendasi.objects.create(
            kabupaten=banyuasin,
            tahun=2022,
            nomor=nomor,
            uraian=f"Rekomendasi {nomor}",
            status=status,
            tenggat=tenggat if nomor == 1 else None,
        )
    hari_ini = datetime.date(2023, 6, 2)
    terbuka = rekomendasi_terbuka(users["operator"], 2023, hari_ini)
    assert [(satu.nomor, satu.keadaan) for satu in terbuka] == [(1, LEWAT), (2, "Terbuka")]
    assert rekomendasi_terbuka(users["operator"], 2021, hari_ini) == ()
    tepat = rekomendasi_terbuka(users["operator"], 2023, tenggat)
    assert {satu.keadaan for satu in tepat} == {"Terbuka"}


def test_temuan_tiap_naskah_sama_dengan_halaman_naskahnya(masuk: Client) -> None:
    user = User.objects.get(username="kepala.dinas.merangin")
    naskah = NaskahKinerja.objects.visible_to(user).get(tahun=2024, jenis="iku")
    keadaan = keadaan_temuan(naskah, naskah.reading())
    semua = {satu.nama: satu for satu in semua_temuan(user, 2024)}
    satu = semua[str(naskah)]
    assert (satu.menahan, satu.terbuka) == (len(keadaan.menahan), len(keadaan.terbuka))
    assert satu.terbuka > 0
    halaman = masuk.get(reverse("kinerja:dasbor_temuan") + "?tahun=2024").content.decode()
    assert f'href="{naskah.get_absolute_url()}#uji-kewajaran">{satu.terbuka}<' in halaman


def test_kueri_tetap_berapa_pun_barisnya(client_for, banyuasin: Kabupaten) -> None:
    client = client_for("operator")
    make_indikator(banyuasin)
    sub = make_sub(banyuasin, 2023)

    def kueri() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{DASBOR}?tahun=2023").status_code == 200
        return len(queries)

    kueri()
    sedikit = kueri()
    for nomor in range(2, 12):
        make_indikator(banyuasin, nomor=nomor)
        make_sub(banyuasin, 2023, kegiatan=sub.kegiatan, nomor=nomor, kode=f"{sub.kode}{nomor}")
    assert kueri() == sedikit
