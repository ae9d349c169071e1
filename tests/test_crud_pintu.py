"""Model tanpa halaman lengkap: dibuat lewat kisi, unggahan atau tindakan; dan yang dikecualikan."""

import datetime
import json
from typing import Any, ClassVar

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.models import TokenApi, User
from documents.models import BuktiFormulir, Kunci, Pembukaan
from idm.models import (
    BiayaLangkah,
    BuktiJawaban,
    IndikatorIdm,
    LayananRumusan,
    PoinDimensi,
)
from kinerja.models import BagianLkjip, BuktiPengukuran, BuktiRealisasi, PengukuranSub, Realisasi
from tests.crud import LangkahTests
from tests.factories import SANDI, make_penetapan, make_wilayah
from villages.models import (
    AliasNama,
    AnggaranDesa,
    BatasDesa,
    BatasKabupaten,
    BatasKecamatan,
    Desa,
    DokumenKerjaSama,
    Kecamatan,
    KerjaSama,
    RekeningDesa,
    RincianLembaga,
)

TETAP = "berkas bukti tidak disunting; diganti dengan yang baru"
PDF = b"%PDF-1.4\n% bukti uji\n"


def berkas() -> SimpleUploadedFile:
    return SimpleUploadedFile("bukti.pdf", PDF, content_type="application/pdf")


class TestUser(LangkahTests):
    model, username = User, "admin"
    create = {"username": "akun.baru", "pejabat": "", "sandi": SANDI, "peran": "operator"}
    change = {"first_name": "Nama Uji"}
    tanpa = {"hapus": "jejaknya menyebut akunnya; dinonaktifkan"}

    def changes(self, action: str, row: Any) -> dict[str, list[Any]]:
        """Perannya, yang bukan kolom, tercatat bersama akun barunya."""
        changes = super().changes(action, row)
        assert changes.pop("peran", None) == (["", "operator"] if action == "tambah" else None)
        return changes


class TestLayananRumusan(LangkahTests):
    model, username = LayananRumusan, "admin"
    create = {"is_aktif": "False"}
    change = {"is_aktif": "True"}
    tanpa = {"hapus": "ditutup, bukan dihapus"}


class TestTokenApi(LangkahTests):
    model, username = TokenApi, "admin"
    create = {"nama": "Dasbor Bappeda"}
    tanpa = {"ubah": "token tetap; dicabut lalu dibuat lagi", "hapus": "dicabut, bukan dihapus"}

    def tambahkan(self) -> None:
        """Jawabannya menunjukkan rahasianya, bukan mengalihkan."""
        url = self.url("create")
        halaman = self.client.post(url, self.isian(url) | self.create)
        assert "dpmd_" in halaman.content.decode()


class TestBagianLkjip(LangkahTests):
    model = BagianLkjip
    change = {"judul": "JUDUL UJI"}
    tanpa = {"tambah": "disusun saat LKjIP dibuka", "hapus": "ikut LKjIP-nya"}


class TestPembukaan(LangkahTests):
    model, username = Pembukaan, "kepala.dinas"
    tanpa = {"ubah": "tercatat sekali", "hapus": "tertutup sendiri pada waktunya"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        sah = make_penetapan(kabupaten, 2030).pengesahan
        Kunci.objects.create(kabupaten=kabupaten, tahun=2023, pengesahan=sah)
        self.masuk()
        besok = timezone.localtime() + datetime.timedelta(days=1)
        self.create = {
            "tahun": "2023",
            "lingkup": "",
            "sampai": f"{besok:%Y-%m-%dT%H:%M}",
            "alasan": "Uji",
        }


class TestAliasNama(LangkahTests):
    model = AliasNama
    tanpa = {"ubah": "dihapus lalu dibenarkan lagi"}

    def tambahkan(self) -> None:
        desa = Desa.objects.visible_to(self.user).desa().first()
        data = {"kecamatan": desa.kecamatan_id, "tulisan": "TULISAN LAMA", "desa": desa.pk}
        self.send(reverse("villages:aliasnama_cocok"), data)


class TestBatasDesa(LangkahTests):
    """Dimuat sekaligus dari GeoJSON; kejadiannya satu, pada kabupatennya."""

    model, username = BatasDesa, "admin"
    tanpa = {
        "tambah": "dimuat sekaligus dengan satu kejadian",
        "ubah": "batas lama diganti muatan berikutnya",
    }

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        make_wilayah(kabupaten)
        self.masuk()


class TestBatasKecamatan(TestBatasDesa):
    model = BatasKecamatan


class TestBatasKabupaten(TestBatasDesa):
    model = BatasKabupaten


class BuktiTests(LangkahTests):
    """Berkas diunggah lewat formulir pemiliknya."""

    pemilik: ClassVar[Any]
    tanpa = {"ubah": TETAP}

    def tambahkan(self) -> None:
        owner = self.pemilik.objects.visible_to(self.user).first()
        url = reverse(f"{owner._meta.app_label}:{owner._meta.model_name}_update", args=[owner.pk])
        self.send(url, self.isian(url) | {"bukti": [berkas()]})


class TestDokumenKerjaSama(BuktiTests):
    model, pemilik = DokumenKerjaSama, KerjaSama


class TestBuktiRealisasi(BuktiTests):
    model, pemilik = BuktiRealisasi, Realisasi


class TestBuktiPengukuran(BuktiTests):
    model, pemilik, username = BuktiPengukuran, PengukuranSub, "operator.merangin"


class TestBuktiFormulir(LangkahTests):
    """Diunggah pada halaman formulir kisinya."""

    model = BuktiFormulir
    tanpa = {"ubah": TETAP}

    def tambahkan(self) -> None:
        kecamatan = Kecamatan.objects.visible_to(self.user).first()
        url = reverse("villages:rekaplembaga_grid_formulir")
        self.send(f"{url}?tahun=2024&baris={kecamatan.pk}", {"bukti": [berkas()]})


class TestBuktiJawaban(LangkahTests):
    model = BuktiJawaban
    tanpa = {"ubah": TETAP, "hapus": "bukti jawaban tidak punya halaman hapus"}

    def tambahkan(self) -> None:
        session = self.client.session
        session["tahun"] = 2024
        session.save()
        desa = Desa.objects.get(kode="16.07.01.2004")
        self.send(reverse("idm:isian", args=[desa.pk]), {"posisi": "2", "skor": "0"})
        self.send(reverse("idm:isian_bukti", args=[desa.pk]), {"posisi": "2", "bukti": [berkas()]})


class KisiTests(LangkahTests):
    """Sel kisi: (kolom, semula, menjadi) untuk tiap langkah; baris `kunci()` kisinya."""

    kisi: ClassVar[str]
    tahun: ClassVar[int]
    sel: ClassVar[dict[str, list[tuple[str, str, str]]]]

    def kunci(self) -> Any:
        """Nomor baris kisi yang diisi."""
        return Desa.objects.visible_to(self.user).desa().first().pk

    def isi(self, langkah: str) -> None:
        ubahan = [
            {"b": str(self.kunci()), "k": k, "lama": lama, "baru": baru}
            for k, lama, baru in self.sel[langkah]
        ]
        url = f"{reverse(self.kisi)}?tahun={self.tahun}"
        jawaban = self.client.post(
            url, json.dumps({"ubahan": ubahan}), content_type="application/json"
        ).json()
        assert {hasil["status"] for hasil in jawaban["hasil"]} == {"tersimpan"}, jawaban

    def tambahkan(self) -> None:
        self.isi("tambah")

    def ubahkan(self, row: Any) -> None:
        self.isi("ubah")

    def hapuskan(self, row: Any) -> None:
        self.isi("hapus")


class TestRincianLembaga(KisiTests):
    model, kisi, tahun = RincianLembaga, "villages:rincianlembaga_grid", 2019
    change = {"rt": "6"}
    sel = {"tambah": [("rt", "", "5")], "ubah": [("rt", "5", "6")]}
    tanpa = {"hapus": "selnya dikosongkan, barisnya tetap"}


class TestAnggaranDesa(KisiTests):
    """Barisnya rekening satu desa."""

    model, kisi, tahun = AnggaranDesa, "villages:rekening_grid", 2019
    change = {"anggaran": "2000.50"}
    sel = {
        "tambah": [("anggaran", "", "1.000")],
        "ubah": [("anggaran", "1.000", "2.000,5")],
        "hapus": [("anggaran", "2.000,5", "")],
    }

    def kunci(self) -> Any:
        return f"{super().kunci()}-{RekeningDesa.objects.get(kode='4.2.1').pk}"


class TestBiayaLangkah(KisiTests):
    model, kisi, tahun = BiayaLangkah, "idm:biaya_grid", 2024
    change = {"biaya_rupiah": "2000"}
    sel = {
        "tambah": [("b5", "", "1.000")],
        "ubah": [("b5", "1.000", "2.000")],
        "hapus": [("b5", "2.000", "")],
    }

    def kunci(self) -> Any:
        return IndikatorIdm.objects.get(instrumen__kode="idm-2019", posisi=2).pk


class TestPoinDimensi(KisiTests):
    model, kisi, tahun = PoinDimensi, "idm:poin_grid", 2025
    change = {"poin": "2"}
    sel = {"tambah": [("d1", "", "1")], "ubah": [("d1", "1", "2")], "hapus": [("d1", "2", "")]}
