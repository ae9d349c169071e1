"""Uji baris data: instrumen, hasil IDM, realisasi, dan naskah."""

from typing import Any

import pytest

from accounts.models import Kabupaten, PerangkatDaerah
from idm.models import (
    AmbangStatus,
    DimensiIndeks,
    IdmDesa,
    IndikatorIdm,
    Instrumen,
    KriteriaSkor,
    PenetapanIdm,
    SubdimensiIndeks,
    UsulLangkah,
)
from kinerja.models import (
    Dpa,
    Lkjip,
    NaskahKinerja,
    PengukuranTambahan,
    PerjanjianKinerja,
    PernyataanReviu,
    Realisasi,
)
from tests.crud import CrudTests
from tests.factories import make_instrumen, make_lkjip, make_rencana
from villages.models import Desa


class InstrumenTests(CrudTests):
    """Instrumen yang belum dipakai menghitung, dengan satu baris tiap bagiannya."""

    username = "admin"

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        instrumen = make_instrumen()
        AmbangStatus.objects.create(instrumen=instrumen, status="MAJU", batas=50)
        dimensi = DimensiIndeks.objects.create(
            instrumen=instrumen, posisi=1, kode="uji", nama="Uji", maksimum=10
        )
        SubdimensiIndeks.objects.create(dimensi=dimensi, posisi=1, nama="Uji", maksimum=10)
        indikator = IndikatorIdm.objects.create(
            instrumen=instrumen, posisi=1, kode="U1", nama="Uji", indeks="IKS", dimensi="Uji"
        )
        KriteriaSkor.objects.create(indikator=indikator, skor=1, kriteria="Ada")
        self.masuk()
        self.row = self.rows().get(**self.milik)

    milik: dict[str, Any] = {"instrumen__kode": "uji"}


class TestInstrumen(InstrumenTests):
    model, milik = Instrumen, {"kode": "uji"}
    create = {"kode": "uji-2", "nama": "Instrumen kedua"}
    change = {"catatan": "Diperiksa"}


class TestAmbangStatus(InstrumenTests):
    model = AmbangStatus
    create = {"status": "MANDIRI", "batas": "80"}
    change = {"sebutan": "Uji"}


class TestDimensiIndeks(InstrumenTests):
    model = DimensiIndeks
    create = {"posisi": "2", "kode": "uji-2"}
    change = {"nama": "Dimensi uji"}


class TestSubdimensiIndeks(InstrumenTests):
    model, milik = SubdimensiIndeks, {"dimensi__instrumen__kode": "uji"}
    create = {"posisi": "2", "nama": "Subdimensi kedua"}
    change = {"maksimum": "8"}


class TestIndikatorIdm(InstrumenTests):
    model = IndikatorIdm
    create = {"posisi": "2", "kode": "U2"}
    change = {"nama": "Indikator uji"}


class TestKriteriaSkor(InstrumenTests):
    model, milik = KriteriaSkor, {"indikator__instrumen__kode": "uji"}
    create = {"skor": "2"}
    change = {"kriteria": "Ada dan dipakai"}


class TestIdmDesa(CrudTests):
    """Baris yang hanya diketahui indeksnya; mengubah satu subindeks mengubah IDM-nya."""

    model = IdmDesa
    create = {"tahun": "2020", "iks": "0,7", "ike": "0,7", "ikl": "0,7", "asal": "Kepmendesa"}
    change = {"iks": "0,71", "asal": "Kepmendesa, ralat"}
    ikut = {"idm", "berlaku_at"}

    def masuk(self) -> None:
        super().masuk()
        self.row = self.rows().filter(skor="").first()


class TestRealisasi(CrudTests):
    model = Realisasi
    create = {"masa": "1-0"}
    change = {"penjelasan": "Diperiksa"}


class TestPengukuranTambahan(CrudTests):
    model, username = PengukuranTambahan, "operator.merangin"
    create = {"triwulan": "3"}
    change = {"kinerja": "2"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        make_rencana(Kabupaten.objects.get(kode="15.02"))
        self.masuk()


class TestPenetapanIdm(CrudTests):
    model = PenetapanIdm
    create = {"tahun": "2022", "nomor": "IDM/2"}
    change = {"nomor": "IDM/3"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        PenetapanIdm.objects.create(kabupaten=kabupaten, tahun=2030, nomor="IDM/1")
        self.masuk()


class TestUsulLangkah(CrudTests):
    """Satu tiap aspek satu desa satu tahun: yang ditambah bagi tahun lain."""

    model = UsulLangkah
    create = {"tahun": "2031", "biaya_rupiah": "5.000.000"}
    change = {"ke": "4"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).desa_on(2030).first()
        aspek = IndikatorIdm.objects.filter(instrumen__cara="dimensi").first()
        UsulLangkah.objects.create(desa=desa, tahun=2030, indikator=aspek, dari=1, ke=5)
        self.masuk()


class TestLkjip(CrudTests):
    model = Lkjip
    create = {"tahun": "2022", "nomor": "LKJ/2"}
    change = {"nomor": "LKJ/3"}


class TestNaskahKinerja(CrudTests):
    model, username = NaskahKinerja, "operator.merangin"
    create = {"tahun": "2025", "nomor": "N/2"}
    change = {"nomor": "N/3"}


class TestPerjanjianKinerja(CrudTests):
    model, username = PerjanjianKinerja, "operator.merangin"
    create = {"tahun": "2025", "nomor": "PK/2"}
    change = {"nomor": "PK/3"}


class TestPerangkatDaerah(CrudTests):
    model, username = PerangkatDaerah, "admin"
    create = {
        "nama": "Badan Perencanaan Pembangunan Daerah",
        "singkatan": "BAPPEDA",
        "jenis": "bappeda",
    }
    change = {"alamat": "Jalan Uji 1"}


class TestPernyataanReviu(CrudTests):
    """LKjIP 2023 sudah punya pernyataan; yang baru atas LKjIP 2030."""

    model, username = PernyataanReviu, "inspektorat"
    change = {"nomor": "R/3"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        lama = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
        PernyataanReviu.objects.create(kabupaten=kabupaten, tahun=2023, lkjip=lama, nomor="R/1")
        baru = make_lkjip(kabupaten, tahun=2030)
        self.create = {"lkjip": str(baru.pk), "nomor": "R/2"}
        self.masuk()


class TestDpa(CrudTests):
    """Tanggalnya pada tahun anggarannya, maka berganti bersama."""

    model = Dpa
    create = {"tahun": "2031", "tanggal": "2031-01-02"}
    change = {"nomor": "DPA/2"}
