"""Kalimat terhadap angka hidupnya, semuanya atas satu tahun yang dihitung sekali."""

from types import SimpleNamespace

import pytest

from documents.uji import satu_tiap_fakta, semua_temuan
from kinerja.models import PeriodeRenstra
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v10_satuan, v11_simpulan, v11_status, v11_uang
from tests.factories import make_indikator, make_realisasi, make_target

pytestmark = pytest.mark.sekali("kata dalam kalimat tidak bergantung pada basis datanya")
NAIK = "menyatakan naik"
PREDIKAT = "Predikatnya bukan itu"
IKU = "Jumlah Desa Sangat Tertinggal dan Tertinggal Menjadi Desa Berkembang"
SERAPAN, BESAR = "Serapan ", "Besar naik atau turunnya"
CAPAIAN = "Capaian IKU 1 tahun 2023 bukan itu"
KE_81 = "37,21 % menjadi 81,48 %"
KELIRU = (
    ("Realisasi IKU naik dibandingkan tahun 2022.", NAIK, "209 menjadi 200"),
    ("Realisasi indikator kinerja utama meningkat.", NAIK, "209 menjadi 200"),
    ("Capaian IKU meningkat.", NAIK, "97,21 % menjadi 82,30 %"),
    ("Realisasi IKU lebih baik daripada tahun lalu.", NAIK, "209 menjadi 200"),
    ("IKK 6 lebih rendah daripada tahun lalu.", "menyatakan turun", KE_81),
    ("Capaian IKU sebesar 97,21 %.", CAPAIAN, "82,30 %"),
    ("Capaian IKU tahun 2023 sebesar 97,21 %.", CAPAIAN, "82,30 %"),
    ("Capaian IKU tahun 2022 sebesar 82,30 %.", "Capaian IKU 1 tahun 2022", "97,21 %"),
    ("IKK 6 terealisasi 90,00 %.", "Realisasi IKK 6", "81,48 %"),
    ("Penyerapan anggaran melampaui 97 %.", SERAPAN, "96,69 %"),
    ("Penyerapan anggaran melampaui 97 persen.", SERAPAN, "96,69 %"),
    ("Penyerapan anggaran di bawah 90 %.", SERAPAN, "96,69 %"),
    ("Penyerapan anggaran sebesar 97,50 persen.", SERAPAN, "96,69 %"),
    ("Sembilan puluh delapan persen anggaran terserap.", SERAPAN, "96,69 %"),
    ("Program Penataan Desa menyerap 99,50 persen.", SERAPAN, "98,34 %"),
    ("Sisa anggaran Rp 354.994.831.", "Sisa anggaran dinas", "Rp 354.994.830"),
    ("Program Penunjang Urusan Pemerintahan Daerah menyerap 99,50 %.", "Serapan", "94,62 %"),
    ("Persentase desa mandiri meningkat menjadi 5 %.", "desa Mandiri tahun 2023", "2,08 %"),
    ("Desa mandiri naik menjadi 5 %.", "desa Mandiri tahun 2023", "2,08 %"),
    ("Persentase desa mandiri naik 5 poin.", BESAR, "1,04 % menjadi 2,08 %"),
    ("Pengentasan Desa Tertinggal meningkat 50 persen.", BESAR, KE_81),
    ("Jumlah desa Maju naik 30 desa menjadi 77 desa.", BESAR, "49 menjadi 77"),
    ("Jumlah desa Maju naik menjadi 78 desa.", "Banyaknya desa Maju tahun 2023", "77"),
    ("Jumlah desa Mandiri bertambah 4 desa.", BESAR, "3 menjadi 6"),
    ("Jumlah desa Mandiri bertambah empat desa.", BESAR, "3 menjadi 6"),
    ("Jumlah desa Mandiri naik tiga kali lipat.", BESAR, "3 menjadi 6"),
    ("Terdapat tujuh desa Mandiri.", "desa Mandiri tahun 2023 bukan itu", "6"),
    ("Tidak ada lagi desa tertinggal.", "desa Tertinggal tahun 2023 bukan itu", "5"),
    ("Desa mandiri pada tahun 2023 sebanyak 9 desa.", "desa Mandiri tahun 2023 bukan itu", "6"),
    ("Predikat capaian IKU adalah Sangat Berhasil.", PREDIKAT, "Berhasil"),
    ("Kinerja IKU 1 tergolong Sangat Berhasil.", PREDIKAT, "Berhasil"),
    ("Seluruh IKU berpredikat Sangat Berhasil.", PREDIKAT, f"IKU 1. {IKU}: Berhasil"),
    ("IKK 6 berpredikat Sangat Berhasil, IKK 7 berpredikat Sangat Berhasil.", PREDIKAT, "Berhasil"),
    ("Desa tertinggal sudah tidak ada.", "desa Tertinggal tahun 2023 bukan itu", "5"),
    ("Tidak satu pun desa tertinggal tersisa.", "desa Tertinggal tahun 2023 bukan itu", "5"),
    ("Seluruh desa tertinggal telah dientaskan.", "desa Tertinggal tahun 2023 bukan itu", "5"),
    ("Realisasi IKU di atas target.", "terhadap target bukan itu", "82,30 %"),
    ("IKK 6 lebih rendah dari target.", "terhadap target bukan itu", "183,35 %"),
    ("IKK 6 mencapai target 100 %.", "Target IKK 6", "44,44 %"),
    ("Capaian IKU antara 85 % dan 100 %.", CAPAIAN, "82,30 %"),
    ("Capaian IKU paling sedikit 85 persen.", CAPAIAN, "82,30 %"),
    ("Capaian kinerja di atas 90 %.", "Capaian kinerja dinas", "82,30 %"),
    ("Capaian IKU 100 %.", CAPAIAN, "82,30 %"),
    ("Realisasi IKU 97,21 %.", CAPAIAN, "82,30 %"),
    ("Pengentasan Desa Tertinggal naik 44,28 persen.", BESAR, KE_81),
    ("Capaian IKK 6 mencapai 44,28 persen.", "Capaian IKK 6", "183,35 %"),
    ("Target sebesar 250 desa berkembang pada tahun 2023 terealisasi 200 desa.", "Target", "243"),
    ("Jumlah desa berkembang adalah 200 (dua ratus satu) desa.", "ejaannya", "201"),
    ("Jumlah desa berkembang adalah 200 (dua ratus satu desa).", "ejaannya", "201"),
    ("Serapan anggaran 96,69 (sembilan puluh enam) persen.", "ejaannya", "96"),
    ("Capaian kinerja rata-rata 103 persen dengan predikat Berhasil.", "Capaian", "82,30 %"),
    ("Capaian kinerja rata-rata 82,30 persen dengan predikat baik sekali.", PREDIKAT, "Berhasil"),
    ("Nilai AKIP 71,5%.", "Nilai evaluasi bukan persen", "71,5"),
    ("Nilai AKIP tahun 2022 adalah 71,5 persen.", "Nilai evaluasi bukan persen", "71,5"),
)
BENAR = (
    "Persentase desa mandiri naik 1,04 poin menjadi 2,08 %.",
    "Persentase desa mandiri meningkat dari 1,04 % menjadi 2,08 %.",
    "Persentase peningkatan desa mandiri naik menjadi 5 %.",
    "Program Penunjang Urusan Pemerintahan Daerah menyerap 94,62 %.",
    "Pada tahun 2023 desa Mandiri berjumlah 6 desa.",
    "Pada tahun 2022 desa Mandiri berjumlah 3 desa.",
    "Pada tahun 2023 desa Tertinggal tersisa 5 desa.",
    "Tahun 2023 desa Tertinggal berkurang 22 desa.",
    "Sampai tahun 2023 desa Berkembang sebanyak 200 desa.",
    "Sisa anggaran Rp 354.994.830. Anggaran yang tidak terserap Rp 354.994.830 atau 3,31 %.",
    "Realisasi IKU turun 9 desa menjadi 200 desa, lebih rendah daripada tahun lalu.",
    "Realisasi IKU lebih rendah daripada target tahun 2023.",
    "Capaian IKU menurun dari 97,21 % menjadi 82,30 %.",
    "Capaian IKU tahun 2022 sebesar 97,21 %.",
    "Capaian IKU yang lebih baik diharapkan pada tahun 2024.",
    "Penyerapan anggaran melampaui 96 % dan tidak mencapai 97 persen.",
    "Penyerapan anggaran sebesar 96,69 persen; 96,69 % anggaran terserap.",
    "Program Penataan Desa menyerap 98,34 persen.",
    "Program Penataan Desa terealisasi 98,34 % dari pagunya, tersisa 1,66 %.",
    "Pengentasan Desa Tertinggal meningkat 44,27 persen.",
    "Pengentasan Desa Tertinggal meningkat 118,98 persen.",
    "Jumlah desa Maju naik 28 desa menjadi 77 desa.",
    "Jumlah desa Mandiri bertambah tiga desa, naik dua kali lipat.",
    "Jumlah desa mandiri pada tahun 2023 sebanyak enam desa.",
    "Salah satu desa Mandiri adalah percontohan.",
    "Tidak ada desa tertinggal yang terlewat; tidak ada desa sangat tertinggal.",
    "Desa sangat tertinggal tidak berubah. Predikat capaian IKU adalah Berhasil.",
    "Kategori IKU belum disebut; predikat tahun lalu Sangat Berhasil.",
    "Predikat Berhasil dan Sangat Berhasil dipakai pada IKU.",
    "Realisasi IKU naik dibandingkan tahun 2024.",
    "Capaian IKU lebih rendah dari target 100 %. Realisasi IKU di bawah target.",
    "Capaian 82,30 % lebih rendah dari target 100 persen; IKK 6 lebih tinggi dari targetnya.",
    "Target IKU lebih rendah dari target tahun lalu. Realisasi IKU di atas target nasional.",
    "Kategori sedang adalah 80 % sampai 90 %. Capaian 80–90 % dikategorikan tinggi.",
    "Berhasil apabila capaian 70 % sampai 85 %. Capaian di atas 85 % berarti Sangat Berhasil.",
    "Capaian IKU antara 80 % dan 100 %. Capaian kinerja maksimal 90 %.",
    "IKK 6 berpredikat Sangat Berhasil, sedangkan IKK 7 berpredikat Berhasil.",
    "Diharapkan seluruh IKU berpredikat Sangat Berhasil.",
    "Realisasi IKK 6 delapan puluh satu koma empat delapan persen.",
    "Desa sangat tertinggal tidak ada lagi. 22 desa tertinggal telah terentaskan.",
    "Desa tertinggal tidak ada yang terlewat. Diharapkan desa tertinggal tidak ada lagi.",
    "Target sebesar 243 desa berkembang pada tahun 2023 terealisasi 200 (dua ratus) desa.",
    "Pada tahun 2025 ditargetkan 250 desa mandiri. Target pelatihan 30 desa berkembang.",
    "Program ini menargetkan 20 desa berkembang menjadi maju.",
    "Pagu Rp 10,7 miliar (sepuluh koma tujuh miliar rupiah). Rapat 3 (dua kali daring).",
    "Serapan anggaran 96,69 (sembilan puluh enam koma enam sembilan) persen.",
    "Capaian kinerja rata-rata 82,30 persen dengan predikat Berhasil.",
    "Kinerja unit pelayanan berpredikat baik. Laporan memperoleh predikat baik sekali.",
    "Nilai AKIP tahun 2022 adalah 71,5 dengan kategori BB. Nilai AKIP naik 5 %.",
)


def temuan(kinerja, kalimat, kode="hambatan"):
    """Temuan uji kalimat atas satu bagian yang hanya berisi `kalimat`."""
    bagian = SimpleNamespace(judul="Kendala", kode=kode, isi=kalimat, get_absolute_url=str)
    naskah = SimpleNamespace(bagian=SimpleNamespace(all=lambda: [bagian]))
    uji = (v10_satuan.akip, v11_simpulan.kata, v11_status.check, v11_uang.check)
    semua = [satu(naskah, kinerja, None) for satu in uji]
    ditemukan = semua_temuan(satu_tiap_fakta(semua))
    return [f for f in ditemukan if f.tempat == "Kendala"]


def test_kalimat_keliru_disebut_dengan_angka_pokoknya(kabupaten):
    kinerja = TahunKinerja(kabupaten, 2023)
    for kalimat, pesan, benar in KELIRU:
        (satu,) = temuan(kinerja, kalimat)
        assert pesan in satu.pesan, kalimat
        assert satu.dihitung == benar, kalimat


def test_kalimat_benar_dan_yang_tidak_pasti(kabupaten):
    kinerja = TahunKinerja(kabupaten, 2023)
    keliru = {kalimat: temuan(kinerja, kalimat) for kalimat in BENAR}
    assert {kalimat: satu for kalimat, satu in keliru.items() if satu} == {}


def test_simpulan_tanpa_pokok_tentang_iku(kabupaten):
    """Satu-satunya IKU 82,30 %; sesudah hal lain dibicarakan pokoknya tidak pasti lagi."""
    kinerja = TahunKinerja(kabupaten, 2023)
    keliru = ("Target tercapai.", "Target sudah terpenuhi 100 persen.", "Capaian 100 %.")
    for kalimat in keliru:
        (satu,) = temuan(kinerja, kalimat, "kesimpulan")
        assert satu.dihitung == "82,30 %", kalimat
        assert temuan(kinerja, kalimat) == []
    benar = (
        "Target tidak tercapai.",
        "Sebagian besar target tercapai.",
        "IKK 6 terealisasi 81,48 %. Target tercapai.",
        "Capaian 82,30 %.",
    )
    for kalimat in benar:
        assert temuan(kinerja, kalimat, "kesimpulan") == [], kalimat


def test_beberapa_iku(kabupaten):
    """Yang bergerak lain disebut; “lebih baik” menurut arah indikatornya."""
    (iku,) = TahunKinerja(kabupaten, 2023).pengukuran.jenis("iku")
    keluhan = make_indikator(
        kabupaten, sasaran=iku.sasaran, jenis="iku", nomor=9, nama="Keluhan", arah="turun"
    )
    for tahun, nilai in ((2022, "12"), (2023, "8")):
        make_target(keluhan, "10", tahun=tahun)
        make_realisasi(keluhan, nilai, tahun=tahun)
    kinerja = TahunKinerja(kabupaten, 2023)
    assert temuan(kinerja, "Realisasi IKU menurun dari tahun lalu.") == []
    assert temuan(kinerja, "Rencana IKU dibahas.") == []
    (naik,) = temuan(kinerja, "Realisasi IKU naik.")
    assert "209 menjadi 200; " in naik.dihitung
    assert temuan(kinerja, "Capaian IKU naik.") == []  # rata-ratanya
    (capaian,) = temuan(kinerja, "Capaian seluruh IKU naik.")
    assert "Keluhan" not in capaian.dihitung
    (mutu,) = temuan(kinerja, "IKU lebih baik daripada tahun lalu.")
    assert "Keluhan" not in mutu.dihitung
    assert temuan(kinerja, "IKU meningkat dibandingkan tahun 2015.") == []
    _predikat_beberapa_iku(kinerja)


def _predikat_beberapa_iku(kinerja):
    """Satu IKU Berhasil, satu Sangat Berhasil; rata-ratanya Sangat Berhasil."""
    benar = (
        "Salah satu IKU berpredikat Berhasil.",
        "Satu IKU berpredikat Sangat Berhasil.",
        "Capaian IKU berpredikat Sangat Berhasil.",
        "IKU 9 berpredikat Sangat Berhasil.",
    )
    keliru = (
        "Semua IKU berpredikat Berhasil.",
        "Salah satu IKU berpredikat Tidak Berhasil.",
        "Dua IKU berpredikat Sangat Berhasil.",
        "Capaian IKU berpredikat Berhasil.",
        "IKU 9 berpredikat Berhasil.",
    )
    assert [kalimat for kalimat in benar if temuan(kinerja, kalimat)] == []
    assert [kalimat for kalimat in keliru if len(temuan(kinerja, kalimat)) != 1] == []


def test_tanpa_skala(kabupaten):
    """Yang tidak diketahui tidak dibandingkan."""
    PeriodeRenstra.objects.update(skala=None)
    kinerja = TahunKinerja(kabupaten, 2023)
    assert temuan(kinerja, "Predikat capaian IKU adalah Sangat Berhasil.") == []
