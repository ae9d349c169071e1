"""Langkah perencana menjadi usul, masuk rencana aksi, lalu diikuti sampai skornya naik."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from core.audit import Refused
from idm.actions.peragaan import create_peragaan
from idm.actions.usul_langkah import Diusulkan, create_usul
from idm.laporan.gambaran.reports import TERLEMAH
from idm.models import BiayaLangkah, IndeksDesa, Instrumen, UsulLangkah
from kinerja.models import Nomenklatur, Program, RencanaAksi, SubKegiatan
from kinerja.perencanaan.actions import put_usul
from kinerja.perencanaan.reports import isi_usul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.idm.bahan import client_tahun
from villages.models import Desa

pytestmark = pytest.mark.django_db
TAHUN = 2026


@pytest.fixture
def operator(kabupaten):
    return User.objects.get(username="operator")


@pytest.fixture
def sub(kabupaten):
    """Sub kegiatan yang kodenya berlaku pada tahun rencananya."""
    baku = Nomenklatur.objects.valid_in(TAHUN).filter(tingkat="sub", kode__startswith="2.13.04")
    kode = baku.order_by("kode").first()
    program = Program.objects.create(
        perangkat_daerah=kabupaten.dinas, tahun=TAHUN, kode=kode.kode[:7], nama="Administrasi"
    )
    kegiatan = program.kegiatan_set.create(kode=kode.kode[:12], nama="Pembinaan")
    return SubKegiatan.objects.create(
        kegiatan=kegiatan, kode=kode.kode, nama=kode.nama, pagu=Decimal(75_000_000)
    )


@pytest.fixture
def aspek(kabupaten):
    return Instrumen.objects.get(kode="indeks-desa-2025").indikatoridm_set.get(kode="25.1")


@pytest.fixture
def desa(kabupaten):
    rows = Desa.objects.filter(kecamatan__kode="16.07.01").desa_on(TAHUN)
    return list(rows.order_by("kode")[:3])


def usulkan(kabupaten, desa, aspek, biaya=None, dari=1, ke=5):
    semua = [Diusulkan(desa=satu, indikator=aspek, dari=dari, ke=ke, biaya=biaya) for satu in desa]
    return create_usul(kabupaten=kabupaten, tahun=TAHUN, semua=semua, by="uji")


def baris(kabupaten, aspek):
    isi = isi_usul(TahunKinerja(kabupaten, TAHUN))
    (satu,) = [satu for satu in isi.baris if satu.aspek == aspek]
    return satu


def test_dari_perencana_sampai_rencana_aksi_dan_skor(kabupaten, operator, sub):
    create_peragaan(kabupaten=kabupaten, tahun=2025, by="uji")
    client = client_tahun(operator, 2025)
    assert "Usulkan langkah" in client.get("/idm/perencana/?cara=langkah&jatah=6").content.decode()
    jawaban = client.post(reverse("kinerja:usul_create"), {"cara": "langkah", "jatah": "6"})
    assert jawaban.url == f"{reverse('kinerja:usul_langkah')}?tahun={TAHUN}"
    usul = list(UsulLangkah.objects.select_related("indikator"))
    assert 1 <= len(usul) <= 6
    assert all(satu.tahun == TAHUN and satu.ke > satu.dari for satu in usul)
    aspek = usul[0].indikator
    halaman = client.get(jawaban.url).content.decode()
    assert "Masukkan ke rencana aksi" in halaman
    client.post(jawaban.url, {"aspek": aspek.pk, "sub": sub.pk})
    milik = UsulLangkah.objects.filter(indikator=aspek)
    assert set(milik.values_list("kode", flat=True)) == {sub.kode}
    aksi = RencanaAksi.objects.get(sub_kegiatan=sub).aksi
    assert aksi == f"Menaikkan aspek {aspek.kode} ({aspek.nama}) di {milik.count()} desa"
    satu = baris(kabupaten, aspek)
    assert (satu.sub.pagu, satu.diukur) == (Decimal(75_000_000), 0)
    semua = isi_usul(TahunKinerja(kabupaten, TAHUN)).baris
    assert all(0 < satu.rata <= 5 for satu in semua)  # juga yang bukan terlemah
    assert len(semua) <= len({satu.indikator_id for satu in usul}) + TERLEMAH
    create_peragaan(kabupaten=kabupaten, tahun=TAHUN, by="uji")
    sesudah = baris(kabupaten, aspek)
    assert sesudah.diukur == milik.count()
    row = IndeksDesa.objects.get(desa=usul[0].desa, tahun=TAHUN)
    skor = int(row.jawaban[aspek.posisi - 1])
    assert sesudah.naik >= (skor >= usul[0].ke)


def test_biaya_yang_belum_diketahui_bukan_nol(kabupaten, desa, aspek):
    usulkan(kabupaten, desa[:1], aspek, biaya=1000)
    usulkan(kabupaten, desa[1:], aspek)
    satu = baris(kabupaten, aspek)
    assert (satu.biaya, satu.tanpa_biaya, len(satu.desa)) == (1000, 2, 3)
    assert (satu.sub, satu.realisasi) == (None, None)
    assert usulkan(kabupaten, desa, aspek) == []  # sudah ada


def test_langkah_berurutan_satu_aspek_menjadi_satu(kabupaten, desa, aspek):
    semua = [
        Diusulkan(desa=desa[0], indikator=aspek, dari=1, ke=3, biaya=10),
        Diusulkan(desa=desa[0], indikator=aspek, dari=3, ke=5, biaya=20),
        Diusulkan(desa=desa[1], indikator=aspek, dari=1, ke=3, biaya=10),
        Diusulkan(desa=desa[1], indikator=aspek, dari=3, ke=5, biaya=None),
    ]
    create_usul(kabupaten=kabupaten, tahun=TAHUN, semua=semua, by="uji")
    isi = UsulLangkah.objects.order_by("desa__kode").values_list("dari", "ke", "biaya_rupiah")
    assert list(isi) == [(1, 5, 30), (1, 5, None)]


def test_pindah_sub_kegiatan_memindahkan_barisnya_saja(kabupaten, desa, aspek, sub):
    usulkan(kabupaten, desa[:2], aspek)
    RencanaAksi.objects.create(sub_kegiatan=sub, aksi="Pendampingan desa")
    put_usul(kabupaten=kabupaten, indikator=aspek, sub=sub, by="uji")
    usulkan(kabupaten, desa, aspek)
    put_usul(kabupaten=kabupaten, indikator=aspek, sub=sub, by="uji")
    assert RencanaAksi.objects.get(sub_kegiatan=sub).aksi.splitlines() == [
        "Pendampingan desa",
        f"Menaikkan aspek 25.1 ({aspek.nama}) di 3 desa",
    ]
    lain = Nomenklatur.objects.valid_in(TAHUN).filter(tingkat="sub").exclude(kode=sub.kode).first()
    kedua = SubKegiatan.objects.create(
        kegiatan=sub.kegiatan, nomor=2, kode=lain.kode, nama=lain.nama
    )
    put_usul(kabupaten=kabupaten, indikator=aspek, sub=kedua, by="uji")
    assert RencanaAksi.objects.get(sub_kegiatan=sub).aksi == "Pendampingan desa"
    assert "di 3 desa" in RencanaAksi.objects.get(sub_kegiatan=kedua).aksi


def test_kode_yang_tidak_berlaku_dan_aspek_tanpa_usul_ditolak(kabupaten, desa, aspek, sub):
    with pytest.raises(Refused, match="Belum ada usul"):
        put_usul(kabupaten=kabupaten, indikator=aspek, sub=sub, by="uji")
    usulkan(kabupaten, desa, aspek)
    berakhir = Nomenklatur.objects.filter(tingkat="sub", tahun_akhir__lt=TAHUN).first()
    SubKegiatan.objects.filter(pk=sub.pk).update(kode=berakhir.kode)
    sub.refresh_from_db()
    with pytest.raises(Refused):
        put_usul(kabupaten=kabupaten, indikator=aspek, sub=sub, by="uji")
    assert set(UsulLangkah.objects.values_list("kode", flat=True)) == {""}


def test_terkunci_bersama_rencana_aksinya(kabupaten, desa, aspek, monkeypatch):
    kunci = staticmethod(lambda *masa: "Terkunci oleh rencana aksi.")
    monkeypatch.setattr(UsulLangkah, "lock_for", kunci)
    with pytest.raises(Refused, match="Terkunci oleh rencana aksi"):
        usulkan(kabupaten, desa, aspek)


def test_halaman_lembar_dan_isian_yang_salah(kabupaten, operator, desa, aspek, sub):
    client = client_tahun(operator, TAHUN)
    url = reverse("kinerja:usul_langkah")
    assert "Belum ada usul bagi 2026" in client.get(url).content.decode()
    usulkan(kabupaten, desa, aspek, biaya=5_000_000)
    salah = client.post(url, {"aspek": aspek.pk, "sub": "x"}).content.decode()
    assert "Masukkan ke rencana aksi" in salah
    assert not RencanaAksi.objects.filter(sub_kegiatan=sub).exists()
    tanpa = client_tahun(User.objects.get(username="kepala.dinas"), TAHUN)
    tanpa.post(url, {"aspek": aspek.pk, "sub": sub.pk})
    assert not RencanaAksi.objects.filter(sub_kegiatan=sub).exists()
    assert "Masukkan ke rencana aksi" not in tanpa.get(url).content.decode()
    (lembar,) = load_workbook(
        BytesIO(client.get(reverse("kinerja:usul_langkah_xlsx")).content)
    ).worksheets
    isi = [sel.value for row in lembar.iter_rows() for sel in row]
    assert 15_000_000 in isi
    lama = client_tahun(operator, 2024).post(
        reverse("kinerja:usul_create"), {"jatah": "5"}, follow=True
    )
    assert "Hanya langkah Indeks Desa" in lama.content.decode()
    assert not BiayaLangkah.objects.exists()
