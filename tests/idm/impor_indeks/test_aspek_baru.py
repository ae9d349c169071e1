"""Lembar resmi yang memuat lebih dari 127 aspek: edisinya bertambah sesudah orang menerima."""

from decimal import Decimal

import pytest

from idm.models import IndeksDesa, Instrumen
from tests.idm.impor_indeks.bahan import DESA, apply, rekap_kementerian, upload
from villages.models import Desa

pytestmark = pytest.mark.django_db
SUB = "Pendidikan"


def bertambah(edisi, banyak=1, **bobot):
    """Rekap dengan `banyak` kolom skor lagi pada Pendidikan, dan bobot yang ikut bertambah."""
    isi = rekap_kementerian(edisi, DESA)
    kepala, angka, *desa = isi[2:]
    for _ in range(banyak):
        letak = kepala.index("SUB-DIMENSI KESEHATAN")
        kepala.insert(letak, f"SKOR Sekolah {len(kepala)}")
        angka.insert(letak, 5)
        for row in desa:
            row.insert(letak, 5)
    for judul in ("LAYANAN DASAR", "SUB-DIMENSI PENDIDIKAN"):
        letak = kepala.index(judul)
        angka[letak] += bobot.get(judul, 5 * banyak)
        for row in desa:
            row[letak] += 5 * banyak
    return isi


def test_edisi_bertambah_sesudah_diterima(operator, edisi):
    impor = upload(operator, bertambah(edisi, 2))
    assert impor.kesalahan == []
    baru = [satu for satu in impor.ubahan if satu["kunci"].startswith("baru")]
    assert len(baru) == 2
    assert baru[0]["baru"] == "Aspek baru Pendidikan, paling tinggi 5 poin"
    assert edisi.indikatoridm_set.count() == 127
    apply(operator, impor, usul="1")
    edisi = Instrumen.objects.get(pk=edisi.pk)
    assert edisi.indikatoridm_set.count() == 129
    assert edisi.poin_tertinggi == 645
    terakhir = edisi.indikatoridm_set.get(posisi=129)
    assert (terakhir.variabel, terakhir.dimensi) == (SUB, "Layanan Dasar")
    assert terakhir.judul_lembar.startswith("SKOR Sekolah")
    row = IndeksDesa.objects.get(desa__kode="16.07.01.2001")
    assert (row.skor, row.jawaban) == (Decimal(100), "5" * 129)
    assert row.poin == "180;85;160;90;50;80"
    lagi = upload(operator, bertambah(edisi, 0))
    assert "tidak berjumlah" not in " ".join(satu["pesan"] for satu in lagi.kesalahan)


def test_yang_tidak_diterima_membatalkan_semuanya(operator, edisi):
    impor = upload(operator, bertambah(edisi))
    putusan = {
        f"pilih-{satu['kunci']}": "lewati" if satu["kunci"].startswith("baru") else "urut"
        for satu in impor.ubahan
        if satu["jenis"] == "aspek"
    }
    assert "tambahkan semuanya, atau batalkan" in apply(operator, impor, **putusan)
    assert edisi.indikatoridm_set.count() == 127
    assert not IndeksDesa.objects.exists()


def test_bobot_yang_bertambah_tanpa_kolomnya_atau_edisi_terpakai_ditolak(operator, edisi):
    tanpa = bertambah(edisi, 1, **{"LAYANAN DASAR": 10, "SUB-DIMENSI PENDIDIKAN": 10})
    assert upload(operator, tanpa).banyak_kesalahan
    desa = Desa.objects.get(kode="16.07.01.2001")
    IndeksDesa.objects.create(desa=desa, tahun=2025, instrumen=edisi, skor=70, status="MAJU")
    terpakai = upload(operator, bertambah(edisi))
    assert any("buat edisi berikutnya" in satu["pesan"] for satu in terpakai.kesalahan)
