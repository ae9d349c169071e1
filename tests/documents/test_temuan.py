"""Nasib satu temuan: terbuka, dijelaskan, diputuskan, dibuka lagi, selesai; dan jejaknya."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from documents.actions import Denied, advance, explain, judge
from documents.models import TanggapanTemuan
from documents.reports.temuan import Keadaan, keadaan_temuan
from documents.uji import Temuan
from tests import factories

pytestmark = pytest.mark.django_db
BEDA = Temuan("V2", "Tabel 1.3, jumlah", "Angka tercetak berbeda.", "88", "25")


@pytest.fixture
def temuan(isi):
    isi["temuan"] = [None, BEDA]
    return BEDA


def keadaan(lkjip):
    return keadaan_temuan(lkjip, lkjip.reading())


def satu(lkjip):
    (hasil,) = keadaan(lkjip).semua
    return hasil.keadaan


def jelaskan(lkjip, users, alasan="88 ialah PNS dan THL."):
    return explain(lkjip, sidik=BEDA.sidik, alasan=alasan, by=users["operator"])


def putuskan(lkjip, users, putusan="diterima", catatan="", oleh="kepala_bidang"):
    return judge(lkjip, sidik=BEDA.sidik, putusan=putusan, catatan=catatan, by=users[oleh])


def test_dari_terbuka_sampai_diterima(lkjip, users, temuan):
    assert satu(lkjip) is Keadaan.TERBUKA
    row = jelaskan(lkjip, users)
    assert satu(lkjip) is Keadaan.DIJELASKAN
    assert (row.kelas, row.tempat, row.tercetak, row.dihitung) == (
        "V2",
        "Tabel 1.3, jumlah",
        "88",
        "25",
    )
    putuskan(lkjip, users)
    assert satu(lkjip) is Keadaan.DITERIMA
    assert keadaan(lkjip).terbuka == []
    jejak = AuditEvent.objects.filter(model="documents.TanggapanTemuan").order_by("nomor")
    assert [(e.action, e.actor) for e in jejak] == [
        ("tambah", str(users["operator"])),
        ("ubah", str(users["kepala_bidang"])),
    ]
    assert jejak[1].changes["putusan"] == ["menunggu", "diterima"]


def test_ditolak_tetap_terbuka_lalu_dijelaskan_lagi(lkjip, users, temuan):
    jelaskan(lkjip, users)
    with pytest.raises(Refused, match="mengapa"):
        putuskan(lkjip, users, "ditolak")
    putuskan(lkjip, users, "ditolak", "Sebut sumbernya.")
    assert satu(lkjip) is Keadaan.DITOLAK
    assert len(keadaan(lkjip).terbuka) == 1
    row = jelaskan(lkjip, users, "Sumbernya daftar gaji.")
    assert (row.putusan, row.catatan, row.judged_by) == ("menunggu", "", None)


def test_angka_berganti_membuka_lagi(lkjip, users, temuan, isi):
    jelaskan(lkjip, users)
    putuskan(lkjip, users)
    isi["temuan"] = [Temuan("V2", "Tabel 1.3, jumlah", "Angka tercetak berbeda.", "88", "26")]
    assert satu(lkjip) is Keadaan.DIBUKA_LAGI
    assert keadaan(lkjip).semua[0].lama.dihitung == "25"
    assert keadaan(lkjip).selesai == ()


def test_yang_tidak_ditemukan_lagi_selesai(lkjip, users, temuan, isi):
    row = jelaskan(lkjip, users)
    isi["temuan"] = [None]
    assert keadaan(lkjip).selesai == (row,)
    with pytest.raises(Refused, match="tidak ada"):
        jelaskan(lkjip, users)


def test_yang_menahan_tidak_dijelaskan(lkjip, users, isi):
    menahan = Temuan("V11", "skala", "Bercelah.", is_blocking=True)
    isi["temuan"] = [menahan]
    with pytest.raises(Refused, match="dibereskan"):
        explain(lkjip, sidik=menahan.sidik, alasan="x", by=users["operator"])
    assert [k[0] for k in keadaan(lkjip).kelompok] == [True]


def test_tanpa_alasan_atau_tanpa_penjelasan(lkjip, users, temuan):
    with pytest.raises(Refused, match="wajib"):
        jelaskan(lkjip, users, "  ")
    with pytest.raises(Refused, match="menunggu"):
        putuskan(lkjip, users)


def test_hanya_meja_lain_yang_memutuskan(lkjip, users, temuan):
    explain(lkjip, sidik=BEDA.sidik, alasan="x", by=users["inspektorat"])
    with pytest.raises(Refused, match="sendiri"):
        putuskan(lkjip, users, oleh="inspektorat")
    with pytest.raises(Denied):
        putuskan(lkjip, users, oleh="operator")
    with pytest.raises(Denied):
        explain(lkjip, sidik=BEDA.sidik, alasan="x", by=users["kepala_bidang"])
    assert AuditEvent.objects.filter(action="ditolak").count() == 2


def test_kabupaten_lain_ditolak(lkjip, merangin, temuan):
    orang = factories.make_user("operator", merangin)
    with pytest.raises(Denied):
        explain(lkjip, sidik=BEDA.sidik, alasan="x", by=orang)


@pytest.mark.parametrize(
    "salah",
    [
        {"putusan": "diterima"},
        {"putusan": "ditolak", "catatan": ""},
        {"sama": True},
    ],
)
def test_dijaga_basis_data(lkjip, users, temuan, salah):
    row = jelaskan(lkjip, users)
    if salah.pop("sama", False):
        salah = {"putusan": "diterima", "judged_by": row.answered_by, "judged_at": row.answered_at}
    with pytest.raises(IntegrityError), transaction.atomic():
        TanggapanTemuan.objects.filter(pk=row.pk).update(**salah)


def halaman(lkjip):
    return reverse("kinerja:lkjip_temuan", args=[lkjip.pk, BEDA.sidik])


def test_halaman_menjelaskan_dan_memutuskan(lkjip, users, temuan, client):
    client.force_login(users["operator"])
    assert "Simpan penjelasan" in client.get(halaman(lkjip)).content.decode()
    jawaban = client.post(halaman(lkjip), {"alasan": "88 ialah PNS dan THL."})
    assert jawaban.status_code == 302
    client.force_login(users["kepala_bidang"])
    assert "Simpan putusan" in client.get(halaman(lkjip)).content.decode()
    tanpa = client.post(halaman(lkjip), {"putusan": "ditolak"})
    assert "mengapa penjelasannya" in tanpa.content.decode()
    client.post(halaman(lkjip), {"putusan": "diterima"})
    assert satu(lkjip) is Keadaan.DITERIMA
    client.force_login(users["admin"])
    dibaca = client.get(halaman(lkjip)).content.decode()
    assert "88 ialah PNS dan THL." in dibaca
    assert "Simpan" not in dibaca


def test_halaman_temuan_asing_atau_milik_lain(lkjip, users, merangin, temuan, client):
    client.force_login(users["operator"])
    asing = reverse("kinerja:lkjip_temuan", args=[lkjip.pk, "0" * 24])
    assert client.get(asing).status_code == 404
    client.force_login(factories.make_user("operator", merangin))
    assert client.get(halaman(lkjip)).status_code == 404


def test_diringkas_saat_mengajukan(lkjip, users, temuan, client):
    client.force_login(users["operator"])
    langkah = client.get(reverse("kinerja:lkjip_advance", args=[lkjip.pk, "submit"]))
    isi = langkah.content.decode()
    assert "2 fakta dibandingkan oleh 1 uji" in isi
    assert "Peringatan yang masih terbuka: 1" in isi
    assert "Tabel 1.3, jumlah" in isi


def test_dikembalikan_tanpa_perubahan_perlu_alasan(lkjip, users, isi, client):
    diajukan = advance(lkjip, langkah="submit", by=users["operator"])
    kembali = advance(diajukan, langkah="return", by=users["kepala_bidang"], note="Periksa lagi.")
    with pytest.raises(Refused, match="sama dengan yang dikembalikan"):
        advance(kembali, langkah="submit", by=users["operator"])
    client.force_login(users["operator"])
    langkah = client.get(reverse("kinerja:lkjip_advance", args=[lkjip.pk, "submit"]))
    assert "Isinya sama dengan yang dikembalikan" in langkah.content.decode()
    lagi = advance(kembali, langkah="submit", by=users["operator"], note="Sudah diperiksa, benar.")
    assert lagi.status == "diajukan"
    assert AuditEvent.objects.filter(note="Sudah diperiksa, benar.").exists()


def test_nomor_baru_bukan_perubahan_isi(lkjip, users, isi):
    """Yang dikembalikan tidak lolos dengan mengganti nomornya saja."""
    diajukan = advance(lkjip, langkah="submit", by=users["operator"])
    kembali = advance(diajukan, langkah="return", by=users["kepala_bidang"], note="Periksa lagi.")
    isi["isi"] = replace(isi["isi"], nomor="2/2024")
    with pytest.raises(Refused, match="selain nomor dan tanggalnya"):
        advance(kembali, langkah="submit", by=users["operator"])
    isi["isi"] = replace(isi["isi"], angka="2")
    assert advance(kembali, langkah="submit", by=users["operator"]).status == "diajukan"


def test_yang_menahan_diperbaiki_bukan_dijelaskan(lkjip, users, isi):
    isi["temuan"] = [replace(BEDA, is_blocking=True)]
    with pytest.raises(Refused):
        jelaskan(lkjip, users)
    assert not TanggapanTemuan.objects.exists()


def test_naskah_sah_tidak_ditanggapi(lkjip, users, temuan, monkeypatch):
    monkeypatch.setattr(type(lkjip), "is_signed", True)
    with pytest.raises(Refused):
        jelaskan(lkjip, users)
    assert not TanggapanTemuan.objects.exists()


def test_yang_dijelaskan_dicari_di_antara_semuanya(lkjip, users, isi):
    isi["temuan"] = [replace(BEDA, tempat="Tabel 1.1"), BEDA]
    assert jelaskan(lkjip, users).tempat == BEDA.tempat


def test_tanggapan_lama_tetap_berlaku(lkjip, users, temuan, isi):
    """Yang disimpan menurut kalimatnya ditemukan, juga sesudah digabung dengan uji lain."""
    row = jelaskan(lkjip, users)
    menurut_kalimat = TanggapanTemuan.objects.filter(pk=row.pk)
    (lama,) = BEDA.sidik_lama
    menurut_kalimat.update(sidik=lama, fakta="")
    assert satu(lkjip) is Keadaan.DIJELASKAN
    lain = Temuan("V12", "Tabel 1.2, jumlah", "Juga tercetak lain.", fakta=BEDA.kunci)
    isi["temuan"] = [lain, BEDA]
    (ditanggapi,) = keadaan(lkjip).semua
    assert ditanggapi.keadaan is Keadaan.DIJELASKAN
    sidik = ditanggapi.temuan.sidik
    judge(lkjip, sidik=sidik, putusan="diterima", catatan="", by=users["kepala_bidang"])
    assert satu(lkjip) is Keadaan.DITERIMA
    lagi = explain(lkjip, sidik=sidik, alasan="Dijelaskan lagi.", by=users["operator"])
    assert (lagi.pk, lagi.sidik, lagi.fakta) == (row.pk, sidik, BEDA.kunci)


def test_angka_lain_pada_fakta_yang_sama_dibuka_lagi(lkjip, users, temuan, isi):
    """Faktanya dikenal walau kelas, tempat dan katanya berganti."""
    isi["temuan"] = [replace(BEDA, fakta="jumlah pegawai")]
    (kini,) = keadaan(lkjip).semua
    explain(lkjip, sidik=kini.temuan.sidik, alasan="88 ialah PNS.", by=users["operator"])
    pindah = {"tempat": "Tabel 1.4", "pesan": "Lain.", "dihitung": "26"}
    isi["temuan"] = [replace(BEDA, fakta="jumlah pegawai", **pindah)]
    (kini,) = keadaan(lkjip).semua
    assert (kini.keadaan, kini.lama.dihitung) == (Keadaan.DIBUKA_LAGI, "25")


def test_migrasi_sidik_tanpa_kalimat(lkjip, users, temuan):
    """Sidik yang dahulu memuat seluruh kalimatnya dihitung ulang dari kolomnya sendiri."""
    row = jelaskan(lkjip, users)
    TanggapanTemuan.objects.filter(pk=row.pk).update(sidik="sidik lama", fakta="")
    assert satu(lkjip) is Keadaan.DIBUKA_LAGI
    migrasi = import_module("documents.migrations.0009_sidik_tanpa_kalimat")
    migrasi.tanpa_kalimat(apps, None)
    assert satu(lkjip) is Keadaan.DIJELASKAN
    migrasi.tanpa_kalimat(apps, None)
    assert satu(lkjip) is Keadaan.DIJELASKAN
