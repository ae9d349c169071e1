"""Draf poin Indeks Desa: verifikasi, pembatalan, tahun terkunci, halamannya."""

from decimal import Decimal

import pytest
from django.urls import reverse

from core import keutuhan
from core.audit import Refused
from core.models import AuditEvent
from idm.actions.dimensi import batalkan_poin, store_poin, verifikasi_poin, verifikasi_poin_semua
from idm.grids import PoinGrid
from idm.models import IndeksDesa, PoinDimensi
from idm.models.berlaku import potret
from idm.reports.dampak_draf import dampak_draf
from idm.reports.draf import draf_poin
from tests.idm.bahan import client_tahun
from tests.idm.draf.bahan import kunci
from villages.models import Desa

pytestmark = pytest.mark.django_db


def test_poin_draf_verifikasi_dan_pembatalan(kabupaten, desa, poin, operator, bidang):
    (draf,) = draf_poin(kabupaten, 2025)
    assert (draf.nilai, draf.status, draf.berlaku) == (Decimal(100), "MANDIRI", None)
    assert not IndeksDesa.objects.exists()
    row = verifikasi_poin(desa=desa, tahun=2025, by=bidang)
    assert (row.skor, row.status, row.semula) == (Decimal(100), "MANDIRI", {})
    with pytest.raises(Refused, match="sudah berlaku"):
        verifikasi_poin(desa=desa, tahun=2025, by=bidang)
    assert draf_poin(kabupaten, 2025) == []

    store_poin(desa=desa, tahun=2025, poin={poin[0]: Decimal(0)}, by=operator)
    (draf,) = draf_poin(kabupaten, 2025)
    assert (draf.kini, draf.nilai < 100) == (Decimal(100), True)
    (dampak,) = dampak_draf(kabupaten, 2025)
    assert (dampak.indeks, dampak.status[0].kini, dampak.status[0].draf) == ("Indeks Desa", 1, 0)
    pertama = potret(IndeksDesa.objects.get())
    assert verifikasi_poin_semua(kabupaten=kabupaten, tahun=2025, by=bidang) == (1, [])
    assert IndeksDesa.objects.get().skor == draf.nilai
    with pytest.raises(Refused, match="Catatan wajib"):
        batalkan_poin(desa=desa, tahun=2025, catatan=" ", by=bidang)
    batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang)
    assert potret(IndeksDesa.objects.get()) == pertama
    batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang)
    assert not IndeksDesa.objects.exists()
    with pytest.raises(Refused, match="Tidak ada verifikasi"):
        batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang)
    assert PoinDimensi.objects.filter(desa=desa).count() == len(poin)
    kejadian = AuditEvent.objects.filter(model="idm.IndeksDesa").order_by("nomor")
    assert list(kejadian.values_list("action", flat=True)) == ["tambah", "ubah", "ubah", "hapus"]
    assert kejadian[1].changes["skor"] == kejadian[2].changes["skor"][::-1]
    assert list(keutuhan.verify_chains()) == []


def test_poin_yang_belum_lengkap_dan_tahun_terkunci(kabupaten, desa, poin, operator, bidang):
    lain = Desa.objects.desa().filter(kecamatan=desa.kecamatan).exclude(pk=desa.pk).first()
    store_poin(desa=lain, tahun=2025, poin={poin[0]: Decimal(1)}, by=operator)
    banyak, alasan = verifikasi_poin_semua(kabupaten=kabupaten, tahun=2025, by=bidang)
    assert (banyak, alasan) == (1, [f"{lain}: {len(poin) - 1} dimensi belum diisi."])
    assert verifikasi_poin_semua(kabupaten=kabupaten, tahun=2025, by=bidang)[0] == 0
    with pytest.raises(Refused, match="Belum ada instrumen"):
        verifikasi_poin(desa=desa, tahun=2019, by=bidang)
    with pytest.raises(Refused, match="Paling tinggi"):
        store_poin(
            desa=desa, tahun=2025, poin={poin[0]: Decimal(poin[0].maksimum + 1)}, by=operator
        )
    store_poin(desa=desa, tahun=2025, poin={poin[0]: Decimal(0)}, by=operator)
    kunci(kabupaten, 2025)
    langkah = (
        lambda: store_poin(desa=desa, tahun=2025, poin={poin[0]: Decimal(2)}, by=operator),
        lambda: verifikasi_poin(desa=desa, tahun=2025, by=bidang),
        lambda: batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang),
    )
    for satu_langkah in langkah:
        with pytest.raises(Refused, match="terkunci"):
            satu_langkah()
    assert IndeksDesa.objects.get().skor == 100


def test_poin_lewat_halaman(kabupaten, desa, poin, operator, bidang):
    client = client_tahun(bidang, 2025)
    halaman = client.get(reverse("idm:isian_daftar")).content.decode()
    assert "1 draf belum berlaku" in halaman
    assert reverse("idm:poin_verifikasi", args=[desa.pk]) in halaman
    assert client.get(reverse("idm:poin_verifikasi", args=[desa.pk])).status_code == 302
    halaman = client.post(
        reverse("idm:poin_verifikasi", args=[desa.pk]), follow=True
    ).content.decode()
    assert "diverifikasi dan berlaku" in halaman
    assert reverse("idm:poin_kembalikan", args=[desa.pk]) in halaman
    assert "100,00" in client.get(reverse("idm:profil", args=[desa.pk])).content.decode()
    alamat = reverse("idm:poin_kembalikan", args=[desa.pk])
    assert "Catatan wajib" in client.post(alamat, {"catatan": ""}, follow=True).content.decode()
    halaman = client.post(alamat, {"catatan": "Periksa"}, follow=True).content.decode()
    assert "angka sebelumnya berlaku kembali" in halaman
    assert not IndeksDesa.objects.exists()
    halaman = client.post(reverse("idm:isian_verifikasi_semua"), follow=True).content.decode()
    assert "1 isian diverifikasi" in halaman
    pengisi = client_tahun(operator, 2025)
    assert "Batalkan verifikasi" not in pengisi.get(reverse("idm:isian_daftar")).content.decode()
    baris = {r.kunci: r for r in PoinGrid(operator, 2025).rows()}[str(desa.pk)]
    assert baris.isi["berlaku"] == "100,00 Mandiri"
