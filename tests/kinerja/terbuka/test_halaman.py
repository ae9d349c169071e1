"""Tertutup sampai dibuka; hanya naskah sah, dari isi bekunya; CSV dan JSON sama."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from accounts.models import Kabupaten, User
from core.skema import BATAS
from idm.models import IdmDesa
from kinerja.models import PerjanjianKinerja, Realisasi
from tests import factories
from tests.kinerja.api.test_uraian import check

pytestmark = pytest.mark.django_db
HALAMAN = "/angka-terbuka/16.07/"


def json_(umum: Client, **isian: Any) -> Any:
    return umum.get(f"{HALAMAN}angka.json", isian)


def test_tertutup_sampai_dibuka(
    umum: Client, kabupaten: Kabupaten, capaian: Any, sahkan: Any
) -> None:
    sahkan(capaian, "capaian")
    for alamat in (HALAMAN, f"{HALAMAN}angka.csv", f"{HALAMAN}angka.json"):
        assert umum.get(alamat).status_code == 404
    galat = json_(umum).json()
    assert galat["message"] == "Tidak ada kantor berkode 16.07 yang membuka angkanya."
    assert "Belum ada kantor" in umum.get("/angka-terbuka/").content.decode()


def test_admin_membuka_lalu_menutup(umum: Client, kabupaten: Kabupaten) -> None:
    admin = Client()
    admin.force_login(User.objects.get(username="admin"))
    dinas = kabupaten.dinas
    ubah = f"/akun/perangkat-daerah/{dinas.pk}/ubah/"
    for nilai, status in (("on", 200), ("", 404)):
        form = admin.get(ubah).context["form"]
        isian = {b.html_name: "" if b.value() is None else b.value() for b in form}
        isian = {k: v for k, v in isian.items() if v is not False} | {"is_angka_terbuka": nilai}
        if not nilai:
            del isian["is_angka_terbuka"]
        isian.pop("logo", None)
        assert admin.post(ubah, isian).status_code == 302
        assert umum.get(HALAMAN).status_code == status


@pytest.mark.usefixtures("buka")
class TestTerbuka:
    def test_belum_bernaskah_sah(self, umum: Client) -> None:
        halaman = umum.get(HALAMAN).content.decode()
        assert "Belum ada naskah bertanda tangan" in halaman
        assert json_(umum).json()["naskah"] == []
        assert '<a href="/angka-terbuka/16.07/">' in umum.get("/angka-terbuka/").content.decode()

    def test_dari_isi_beku_bukan_data_kini(self, umum: Client, capaian: Any, sahkan: Any) -> None:
        sah = sahkan(capaian, "capaian")
        sebelum = json_(umum, tahun=capaian.tahun)
        Realisasi.objects.update(nilai=1, pembilang=None, penyebut=None)
        IdmDesa.objects.update(status="MANDIRI")
        sesudah = json_(umum, tahun=capaian.tahun)
        assert sesudah.content == sebelum.content
        (satu,) = sesudah.json()["naskah"]
        assert (satu["kode"], satu["sha256"]) == (sah.kode, sah.snapshot.sha256)
        assert satu["alamat"].endswith(f"/verifikasi/{sah.kode}/")
        assert "RAHASIA NAMA" not in sesudah.content.decode()
        halaman = umum.get(HALAMAN, {"tahun": capaian.tahun}).content.decode()
        assert f'href="/verifikasi/{sah.kode}/"' in halaman
        assert "RAHASIA NAMA" not in halaman
        for baris in satu["baris"]:
            for angka in baris["angka"]:
                assert angka["angka"]["tulisan"] in halaman

    def test_nama_pihak_perjanjian_tidak_ikut(
        self, umum: Client, kabupaten: Kabupaten, sahkan: Any
    ) -> None:
        janji = PerjanjianKinerja.objects.get(kabupaten=kabupaten)
        sahkan(janji, "perjanjian_ii")
        isi = json_(umum, tahun=janji.tahun)
        assert isi.json()["naskah"][0]["judul"].startswith("Perjanjian Kinerja")
        halaman = umum.get(HALAMAN, {"tahun": janji.tahun}).content.decode()
        for orang in (janji.pihak_pertama, janji.pihak_kedua):
            assert orang.nama not in isi.content.decode() + halaman

    def test_csv_memuat_tiap_angka_json(self, umum: Client, lkjip: Any, sahkan: Any) -> None:
        sahkan(lkjip, "lkjip")
        jawaban = umum.get(f"{HALAMAN}angka.csv", {"tahun": lkjip.tahun})
        assert jawaban.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert "angka-16.07-2023.csv" in jawaban.headers["Content-Disposition"]
        aliran = io.StringIO(jawaban.content.decode("utf-8-sig"))
        baris = list(csv.DictReader(aliran, delimiter=";"))
        (naskah,) = json_(umum, tahun=lkjip.tahun).json()["naskah"]
        harapan = [
            (b["letak"], a["ukuran"], (a["angka"]["nilai"] or "").replace(".", ","))
            for b in naskah["baris"]
            for a in b["angka"]
        ]
        assert [(b["letak"], b["ukuran"], b["nilai"]) for b in baris] == harapan
        assert {b["kode_verifikasi"] for b in baris} == {naskah["kode"]}

    def test_json_cocok_dengan_uraian(self, umum: Client, lkjip: Any, sahkan: Any) -> None:
        sahkan(lkjip, "lkjip")
        dokumen = umum.get("/api/openapi.json").json()
        jalan = dokumen["paths"]["/angka-terbuka/{kode}/angka.json"]["get"]
        assert jalan["security"] == []
        skema = jalan["responses"]["200"]["content"]["application/json"]["schema"]
        check(dokumen, skema, json_(umum, tahun=2023).json())

    def test_yang_digantikan_tidak_ikut(
        self, umum: Client, kabupaten: Kabupaten, capaian: Any, sahkan: Any
    ) -> None:
        sahkan(capaian, "capaian")
        tahun = {"kabupaten": kabupaten, "tahun": capaian.tahun, "jenis": "capaian"}
        pengganti = type(capaian).objects.create(**tahun, menggantikan=capaian)
        (satu,) = json_(umum, tahun=capaian.tahun).json()["naskah"]
        baru = sahkan(pengganti, "capaian", nomor="baru")
        (kini,) = json_(umum, tahun=capaian.tahun).json()["naskah"]
        assert (kini["kode"], kini["kode"] != satu["kode"]) == (baru.kode, True)

    def test_penetapan_tiap_desa(self, umum: Client, kabupaten: Kabupaten) -> None:
        factories.make_penetapan(kabupaten, 2024)
        (naskah,) = json_(umum, tahun=2024).json()["naskah"]
        desa = [b for b in naskah["baris"] if b["letak"].startswith("desa[")]
        assert len(desa) == 288
        assert json_(umum).json()["tahun"] == 2024
        halaman = umum.get(HALAMAN).content.decode()
        assert halaman.count("<details") == 2

    @pytest.mark.parametrize("tahun", ["x", "1", "9" * 30, "2023;"])
    def test_tahun_keliru(self, umum: Client, tahun: str) -> None:
        galat = json_(umum, tahun=tahun)
        assert galat.status_code == 400
        assert galat.json()["message"].startswith("tahun: ")
        halaman = umum.get(HALAMAN, {"tahun": tahun})
        assert halaman.status_code == 400
        assert "tahun: " in halaman.content.decode()

    def test_kantor_lain_tetap_tertutup(self, umum: Client) -> None:
        for kode in ("15.02", "99", "<b>", "16.07.01"):
            assert umum.get(f"/angka-terbuka/{kode}/").status_code == 404
            assert umum.get(f"/angka-terbuka/{kode}/angka.json").status_code == 404

    def test_tersimpan_dan_berbatas_laju(self, umum: Client) -> None:
        pertama = json_(umum)
        assert pertama.headers["Cache-Control"] == "public, max-age=300"
        kedua = umum.get(f"{HALAMAN}angka.json", headers={"If-None-Match": pertama.headers["ETag"]})
        assert (kedua.status_code, kedua.content) == (304, b"")
        for _ in range(BATAS - 2):
            assert json_(umum).status_code == 200
        assert json_(umum).status_code == 429

    def test_kueri_tetap(
        self, umum: Client, lkjip: Any, capaian: Any, sahkan: Any,
        django_assert_max_num_queries: Any,
    ) -> None:  # fmt: skip
        """Sama banyaknya pada satu dan dua naskah."""
        banyak = []
        for naskah, nama in ((lkjip, "lkjip"), (capaian, "capaian")):
            sahkan(naskah, nama)
            with django_assert_max_num_queries(20) as catatan:
                json_(umum, tahun=naskah.tahun)
            banyak.append(len(catatan))
        assert banyak[0] == banyak[1]
