import pytest

from accounts.models import Pejabat
from kinerja.models import (
    IndikatorTambahan,
    Kegiatan,
    NaskahBaku,
    Nomenklatur,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    Peraturan,
    PeriodeIsian,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    SkalaKualitatif,
    SkalaPredikat,
    SubKegiatan,
    Target,
    TingkatKualitatif,
    TingkatPredikat,
)
from tests.crud import CrudTests
from tests.factories import make_wilayah
from villages.models import (
    Desa,
    Kecamatan,
    KoperasiDesa,
    RiwayatKecamatan,
    RiwayatWilayah,
    TautanKerjaSama,
)


class TestPejabat(CrudTests):
    model, username = Pejabat, "admin"
    create = {"nip": "198001012005011001", "jabatan": "Sekretaris", "is_kepala": "False"}
    change = {"jabatan": "Kepala Dinas Uji"}


class TestKecamatan(CrudTests):
    model, username = Kecamatan, "admin"
    create = {"kode": "16.07.98", "nama": "Kecamatan Baru"}
    change = {"nama": "Kecamatan Uji"}


class TestDesa(CrudTests):
    model, username = Desa, "admin"
    create = {"kode": "16.07.01.2999", "nama": "Desa Baru"}
    change = {"nama": "Desa Uji"}


class TestTarget(CrudTests):
    """Mengubah angka target perlu alasan; alasannya bukan kolom target."""

    model = Target
    create = {"masa": "1-0"}
    change = {"nilai": "1.234,5"}

    def isian(self, url):
        return super().isian(url) | {"alasan": "Perubahan APBD"}

    def dihapus(self, row):
        """Yang sudah punya riwayat perubahan tetap ada; yang baru terhapus."""
        self.hapuskan(row)
        assert self.rows().filter(pk=row.pk).exists()
        self.create = {"masa": "2-0"}
        super().dihapus(self.ditambah())


class TestRencanaAksi(CrudTests):
    model, username = RencanaAksi, "operator.merangin"
    change = {"keterangan": "Diperiksa"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        self.masuk()
        kosong = SubKegiatan.objects.visible_to(self.user).filter(rencana_aksi=None).first()
        self.create = {"sub_kegiatan": str(kosong.pk)}


class TestIndikatorTambahan(CrudTests):
    model = IndikatorTambahan
    create = {"nomor": "3"}
    change = {"target": "75"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        program = Program.objects.get(
            perangkat_daerah__kabupaten=kabupaten, tahun=2023, kode="2.13.04"
        )
        IndikatorTambahan.objects.create(
            program=program,
            indikator="Persentase desa tertib administrasi",
            target=70,
            agregasi="terakhir",
        )
        self.masuk()


class TestSkalaKualitatif(CrudTests):
    model = SkalaKualitatif
    create = {"kode": "smart"}
    change = {"nama": "Predikat kota cerdas"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        SkalaKualitatif.objects.create(kabupaten=kabupaten, kode="cerdas", nama="Kota cerdas")
        self.masuk()

    def rows(self):
        return super().rows().owned_by(self.user)


class TestPeraturan(CrudTests):
    model = Peraturan
    create = {"nama": "Peraturan Bupati Nomor 2 Tahun 2020"}
    change = {"tahun_akhir": "2024"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        Peraturan.objects.create(
            kabupaten=kabupaten,
            tingkat=6,
            nama="Peraturan Bupati Nomor 1 Tahun 2020",
            tentang="Desa",
            tahun_awal=2020,
        )
        self.masuk()

    def rows(self):
        return super().rows().owned_by(self.user)


class TestNaskahBaku(CrudTests):
    model = NaskahBaku
    create = {"kode": "ikhtisar", "isi": "<p>Ikhtisar kami.</p>"}
    change = {"isi": "<p>Saran kami.</p>"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        NaskahBaku.objects.create(kabupaten=kabupaten, kode="saran", isi="<p>Saran.</p>")
        self.masuk()


class TestTingkatKualitatif(CrudTests):
    model = TingkatKualitatif
    create = {"urutan": "2", "nama": "Cukup"}
    change = {"nilai": "90"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        skala = SkalaKualitatif.objects.create(kabupaten=kabupaten, kode="cerdas", nama="Cerdas")
        TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="Baik")
        self.masuk()

    def rows(self):
        return super().rows().filter(skala__kode="cerdas")


class TestSkalaPredikat(CrudTests):
    model = SkalaPredikat
    create = {"kode": "lima"}
    change = {"nama": "Skala lima tingkat"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        SkalaPredikat.objects.create(kabupaten=kabupaten, kode="tiga", nama="Tiga tingkat")
        self.masuk()

    def rows(self):
        return super().rows().owned_by(self.user)


class TestTingkatPredikat(CrudTests):
    model = TingkatPredikat
    create = {"urutan": "2", "bawah": "70", "atas": "85"}
    change = {"nama": "Amat baik"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        skala = SkalaPredikat.objects.create(kabupaten=kabupaten, kode="tiga", nama="Tiga tingkat")
        TingkatPredikat.objects.create(skala=skala, urutan=1, nama="Baik", bawah=85)
        self.masuk()

    def rows(self):
        return super().rows().filter(skala__kode="tiga")


class TestPengukuranProgram(CrudTests):
    model, username = PengukuranProgram, "operator.merangin"
    create = {"triwulan": "2"}
    change = {"kinerja": "7,5"}


class TestPengukuranKegiatan(CrudTests):
    model, username = PengukuranKegiatan, "operator.merangin"
    create = {"triwulan": "2"}
    change = {"kinerja": "26"}


class TestPengukuranSub(CrudTests):
    model, username = PengukuranSub, "operator.merangin"
    create = {"triwulan": "2"}
    change = {"keuangan": "Rp 7.610.001"}


class TestSubKegiatan(CrudTests):
    model = SubKegiatan
    create = {"nomor": "9"}
    change = {"pagu": "Rp 174.270.001"}


class TestPeriodeRenstra(CrudTests):
    model = PeriodeRenstra
    create = {"nama": "Renstra 2030–2034", "tahun_awal": "2030", "tahun_akhir": "2034"}
    change = {"regulasi": "Peraturan Uji"}

    def test_ubah_tersimpan_lalu_yang_basi_ditolak(self):
        """Aturan efisiensi yang belum tertulis ikut tersimpan sebagaimana diusulkan."""
        self.ikut = {"bunyi_efisiensi", "sumber_efisiensi", "tahun_efisiensi"}
        super().test_ubah_tersimpan_lalu_yang_basi_ditolak()


class TestPeriodeIsian(CrudTests):
    model, username = PeriodeIsian, "kepala.bidang"
    create = {"triwulan": "2", "mulai": "2023-04-16", "sampai": "2023-07-15"}
    change = {"sampai": "2023-05-15"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        PeriodeIsian.objects.create(
            kabupaten=kabupaten, tahun=2023, triwulan=1, mulai="2023-01-02", sampai="2023-04-15"
        )
        self.masuk()


class TestProgram(CrudTests):
    model = Program
    create = {"tahun": "2026"}
    change = {"target": "100 %", "satuan": "%"}


class TestKegiatan(CrudTests):
    model = Kegiatan
    create = {"kode": "2.13.04.2.09"}
    change = {"target": "12"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        isi = {"kode": "2.13.04.2.09", "baku": "2.13.04.2.09", "nama": "Kegiatan uji"}
        Nomenklatur.objects.create(**isi, tingkat="kegiatan", tahun_awal=2021, regulasi="uji")
        self.masuk()


class WilayahTests(CrudTests):
    """Model yang belum punya baris nyata: satu baris buatan di samping data nyata."""

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten):
        make_wilayah(kabupaten)
        self.masuk()


class TestRiwayatKecamatan(WilayahTests):
    model, username = RiwayatKecamatan, "admin"
    create = {"sampai": "2019-01-01"}
    change = {"nama": "Nama uji"}


class TestRiwayatWilayah(WilayahTests):
    model, username = RiwayatWilayah, "admin"
    create = {"sampai": "2019-01-01"}
    change = {"nama": "Nama uji"}


class TestTautanKerjaSama(WilayahTests):
    model = TautanKerjaSama
    create = {"tautan": "https://contoh.go.id/2"}
    change = {"judul": "Uji"}


class TestKoperasiDesa(CrudTests):
    """Satu tiap desa: yang ditambah milik desa lain."""

    model = KoperasiDesa
    change = {"nama": "Koperasi Uji"}

    def masuk(self):
        super().masuk()
        lain = Desa.objects.visible_to(self.user).exclude(pk=self.row.desa_id)
        self.create = {"desa": str(lain.first().pk), "nama": "Koperasi lain"}
