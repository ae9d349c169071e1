"""Kalimat sebagaimana ditulis pejabat: satu yang keliru satu temuan, yang benar tanpa temuan."""

import pytest

from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.kinerja.uji.test_kalimat_angka import temuan

pytestmark = pytest.mark.sekali("kata dalam kalimat tidak bergantung pada basis datanya")
KELIRU = (
    "Berdasarkan hasil pengukuran kinerja tahun 2023, capaian indikator kinerja utama "
    "dinas berada pada angka 95,00 % atau kategori Sangat Berhasil.",
    "Pada IKU 1, dari target sebanyak 243 desa, yang terealisasi sebanyak 220 desa.",
    "Desa tertinggal yang tersisa pada tahun 2023 sebanyak 3 desa.",
    "Jumlah desa maju melonjak menjadi 106 desa pada tahun 2023.",
    "Persentase PKK Aktif tahun 2023 terealisasi 76,70 % dari target 80,60 %.",
    "Realisasi belanja dinas sampai akhir tahun 2023 mencapai Rp 10.716.928.854.",
    "Masih terdapat dana yang tidak terserap sebesar 5,31 % dari pagu anggaran dinas.",
    "Capaian IKK 7 adalah 81,56 % sehingga dikategorikan Sangat Berhasil.",
    "Selama tahun 2023 tidak ada IKK yang mencapai target.",
    "Kelompok Binaan PKK pada tahun 2022 sebesar 1,94.",
    "Desa mandiri pada tahun 2023 bertambah lima desa dari tahun 2022.",
    "Dibanding capaian tahun 2022 sebesar 90,21 %, capaian IKU 1 tahun 2023 turun menjadi 82,30 %.",
    "Anggaran dinas tahun 2023 adalah sebesar Rp. 10.617.928.854,00.",
    "Capaian IKU 1 dalam dua tahun terakhir tetap sama dengan tahun 2022.",
    "IKU 1 menunjukkan tren meningkat dari tahun 2022 ke tahun 2023.",
    "Target 243 desa berkembang pada IKU 1 telah berhasil dipenuhi.",
    "Dengan demikian seluruh target kinerja DPMD tahun 2023 tercapai.",
    "Jumlah desa berstatus tertinggal pada tahun 2022 tercatat 43 desa.",
    "Capaian Persentase Pengentasan Desa Tertinggal adalah 81,48 % dari target 51,16 %.",
    "Dua puluh tujuh desa tertinggal masih ada pada akhir tahun 2023.",
    "Alhamdulillah pada tahun 2023 target IKU 1 dapat dilampaui.",
    "Hasil pengukuran menunjukkan bahwa IKU 1 terealisasi sebanyak 243 desa.",
    "Dari 288 desa, sebanyak 220 desa telah berstatus Berkembang.",
    "Capaian IKU tahun 2022 lebih rendah daripada capaian tahun 2023.",
    "Posyandu Aktif tidak mencapai target pada tahun 2023.",
    "Persentase desa mandiri pada tahun 2023 hanya 1,04 % dari 288 desa.",
    "Program Penataan Desa dengan pagu Rp 520.264.300 terealisasi Rp 520.264.300.",
    "Desa sangat tertinggal masih berjumlah 4 desa pada akhir 2023.",
    "IKK 3, IKK 4, IKK 5, dan IKK 7 mencapai target.",
    "IKU 1 menurun drastis dari 215 desa menjadi 200 desa.",
    "Jumlah desa Maju pada tahun 2021 adalah 49 desa.",
    "Target indikator kinerja utama tahun 2021 sebesar 205 desa.",
    "Realisasi IKU 1 mencapai 82,30 % dari target 215 desa.",
    "Pada tahun 2023 seluruh desa di kabupaten telah bebas dari status tertinggal.",
    "Penyerapan anggaran tahun 2023 berada di bawah 95 persen.",
    "Kinerja DPMD tahun 2023 masuk kategori Cukup Berhasil.",
    "Realisasi anggaran Rp10.361.934.024,- atau 98,69% dari total anggaran.",
    "IKK 6 naik dua kali lipat lebih menjadi 91,48 %.",
)
BENAR = (
    "Berdasarkan hasil pengukuran kinerja tahun 2023, capaian indikator kinerja utama "
    "dinas berada pada angka 82,30 % atau kategori Berhasil.",
    "Pada IKU 1, dari target sebanyak 243 desa, yang terealisasi sebanyak 200 desa.",
    "Desa tertinggal yang tersisa pada tahun 2023 sebanyak 5 desa.",
    "Jumlah desa maju melonjak menjadi 77 desa pada tahun 2023 dari 49 desa pada tahun 2022.",
    "Persentase PKK Aktif tahun 2023 terealisasi 80,60 % dari target 80,60 %.",
    "Realisasi belanja dinas sampai akhir tahun 2023 mencapai Rp 10.361.934.024.",
    "Capaian IKK 7 adalah 81,56 % sehingga dikategorikan Berhasil.",
    "Musyawarah desa dilaksanakan di 288 desa dengan tingkat partisipasi 78 %.",
    "Pembentukan BUM Desa di 180 desa telah mencapai 62,5 % dari jumlah desa.",
    "Penghargaan desa terbaik diterima oleh 3 desa mandiri di Kecamatan Talang Kelapa.",
    "Faktor yang mendukung tercapainya target adalah koordinasi dengan 21 camat.",
    "IKU 1 tidak tercapai karena 28 desa Berkembang naik menjadi Maju.",
    "Dibanding capaian tahun 2022 sebesar 97,21 %, capaian IKU 1 tahun 2023 turun menjadi 82,30 %.",
    "Pemerintah desa diharapkan dapat meningkatkan status desanya pada tahun 2024.",
    "Belum tercapainya target IKU 1 sebesar 17,70 % menjadi perhatian dinas.",
    "Untuk tahun 2024 target IKU 1 diusulkan turun menjadi 210 desa.",
    "Dana desa tahun 2023 terealisasi 99,8 % dari pagu.",
    "Rapat koordinasi dihadiri 90 % kepala desa.",
    "Hanya IKK 7 yang belum mencapai target.",
    "Kecuali IKK 7, seluruh IKK mencapai target.",
    "Alhamdulillah pada tahun 2021 target IKU 1 dapat dilampaui.",
    "Hasil pengukuran menunjukkan bahwa IKU 1 terealisasi sebanyak 200 desa.",
    "Dari 288 desa, sebanyak 200 desa telah berstatus Berkembang.",
    "Capaian IKU tahun 2023 lebih rendah daripada capaian tahun 2022.",
    "Realisasi anggaran Rp10.361.934.024,- atau 96,69% dari total anggaran.",
    "Sebanyak 5 (lima) desa masih berstatus Tertinggal.",
    "Target RPJMD tahun 2026 adalah nol desa tertinggal.",
    "Tidak tercapainya IKU 1 dipengaruhi oleh 28 desa yang naik status menjadi Maju.",
    "Pendampingan dilakukan terhadap 27 desa tertinggal pada tahun 2022 dan 5 desa "
    "tertinggal pada tahun 2023.",
    "Untuk tahun 2024, dinas menargetkan tidak ada lagi desa tertinggal.",
    "Realisasi IKU 1 mencapai 82,30 % dari target 243 desa.",
    "Honor kader posyandu aktif dibayarkan 100 %.",
    "Pelatihan pengelolaan posyandu aktif diikuti 45 kader.",
    "Sekretariat menyerap anggaran sebesar Rp 5.499.574.092.",
    "Pencapaian target IKU 1 memerlukan kerja sama semua pihak.",
    "Dinas bertekad agar pada akhir 2024 target IKU 1 sebesar 260 desa dapat tercapai.",
    "Pada tahun 2023 nilai AKIP dinas 71,50 dengan kategori BB.",
    "Jumlah BUM Desa meningkat dari 150 menjadi 180 unit.",
    "Partisipasi masyarakat dalam musyawarah desa meningkat 12 %.",
    "Jika realisasi IKU 1 turun lagi, target akhir Renstra tidak tercapai.",
)


def test_yang_keliru_bertemuan(kabupaten):
    kinerja = TahunKinerja(kabupaten, 2023)
    luput = [kalimat for kalimat in KELIRU if not temuan(kinerja, kalimat)]
    assert luput == []


def test_yang_benar_tanpa_temuan(kabupaten):
    kinerja = TahunKinerja(kabupaten, 2023)
    dituduh = {kalimat: temuan(kinerja, kalimat) for kalimat in BENAR}
    assert {kalimat: satu for kalimat, satu in dituduh.items() if satu} == {}
