"""Pengukuran triwulan, periode isian dan target: yang salah ditolak dengan tempatnya."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from core.audit import Refused
from core.models import AuditEvent
from documents.actions import open_lock
from documents.models import Pembukaan
from kinerja.models import (
    PengukuranSub,
    PeriodeIsian,
    PerubahanTarget,
    Realisasi,
    RencanaAksi,
    SkalaKualitatif,
    SubKegiatan,
    Target,
    TingkatKualitatif,
)
from kinerja.models.rencana import KOLOM_BULAN
from kinerja.pengukuran.actions import tulisan_target
from tests.factories import (
    make_indikator,
    make_lkjip,
    make_rencana,
    make_sasaran,
    make_sub,
    make_target,
)

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def sub(banyuasin):
    return make_sub(banyuasin)


def isian_bulan(sub, *persen):
    kosong = dict.fromkeys(KOLOM_BULAN, "")
    return (
        {"sub_kegiatan": sub.pk, "aksi": "1. Rapat"}
        | kosong
        | dict(zip(KOLOM_BULAN, map(str, persen), strict=False))
    )


@pytest.mark.parametrize(
    ("persen", "pesan"),
    [
        ((8,) * 11 + (11,), "Jumlah kedua belas bulan 99 %, harus 100 % (kurang 1)."),
        ((8,) * 11 + (13,), "Jumlah kedua belas bulan 101 %, harus 100 % (lebih 1)."),
        ((101,), "Paling besar 100 persen."),
        (("12,5",), "bukan bilangan bulat"),
        ((-5, 105), "Pastikan nilai ini lebih besar dari atau sama dengan 0."),
    ],
)
def test_jadwal_salah_ditolak_isian_tetap(client_for, sub, persen, pesan):
    page = client_for("operator").post(
        reverse("kinerja:rencanaaksi_create"), isian_bulan(sub, *persen)
    )
    assert pesan in page.content.decode()
    assert f'value="{persen[0]}"' in page.content.decode()
    assert not RencanaAksi.objects.exists()


@pytest.mark.parametrize("persen", [(8,) * 11 + (12,), ()])
def test_jadwal_seratus_atau_kosong(client_for, sub, persen):
    assert (
        client_for("operator")
        .post(reverse("kinerja:rencanaaksi_create"), isian_bulan(sub, *persen))
        .status_code
        == 302
    )
    assert AuditEvent.objects.get(action="tambah", model="kinerja.RencanaAksi")


@pytest.mark.parametrize("bulan", [{"bulan_1": 99}, {"bulan_1": 60, "bulan_2": 41}, {"bulan_1": 0}])
def test_basis_data_menolak_jadwal_cacat(sub, bulan):
    with pytest.raises(IntegrityError), transaction.atomic():
        RencanaAksi.objects.create(sub_kegiatan=sub, **bulan)


def isian(sub, **kolom):
    return {
        "sub_kegiatan": sub.pk,
        "triwulan": 1,
        "kinerja": "",
        "keuangan": "",
        "penjelasan": "",
    } | kolom


def kirim(client, data):
    return client.post(reverse("kinerja:pengukuransub_create"), data)


def test_uang_negatif_ditolak(client_for, sub):
    page = kirim(client_for("operator"), isian(sub, keuangan="-1"))
    assert "Keuangan tidak boleh negatif." in page.content.decode()
    page = client_for("operator").post(
        reverse("kinerja:subkegiatan_update", args=[sub.pk]),
        {"kegiatan": sub.kegiatan_id, "nama": "x", "pagu": "-5"},
    )
    assert "Pagu tidak boleh negatif." in page.content.decode()


def test_terjadwal_tanpa_hasil_minta_penjelasan(client_for, sub):
    RencanaAksi.objects.create(sub_kegiatan=sub, bulan_3=60, bulan_4=40)
    page = kirim(client_for("operator"), isian(sub))
    assert "Triwulan I dijadwalkan 60 % tetapi tidak ada realisasinya" in page.content.decode()
    assert (
        kirim(client_for("operator"), isian(sub, penjelasan="Menunggu juknis.")).status_code == 302
    )
    assert kirim(client_for("operator"), isian(sub, triwulan=3)).status_code == 302


def test_bukti_ikut_tersimpan(client_for, sub):
    data = isian(sub, kinerja="1", keuangan="Rp 500") | {
        "bukti": [SimpleUploadedFile("a.pdf", PDF)]
    }
    assert kirim(client_for("operator"), data).status_code == 302
    ukur = PengukuranSub.objects.get()
    assert ukur.bukti.get().nama == "a.pdf"
    page = client_for("operator").get(ukur.get_absolute_url()).content.decode()
    assert "50,00" in page
    assert "Simpangan fisik terhadap keuangan: 50,00 poin; hasil mendahului uang" in page


def test_triwulan_tertutup(client_for, sub, banyuasin):
    kemarin = timezone.localdate() - datetime.timedelta(days=1)
    PeriodeIsian.objects.create(
        kabupaten=banyuasin,
        tahun=sub.tahun,
        triwulan=1,
        mulai=datetime.date(2023, 1, 1),
        sampai=kemarin,
    )
    page = kirim(client_for("operator"), isian(sub, kinerja="1"))
    assert "Isian Triwulan I 2023 sudah ditutup" in page.content.decode()
    assert not PengukuranSub.objects.exists()
    assert kirim(client_for("operator"), isian(sub, kinerja="1", triwulan=2)).status_code == 302


def test_triwulan_belum_dibuka(banyuasin):
    besok = timezone.localdate() + datetime.timedelta(days=1)
    periode = PeriodeIsian(kabupaten=banyuasin, tahun=2023, triwulan=1, mulai=besok, sampai=besok)
    assert "belum dibuka; mulai" in periode.reason(timezone.localdate())
    assert periode.reason(besok) == ""


def test_sub_kegiatan_kabupaten_lain_ditolak(client_for, merangin):
    asing = make_sub(merangin)
    page = client_for("operator").post(
        reverse("kinerja:subkegiatan_create"),
        {"kegiatan": asing.kegiatan_id, "nama": "x", "nomor": 2},
    )
    assert "kegiatan" in page.context["form"].errors
    assert AuditEvent.objects.filter(
        action="ditolak", note__startswith="memilih baris kabupaten lain"
    ).exists()
    assert SubKegiatan.objects.count() == 1


def test_baris_indikator_tambahan(client_for, sub):
    url = reverse("kinerja:subkegiatan_create")
    data = {
        "kegiatan": sub.kegiatan_id,
        "induk": sub.pk,
        "nomor": 2,
        "nama": "Lain",
        "indikator": "Kedua",
    }
    assert (
        "harus sama dengan baris utamanya"
        in client_for("operator").post(url, data).content.decode()
    )
    assert client_for("operator").post(url, data | {"nama": sub.nama}).status_code == 302
    assert SubKegiatan.objects.utama().count() == 1
    assert SubKegiatan.objects.count() == 2


@pytest.fixture
def target(banyuasin):
    return make_target(make_indikator(banyuasin, sasaran=make_sasaran(banyuasin)), "90")


def isian_target(client, target, **kolom):
    form = client.get(reverse("kinerja:target_update", args=[target.pk])).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    return client.post(reverse("kinerja:target_update", args=[target.pk]), data | kolom)


def test_target_berganti_menyimpan_yang_lama(client_for, target):
    client = client_for("operator")
    assert (
        "Target semula 90,00 %; tulis alasan"
        in isian_target(client, target, nilai="95").content.decode()
    )
    assert isian_target(client, target, nilai="95", alasan="Perubahan RPJMD").status_code == 302
    row = PerubahanTarget.objects.get()
    assert (row.lama, row.baru, row.alasan) == ("90,00 %", "95,00 %", "Perubahan RPJMD")
    assert "Perubahan RPJMD" in client.get(target.get_absolute_url()).content.decode()
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        PerubahanTarget.objects.update(alasan="lain")


def test_target_tanpa_perubahan_tidak_mencatat(client_for, target):
    assert isian_target(client_for("operator"), target, tercetak="90").status_code == 302
    assert not PerubahanTarget.objects.exists()


def test_masa_bulan_dan_ketunggalannya(client_for, target):
    client, url = client_for("operator"), reverse("kinerja:target_create")
    data = {"indikator": target.indikator_id, "tahun": 2023, "masa": "1-3", "nilai": "10"}
    assert client.post(url, data).status_code == 302
    maret = Target.objects.get(bulan=3)
    assert (maret.triwulan, maret.masa) == (1, "Maret")
    assert (
        "Target indikator ini untuk masa itu sudah ada." in client.post(url, data).content.decode()
    )
    assert "pilihan yang tersedia" in client.post(url, data | {"masa": "9-9"}).content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.create(indikator=target.indikator, tahun=2022, triwulan=2, bulan=1)


def test_indikator_kualitatif(client_for, target):
    skala, lain = (
        SkalaKualitatif.objects.create(kode=k, nama=k, regulasi="uji") for k in ("opini", "lain")
    )
    wtp = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="WTP")
    asing = TingkatKualitatif.objects.create(skala=lain, urutan=1, nama="AA")
    client = client_for("operator")
    assert (
        "diukur dengan angka"
        in isian_target(client, target, tingkat=wtp.pk, alasan="x").content.decode()
    )
    target.indikator.skala_kualitatif = skala
    target.indikator.save()
    assert (
        "Pilih sebutan dari skala opini"
        in isian_target(client, target, nilai="", alasan="x").content.decode()
    )
    assert (
        "Sebutan ini dari skala lain"
        in isian_target(client, target, tingkat=asing.pk, alasan="x").content.decode()
    )
    assert (
        isian_target(client, target, nilai="", tingkat=wtp.pk, alasan="Skala baru").status_code
        == 302
    )
    target.refresh_from_db()
    assert tulisan_target(target) == "WTP"


def test_tulisan_target(target):
    target.nilai, target.tercetak = None, "25 %"
    assert tulisan_target(target) == "25 %"
    target.tercetak = ""
    assert tulisan_target(target) == "belum ada"


def test_pembuat_baris_uji(banyuasin):
    make_target(make_indikator(banyuasin))
    assert make_rencana(banyuasin).tahun == 2030


def pesan(page):
    return " ".join(str(m) for m in page.context["messages"])


def test_realisasi_bulanan_digabung_dan_capaiannya_langsung_terlihat(client_for, banyuasin):
    indikator = make_indikator(
        banyuasin, satuan="Desa", desimal=0, agregasi="jumlah", batas_atas=120
    )
    make_target(indikator, "10")
    make_target(indikator, "4", triwulan=1)
    client, url = client_for("operator"), reverse("kinerja:realisasi_create")
    isi = {"indikator": indikator.pk, "tahun": 2023, "tercetak": ""}
    page = client.post(url, isi | {"masa": "1-0", "nilai": "3"}, follow=True)
    assert "Tersimpan: 3 Desa. Capaian 75,00 % (makin tinggi makin baik)." in pesan(page)
    page = client.post(url, isi | {"masa": "2-5", "nilai": "9"}, follow=True)
    assert "Capaian belum dapat dihitung (makin tinggi makin baik)." in pesan(page)
    halaman = client.get(indikator.get_absolute_url() + "?tahun=2023").content.decode()
    assert "isian Triwulan I–Mei, dijumlahkan" in halaman
    assert "paling tinggi 120,00 %" not in halaman  # 12 dari 10 tepat 120
    client.post(url, isi | {"masa": "3-0", "nilai": "1"})
    halaman = client.get(indikator.get_absolute_url()).content.decode()
    assert "Capaian dibatasi paling tinggi 120,00 %; tanpa batas 130,00 %." in " ".join(
        halaman.split()
    )
    page = client.post(url, isi | {"masa": "0-0", "nilai": "8"}, follow=True)
    assert "Capaian 80,00 %" in pesan(page)


def test_arah_turun_disebut(client_for, banyuasin):
    target = make_target(make_indikator(banyuasin, arah="turun"), "10")
    page = client_for("operator").post(
        reverse("kinerja:realisasi_create"),
        {"indikator": target.indikator_id, "tahun": 2023, "masa": "0-0", "nilai": "8"},
        follow=True,
    )
    assert "Capaian 120,00 % (makin rendah makin baik)." in pesan(page)


def test_opini_tercapai_atau_tidak_dapat_dihitung(client_for, banyuasin):
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    wtp, wdp = (
        TingkatKualitatif.objects.create(skala=skala, urutan=n, nama=k)
        for n, k in ((1, "WTP"), (2, "WDP"))
    )
    indikator = make_indikator(banyuasin, skala_kualitatif=skala)
    target = Target.objects.create(indikator=indikator, tahun=2023, tingkat=wtp)
    isi = {"indikator": indikator.pk, "tahun": 2023, "masa": "0-0", "tingkat": wdp.pk}
    page = client_for("operator").post(reverse("kinerja:realisasi_create"), isi, follow=True)
    assert "Tersimpan: WDP. Capaian belum dapat dihitung" in pesan(page)
    Target.objects.filter(pk=target.pk).update(tingkat=wdp)
    halaman = client_for("operator").get(indikator.get_absolute_url()).content.decode()
    assert "100,00 %" in halaman
    assert "WDP" in halaman


def tutup(kabupaten, triwulan=1):
    kemarin = timezone.localdate() - datetime.timedelta(days=1)
    return PeriodeIsian.objects.create(
        kabupaten=kabupaten,
        tahun=2023,
        triwulan=triwulan,
        mulai=datetime.date(2023, 1, 1),
        sampai=kemarin,
    )


def test_triwulan_tertutup_dibuka_kepala_dinas_untuk_sementara(client_for, sub, banyuasin, users):
    tutup(banyuasin)
    buka = {
        "kabupaten": banyuasin,
        "tahun": 2023,
        "alasan": "Koreksi SPJ",
        "by": users["kepala_dinas"],
    }
    besok = timezone.now() + datetime.timedelta(days=1)
    with pytest.raises(Refused, match="tidak terkunci"):
        open_lock(lingkup="pengukuran-2", sampai=besok, **buka)
    pembukaan = open_lock(lingkup="pengukuran-1", sampai=besok, **buka)
    assert kirim(client_for("operator"), isian(sub, kinerja="1")).status_code == 302
    Pembukaan.objects.filter(pk=pembukaan.pk).update(ditutup_at=timezone.now())
    ukur = PengukuranSub.objects.get()
    page = client_for("operator").post(
        reverse("kinerja:pengukuransub_delete", args=[ukur.pk]), follow=True
    )
    assert "sudah ditutup" in page.content.decode()
    assert PengukuranSub.objects.exists()


def test_realisasi_indikator_ikut_masa_isian(client_for, banyuasin):
    tutup(banyuasin)
    indikator = make_indikator(banyuasin)
    isi = {"indikator": indikator.pk, "tahun": 2023, "nilai": "3"}
    url = reverse("kinerja:realisasi_create")
    assert (
        "sudah ditutup" in client_for("operator").post(url, isi | {"masa": "1-2"}).content.decode()
    )
    assert client_for("operator").post(url, isi | {"masa": "0-0"}).status_code == 302
    assert client_for("operator").post(url, isi | {"masa": "2-0"}).status_code == 302


def test_sebutan_ikut_ke_lkjip_dan_dasbor(client_for, banyuasin):
    """IKU kualitatif tercetak dengan sebutannya, dan tidak menggagalkan grafik."""
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    wtp = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="WTP")
    indikator = make_indikator(banyuasin, jenis="iku", nama="Opini BPK", skala_kualitatif=skala)
    for model in (Target, Realisasi):
        model.objects.create(indikator=indikator, tahun=2023, tingkat=wtp)
    lkjip = make_lkjip(banyuasin)
    assert not [k for k in lkjip.reading().missing if "Opini BPK" in k]
    (sasaran,) = lkjip.reading().isi.setahun["iku"]
    assert sasaran.baris[0].target.cetak == "WTP"
    assert "WTP" in client_for("operator").get(reverse("kinerja:dasbor")).content.decode()
    assert (
        client_for("operator").get(reverse("kinerja:lkjip_preview", args=[lkjip.pk])).status_code
        == 200
    )
