"""Pekerja: satu pemegang, akibat tepat sekali, giliran antar kantor, kabar dan matinya pekerja."""

import datetime
import errno
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from accounts.models import Bidang, User
from core.audit import Refused
from core.models import AuditEvent
from documents.actions import kabar, kerja
from documents.actions.kerja import PERCOBAAN, claim, run, work
from documents.actions.tugas import cancel
from documents.models import StatusTugas, Tugas
from documents.tugas import HasilTugas
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(users):
    return users["operator"]


@pytest.fixture
def isyarat():
    """Isyarat yang dikirim selama uji."""
    antrean = work.get_backend()
    antrean.clear()
    return antrean.results


def mati(tugas):
    """Pekerjanya tidak berkabar lagi."""
    lampau = timezone.now() - datetime.timedelta(seconds=1)
    Tugas.objects.filter(pk=tugas.pk).update(sampai=lampau)


def test_selesai_bersama_akibatnya(minta, operator):
    tugas = minta(operator)
    work.call()
    tugas.refresh_from_db()
    assert (tugas.status, tugas.ringkasan, tugas.nama) == ("selesai", "Tiga baris", "hasil.csv")
    assert Path(tugas.berkas.path).read_bytes() == b"a;b\n"
    assert tugas.finished_at >= tugas.started_at >= tugas.diminta_at
    assert Bidang.objects.get().nama == f"Bidang {tugas.pk}"
    kejadian = AuditEvent.objects.filter(model="documents.Tugas").order_by("nomor")
    assert [satu.action for satu in kejadian] == ["tambah", "ubah"]
    assert {satu.actor for satu in kejadian} == {str(operator)}
    assert kejadian[1].changes["status"] == ["berjalan", "selesai"]


def test_isyarat_tanpa_tugas_tidak_apa_apa(isyarat):
    work.call()
    assert isyarat == []


def test_isyarat_pengganti_selama_masih_ada(minta, operator, isyarat):
    for sidik in "ab":
        minta(operator, sidik)
    work.call()
    assert [satu.kwargs for satu in isyarat if not satu.task.run_after] == [{}]
    work.call()
    assert Tugas.objects.filter(status="selesai").count() == 2
    assert len([satu for satu in isyarat if not satu.task.run_after]) == 1


def test_bergiliran_antar_kantor(minta, operator, merangin):
    """Kantor yang meminta satu tidak menunggu sepuluh permintaan kantor lain."""
    for nomor in range(3):
        minta(operator, f"b{nomor}")
    tetangga = minta(factories.make_user("operator", merangin), "m")
    pertama, kedua, ketiga = claim(), claim(), claim()
    assert pertama.kabupaten == operator.kabupaten
    assert kedua == tetangga
    assert ketiga.kabupaten == operator.kabupaten
    for tugas in (pertama, kedua):
        run(tugas)
    lagi = minta(tetangga.diminta_by, "m2")
    assert claim() == lagi  # Banyuasin masih sedang dikerjakan satu


def test_yang_dipegang_tidak_dipegang_lagi(minta, operator):
    minta(operator)
    assert claim() is not None
    assert claim() is None


def test_pekerja_mati_diganti_dan_yang_lama_tidak_menyimpan(minta, operator, uji):
    """Klaim lama yang ternyata masih hidup tidak mengubah apa pun."""
    minta(operator)
    lama = claim()
    mati(lama)
    baru = claim()
    assert baru.klaim != lama.klaim
    run(lama)
    assert not Bidang.objects.exists()
    run(baru)
    run(lama)
    assert Bidang.objects.count() == 1
    baru.refresh_from_db()
    assert (baru.status, baru.percobaan) == ("selesai", 2)


def test_yang_lepas_tidak_dikatakan_gagal(minta, operator, uji):
    def tolak(tugas, kemajuan):
        mati(tugas)
        claim()
        raise Refused("terlambat")

    tugas = minta(operator)
    uji.saat_menyiapkan = tolak
    work.call()
    tugas.refresh_from_db()
    assert tugas.status == "berjalan"


def test_berulang_mati_menjadi_gagal(minta, operator):
    tugas = minta(operator)
    for _ in range(PERCOBAAN):
        mati(claim())
    work.call()
    tugas.refresh_from_db()
    assert tugas.status == "gagal"
    assert tugas.galat == f"Pekerjanya berhenti {PERCOBAAN} kali di tengah jalan."


@pytest.mark.parametrize(
    ("error", "kalimat"),
    [
        (Refused("Desa X ganda."), "Desa X ganda."),
        (ValueError("rahasia"), kerja.TAK_DIKENAL),
        (OSError(errno.ENOSPC, "rahasia"), kerja.DISK_PENUH),
    ],
)
def test_gagal_menyebut_sebabnya(minta, operator, uji, error, kalimat, caplog):
    def gagal(tugas):
        raise error

    tugas = minta(operator)
    uji.saat_menerapkan = gagal
    work.call()
    tugas.refresh_from_db()
    assert (tugas.status, tugas.galat, tugas.kabar) == ("gagal", kalimat, kalimat)
    assert not Bidang.objects.exists()
    assert ("rahasia" in caplog.text) == (not isinstance(error, Refused))


def test_berkas_yang_batal_tidak_tertinggal(minta, operator, uji, monkeypatch):
    def gagal(*args, **kwargs):
        raise Refused("terkunci")

    tugas = minta(operator)
    monkeypatch.setattr(kerja, "_end", gagal)
    with pytest.raises(Refused):
        work.call()
    assert list(Path(settings.MEDIA_ROOT).glob("tugas/*")) == []
    tugas.refresh_from_db()
    assert tugas.status == "berjalan"


def test_tanpa_berkas_dan_halamannya_sendiri(minta, operator, uji):
    uji.hasil = HasilTugas("Sama semua", halaman="/impor/1/")
    tugas = minta(operator)
    work.call()
    tugas.refresh_from_db()
    assert (tugas.halaman, tugas.nama, tugas.has_berkas) == ("/impor/1/", "", False)


def test_peminta_yang_tidak_berhak_lagi(minta, operator):
    tugas = minta(operator)
    User.objects.filter(pk=operator.pk).update(is_active=False)
    work.call()
    tugas.refresh_from_db()
    assert (tugas.status, tugas.galat) == ("gagal", kerja.TAK_BERHAK)


def test_hak_yang_tidak_dimiliki(minta, operator):
    tugas = minta(operator)
    Tugas.objects.update(hak="accounts.view_user")
    work.call()
    tugas.refresh_from_db()
    assert tugas.galat == kerja.TAK_BERHAK


def test_kabar_terlihat_dan_memperpanjang_pegangan(minta, operator, uji, monkeypatch):
    terlihat = []

    def kabari(tugas, kemajuan):
        kemajuan.lapor(1, 3)  # terlalu dekat dengan mulainya
        terlihat.append(Tugas.objects.get().kabar)
        monkeypatch.setattr(kerja, "JEDA", 0)
        mati(tugas)
        kemajuan.lapor(1200, 3000)
        kini = Tugas.objects.get()
        terlihat.append(kini.kabar)
        assert kini.sampai > timezone.now()

    uji.saat_menyiapkan = kabari
    minta(operator)
    work.call()
    assert terlihat == ["Membaca: berjalan", "Membaca: baris 1.200 dari 3.000"]


def test_dibatalkan_berhenti_pada_kabar_berikutnya(minta, operator, uji, monkeypatch):
    monkeypatch.setattr(kerja, "JEDA", 0)

    def batalkan(tugas, kemajuan):
        cancel(tugas, by=operator)
        kemajuan.lapor(1, 2)
        raise AssertionError("kabarnya diterima")

    uji.saat_menyiapkan = batalkan
    tugas = minta(operator)
    work.call()
    tugas.refresh_from_db()
    assert (tugas.status, tugas.galat) == ("dibatalkan", "")
    assert not Bidang.objects.exists()


def test_dijaga_selama_dipegang(minta, operator, isyarat, uji):
    """Isyarat tertunda menengok klaimnya; berhenti begitu tugasnya selesai."""
    tugas = minta(operator)
    work.call()
    (jaga,) = isyarat
    assert jaga.task.run_after > timezone.now()
    klaim = jaga.kwargs["dijaga"]
    isyarat.clear()
    work.call(dijaga=klaim)
    assert isyarat == []
    Tugas.objects.filter(pk=tugas.pk).update(
        status=StatusTugas.BERJALAN, finished_at=None, sampai=timezone.now() + SEBENTAR
    )
    work.call(dijaga=klaim)
    assert [satu.kwargs for satu in isyarat] == [{"dijaga": klaim}]
    assert uji.disiapkan == [tugas.pk]


SEBENTAR = datetime.timedelta(seconds=9)


def test_antrean_seketika_tidak_dijaga(minta, operator, isyarat, monkeypatch):
    monkeypatch.setattr(type(work.get_backend()), "supports_defer", False)
    minta(operator)
    work.call()
    assert isyarat == []


def test_percobaan_tanpa_hitungan_tidak_menulis_kabar(minta, operator, uji, monkeypatch):
    monkeypatch.setattr(kerja, "JEDA", 0)
    terbaca = []

    def kabari(tugas, kemajuan):
        with kemajuan.percobaan():
            kemajuan.lapor()
            terbaca.append(kabar.read(tugas.klaim))
            kemajuan.lapor(3, 4)
            terbaca.append(kabar.read(tugas.klaim))

    uji.saat_menyiapkan = kabari
    tugas = minta(operator)
    work.call()
    tugas.refresh_from_db()
    assert (tugas.status, terbaca) == ("selesai", [None, (3, 4)])
