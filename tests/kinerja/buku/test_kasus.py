"""Lembar sebagaimana kantor menyimpannya: rekap DPA, dan IKU/IKK Renstra enam tahun."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Sum
from openpyxl import load_workbook

from documents.actions.kerja import work
from documents.models import Impor
from kinerja.models import Indikator, Kegiatan, PeriodeRenstra, Program, Realisasi, SubKegiatan
from tests import factories

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parent / "berkas"
DPA = FOLDER / "dpa_kantor.xlsx"
IKU = FOLDER / "iku_renstra.xlsx"
PAGU = 8_790_633_125


def isi(path):
    """Baris-baris lembar pertamanya, untuk disunting."""
    lembar = load_workbook(path).active
    return {lembar.title: [[sel.value for sel in baris] for baris in lembar.iter_rows()]}


def test_rekap_dpa(apply):
    impor = apply(DPA.read_bytes())
    assert (Program.objects.count(), Kegiatan.objects.count()) == (5, 12)
    assert SubKegiatan.objects.count() == 43
    assert SubKegiatan.objects.aggregate(pagu=Sum("pagu"))["pagu"] == PAGU
    assert SubKegiatan.objects.filter(pagu=None).count() == 2  # tak diketahui bukan nol
    bpjs, kapasitas = SubKegiatan.objects.filter(kode="2.13.04.2.01.0005").order_by("nomor")
    assert (kapasitas.induk, bpjs.pagu, kapasitas.pagu) == (bpjs, 1_835_008_000, 100_000_000)
    assert {k["sel"] for k in impor.catatan} == {
        "G55",
        "G70",
        "G71",
        "G75",
    }  # kode kembar, tanda tangan


def test_jumlah_yang_tidak_cocok_disebut(operator, upload):
    lembar = isi(DPA)
    baris = lembar["DPA 2024"]
    baris[9][6] = 9_640_000  # sub kegiatan pertama, semula 8.640.000
    impor = upload(lembar)
    assert [k["sel"] for k in impor.jumlah_beda] == ["G8", "G9", "G68"]
    assert impor.jumlah_beda[1]["pesan"] == (
        "Pagu murni (Rp) tertulis Rp 59.060.000, jumlah sub kegiatannya Rp 60.060.000."
    )
    operator.post(impor.get_absolute_url())
    assert not work.call() and not Program.objects.exists()
    operator.post(impor.get_absolute_url(), {"akui": "on"})
    work.call()
    assert SubKegiatan.objects.aggregate(pagu=Sum("pagu"))["pagu"] == PAGU + 1_000_000


def test_jumlah_pegawai_yang_tidak_cocok_disebut(upload):
    """Jumlah golongan pada LKjIP sumbernya tercetak 88, padahal barisnya 25."""
    kepala = ["Kelompok", "Uraian", "Jumlah orang"]
    golongan = [["Golongan", "III.d", 20], ["Golongan", "IV.a", 5], ["", "Jumlah", 25]]
    status = [["Status", "PNS", 1], ["", "Jumlah", 88], ["", "Total", 26]]
    impor = upload({"Pegawai": [kepala, *golongan, *status]})
    assert [(k["sel"], k["pesan"]) for k in impor.jumlah_beda] == [
        ("C6", "Jumlah orang tertulis 88, jumlah barisnya 26."),
    ]  # fmt: skip


def test_tahun_pada_judulnya(upload):
    ((nama, baris),) = isi(DPA).items()
    impor = upload({nama: baris[:9]}, tahun=2025)
    assert ("A3", "Lembar ini menyebut tahun 2024, tahun data yang dipilih 2025.") in [
        (k["sel"], k["pesan"]) for k in impor.kesalahan
    ]


def test_iku_dan_ikk_enam_tahun(kantor, apply):
    for nama in ("Bidang Pemerintahan Desa", "Bidang Kelembagaan Desa dan Kelurahan"):
        factories.make_bidang(kantor, nama=nama)
    apply(IKU.read_bytes(), tahun=2023)
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


def test_bidang_yang_belum_dicatat_disebut(upload):
    impor = upload(IKU.read_bytes(), tahun=2023)
    sel = [k["sel"] for k in impor.kesalahan]
    assert sel == [f"G{nomor}" for nomor in range(5, 13)]
    assert "yang ada: Sekretariat" in impor.kesalahan[0]["pesan"]


def test_kolom_dan_lembar_asing(upload):
    """Yang berisi menahan sampai diminta dilewati, dan tetap disebut; yang kosong tidak."""
    lembar = {
        "Pegawai": [
            ["Kelompok", "Uraian", "Jumlah orang", "Warna", "Kosong"],
            ["Pendidikan", "S-1", 3, "biru", None],
        ],
        "Catatan": [["apa saja"]],
        "Kosong": [],
    }
    impor = upload(lembar)
    pesan = [(k["lembar"], k["sel"], k["pesan"][:24]) for k in impor.kesalahan]
    assert pesan == [
        ("Catatan", "", "Lembar ini tidak dikenal"), ("Pegawai", "D1", "Kolom “Warna” tidak dike"),
    ]  # fmt: skip
    impor = upload(lembar, abaikan="on")
    assert (impor.status, len(impor.catatan)) == ("siap", 2)


def test_lembar_kembar_dan_tanpa_kepala(upload):
    pegawai = [["Kelompok", "Uraian", "Jumlah orang"], ["Pendidikan", "S-1", 3]]
    impor = upload({"Pegawai": pegawai, "pegawai ": pegawai, "DPA": [["bukan kepala"]]})
    assert [k["pesan"][:30] for k in impor.kesalahan] == [
        "Lembar Pegawai sudah ada pada ", "Tidak ada baris judul yang dik",
    ]  # fmt: skip


def test_csv_satu_lembar(operator):
    isi = b"Kelompok;Uraian;Jumlah orang\nPendidikan;S-1;1.234\n"
    kiriman = {"berkas": SimpleUploadedFile("pegawai.csv", isi), "tahun_data": 2024}
    operator.post("/kinerja/buku-kerja/", kiriman)
    work.call()
    assert Impor.objects.get().ubahan[0]["baru"].endswith("Jumlah orang 1.234")


def test_berkas_yang_rusak(operator, upload):
    impor = upload(b"PK\x03\x04")
    (masalah,) = impor.kesalahan
    assert "rusak" in masalah["pesan"]
    unduh = operator.get(f"/impor/{impor.pk}/berkas/", follow=True)
    assert masalah["pesan"] in unduh.content.decode()


def renstra(*nilai):
    """Lembar satu indikator pecahan; `nilai` realisasi 2019 dan seterusnya."""
    tahun = [f"Realisasi {2019 + n}" for n in range(len(nilai))]
    kepala = ["Sasaran", "Jenis", "Indikator", "Satuan", "Pembilang", "Penyebut", "Faktor", *tahun]
    pokok = ["Desa maju", "IKK", "Persentase desa entas", "%", "Desa entas", "Desa tertinggal", 100]
    periode = ["Renstra", "Tahun awal", "Tahun akhir", "Tujuan", "Sasaran"]
    return {
        "Renstra": [["Periode", *periode[1:]], ["Renstra", 2019, 2023, "Maju", "Desa maju"]],
        "Indikator": [kepala, [*pokok, *nilai]],
    }


def test_bagian_yang_disusun_kembali_tidak_diganti_cetakannya(apply, upload):
    """76/167 tercetak 45,50 (dipotong): bagiannya tetap; angka lain disebut sebelum mengganti."""
    apply(renstra("76/167", "40/91", "8/51", "3/6"), tahun=2023)
    Realisasi.objects.update(mutu="disusun", penjelasan="Dari rekap desa")
    impor = upload(renstra("45,50", 43.96, "15,70", "50"), tahun=2023)
    pesan = {k["sel"]: k["pesan"] for k in impor.catatan}
    assert pesan == {
        "H2": "Tertulis 45,50, hasil 76/167 dibulatkan 45,51: dipotong. 76/167 dipertahankan.",
        "J2": "Tertulis 15,70, hasil 8/51 = 15,69. Bila diterapkan, 8/51 diganti angka ini.",
    }
    assert [u["sel"] for u in impor.ubahan] == ["Indikator J2"]
    apply(renstra("45,50", 43.96, "15,70", "50"), tahun=2023)
    semua = Realisasi.objects.order_by("tahun")
    assert [(r.pembilang, r.mutu) for r in semua] == [
        (76, "disusun"), (40, "disusun"), (None, ""), (3, "disusun"),
    ]  # fmt: skip
    assert str(semua[2].nilai) == "15.7000"


def test_nilai_yang_sama_bukan_ubahan(apply, upload):
    lembar = {"Indikator": [["Sasaran", "Jenis", "Indikator", "Satuan", "Target 2024",
                             "Realisasi 2024"],
                            ["Desa maju", "IKK", "Nilai SAKIP", "Nilai", "0,5", "0,5"]],
              "Renstra": renstra()["Renstra"]}  # fmt: skip
    lembar["Renstra"][1][2] = 2024
    apply(lembar)
    lembar["Indikator"][1][4:] = ["0,50", "0,500"]
    impor = upload(lembar)
    assert (impor.ubahan, impor.kesalahan) == ([], [])
    lembar["Indikator"][1][4:] = ["0,5", "0,5 %"]
    assert [k["sel"] for k in upload(lembar).kesalahan] == ["F2"]


def test_cacahan_berpecahan_ditolak_di_selnya(upload):
    lembar = renstra()
    lembar["Indikator"] = [
        ["Sasaran", "Jenis", "Indikator", "Satuan", "Target 2023", "Realisasi 2023"],
        ["Desa maju", "IKK", "Jumlah desa maju", "Desa", "198.5", "198,5"],
    ]
    impor = upload(lembar, tahun=2023)
    assert [(k["sel"], k["pesan"]) for k in impor.kesalahan] == [
        ("E2", "“198.5” rancu. Tulis ribuan dengan titik, misalnya 1.234."),
        ("F2", "198,5 berpecahan; Desa ditulis bilangan bulat."),
    ]
