"""Lembar sebagaimana kantor menyimpannya: rekap DPA, dan IKU/IKK Renstra enam tahun."""

from pathlib import Path

import pytest
from django.db.models import Sum
from openpyxl import load_workbook

from kinerja.models import Indikator, Kegiatan, PeriodeRenstra, Program, Realisasi, SubKegiatan
from tests import factories
from tests.kinerja.buku.bahan import berkas

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parent / "berkas"
DPA = FOLDER / "dpa_kantor.xlsx"
IKU = FOLDER / "iku_renstra.xlsx"
PAGU = 8_790_633_125


def isi(path):
    """Baris-baris lembar pertamanya, untuk disunting."""
    lembar = load_workbook(path).active
    return {lembar.title: [[sel.value for sel in baris] for baris in lembar.iter_rows()]}


def test_rekap_dpa(terapkan):
    impor = terapkan(DPA.read_bytes())
    assert (Program.objects.count(), Kegiatan.objects.count()) == (5, 12)
    assert SubKegiatan.objects.count() == 43
    assert SubKegiatan.objects.aggregate(pagu=Sum("pagu"))["pagu"] == PAGU
    assert SubKegiatan.objects.filter(pagu=None).count() == 2  # tak diketahui bukan nol
    bpjs, kapasitas = SubKegiatan.objects.filter(kode="2.13.04.2.01.0005").order_by("nomor")
    assert (kapasitas.induk, bpjs.pagu, kapasitas.pagu) == (bpjs, 1_835_008_000, 100_000_000)
    assert {k["sel"] for k in impor.catatan} == {"G70", "G71", "G75"}  # tempat dan tanda tangan


def test_jumlah_yang_tidak_cocok_disebut(unggah):
    lembar = isi(DPA)
    baris = lembar["DPA 2024"]
    baris[9][6] = 9_640_000  # sub kegiatan pertama, semula 8.640.000
    impor = unggah(lembar)
    assert [k["sel"] for k in impor.kesalahan] == ["G8", "G9", "G68"]
    assert impor.kesalahan[1]["pesan"] == (
        "Pagu murni (Rp) tertulis Rp 59.060.000, jumlah sub kegiatannya Rp 60.060.000."
    )


def test_tahun_pada_judulnya(unggah):
    ((nama, baris),) = isi(DPA).items()
    impor = unggah({nama: baris[:9]}, tahun=2025)
    assert ("A3", "Judul lembar menyebut tahun 2024, tahun data yang dipilih 2025.") in [
        (k["sel"], k["pesan"]) for k in impor.kesalahan
    ]


def test_iku_dan_ikk_enam_tahun(kantor, terapkan):
    for nama in ("Bidang Pemerintahan Desa", "Bidang Kelembagaan Desa dan Kelurahan"):
        factories.make_bidang(kantor, nama=nama)
    terapkan(IKU.read_bytes(), tahun=2023)
    periode = PeriodeRenstra.objects.get()
    assert (periode.tahun_awal, periode.tahun_akhir) == (2018, 2023)
    assert Indikator.objects.count() == 8
    lpm = Indikator.objects.get(jenis="ikk", nomor=3)
    assert (lpm.nama, lpm.rumus_pembilang, lpm.rumus_penyebut, lpm.faktor) == (
        "Persentase LPM Berprestasi", "Jumlah LPM berprestasi", "Jumlah LPM", 100,
    )  # fmt: skip
    target = dict(lpm.target_set.order_by("tahun").values_list("tahun", "nilai"))
    assert (len(target), str(target[2019]), str(target[2023])) == (5, "59.2100", "78.3600")
    nyata = Realisasi.objects.get(indikator=lpm, tahun=2022)
    assert (str(nyata.nilai), nyata.tercetak, nyata.pembilang) == ("74.0800", "74,08", None)
    iku = Indikator.objects.get(jenis="iku")
    assert (iku.rumus_penyebut, iku.realisasi_set.count()) == ("", 3)


def test_bidang_yang_belum_dicatat_disebut(unggah):
    impor = unggah(IKU.read_bytes(), tahun=2023)
    sel = [k["sel"] for k in impor.kesalahan]
    assert sel == [f"G{nomor}" for nomor in range(5, 13)]
    assert "yang ada: Sekretariat" in impor.kesalahan[0]["pesan"]


def test_kolom_dan_lembar_asing(unggah):
    """Yang berisi menahan sampai diminta dilewati, dan tetap disebut; yang kosong tidak."""
    lembar = {
        "Pegawai": [
            ["Kelompok", "Uraian", "Jumlah orang", "Warna", "Kosong"],
            ["Pendidikan", "S-1", 3, "biru", None],
        ],
        "Catatan": [["apa saja"]],
        "Kosong": [],
    }
    impor = unggah(lembar)
    pesan = [(k["lembar"], k["sel"], k["pesan"][:24]) for k in impor.kesalahan]
    assert pesan == [
        ("Catatan", "", "Lembar ini tidak dikenal"), ("Pegawai", "D1", "Kolom “Warna” tidak dike"),
    ]  # fmt: skip
    impor = unggah(lembar, abaikan="on")
    assert (impor.status, len(impor.catatan)) == ("siap", 2)


def test_lembar_kembar_dan_tanpa_kepala(unggah):
    pegawai = [["Kelompok", "Uraian", "Jumlah orang"], ["Pendidikan", "S-1", 3]]
    impor = unggah({"Pegawai": pegawai, "pegawai ": pegawai, "DPA": [["bukan kepala"]]})
    assert [k["pesan"][:30] for k in impor.kesalahan] == [
        "Lembar Pegawai sudah ada pada ", "Tidak ada baris judul yang dik",
    ]  # fmt: skip


def test_csv_satu_lembar(unggah, operator):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from documents.models import Impor

    isi = b"Kelompok;Uraian;Jumlah orang\nPendidikan;S-1;1.234\n"
    kiriman = {"berkas": SimpleUploadedFile("pegawai.csv", isi), "tahun_data": 2024}
    operator.post("/kinerja/buku-kerja/", kiriman)
    assert Impor.objects.get().ubahan[0]["baru"].endswith("Jumlah orang 1.234")


def test_berkas_yang_rusak(operator):
    from django.core.files.uploadedfile import SimpleUploadedFile

    kiriman = {"berkas": SimpleUploadedFile("x.xlsx", b"PK\x03\x04"), "tahun_data": 2024}
    assert operator.post("/kinerja/buku-kerja/", kiriman).status_code == 200
    assert berkas({"A": []})[:2] == b"PK"
