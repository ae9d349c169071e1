"""Uji yang membaca sumber hitung: tiap sumber ikut menurut pernyataannya sendiri."""

from dataclasses import fields

import pytest

from idm.models import IdmDesa
from idm.scoring import Status
from kinerja.dasbor.reports import Saringan, dasbor
from kinerja.models import AngkaTercetak, Indikator, Lkjip, Realisasi
from kinerja.tahun.data import read_data
from kinerja.tahun.rincian import RINCIAN
from kinerja.tahun.sources import SOURCES, Sumber, is_status_desa
from kinerja.tahun.sumber_status import sampai
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v10_satuan
from tests.kinerja.uji.temuan import temuan_kelas
from villages.models import RekapLembaga

pytestmark = pytest.mark.django_db
KEADAAN = [nama for nama, satu in SOURCES.items() if satu.is_keadaan]


@pytest.fixture
def lkjip(kabupaten):
    """LKjIP 2023 tanpa angka dokumen lamanya."""
    AngkaTercetak.objects.all().delete()
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)


def ikk(nomor, **isian):
    rows = Indikator.objects.filter(jenis="ikk", nomor=nomor)
    rows.update(**isian)
    return rows


def v10(lkjip, kata):
    """Temuannya sendiri, sebelum disatukan dengan uji lain atas fakta yang sama."""
    semua = v10_satuan.check(lkjip, TahunKinerja(lkjip.kabupaten, lkjip.tahun), None)
    return [satu for satu in semua.temuan if kata in satu.pesan]


def rinci_lembaga():
    """Pada naskah sumbernya kolom ini tidak ada."""
    kolom = {"lpm": 5, "pkk": 5, "posyandu": 5}
    bagian = ("binaan_lpm", "binaan_pkk", "lpm_berprestasi", "pkk_aktif", "posyandu_aktif")
    RekapLembaga.objects.filter(tahun=2023).update(**kolom, **dict.fromkeys(bagian, 2))


def test_sumber_baru_menyatakan_semuanya():
    """Tanpa bawaan: yang lupa menyatakan satu hal tidak dapat didaftarkan."""
    nama = [satu.name for satu in fields(Sumber)]
    lengkap = {satu: getattr(SOURCES["idm.berkembang"], satu) for satu in nama}
    assert Sumber(**lengkap) == SOURCES["idm.berkembang"]
    for kurang in nama:
        with pytest.raises(TypeError, match=kurang):
            Sumber(**{satu: isi for satu, isi in lengkap.items() if satu != kurang})


def test_pernyataan_sumber_saling_menjawab():
    """Persen berpenyebut, status desa berincian desa, dan yang lain berkolom rekap."""
    assert set(RINCIAN) == {nama for nama in SOURCES if is_status_desa(nama)}
    for nama, satu in SOURCES.items():
        assert bool(satu.status) is (satu.lembaga is None), nama
        assert satu.pembilang is None or satu.pembilang in satu.status, nama
        assert satu.is_keadaan or satu.penyebut is not None, nama


def test_penyebut_sumber_sama_dengan_penyebut_hasilnya(kabupaten):
    """Yang dipakai menguji persen isian sama dengan yang membagi bila sistem yang menghitung."""
    rinci_lembaga()
    data = read_data(kabupaten, range(2019, 2025))
    diuji = set()
    for nama, satu in SOURCES.items():
        for tahun in range(2019, 2025):
            hasil = satu.hitung(data, tahun)
            if satu.penyebut and hasil:
                banyak, sebutan = satu.penyebut(data, tahun)
                assert (banyak, bool(sebutan)) == (hasil.penyebut, True), (nama, tahun)
                diuji.add(nama)
    assert diuji == {nama for nama, satu in SOURCES.items() if satu.penyebut}
    for satu in SOURCES.values():
        if satu.penyebut:
            assert satu.penyebut(data, 1999)[0] == 0


def test_v4_persen_isian_terhadap_penyebut_status_desa(lkjip):
    """Status tahun laporan belum ada, yang tahun lalu ada: penyebutnya sudah diketahui."""
    IdmDesa.objects.filter(tahun=2023).delete()
    awal = read_data(lkjip.kabupaten, [2023]).status[2022].counts[Status.TERTINGGAL]
    indikator = ikk(6).get(sasaran__periode__tahun_awal=2018)
    isian, _ = Realisasi.objects.update_or_create(
        indikator=indikator, tahun=2023, triwulan=0, bulan=0, defaults={"nilai": "33.33"}
    )
    assert awal == 27
    assert any("atas 27 desa Tertinggal awal" in s.pesan for s in temuan_kelas(lkjip, "V4")) is (
        33.33 not in {round(100 * n / 27, 2) for n in range(28)}
    )
    Realisasi.objects.filter(pk=isian.pk).update(nilai="34")
    assert any("atas 27 desa Tertinggal awal" in s.pesan for s in temuan_kelas(lkjip, "V4"))


@pytest.mark.parametrize("sumber", KEADAAN)
def test_v10_nama_perpindahan_bersumber_keadaan(lkjip, sumber):
    """Tiap sumber yang menghitung keadaan, bukan satu yang disebut namanya."""
    rinci_lembaga()
    indikator = ikk(1, sumber=sumber, nama="Jumlah yang diukur", satuan="%")
    assert not [s for s in v10(lkjip, "angkanya keadaan") if "yang diukur" in s.tempat]
    indikator.update(nama="Jumlah yang diukur menjadi mandiri")
    (temuan,) = [s for s in v10(lkjip, "angkanya keadaan") if "yang diukur" in s.tempat]
    is_dilewati = sumber == "idm.berkembang"  # desa tahun 2022 hanya direkap, jadi yang lain tidak
    assert bool(temuan.dihitung) is is_dilewati


def test_v10_nama_keadaan_bersumber_perpindahan(lkjip):
    assert not v10(lkjip, "yang berpindah setahun")
    ikk(7, nama="Persentase Desa Mandiri")
    (temuan,) = v10(lkjip, "yang berpindah setahun")
    assert temuan.tempat.startswith("IKK 7.")


def test_yang_berpindah_ke_status(lkjip):
    """Yang sudah berstatus itu tidak terhitung; tahun tanpa pasangan tidak diketahui."""
    data = read_data(lkjip.kabupaten, [2023, 2024])
    pindah = data.pindah[2024]
    naik = [n for (dari, ke), n in pindah.items() if ke == "MANDIRI" and dari != "MANDIRI"]
    assert sampai(data, 2024, (Status.MANDIRI,)) == sum(naik)
    assert sampai(data, 2010, (Status.MANDIRI,)) is None
    mandiri = SOURCES["idm.persen_mandiri"]
    kinerja = TahunKinerja(lkjip.kabupaten, 2024)
    _, dihitung = v10_satuan._seharusnya(mandiri, None, kinerja)
    assert dihitung == f"{sum(naik)} desa berpindah"


def test_status_sebagian_disebut_naskah_dan_dasbor(lkjip):
    """Naskah, baris dasbor, halaman indikator dan tabel status menyebut banyak yang sama."""
    kalimat = "desa, jadi belum dihitung."

    def catatan():
        isi = dasbor(lkjip.kabupaten, Saringan(tahun=2023))
        (iku,) = (satu for satu in isi.kelompok if satu.nama == "IKU")
        return [satu.catatan for satu in iku.ukuran]

    assert not any(kalimat in satu for satu in catatan())
    assert not [s for s in temuan_kelas(lkjip, "V6") if kalimat in s.pesan]
    IdmDesa.objects.filter(tahun=2023, desa__nama__startswith="S").delete()
    banyak = IdmDesa.objects.filter(tahun=2023).count()
    lengkap = f"Status desa 2023: Baru {banyak} dari 288 {kalimat}"
    assert all(lengkap in satu for satu in catatan())
    assert [s.pesan for s in temuan_kelas(lkjip, "V6") if kalimat in s.pesan] == [
        f"Baru {banyak} dari 288 {kalimat}"
    ]
    status = dasbor(lkjip.kabupaten, Saringan(tahun=2023)).idm
    assert any(f"baru {banyak} dari 288 desa yang berstatus" in satu for satu in status.sumber)


def test_rekap_lembaga_sebagian_kecamatan_disebut(lkjip):
    """Sebelum semua kecamatan melapor belum dihitung, dan itu dikatakan sekali di naskah."""
    rinci_lembaga()
    ukur = TahunKinerja(lkjip.kabupaten, 2023).pengukuran
    (pkk,) = [i for i in ukur.indikator if i.sumber == "lembaga.pkk_aktif"]
    assert ukur.ukur(pkk).kurang == ""
    RekapLembaga.objects.filter(tahun=2023, kecamatan__kode__endswith="01").delete()
    tersisa = RekapLembaga.objects.filter(tahun=2023).count()
    assert tersisa < 21
    kalimat = f"Baru {tersisa} dari 21 kecamatan, jadi belum dihitung."
    ukur = TahunKinerja(lkjip.kabupaten, 2023).pengukuran
    assert ukur.ukur(pkk).kurang == f"Rekap lembaga 2023: {kalimat} Yang dipakai isian staf."
    assert ukur.ukur(pkk).isi == ukur.ukur(pkk).isian.isi
    tempat = [s.tempat for s in temuan_kelas(lkjip, "V6") if s.pesan == kalimat]
    assert tempat == ["Rekap lembaga 2023"]
