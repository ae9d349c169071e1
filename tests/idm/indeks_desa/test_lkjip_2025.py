"""Rekap 2025: impor, penetapan, LKjIP 2025, sampai perencana."""

import pytest
from django.urls import reverse

from accounts.models import User
from documents import render
from documents.actions import advance
from documents.kepala import PERAGAAN
from documents.printing import print_html
from idm.actions.peragaan import create_peragaan
from idm.models import IndeksDesa, PenetapanIdm, TerbitanIndeks
from idm.reports.ukuran import is_peragaan
from idm.scoring import Status
from kinerja.models import Indikator, PeriodeRenstra
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.perencanaan.actions import carry_indikator
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.idm.bahan import client_tahun
from tests.idm.impor_indeks.bahan import apply, rekap_kantor, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def rekap(kabupaten):
    """Rekap kantor satu kecamatan; impornya mengganti peragaannya, yang lain sudah terbitan."""
    create_peragaan(kabupaten=kabupaten, tahun=2025, by="uji")
    semua = IndeksDesa.objects.filter(tahun=2025)
    diimpor = semua.filter(desa__kecamatan__kode="16.07.01")
    semua.exclude(pk__in=diimpor).update(is_contoh=False, sumber="terbitan", jawaban="")
    baris = []
    for row in diimpor.select_related("desa"):
        poin = map(float, row.poin.split(";"))
        baris.append((row.desa.kode, row.desa.nama, *poin, float(row.skor), row.status))
    return rekap_kantor(*baris)


def setujui(penetapan, monkeypatch):
    monkeypatch.setattr(render, "typeset", lambda *isi: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)
    for langkah, nama in (("submit", "operator"), ("approve", "kepala.bidang")):
        naskah = PenetapanIdm.objects.get(pk=penetapan.pk)
        advance(naskah, langkah=langkah, by=User.objects.get(username=nama))
    kepala = User.objects.get(username="kepala.dinas")
    naskah = PenetapanIdm.objects.get(pk=penetapan.pk)
    advance(naskah, langkah="sign", by=kepala, password="desa-membangun-2023")


def test_dari_impor_sampai_perencana(kabupaten, operator, rekap, monkeypatch):
    client = client_tahun(operator, 2025)
    impor = upload(client, rekap)
    assert impor.kesalahan == []
    apply(client, impor)
    rows = IndeksDesa.objects.filter(tahun=2025)
    assert set(rows.values_list("is_contoh", "sumber")) == {(False, "terbitan")}
    assert TerbitanIndeks.objects.count() == impor.banyak_ubahan > 5
    assert not is_peragaan(kabupaten, 2025)
    penetapan = PenetapanIdm.objects.create(
        kabupaten=kabupaten, tahun=2025, nomor="BA/1", tanggal="2025-12-29"
    )
    setujui(penetapan, monkeypatch)
    assert "Penetapan Indeks Desa" in IndeksDesa.lock_for("16.07", 2025)
    periode = PeriodeRenstra.objects.create(
        perangkat_daerah=kabupaten.dinas, nama="Renstra baru", tahun_awal=2024, tahun_akhir=2029
    )
    lama = Indikator.objects.filter(
        sumber="idm.berkembang", sasaran__periode__perangkat_daerah=kabupaten.dinas
    )
    (iku,) = carry_indikator(periode=periode, indikator=lama[:1], by="uji")
    berkembang = rows.filter(status=Status.BERKEMBANG.value).count()
    ukuran = TahunKinerja(kabupaten, 2025).pengukuran.ukur(iku)
    assert ukuran.hasil.nilai == berkembang
    create_lkjip(kabupaten=kabupaten, tahun=2025, by="uji")
    lkjip = kabupaten.lkjip_set.get(tahun=2025)
    html = print_html(lkjip)
    assert f"status {rows.count()} desa" in html
    assert "Indeks Desa 2025" in html
    assert PERAGAAN not in html
    halaman = client.get(reverse("idm:perencana")).content.decode()
    assert "Indeks terbitan tanpa skor tidak dapat" in halaman  # rekapnya tanpa aspek
