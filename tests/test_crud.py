from accounts.models import Bidang, Pejabat
from idm.models import RekapStatus
from kinerja.models import (
    AngkaTercetak,
    EvaluasiAkip,
    Indikator,
    Kegiatan,
    PeriodeRenstra,
    Program,
    RekapPegawai,
    Rekomendasi,
    Sasaran,
    SubKegiatan,
    Target,
)
from tests.crud import CrudTests
from villages.models import AnggotaKerjaSama, Desa, Kecamatan, KerjaSama, RekapLembaga


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
    model, change = Target, {"nilai": "1.234,5"}


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
