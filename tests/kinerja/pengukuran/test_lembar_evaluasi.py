"""Lembar kerja evaluasi: penjelasan tiap triwulan ikut diunduh dan diunggah."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from documents.impor.kisi import kisi
from documents.pembaca import read
from kinerja.models import PengukuranSub
from kinerja.pengukuran.grids import EvaluasiGrid

pytestmark = pytest.mark.django_db

UNDUHAN = "/kinerja/evaluasi/xlsx/?tahun=2023"
JUDUL = ["Kode baris", "Triwulan I Rp", "Triwulan I Penjelasan"]


def check(user, sub, *isi, judul=JUDUL):
    """Penerima kisi evaluasi dan hasilnya membaca satu baris `isi`."""
    buku = Workbook()
    buku.active.append(judul)
    buku.active.append([f"{sub.kegiatan.kode}#{sub.nomor}", *isi])
    berkas = io.BytesIO()
    buku.save(berkas)
    penerima = kisi(EvaluasiGrid, "kinerja:evaluasi_grid")(user, 2023)
    return penerima, penerima.check(read("e.xlsx", berkas.getvalue()))


def test_pengembalian_lewat_lembar(users, sub):
    """Uang negatif diterima bersama sebabnya, ditolak tanpanya."""
    _, tanpa = check(users["operator"], sub, -500, None)
    assert "tulis sebabnya pada penjelasan" in tanpa.kesalahan[0].pesan
    penerima, hasil = check(users["operator"], sub, -500, "Setoran kembali.")
    assert hasil.kesalahan == []
    penerima.apply(hasil.ubahan, by=users["operator"], note="")
    ukur = PengukuranSub.objects.get(sub_kegiatan=sub, triwulan=1)
    assert (ukur.keuangan, ukur.penjelasan) == (-500, "Setoran kembali.")


def test_penjelasan_tanpa_triwulan_tidak_ditebak(users, sub):
    _, hasil = check(users["operator"], sub, 5, "x", judul=[*JUDUL[:2], "Penjelasan"])
    assert hasil.kesalahan[0].pesan.startswith("Kolom “Penjelasan” tidak dikenal.")


def test_unduhan_berkolom_sama_menurut_tautan_mana_pun(client_for, sub):
    kepala = []
    for alamat in (UNDUHAN, f"{UNDUHAN}&triwulan=2"):
        isi = client_for("operator").get(alamat).content
        tulisan = set()
        for baris in load_workbook(io.BytesIO(isi)).active.iter_rows(values_only=True):
            tulisan.update(baris)
        kepala.append({satu for satu in tulisan if "Penjelasan" in str(satu)})
    semua = {f"Triwulan {n} Penjelasan" for n in ("I", "II", "III", "IV")}
    assert kepala == [semua, semua]


@pytest.mark.parametrize(
    "judul",
    ["Triwulan I Rp", "TW I Rp", "Rp TW 1", "Realisasi TW I (Rp)", "realisasi keuangan tw-i"],
)
def test_sebutan_lain_kolom_triwulan(users, sub, judul):
    _, hasil = check(users["operator"], sub, 5, judul=["Kode baris", judul])
    assert hasil.kesalahan == []
    assert len(hasil.ubahan) == 1


def test_judul_rancu_ditawari_kolom_isian_saja(users, sub):
    """K atau Rp tidak ditebak; kolom hitungan tidak pernah ditawarkan."""
    judul = ["Kode", "Nama Sub Kegiatan", "Realisasi TW III"]
    _, hasil = check(users["operator"], sub, sub.nama, 5, judul=judul)
    (kesalahan,) = hasil.kesalahan
    assert "“Realisasi TW III” tidak dikenal" in kesalahan.pesan
    assert "“Triwulan III K”" in kesalahan.pesan
    assert "“Triwulan III Rp”" in kesalahan.pesan
    assert "%" not in kesalahan.pesan
