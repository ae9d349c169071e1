"""Pokok, tahun, besaran dan pernyataan: yang keliru disebut dengan angka benarnya.

Angka Banyuasin 2023: IKU 1 target 243, realisasi 200, capaian 82,30 % (2022: 215, 209, 97,21 %;
2021: tercapai 109,63 %); desa 6 Mandiri, 77 Maju, 200 Berkembang, 5 Tertinggal dari 288.
"""

import pytest

from kinerja.models import Indikator, Realisasi, SkalaKualitatif, Target
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator
from tests.kinerja.uji.test_kalimat_angka import temuan

pytestmark = pytest.mark.sekali("kata dalam kalimat tidak bergantung pada basis datanya")
# kalimat, yang dikatakannya (kosong bila seluruh kalimatnya), angka benarnya
TAHUN_LAIN = (
    ("Target IKU 1 tahun 2021 tidak tercapai.", "", "109,63 %"),
    ("Target IKU 1 tahun 2022 tercapai.", "", "97,21 %"),
    ("Pada tahun 2022 IKU 1 telah mencapai target.", "", "97,21 %"),
    ("IKU 1 pada tahun 2022 berhasil memenuhi target yang ditetapkan.", "", "97,21 %"),
    ("Tahun lalu IKK 6 telah melampaui target.", "", "72,73 %"),
    ("IKU 1 gagal tercapai pada tahun 2020.", "", "128,30 %"),
    ("Realisasi IKU 1 tahun 2022 sebesar 205 desa.", "205 desa", "209"),
    ("Realisasi IKU 1 pada tahun lalu 205 desa.", "205 desa", "209"),
    ("Target IKU 1 tahun 2022 adalah 243 desa.", "243 desa", "215"),
    ("IKK 5 tahun 2021 terealisasi 98,69 %.", "98,69 %", "94,70 %"),
    ("Nilai IKK 6 pada 2021 adalah 37,21 %.", "37,21 %", "15,69 %"),
    ("Pada akhir tahun 2022 desa tertinggal tinggal 5 desa.", "5 desa", "27"),
    ("IKU 1 naik dari 205 desa pada 2021 menjadi 215 desa pada 2022.", "menjadi 215 desa", "209"),
    ("Desa mandiri naik dari 1 desa pada 2021 menjadi 4 desa pada 2022.", "menjadi 4 desa", "3"),
)
BILANGAN = (
    ("Realisasi IKU 1 tahun 2023 sebesar 205 desa", "205 desa", "200"),
    ("Target IKU 1 tahun 2023 sebesar 250", "250", "243"),
    ("IKU 1 mencapai 210 desa", "210 desa", "200"),
    ("IKU 1 hanya 190 desa", "190 desa", "200"),
    ("IKU 1 masih kurang 40 desa dari target.", "40 desa", "43"),
    ("Target IKU 1 tercapai sebesar 210 desa.", "210 desa", "200"),
    ("Target IKU 1 tercapai 97,21 %.", "97,21 %", "82,30 %"),
    ("IKU 1 turun 9 desa dari 215 desa pada tahun 2022.", "semula 215 desa", "209"),
    ("IKU 1 turun 5 desa dibandingkan tahun 2022.", "5 desa", "209 menjadi 200"),
    ("Penurunan IKU 1 sebesar 12 desa terjadi pada 2023.", "12 desa", "209 menjadi 200"),
    ("Persentase Posyandu Aktif mencapai 95,69 % pada tahun 2023.", "95,69 %", "98,69 %"),
    ("Realisasi LPM Berprestasi 76,39 % pada tahun 2023.", "76,39 %", "78,36 %"),
    ("Rata-rata capaian IKK 82,30 %.", "82,30 %", "109,27 %"),
    ("Capaian kinerja DPMD pada tahun 2023 sebesar 98,5 %.", "98,5 %", "82,30 %"),
)
STATUS = (
    ("Jumlah desa berkembang 205 desa", "205 desa", "200"),
    ("Tertinggal tinggal 4 desa", "4 desa", "5"),
    ("Hanya ada tiga desa yang masih Tertinggal di kabupaten ini.", "3 desa", "5"),
    ("Ada 3 desa yang masih berstatus Tertinggal.", "3 desa", "5"),
    ("Sebanyak 205 desa telah berstatus Berkembang.", "205 desa", "200"),
    ("Kabupaten ini bebas dari desa tertinggal.", "0 desa Tertinggal", "5"),
    ("Tidak terdapat lagi desa tertinggal di kabupaten ini.", "0 desa Tertinggal", "5"),
    ("Di Kabupaten Banyuasin terdapat 304 desa.", "304 desa", "288"),
    ("Kabupaten Banyuasin terdiri atas 20 kecamatan dan 288 desa.", "20 kecamatan", "21"),
    ("Desa mandiri sebesar 5 % dari seluruh desa.", "5 %", "2,08 %"),
    ("Desa Maju dan Mandiri turun.", "", "52 menjadi 83"),
    ("Seluruh desa di kabupaten ini telah berstatus minimal Berkembang.",
     "seluruh desa desa Berkembang dan Maju dan Mandiri", "283"),
)  # fmt: skip
TERCAPAI = (
    ("Target IKU 1 telah dicapai.", "", "82,30 %"),
    ("IKU 1 menyentuh target.", "", "82,30 %"),
    ("IKU 1 menembus target.", "", "82,30 %"),
    ("IKU 1 menyamai target.", "", "82,30 %"),
    ("Realisasi IKU 1 sesuai target.", "", "82,30 %"),
    ("IKU 1 tercapai sepenuhnya.", "", "82,30 %"),
    ("Meskipun anggaran terbatas, target IKU 1 tetap tercapai.", "", "82,30 %"),
    ("Seluruh IKK telah mencapai target.", "", "IKK 7: 81,56 %"),
    ("Ketujuh IKK telah memenuhi target.", "", "IKK 7: 81,56 %"),
    ("Dari tujuh IKK, seluruhnya tercapai.", "", "IKK 7: 81,56 %"),
    ("IKK 1 dan IKK 7 telah mencapai target.", "", "81,56 %"),
    ("Seluruh sasaran strategis telah tercapai.", "", "IKU 1: 82,30 %"),
    ("Tidak satu pun IKK mencapai target.", "", "6 dari 7"),
    ("Lima dari tujuh IKK mencapai target.", "5", "6 dari 7"),
    ("IKU 1 belum tercapai, sedangkan IKK 6 juga belum tercapai.", "", "183,35 %"),
    ("IKU 1 mengalami kenaikan.", "", "209 menjadi 200"),
    ("IKU 1 stagnan dibandingkan tahun lalu.", "", "209 menjadi 200"),
    ("Kinerja dinas meningkat dibandingkan tahun 2022.", "", "97,21 % menjadi 82,30 %"),
    ("Kinerja dinas berpredikat Sangat Berhasil.", "Sangat Berhasil", "Berhasil"),
)
UANG = (
    ("Anggaran direalisasikan Rp 10.361.934.000.", "Rp 10.361.934.000", "Rp 10.361.934.024"),
    ("Pagu DPMD Rp 10.700.000.000.", "Rp 10.700.000.000", "Rp 10.716.928.854"),
    ("Belanja dinas sebesar Rp 9 miliar.", "Rp 9 miliar", "Rp 10.361.934.024"),
    ("Pagu anggaran dinas dua belas miliar rupiah.", "Rp 12.000.000.000", "Rp 10.716.928.854"),
    ("Anggaran yang tidak terserap mencapai Rp 400 juta.", "Rp 400 juta", "Rp 354.994.830"),
    ("Anggaran dinas tahun 2023 terserap seluruhnya 100 %.", "100 %", "96,69 %"),
    ("Penggunaan anggaran sudah efisien.", "",
     "tidak efisien: capaian 82,30 % dan penyerapan 96,69 %"),
)  # fmt: skip
ENTAS = (
    ("Sebanyak 21 dari 27 desa tertinggal terentaskan.", "21", "22"),
    ("Sebanyak 22 dari 28 desa tertinggal telah berhasil dientaskan.", "28 desa", "27"),
    ("Sebanyak 20 desa tertinggal terentaskan pada tahun 2023.", "20 desa", "22"),
    ("Desa tertinggal yang terentaskan 80 %.", "80 %", "81,48 %"),
)
MASING_MASING = (
    ("Capaian IKK 6 dan IKK 7 masing-masing sebesar 183,35 % dan 91,56 %.", "91,56 %", "81,56 %"),
    ("Capaian IKK 6 dan IKK 7 berturut-turut 83,35 % dan 81,56 %.", "83,35 %", "183,35 %"),
    ("IKK 5 dan IKK 7 masing-masing 98,69 %.", "98,69 %", "1,44 %"),
    ("IKK 3, IKK 4 dan IKK 5 masing-masing mencapai 78,36 %, 80,60 % dan 90 %.", "90 %", "98,69 %"),
    ("Target dan realisasi IKU 1 masing-masing 243 desa dan 205 desa.", "205 desa", "200"),
    ("Pagu dan realisasi anggaran dinas masing-masing Rp 10.716.928.854 dan Rp 9 miliar.",
     "Rp 9 miliar", "Rp 10.361.934.024"),
    ("Desa Maju dan Mandiri masing-masing 70 dan 6 desa.", "70", "77"),
    ("Sisa pagu DPMD tahun 2023 Rp 400.000.000.", "Rp 400.000.000", "Rp 354.994.830"),
    ("Pagu dinas berubah dari Rp 10.000.000.000 menjadi Rp 10.700.000.000.",
     "menjadi Rp 10.700.000.000", "yang berlaku Rp 10.716.928.854"),
)  # fmt: skip
BENAR = (
    "Capaian IKK 6 dan IKK 7 masing-masing sebesar 183,35 % dan 81,56 %.",
    "Target dan realisasi IKU 1 masing-masing 243 desa dan 200 desa.",
    "Sebanyak 22 dari 27 desa tertinggal terentaskan atau 81,48 %.",
    "Sebanyak 22 desa tertinggal telah dientaskan dan 5 desa tertinggal masih tersisa.",
    "Pada tahun 2024 ditargetkan 5 desa tertinggal dientaskan.",
    "Dinas melatih 3 kelompok di 2 kecamatan, masing-masing 10 orang.",
    "Pagu sub kegiatan masing-masing Rp 5.000.000 dan Rp 6.000.000.",
    "Desa Maju dan Mandiri masing-masing 77 dan 6 desa. Sisa pagu DPMD tahun 2023 Rp 354.994.830.",
    "IKK 6, IKK 7 dan IKU 1 masing-masing 81,48 % dan 1,44 %.",
    "Pagu dinas diusulkan berubah menjadi Rp 12 miliar. Pagu dinas setelah pergeseran Rp 9 miliar.",
    # tahun lain
    "Target IKU 1 tahun 2021 tercapai, tahun 2022 tidak.",
    "Target IKU 1 tahun 2022 belum tercapai.",
    "IKU 1 pada tahun 2019 melampaui target dengan capaian 139,69 %.",
    "Pada tahun 2022 IKU 1 terealisasi 209 desa. Capaiannya 97,21 %.",
    "Selama 2018–2021 target IKU 1 selalu tercapai.",
    "IKU 1 naik dari 205 desa pada 2021 menjadi 209 desa pada 2022.",
    "IKU 1 turun 9 desa dari 209 desa pada tahun 2022. Kinerja IKU 1 tergolong Berhasil.",
    "IKU 1 belum menyentuh target. IKU 1 hampir menembus target.",
    "Hanya ada 5 desa yang masih Tertinggal.",
    "Pada tahun 2024 IKU 1 ditargetkan 260 desa.",
    # tujuan, syarat, nyaris
    "Upaya untuk mencapai target IKU 1 terus dilakukan.",
    "Strategi mencapai target IKU 1 adalah pembinaan.",
    "Dalam rangka mencapai target IKU 1 dilakukan pembinaan.",
    "IKU 1 hampir mencapai target. IKU 1 nyaris tercapai. Target IKU 1 sulit tercapai.",
    "Kendala utama dalam mencapai target IKU 1 adalah terbatasnya anggaran.",
    "Agar target IKU 1 tercapai, diperlukan tambahan anggaran sebesar Rp 2 miliar.",
    "Apabila seluruh desa tertinggal terentaskan, target IKU 1 tercapai.",
    "Target IKU 1 baru tercapai sebagian. Target IKU 1 tercapai sebesar 200 desa.",
    "IKU 1 masih kurang 43 desa. Target IKU 1 tercapai 82,30 %.",
    "Tercapainya target IKU 1 bergantung pada dukungan desa.",
    # milik yang lain, atau tidak dikenal
    "Kehadiran pegawai 95 %. Dari 88 pegawai, 28 % adalah ASN.",
    "Dinas melaksanakan 12 kegiatan pembinaan di 50 desa.",
    "Dari 200 desa tersebut, 35 % mengikuti pelatihan.",
    "Bobot IKU 1 dalam penilaian kinerja pegawai sebesar 40 %.",
    "Survei kepuasan masyarakat memperoleh nilai 85,5 %.",
    "Target nasional pengentasan desa tertinggal 10.000 desa telah tercapai.",
    "Target pendampingan 50 desa tercapai 100 %.",
    "Kenaikan target IKU 1 sebesar 28 desa dibandingkan tahun 2022 perlu ditinjau kembali.",
    # status dan bagiannya
    "Sebanyak 200 dari 288 desa atau 69,44 % berstatus Berkembang.",
    "Terdapat 288 desa di Kabupaten Banyuasin. Tertinggal tinggal 5 desa.",
    "Desa berkembang, maju, dan mandiri berjumlah 283 desa.",
    "Persentase desa mandiri terhadap seluruh desa adalah 2,08 %.",
    "Sebanyak 22 desa tertinggal berhasil naik status menjadi Berkembang.",
    "Masih terdapat 5 desa tertinggal. Tidak semua desa tertinggal dapat dientaskan.",
    "Bimbingan teknis diikuti 288 kepala desa dari 21 kecamatan.",
    # kelompok
    "Enam dari tujuh IKK telah mencapai target dan satu IKK belum mencapai target.",
    "Seluruh sasaran kegiatan tercapai. Belum semua sasaran tercapai.",
    "Belum semua IKK mencapai target. Sebagian IKK mencapai target.",
    "Rata-rata capaian IKK 109,27 %. Kinerja dinas berpredikat Berhasil.",
    # uang
    "Pagu anggaran dinas berubah dari Rp 10.000.000.000 menjadi Rp 10.716.928.854.",
    "Pagu semula Rp 9.500.000.000 bertambah menjadi Rp 10.716.928.854 setelah perubahan.",
    "Anggaran dinas direalisasikan Rp 10.361.934.024 atau 96,69 %. Pagu DPMD Rp 10,72 miliar.",
    "Penggunaan anggaran belum efisien. Belanja pegawai sebesar Rp 3.000.000.000.",
    "Alokasi Dana Desa naik 5 % dibandingkan tahun 2022. Pagu indikatif tahun 2024 Rp 11 miliar.",
)


@pytest.mark.parametrize(
    "tabel", [TAHUN_LAIN, BILANGAN, STATUS, TERCAPAI, UANG, MASING_MASING, ENTAS]
)
def test_yang_keliru_disebut(kabupaten, tabel):
    kinerja = TahunKinerja(kabupaten, 2023)
    for kalimat, dikatakan, benar in tabel:
        (satu,) = temuan(kinerja, kalimat)
        assert (satu.tempat, satu.tercetak, satu.dihitung) == (
            "Kendala",
            dikatakan or kalimat.split(". ")[-1],
            benar,
        ), kalimat


def test_yang_benar_tidak_dituduh(kabupaten):
    kinerja = TahunKinerja(kabupaten, 2023)
    dituduh = {kalimat: temuan(kinerja, kalimat) for kalimat in BENAR}
    assert {kalimat: satu for kalimat, satu in dituduh.items() if satu} == {}


def test_bagian_berjudul_satu_indikator(kabupaten):
    """Tanpa judul itu pokoknya tidak pasti; judul lain mengakhirinya."""
    kinerja = TahunKinerja(kabupaten, 2023)
    for isi in ("Target tercapai.", "Realisasi mencapai 210 desa.", "Capaian 97,21 %."):
        (keliru,) = temuan(kinerja, f"Analisis IKU 1\n{isi}")
        assert keliru.dihitung in ("82,30 %", "200")
        assert temuan(kinerja, isi) == []
        for judul in ("Faktor pendukung", "IKU 1 dan IKK 6", "Capaian tahun lalu:"):
            assert temuan(kinerja, f"Analisis IKU 1\n{judul}\n{isi}") == [], judul
    for isi in ("Target tidak tercapai.", "Realisasi 200 desa.", "Capaian nasional 75 %."):
        assert temuan(kinerja, f"Analisis IKU 1\n{isi}") == []


def test_naik_turunnya_sebutan(kabupaten):
    """B menjadi A naik walau urutannya mengecil; target A menjadi BB turun."""
    skala = SkalaKualitatif.objects.bersama("kategori-akip")
    tingkat = {satu.nama: satu for satu in skala.tingkat.all()}
    sasaran = Indikator.objects.get(sasaran__periode__perangkat_daerah=kabupaten.dinas, jenis="iku")
    isi = {"jenis": "iku", "nomor": 2, "nama": "Kategori akuntabilitas dinas"}
    iku = make_indikator(kabupaten, sasaran=sasaran.sasaran, skala_kualitatif=skala, **isi)
    for tahun, target, hasil in ((2022, "A", "B"), (2023, "BB", "A")):
        Target.objects.create(indikator=iku, tahun=tahun, tingkat=tingkat[target])
        Realisasi.objects.create(indikator=iku, tahun=tahun, tingkat=tingkat[hasil])
    kinerja = TahunKinerja(kabupaten, 2023)
    for kalimat, benar in (
        ("IKU 2 turun dibandingkan tahun 2022.", "B menjadi A"),
        ("Target IKU 2 naik dibandingkan tahun 2022.", "A menjadi BB"),
        ("IKU 2 tidak mencapai target pada tahun 2023.", "100,00 %"),
    ):
        (satu,) = temuan(kinerja, kalimat)
        assert satu.dihitung == benar, kalimat
    for kalimat in (
        "IKU 2 meningkat dibandingkan tahun 2022.",
        "Target IKU 2 tahun 2023 tercapai.",
    ):
        assert temuan(kinerja, kalimat) == [], kalimat
