"""Isi layanan: sama dengan contoh resmi, hanya hasil tetap, dari penetapannya."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Kabupaten
from idm.models import IdmDesa, Instrumen, KriteriaSkor, LayananRumusan, PenetapanIdm
from idm.naskah.penetapan.reports import DesaPenetapan
from idm.rumusan import read
from idm.sources import butir
from tests.factories import make_desa, make_kabupaten, make_kecamatan, make_penetapan
from tests.idm.terbuka.bahan import alamat, baris, sebab
from tests.idm.test_rumusan import CONTOH
from villages.kode import tanpa_titik
from villages.models import Desa

pytestmark = pytest.mark.django_db


def bekasi() -> Desa:
    """Desa pada contoh resmi."""
    jabar = make_kabupaten("32.16", "Bekasi", "Jawa Barat")
    kecamatan = make_kecamatan(jabar, kode="32.16.08", nama="Cikarang Barat")
    return make_desa(kecamatan, kode="32.16.08.2011", nama="Cikedokan")


def store(desa: Desa, isi: Any, instrumen: Instrumen) -> None:
    IdmDesa.objects.create(
        desa=desa,
        tahun=isi.tahun,
        instrumen=instrumen,
        skor=isi.skor,
        status=isi.status,
        sumber="skor",
        **isi.tertulis,
    )


def test_contoh_resmi_dilayani_kembali_sama(nyata: None, situs: Client) -> None:
    """Seluruh contoh: instrumen 2019–2024 memuat kriteria, kegiatan dan pelaksana yang muncul.

    Untuk desa lain yang tidak dapat diketahui hanya kegiatan pada skor yang tidak muncul di contoh;
    lihat uji berikutnya. Kolom ROW_CELL, tambahan layanan resmi belakangan, tidak dilayani.
    """
    asli = json.loads(CONTOH.read_text())
    instrumen, desa = Instrumen.objects.get(kode="idm-2019"), bekasi()
    isi = read(
        json.loads(CONTOH.read_text(), parse_float=Decimal),
        lambda tahun: butir(instrumen),
        lambda tahun: instrumen.ambang(),
    )
    store(desa, isi, instrumen)
    LayananRumusan.objects.create(kabupaten=desa.kecamatan.kabupaten, is_aktif=True)
    make_penetapan(desa.kecamatan.kabupaten, 2021)
    jawaban = situs.get(alamat("3216082011", 2021))
    assert jawaban.status_code == 200
    assert json.loads(jawaban.content) == asli
    padat = json.dumps(asli, ensure_ascii=False, separators=(",", ":")).encode()
    assert jawaban.content == padat  # juga urutan kolom dan digit tiap angka


def test_yang_tidak_dapat_diketahui_hanya_kegiatan(buka: Any, situs: Client) -> None:
    """Pada 288 desa 2024 yang kosong hanya kegiatan yang belum diterbitkan dan pelaksana."""
    kosong = set()
    for row in IdmDesa.objects.filter(tahun=2024)[::24]:
        for r in situs.get(alamat(tanpa_titik(row.desa.kode))).json()["mapData"]["ROW"]:
            if r["NO"]:
                kosong |= {
                    k
                    for k in ("SKOR", "INDIKATOR", "KETERANGAN", "KEGIATAN", "NILAI")
                    if r[k] is None
                }
                diketahui = KriteriaSkor.objects.filter(
                    indikator__nama=r["INDIKATOR"],
                    skor=r["SKOR"],
                    indikator__instrumen__kode="idm-2019",
                ).get()
                assert r["KEGIATAN"] == ("-" if r["SKOR"] == 5 else diketahui.kegiatan or None)
    assert kosong == {"KEGIATAN"}


def test_situs_desa_mengambil_menurut_kode(buka: Any, situs: Client) -> None:
    """Klien situs desa: ambil, periksa galat, baca ringkasan dan jumlah indeksnya."""
    row = baris()
    jawaban = situs.get(alamat(tanpa_titik(row.desa.kode)), HTTP_ORIGIN="https://desa.example.id")
    assert jawaban.headers["Content-Type"] == "application/json"
    assert jawaban.headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in jawaban.headers
    isi = json.loads(jawaban.content)
    assert isi["error"] is False
    ringkasan, rows = isi["mapData"]["SUMMARIES"], isi["mapData"]["ROW"]
    assert ringkasan["STATUS"] == row.status
    assert ringkasan["TAHUN"] == 2024
    assert round(ringkasan["SKOR_SAAT_INI"], 4) == float(row.idm)
    assert [round(rows[i]["SKOR"], 4) for i in (35, 48, 52, 53)] == [
        float(getattr(row, k)) for k in ("iks", "ike", "ikl", "idm")
    ]
    assert "".join(str(r["SKOR"]) for r in rows if r["NO"]) == row.skor
    assert isi["mapData"]["IDENTITAS"][0]["id_desa"] == tanpa_titik(row.desa.kode)
    assert isi["mapData"]["IDENTITAS"][0]["nama_kab_kota"] == "KABUPATEN BANYUASIN"
    assert situs.get(alamat(tanpa_titik(row.desa.kode)) + "/").content == jawaban.content


def test_hanya_indeks_yang_diketahui(buka: Any, situs: Client) -> None:
    row = baris(2023)
    assert row.skor == ""
    data = situs.get(alamat(tanpa_titik(row.desa.kode), 2023)).json()["mapData"]
    assert data["SUMMARIES"]["SKOR_SAAT_INI"] == float(row.idm)
    assert (data["ROW"][0]["SKOR"], data["ROW"][0]["NILAI"]) == (None, None)
    assert data["ROW"][35]["SKOR"] == float(row.iks)
    assert len(data["ROW"]) == 55


class TestIsiPenetapan:
    """Bila berita acaranya memuat hasil desa, itulah yang dilayani, bukan baris sesudahnya."""

    @pytest.fixture
    def desa(self, kabupaten: Kabupaten) -> Desa:
        LayananRumusan.objects.create(kabupaten=kabupaten, is_aktif=True)
        return baris().desa

    def isi(self, desa: Desa, **ganti: Any) -> DesaPenetapan:
        isi = PenetapanIdm(kabupaten=desa.kecamatan.kabupaten, tahun=2024).reading().isi
        return replace(next(d for d in isi.desa if d.kode == desa.kode), **ganti)

    def test_yang_dibekukan(self, kabupaten: Kabupaten, desa: Desa, situs: Client) -> None:
        make_penetapan(kabupaten, 2024, desa=(self.isi(desa),))
        url = alamat(tanpa_titik(desa.kode))
        sebelum = situs.get(url).content
        IdmDesa.objects.filter(desa=desa).update(skor="5" * 50, status="MANDIRI", idm=1)
        assert situs.get(url).content == sebelum

    def test_desa_yang_tidak_dimuatnya(
        self, kabupaten: Kabupaten, desa: Desa, situs: Client
    ) -> None:
        make_penetapan(kabupaten, 2024, desa=())
        jawaban = situs.get(alamat(tanpa_titik(desa.kode)))
        assert sebab(jawaban) == "desa ini tidak termuat pada penetapan IDM 2024"

    def test_pengganti_yang_berlaku(self, kabupaten: Kabupaten, desa: Desa, situs: Client) -> None:
        lama = make_penetapan(kabupaten, 2024, desa=(self.isi(desa),))
        baru = self.isi(
            desa,
            skor="5" * 50,
            status="MANDIRI",
            **dict.fromkeys(("iks", "ike", "ikl", "idm"), Decimal(1)),
        )
        type(lama).objects.filter(pk=lama.pk).update(
            menggantikan=lama.pk
        )  # kendala satu asal per tahun
        make_penetapan(kabupaten, 2024, desa=(baru,))
        ringkasan = situs.get(alamat(tanpa_titik(desa.kode))).json()["mapData"]["SUMMARIES"]
        assert (ringkasan["STATUS"], ringkasan["SKOR_SAAT_INI"], ringkasan["PENAMBAHAN"]) == (
            "MANDIRI",
            1,
            0,
        )
