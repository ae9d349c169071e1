"""Reviu sebelum dan sesudah tanda tangan, naskah Inspektorat, dan kantor yang salah."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import PerangkatDaerah
from core.audit import Refused
from core.daerah import Perangkat
from core.models import AuditEvent
from documents.actions import Denied, advance
from documents.models import Kunci, TandaTangan
from documents.workflow import INSPEKTORAT, Langkah, Status
from kinerja.models import Lkjip
from kinerja.naskah.lkjip.pendaftaran import workflow_lkjip
from tests import factories

pytestmark = pytest.mark.django_db
SANDI = factories.SANDI


@pytest.fixture
def inspektur(users, banyuasin):
    user = users["inspektur"]
    user.pejabat = factories.make_pejabat(
        banyuasin, nama="Inspektur Uji", jabatan="Inspektur", perangkat_daerah=user.perangkat_daerah
    )
    user.save()
    return user


@pytest.fixture
def disetujui(lkjip, users, kepala, pdf, daftarkan):
    """LKjIP berisi uji, beralur sesuai setelan dinasnya, sudah disetujui."""
    daftarkan(workflow=workflow_lkjip)
    advance(lkjip, langkah="submit", by=users["operator"])
    return advance(lkjip, langkah="approve", by=users["kepala_bidang"])


def reviewed(lkjip, users):
    return advance(lkjip, langkah="review", by=users["inspektorat"], note="Sesuai.")


def signed(lkjip, kepala):
    return advance(lkjip, langkah="sign", by=kepala, password=SANDI)


def without_review(is_lkjip_direviu=False):
    PerangkatDaerah.objects.filter(jenis="dinas_pmd").update(is_lkjip_direviu=is_lkjip_direviu)


def fresh(lkjip):
    return Lkjip.objects.get(pk=lkjip.pk)


def test_direviu_lalu_ditandatangani(disetujui, users, kepala):
    with pytest.raises(Refused, match="tidak tersedia"):
        signed(disetujui, kepala)
    assert disetujui in Lkjip.objects.waiting_for(users["inspektorat"])
    reviu = reviewed(disetujui, users)
    assert (reviu.status, reviu.is_signed) == (Status.DIREVIU, False)
    assert not Kunci.objects.exists()
    assert Lkjip.objects.waiting_for(users["inspektorat"]) == []
    assert reviu in Lkjip.objects.waiting_for(kepala)
    sah = signed(reviu, kepala)
    assert (sah.status, sah.is_signed) == (Status.DITANDATANGANI, True)
    assert sah.langkah_bagi(users["inspektorat"]) == []
    assert Kunci.objects.get().pengesahan == sah.pengesahan


def test_pereviu_mengembalikan_dengan_catatan(disetujui, users):
    kembali = advance(disetujui, langkah="return", by=users["inspektorat"], note="Tabel 3.1 salah.")
    assert (kembali.status, kembali.approved_by) == (Status.DRAFT, None)
    assert "Tabel 3.1 salah." in kembali.catatan


def test_pengembalian_menghapus_reviu(disetujui, users, kepala):
    kembali = advance(reviewed(disetujui, users), langkah="return", by=kepala, note="Tunda.")
    assert (kembali.status, kembali.reviewed_by, kembali.reviewed_at) == (Status.DRAFT, None, None)


def test_urutan_lama_tetap_sah_dan_dapat_direviu(disetujui, users, kepala):
    """Ditandatangani sebelum reviu berlaku; reviunya menyusul dan tanda tangannya tetap."""
    without_review()
    sah = signed(fresh(disetujui), kepala)
    assert sah.status == Status.DITANDATANGANI
    assert fresh(sah).langkah_bagi(users["inspektorat"]) == []
    without_review(is_lkjip_direviu=True)
    assert fresh(sah).langkah_bagi(users["inspektorat"]) == [Langkah.REVIEW]
    akhir = reviewed(fresh(sah), users)
    assert (akhir.status, akhir.is_signed, akhir.pengesahan) == (
        Status.DIREVIU,
        True,
        sah.pengesahan,
    )
    assert fresh(akhir).langkah_bagi(kepala) == []
    assert [status.value for status in akhir.workflow.stages()][-2:] == [
        "ditandatangani",
        "direviu",
    ]
    with pytest.raises(Refused, match="tidak tersedia"):
        signed(akhir, kepala)


def test_setelan_yang_dimatikan_tidak_menahan_yang_sudah_direviu(disetujui, users, kepala):
    reviu = reviewed(disetujui, users)
    without_review()
    assert signed(fresh(reviu), kepala).status == Status.DITANDATANGANI


def test_kendala_reviu_dan_tanda_tangan(disetujui, users, kepala):
    sah = signed(reviewed(disetujui, users), kepala)
    for ubah in (
        {"status": "disetujui"},
        {"pengesahan": None},
        {"status": "direviu", "reviewed_by": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lkjip.objects.filter(pk=sah.pk).update(**ubah)


def test_halaman_mengikuti_alurnya(disetujui, client_for):
    halaman = client_for("inspektorat").get(disetujui.get_absolute_url()).content.decode()
    assert halaman.index("<b>Telah direviu</b>") < halaman.index("<b>Ditandatangani</b>")
    url = reverse("kinerja:lkjip_advance", args=[disetujui.pk, "review"])
    assert (
        "Selanjutnya menunggu tanda tangan." in client_for("inspektorat").get(url).content.decode()
    )


def test_naskah_inspektorat(lkjip, users, inspektur, pdf, daftarkan):
    """Satu registrasi: kop Inspektorat, diajukan pereviu, ditandatangani Inspektur."""
    daftarkan(
        workflow=lambda naskah: INSPEKTORAT,
        perangkat=lambda naskah: naskah.kabupaten.perangkat(Perangkat.INSPEKTORAT),
    )
    assert lkjip.perangkat == inspektur.perangkat_daerah
    with pytest.raises(Denied, match="tidak berhak"):
        advance(lkjip, langkah="submit", by=users["operator"])
    diajukan = advance(lkjip, langkah="submit", by=users["inspektorat"])
    assert diajukan in Lkjip.objects.waiting_for(inspektur)
    sah = advance(diajukan, langkah="sign", by=inspektur, password=SANDI)
    assert (sah.status, sah.pengesahan.penanda_tangan) == (Status.DITANDATANGANI, "Inspektur Uji")


def test_dinas_lalu_inspektorat(lkjip, users, kepala, inspektur, pdf, daftarkan):
    """Dua perangkat daerah bergiliran; kop naskah tetap milik dinas."""
    daftarkan(signers=lambda naskah: [kepala.pejabat, inspektur.pejabat])
    advance(lkjip, langkah="submit", by=users["operator"])
    setuju = advance(lkjip, langkah="approve", by=users["kepala_bidang"])
    with pytest.raises(Denied, match="Sekarang giliran"):
        advance(setuju, langkah="sign", by=inspektur, password=SANDI)
    satu = advance(setuju, langkah="sign", by=kepala, password=SANDI)
    assert satu.status == Status.DISETUJUI
    dua = advance(satu, langkah="sign", by=inspektur, password=SANDI)
    assert (dua.status, dua.perangkat) == (Status.DITANDATANGANI, kepala.perangkat_daerah)
    kantor = TandaTangan.objects.of(dua.snapshot).values_list(
        "pejabat__perangkat_daerah__jenis", flat=True
    )
    assert list(kantor) == ["dinas_pmd", "inspektorat"]


@pytest.mark.parametrize("langkah", ["submit", "approve", "sign"])
def test_kantor_yang_salah_ditolak_dan_dicatat(lkjip, users, kepala, pdf, isi, banyuasin, langkah):
    """Perannya benar, tetapi akunnya di perangkat daerah lain."""
    pelaku = {"submit": users["operator"], "approve": users["kepala_bidang"], "sign": kepala}
    for earlier, by in pelaku.items():
        if earlier == langkah:
            break
        lkjip = advance(lkjip, langkah=earlier, by=by)
    user = pelaku[langkah]
    user.perangkat_daerah = factories.make_kantor(banyuasin, Perangkat.BAPPEDA)
    assert Langkah(langkah) not in lkjip.langkah_bagi(user)
    with pytest.raises(Denied, match="perangkat daerah lain"):
        advance(lkjip, langkah=langkah, by=user, password=SANDI)
    assert AuditEvent.objects.get(action="ditolak").note.startswith(
        f"{langkah}: Langkah ini milik perangkat daerah lain"
    )


def test_akun_tanpa_kantor_tidak_melangkah(lkjip, users, isi):
    operator = users["operator"]
    operator.perangkat_daerah = None
    assert lkjip.langkah_bagi(operator) == []
    with pytest.raises(Denied, match="perangkat daerah lain"):
        advance(lkjip, langkah="submit", by=operator)


def test_bukan_kabupatennya_tidak_menunggu(lkjip, merangin, isi):
    assert Lkjip.objects.waiting_for(factories.make_user("operator", merangin)) == []
