"""Naskah awal LKjIP: dari data kantornya sendiri, hanya yang dapat dikatakan."""

from decimal import Decimal

import pytest

from idm.models import IndeksDesa, RekapStatus
from kinerja.aturan.teks import polos, terisi
from kinerja.models import (
    BOLEH_KOSONG,
    BagianNaskah,
    EvaluasiAkip,
    Peraturan,
    Program,
    Realisasi,
    Rekomendasi,
    SkalaKualitatif,
    Target,
    TingkatKualitatif,
)
from kinerja.naskah.lkjip.naskah_awal.susun import naskah_awal
from kinerja.naskah.lkjip.reports.analisis import analisis
from kinerja.naskah.lkjip.reports.rujukan import tulisan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import (
    make_desa,
    make_indikator,
    make_instrumen,
    make_kecamatan,
    make_program,
    make_realisasi,
    make_sasaran,
    make_sub,
    make_target,
)

pytestmark = pytest.mark.django_db


def naskah(kabupaten, tahun=2023):
    """Tulisan tiap bagian; angkanya terisi."""
    kinerja = TahunKinerja(kabupaten, tahun)
    tertulis = tulisan(kinerja.rujukan)
    semua = {satu.kode: polos(terisi(satu.isi, tertulis)) for satu in naskah_awal(kinerja)}
    assert set(semua) == set(BagianNaskah.values)
    for isi in semua.values():
        assert "{" not in isi
        assert "tidak dapat dihitung)" not in isi
        assert "tidak dikenal" not in isi
    tiap_indikator = [polos(satu.html) for satu in analisis(kinerja, ())]
    return semua | {"analisis": " ".join(tiap_indikator)}


def iku(kabupaten, nama, **kolom):
    return make_indikator(kabupaten, jenis="iku", nama=nama, **kolom)


def diukur(indikator, target, realisasi, tahun=2023, **kolom):
    make_target(indikator, target, tahun=tahun)
    make_realisasi(indikator, realisasi, tahun=tahun, **kolom)


def rekap(kabupaten, tahun, *banyak):
    kolom = ("mandiri", "maju", "berkembang", "tertinggal", "sangat_tertinggal")
    RekapStatus.objects.create(
        kabupaten=kabupaten, tahun=tahun, sumber="uji", **dict(zip(kolom, banyak, strict=True))
    )


def test_tercapai_dan_belum_dengan_satuan_dan_tahun_lalu(banyuasin):
    naik = iku(banyuasin, "Desa cepat maju", satuan="desa", desimal=0)
    turun = iku(banyuasin, "Keluhan warga", satuan="Nilai", arah="turun", desimal=0)
    diukur(naik, "10", "8", 2022)
    diukur(naik, "10", "12")
    diukur(turun, "5", "9", 2022)
    diukur(turun, "5", "6", penjelasan="Banyak pendatang\nbaru")
    isi = naskah(banyuasin)
    assert (
        "Indikator “Desa cepat maju” ditargetkan 10 desa dan terealisasi 12 desa, sehingga target "
        "tercapai. Realisasinya naik dibandingkan dengan 8 desa pada tahun 2022." in isi["analisis"]
    )
    assert (
        "“Keluhan warga” ditargetkan 5 dan terealisasi 6, sehingga target belum tercapai. "
        "Realisasinya turun dibandingkan dengan 9 pada tahun 2022. Indikator ini makin "
        "rendah makin baik. Banyak pendatang baru."
    ) in isi["analisis"]
    assert "Desa cepat maju" in isi["keberhasilan"]
    assert "Keluhan warga" not in isi["keberhasilan"]
    assert "Keluhan warga" in isi["kendala"]
    assert "target dan rencana aksi “Keluhan warga”" in isi["saran"]
    assert "Sebanyak 1 dari 2 indikator kinerja utama" in isi["capaian_pengantar"]
    assert "target dikurangi selisih" in isi["metode"]
    assert "terbalik" not in isi["metode"]
    assert isi["isu_strategis"] == ""  # target yang meleset bukan isu strategis
    assert "Realisasi setiap indikator diisi dinas; sumbernya" in isi["capaian_pengantar"]


def test_tahun_pertama_tanpa_tahun_lalu_dan_dengan_target_akhir(banyuasin):
    satu = iku(banyuasin, "Desa maju", satuan="desa", desimal=0)
    diukur(satu, "10", "10", 2018)
    make_target(satu, "40", tahun=2023)
    isi = naskah(banyuasin, 2018)
    assert "2017" not in " ".join(isi.values())
    assert "target akhir Rencana Strategis" in isi["metode"]
    assert "tahun-tahun sebelumnya" not in isi["metode"]
    assert (
        "Terhadap target akhir Renstra 2018–2023, yaitu 40 desa, hasil itu setara 25,00 %."
        in (isi["analisis"])
    )


def test_tetap_dan_besaran_yang_berganti(banyuasin):
    tetap = iku(banyuasin, "Tetap", satuan="desa", desimal=0)
    ganti = iku(banyuasin, "Ganti", satuan="desa")
    for satu in (tetap, ganti):
        diukur(satu, "5", "5", 2022)
        diukur(satu, "5", "5")
    ganti.definisi_tahun.create(tahun=2022, satuan="kecamatan", desimal=2)
    isi = naskah(banyuasin)["analisis"]
    assert "Realisasinya tetap dibandingkan dengan 5 desa pada tahun 2022." in isi
    assert isi.count("dibandingkan") == 1


def test_kualitatif_rentang_dan_yang_belum_rilis(banyuasin):
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    wtp, wdp = [
        TingkatKualitatif.objects.create(skala=skala, urutan=n, nama=nama)
        for n, nama in enumerate(("WTP", "WDP"), 1)
    ]
    opini = iku(banyuasin, "Opini BPK", skala_kualitatif=skala, satuan="Opini")
    for tahun, tingkat in ((2022, wdp), (2023, wtp)):
        Target.objects.create(indikator=opini, tahun=tahun, tingkat=wtp)
        Realisasi.objects.create(indikator=opini, tahun=tahun, tingkat=tingkat)
    rilis = iku(banyuasin, "Angka BPS", satuan="%")
    make_target(rilis, "5")
    Realisasi.objects.create(
        indikator=rilis, tahun=2023, keadaan="belum_rilis", sebab="diumumkan bulan Mei"
    )
    rentang = iku(banyuasin, "Dalam batas", satuan="hari", desimal=0)
    Target.objects.create(
        indikator=rentang,
        tahun=2023,
        keadaan="rentang",
        rentang_bawah=3,
        rentang_atas=5,
        sebab="uji",
    )
    make_realisasi(rentang, "4")
    isi = naskah(banyuasin)
    assert (
        "Indikator “Opini BPK” ditargetkan WTP dan memperoleh WTP, sehingga target tercapai. "
        "Pada tahun 2022 hasilnya WDP." in isi["analisis"]
    )
    assert "Indikator “Angka BPS”: Realisasi belum rilis: diumumkan bulan Mei." in (isi["analisis"])
    assert "“Dalam batas” ditargetkan 3–5 hari dan terealisasi 4 hari" in isi["analisis"]
    assert "1 tidak ikut: belum rilis" in isi["ikhtisar"]
    assert "Indikator kualitatif" in isi["metode"]


def test_kantor_tanpa_data_tidak_mengatakan_apa_apa(banyuasin):
    isi = naskah(banyuasin)
    kosong = {kode for kode, teks in isi.items() if not teks.strip()}
    belum = {"landasan_hukum", "capaian_pengantar", "keberhasilan", "kendala", "analisis"}
    uang = {"program_penunjang", "keuangan", "efisiensi", "kesimpulan"}
    assert kosong == belum | uang | set(BOLEH_KOSONG)
    assert "Rp" not in " ".join(isi.values())
    assert "Belum ada hasil evaluasi" in isi["tindak_lanjut"]


def test_semua_indikator_tercapai(banyuasin):
    diukur(iku(banyuasin, "Baik"), "5", "5")
    isi = naskah(banyuasin)
    assert "semua indikator yang dapat dihitung bercapaian seratus persen" in isi["kendala"]
    Realisasi.objects.update(nilai=1)
    assert "belum ada indikator yang bercapaian seratus persen" in naskah(banyuasin)["keberhasilan"]


def test_program_uang_dan_faktor_evaluasi(banyuasin):
    sub = make_sub(banyuasin, pagu=Decimal(1000))
    sub.pengukuran.create(triwulan=1, kinerja=1, keuangan=400, pendorong="Awal", penghambat=" ")
    sub.pengukuran.create(triwulan=4, kinerja=1, keuangan=100, pendorong="Kerja sama warga")
    Program.objects.update(sasaran=make_sasaran(banyuasin, nama="Desa berdaya"))
    make_program(banyuasin, kode="2.08.01", nama="Program penunjang", is_rinci=False)
    isi = naskah(banyuasin)
    assert (
        "Program uji, mendukung sasaran “Desa berdaya”. Pagunya Rp 1.000. Terealisasi Rp 500 atau "
        "50,00 %." in isi["program_penunjang"]
    )
    assert "didukung oleh: Program penunjang." in isi["program_penunjang"]
    assert "Sub kegiatan uji: Kerja sama warga." in isi["keberhasilan"]
    assert "Awal" not in isi["keberhasilan"]
    assert isi["kendala"] == ""
    urusan = "pemberdayaan perempuan dan pelindungan anak serta pemberdayaan masyarakat dan desa"
    assert urusan in isi["gambaran_umum"]


def test_urusan_lain_tanpa_kewenangan_desa(banyuasin):
    make_program(banyuasin, kode="2.08.02")
    isi = naskah(banyuasin)
    assert "penataan desa" not in isi["kewenangan"]
    assert "kewenangan kabupaten di bidang pemberdayaan perempuan" in isi["kewenangan"]
    assert "Standar Pelayanan" not in isi["standar_nasional"]


def test_kota_dan_provinsi(banyuasin):
    banyuasin.jenis = "kota"
    banyuasin.nama = "Uji"
    banyuasin.save()
    make_desa(make_kecamatan(banyuasin), jenis="kelurahan")
    isi = naskah(banyuasin)
    assert "Wali Kota" in isi["kata_pengantar"] + isi["gambaran_umum"]
    assert "pemerintah kelurahan" in isi["kata_pengantar"]
    assert "kewenangan kota" in isi["kewenangan"]
    assert "1 kecamatan dan 1 kelurahan" in isi["gambaran_umum"]
    assert "Penataan desa" in isi["kewenangan"] and "tidak ada padanya" in isi["kewenangan"]
    assert "status desa" not in isi["standar_nasional"]
    banyuasin.jenis = "provinsi"
    banyuasin.save()
    isi = naskah(banyuasin)
    assert "lintas daerah kabupaten/kota" in isi["kewenangan"]
    assert "Gubernur" in isi["tugas_fungsi"]
    assert "Bupati" not in " ".join(isi.values())


def test_idm_sampai_2024_dan_indeks_desa_sejak_2025(banyuasin):
    rekap(banyuasin, 2023, 1, 2, 3, 4, 0)
    rekap(banyuasin, 2024, 2, 2, 3, 3, 0)
    diukur(iku(banyuasin, "Desa berkembang", sumber="idm.berkembang"), "3", "3")
    isi = naskah(banyuasin, 2023)
    assert "Menurut Indeks Desa Membangun tahun 2023 terdapat 1 desa Mandiri" in isi["ikhtisar"]
    isi = naskah(banyuasin, 2024)
    assert "Desa Mandiri: 1 desa pada tahun 2023 dan 2 desa pada tahun 2024." in isi["ikhtisar"]
    assert "pembinaan pada 3 desa Tertinggal" in isi["saran"]
    desa = make_desa(make_kecamatan(banyuasin))
    IndeksDesa.objects.create(
        desa=desa, tahun=2025, instrumen=make_instrumen(), skor=75, status="MAJU"
    )
    isi = naskah(banyuasin, 2025)
    semua = " ".join(isi.values())
    assert "Menurut Indeks Desa tahun 2025 terdapat 1 desa Maju." in isi["ikhtisar"]
    assert "Membangun" not in semua
    assert "IDM" not in semua
    assert "2024" not in isi["ikhtisar"] + isi["analisis_penyebab"]
    rekap(banyuasin, 2026, 1, 0, 0, 0, 1)
    assert (
        "Desa Maju: 1 desa pada tahun 2025 dan 0 desa pada tahun 2026."
        in (naskah(banyuasin, 2026)["ikhtisar"])
    )


def test_indikator_desa_berkembang_dijelaskan_cara_membacanya(banyuasin):
    make_indikator(banyuasin, jenis="iku", sumber="idm.berkembang")
    rekap(banyuasin, 2022, 1, 2, 3, 4, 0)
    rekap(banyuasin, 2023, 2, 2, 2, 4, 0)
    assert "dua arah perubahan" in naskah(banyuasin)["analisis_penyebab"]
    RekapStatus.objects.all().delete()
    rekap(banyuasin, 2023, 0, 0, 0, 0, 0)
    isi = naskah(banyuasin)
    assert "dua arah perubahan" not in isi["analisis_penyebab"]
    assert "Status desa" not in isi["kesimpulan"]


def test_rekomendasi_yang_belum_dijawab_menjadi_saran(banyuasin):
    EvaluasiAkip.objects.create(kabupaten=banyuasin, tahun=2023, nilai=70)
    assert "rekomendasi hasil evaluasi" not in naskah(banyuasin)["saran"]
    Rekomendasi.objects.create(kabupaten=banyuasin, tahun=2023, nomor=1, uraian="Perbaiki")
    isi = naskah(banyuasin)
    assert "rekomendasi hasil evaluasi" in isi["saran"]
    assert "nilai 70,00" in isi["tindak_lanjut"]


def test_peraturan_menurut_tahun_laporan(banyuasin):
    umum = {"tingkat": 4, "tentang": "Evaluasi"}
    Peraturan.objects.create(
        nama="Permen Nomor 12 Tahun 2015", hal="evaluasi", tahun_awal=2015, tahun_akhir=2020, **umum
    )
    Peraturan.objects.create(
        nama="Permen Nomor 88 Tahun 2021", hal="evaluasi", tahun_awal=2021, perubahan="baru", **umum
    )
    Peraturan.objects.create(
        kabupaten=banyuasin, nama="Perda Desa", tingkat=5, tentang="Desa", tahun_awal=2010
    )
    EvaluasiAkip.objects.create(kabupaten=banyuasin, tahun=2023, nilai=70)
    isi = naskah(banyuasin)
    assert (
        "Permen Nomor 88 Tahun 2021 tentang Evaluasi baru; dan\nPerda Desa tentang Desa."
        in (isi["landasan_hukum"])
    )
    assert "2015" not in isi["landasan_hukum"]
    assert "menurut Permen Nomor 88 Tahun 2021" in isi["tindak_lanjut"]
    assert "88" not in naskah(banyuasin, 2019)["landasan_hukum"]
    dinas = banyuasin.dinas
    dinas.dasar_hukum = "Perda Desa"
    dinas.save()
    assert naskah(banyuasin)["landasan_hukum"].count("Perda Desa") == 1
    dinas.dasar_hukum = "Perbup Nomor 1 Tahun 2020"
    dinas.save()
    assert "Perbup Nomor 1 Tahun 2020." in naskah(type(banyuasin).objects.get())["landasan_hukum"]
