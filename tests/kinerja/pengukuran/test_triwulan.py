"""Pengukuran triwulan: yang salah ditolak dengan tempatnya, masa isian, bukti."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.audit import Refused
from documents.actions import open_lock
from documents.models import Pembukaan
from kinerja.models import PengukuranSub, PeriodeIsian, RencanaAksi
from tests.factories import make_indikator
from tests.kinerja.pengukuran.bahan import isian, send, tutup

pytestmark = pytest.mark.django_db


PDF = b"%PDF-1.4\n%%EOF\n"


def test_uang_negatif_ditolak(client_for, sub):
    """Realisasi triwulan boleh negatif hanya sebagai pengembalian yang dijelaskan."""
    halaman = send(client_for("operator"), isian(sub, keuangan="-1"))
    assert "Realisasi negatif hanya untuk pengembalian" in halaman.content.decode()
    sebab = {"penjelasan": "Pengembalian kelebihan bayar ke kas daerah."}
    halaman = send(client_for("operator"), isian(sub, keuangan="-1", **sebab))
    assert halaman.status_code == 302
    assert PengukuranSub.objects.get(sub_kegiatan=sub).keuangan == -1
    halaman = client_for("operator").post(
        reverse("kinerja:subkegiatan_update", args=[sub.pk]),
        {"kegiatan": sub.kegiatan_id, "nama": "x", "pagu": "-5"},
    )
    assert "Pagu tidak boleh negatif." in halaman.content.decode()


def test_terjadwal_tanpa_hasil_minta_penjelasan(client_for, sub):
    RencanaAksi.objects.create(sub_kegiatan=sub, bulan_3=60, bulan_4=40)
    halaman = send(client_for("operator"), isian(sub))
    assert "Triwulan I dijadwalkan 60 % tetapi tidak ada realisasinya" in halaman.content.decode()
    assert (
        send(client_for("operator"), isian(sub, penjelasan="Menunggu juknis.")).status_code == 302
    )
    assert send(client_for("operator"), isian(sub, triwulan=3)).status_code == 302


def test_bukti_ikut_tersimpan(client_for, sub):
    data = isian(sub, kinerja="1", keuangan="Rp 500") | {
        "bukti": [SimpleUploadedFile("a.pdf", PDF)]
    }
    assert send(client_for("operator"), data).status_code == 302
    ukur = PengukuranSub.objects.get()
    assert ukur.bukti.get().nama == "a.pdf"
    halaman = client_for("operator").get(ukur.get_absolute_url()).content.decode()
    assert "50,00" in halaman
    assert "Simpangan fisik terhadap keuangan: 50,00 poin; hasil mendahului uang" in halaman


def test_triwulan_tertutup(client_for, sub, banyuasin):
    kemarin = timezone.localdate() - datetime.timedelta(days=1)
    PeriodeIsian.objects.create(
        kabupaten=banyuasin,
        tahun=sub.tahun,
        triwulan=1,
        mulai=datetime.date(2023, 1, 1),
        sampai=kemarin,
    )
    halaman = send(client_for("operator"), isian(sub, kinerja="1"))
    assert "Isian Triwulan I 2023 sudah ditutup" in halaman.content.decode()
    assert not PengukuranSub.objects.exists()
    assert send(client_for("operator"), isian(sub, kinerja="1", triwulan=2)).status_code == 302


def test_triwulan_belum_dibuka(banyuasin):
    besok = timezone.localdate() + datetime.timedelta(days=1)
    periode = PeriodeIsian(kabupaten=banyuasin, tahun=2023, triwulan=1, mulai=besok, sampai=besok)
    assert "belum dibuka; mulai" in periode.sebab(timezone.localdate())
    assert periode.sebab(besok) == ""


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
    assert send(client_for("operator"), isian(sub, kinerja="1")).status_code == 302
    Pembukaan.objects.filter(pk=pembukaan.pk).update(ditutup_at=timezone.now())
    ukur = PengukuranSub.objects.get()
    halaman = client_for("operator").post(
        reverse("kinerja:pengukuransub_delete", args=[ukur.pk]), follow=True
    )
    assert "sudah ditutup" in halaman.content.decode()
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
