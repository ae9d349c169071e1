"""Impor terakhir dikembalikan seutuhnya, selama tidak ada yang dibangun di atasnya."""

import pytest

from core.audit import Refused
from core.models import AuditEvent
from documents.actions.jejak import undo_rows
from documents.impor import Penerima
from documents.models import Impor, Kunci
from kinerja.models import (
    Indikator,
    PengukuranSub,
    PeriodeRenstra,
    PerubahanTarget,
    Program,
    RekapPegawai,
    SubKegiatan,
    Target,
)
from tests import factories
from tests.kinerja.buku.bahan import salinan

pytestmark = pytest.mark.django_db


@pytest.fixture
def batalkan(operator):
    def jalan(impor):
        halaman = operator.post(impor.get_absolute_url(), {"batalkan": "1"}, follow=True)
        impor.refresh_from_db()
        return halaman.content.decode()

    return jalan


def test_semua_baris_baru_hilang_lagi(operator, apply, batalkan):
    impor = apply(salinan())
    assert "Batalkan impor ini" in operator.get(impor.get_absolute_url()).content.decode()
    halaman = batalkan(impor)
    assert "Dibatalkan: isi sebelum impor ini kembali." in halaman
    assert (impor.status, impor.jejak) == ("dibatalkan", [])
    for model in (PeriodeRenstra, Indikator, Target, Program, SubKegiatan, RekapPegawai):
        assert not model.objects.exists()
    assert AuditEvent.objects.filter(action="hapus", note__endswith="dibatalkan.").exists()
    assert "Hanya impor terakhir" in batalkan(impor)


def test_isi_semula_kembali(apply, batalkan):
    apply(salinan())
    impor = apply({
        "Indikator": [
            ["Indikator", "Nomor sasaran", "Target 2024", "Alasan perubahan target", "Sumber data"],
            ["Nilai SAKIP", 2, 75, "Hasil evaluasi", "Inspektorat"],
        ],
        "Pegawai": [["Kelompok", "Uraian", "Jumlah orang"], ["Pendidikan", "S-1", 26]],
        "Program": [["Kode", "Pagu perubahan"], ["2.13.04.2.01.0001", 1500]],
    })  # fmt: skip
    batalkan(impor)
    indikator = Indikator.objects.get(jenis="ikk")
    assert indikator.sumber_data == ""
    target = Target.objects.get(indikator=indikator, tahun=2024)
    assert str(target.nilai) == "71.5000"
    assert [satu.baru for satu in PerubahanTarget.objects.order_by("pk")] == [
        "75,00 Nilai", "71,50 Nilai",
    ]  # fmt: skip
    assert RekapPegawai.objects.get(kelompok="pendidikan").jumlah == 25
    assert SubKegiatan.objects.get(induk=None).pagu_perubahan is None


def test_yang_sudah_dipakai_menahan(apply, batalkan):
    impor = apply(salinan())
    sub = SubKegiatan.objects.filter(induk=None).get()
    PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, kinerja=1)
    halaman = batalkan(impor)
    assert "Belum ada yang dibatalkan" in halaman
    assert "masih dipakai oleh pengukuran sub kegiatan" in halaman
    assert (impor.status, Program.objects.count()) == ("diterapkan", 1)


def test_yang_berubah_sesudahnya_menahan(apply, batalkan):
    impor = apply(salinan("Pegawai"))
    row = RekapPegawai.objects.get(kelompok="pendidikan")
    row.jumlah = 30
    row.save()
    assert "S-1 2024 sudah diubah sesudah impor ini" in batalkan(impor)
    row.delete()
    assert "rekap pegawai sudah diubah sesudah impor ini" in batalkan(impor)


def test_definisi_yang_tersimpan_menahan(apply, batalkan):
    isi = salinan("Renstra", "Indikator")
    isi["Indikator"] = [baris[:9] for baris in isi["Indikator"]]
    impor = apply(isi)
    indikator = Indikator.objects.get(jenis="iku")
    indikator.definisi_tahun.create(tahun=2024, nama=indikator.nama, satuan="%")
    assert "sudah dipakai oleh definisi tahun" in batalkan(impor)


def test_hanya_impor_terakhir(apply, batalkan):
    lama = apply(salinan("Pegawai"))
    apply(salinan("Renstra"))
    assert "Hanya impor terakhir" in batalkan(lama)


def test_tahun_terkunci_menahan(kantor, apply, batalkan):
    impor = apply(salinan("Pegawai"))
    sah = factories.make_penetapan(kantor, 2030).pengesahan
    Kunci.objects.create(kabupaten=kantor, tahun=2024, pengesahan=sah)
    assert "terkunci oleh" in batalkan(impor)


def test_penerima_lain_tidak_dapat_dibatalkan(kantor, users):
    penerima = Penerima(users["operator"], 2024)
    with pytest.raises(Refused, match="tidak dapat dibatalkan"):
        penerima.batalkan([], by="uji", note="")
    assert undo_rows(jejak=[], by="uji", note="") is None
    impor = Impor(kabupaten=kantor, status=Impor.StatusImpor.DITERAPKAN)
    assert not impor.is_dapat_batal
