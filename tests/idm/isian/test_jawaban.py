"""Jawaban kuesioner: dihitung seperti rumus, dijelaskan bila turun, diverifikasi."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.audit import Refused
from core.models import AuditEvent
from documents.models import DataTahun
from idm.actions.isian import (
    copy_blok,
    instrumen_tahun,
    jawab,
    kembalikan,
    kurang,
    record,
    rubrik,
    skor_lalu,
    verifikasi,
    verifikasi_semua,
)
from idm.models import CatatanJawaban, IdmDesa, IsianIdm, TerbitanIdm
from tests.idm.bahan import jawab_terbaik
from tests.idm.isian.bahan import baru, tahun_lalu
from villages.models import Desa

pytestmark = pytest.mark.django_db


def test_isian_dimulai_dari_skor_yang_tercatat(desa, instrumen):
    tercatat = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert baru(desa, instrumen).skor == tercatat.skor
    assert baru(desa, instrumen, 2023).skor == "-" * 50  # 2023 hanya diketahui indeksnya
    assert instrumen_tahun(2024) == instrumen
    assert instrumen_tahun(2017).kode == "idm-2016"
    assert instrumen_tahun(2026).kode == "indeks-desa-2026"
    assert instrumen_tahun(2015) is None


def test_jawaban_tersimpan_dan_dihitung_seperti_rumus(desa, instrumen, akun):
    satu = jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    verifikasi(isian=satu, by=akun["kepala.bidang"])
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert row.skor == satu.skor
    assert row.skor[1] == "0"
    assert (row.dihitung_oleh, row.sumber) == (str(akun["kepala.bidang"]), "skor")
    satu = kembalikan(isian=satu, catatan="Periksa", by=akun["kepala.bidang"])
    kejadian = AuditEvent.objects.filter(model="idm.IsianIdm").order_by("nomor").first()
    assert kejadian.changes["Skor Dokter"][1] == "0"
    banyak = AuditEvent.objects.count()
    jawab(isian=satu, jawaban={2: 0}, by=akun["operator"])
    assert AuditEvent.objects.count() == banyak
    # yang membuka halaman sebelum isian tersimpan tidak menimpa: yang dipakai baris terkini
    basi = IsianIdm(desa=desa, tahun=2024, instrumen=instrumen, skor="-" * 50)
    assert jawab(isian=basi, jawaban={3: 5}, by=akun["operator"]).terjawab == 50


def test_skor_di_luar_rubrik_ditolak(desa, instrumen, akun):
    with pytest.raises(Refused, match="Skor Dokter: skor 3 tidak ada pada rubrik; yang ada 0, 5"):
        jawab(isian=baru(desa, instrumen), jawaban={2: 3}, by=akun["operator"])
    with pytest.raises(Refused, match="Indikator 99"):
        jawab(isian=baru(desa, instrumen), jawaban={99: 3}, by=akun["operator"])


def test_instrumen_tanpa_ambang_tidak_menetapkan_status(desa, instrumen, akun):
    instrumen.ambangstatus_set.all().delete()
    satu = jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    with pytest.raises(Refused, match="belum mempunyai ambang status"):
        verifikasi(isian=satu, by=akun["kepala.bidang"])


def test_terbitan_tidak_hilang_ketika_skornya_diisi(desa, instrumen, akun):
    dulu = IdmDesa.objects.get(desa=desa, tahun=2023)
    satu = jawab_terbaik(desa, 2023, instrumen, akun["operator"])
    verifikasi(isian=satu, by=akun["kepala.bidang"])
    kini = IdmDesa.objects.get(desa=desa, tahun=2023)
    assert (kini.idm, kini.status, kini.sumber) == (Decimal("1.0000"), "MANDIRI", "skor")
    assert TerbitanIdm.objects.get(desa=desa, tahun=2023).idm == dulu.idm


def test_terbitan_yang_sudah_tersimpan_tidak_ditimpa(desa, instrumen, akun):
    """Terbitan resmi yang dimuat lebih dahulu tetap apa adanya."""
    resmi = {
        "iks": "0.7",
        "ike": "0.6",
        "ikl": "0.5",
        "idm": "0.6",
        "status": "BERKEMBANG",
        "sumber": "Uji",
    }
    TerbitanIdm.objects.create(desa=desa, tahun=2023, **resmi)
    satu = jawab_terbaik(desa, 2023, instrumen, akun["operator"])
    verifikasi(isian=satu, by=akun["kepala.bidang"])
    terbitan = TerbitanIdm.objects.get(desa=desa, tahun=2023)
    assert (terbitan.sumber, terbitan.idm) == ("Uji", Decimal("0.6000"))
    kembalikan(isian=satu, catatan="Periksa", by=akun["kepala.bidang"])
    assert TerbitanIdm.objects.get(desa=desa, tahun=2023).sumber == "Uji"


def test_catatan_disimpan_diganti_dihapus(desa, instrumen, akun):
    satu, indikator = baru(desa, instrumen), rubrik(instrumen)[2]
    record(isian=satu, indikator=indikator, catatan="", by=akun["operator"])
    record(isian=satu, indikator=indikator, catatan="Dokter pindah", by=akun["operator"])
    record(isian=satu, indikator=indikator, catatan="Dokter pindah tugas", by=akun["operator"])
    assert CatatanJawaban.objects.get().catatan == "Dokter pindah tugas"
    record(isian=satu, indikator=indikator, catatan="", by=akun["operator"])
    assert not CatatanJawaban.objects.exists()


def test_penurunan_harus_dijelaskan_sebelum_diverifikasi(desa, instrumen, akun):
    satu = baru(desa, instrumen)
    tahun_lalu(desa, instrumen, "5" * 50)
    assert skor_lalu(desa, 2024, instrumen) == "5" * 50
    kalimat = kurang(satu)
    assert "turun dua atau lebih tanpa catatan" in kalimat[0]
    with pytest.raises(Refused, match="tanpa catatan"):
        verifikasi(isian=satu, by=akun["kepala.bidang"])
    tahun_lalu(desa, instrumen, satu.skor)
    terverifikasi = verifikasi(isian=satu, by=akun["kepala.bidang"])
    assert terverifikasi.status == "diverifikasi"
    with pytest.raises(Refused, match="sudah diverifikasi"):
        jawab(isian=terverifikasi, jawaban={2: 5}, by=akun["operator"])
    with pytest.raises(Refused, match="Catatan wajib"):
        kembalikan(isian=terverifikasi, catatan=" ", by=akun["kepala.bidang"])
    kembali = kembalikan(isian=terverifikasi, catatan="Periksa BPJS", by=akun["kepala.bidang"])
    assert (kembali.status, kembali.catatan) == ("isian", f"{akun['kepala.bidang']}: Periksa BPJS")
    with pytest.raises(Refused, match="belum diverifikasi"):
        kembalikan(isian=kembali, catatan="lagi", by=akun["kepala.bidang"])


def test_tahun_terkunci_tidak_dapat_dikembalikan(desa, instrumen, akun, monkeypatch):
    satu = verifikasi(isian=baru(desa, instrumen), by=akun["kepala.bidang"])
    monkeypatch.setattr(DataTahun, "lock_for", staticmethod(lambda *masa: "tahun terkunci"))
    with pytest.raises(Refused, match="tahun terkunci"):
        kembalikan(isian=satu, catatan="x", by=akun["kepala.bidang"])


def test_salin_blok_hanya_yang_kosong(desa, instrumen, akun):
    tahun_lalu(desa, instrumen, IdmDesa.objects.get(desa=desa, tahun=2024).skor)
    IdmDesa.objects.filter(desa=desa, tahun=2024).delete()
    satu = jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    assert copy_blok(isian=satu, posisi=range(1, 8), by=akun["operator"]) == 6
    satu = baru(desa, instrumen)
    assert (satu.terjawab, satu.skor[1]) == (7, "0")
    assert copy_blok(isian=satu, posisi=range(1, 8), by=akun["operator"]) == 0


def test_verifikasi_semua_menyebut_yang_belum(desa, instrumen, kabupaten, akun):
    lain = Desa.objects.desa().exclude(pk=desa.pk).first()
    IdmDesa.objects.filter(desa=lain, tahun=2024).delete()
    jawab(isian=baru(desa, instrumen), jawaban={2: 5}, by=akun["operator"])
    IsianIdm.objects.filter(desa=desa).update(skor=IdmDesa.objects.get(desa=desa, tahun=2024).skor)
    jawab(isian=baru(lain, instrumen), jawaban={2: 5}, by=akun["operator"])
    banyak, alasan = verifikasi_semua(kabupaten=kabupaten, tahun=2024, by=akun["kepala.bidang"])
    assert banyak == 1
    assert alasan == [f"{lain}: 49 indikator belum dijawab."]


def test_verifikasi_semua_membaca_instrumen_sekali(desa, instrumen, kabupaten, akun):
    """Berapa pun desanya, indikator dan kriterianya tidak dibaca ulang tiap desa."""
    skor = IdmDesa.objects.get(desa=desa, tahun=2024).skor
    semua = Desa.objects.desa().filter(kecamatan__kabupaten=kabupaten)[:3]
    for satu in semua:
        IsianIdm.objects.create(desa=satu, tahun=2024, instrumen=instrumen, skor=skor)
    with CaptureQueriesContext(connection) as kueri:
        banyak, _ = verifikasi_semua(kabupaten=kabupaten, tahun=2024, by=akun["kepala.bidang"])
    assert banyak == 3
    perintah = [satu["sql"] for satu in kueri]
    assert sum('FROM "idm_indikatoridm"' in sql for sql in perintah) == 1
    assert not any('FROM "idm_kriteriaskor"' in sql for sql in perintah)
