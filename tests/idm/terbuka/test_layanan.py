"""Layanan dibuka dan ditutup, galat resmi, tersimpan, berbatas laju."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten, User
from core.models import AuditEvent
from core.views import mesin
from idm import openapi
from idm.models import IdmDesa, LayananRumusan
from tests.factories import make_desa, make_kecamatan, make_penetapan
from tests.idm.terbuka.bahan import GALAT, alamat, baris, sebab
from villages.kode import tanpa_titik
from villages.models import Desa

pytestmark = pytest.mark.django_db


TUTUP = "layanan rumusan Kabupaten {} tidak dibuka"
TETAP = "IDM {} Kabupaten Banyuasin belum ditetapkan"
BUKAN_KODE = "“{}” bukan kode desa sepuluh angka."
BPS = "Ini kode BPS. Isi kode wilayah Kemendagri, misalnya 16.07.01.2001."
BUKAN_SEPULUH = ("160701200", "16070120011", "abcdefghij", "١٦٠٧٠١٢٠٠١")
BUKAN_TAHUN = ("0", "20240", "dua", "٢٠٢٤", "9999")


@pytest.mark.parametrize(
    ("kode", "tahun", "mengapa"),
    [
        ("1607999999", "2024", ""),
        ("1607011001", "2024", ""),
        ("1607010001", "2024", BPS),
        ("1607012001", "2022", TETAP.format(2022)),
        ("1607012001", "2025", "tidak ada IDM tahun 2025"),
        *((kode, "2024", BUKAN_KODE.format(kode)) for kode in BUKAN_SEPULUH),
        *(("1607012001", tahun, f"“{tahun}” bukan tahun.") for tahun in BUKAN_TAHUN),
    ],
)
def test_tidak_dilayani_menyebut_sebabnya(
    buka: Any, situs: Client, kode: str, tahun: str, mengapa: str
) -> None:
    jawaban = situs.get(alamat(kode, tahun))
    assert sebab(jawaban) == mengapa
    assert jawaban.headers["Access-Control-Allow-Origin"] == "*"
    assert jawaban.headers["Content-Type"] == "application/json"


def test_tidak_dikenal_galat_resmi_sama(buka: Any, situs: Client) -> None:
    assert situs.get(alamat("1607999999")).content == GALAT
    assert situs.get(alamat("%00607012001")).status_code == 400


def test_buka_dan_tutup(buka: Any, situs: Client) -> None:
    url = alamat(tanpa_titik(baris().desa.kode))
    for is_aktif, status in ((True, 200), (False, 400), (True, 200)):
        LayananRumusan.objects.update(is_aktif=is_aktif)
        assert situs.get(url).status_code == status
    LayananRumusan.objects.all().delete()
    assert sebab(situs.get(url)) == TUTUP.format("Banyuasin")


def test_belum_ditetapkan(kabupaten: Kabupaten, situs: Client) -> None:
    LayananRumusan.objects.create(kabupaten=kabupaten, is_aktif=True)
    url = alamat(tanpa_titik(baris().desa.kode))
    assert sebab(situs.get(url)) == TETAP.format(2024)
    penetapan = make_penetapan(kabupaten, 2024)
    assert situs.get(url).status_code == 200
    type(penetapan).objects.update(
        status="disetujui", signed_by=None, signed_at=None, pengesahan=None
    )
    assert sebab(situs.get(url)) == TETAP.format(2024)


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
    assert sebab(situs.get(url)) == TUTUP.format("Merangin")
    layanan = LayananRumusan.objects.create(kabupaten=merangin, is_aktif=True)
    assert sebab(situs.get(url)) == "IDM 2024 Kabupaten Merangin belum ditetapkan"
    make_penetapan(merangin, 2024)
    assert situs.get(url).json()["mapData"]["IDENTITAS"][0]["nama_kab_kota"] == "KABUPATEN MERANGIN"
    LayananRumusan.objects.filter(pk=layanan.pk).update(is_aktif=False)
    assert sebab(situs.get(url)) == TUTUP.format("Merangin")


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
    assert sebab(situs.get(url)) == TUTUP.format("Banyuasin")
    kejadian = AuditEvent.objects.filter(model="idm.LayananRumusan").order_by("nomor")
    assert [k.action for k in kejadian] == ["tambah", "ubah"]
    assert kejadian[1].changes == {"is_aktif": ["True", "False"]}
    kembar = admin.post(reverse("idm:layananrumusan_create"), {"is_aktif": "on"})
    assert kembar.context["form"].errors
    assert LayananRumusan.objects.count() == 1


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
        monkeypatch.setattr(mesin.time, "time", lambda: kini[0])
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
        settings.TRUSTED_PROXIES = ["127.0.0.1"]
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
        assert mesin.menunggu("rumusan", "x") == 0
