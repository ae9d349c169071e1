"""Tulisan yang salah ditolak dengan pesan yang sama di formulir, kisi, tempelan, XLSX dan CSV."""

import csv
import io

import pytest

from core.grid import GridRefused, Ubahan
from documents.impor.kisi import check
from documents.pembaca import read
from kinerja.models import PengukuranSub
from kinerja.pengukuran.grids import EvaluasiGrid
from tests.documents.test_pembaca import xlsx
from tests.factories import make_sub
from tests.halaman import HALAMAN
from tests.kinerja.pengukuran.bahan import isian

pytestmark = pytest.mark.django_db

UANG = (
    "abc", "1,234.56", "12.34", "1234.5", "10,274,076", "Rp 10,274,076.00", "1.23.456", "1,2,3",
    "1,5", "1,234", "1,2345678", "NaN", "--1", "12 34", "12 RT", "7,6 juta", "1..234", "２３",
    "9" * 41, "Rp", "%", "100 %",
)  # fmt: skip
KINERJA = (
    "abc", "1,234.56", "12.34", "198.5", "198,5", "-3", "100 %", "3 orang", "3-x", "5-3",
    "3–198,5: dua sumber", "10,274,076", "1.23.456", "1,2,3", "1,234", "1,2345678", "--1", "1..234",
    "２３", "9" * 41, "%", "+1",
)  # fmt: skip
KOLOM = [("keuangan", "rp_1", "Rp", UANG), ("kinerja", "k_1", "K", KINERJA)]


def di_formulir(user, sub, kolom, tulisan):
    """Pesan formulir satu pengukuran."""
    form_class = HALAMAN[PengukuranSub].form_class
    return " ".join(form_class(isian(sub, **{kolom: tulisan}), user=user).errors.get(kolom, ()))


def di_kisi(kisi, kolom, tulisan):
    """Pesan tiap baris pada kisi; tempelan mengirim ubahan yang sama sekaligus."""
    kiriman = [Ubahan(f"sub-{sub.pk}", kolom, "", isi) for sub, isi in tulisan.items()]
    try:
        hasil = kisi.write(kiriman)
    except GridRefused as error:
        hasil = error.hasil
    pesan = {satu.alamat: satu.pesan for satu in hasil}
    return [pesan[satu.alamat] for satu in kiriman]


def di_lembar(kisi, judul, tulisan, akhiran):
    """Pesan impor tiap baris, selnya tulisan pada XLSX atau CSV."""
    baris = [["Kode baris", "Program / kegiatan / sub kegiatan", f"Triwulan I {judul}"]]
    baris += [[f"{sub.kegiatan.kode}#{sub.nomor}", "", isi] for sub, isi in tulisan.items()]
    data = xlsx(baris)
    if akhiran == "csv":
        keluar = io.StringIO()
        csv.writer(keluar, delimiter=";").writerows(baris)
        data = keluar.getvalue().encode()
    kesalahan = {satu.sel: satu.pesan for satu in check(kisi, read(f"k.{akhiran}", data)).kesalahan}
    return [kesalahan.get(f"C{nomor}", "") for nomor in range(2, len(baris) + 1)]


def tanpa_masa(pesan):
    """Kisi dan lembar menyebut triwulannya; formulir satu triwulan tidak perlu."""
    return pesan.removeprefix("Triwulan I: ")


@pytest.mark.parametrize(("kolom", "sel", "judul", "salah"), KOLOM)
def test_satu_pesan_di_semua_jalan(users, sub, kolom, sel, judul, salah):
    assert len(set(salah)) == 22
    isi = {"satuan": "Dokumen", "kegiatan": sub.kegiatan}
    lain = [make_sub(None, nama=f"Uji {n}", nomor=n, **isi) for n in range(2, 23)]
    tulisan = dict(zip([sub, *lain], salah, strict=True))
    operator = users["operator"]
    formulir = [di_formulir(operator, satu, kolom, isi) for satu, isi in tulisan.items()]
    assert all(formulir)
    kisi = EvaluasiGrid(operator, 2023)
    jalan = [di_lembar(kisi, judul, tulisan, akhiran) for akhiran in ("xlsx", "csv")]
    jalan.append(di_kisi(kisi, sel, tulisan))
    for pesan in jalan:
        assert dict(zip(salah, map(tanpa_masa, pesan), strict=True)) == dict(
            zip(salah, formulir, strict=True)
        )
    assert not PengukuranSub.objects.exists()


@pytest.mark.parametrize(("kolom", "sel", "judul", "salah"), KOLOM)
def test_yang_benar_diterima_di_semua_jalan(users, sub, kolom, sel, judul, salah):
    kisi = EvaluasiGrid(users["operator"], 2023)
    assert di_formulir(users["operator"], sub, kolom, "1.234,00") == ""
    for akhiran in ("xlsx", "csv"):
        assert di_lembar(kisi, judul, {sub: "1.234,00"}, akhiran) == [""]
    assert di_kisi(kisi, sel, {sub: "1.234,00"}) == [""]
    assert PengukuranSub.objects.count() == 1
