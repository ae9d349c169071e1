"""Layanan untuk situs desa: hanya hasil tetap, galat resmi, berbatas, lintas situs."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten, User
from core.models import AuditEvent
from idm import openapi
from idm.models import IdmDesa, Instrumen, KriteriaSkor, LayananRumusan, PenetapanIdm
from idm.reports.penetapan import DesaPenetapan
from idm.rumusan import KOLOM, baca
from idm.sources import butir
from idm.views import terbuka
from tests.factories import make_desa, make_kabupaten, make_kecamatan, make_penetapan
from tests.idm.test_rumusan import CONTOH
from villages.kode import tanpa_titik
from villages.models import Desa

GALAT = b'{"status":400,"error":true,"message":"ID Desa tidak ditemukan"}'
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hitungan_laju() -> None:
    cache.clear()


@pytest.fixture
def situs() -> Client:
    """Situs desa: tidak pernah masuk, memeriksa CSRF seperti peramban luar."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def buka(kabupaten: Kabupaten) -> Any:
    """Banyuasin membuka layanannya dan menetapkan 2023 dan 2024."""
    for tahun in (2023, 2024):
        make_penetapan(kabupaten, tahun)
    return LayananRumusan.objects.create(kabupaten=kabupaten, is_aktif=True)


def alamat(kode: str, tahun: Any = 2024) -> str:
    return f"/open/api/desa/rumusan/{kode}/{tahun}"


def baris(tahun: int = 2024) -> IdmDesa:
    return IdmDesa.objects.filter(tahun=tahun).select_related("desa").order_by("desa__kode").first()


def bekasi() -> Desa:
    """Desa pada contoh resmi."""
    jabar = make_kabupaten("32.16", "Bekasi", "Jawa Barat")
    kecamatan = make_kecamatan(jabar, kode="32.16.08", nama="Cikarang Barat")
    return make_desa(kecamatan, kode="32.16.08.2011", nama="Cikedokan")


def simpan(desa: Desa, isi: Any, instrumen: Instrumen) -> None:
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
    isi = baca(
        json.loads(CONTOH.read_text(), parse_float=Decimal),
        lambda tahun: butir(instrumen),
        lambda tahun: instrumen.ambang(),
    )
    simpan(desa, isi, instrumen)
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


@pytest.mark.parametrize(
    ("kode", "tahun"),
    [
        ("1607999999", "2024"), ("160701200", "2024"), ("16070120011", "2024"),
        ("abcdefghij", "2024"), ("1607012001", "2022"), ("1607012001", "2025"), ("1607012001", "0"),
        ("1607012001", "20240"), ("1607012001", "dua"), ("1607012001", "٢٠٢٤"),
        ("1607012001", "9999"), ("1607011001", "2024"), ("%00607012001", "2024"),
        ("١٦٠٧٠١٢٠٠١", "2024"),
    ],
)  # fmt: skip
def test_tidak_dikenal_galat_resmi(buka: Any, situs: Client, kode: str, tahun: str) -> None:
    jawaban = situs.get(alamat(kode, tahun))
    assert (jawaban.status_code, jawaban.content) == (400, GALAT)
    assert jawaban.headers["Access-Control-Allow-Origin"] == "*"
    assert jawaban.headers["Content-Type"] == "application/json"


def test_buka_dan_tutup(buka: Any, situs: Client) -> None:
    url = alamat(tanpa_titik(baris().desa.kode))
    for is_aktif, status in ((True, 200), (False, 400), (True, 200)):
        LayananRumusan.objects.update(is_aktif=is_aktif)
        assert situs.get(url).status_code == status
    LayananRumusan.objects.all().delete()
    assert situs.get(url).content == GALAT


def test_belum_ditetapkan(kabupaten: Kabupaten, situs: Client) -> None:
    LayananRumusan.objects.create(kabupaten=kabupaten, is_aktif=True)
    url = alamat(tanpa_titik(baris().desa.kode))
    assert situs.get(url).content == GALAT
    penetapan = make_penetapan(kabupaten, 2024)
    assert situs.get(url).status_code == 200
    type(penetapan).objects.update(
        status="disetujui", signed_by=None, signed_at=None, pengesahan=None
    )
    assert situs.get(url).content == GALAT


def test_kabupaten_lain_tidak_ikut_terbuka(buka: Any, situs: Client) -> None:
    """Merangin tidak membuka layanannya; penetapan Banyuasin tidak berlaku baginya."""
    merangin = Kabupaten.objects.get(kode="15.02")
    kecamatan = make_kecamatan(merangin, kode="15.02.01", nama="Jangkat")
    desa = make_desa(kecamatan, kode="15.02.01.2001", nama="Uji")
    contoh = baris()
    IdmDesa.objects.create(
        desa=desa, tahun=2024, instrumen=contoh.instrumen, skor=contoh.skor, iks=contoh.iks,
        ike=contoh.ike, ikl=contoh.ikl, idm=contoh.idm, status=contoh.status, sumber="skor",
    )  # fmt: skip
    url = alamat("1502012001")
    assert situs.get(url).content == GALAT
    layanan = LayananRumusan.objects.create(kabupaten=merangin, is_aktif=True)
    assert situs.get(url).content == GALAT
    make_penetapan(merangin, 2024)
    assert situs.get(url).json()["mapData"]["IDENTITAS"][0]["nama_kab_kota"] == "KABUPATEN MERANGIN"
    LayananRumusan.objects.filter(pk=layanan.pk).update(is_aktif=False)
    assert situs.get(url).content == GALAT


def test_admin_membuka_dari_halamannya(kabupaten: Kabupaten, situs: Client) -> None:
    """Dari pengaturan: tambah sekali, buka, tutup; tercatat dan langsung berlaku."""
    make_penetapan(kabupaten, 2024)
    url, admin = alamat(tanpa_titik(baris().desa.kode)), Client()
    admin.force_login(User.objects.get(username="admin"))
    assert "/open/api/" in admin.get(reverse("idm:layananrumusan_list")).content.decode()
    admin.post(reverse("idm:layananrumusan_create"), {"is_aktif": "on"})
    layanan = LayananRumusan.objects.get(kabupaten=kabupaten)
    assert situs.get(url).status_code == 200
    ubah = reverse("idm:layananrumusan_update", args=[layanan.pk])
    versi = admin.get(ubah).context["form"].initial["versi"]
    assert admin.post(ubah, {"versi": versi}).status_code == 302
    assert situs.get(url).content == GALAT
    kejadian = AuditEvent.objects.filter(model="idm.LayananRumusan").order_by("nomor")
    assert [k.action for k in kejadian] == ["tambah", "ubah"]
    assert kejadian[1].changes == {"is_aktif": ["True", "False"]}
    kembar = admin.post(reverse("idm:layananrumusan_create"), {"is_aktif": "on"})
    assert kembar.context["form"].errors
    assert LayananRumusan.objects.count() == 1


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
        assert situs.get(alamat(tanpa_titik(desa.kode))).content == GALAT

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


class TestTersimpan:
    """ETag, Cache-Control, HEAD, OPTIONS."""

    @pytest.fixture
    def url(self, buka: Any) -> str:
        return alamat(tanpa_titik(baris().desa.kode))

    def test_304(self, url: str, situs: Client) -> None:
        pertama = situs.get(url)
        assert pertama.headers["Cache-Control"] == "public, max-age=3600"
        kedua = situs.get(url, HTTP_IF_NONE_MATCH=pertama.headers["ETag"])
        assert (kedua.status_code, kedua.content) == (304, b"")
        assert kedua.headers["ETag"] == pertama.headers["ETag"]
        assert kedua.headers["Cache-Control"] == "public, max-age=3600"
        assert kedua.headers["Access-Control-Allow-Origin"] == "*"
        assert situs.get(url, HTTP_IF_NONE_MATCH='"lain"').status_code == 200

    def test_304_berakhir_bila_isinya_berubah(self, url: str, situs: Client) -> None:
        etag = situs.get(url).headers["ETag"]
        Desa.objects.filter(pk=baris().desa_id).update(nama="Nama Baru")
        baru = situs.get(url, HTTP_IF_NONE_MATCH=etag)
        assert baru.status_code == 200
        assert "NAMA BARU" in baru.content.decode()

    def test_head(self, url: str, situs: Client) -> None:
        isi, kepala = situs.get(url), situs.head(url)
        assert (kepala.status_code, kepala.content) == (200, b"")
        assert kepala.headers["ETag"] == isi.headers["ETag"]
        assert kepala.headers["Content-Length"] == str(len(isi.content))

    def test_options_lintas_situs(self, url: str, situs: Client) -> None:
        jawaban = situs.options(
            url, HTTP_ORIGIN="https://desa.example.id", HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET"
        )
        assert jawaban.status_code == 204
        assert "If-None-Match" in jawaban.headers["Access-Control-Allow-Headers"]

    @pytest.mark.parametrize("cara", ["post", "put", "delete", "patch"])
    def test_hanya_membaca(self, url: str, cara: str) -> None:
        jawaban = getattr(Client(), cara)(url)
        assert jawaban.status_code == 405
        assert jawaban.headers["Allow"] == "GET, HEAD, OPTIONS"

    def test_kueri_tetap(self, url: str, situs: Client, django_assert_max_num_queries: Any) -> None:
        situs.get(url)
        with django_assert_max_num_queries(7):
            situs.get(url)


class TestLaju:
    @pytest.fixture(autouse=True)
    def jam(self, monkeypatch: pytest.MonkeyPatch) -> Any:
        """Jam yang dapat dimajukan; mulai di detik ke-10 jendelanya."""
        kini = [6_000_010]
        monkeypatch.setattr(terbuka.time, "time", lambda: kini[0])
        return kini

    def test_ditolak_lalu_boleh_lagi(self, jam: Any, situs: Client) -> None:
        url = alamat("1607999999")
        assert {situs.get(url).status_code for _ in range(openapi.BATAS)} == {400}
        jawaban = situs.get(url)
        assert jawaban.status_code == 429
        assert jawaban.json() == openapi.PENUH
        assert jawaban.headers["Retry-After"] == "50"
        assert jawaban.headers["Access-Control-Allow-Origin"] == "*"
        assert situs.head(url).status_code == 429
        assert situs.get(url, REMOTE_ADDR="10.0.0.9").status_code == 400
        jam[0] += 50
        assert situs.get(url).status_code == 400

    def test_alamat_di_belakang_peladen_tls(self, settings: Any, situs: Client) -> None:
        """Yang dipercaya tambahan peladen depan, bukan kepala kiriman peminta."""
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        url = alamat("1607999999")
        for n in range(openapi.BATAS):
            situs.get(url, HTTP_X_FORWARDED_FOR=f"1.2.3.{n}, 10.0.0.1")
        assert situs.get(url, HTTP_X_FORWARDED_FOR="9.9.9.9, 10.0.0.1").status_code == 429
        assert situs.get(url, HTTP_X_FORWARDED_FOR="10.0.0.2").status_code == 400

    def test_tanpa_peladen_depan_kepala_itu_diabaikan(self, situs: Client) -> None:
        url = alamat("1607999999")
        for n in range(openapi.BATAS):
            situs.get(url, HTTP_X_FORWARDED_FOR=f"1.2.3.{n}")
        assert situs.get(url, HTTP_X_FORWARDED_FOR="1.2.3.200").status_code == 429

    def test_hitungan_yang_terhapus(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cache, "add", lambda *args: False)
        assert terbuka.menunggu("x") == 0


class TestPetunjuk:
    def test_uraian_memuat_tepat_kolom_jawaban(self, buka: Any, situs: Client) -> None:
        uraian = situs.get(reverse("terbuka:uraian")).json()
        assert uraian["openapi"] == "3.1.0"
        cocok = uraian["components"]["schemas"]
        isi = situs.get(alamat(tanpa_titik(baris().desa.kode))).json()
        periksa(isi, cocok["Rumusan"], cocok)
        periksa(json.loads(GALAT), cocok["Galat"], cocok)
        periksa(openapi.PENUH, cocok["Galat"], cocok)
        assert tuple(cocok["ROW"]["properties"]) == KOLOM
        (jalan,) = uraian["paths"]
        assert jalan.format(kode=1607012001, tahun=2024) == alamat("1607012001")
        contoh = uraian["paths"][jalan]["get"]["responses"]["200"]["content"]["application/json"][
            "example"
        ]
        periksa(contoh, cocok["Rumusan"], cocok)

    def test_rujukan_uraian_ada(self, situs: Client) -> None:
        uraian = openapi.uraian("https://dpmd.example.id/")
        assert uraian["servers"] == [{"url": "https://dpmd.example.id"}]
        tulisan = json.dumps(uraian, default=float)
        dirujuk = {p.split('"')[0] for p in tulisan.split("#/components/schemas/")[1:]}
        assert dirujuk == set(uraian["components"]["schemas"])

    def test_halaman_petunjuk(self, db: None, situs: Client) -> None:
        halaman = situs.get("/open/api/")
        assert halaman.status_code == 200
        isi = halaman.content.decode()
        assert "http://127.0.0.1:8000/open/api/desa/rumusan/1607012001/2024" in isi
        assert "SKOR_MINIMAL" in isi
        assert "<script src=" not in isi.replace('<script src="/static/', "")


def periksa(isi: Any, skema: dict[str, Any], semua: dict[str, Any]) -> None:
    """Pemeriksa kecil skema JSON: jenis, kolom wajib, pilihan, rujukan, kolom asing."""
    if "$ref" in skema:
        skema = semua[skema["$ref"].rsplit("/", 1)[1]]
    if "const" in skema:
        assert isi == skema["const"]
        return
    jenis = skema["type"] if isinstance(skema["type"], list) else [skema["type"]]
    assert jenis_json(isi) & set(jenis), (isi, skema)
    assert isi in skema.get("enum", [isi])
    if jenis == ["object"]:
        assert set(isi) == set(skema["required"]) == set(skema["properties"])
        for nama, nilai in isi.items():
            periksa(nilai, skema["properties"][nama], semua)
    elif jenis == ["array"]:
        assert skema.get("minItems", 0) <= len(isi) <= skema.get("maxItems", len(isi))
        for nilai in isi:
            periksa(nilai, skema["items"], semua)


def jenis_json(isi: Any) -> set[str]:
    if isi is None:
        return {"null"}
    if isinstance(isi, bool):
        return {"boolean"}
    if isinstance(isi, int):
        return {"integer", "number"}
    return {{float: "number", str: "string", list: "array", dict: "object"}[type(isi)]}
