"""Jumlah pagu yang belum memuat semuanya bertanda pada tiap halaman dan naskah yang mencetaknya."""

import datetime
import re
from itertools import chain

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Bidang, Kabupaten, User
from core.kaki import SEBAGIAN
from core.spreadsheet import xlsx
from core.tampilan import tampil
from documents.impor.kisi import check
from documents.lembar import lembar
from documents.pembaca import read
from documents.printing import print_html
from kinerja.dasbor.lembar.uang import tabel_uang
from kinerja.dasbor.reports.uang import penyerapan
from kinerja.models import NaskahKinerja, PerjanjianKinerja, SubKegiatan
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.pengukuran.grids import EvaluasiGrid
from kinerja.perencanaan.lembar import pohon as lembar_pohon
from kinerja.perencanaan.reports import isi_pohon
from kinerja.tahun.pohon import DISEBUT, catatan_pagu
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.terbuka.isi import ATAS_DIKETAHUI
from kinerja.terbuka.reports.naskah import PEMBACA
from tests import factories

pytestmark = pytest.mark.django_db
TANPA_PAGU = ("2.13.01.2.08.0001", "2.13.02.2.01.0001")  # demikian pada naskah sumbernya
CATATAN = "* Jumlah yang diketahui saja; pagu belum diketahui: 2.13.01.2.08.0001, 2.13.02."
BERJUMLAH = ("rencana_aksi", "evaluasi", "capaian")


@pytest.fixture
def merangin_nyata(nyata):
    return Kabupaten.objects.get(kode="15.02")


def lengkapi():
    SubKegiatan.objects.filter(kode__in=TANPA_PAGU).update(pagu=0)


def naskah_merangin(jenis, **lain):
    isian = {"kabupaten": Kabupaten.objects.get(kode="15.02"), "tahun": 2024, "jenis": jenis}
    triwulan = 1 if jenis in NaskahKinerja.BERTRIWULAN else 0
    return NaskahKinerja(**isian, triwulan=triwulan, **lain)


def tercetak(naskah):
    """Semua tulisan tabelnya: kepala, isi, tulisan jumlah dan catatan."""
    isi = naskah.reading().isi
    lembar = naskah.jenis_naskah.lembar(isi)
    semua = lembar if isinstance(lembar, list) else [lembar]
    hasil = []
    for tabel in semua:
        kaki = [baris.sel for baris in tampil(tabel) if baris.gaya == "jumlah"]
        hasil += [sel.teks for sel in chain.from_iterable(kaki)]
        hasil += [kepala.teks for kepala in chain.from_iterable(tabel.kepala)]
        hasil += chain.from_iterable(tabel.baris)
        hasil += tabel.semua_catatan
    return hasil


@pytest.mark.parametrize(
    ("jenis", "tulisan"),
    [("rencana_aksi", "Jumlah anggaran"), ("evaluasi", "Total anggaran"), ("capaian", "Pagu")],
)
def test_naskah_menandai_jumlah_sebagian(merangin_nyata, jenis, tulisan):
    sebagian = tercetak(naskah_merangin(jenis))
    assert {f"{tulisan}*", CATATAN} <= set(sebagian)
    lengkapi()
    lengkap = tercetak(naskah_merangin(jenis))
    assert tulisan in lengkap
    assert not any("*" in str(satu) for satu in lengkap if satu)


@pytest.mark.parametrize("jenis", ["rencana_aksi", "evaluasi", "e81"])
def test_induk_yang_pagunya_sebagian_bertanda(merangin_nyata, jenis):
    """Program dan kegiatan di atas yang belum diketahui saja; catatannya menyebut kodenya."""
    naskah = naskah_merangin(jenis)
    isi = naskah.reading().isi
    pohon = TahunKinerja(merangin_nyata, 2024).pohon
    kegiatan = TANPA_PAGU[0][:-5]
    atasan = {
        simpul.obj.nama
        for simpul in pohon.baris
        if simpul.obj.pk
        and simpul.tingkat != "sub"
        and simpul.tingkat != "tambahan"
        and simpul.obj.kode in (kegiatan, kegiatan[:7])
    }
    tulisan = tercetak(naskah)
    assert {f"{nama}*" for nama in atasan} <= set(tulisan)
    assert sum(str(satu).endswith("*") for satu in tulisan) <= len(atasan) + 1
    assert TANPA_PAGU[0] in isi.catatan_pagu
    assert isi.catatan_pagu in tulisan
    lengkapi()
    assert naskah_merangin(jenis).reading().isi.catatan_pagu == ""


def nama_dasbor(kabupaten):
    tabel = tabel_uang(penyerapan(TahunKinerja(kabupaten, 2024)))
    return {baris[1] for baris in tabel.baris}, tabel.catatan


def test_dasbor_menandai_program_yang_pagunya_sebagian(merangin_nyata):
    program = TahunKinerja(merangin_nyata, 2024).pohon.program
    sebagian = {f"{satu.obj.nama}*" for satu in program if satu.catatan_pagu}
    nama, (catatan,) = nama_dasbor(merangin_nyata)
    assert sebagian and sebagian | {"Jumlah*"} <= nama
    assert catatan.startswith("* Pagu ")
    lengkapi()
    nama, catatan = nama_dasbor(merangin_nyata)
    assert not any(satu.endswith("*") for satu in nama) and not catatan


def kata(html):
    """Tulisannya tanpa tanda HTML."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.parametrize("jenis", ["evaluasi", "e81"])
def test_realisasi_sebagian_disebut(merangin_nyata, jenis):
    """Sub kegiatan berpagu yang belum melapor tidak ikut dijumlahkan."""
    (catatan,) = (satu for satu in tercetak(naskah_merangin(jenis)) if "berpagu" in str(satu))
    assert catatan.startswith("Realisasi Rp Triwulan I: ")
    assert catatan.endswith(" baris berpagu; yang kosong tidak dijumlahkan.")
    for sub in SubKegiatan.objects.in_pohon(merangin_nyata, 2024):
        sub.pengukuran.update_or_create(triwulan=1, defaults={"keuangan": 0})
    assert not any("berpagu" in str(satu) for satu in tercetak(naskah_merangin(jenis)))


@pytest.fixture
def berealisasi(merangin_nyata):
    """Semua sub kegiatan Merangin 2024 sudah dilaporkan sampai akhir tahun."""
    for sub in SubKegiatan.objects.in_pohon(merangin_nyata, 2024):
        sub.pengukuran.get_or_create(triwulan=4, defaults={"keuangan": 1})
    return merangin_nyata


def test_kalimat_lkjip_menyebut_pagu_sebagian(berealisasi):
    """Ikhtisar, III.B, IV dan tiap program; yang lengkap tanpa keterangan."""
    SubKegiatan.objects.filter(kode=TANPA_PAGU[1]).update(pagu=0)
    lkjip = create_lkjip(kabupaten=berealisasi, tahun=2024, by="uji")
    teks = kata(print_html(lkjip))
    pagu = "Rp 8.790.633.125"
    assert teks.count(f"berjumlah {pagu} (jumlah yang diketahui saja)") == 3
    assert "Pagunya Rp 4.685.661.625 (jumlah yang diketahui saja)." in teks
    assert "Pagunya Rp 2.359.971.500." in teks
    rujukan = TahunKinerja(berealisasi, 2024).rujukan
    for kunci in ("persen", "sisa", "sisa_persen"):
        assert rujukan[f"anggaran.{kunci}"].teks.endswith(" (atas pagu yang diketahui saja)")
    assert f"Sisanya {rujukan['anggaran.sisa'].teks}." in teks
    lengkapi()
    teks = kata(print_html(lkjip))
    assert f"berjumlah {pagu}." in teks
    assert "diketahui saja" not in teks


def test_rencana_aksi_bidang_menyebut_miliknya_saja(merangin_nyata):
    sub = SubKegiatan.objects.get(kode=TANPA_PAGU[0], induk=None)
    catatan = set()
    for bidang in Bidang.objects.filter(perangkat_daerah=merangin_nyata.dinas):
        isi = naskah_merangin("rencana_aksi", bidang=bidang).reading().isi
        is_milik = bidang.pk == sub.penanggung_jawab_id
        assert (TANPA_PAGU[0] in isi.catatan_pagu) == is_milik, bidang
        catatan.add(isi.catatan_pagu)
    assert "" in catatan


def test_lkjip_menandai_jumlah_sebagian(merangin_nyata):
    lkjip = create_lkjip(kabupaten=merangin_nyata, tahun=2024, by="uji")
    teks = print_html(lkjip)
    assert "Total Realisasi Keuangan Sasaran*" in teks
    assert teks.count(CATATAN) == 3  # ikhtisar, anggaran perjanjian, akuntabilitas keuangan
    lengkapi()
    teks = print_html(lkjip)
    assert "Total Realisasi Keuangan Sasaran<" in teks
    assert "Jumlah yang diketahui saja" not in teks


@pytest.mark.parametrize("tingkat", ["II", "III"])
def test_perjanjian_menandai_jumlah_sebagian(merangin_nyata, tingkat):
    PerjanjianKinerja.objects.all().delete()
    bidang = SubKegiatan.objects.get(kode=TANPA_PAGU[0], induk=None).penanggung_jawab
    dinas = merangin_nyata.dinas
    pihak = factories.make_pejabat(
        merangin_nyata, nama="Uji", is_kepala=False, mulai=datetime.date(2020, 1, 1)
    )
    pk = PerjanjianKinerja.objects.create(
        kabupaten=merangin_nyata,
        tahun=2024,
        tingkat=tingkat,
        bidang=bidang if tingkat == "III" else None,
        pihak_pertama=pihak,
        pihak_kedua=dinas.pejabat_set.kepala().get(),
        nomor="1",
        tanggal=datetime.date(2024, 1, 31),
    )
    sebagian = tercetak(pk)
    assert "Jumlah*" in sebagian
    assert [satu for satu in sebagian if TANPA_PAGU[0] in str(satu) and "diketahui saja" in satu]
    lengkapi()
    pk = PerjanjianKinerja.objects.get(pk=pk.pk)
    assert "Jumlah" in tercetak(pk)
    assert pk.reading().isi.catatan_pagu == ""


def test_pohon_menandai_jumlah_sebagian(merangin_nyata):
    """Halaman, tabel dan gambarnya; cabang yang kurang menyebut banyaknya."""
    client = Client()
    client.force_login(User.objects.get(username="operator.merangin"))
    alamat = reverse("kinerja:pohon") + "?tahun=2024"
    teks = " ".join(client.get(alamat).content.decode().split())
    assert "pagu Rp 8.790.633.125*" in teks
    assert "(1 sub kegiatan belum berpagu)" in teks
    isi = isi_pohon(TahunKinerja(merangin_nyata, 2024))
    tabel = lembar_pohon(isi)
    assert tabel.baris[-1][1] == "Jumlah*"
    assert list(tabel.catatan) == [CATATAN]
    assert any("1 sub kegiatan belum" in svg for _, svg in isi.gambar)
    lengkapi()
    isi = isi_pohon(TahunKinerja(merangin_nyata, 2024))
    tabel = lembar_pohon(isi)
    assert (tabel.baris[-1][1], list(tabel.catatan)) == ("Jumlah", [])
    assert "belum berpagu" not in client.get(alamat).content.decode()


def test_pagu_menurut_dokumen_bukan_jumlah_sebagian(kabupaten):
    """Banyuasin 2023: pagu program dari dokumennya, sub kegiatannya tidak semua diketahui."""
    SubKegiatan.objects.filter(kegiatan__program__tahun=2023).update(pagu=None)
    pohon = TahunKinerja(kabupaten, 2023).pohon
    assert pohon.anggaran.pagu is not None
    assert (pohon.tanpa_pagu, pohon.catatan_pagu) == ([], "")


def test_yang_seluruhnya_tidak_diketahui_tidak_bertanda(merangin_nyata):
    SubKegiatan.objects.update(pagu=None, pagu_perubahan=None)
    pohon = TahunKinerja(merangin_nyata, 2024).pohon
    assert [simpul.obj.kode for simpul in pohon.tanpa_pagu][:2] == ["2.13.01", "2.13.02"]
    assert pohon.catatan_pagu == ""


def test_kode_yang_banyak_disebut_sebagian(merangin_nyata):
    sub = TahunKinerja(merangin_nyata, 2024).pohon.sub[: DISEBUT + 2]
    assert catatan_pagu(sub[0].pagu, sub).endswith(" dan 2 lagi.")
    assert catatan_pagu(sub[0].pagu, sub[:1]).endswith(f": {sub[0].obj.kode}.")


def test_kisi_evaluasi_dan_lembarnya_menandai(merangin_nyata):
    """Sama di layar dan XLSX; lembarnya tetap terbaca kembali tanpa ubahan."""
    operator = User.objects.get(username="operator.merangin")
    grid = EvaluasiGrid(operator, 2024)
    grid.is_lembar = True
    bertanda = {row.label for row in grid.rows() if row.label.endswith("*")}
    kode = {label.split()[0] for label in bertanda}
    assert kode == {"2.13.01", "2.13.01.2.08"}
    tabel = lembar(grid)
    assert bertanda <= {baris[1] for baris in tabel.baris}
    assert tabel.semua_catatan == (SEBAGIAN,)
    hasil = check(grid, read("evaluasi.xlsx", xlsx(tabel)))
    assert (hasil.kesalahan, hasil.ubahan) == ([], [])
    lengkapi()
    grid = EvaluasiGrid(operator, 2024)
    assert not any(row.label.endswith("*") for row in grid.rows())
    assert lembar(grid).kurang == ""


@pytest.mark.parametrize("jenis", ["evaluasi", "e81", "capaian"])
def test_angka_terbuka_menandai_penyerapannya(merangin_nyata, jenis):
    """Yang pagunya sebagian, persennya pun."""
    isi = naskah_merangin(jenis).reading().isi
    bertanda = 0
    for baris in PEMBACA[type(isi)](isi):
        angka = {satu.ukuran: satu.angka for satu in baris.angka}
        if "penyerapan" in angka:
            assert bool(angka["pagu"].sebab) == bool(angka["penyerapan"].sebab)
            bertanda += angka["penyerapan"].sebab == ATAS_DIKETAHUI
    assert bertanda
