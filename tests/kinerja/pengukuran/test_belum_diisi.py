"""Evaluasi dan E.81 tertahan oleh yang belum diisi sampai triwulannya, tidak oleh yang lain."""

import pytest

from core.audit import Refused
from documents.actions.workflow import advance
from kinerja.models import (
    IndikatorTambahan,
    NaskahKinerja,
    PengukuranKegiatan,
    PengukuranSub,
    PengukuranTambahan,
    RencanaAksi,
    SubKegiatan,
)
from tests.factories import make_sub

pytestmark = pytest.mark.django_db
K = "{}: K belum diisi pada {} baris ("
RP = "{}: Rp belum diisi pada {} baris ("


def kurang(kabupaten, triwulan, jenis="evaluasi"):
    """Yang menahan selain kepala naskahnya."""
    naskah = NaskahKinerja(kabupaten=kabupaten, tahun=2023, jenis=jenis, triwulan=triwulan)
    return [satu for satu in naskah.reading().missing if satu.startswith(("Triwulan", "Belum"))]


def ukur(sub, triwulan=1, **isi):
    return PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=triwulan, **isi)


@pytest.mark.parametrize("jenis", ["evaluasi", "e81"])
def test_belum_diisi_menahan(banyuasin, sub, jenis):
    ada = "Belum satu baris pun diukur pada Triwulan {}."
    assert kurang(banyuasin, 2, jenis) == [ada.format("I"), ada.format("II")]
    row = ukur(sub, keuangan=500)
    assert kurang(banyuasin, 1, jenis) == ["Triwulan I: K belum diisi pada 1 baris (Sub kegiatan "
                                           "uji)."]  # fmt: skip
    row.kinerja, row.keuangan = 1, None
    row.save()
    assert kurang(banyuasin, 1, jenis) == ["Triwulan I: Rp belum diisi pada 1 baris (Sub kegiatan "
                                           "uji)."]  # fmt: skip
    row.keuangan = 0
    row.save()
    assert kurang(banyuasin, 1, jenis) == []


@pytest.mark.parametrize(
    "isi",
    [
        {"keadaan": "tidak_berlaku", "sebab": "Tidak ada hibah", "keuangan": 0},
        {"keadaan": "belum_rilis", "sebab": "BPS Mei", "keuangan": 0},
        {"penjelasan": "Lelang diulang"},
    ],
)
def test_yang_beralasan_tidak_menahan(banyuasin, sub, isi):
    ukur(sub, **isi)
    assert kurang(banyuasin, 1) == []


def test_menurut_jadwalnya(banyuasin, sub):
    """Triwulan tanpa jadwal belum waktunya; induk dan indikator tambahannya mengikuti."""
    RencanaAksi.objects.create(sub_kegiatan=sub, aksi="Rapat", bulan_5=100)
    lanjutan = make_sub(banyuasin, kegiatan=sub.kegiatan, induk=sub, nomor=2, pagu=None)
    kegiatan = sub.kegiatan
    tambahan = IndikatorTambahan.objects.create(
        program=kegiatan.program, kegiatan=kegiatan, indikator="Cakupan", target=3
    )
    assert kurang(banyuasin, 1) == []
    ukur(sub, 2, kinerja=1, keuangan=0)
    (kalimat,) = kurang(banyuasin, 3)
    assert kalimat.startswith(K.format("Triwulan II", 2))
    ukur(lanjutan, 2, kinerja=1)
    PengukuranTambahan.objects.create(tambahan=tambahan, triwulan=2, kinerja=3)
    assert kurang(banyuasin, 4) == []


def test_induk_bertarget_ikut_ditagih(banyuasin, sub):
    kegiatan = sub.kegiatan
    kegiatan.target = 2
    kegiatan.save()
    ukur(sub, kinerja=1, keuangan=0)
    (kalimat,) = kurang(banyuasin, 1)
    assert kalimat == "Triwulan I: K belum diisi pada 1 baris (2.13.04.2.01 Kegiatan uji)."
    PengukuranKegiatan.objects.create(kegiatan=kegiatan, triwulan=1, kinerja=1)
    assert kurang(banyuasin, 1) == []


def test_uang_yang_tidak_ditagih(banyuasin, sub):
    """Tanpa pagu, atau hanya diketahui setahunnya menurut dokumen."""
    ukur(sub, kinerja=1)
    SubKegiatan.objects.update(pagu=0)
    assert kurang(banyuasin, 1) == []
    SubKegiatan.objects.update(pagu=1000, realisasi=900)
    assert [satu.startswith(RP.format("Triwulan I", 1)) for satu in kurang(banyuasin, 1)] == []


def test_banyak_baris_disebut_beberapa(banyuasin, sub, users):
    for nomor in (2, 3, 4, 5):
        make_sub(banyuasin, kegiatan=sub.kegiatan, nomor=nomor, nama=f"Sub {nomor}")
    ukur(sub, kinerja=1, keuangan=0)
    k, rp = kurang(banyuasin, 1)
    assert k == "Triwulan I: K belum diisi pada 4 baris (Sub 2; Sub 3; Sub 4; dan 1 lainnya)."
    assert rp.startswith(RP.format("Triwulan I", 4))
    naskah = NaskahKinerja.objects.create(
        kabupaten=banyuasin, tahun=2023, jenis="evaluasi", triwulan=1
    )
    with pytest.raises(Refused, match="K belum diisi pada 4 baris"):
        advance(naskah, langkah="submit", by=users["operator"])
