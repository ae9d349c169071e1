"""Data sebagian wilayah tidak pernah menjadi angka kabupaten (ADR 104)."""

from decimal import Decimal

import pytest

from accounts.models import User
from idm.models import IdmDesa, RekapStatus
from idm.reports import status_tahun
from kinerja.dasbor.reports import Saringan, dasbor
from kinerja.models import Indikator, Lkjip, Realisasi
from kinerja.naskah.lkjip.reports.kelengkapan import realisasi_kurang
from kinerja.tahun.data import read_data
from kinerja.tahun.sources import hasil, kurang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests import factories
from villages.models import Kecamatan, RekapLembaga

pytestmark = pytest.mark.django_db
ISIAN = Decimal("94.72")  # IKK 5 tahun 2022 menurut LKjIP-nya
SATU = "Rekap lembaga 2022: Baru 1 dari 21 kecamatan, jadi belum dihitung."
BERISIAN = f"{SATU} Yang dipakai isian staf."


def posyandu(kabupaten):
    return Indikator.objects.get(
        sasaran__periode__perangkat_daerah__kabupaten=kabupaten,
        sasaran__periode__tahun_awal=2018,
        sumber="lembaga.posyandu_aktif",
    )


def lapor(kecamatan, **isian):
    """Rekap lembaga 2022 kecamatan itu: 5 dari 10 posyandu aktif."""
    for satu in kecamatan:
        kolom = {"posyandu": 10, "posyandu_aktif": 5, **isian}
        RekapLembaga.objects.create(kecamatan=satu, tahun=2022, **kolom)


def ukur(kabupaten, indikator, tahun=2022):
    return TahunKinerja(kabupaten, tahun).pengukuran.ukur(indikator)


def test_isian_berdiri_selama_kecamatan_lain_belum_melapor(kabupaten):
    """LKjIP tahun berikutnya, dasbor dan ukurannya menyebut angka yang sama, sampai lengkap."""
    indikator = posyandu(kabupaten)
    pertama, *lain = Kecamatan.objects.filter(kabupaten=kabupaten)
    lapor([pertama])
    ukuran = ukur(kabupaten, indikator)
    assert (ukuran.realisasi, ukuran.hasil, ukuran.kurang) == (ISIAN, None, BERISIAN)
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    (baris,) = [b for b in lkjip.reading().isi.beberapa_tahun["ikk"].baris if b.nomor == 5]
    tahun = lkjip.reading().isi.beberapa_tahun["ikk"].tahun
    assert baris.realisasi[tahun.index(2022)].angka == ISIAN
    kelompok = dasbor(kabupaten, Saringan(tahun=2022)).kelompok
    (di_dasbor,) = [u for k in kelompok for u in k.ukuran if u.ukuran.indikator == indikator]
    assert di_dasbor.ukuran.realisasi == ISIAN
    assert BERISIAN in di_dasbor.catatan
    lapor(lain[:-1])
    assert ukur(kabupaten, indikator).realisasi == ISIAN
    lapor(lain[-1:], posyandu_aktif=None)  # melapor, belum merinci
    ukuran = ukur(kabupaten, indikator)
    assert (ukuran.realisasi, ukuran.kurang) == (ISIAN, BERISIAN.replace("1 dari", "20 dari"))
    RekapLembaga.objects.filter(tahun=2022).update(posyandu_aktif=5)
    ukuran = ukur(kabupaten, indikator)
    assert (ukuran.realisasi, ukuran.kurang) == (Decimal(50), "")


def test_tanpa_isian_belum_diketahui(kabupaten, client):
    """Halaman indikator dan daftar yang belum diisi menyebut berapa yang melapor."""
    indikator = posyandu(kabupaten)
    Realisasi.objects.filter(indikator=indikator, tahun=2022).delete()
    lapor(Kecamatan.objects.filter(kabupaten=kabupaten)[:1])
    kinerja = TahunKinerja(kabupaten, 2022)
    ukuran = kinerja.pengukuran.ukur(indikator)
    assert (ukuran.realisasi_cetak, ukuran.capaian.persen, ukuran.kurang) == (None, None, SATU)
    (satu,) = [s for s in realisasi_kurang(kinerja) if str(indikator) in s.label]
    assert satu.alasan == f"{SATU} LKjIP menunggunya."
    client.force_login(User.objects.get(username="operator"))
    halaman = client.get(indikator.get_absolute_url(), {"tahun": 2022}).content.decode()
    assert SATU in halaman
    assert "50,00" not in halaman


def test_rekap_status_berdiri_selama_baris_desa_belum_lengkap(kabupaten):
    """Satu desa yang statusnya diketahui tidak menggantikan rekap 288 desa."""
    rekap = RekapStatus.objects.get(kabupaten=kabupaten, tahun=2022)
    lengkap = status_tahun(kabupaten, 2022)
    desa = IdmDesa.objects.filter(tahun=2023).first().desa
    factories.make_idm(desa, tahun=2022)
    status = status_tahun(kabupaten, 2022)
    assert status.counts == lengkap.counts == rekap.counts()
    assert status.sumber == f"{rekap.sumber}; baris per desa baru 1 dari 288 desa"


@pytest.mark.parametrize(
    ("sumber", "menunggu"),
    [("idm.berkembang", {2023}), ("idm.pengentasan_tertinggal", {2023, 2024})],
)
def test_status_desa_sebagian_menunggu(kabupaten, sumber, menunggu):
    """Tahun itu, dan tahun sesudahnya bila sumbernya membandingkan keduanya."""
    semula = read_data(kabupaten, (2022, 2024))
    IdmDesa.objects.filter(tahun=2023).first().delete()
    data = read_data(kabupaten, (2022, 2024))
    for tahun in (2022, 2023, 2024):
        sebab = [str(satu) for satu in kurang(sumber, data, tahun)]
        if tahun in menunggu:
            assert hasil(sumber, semula, tahun) is not None
            assert hasil(sumber, data, tahun) is None
            assert sebab == ["Status desa 2023: Baru 287 dari 288 desa, jadi belum dihitung."]
        else:
            assert hasil(sumber, data, tahun) == hasil(sumber, semula, tahun)
            assert sebab == []
