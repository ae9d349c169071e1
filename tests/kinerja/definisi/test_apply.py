"""Definisi baru diterapkan per tahun, dibatalkan, dan ditahan naskah atau kuncinya."""

import pytest
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from documents.workflow import Status
from kinerja.definisi import actions
from kinerja.definisi.actions import open_tahun, take_over, undo_take_over
from kinerja.models import DefinisiTahun, Lkjip, NaskahKinerja
from tests.factories import make_lkjip, make_user
from tests.kinerja.definisi.bahan import (
    BARU,
    LAMA,
    ajukan,
    ajukan_lkjip,
    apply,
    isian,
    ubah,
    ukur,
)

pytestmark = pytest.mark.django_db


def test_diterapkan_lalu_dibatalkan(client_for, indikator):
    client = client_for("operator")
    url = ubah(client, indikator).url
    jawaban = apply(client, url, alasan="Permendagri baru")
    assert jawaban.status_code == 302
    assert (ukur(indikator, 2022), ukur(indikator, 2023)) == (LAMA, BARU)
    kejadian = AuditEvent.objects.order_by("-nomor").first()
    assert kejadian.note == "Permendagri baru"
    assert kejadian.changes["satuan"] == ["%", "‰"]
    row = DefinisiTahun.objects.get(tahun=2023)
    batal = reverse("kinerja:definisi_batalkan", args=[row.pk])
    assert batal in client.get(indikator.get_absolute_url()).content.decode()
    client.post(batal)
    assert ukur(indikator, 2023) == LAMA
    isi = client.post(batal, follow=True).content.decode()
    assert "Tidak ada penerapan definisi 2023 yang dapat dibatalkan." in isi


def test_penerapan_perlu_tahun_dan_alasan(client_for, indikator, operator):
    client = client_for("operator")
    url = ubah(client, indikator).url
    isi = client.post(url, {"alasan": " "}).content.decode()
    assert "Pilih sekurangnya satu tahun." in isi
    assert "Tulis alasannya" in isi
    with pytest.raises(Refused, match="Tulis alasannya"):
        take_over(indikator=indikator, tahun=[2023], by=operator, alasan=" ")
    with pytest.raises(Refused, match="definisinya berbeda"):
        take_over(indikator=indikator, tahun=[2030], by=operator, alasan="a")


def test_definisi_yang_berganti_sejak_halamannya_dibuka_ditolak(client_for, indikator):
    """Dua tab: yang diterapkan hanya definisi yang akibatnya terlihat."""
    client = client_for("operator")
    url = ubah(client, indikator).url
    lama = {"tahun": ["2023"], "alasan": "a", "versi": client.get(url).context["versi"]}
    isian(client, indikator, satuan="desa", faktor="1", arah="naik")
    isi = client.post(url, lama).content.decode()
    assert "Definisinya berganti sejak halaman ini dibuka." in isi
    assert ukur(indikator, 2023) == LAMA
    tanpa = client.post(url, {"tahun": ["2023"], "alasan": "a"}).content.decode()
    assert "Periksa lagi akibatnya" in tanpa
    assert apply(client, url).status_code == 302
    assert ukur(indikator, 2023)[0] == "desa"


def test_kini_satu_kolom_saja(client_for, indikator):
    """Tahun tengah yang sudah mengikuti definisi kini tidak disebut kini dua kali."""
    client = client_for("operator")
    url = ubah(client, indikator).url
    apply(client, url, tahun="2022")
    kolom = client.get(url).context["banding"].kolom
    assert kolom == ("2018–2021", "2022", "2023", "kini")


@pytest.mark.parametrize("status", ["diajukan", "disetujui"])
def test_naskah_yang_diajukan_menahan(client_for, indikator, operator, status):
    ajukan(indikator, operator, status)
    client = client_for("operator")
    url = ubah(client, indikator).url
    isi = client.get(url).content.decode()
    assert "definisi 2023 tetap; kembalikan dahulu sebagai draf." in isi
    assert "Buka naskahnya" in isi
    assert apply(client, url).status_code == 200
    with pytest.raises(Refused, match="Indikator Kinerja Utama 2023"):
        take_over(indikator=indikator, tahun=[2022, 2023], by=operator, alasan="a")
    assert (ukur(indikator, 2022), ukur(indikator, 2023)) == (LAMA, LAMA)


def test_lkjip_tahun_lain_yang_sedang_diperiksa_menahan(client_for, indikator, operator):
    """LKjIP mencetak semua tahun periodenya, jadi yang disetujui harus tetap yang diperiksa."""
    url = ubah(client_for("operator"), indikator).url
    lkjip = ajukan_lkjip(operator, 2023)
    isi = client_for("operator").get(url).content.decode()
    kalimat = f"{lkjip} sudah diajukan dan mencetak angka 2022, maka definisi 2022 tetap"
    assert kalimat in isi
    with pytest.raises(Refused, match="kembalikan dahulu sebagai draf"):
        take_over(indikator=indikator, tahun=[2022], by=operator, alasan="a")
    Lkjip.objects.update(status=Status.DRAFT, snapshot=None, submitted_at=None, submitted_by=None)
    assert take_over(indikator=indikator, tahun=[2022], by=operator, alasan="a") == 1


@pytest.mark.parametrize(("tahun", "is_tertahan"), [(2022, True), (2023, False)])
def test_lkjip_sah_menahan_tahun_sebelumnya(indikator, operator, monkeypatch, tahun, is_tertahan):
    """Yang sah mencetak tahun sebelumnya menurut definisinya; tahun sesudahnya bebas."""
    ajukan_lkjip(operator, 2022 if tahun == 2023 else 2023)
    monkeypatch.setattr(Lkjip, "is_signed", True)
    assert (actions.holder(indikator, tahun) is not None) == is_tertahan


def test_naskah_yang_sedang_diganti_tidak_menahan(client_for, indikator, operator):
    lama = ajukan(indikator, operator)
    NaskahKinerja.objects.create(
        kabupaten=operator.kabupaten, jenis="iku", tahun=2023, menggantikan=lama
    )
    ubah(client_for("operator"), indikator)
    indikator.refresh_from_db()
    assert take_over(indikator=indikator, tahun=[2023], by=operator, alasan="a") == 1


def test_tahun_yang_sudah_mengikuti_tidak_dihitung_lagi(client_for, indikator, operator):
    ubah(client_for("operator"), indikator)
    assert take_over(indikator=indikator, tahun=[2022], by=operator, alasan="a") == 1
    assert take_over(indikator=indikator, tahun=[2022, 2023], by=operator, alasan="a") == 1


@pytest.mark.parametrize("is_lkjip", [False, True])
def test_naskah_sah_menyebut_jalan_keluarnya(indikator, operator, is_lkjip):
    """LKjIP yang sah tidak berpengganti; naskah lain diganti dahulu."""
    naskah = make_lkjip(operator.kabupaten) if is_lkjip else ajukan(indikator, operator)
    naskah.pengesahan_id = 1
    kalimat = actions._kalimat(naskah, 2023)
    assert kalimat.endswith("tetap." if is_lkjip else "buat dahulu penggantinya.")


def test_pembatalan_juga_tertahan(client_for, indikator, operator):
    url = ubah(client_for("operator"), indikator).url
    apply(client_for("operator"), url)
    ajukan(indikator, operator)
    with pytest.raises(Refused, match="definisi 2023 tetap"):
        undo_take_over(definisi=DefinisiTahun.objects.get(tahun=2023), by=operator)
    assert ukur(indikator, 2023) == BARU


def test_kantor_lain_tidak_melihat_dan_tidak_mengubah(client, client_for, indikator, merangin):
    url = ubah(client_for("operator"), indikator).url
    apply(client_for("operator"), url)
    row = DefinisiTahun.objects.get(tahun=2023)
    client.force_login(make_user("operator", merangin, username="lain"))
    assert client.get(url).status_code == 404
    assert client.get(row.get_absolute_url()).status_code == 404
    assert client.post(reverse("kinerja:definisi_batalkan", args=[row.pk])).status_code == 404
    assert not DefinisiTahun.objects.visible_to(merangin.user_set.get()).exists()
    assert ukur(indikator, 2023) == BARU


def test_halaman_indikator_menyandingkan_definisinya(client_for, indikator):
    client = client_for("operator")
    assert "Sama pada semua tahun." in client.get(indikator.get_absolute_url()).content.decode()
    ubah(client, indikator)
    isi = client.get(indikator.get_absolute_url()).content.decode()
    assert "Terapkan definisi baru" in isi
    assert "2018–2023" in isi and "Kini" in isi
    assert "setahun" in isi


def test_tahun_terkunci_menyimpan_definisinya_dan_menolak_yang_baru(
    client_for, indikator, operator, monkeypatch
):
    def lock_for(kabupaten, tahun):
        return "Data tahun 2023 terkunci oleh LKjIP." if tahun == 2023 else ""

    monkeypatch.setattr(DefinisiTahun, "lock_for", staticmethod(lock_for))
    url = ubah(client_for("operator"), indikator).url
    assert ukur(indikator, 2023) == LAMA
    assert DefinisiTahun.objects.get(tahun=2023).sebab_lock()
    assert "Data tahun 2023 terkunci oleh" in client_for("operator").get(url).content.decode()
    indikator.refresh_from_db()
    with pytest.raises(Refused, match="Data tahun 2023 terkunci oleh"):
        take_over(indikator=indikator, tahun=[2023], by=operator, alasan="a")


def test_tahun_yang_sudah_dibuka_tidak_dibuka_lagi(indikator, operator):
    kabupaten = operator.kabupaten
    assert open_tahun(kabupaten=kabupaten, tahun=2023, by=operator) == 1
    banyak = AuditEvent.objects.count()
    assert open_tahun(kabupaten=kabupaten, tahun=2023, by=operator) == 0
    assert AuditEvent.objects.count() == banyak
