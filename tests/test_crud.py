import pytest

from accounts.models import Bidang, Pejabat, User
from idm.models import RekapStatus
from kinerja.models import (
    AngkaTercetak,
    Dpa,
    EvaluasiAkip,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PeriodeIsian,
    PeriodeRenstra,
    Program,
    RekapPegawai,
    Rekomendasi,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
    Target,
    Tujuan,
)
from tests.crud import CrudTests
from tests.factories import make_wilayah
from villages.models import (
    AnggotaKerjaSama,
    AngkaIkk,
    BerkasIkk,
    Desa,
    FormulirKerjaSama,
    Kecamatan,
    KegiatanPkk,
    KerjaSama,
    Lembaga,
    OutcomeIkk,
    OutputIkk,
    Pengurus,
    RekapLembaga,
    RiwayatWilayah,
    TautanKerjaSama,
)


def operator(kabupaten):
    return User.objects.get(username="operator", kabupaten=kabupaten)


class TestBidang(CrudTests):
    model, username, change = Bidang, "admin", {"nama": "Bidang Uji"}


class TestPejabat(CrudTests):
    model, username, change = Pejabat, "admin", {"jabatan": "Kepala Dinas Uji"}


class TestKecamatan(CrudTests):
    model, username, change = Kecamatan, "admin", {"nama": "Kecamatan Uji"}


class TestDesa(CrudTests):
    model, username, change = Desa, "admin", {"nama": "Desa Uji"}


class TestKerjaSama(CrudTests):
    model, change = KerjaSama, {"tema": "Uji"}


class TestAnggotaKerjaSama(CrudTests):
    model, change = AnggotaKerjaSama, {"keterangan": "Diperiksa"}


class TestRekapLembaga(CrudTests):
    model, change = RekapLembaga, {"rt": "1.234"}


class TestRekapStatus(CrudTests):
    model, change = RekapStatus, {"maju": "7"}


class TestPeriodeRenstra(CrudTests):
    model, change = PeriodeRenstra, {"regulasi": "Peraturan Uji"}


class TestSasaran(CrudTests):
    model, change = Sasaran, {"nama": "Sasaran uji"}


class TestIndikator(CrudTests):
    model, change = Indikator, {"keterangan": "Diperiksa"}


class TestTarget(CrudTests):
    """Mengubah angka target perlu alasan; alasannya bukan kolom target."""

    model, change = Target, {"nilai": "1.234,5"}

    def isian(self, url):
        return super().isian(url) | {"alasan": "Perubahan APBD"}


class TestTujuan(CrudTests):
    model, change = Tujuan, {"nama": "Tujuan lain"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        Tujuan.objects.create(periode=PeriodeRenstra.objects.visible_to(operator(kabupaten)).get(), nama="Tujuan uji")
        self.masuk()


class TestDpa(CrudTests):
    model, change = Dpa, {"nomor": "DPA/2/2023"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        Dpa.objects.create(
            perangkat_daerah=kabupaten.dinas, tahun=2023, jenis="murni", nomor="DPA/1", tanggal="2023-01-02"
        )
        self.masuk()


class TestPeriodeIsian(CrudTests):
    model, username, change = PeriodeIsian, "kepala.bidang", {"sampai": "2023-05-15"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        PeriodeIsian.objects.create(
            kabupaten=kabupaten, tahun=2023, triwulan=1, mulai="2023-01-02", sampai="2023-04-15"
        )
        self.masuk()


class TestRencanaAksi(CrudTests):
    model, username, change = RencanaAksi, "operator.merangin", {"keterangan": "Diperiksa"}


class TestIndikatorTambahan(CrudTests):
    model, change = IndikatorTambahan, {"target": "75"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        program = Program.objects.get(perangkat_daerah__kabupaten=kabupaten, tahun=2023, kode="2.13.04")
        IndikatorTambahan.objects.create(program=program, indikator="Persentase desa tertib administrasi", target=70)
        self.masuk()


class TestPengukuranProgram(CrudTests):
    model, username, change = PengukuranProgram, "operator.merangin", {"kinerja": "7,5"}


class TestPengukuranKegiatan(CrudTests):
    model, username, change = PengukuranKegiatan, "operator.merangin", {"kinerja": "26"}


class TestPengukuranSub(CrudTests):
    model, username, change = PengukuranSub, "operator.merangin", {"keuangan": "Rp 7.610.001"}


class TestProgram(CrudTests):
    model, change = Program, {"target": "100 %"}


class TestKegiatan(CrudTests):
    model, change = Kegiatan, {"target": "12"}


class TestSubKegiatan(CrudTests):
    model, change = SubKegiatan, {"pagu": "Rp 174.270.001"}


class TestRekapPegawai(CrudTests):
    model, change = RekapPegawai, {"jumlah": "26"}


class TestEvaluasiAkip(CrudTests):
    model, username, change = EvaluasiAkip, "inspektorat", {"nilai": "71,75"}


class TestRekomendasi(CrudTests):
    model, username, change = Rekomendasi, "inspektorat", {"uraian": "Diperiksa ulang."}


class TestAngkaTercetak(CrudTests):
    model, change = AngkaTercetak, {"tercetak": "99"}


class WilayahTests(CrudTests):
    """Model yang belum punya baris nyata: satu baris buatan di samping data nyata."""

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        make_wilayah(kabupaten)
        self.masuk()


class TestFormulirKerjaSama(CrudTests):
    model, change = FormulirKerjaSama, {"keterangan": "Diperiksa"}


class TestOutcomeIkk(CrudTests):
    model, change = OutcomeIkk, {"nama": "Uji"}


class TestOutputIkk(CrudTests):
    model, change = OutputIkk, {"uraian": "Uji"}


class TestAngkaIkk(CrudTests):
    model, change = AngkaIkk, {"tercetak": "7"}


class TestBerkasIkk(CrudTests):
    model, change = BerkasIkk, {"nomor": "UJI/1"}


class TestRiwayatWilayah(WilayahTests):
    model, username, change = RiwayatWilayah, "admin", {"nama": "Nama uji"}


class TestTautanKerjaSama(WilayahTests):
    model, change = TautanKerjaSama, {"judul": "Uji"}


class TestLembaga(WilayahTests):
    model, change = Lembaga, {"nomor_sk": "SK/1"}


class TestPengurus(WilayahTests):
    model, change = Pengurus, {"jabatan": "Sekretaris"}


class TestKegiatanPkk(WilayahTests):
    model, change = KegiatanPkk, {"paud": "3"}
