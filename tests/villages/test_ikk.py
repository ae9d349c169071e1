"""Berkas bukti IKK Banyuasin 2023: angka, lampiran, uji kewajaran, lembar, dan alurnya."""

import csv
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from openpyxl import load_workbook

from accounts.models import User
from core.spreadsheet import xlsx
from documents import render
from documents.actions import advance
from documents.printing import print_html, print_pdf, tabular
from documents.snapshot import canonical
from tests.emas import tabel_cetak
from tests.terbaca import isi_lembar, tak_terbaca, tulisan_halaman, ukuran_halaman
from villages.models import (
    AnggotaKerjaSama,
    AngkaIkk,
    BerkasIkk,
    KegiatanPkk,
    OutcomeIkk,
    OutputIkk,
    RekapLembaga,
)
from villages.naskah.bukti_ikk.lembar.susunan import TANPA_OUTCOME, susunan

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).resolve().parent.parent / "golden"


@pytest.fixture
def berkas(kabupaten):
    return BerkasIkk.objects.get(kabupaten=kabupaten, tahun=2023)


@pytest.fixture
def isi(berkas):
    return berkas.reading().isi


def test_kedua_outcome_dengan_keempat_output(isi):
    assert [o.nama for o in isi.outcome] == [
        "Persentase Pengentasan desa tertinggal",
        "Persentase Peningkatan Status Desa Mandiri",
    ]
    angka = [(o.rumus, o.angka, o.tercetak, o.satuan) for o in isi.output]
    assert angka == [
        ("", 111, 114, "Desa"),
        ("111 − 45", 66, 69, "Desa"),
        ("", 6752, 6752, "Lembaga"),
        ("", None, 1125, "Kelompok"),
    ]


def test_baris_dan_desa_berlainan_disebut(isi):
    desa, selisih, lembaga, up2k = (o.catatan for o in isi.output)
    assert list(desa) == [
        "Formulir memuat 114 baris; desa yang berlainan 111. "
        "Tercantum pada lebih dari satu daftar: Gelebak Dalam, Durian Gadis, Pangkalan Glebak."
    ]
    assert list(selisih) == [
        "Menurut desa yang berlainan: 111 − 45 = 66 Desa (66 desa baru, 0 tidak ikut lagi)."
    ]
    assert list(lembaga) == []
    assert "tidak dapat dihitung" in up2k[0]


def test_kelembagaan_sama_dengan_naskah_baris_demi_baris(isi):
    with (GOLDEN / "banyuasin_kelembagaan_2023.tsv").open() as aliran:
        _, *golden = csv.reader(aliran, delimiter="\t")
    rows = [
        [str(i), b.kecamatan, *map(str, b.isi)]
        for i, b in enumerate(isi.kelembagaan.baris, start=1)
    ]
    assert rows == golden
    assert list(isi.kelembagaan.jumlah) == [288, 25, 725, 313, 313, 186, 4589, 313, 313]
    assert {x.nama: x.jumlah for x in isi.kelembagaan.lembaga}["RT"] == 4589


def test_susunan_cetakan(berkas):
    html = print_html(berkas)
    letak = [
        html.index(t)
        for t in ("1. IKK Outcome", "111 Desa", "= 111 − 45", "6.752 LEMBAGA", "1.125 Kelompok")
    ]
    assert letak == sorted(letak)
    assert html.count("Dihitung menurut desa yang berlainan.") == 4
    rincian = [baris for tabel in tabel_cetak(html) for baris in tabel if "dilaporkan" in baris]
    assert rincian[:2] == [
        ["Desa yang berlainan", "111", "dilaporkan"],
        ["Desa yang berlainan", "111", "45", "66", "dilaporkan"],
    ]
    assert (
        html.count("Form Identifikasi Kerja Sama") == 6
    )  # 2023 dua kali dan 2022 sekali, tiap outcome
    assert html.count("Data Kelembagaan Desa dalam") == html.count("Data Kegiatan PKK") == 2
    assert "UNGSANG IV" in html
    assert "belum dapat dihitung ulang" in html
    assert "Formulir tahun 2022, dicetak kembali" in html


@pytest.mark.sekali("rupa PDF; isinya diuji lewat lembar kerja pada keduanya")
def test_pdf_memuat_tiap_tulisannya(berkas):
    """Lampiran di kertasnya sendiri; tidak ada halaman yang hanya berisi tanda tangan."""
    cetakan, pdf = tabular(berkas), print_pdf(berkas)
    assert tak_terbaca(cetakan, pdf) == []
    assert set(ukuran_halaman(pdf)) == {(210, 297), (330, 215), (215, 330), (420, 297)}
    bertanda = [teks for teks in tulisan_halaman(pdf) if "NIP." in teks]
    assert len(bertanda) == sum(bagian.is_bertanda_tangan for bagian in cetakan.bagian) == 16
    isi = ("IKK Output", "KEAKTIFAN", "LEMBAGA KEMASYARAKATAN", "KELOMPOK BELAJAR")
    for teks in bertanda:
        assert any(satu in teks for satu in isi), teks


def test_kontak_tidak_pernah_tercetak(berkas):
    AnggotaKerjaSama.objects.filter(tahun=2023, nama_tercetak="BANYU URIP").update(
        telepon="0853790", kontak="Ketua X"
    )
    html = print_html(berkas)
    assert "pada DPMD" in html
    assert "0853790" not in html
    assert "Ketua X" not in html
    assert "0853790" not in canonical(berkas.reading().isi)


def test_uji_kewajaran(berkas):
    temuan = [(f.kelas, f.tempat) for f in berkas.reading().temuan]
    assert [t for k, t in temuan if k == "V3"] == [
        "GELEBAK DALAM", "DURIAN GADIS", "PANGKALAN GLEBAK", "SUMBER REJO", "KELAPA DUA",
        "PENUGUAN", "SIDOMULYO 16", "Data Kelembagaan Desa, LPM", "Data Kelembagaan Desa, PKK",
        "Data Kelembagaan Desa, Karang Taruna",
    ]  # fmt: skip
    assert tercetak_beda(berkas) == [
        ("Output 1", "114", "111"),
        ("Output 2", "69", "66"),
        ("Output 4", "1.125", "tidak dapat dihitung"),
    ]
    pesan = next(f.pesan for f in berkas.reading().temuan if f.kelas == "V2")
    assert pesan == (
        "Angka tercetak menurut baris formulir; yang dilaporkan kini desa yang berlainan. "
        "Dari 114 baris yang dihitung terfasilitasi, 22 masih aktif."
    )


def tercetak_beda(berkas):
    semua = berkas.reading().temuan
    return [(f.tempat, f.tercetak, f.dihitung) for f in semua if f.kelas == "V2"]


def test_baris_dilaporkan_bila_dipilih(berkas):
    """Yang menandatangani boleh melaporkan barisnya; desa yang berlainan tetap di depan."""
    berkas.hitungan = BerkasIkk.CaraHitung.BARIS
    desa, selisih, *_ = berkas.reading().isi.output
    assert (desa.angka, selisih.rumus, selisih.angka) == (114, "114 − 45", 69)
    assert [(h.cara, h.kini, h.lalu, h.angka) for h in selisih.hitungan] == [
        ("desa", 111, 45, 66),
        ("baris", 114, 45, 69),
    ]
    html = print_html(berkas)
    assert "= 69 Desa" in html
    assert html.count("Dihitung menurut baris formulir.") == 4
    assert [tempat for tempat, *_ in tercetak_beda(berkas)] == ["Output 4"]


def test_isi_beku_versi_satu_melaporkan_baris(berkas):
    """Naskah 0.1.0 yang menunggu tanda tangan sama dengan hitungan kini menurut baris."""
    berkas.hitungan = BerkasIkk.CaraHitung.BARIS
    beku = (GOLDEN / "naskah/v1/bukti_ikk.json").read_text()
    jenis_naskah, isi = berkas.jenis_naskah, berkas.reading().isi
    assert [o.cara for o in jenis_naskah.restore(beku).output] == ["baris", "baris", "", ""]
    assert [beda for beda in jenis_naskah.differences(beku, isi) if "output" in beda] == []
    berkas.hitungan = BerkasIkk.CaraHitung.DESA
    isi = berkas.reading().isi
    assert any("output 1" in beda for beda in jenis_naskah.differences(beku, isi))


def test_cara_menghitung_dipilih_pada_berkasnya(berkas):
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    isian = {
        b.html_name: b.value() or ""
        for b in client.get(f"{berkas.get_absolute_url()}ubah/").context["form"]
    }
    assert isian["hitungan"] == "desa"
    halaman = client.post(f"{berkas.get_absolute_url()}ubah/", isian | {"hitungan": "baris"})
    assert halaman.status_code == 302
    berkas.refresh_from_db()
    assert berkas.hitungan == "baris"
    halaman = client.get(berkas.get_absolute_url()).content.decode()
    assert "baris formulir" in halaman


def test_angka_tercetak_yang_berbeda_disebut(berkas, kabupaten):
    KegiatanPkk.objects.create(kecamatan=kabupaten.kecamatan_set.first(), tahun=2023, up2k_madya=10)
    assert ("Output 4", "1.125", "10") in tercetak_beda(berkas)
    up2k = berkas.reading().isi.output[3]
    assert up2k.angka == 10
    assert up2k.catatan[0].startswith("Belum melapor: ")
    kecamatan = kabupaten.kecamatan_set.first()
    assert up2k.catatan[1] == f"Tingkat UP2K belum seluruhnya diisi: {kecamatan.nama}."
    nol = dict.fromkeys(("up2k_pemula", "up2k_utama", "up2k_mandiri"), 0)
    KegiatanPkk.objects.update(**nol)
    assert len(berkas.reading().isi.output[3].catatan) == 1


def test_yang_belum_ada_dikatakan(kabupaten):
    berkas = BerkasIkk(kabupaten=kabupaten, tahun=2021)
    kurang = " ".join(berkas.reading().missing)
    for kalimat in (
        "Nomor dokumen belum diisi", "Output 1 belum dapat dijawab: datanya kosong",
        "Formulir tahun 2020 belum ada", "Output 3 belum dapat dijawab",
        "Output 4 belum dapat dijawab: Rincian",
    ):  # fmt: skip
        assert kalimat in kurang
    AngkaIkk.objects.all().delete()
    OutputIkk.objects.all().delete()
    OutcomeIkk.objects.all().delete()
    assert berkas.reading().missing[-2:] == ["IKK outcome belum diisi.", "IKK output belum diisi."]


def test_kecamatan_yang_belum_melapor_disebut(kabupaten):
    RekapLembaga.objects.filter(tahun=2023, kecamatan__kode="16.07.01").delete()
    lembaga = BerkasIkk(kabupaten=kabupaten, tahun=2023).reading().isi.output[2]
    assert list(lembaga.catatan) == ["Belum melapor lengkap: Banyuasin I."]


def test_tanpa_ganda_tanpa_catatan(kabupaten):
    satu = BerkasIkk(kabupaten=kabupaten, tahun=2022).reading().isi
    assert satu.output[0].catatan == ()


def test_lembar_kerja(isi, berkas):
    book = load_workbook(BytesIO(xlsx(berkas.jenis_naskah.lembar(isi))))
    assert book.sheetnames == [
        "Output",
        "Formulir 2023",
        "Formulir 2022",
        "Kelembagaan",
        "PKK Pokja II",
    ]
    lembaga = isi_lembar(book["Kelembagaan"])
    total = next(row for row in lembaga if row[0] == "JUMLAH")
    assert all(str(v).startswith("=SUM(") for v in total[2:11])
    assert any("Jumlah lembaga: 6752." in str(row[0]) for row in lembaga)
    selisih = [c.value for c in book["Output"][7]]
    assert selisih[3:9] == ["111 − 45", 66, "desa yang berlainan", 66, 69, 69]


def test_alur_sampai_mengunci_wilayah(kabupaten, berkas, monkeypatch):
    monkeypatch.setattr(render, "typeset", lambda *isi: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)
    akun = {
        nama: User.objects.get(username=nama)
        for nama in ("operator", "kepala.bidang", "kepala.dinas")
    }
    assert berkas.reading().missing == []
    advance(berkas, langkah="submit", by=akun["operator"])
    advance(BerkasIkk.objects.get(pk=berkas.pk), langkah="approve", by=akun["kepala.bidang"])
    advance(
        BerkasIkk.objects.get(pk=berkas.pk),
        langkah="sign",
        by=akun["kepala.dinas"],
        password="desa-membangun-2023",
    )
    anggota = AnggotaKerjaSama.objects.filter(tahun=2023).first()
    assert "Kerja sama dan lembaga tahun 2023 terkunci" in anggota.sebab_lock()
    assert "terkunci" in RekapLembaga.objects.filter(tahun=2023).first().sebab_lock()
    lalu = AnggotaKerjaSama.objects.filter(tahun=2022).first().sebab_lock()
    assert lalu.startswith("Anggota kerja sama tahun 2022 tercetak pada Bukti IKK 2023")
    assert RekapLembaga.lock_for("16.07", 2022) == ""
    client = Client()
    client.force_login(akun["operator"])
    halaman = client.get("/wilayah/kerja-sama/formulir/?tahun=2023", follow=True).content.decode()
    assert "terkunci" in halaman
    assert client.get("/wilayah/kerja-sama/formulir/xlsx/?tahun=2023").status_code == 200


def test_halaman_berkas(berkas, kabupaten):
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    halaman = client.get(berkas.get_absolute_url()).content.decode()
    assert "Lengkap: semua yang wajib" in halaman
    assert "desa tidak terhitung ganda" in halaman
    kembar = client.post("/wilayah/ikk/tambah/", {"tahun": 2023, "kiriman": "x"})
    assert "Berkas IKK tahun itu sudah ada" in kembar.content.decode()
    assert berkas.tanggal == date(2023, 12, 29)


def test_berkas_tanpa_outcome_mengatakannya():
    """Bukan halaman kosong."""
    (bagian,) = susunan(SimpleNamespace(outcome=(), output=()))
    assert [satu.teks for satu in bagian.pembuka] == [TANPA_OUTCOME]
    assert bagian.is_berkop
