"""Baris meja reviu: dibuka, diisi, dicatat, dijawab."""

from typing import Any, ClassVar

import pytest
from django.urls import reverse

from documents.models import BuktiBalasan
from kinerja.models import (
    ButirPedoman,
    CatatanReviu,
    HasilReviu,
    IsianReviu,
    JadwalReviu,
    Lkjip,
    PedomanReviu,
    Reviu,
)
from tests.crud import CrudTests, LangkahTests
from tests.factories import make_catatan, make_pedoman, make_reviu
from tests.test_crud_pintu import TETAP, berkas


class MejaTests(LangkahTests):
    """Satu meja atas LKjIP yang sudah disetujui."""

    username = "inspektorat"
    reviu: ClassVar[Reviu]

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any, disetujui: Lkjip) -> None:
        self.lkjip = disetujui
        self.prepare(kabupaten)
        self.masuk()

    def prepare(self, kabupaten: Any) -> None:
        self.meja = make_reviu(kabupaten)


class TestReviu(MejaTests):
    model = Reviu
    tanpa = {"ubah": "dibuka sekali", "hapus": "tetap pada riwayat naskahnya"}

    def prepare(self, kabupaten: Any) -> None:
        make_pedoman(kabupaten)
        self.create = {"naskah": f"kinerja.Lkjip:{self.lkjip.pk}"}


class TestIsianReviu(MejaTests):
    model = IsianReviu
    change = {"catatan": "Lengkapi."}
    tanpa = {"hapus": "jawabannya dikosongkan, barisnya tetap"}

    def isi(self, butir: ButirPedoman, catatan: str) -> None:
        data = {f"hasil-{butir.pk}": "tidak", f"catatan-{butir.pk}": catatan}
        ada = self.meja.isian.first()
        data |= {f"hasil-{ada.butir_id}": ada.hasil} if ada.butir_id != butir.pk else {}
        url = reverse("kinerja:reviu_isi", args=[self.meja.pk])
        assert self.client.post(url, data).status_code == 302

    def tambahkan(self) -> None:
        self.isi(self.meja.pedoman.butir.last(), "Belum.")

    def ubahkan(self, row: Any) -> None:
        self.isi(row.butir, "Lengkapi.")


class TestCatatanReviu(MejaTests):
    model = CatatanReviu
    change = {"uraian": "Jelaskan selisihnya."}

    def prepare(self, kabupaten: Any) -> None:
        super().prepare(kabupaten)
        self.create = {"reviu": self.meja.pk, "tempat": "tabel-setahun", "uraian": "Jelaskan."}

    def tambahkan(self) -> None:
        url = f"{self.url('create')}?reviu={self.meja.pk}"
        self.send(url, self.isian(url) | self.create)


class TestHasilReviu(MejaTests):
    model = HasilReviu
    change = {"nomor": "700/2/2024"}

    def prepare(self, kabupaten: Any) -> None:
        super().prepare(kabupaten)
        self.create = {"reviu": self.meja.pk, "nomor": "700/1/2024"}


class TestBuktiBalasan(MejaTests):
    model, username = BuktiBalasan, "operator"
    tanpa = {"ubah": TETAP, "hapus": "bukti jawaban tidak punya halaman hapus"}

    def tambahkan(self) -> None:
        catatan = make_catatan(self.meja)
        url = reverse("kinerja:catatanreviu_balas", args=[catatan.pk])
        data = {"langkah": "jawab", "isi": "Diperbaiki.", "bukti": [berkas()]}
        assert self.client.post(url, data).status_code == 302


class TestPedomanReviu(MejaTests):
    model = PedomanReviu
    change = {"nama": "Pedoman lain"}

    def prepare(self, kabupaten: Any) -> None:
        self.acuan = PedomanReviu.objects.get(kabupaten=None, document="kinerja.Lkjip")

    def tambahkan(self) -> None:
        url = reverse("kinerja:pedomanreviu_copy", args=[self.acuan.pk])
        assert self.client.post(url).status_code == 302


class TestButirPedoman(CrudTests):
    model, username = ButirPedoman, "inspektorat"

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        pedoman = make_pedoman(kabupaten)
        self.create = {"pedoman": str(pedoman.pk), "nomor": "9", "uraian": "Butir lain."}
        self.masuk()

    def rows(self) -> Any:
        return super().rows().filter(pedoman__kabupaten=self.user.kabupaten)


class TestJadwalReviu(CrudTests):
    model, username = JadwalReviu, "inspektorat"
    create = {"tahun": "2031", "tenggat": "2032-02-20"}
    change = {"tenggat": "2032-02-25"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        JadwalReviu.objects.create(
            kabupaten=kabupaten, tahun=2030, document="kinerja.Lkjip", tenggat="2031-02-20"
        )
        self.masuk()
