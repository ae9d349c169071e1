"""Tiap kantor berbicara tentang dirinya: tidak ada nama daerah lain, tidak ada rujukan mentah."""

import re
from types import SimpleNamespace

import pytest
from django.urls import reverse

from accounts.models import Kabupaten
from documents.uji import semua_temuan
from dpmd import sources
from dpmd.actions import create_kantor, load_daerah, read_daerah
from dpmd.reports.belum_diisi import belum_diisi
from kinerja.aturan.teks import polos, terisi
from kinerja.models import BagianNaskah, PeriodeRenstra, SkalaPredikat
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.naskah.lkjip.naskah_awal.susun import naskah_awal
from kinerja.naskah.lkjip.reports.analisis import analisis
from kinerja.naskah.lkjip.reports.kelengkapan import naskah_kurang
from kinerja.naskah.lkjip.reports.rujukan import tulisan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import (
    v09_tulisan,
    v10_satuan,
    v11_simpulan,
    v11_status,
    v11_uang,
    v13_tahun,
)
from tests.dpmd.test_mulai import rows
from tests.factories import make_indikator, make_program, make_realisasi, make_target, make_user

pytestmark = [
    pytest.mark.sekali("kata dalam naskah tidak bergantung pada basis datanya"),
    pytest.mark.django_db,
]
UJI_KALIMAT = (
    v09_tulisan.check,
    v10_satuan.akip,
    v11_simpulan.kata,
    v11_status.check,
    v11_uang.check,
    v13_tahun.check,
)
BLORA, BANYUASIN, MERANGIN = "33.16", "16.07", "15.02"
MENTAH = re.compile(r"\{|\}|data-angka|tidak dapat dihitung\)|tidak dikenal|belum diisi\)")


def daerah_lain(kabupaten):
    """Nama semua daerah selain miliknya dan provinsinya."""
    semua = sources.semua_daerah().values()
    sendiri = f"{kabupaten.nama} {kabupaten.provinsi}".lower()
    nama = {satu.nama for satu in semua if satu.nama.lower() not in sendiri}
    return re.compile(rf"\b({'|'.join(map(re.escape, sorted(nama)))})\b")


def check(kabupaten, tahun):
    """Tulisan seluruh naskah awal satu tahun, setelah dipastikan miliknya sendiri."""
    kinerja = TahunKinerja(kabupaten, tahun)
    angka = tulisan(kinerja.rujukan)
    semua = {satu.kode: polos(terisi(satu.isi, angka)) for satu in naskah_awal(kinerja)}
    teks = "\n".join(semua.values())
    assert daerah_lain(kabupaten).findall(teks) == []
    assert MENTAH.findall(teks) == []
    assert kalimat_keliru(kinerja) == []
    tiap_indikator = " ".join(polos(satu.html) for satu in analisis(kinerja, ()))
    assert daerah_lain(kabupaten).findall(tiap_indikator) == []
    return semua | {"analisis": tiap_indikator}


def kalimat_keliru(kinerja):
    """Temuan uji kalimat atas naskah awalnya; naskah yang disusun dari data tidak pernah keliru."""
    bagian = [
        SimpleNamespace(judul=satu.kode, kode=satu.kode, isi=satu.isi, get_absolute_url=str)
        for satu in naskah_awal(kinerja)
    ]
    naskah = SimpleNamespace(bagian=SimpleNamespace(all=lambda: bagian))
    semua = [satu(naskah, kinerja, None) for satu in UJI_KALIMAT]
    temuan = semua_temuan(semua)
    return [(f.pesan, f.tercetak) for f in temuan if f.tempat in {satu.judul for satu in bagian}]


def blora():
    """Kantor di luar demo: Renstra 2025–2029, dua IKU, satu program tiap tahun."""
    kabupaten = create_kantor(kode=BLORA, by="uji", **rows(akun="admin.blora"))
    load_daerah(kabupaten=kabupaten, isi=read_daerah(BLORA), by="uji")
    periode = PeriodeRenstra.objects.create(
        perangkat_daerah=kabupaten.dinas,
        nama="Renstra 2025–2029",
        tahun_awal=2025,
        tahun_akhir=2029,
        skala=SkalaPredikat.objects.first(),
    )
    sasaran = periode.sasaran_set.create(nomor=1, nama="Desa makin mandiri")
    for nomor, nama in enumerate(("Persentase desa mandiri", "Keluhan layanan"), 1):
        arah = "naik" if nomor == 1 else "turun"
        satu = make_indikator(
            kabupaten, sasaran=sasaran, jenis="iku", nomor=nomor, nama=nama, arah=arah
        )
        for tahun in (2025, 2026):
            make_target(satu, "20", tahun=tahun)
            make_realisasi(satu, f"{tahun - 2004}", tahun=tahun)
        make_target(satu, "30", tahun=2029)
    for tahun in (2025, 2026):
        make_program(kabupaten, tahun, is_rinci=False, pagu_tercetak=1000, realisasi_tercetak=900)
    return kabupaten


def test_kantor_di_luar_demo(nyata):
    kabupaten = blora()
    awal = check(kabupaten, 2025)
    assert "16 kecamatan, 271 desa dan 24 kelurahan" in awal["gambaran_umum"]
    assert "2024" not in awal["analisis_penyebab"] + awal["ikhtisar"] + awal["kesimpulan"]
    assert "Indeks Desa Membangun" not in "".join(awal.values())
    assert "Indeks Desa" in awal["landasan_hukum"]
    assert "target akhir Renstra 2025–2029, yaitu 30,00 %" in awal["analisis"]
    lanjut = check(kabupaten, 2026)
    assert "naik dibandingkan dengan 21,00 % pada tahun 2025" in lanjut["analisis"]
    assert "Terealisasi Rp 900 atau 90,00 %" in lanjut["program_penunjang"]
    lama = check(kabupaten, 2024)
    assert "Menurut Indeks Desa Membangun tahun 2024 terdapat" in lama["ikhtisar"]
    assert "Merah Putih" not in lama["landasan_hukum"]
    lkjip = create_lkjip(kabupaten=kabupaten, tahun=2025, by="uji")
    assert lkjip.bagian.count() == len(BagianNaskah)
    assert naskah_kurang(lkjip, TahunKinerja(kabupaten, 2025)) == []
    lain = daerah_lain(kabupaten)
    for bagian in lkjip.reading().isi.naskah.values():
        assert not lain.search(bagian.judul + bagian.html)


def test_kota_tanpa_desa(nyata, client):
    kota = create_kantor(kode="33.72", by="uji", **rows(akun="admin.solo"))
    load_daerah(kabupaten=kota, isi=read_daerah("33.72"), by="uji")
    awal = check(kota, 2025)
    assert "Penataan desa" in awal["kewenangan"]
    assert "Peraturan Pemerintah Nomor 17 Tahun 2018" in awal["kewenangan"]
    hukum = awal["landasan_hukum"]
    assert "Nomor 130 Tahun 2018" in hukum
    assert not re.search(r"tentang Desa|Lembaga Kemasyarakatan Desa|Indeks Desa", hukum)
    operator = make_user("operator", kota)
    label = [satu.label for satu in belum_diisi(operator, 2025)]
    assert "Rekap lembaga 2025" in label
    assert not [satu for satu in label if "kerja sama" in satu]
    client.force_login(operator)
    for jalan in ("gambaran", "peringkat", "dasbor", "perencana"):
        halaman = " ".join(client.get(reverse(f"idm:{jalan}")).text.split())
        assert "Kota Surakarta tidak berdesa, hanya kelurahan" in halaman


@pytest.mark.parametrize("berkas", sorted(sources.FOLDER.glob("acuan_*.json")))
def test_acuan_bersama_tidak_menyebut_satu_daerah(berkas):
    semua = {satu.nama for satu in sources.semua_daerah().values() if satu.kode.count(".")}
    kata = set(re.findall(r"[A-Z][a-z]+", berkas.read_text()))
    assert kata & semua == set()


@pytest.mark.parametrize("tahun", range(2018, 2024))
def test_naskah_awal_tahun_lalu_tidak_dituduh(nyata, tahun):
    for kabupaten in Kabupaten.objects.filter(kode__in=(BANYUASIN, MERANGIN)):
        assert kalimat_keliru(TahunKinerja(kabupaten, tahun)) == []


@pytest.mark.parametrize(
    ("kode", "tahun"),
    [(BANYUASIN, 2023), (BANYUASIN, 2024), (BANYUASIN, 2025), (MERANGIN, 2024), (MERANGIN, 2025)],
)
def test_kedua_kantor_demo(nyata, kode, tahun):
    isi = check(Kabupaten.objects.get(kode=kode), tahun)
    assert ("Nomor 3 Tahun 2024" in isi["landasan_hukum"]) == (tahun >= 2024)
