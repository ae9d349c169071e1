"""Satu berkas mengisi kantor kosong; diunduh lalu diunggah lagi tidak mengubah apa pun."""

from decimal import Decimal

import pytest

from core.models import AuditEvent
from documents.actions.kerja import work
from documents.models import Impor
from kinerja.models import (
    Dpa,
    Indikator,
    IndikatorTambahan,
    PeriodeRenstra,
    PerubahanTarget,
    Program,
    Realisasi,
    RekapPegawai,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
    Target,
)
from tests.kinerja.buku.bahan import DESA, salinan
from tests.kinerja.buku.conftest import URL

pytestmark = pytest.mark.django_db


def test_kantor_kosong_terisi_dengan_dua_kiriman(operator, apply):
    impor = apply(salinan())
    assert impor.status == "diterapkan"
    periode = PeriodeRenstra.objects.get()
    assert (periode.nama, periode.tahun_awal, periode.tahun_akhir) == (
        "Renstra 2021–2026", 2021, 2026,
    )  # fmt: skip
    assert list(Sasaran.objects.values_list("nomor", "tujuan__nama")) == [
        (1, "Desa maju"), (2, "Desa maju"),
    ]  # fmt: skip
    iku = Indikator.objects.get(jenis="iku")
    assert (iku.nama, iku.faktor, iku.is_perjanjian, iku.penanggung_jawab.nama) == (
        DESA, 100, True, "Sekretariat",
    )  # fmt: skip
    assert Target.objects.filter(tahun=2024).count() == 2
    realisasi = Realisasi.objects.get(indikator=iku)
    assert (realisasi.pembilang, realisasi.penyebut, realisasi.nilai) == (3, 30, None)
    program = Program.objects.get()
    assert (program.is_rinci, program.sasaran.nomor) == (True, 2)
    assert IndikatorTambahan.objects.get().indikator == "Jumlah desa tertib"
    utama, lanjutan = SubKegiatan.objects.order_by("nomor")
    assert (utama.kode, utama.pagu, utama.pejabat.nama) == (
        "2.13.04.2.01.01", 1000, "Pejabat Contoh 1",
    )  # fmt: skip
    assert (lanjutan.induk, lanjutan.indikator, lanjutan.pagu) == (utama, "Jumlah peserta", 2000)
    rencana = RencanaAksi.objects.get()
    assert (rencana.sub_kegiatan, rencana.bulan_1, rencana.bulan_4) == (utama, 50, 50)
    dpa = Dpa.objects.get()
    assert (str(dpa.tanggal), len(dpa.rincian)) == ("2024-01-02", 1)
    assert list(RekapPegawai.objects.values_list("kelompok", "urutan", "jumlah")) == [
        ("pendidikan", 1, 25), ("status", 1, 20), ("status", 2, 5),
    ]  # fmt: skip
    banyak = AuditEvent.objects.filter(note__startswith="Impor buku.xlsx").count()
    assert banyak == len(impor.jejak) - 1  # DPA mencatat pembekuan pagunya sendiri


def test_beberapa_versi_dpa_sekaligus_hanya_yang_terakhir_berpagu(operator, apply):
    """Pagu yang berlaku milik versi terakhir; yang di antaranya diisi menyusul, dan itu disebut."""
    buku = salinan()
    buku["DPA"] = [
        ["Jenis DPA", "Pergeseran ke", "Nomor DPA", "Tanggal DPA"],
        ["DPA murni", None, "DPA/1", "2 Januari 2024"],
        ["DPA pergeseran", 1, "DPA/2", "1 Maret 2024"],
        ["DPA perubahan", None, "DPA/3", "1 September 2024"],
    ]
    impor = apply(buku)
    pagu = {dpa.jenis: dpa.rincian[0]["pagu"] for dpa in Dpa.objects.all()}
    assert pagu == {"murni": "3000", "pergeseran": None, "perubahan": "3000"}
    (catatan,) = (satu for satu in impor.catatan if satu["lembar"] == "DPA")
    assert (catatan["sel"], "menyusul" in catatan["pesan"]) == ("D3", True)


def test_unduh_lalu_unggah_sama_semua(operator, upload, apply):
    apply(salinan())
    isi = operator.get(f"{URL}xlsx/?tahun=2024").content
    impor = upload(isi)
    assert [(u["sel"], u["lama"], u["baru"]) for u in impor.ubahan] == []
    assert (impor.status, impor.kesalahan, impor.catatan) == ("sama", [], [])
    assert impor.banyak_sama > 20


@pytest.mark.parametrize(("kode", "tahun"), [("16.07", 2023), ("15.02", 2024)])
def test_data_nyata_sama_semua(nyata, kode, tahun):
    from accounts.models import User
    from core import spreadsheet
    from kinerja.buku.penerima import BukuKerja, buku_terisi

    user = User.objects.get(kabupaten__kode=kode, groups__name="operator")
    isi = spreadsheet.xlsx(buku_terisi(user, tahun))
    penerima = BukuKerja(user, tahun)
    hasil = penerima.check(penerima.read("buku.xlsx", isi))
    assert (hasil.ubahan, hasil.kesalahan, hasil.catatan) == ([], [], [])
    assert hasil.sama > 100


def test_sebagian_lembar_dan_kolom_saja(apply):
    """Kolom yang tidak ada tidak mengubah apa pun; kolomnya boleh berurutan lain."""
    apply(salinan())
    impor = apply({"Anggaran kami": [
        ["Pagu perubahan", "Satuan", "Kode SIPD"], [1500, "Berkas", "2.13.04.2.01.0001"],
    ]})  # fmt: skip
    assert [(u["judul"], u["lama"], u["baru"]) for u in impor.ubahan] == [(
        "Sub kegiatan diubah", "Satuan Dokumen; Pagu perubahan kosong",
        "Satuan Berkas; Pagu perubahan 1.500",
    )]  # fmt: skip
    sub = SubKegiatan.objects.order_by("nomor").first()
    assert (sub.satuan, sub.pagu, sub.pagu_perubahan, sub.target) == ("Berkas", 1000, 1500, 2)
    assert (sub.kode, sub.agregasi) == ("2.13.04.2.01.01", "jumlah")


def test_target_berganti_perlu_alasan(upload, apply):
    apply(salinan())
    lembar = [["Indikator", "Nomor sasaran", "Target 2024"], ["Nilai SAKIP", 2, 75]]
    impor = upload({"Indikator": lembar})
    assert [k["pesan"] for k in impor.kesalahan] == [
        "Target semula 71,50 Nilai; tulis alasan mengubahnya."
    ]
    lembar[0].append("Alasan perubahan target")
    lembar[1].append("Hasil evaluasi")
    apply({"Indikator": lembar})
    assert Target.objects.get(indikator__jenis="ikk", tahun=2024).nilai == Decimal(75)
    assert PerubahanTarget.objects.get().alasan == "Hasil evaluasi"


def test_sel_kosong_tidak_menghapus_target(upload, apply):
    apply(salinan())
    impor = upload({"Indikator": [["Indikator", "Nomor sasaran", "Target 2024", "Satuan"],
                                  ["Nilai SAKIP", 2, None, "Nilai"]]})  # fmt: skip
    assert impor.status == "sama"
    assert [k["pesan"] for k in impor.catatan] == ["Sel kosong; yang tercatat (71,5) dibiarkan."]


def test_berubah_sejak_pratinjau(operator, upload):
    impor = upload(salinan("Pegawai"))
    RekapPegawai.objects.create(
        perangkat_daerah=impor.kabupaten.dinas, tahun=2024, kelompok="status", urutan=1,
        nama="PNS", jumlah=7,
    )  # fmt: skip
    halaman = operator.post(impor.get_absolute_url())
    work.call()
    assert "datanya berubah sejak pratinjau" in operator.get(halaman.url).content.decode()
    assert RekapPegawai.objects.get().jumlah == 7
    assert Impor.objects.get().status == "siap"


def test_halamannya_mengunduh_dan_menyebut_ringkasan(operator, upload):
    halaman = operator.get(URL).content.decode()
    assert "/kinerja/buku-kerja/xlsx/" in halaman
    impor = upload(salinan("Renstra", "Pegawai"))
    halaman = operator.get(impor.get_absolute_url()).content.decode()
    assert "Rekap pegawai baru" in halaman
    assert "Sasaran baru" in halaman
