"""Baris evaluasi AKIP: pedomannya, lembar kerja kedua pihak, berkas buktinya, dan laporannya."""

from typing import Any

import pytest
from django.urls import reverse

from kinerja.akip.actions import isian_komponen, sidik_isian
from kinerja.models import (
    BuktiAkip,
    ButirAkip,
    EvaluasiAkip,
    HasilEvaluasi,
    IsianAkip,
    PedomanAkip,
)
from tests.crud import CrudTests, LangkahTests
from tests.factories import make_evaluasi, make_pedoman_akip
from tests.test_crud_pintu import TETAP, berkas


class LembarTests(LangkahTests):
    """Satu evaluasi menurut pedoman kantornya."""

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        self.evaluasi = make_evaluasi(kabupaten)
        self.prepare()
        self.masuk()

    def prepare(self) -> None:
        """Isian subkelasnya."""

    def isi(self, **isian: Any) -> None:
        """Komponen pertama; jawaban yang tidak disebut tetap."""
        ada = isian_komponen(self.evaluasi, "dinas", "1.")
        lama = {f"hasil-{satu.butir_id}": satu.hasil for satu in ada}
        url = reverse("kinerja:evaluasiakip_isi", args=[self.evaluasi.pk])
        data = {"komponen": "1", "sidik": sidik_isian(ada)} | lama | isian
        assert self.client.post(url, data).status_code == 302

    def butir(self, kode: str) -> ButirAkip:
        return self.evaluasi.pedoman.butir.get(kode=kode)


class TestIsianAkip(LembarTests):
    model, username = IsianAkip, "operator"
    change = {"catatan": "Renstra 2029."}
    tanpa = {"hapus": "jawabannya dikosongkan, barisnya tetap"}

    def tambahkan(self) -> None:
        self.isi(**{f"hasil-{self.butir('1.a.2').pk}": "tidak"})

    def ubahkan(self, row: Any) -> None:
        self.isi(**{f"catatan-{row.butir_id}": "Renstra 2029."})


class TestBuktiAkip(LembarTests):
    model, username = BuktiAkip, "operator"
    tanpa = {"ubah": TETAP}

    def tambahkan(self) -> None:
        self.isi(**{f"bukti-{self.butir('1.a.2').pk}": [berkas()]})


class TestHasilEvaluasi(LembarTests):
    model, username = HasilEvaluasi, "inspektorat"
    change = {"nomor": "700/2/2031"}

    def prepare(self) -> None:
        self.create = {"evaluasi": self.evaluasi.pk, "nomor": "700/1/2031"}


class TestEvaluasiAkip(CrudTests):
    """Hasil yang disalin; berpedoman diuji pada lembar kerjanya."""

    model, username = EvaluasiAkip, "inspektorat"
    create = {"tahun": "2031", "nilai": "72,25"}
    change = {"target": "A"}


class TestPedomanAkip(LangkahTests):
    model, username = PedomanAkip, "inspektorat"
    change = {"nama": "Pedoman lain"}

    def tambahkan(self) -> None:
        acuan = PedomanAkip.objects.get(kabupaten=None)
        assert self.client.post(self.url("copy", acuan.pk)).status_code == 302


class TestButirAkip(CrudTests):
    model, username = ButirAkip, "inspektorat"
    change = {"uraian": "Butir lain"}

    @pytest.fixture(autouse=True)
    def persiapan(self, kabupaten: Any) -> None:
        pedoman = make_pedoman_akip(kabupaten)
        self.create = {"pedoman": str(pedoman.pk), "kode": "1.a.9", "bobot": ""}
        self.masuk()
        self.row = self.rows().get(kode="1.a.1")

    def rows(self) -> Any:
        return super().rows().filter(pedoman__kabupaten=self.user.kabupaten)
