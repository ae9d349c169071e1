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
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    NaskahKinerja,
    PeriodeRenstra,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
    Tujuan,
)
from kinerja.perencanaan.actions import (
    carry_indicators,
    copy_year,
    draft_papers,
    preview_copy,
    undo_copy,
)
from kinerja.perencanaan.reports import langkah_tahun
from tests.factories import make_indikator, make_pejabat, make_sub, make_target
from tests.factories.kantor import make_kantor
from tests.kinerja.definisi.bahan import ajukan

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


def langkah(kabupaten, tahun):
    return {satu.kunci: satu for satu in langkah_tahun(kabupaten, tahun)}


def test_pratinjau_sama_dengan_salinannya(banyuasin, pohon):
    isi = {"kabupaten": banyuasin, "dari": 2022, "ke": 2023, "dengan_uang": True}
    pratinjau = preview_copy(**isi)
    assert banyak(2023) == 0
    assert not AuditEvent.objects.exists()
    hasil = copy_year(**isi, by="uji")
    assert [satu.row.kode for satu in pratinjau.baris] == [satu.row.kode for satu in hasil.baris]
    assert [satu.has_rencana for satu in hasil.baris] == [False, False, True, False]
    assert not any(satu.is_berganti for satu in hasil.baris)
    with pytest.raises(Refused, match="sudah berisi 1 program"):
        preview_copy(**isi)


def test_urung_menghapus_semua_yang_disalin(banyuasin, pohon):
    make_indikator(banyuasin)
    copy_year(kabupaten=banyuasin, dari=2022, ke=2023, by="uji")
    assert DefinisiTahun.objects.count() == 1
    assert undo_copy(kabupaten=banyuasin, tahun=2023, by="uji") == 7
    assert (banyak(2023), banyak(2022)) == (0, 6)
    assert not DefinisiTahun.objects.exists()
    assert AuditEvent.objects.filter(action="hapus", note="Salinan diurungkan.").count() == 7
    copy_year(kabupaten=banyuasin, dari=2022, ke=2023, by="uji")
    assert undo_copy(kabupaten=banyuasin, tahun=2023, by="uji") == 7


def ubah_baris(kabupaten, client):
    program = Program.objects.get(tahun=2023)
    url = reverse("kinerja:kegiatan_create")
    isi = {"program": program.pk, "kode": "2.13.04.2.02", "nama": "Baru", "di_luar_daftar": "on"}
    assert client.post(url, isi).status_code == 302


def catat_dpa(kabupaten, client):
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
        (catat_dpa, "Pagu 2023 sudah dicatat"),
    ],
)
def test_urung_ditolak_bila_sudah_dibangun(client_for, banyuasin, pohon, lanjutan, pesan):
    copy_year(kabupaten=banyuasin, dari=2022, ke=2023, by="uji")
    lanjutan(banyuasin, client_for("operator"))
    semula = banyak(2023)
    with pytest.raises(Refused, match=pesan):
        undo_copy(kabupaten=banyuasin, tahun=2023, by="uji")
    assert banyak(2023) == semula


def test_urung_ditolak_bila_bukan_salinan_atau_bernaskah(banyuasin, pohon, users):
    with pytest.raises(Refused, match="bukan salinan"):
        undo_copy(kabupaten=banyuasin, tahun=2022, by="uji")
    with pytest.raises(Refused, match="Isi tahun 2021 bukan salinan"):
        undo_copy(kabupaten=banyuasin, tahun=2021, by="uji")
    copy_year(kabupaten=banyuasin, dari=2022, ke=2023, by="uji")
    ajukan(make_indikator(banyuasin), users["operator"])
    with pytest.raises(Refused, match=r"diajukan.*; salinannya tetap"):
        undo_copy(kabupaten=banyuasin, tahun=2023, by="uji")


@pytest.fixture
def pejabat_awal(banyuasin):
    """Kepala dinas dan kepala daerah yang menjabat sejak 2020."""
    make_pejabat(banyuasin, is_kepala=True)
    kantor = make_kantor(banyuasin, Perangkat.KEPALA_DAERAH)
    isi = {"perangkat_daerah": kantor, "is_kepala_daerah": True, "is_kepala": True, "nip": ""}
    make_pejabat(banyuasin, **isi)


@pytest.fixture
def periode_baru(banyuasin):
    return PeriodeRenstra.objects.create(
        perangkat_daerah=banyuasin.dinas, nama="Renstra baru", tahun_awal=2024, tahun_akhir=2029
    )


def test_indikator_dibawa_ke_periode_baru(banyuasin, periode_baru):
    satu = make_indikator(banyuasin, satuan="Desa", desimal=0, rumus_pembilang="a")
    tujuan = Tujuan.objects.create(periode=satu.sasaran.periode, nama="Tujuan uji")
    Sasaran.objects.filter(pk=satu.sasaran_id).update(tujuan=tujuan)
    satu.refresh_from_db()
    dua = make_indikator(banyuasin, sasaran=satu.sasaran)
    lain = make_indikator(banyuasin, sasaran=Sasaran.objects.create(
        periode=satu.sasaran.periode, tujuan=tujuan, nomor=7, nama="Sasaran lain"
    ))  # fmt: skip
    make_target(satu)
    with pytest.raises(Refused, match="Pilih paling sedikit satu"):
        carry_indicators(periode=periode_baru, indikator=[], by="uji")
    baru = carry_indicators(periode=periode_baru, indikator=[satu, dua, lain], by="uji")
    assert [(i.nomor, i.satuan, i.sasaran.nomor) for i in baru] == [
        (1, "Desa", 1), (2, "%", 1), (1, "%", 2),
    ]  # fmt: skip
    assert not baru[0].differs(satu)
    assert Tujuan.objects.get(periode=periode_baru).nama == "Tujuan uji"
    assert not baru[0].target_set.exists()
    assert not Indikator.objects.absent_from(periode_baru).exists()
    asal = "Dibawa dari Renstra 2018–2023."
    assert AuditEvent.objects.filter(note=asal).count() == 6


def test_halaman_bawa_indikator(client_for, banyuasin, periode_baru):
    satu = make_indikator(banyuasin)
    client = client_for("operator")
    url = reverse("kinerja:perioderenstra_ambil", args=[periode_baru.pk])
    assert satu.nama in client.get(url).content.decode()
    assert "Pilih paling sedikit satu" in client.post(url).content.decode()
    page = client.post(url, {"indikator": [satu.pk]}, follow=True).content.decode()
    assert "1 indikator dibawa" in page
    assert "belum dibawa" in client.get(url).content.decode()


def test_draf_naskah(banyuasin, pejabat_awal):
    baru = draft_papers(kabupaten=banyuasin, tahun=2024, by="uji")
    assert [type(satu) for satu in baru] == [PerjanjianKinerja, NaskahKinerja, NaskahKinerja]
    assert draft_papers(kabupaten=banyuasin, tahun=2024, by="uji") == []
    Pejabat.objects.filter(is_kepala_daerah=True).update(sampai=datetime.date(2024, 12, 1))
    with pytest.raises(Refused, match="menjabat pada awal 2025 belum dicatat"):
        draft_papers(kabupaten=banyuasin, tahun=2025, by="uji")


def test_langkah_dari_kosong_sampai_siap(banyuasin, pohon, periode_baru, pejabat_awal):
    awal = langkah(banyuasin, 2024)
    assert [satu.is_selesai for satu in awal.values()] == [True] + [False] * 8
    assert awal["pohon"].tautan[0].teks == "Salin dari 2022"
    assert awal["indikator"].tautan[0].teks == "Bawa dari periode sebelumnya"
    assert not langkah(banyuasin, 2031)["renstra"].is_selesai
    indikator = make_indikator(banyuasin, sasaran=Sasaran.objects.create(
        periode=periode_baru, nama="Baru"
    ))  # fmt: skip
    for _ in range(7):
        make_indikator(banyuasin, sasaran=indikator.sasaran)
    copy_year(kabupaten=banyuasin, dari=2022, ke=2024, by="uji", dengan_uang=True)
    tengah = langkah(banyuasin, 2024)
    belum = [kunci for kunci, satu in tengah.items() if not satu.is_selesai]
    assert belum == ["target", "penanggung", "naskah"]
    assert (len(tengah["target"].disebut), tengah["target"].selebihnya) == (6, 2)
    draft_papers(kabupaten=banyuasin, tahun=2024, by="uji")
    assert langkah(banyuasin, 2024)["naskah"].is_selesai
    make_target(indikator, tahun=2024)
    assert langkah(banyuasin, 2024)["target"].keterangan.startswith("1 dari 8 indikator")


def test_halaman_dari_pratinjau_sampai_urung(client_for, banyuasin, pohon, pejabat_awal):
    client = client_for("operator")
    jalan, salin = reverse("kinerja:buka_tahun"), reverse("kinerja:salin_tahun")
    assert "Salin dari 2022" in client.get(jalan, {"tahun": "2023"}).content.decode()
    lihat = client.get(salin, {"dari": "2022", "ke": "2023"}).content.decode()
    assert "1 program, 1 kegiatan, 2 baris sub kegiatan, 1 rencana aksi" in lihat
    assert "sama" in client.get(salin, {"dari": "2022", "ke": "2022"}).content.decode()
    page = client.post(salin, {"dari": "2022", "ke": "2023"}, follow=True).content.decode()
    assert "Urungkan salinan" in page
    urung = reverse("kinerja:salin_urung", args=[2023])
    assert client_for("kepala_bidang").post(urung).status_code == 403
    siap = client.post(reverse("kinerja:buka_tahun_naskah", args=[2023]), follow=True)
    assert "3 draf naskah 2023 disiapkan" in siap.content.decode()
    page = client.post(urung, follow=True).content.decode()
    assert "Salinan 2023 diurungkan: 6 baris dihapus." in page
    assert "bukan salinan" in client.post(urung, follow=True).content.decode()


def test_halaman_draf_tanpa_pejabat(client_for, banyuasin):
    client = client_for("operator")
    page = client.post(reverse("kinerja:buka_tahun_naskah", args=[2023]), follow=True)
    assert "belum dicatat" in page.content.decode()
    assert page.context["dibuka"] == 2023
