"""Draf di samping yang berlaku: tiada hitungan berubah sampai diverifikasi."""

import json
from datetime import timedelta
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.forms.models import model_to_dict
from django.urls import reverse
from django.utils import timezone

from core import door, keutuhan
from core.audit import Refused
from core.grid import Ubahan
from core.models import AuditEvent
from documents.actions.kunci import close_lock, open_lock
from idm.actions.hitung import recompute
from idm.actions.isian import ganti_draf, jawab, kembalikan, verifikasi, verifikasi_semua
from idm.grids import IsianGrid
from idm.models import IdmDesa, IndeksDesa, IsianIdm, TerbitanIdm
from idm.models.berlaku import potret
from idm.reports import status_tahun
from idm.reports.draf import draf_isian, draf_poin
from idm.scoring import Status
from tests.factories import make_penetapan
from tests.idm.bahan import client_tahun, jawab_terbaik, terbaik
from tests.idm.draf.bahan import kunci, terbaca
from villages.models import Desa

pytestmark = pytest.mark.django_db


def test_kuesioner_tidak_mengubah_yang_berlaku(kabupaten, desa, instrumen, operator, bidang):
    sebelum, row = terbaca(kabupaten, 2023), potret(IdmDesa.objects.get(desa=desa, tahun=2023))
    assert list(sebelum[0].values()) == [6, 77, 200, 5, 0]
    assert sebelum[2]
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    assert terbaca(kabupaten, 2023) == sebelum
    assert potret(IdmDesa.objects.get(desa=desa, tahun=2023)) == row

    verifikasi(isian=satu, by=bidang)
    assert list(status_tahun(kabupaten, 2023).counts.values()) == [7, 77, 199, 5, 0]
    baru = IdmDesa.objects.get(desa=desa, tahun=2023)
    assert (baru.idm, baru.status, baru.sumber) == (Decimal(1), "MANDIRI", "skor")
    assert baru.asal == f"Draf diverifikasi {bidang}"
    assert TerbitanIdm.objects.get(desa=desa, tahun=2023).idm == Decimal(row["idm"])

    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert potret(IdmDesa.objects.get(desa=desa, tahun=2023)) == row
    assert not TerbitanIdm.objects.filter(desa=desa).exists()
    assert terbaca(kabupaten, 2023) == sebelum
    assert IsianIdm.objects.get(desa=desa, tahun=2023).skor == terbaik(instrumen)
    assert list(keutuhan.verify_chains()) == []


def test_tahun_yang_belum_ada_angkanya(desa, instrumen, operator, bidang, kabupaten):
    """Draf tanpa angka berlaku tidak dihitung; pembatalan menghapus buatan verifikasinya."""
    satu = jawab_terbaik(desa, 2022, instrumen, operator)
    assert not IdmDesa.objects.filter(tahun=2022).exists()
    verifikasi(isian=satu, by=bidang)
    assert IdmDesa.objects.get(tahun=2022).semula == {}
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert not IdmDesa.objects.filter(tahun=2022).exists()
    kejadian = AuditEvent.objects.filter(model="idm.IdmDesa", action="hapus").get()
    assert kejadian.note == "Periksa"


def test_kisi_menulis_draf(desa, instrumen, operator, kabupaten):
    sebelum = terbaca(kabupaten, 2024)
    grid = IsianGrid(operator, 2024, {"kecamatan": str(desa.kecamatan_id)})
    baris = {r.kode: r for r in grid.rows()}[desa.kode]
    lama = str(baris.isi["s2"])
    grid.write([Ubahan(baris.kunci, "s2", lama, "0" if lama == "5" else "5")])
    isi = {r.kode: r for r in grid.rows()}[desa.kode].isi
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert terbaca(kabupaten, 2024) == sebelum
    assert isi["idm"] != row.idm
    assert isi["berlaku"].endswith(row.get_status_display())


def test_draf_yang_sama_bukan_draf(desa, instrumen, operator, kabupaten):
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    ganti_draf(desa=desa, tahun=2024, instrumen=instrumen, skor=row.skor, by=operator, note="uji")
    assert draf_isian(kabupaten, 2024) == []
    ganti_draf(
        desa=desa, tahun=2024, instrumen=instrumen, skor="-" + row.skor[1:], by=operator, note="uji"
    )
    assert draf_isian(kabupaten, 2024) == []  # belum lengkap


def test_yang_terverifikasi_hanya_berubah_lewat_pembatalan(
    desa, instrumen, operator, bidang, kabupaten
):
    satu = jawab_terbaik(desa, 2024, instrumen, operator)
    assert instrumen.indikatoridm_set.exists()
    verifikasi(isian=satu, by=bidang)
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    for langkah in (door.delete, door.save):
        with pytest.raises(Refused, match="batalkan verifikasinya"):
            langkah(row, by=operator)
    client = client_tahun(operator, 2024)
    assert "batalkan verifikasinya" in client.get(row.get_absolute_url()).content.decode()
    with pytest.raises(Refused, match="sudah diverifikasi"):
        ganti_draf(
            desa=desa,
            tahun=2024,
            instrumen=instrumen,
            skor=terbaik(instrumen),
            by=operator,
            note="uji",
        )
    IdmDesa.objects.filter(pk=row.pk).update(idm="0.5")
    assert (
        recompute(kabupaten=kabupaten, tahun=2024, by="uji") == 1
    )  # hitung ulang memperbaiki, bukan mengganti
    assert IdmDesa.objects.get(pk=row.pk).idm == Decimal(1)


def test_verifikasi_lama_tetap_berlaku_ketika_dikembalikan(desa, instrumen, operator, bidang):
    """Diverifikasi sebelum yang digantikannya dicatat: tiada yang dipulihkan, angkanya tetap."""
    satu = jawab_terbaik(desa, 2024, instrumen, operator)
    verifikasi(isian=satu, by=bidang)
    IdmDesa.objects.filter(desa=desa, tahun=2024).update(semula=None)
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert IdmDesa.objects.get(desa=desa, tahun=2024).idm == Decimal(1)


def test_tahun_yang_ditetapkan_menolak_semua(kabupaten, desa, instrumen, operator, bidang):
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    lain = Desa.objects.desa().filter(kecamatan=desa.kecamatan).exclude(pk=desa.pk).first()
    terverifikasi = verifikasi(isian=jawab_terbaik(lain, 2023, instrumen, operator), by=bidang)
    kunci(kabupaten, 2023)
    langkah = (
        lambda: jawab(isian=satu, jawaban={2: 0}, by=operator),
        lambda: ganti_draf(
            desa=desa, tahun=2023, instrumen=instrumen, skor="5" * 50, by=operator, note=""
        ),
        lambda: verifikasi(isian=satu, by=bidang),
        lambda: kembalikan(isian=terverifikasi, catatan="Periksa", by=bidang),
    )
    sebelum = terbaca(kabupaten, 2023)
    for satu_langkah in langkah:
        with pytest.raises(Refused, match="terkunci"):
            satu_langkah()
    banyak, alasan = verifikasi_semua(kabupaten=kabupaten, tahun=2023, by=bidang)
    assert banyak == 0
    assert "terkunci" in alasan[0]
    assert terbaca(kabupaten, 2023) == sebelum


def test_penetapan_dibuka_lalu_yang_digantikan_kembali_persis(
    kabupaten, desa, instrumen, operator, bidang
):
    """Pembukaan mengurungkan kunci penetapannya; verifikasinya lalu urung sampai angka terakhir."""
    sebelum = terbaca(kabupaten, 2023)
    row = potret(IdmDesa.objects.get(desa=desa, tahun=2023))
    satu = verifikasi(isian=jawab_terbaik(desa, 2023, instrumen, operator), by=bidang)
    ditetapkan = terbaca(kabupaten, 2023)
    assert ditetapkan != sebelum
    kunci(kabupaten, 2023)
    with pytest.raises(Refused, match="terkunci"):
        kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert terbaca(kabupaten, 2023) == ditetapkan
    isian = {"kabupaten": kabupaten, "tahun": 2023, "lingkup": "idm", "alasan": "Angka keliru"}
    besok = timezone.now() + timedelta(days=1)
    pembukaan = open_lock(**isian, sampai=besok, by=bidang)
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert potret(IdmDesa.objects.get(desa=desa, tahun=2023)) == row
    assert terbaca(kabupaten, 2023) == sebelum
    close_lock(pembukaan=pembukaan, by=bidang)
    satu.refresh_from_db()
    with pytest.raises(Refused, match="terkunci"):
        verifikasi(isian=satu, by=bidang)
    assert terbaca(kabupaten, 2023) == sebelum


def test_isian_terbitan_menyebut_sumbernya(desa, operator):
    """Formulir hanya menerima indeks terbitan dengan sumbernya, bukan yang dihitung dari skor."""
    client = client_tahun(operator, 2024)
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert row.skor
    data = {
        k: v
        for k, v in model_to_dict(row).items()
        if k in ("desa", "tahun", "instrumen", "iks", "ike", "ikl")
    }
    halaman = client.post(
        reverse("idm:idmdesa_update", args=[row.pk]), data | {"asal": "Kepmendesa"}
    )
    assert "dihitung dari skor" in halaman.content.decode()
    lama = IdmDesa.objects.get(desa=desa, tahun=2023)
    alamat = reverse("idm:idmdesa_update", args=[lama.pk])
    form = {b.html_name: b.value() or "" for b in client.get(alamat).context["form"]}
    assert client.post(alamat, form | {"asal": ""}).status_code == 200
    assert client.post(alamat, form | {"asal": "Kepmendesa 1/2024"}).status_code == 302
    lama.refresh_from_db()
    assert lama.dasar == "indeks terbitan Kemendesa (Kepmendesa 1/2024)"
    assert lama.berlaku_at is not None
    assert Status(lama.status) is Status.BERKEMBANG


def test_penetapan_menunggu_draf_dan_disebut_pada_desanya(kabupaten, desa, instrumen, operator):
    jawab_terbaik(desa, 2024, instrumen, operator)
    naskah = make_penetapan(kabupaten, 2022)
    kurang = naskah.__class__(kabupaten=kabupaten, tahun=2024).reading().missing
    assert f"1 draf belum diverifikasi: {desa.nama}." in kurang
    row = IdmDesa.objects.get(desa=desa, tahun=2023)
    sah = make_penetapan(kabupaten, 2023)
    halaman = client_tahun(operator, 2023).get(row.get_absolute_url()).content.decode()
    assert sah.get_absolute_url() in halaman


def test_pemutakhiran_mempertahankan_yang_berlaku(desa, poin):
    """Poin, tanggal dan sumber yang sudah tercatat disalin; nilainya tidak berubah."""
    instrumen = poin[0].instrumen
    indeks = IndeksDesa.objects.create(
        desa=desa, tahun=2025, instrumen=instrumen, skor=100, status="MANDIRI"
    )
    row = IdmDesa.objects.get(desa=desa, tahun=2023)
    nilai = {nama: getattr(row, nama) for nama in ("iks", "ike", "ikl", "idm", "status")}
    TerbitanIdm.objects.create(desa=desa, tahun=2023, **nilai, sumber="Kepmendesa 1/2024")
    saat = timezone.now()
    IdmDesa.objects.filter(desa=desa, tahun=2024).update(dihitung_at=saat)
    import_module("idm.migrations.0005_draf").isi_yang_berlaku(apps, None)
    indeks.refresh_from_db()
    assert (indeks.poin, indeks.skor, indeks.semula) == (
        ";".join(str(d.maksimum) for d in poin),
        100,
        None,
    )
    assert draf_poin(desa.kecamatan.kabupaten, 2025) == []
    kini = IdmDesa.objects.get(pk=row.pk)
    assert (kini.asal, kini.idm, kini.berlaku_at) == ("Kepmendesa 1/2024", row.idm, None)
    assert IdmDesa.objects.get(desa=desa, tahun=2024).berlaku_at == saat


def test_potret_dapat_disimpan_sebagai_json(desa):
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert json.loads(json.dumps(potret(row))) == potret(row)
    assert potret(IdmDesa(desa=desa)) == {}
