"""Membuka tahun: langkah, pratinjau salinan, urung, indikator periode baru, draf naskah."""

import datetime

import pytest
from django.urls import reverse

from accounts.models import Pejabat
from core import audit
from core.audit import Refused
from core.daerah import Perangkat
from core.models import AuditEvent
from kinerja.models import (
    DefinisiTahun,
    Dpa,
    IndikatorTambahan,
    Kegiatan,
    NaskahKinerja,
    PeriodeRenstra,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
)
from kinerja.perencanaan.actions import (
    copy_tahun,
    draft_naskah,
    preview_copy,
    undo_copy,
)
from kinerja.perencanaan.reports import langkah_tahun
from tests.factories import make_indikator, make_pejabat, make_sub, make_target
from tests.factories.kantor import make_kantor
from tests.kinerja.definisi.bahan import ajukan
from tests.kinerja.perencanaan.test_nomenklatur import terbitkan

pytestmark = pytest.mark.django_db
POHON = (Program, Kegiatan, SubKegiatan, IndikatorTambahan, RencanaAksi)


@pytest.fixture
def pohon(banyuasin):
    """Satu cabang 2022 dengan baris tambahan, indikator tambahan dan jadwalnya."""
    sub = make_sub(banyuasin, 2022, kode="2.13.04.2.01.01")
    SubKegiatan.objects.create(
        kegiatan=sub.kegiatan, induk=sub, nomor=2, kode=sub.kode, nama=sub.nama
    )
    IndikatorTambahan.objects.create(program=sub.kegiatan.program, indikator="Kedua")
    RencanaAksi.objects.create(sub_kegiatan=sub, bulan_1=100)
    return sub


def banyak(tahun):
    """Baris pohon satu tahun."""
    return sum(row.tahun == tahun for model in POHON for row in model.objects.all())


def copy(kabupaten, ke=2023, **isi):
    return copy_tahun(kabupaten=kabupaten, dari=2022, ke=ke, by="uji", **isi)


def undo(kabupaten, tahun):
    return undo_copy(kabupaten=kabupaten, tahun=tahun, by="uji")


def prepare(kabupaten, tahun):
    return draft_naskah(kabupaten=kabupaten, tahun=tahun, by="uji")


def buka(client, url, **isi):
    """Tulisan halaman yang dibuka."""
    halaman = client.get(url, isi)
    return halaman.content.decode()


def send(client, url, **isi):
    """Tulisan halaman sesudah isiannya dikirim."""
    halaman = client.post(url, isi, follow=True)
    return halaman.content.decode()


def langkah(kabupaten, tahun):
    return {satu.kunci: satu for satu in langkah_tahun(kabupaten, tahun)}


def test_pratinjau_sama_dengan_salinannya(banyuasin, pohon):
    isi = {
        "kabupaten": banyuasin,
        "dari": 2022,
        "ke": 2023,
        "dengan_uang": True,
    }
    pratinjau = preview_copy(**isi)
    assert banyak(2023) == 0
    assert not AuditEvent.objects.exists()
    hasil = copy_tahun(**isi, by="uji")
    assert [satu.row.kode for satu in pratinjau.baris] == [satu.row.kode for satu in hasil.baris]
    assert [satu.has_rencana for satu in hasil.baris] == [
        False,
        False,
        True,
        False,
    ]
    assert not any(satu.is_berganti for satu in hasil.baris)
    with pytest.raises(Refused, match="sudah berisi 1 program"):
        preview_copy(**isi)


def test_urung_menghapus_semua_yang_disalin(banyuasin, pohon):
    make_indikator(banyuasin)
    copy(banyuasin)
    assert DefinisiTahun.objects.count() == 1
    assert undo(banyuasin, 2023) == 7
    assert (banyak(2023), banyak(2022)) == (0, 6)
    assert not DefinisiTahun.objects.exists()
    assert AuditEvent.objects.filter(action="hapus", note="Salinan diurungkan.").count() == 7
    copy(banyuasin)
    assert undo(banyuasin, 2023) == 7


def ubah_baris(kabupaten, client):
    program = Program.objects.get(tahun=2023)
    url = reverse("kinerja:kegiatan_create")
    isi = {
        "program": program.pk,
        "kode": "2.13.04.2.02",
        "nama": "Baru",
        "di_luar_daftar": "on",
    }
    assert client.post(url, isi).status_code == 302


def record_dpa(kabupaten, client):
    isi = {"jenis": "murni", "nomor": "1", "tanggal": datetime.date(2023, 1, 1)}
    Dpa.objects.create(perangkat_daerah=kabupaten.dinas, tahun=2023, **isi)


def jadwalkan(kabupaten, client):
    rencana = RencanaAksi.objects.get(sub_kegiatan__kegiatan__program__tahun=2023)
    url = reverse("kinerja:rencanaaksi_update", args=[rencana.pk])
    isi = {"sub_kegiatan": rencana.sub_kegiatan_id, "bulan_2": "100"}
    isi["versi"] = audit.fingerprint(rencana)
    assert client.post(url, isi).status_code == 302


@pytest.mark.parametrize(
    ("lanjutan", "pesan"),
    [
        (ubah_baris, "bukan salinan"),
        (jadwalkan, "sudah diubah .* sesudah disalin"),
        (record_dpa, "Pagu 2023 sudah dicatat"),
    ],
)
def test_urung_ditolak_bila_sudah_dibangun(client_for, banyuasin, pohon, lanjutan, pesan):
    copy(banyuasin)
    lanjutan(banyuasin, client_for("operator"))
    semula = banyak(2023)
    with pytest.raises(Refused, match=pesan):
        undo(banyuasin, 2023)
    assert banyak(2023) == semula


def test_urung_ditolak_bila_bukan_salinan_atau_bernaskah(banyuasin, pohon, users):
    with pytest.raises(Refused, match="bukan salinan"):
        undo(banyuasin, 2022)
    with pytest.raises(Refused, match="Isi tahun 2021 bukan salinan"):
        undo(banyuasin, 2021)
    copy(banyuasin)
    ajukan(make_indikator(banyuasin), users["operator"])
    with pytest.raises(Refused, match=r"diajukan.*; salinannya tetap"):
        undo(banyuasin, 2023)


@pytest.fixture
def pejabat_awal(banyuasin):
    """Kepala dinas dan kepala daerah yang menjabat sejak 2020."""
    make_pejabat(banyuasin, is_kepala=True)
    kantor = make_kantor(banyuasin, Perangkat.KEPALA_DAERAH)
    isi = {
        "perangkat_daerah": kantor,
        "is_kepala_daerah": True,
        "is_kepala": True,
        "nip": "",
    }
    make_pejabat(banyuasin, **isi)


@pytest.fixture
def periode_baru(banyuasin):
    return PeriodeRenstra.objects.create(
        perangkat_daerah=banyuasin.dinas,
        nama="Renstra baru",
        tahun_awal=2024,
        tahun_akhir=2029,
    )


def test_draf_naskah(banyuasin, pejabat_awal):
    baru = prepare(banyuasin, 2024)
    assert [type(satu) for satu in baru] == [
        PerjanjianKinerja,
        NaskahKinerja,
        NaskahKinerja,
    ]
    assert prepare(banyuasin, 2024) == []
    Pejabat.objects.filter(is_kepala_daerah=True).update(sampai=datetime.date(2024, 12, 1))
    with pytest.raises(Refused, match="menjabat pada awal 2025 belum dicatat"):
        prepare(banyuasin, 2025)


def test_langkah_dari_kosong_sampai_siap(banyuasin, pohon, periode_baru, pejabat_awal):
    awal = langkah(banyuasin, 2024)
    assert [satu.is_selesai for satu in awal.values()] == [True] + [False] * 8
    assert awal["pohon"].tautan[0].teks == "Salin dari 2022"
    assert awal["indikator"].tautan[0].teks == "Bawa dari periode sebelumnya"
    assert not langkah(banyuasin, 2031)["renstra"].is_selesai
    sasaran = Sasaran.objects.create(periode=periode_baru, nama="Baru")
    indikator = make_indikator(banyuasin, sasaran=sasaran)
    for _ in range(7):
        make_indikator(banyuasin, sasaran=indikator.sasaran)
    copy(banyuasin, 2024, dengan_uang=True)
    tengah = langkah(banyuasin, 2024)
    belum = [kunci for kunci, satu in tengah.items() if not satu.is_selesai]
    assert belum == ["target", "penanggung", "naskah"]
    target = tengah["target"]
    assert len(target.disebut) == 6
    assert target.selebihnya == 2
    prepare(banyuasin, 2024)
    assert langkah(banyuasin, 2024)["naskah"].is_selesai
    make_target(indikator, tahun=2024)
    assert langkah(banyuasin, 2024)["target"].keterangan.startswith("1 dari 8 indikator")


def test_langkah_menyebut_kode_yang_berakhir(banyuasin, pohon):
    terbitkan("2.13.04", "Program lama", tahun_akhir=2021)
    kode = langkah(banyuasin, 2022)["kode"]
    assert kode.keterangan == "1 dari 3 kode tidak berlaku pada 2022."
    assert "Kode 2.13.04 tidak berlaku" in kode.rincian[0].teks


def test_halaman_dari_pratinjau_sampai_urung(client_for, banyuasin, pohon, pejabat_awal):
    client = client_for("operator")
    jalan = reverse("kinerja:buka_tahun")
    penyalin = reverse("kinerja:copy_tahun")
    tahun = {"dari": "2022", "ke": "2023"}
    assert "Salin dari 2022" in buka(client, jalan, tahun="2023")
    lihat = buka(client, penyalin, **tahun)
    assert "1 program, 1 kegiatan, 2 baris sub kegiatan, 1 rencana aksi" in lihat
    sama = buka(client, penyalin, dari="2022", ke="2022")
    assert "Tahun asal dan tahun tujuan sama." in sama
    halaman = send(client, penyalin, **tahun)
    assert "Urungkan salinan" in halaman
    url = reverse("kinerja:undo_copy")
    ditolak = client_for("kepala_bidang").post(url)
    assert ditolak.status_code == 403
    penyiap = reverse("kinerja:buka_tahun_naskah")
    assert "3 draf naskah 2023 disiapkan" in send(client, penyiap, tahun="2023")
    assert "Salinan 2023 diurungkan: 6 baris dihapus." in send(client, url, tahun="2023")
    assert "bukan salinan" in send(client, url, tahun="2023")


def test_halaman_draf_tanpa_pejabat(client_for, banyuasin):
    client = client_for("operator")
    url = reverse("kinerja:buka_tahun_naskah")
    halaman = send(client, url)
    assert "belum dicatat" in halaman
    assert "Membuka tahun 2023" in halaman
