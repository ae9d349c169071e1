"""Beranda: yang belum diisi, dan halaman yang boleh dibuka perannya."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Peran
from core import audit
from documents.actions import advance
from documents.models import naskah_models
from documents.workflow import Langkah
from dpmd.reports import hari_ini
from dpmd.reports.belum_diisi import belum_diisi as belum
from dpmd.reports.linimasa import linimasa
from kinerja.models import NaskahKinerja, PeriodeIsian
from tests.factories import make_indikator, make_lkjip, make_realisasi, make_target
from villages.models import Kecamatan

pytestmark = pytest.mark.django_db
PANEL = re.compile(r"<h2>Hari ini.*</section>", re.DOTALL)
JALAN = re.compile(r'href="([^"]+)"')


def belum_diisi(client):
    """Panelnya pada beranda 2023."""
    halaman = client.get(reverse("beranda"), {"tahun": 2023}, follow=True)
    cocok = PANEL.search(halaman.content.decode())
    return cocok[0]


@pytest.fixture
def indikator(banyuasin):
    """Satu bertarget tanpa realisasi, satu berealisasi yang tidak dapat dihitung."""
    satu = make_indikator(banyuasin)
    make_target(satu, "1")
    dua = make_indikator(banyuasin, sasaran=satu.sasaran)
    make_realisasi(dua, None)
    return satu


@pytest.mark.parametrize("peran", [peran.value for peran in Peran])
def test_yang_belum_diisi_hanya_menuju_halaman_yang_boleh_dibuka(client_for, indikator, peran):
    client = client_for(peran)
    panel = belum_diisi(client)
    assert "Belum ada program tahun 2023" in panel
    assert f"Realisasi 2023: {indikator}" in panel
    for jalan in JALAN.findall(panel):
        assert client.get(jalan.replace("&amp;", "&")).status_code == 200, jalan


def test_operator_menuju_halaman_isiannya(client_for, indikator):
    panel = belum_diisi(client_for("operator"))
    assert reverse("kinerja:program_create") in panel
    assert f"{reverse('kinerja:realisasi_create')}?indikator={indikator.pk}" in panel


def test_kecamatan_yang_belum_ada_tidak_ditunggu(client_for, banyuasin):
    """Kecamatan yang dibentuk sesudah tahun itu tidak ikut belum melapor."""
    for kode, dibentuk in (("16.07.01", None), ("16.07.98", "2025-01-01")):
        Kecamatan.objects.create(kabupaten=banyuasin, kode=kode, nama=kode, dibentuk=dibentuk)
    panel = belum_diisi(client_for("operator"))
    assert "0 dari 1 kecamatan" in panel
    assert "Belum melapor lengkap: 16.07.01." in panel


def pekerjaan(user, tahun=2023):
    return [(satu.judul, satu.tombol) for satu in hari_ini(user, tahun).pekerjaan]


def test_yang_dikembalikan_di_atas_dan_draf_di_bawah(users, banyuasin):
    draf = make_lkjip(banyuasin)
    kembali = make_lkjip(banyuasin, tahun=2022, nomor="2", catatan="Perbaiki Bab III.")
    urut = pekerjaan(users["operator"])
    assert urut[0] == (str(kembali), "Perbaiki")
    assert ("Belum ada program tahun 2023", "Kerjakan") in urut[1:-1]
    assert urut[-1] == (str(draf), "Lanjutkan")


def test_yang_ditunggu_orang_menjadi_tombol_langkahnya(kabupaten):
    operator, bidang = (User.objects.get(username=satu) for satu in ("operator", "kepala.bidang"))
    (naskah,) = NaskahKinerja.objects.filter(kabupaten=kabupaten, tahun=2023, jenis="iku")
    advance(naskah, langkah=Langkah.SUBMIT, by=operator, note="Apa adanya.")
    assert pekerjaan(bidang)[0] == (str(naskah), "Setujui")
    (ditunggu,) = hari_ini(operator, 2023).ditunggu
    assert ditunggu.naskah == naskah
    assert ditunggu.kalimat == "Menunggu persetujuan oleh Kepala Bidang/Sekretaris."


def test_lkjip_yang_belum_dibuat_disebut_kepada_yang_membuatnya(users, banyuasin):
    assert pekerjaan(users["operator"])[-1] == ("LKjIP 2023", "Buat")
    assert "Buat" not in [tombol for _, tombol in pekerjaan(users["kepala_daerah"])]
    berjalan = timezone.localdate().year
    assert "Buat" not in [tombol for _, tombol in pekerjaan(users["operator"], berjalan)]


@pytest.mark.parametrize("username", ["operator", "kepala.bidang", "kepala.daerah", "inspektorat"])
def test_tiap_naskah_setahun_disebut_sekali(kabupaten, username):
    user = User.objects.get(username=username)
    beranda = hari_ini(user, 2023)
    disebut = [satu.url for satu in beranda.pekerjaan]
    disebut += [satu.naskah.get_absolute_url() for satu in beranda.ditunggu]
    disebut += [satu.get_absolute_url() for satu in beranda.sah]
    for model in naskah_models():
        for naskah in model.objects.visible_to(user).for_tahun(2023):
            assert disebut.count(naskah.get_absolute_url()) == 1, naskah


def test_yang_berubah_dikelompokkan_sejak_terakhir_masuk(users, banyuasin):
    operator, bidang = users["operator"], users["kepala_bidang"]
    make = make_indikator(banyuasin)
    for satu in (operator, bidang):
        audit.record(by=satu, action=audit.Action.LOGIN, obj=satu)
    for _ in range(3):
        audit.record(by=bidang, action=audit.Action.UPDATE, obj=make)
    audit.record(by=operator, action=audit.Action.UPDATE, obj=make)
    audit.record(by=operator, action=audit.Action.LOGIN, obj=operator)
    berubah = hari_ini(operator, 2023).perubahan
    assert [(pelaku, kerja) for pelaku, kerja, _ in berubah.kalimat] == [
        (str(bidang), "mengubah 3 indikator")
    ]
    assert berubah.sejak is not None


def test_banyak_yang_sejenis_menjadi_satu_pekerjaan(client_for, users, banyuasin):
    """Kantor baru tidak disambut dua puluh baris; yang pertama dibuka tombolnya."""
    semua = [make_indikator(banyuasin)]
    semua += [make_indikator(banyuasin, sasaran=semua[0].sasaran) for _ in range(4)]
    make_target(semua[1], "1")
    (target,) = (satu for satu in belum(users["operator"], 2023) if "Target" in satu.label)
    assert target.label == "Target 2023"
    assert str(target.kemajuan) == "1 dari 5 indikator"
    assert f"indikator={semua[0].pk}&" in target.url
    assert target.alasan.endswith("lalu 3 lainnya.")


def test_tahun_yang_akan_datang_hanya_direncanakan(users, banyuasin, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2022, 6, 1))
    make_indikator(banyuasin)
    depan = 2023
    label = [satu.label for satu in belum(users["operator"], depan)]
    assert any(satu.startswith(f"Target {depan}") for satu in label)
    assert not any(satu.startswith(("Realisasi", "Rekap", "Formulir")) for satu in label)


def test_yang_bertenggat_di_atas_dan_yang_lewat_ditandai(kabupaten):
    operator = User.objects.get(username="operator")
    (lkjip,) = (satu for satu in hari_ini(operator, 2023).pekerjaan if "LKjIP" in satu.judul)
    assert lkjip.tenggat == datetime.date(2024, 2, 28)
    assert lkjip.is_lewat


def test_linimasa_menurut_tanggalnya(users, banyuasin):
    PeriodeIsian.objects.create(
        kabupaten=banyuasin,
        tahun=2023,
        triwulan=1,
        mulai=datetime.date(2023, 4, 1),
        sampai=datetime.date(2023, 4, 10),
    )
    tonggak = linimasa(users["operator"], 2023)
    assert [satu.judul for satu in tonggak] == [
        "Isian Triwulan I ditutup",
        "Tahun 2023 berakhir",
        "LKjIP 2023 disampaikan",
    ]
    assert linimasa(users["operator"], 2022)[0].judul == "Tahun 2022 berakhir"
