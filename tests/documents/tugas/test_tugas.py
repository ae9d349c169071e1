"""Meminta, membatalkan, mengulang, membuang; dan kata-kata pada halamannya."""

import datetime
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.audit import Refused
from core.models import AuditEvent
from documents import tugas as jenis
from documents.actions import tugas as tindakan
from documents.actions.kerja import work
from documents.actions.tugas import cancel, prune, retry
from documents.models import StatusTugas, Tugas
from documents.tugas import Fase, JenisTugas, register_tugas
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(users):
    return users["operator"]


def test_tombol_dua_kali_satu_tugas(minta, operator, django_capture_on_commit_callbacks):
    antrean = work.get_backend()
    antrean.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert minta(operator) == minta(operator)
    assert Tugas.objects.count() == 1
    assert len(antrean.results) == 1


def test_kembar_ditolak_basis_data(minta, operator):
    kembar = minta(operator)
    kembar.pk, kembar._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        kembar.save()


def test_kantor_lain_tugasnya_sendiri(minta, operator, merangin):
    lain = factories.make_user("operator", merangin)
    assert minta(operator) != minta(lain)
    assert list(Tugas.objects.visible_to(lain)) == [minta(lain)]


def test_antrean_penuh(minta, operator, monkeypatch):
    monkeypatch.setattr(tindakan, "TERBANYAK", 1)
    minta(operator, "a")
    with pytest.raises(Refused, match="tunggu sebagian selesai"):
        minta(operator, "b")


def test_subjek_dan_isian_tersimpan(operator, uji):
    bidang = factories.make_bidang(operator.kabupaten)
    tugas = tindakan.start(
        jenis="uji", judul="x" * 300, hak="h", sidik="s", by=operator, subjek=bidang,
        isian={"tahun": 2024}, halaman="/x/",
    )  # fmt: skip
    tugas.refresh_from_db()
    assert (tugas.subject(), tugas.isian, len(tugas.judul)) == (bidang, {"tahun": 2024}, 200)


def test_batal_tercatat_dan_tidak_dikerjakan(minta, operator, uji):
    tugas = minta(operator)
    cancel(tugas, by=operator)
    work.call()
    assert uji.disiapkan == []
    kejadian = AuditEvent.objects.first()
    assert (kejadian.note, kejadian.changes["status"]) == (
        "Dibatalkan.",
        ["menunggu", "dibatalkan"],
    )
    with pytest.raises(Refused, match="sudah dibatalkan"):
        cancel(tugas, by=operator)


def test_yang_sedang_menyimpan_tidak_dibatalkan(minta, operator, uji):
    def batalkan(tugas):
        with pytest.raises(Refused, match="sedang disimpan"):
            cancel(tugas, by=operator)

    uji.saat_menerapkan = batalkan
    tugas = minta(operator)
    work.call()
    tugas.refresh_from_db()
    assert tugas.status == "selesai"


def test_ulang_dari_awal(minta, operator, uji):
    tugas = minta(operator)
    cancel(tugas, by=operator)
    retry(tugas, by=operator)
    assert AuditEvent.objects.first().note == "Diulang."
    work.call()
    tugas.refresh_from_db()
    assert (tugas.status, tugas.percobaan) == ("selesai", 1)
    with pytest.raises(Refused, match="selesai; tidak perlu diulang"):
        retry(tugas, by=operator)


def test_ulang_yang_sudah_diminta_lagi(minta, operator):
    tugas = minta(operator)
    cancel(tugas, by=operator)
    minta(operator)
    with pytest.raises(Refused, match="sudah menunggu atau berjalan"):
        retry(tugas, by=operator)


def test_yang_lama_dibuang_beserta_hasilnya(minta, operator, capsys):
    lama, baru = minta(operator, "a"), minta(operator, "b")
    for _ in range(2):
        work.call()
    lalu = timezone.now() - datetime.timedelta(days=31)
    Tugas.objects.filter(pk=lama.pk).update(finished_at=lalu)
    folder = Path(settings.MEDIA_ROOT) / "tugas"
    for path in (*folder.iterdir(), folder / "yatim"):
        path.touch()
        os.utime(path, (0, lalu.timestamp()))
    (folder / "sedang-ditulis").touch()
    call_command("prune_tugas")
    assert capsys.readouterr().out == "1 tugas dihapus.\n"
    assert list(Tugas.objects.all()) == [baru]
    baru.refresh_from_db()
    tersisa = {Path(baru.berkas.name).name, "sedang-ditulis"}
    assert {path.name for path in folder.iterdir()} == tersisa
    assert AuditEvent.objects.get(action="hapus").actor == "perintah prune_tugas"


def test_tidak_ada_yang_dibuang(minta, operator):
    minta(operator)
    assert prune(hari=0, by="uji") == 0


@pytest.mark.parametrize(
    ("maju", "dari", "tulisan"),
    [(None, None, ""), (12, None, "halaman 12"), (12, 25, "halaman 12 dari 25")],
)
def test_hitungan_fase(maju, dari, tulisan):
    assert Fase("Menata", "halaman").hitungan(maju, dari) == tulisan


def test_tahap_menurut_keadaan(minta, operator):
    tugas = minta(operator)
    assert [satu.keadaan for satu in tugas.tahap] == ["", ""]
    assert tugas.kabar == ""
    tugas.status, tugas.maju = StatusTugas.BERJALAN, 3
    assert [(satu.keadaan, satu.hitungan) for satu in tugas.tahap] == [
        ("kini", "baris 3"),
        ("", ""),
    ]
    tugas.fase = 1
    assert [satu.keadaan for satu in tugas.tahap] == ["sudah", "kini"]
    assert tugas.is_saving
    tugas.fase = 7
    assert tugas.kabar == ""
    tugas.status = StatusTugas.SELESAI
    assert [satu.keadaan for satu in tugas.tahap] == ["sudah", "sudah"]


def test_jenis_yang_sudah_tiada_tetap_tampil(minta, operator, monkeypatch):
    tugas = minta(operator)
    monkeypatch.delitem(jenis._TUGAS, "uji")
    work.call()
    tugas.refresh_from_db()
    assert tugas.status == "gagal"
    assert [satu.nama for satu in tugas.tahap] == ["Menyimpan hasil"]


def test_pendaftaran(monkeypatch):
    monkeypatch.setattr(jenis, "_TUGAS", {})
    satu = JenisTugas((), lambda *isi: None, lambda *isi: None)
    register_tugas("satu", satu)
    assert jenis.jenis_tugas("satu") is satu
