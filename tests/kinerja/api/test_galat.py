"""Yang ditolak mendapat status dan kalimat yang tepat, selalu JSON; batas laju dan simpanan."""

from typing import Any

import pytest
from django.test import Client

from accounts.actions import revoke_token
from accounts.models import Kabupaten, TokenApi, User
from core.models import AuditEvent
from core.skema import BATAS
from tests import factories

pytestmark = pytest.mark.django_db


def pesan(jawaban: Any, status: int) -> str:
    isi = jawaban.json()
    assert jawaban.headers["Content-Type"] == "application/json"
    assert jawaban.headers["Cache-Control"] == "no-store"
    assert (jawaban.status_code, isi["status"], isi["error"]) == (status, status, True)
    return str(isi["message"])


@pytest.mark.parametrize("kepala", ["", "Bearer", "Bearer ", "Basic YTpi", "Token dpmd_x"])
def test_tanpa_token(db: None, kepala: str) -> None:
    jawaban = Client().get("/api/v1/desa", headers={"Authorization": kepala})
    assert pesan(jawaban, 401).startswith("Kirim token")
    assert jawaban.headers["WWW-Authenticate"].startswith("Bearer")


def test_token_tidak_dikenal_dicabut_kedaluwarsa(minta: Any, create_token: Any) -> None:
    assert pesan(minta("naskah", "dpmd_\x00bukan"), 401) == "Token tidak dikenal."
    lewat = create_token(nama="lewat", hari=0)
    TokenApi.objects.filter(nama="lewat").update(
        dibuat_pada="2020-01-01", berlaku_sampai="2020-12-31"
    )
    assert "lewat masa berlakunya" in pesan(minta("naskah", lewat), 401)
    cabut = create_token(nama="cabut")
    assert minta("naskah", cabut).status_code == 200
    revoke_token(TokenApi.objects.get(nama="cabut"), by=User.objects.get(username="admin"))
    assert "dicabut" in pesan(minta("naskah", cabut), 401)


def test_token_kantor_lain_hanya_melihat_kantornya(minta: Any, create_token: Any) -> None:
    merangin = create_token("15.02", "Merangin")
    desa = factories.make_desa(
        factories.make_kecamatan(Kabupaten.objects.get(kode="15.02"), kode="15.02.01"),
        kode="15.02.01.2001",
    )
    assert desa.kabupaten_kode == "15.02"
    milik = minta("desa", merangin, tahun=2024, per_halaman=1000).json()["data"]
    assert {satu["kode"][:5] for satu in milik} == {"15.02"}
    jawaban = minta("desa", merangin, tahun=2024, kecamatan="16.07.01")
    assert pesan(jawaban, 400) == "kecamatan: Kantor pemilik token ini tidak berkecamatan itu."
    sendiri = {satu["nama"] for satu in minta("indikator", tahun=2024).json()["data"]}
    lain = {satu["nama"] for satu in minta("indikator", merangin, tahun=2024).json()["data"]}
    assert sendiri.isdisjoint(lain)


@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        ({}, "tahun: Kolom ini wajib diisi."),
        ({"tahun": "dua ribu"}, "Tulis tahun dengan empat angka"),
        ({"tahun": "1"}, "Tahun paling awal"),
        ({"tahun": "2024", "halaman": "-1"}, "halaman: "),
        ({"tahun": "2024", "halaman": "9" * 40}, "halaman: "),
        ({"tahun": "2024", "per_halaman": "1001"}, "per_halaman: "),
        ({"tahun": "2024", "jenis": "<script>"}, "jenis: “<script>” tidak dikenal."),
        ({"tahun": "2024", "thn": "1"}, "Saringan “thn” tidak dikenal; yang ada: halaman,"),
        ({"tahun": "2024\x00"}, "tahun: "),
    ],
)
def test_saringan_keliru(minta: Any, isian: dict[str, str], kalimat: str) -> None:
    assert kalimat in pesan(minta("indikator", **isian), 400)


def test_semua_kesalahan_sekaligus(minta: Any) -> None:
    kalimat = pesan(minta("indikator", tahun="x", jenis="y", z="1"), 400)
    assert all(bagian in kalimat for bagian in ("tahun: ", "jenis: ", "Saringan “z”"))


def test_halaman_di_luar_daftar(minta: Any) -> None:
    jawaban = minta("desa", tahun=2024, halaman=99)
    assert pesan(jawaban, 404) == "Halaman 99 tidak ada; yang terakhir 4."


@pytest.mark.parametrize("cara", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("alamat", ["/api/v1/desa", "/api/openapi.json", "/api/lain"])
def test_hanya_dibaca(db: None, cara: str, alamat: str) -> None:
    jawaban = getattr(Client(enforce_csrf_checks=True), cara)(alamat)
    assert "hanya dibaca" in pesan(jawaban, 405)
    assert jawaban.headers["Allow"] == "GET, HEAD"


def test_accept_lain(minta: Any) -> None:
    jawaban = minta("desa", tahun=2024, headers={"Accept": "text/csv"})
    assert "application/json" in pesan(jawaban, 406)
    assert minta("desa", tahun=2024, headers={"Accept": "*/*"}).status_code == 200


@pytest.mark.parametrize("alamat", ["v1/", "v1/desa/1", "v2/desa", "x" * 500, "%F0%9F"])
def test_alamat_lain(db: None, alamat: str) -> None:
    assert "openapi.json" in pesan(Client().get(f"/api/{alamat}"), 404)


def test_batas_laju(db: None) -> None:
    client = Client()
    for _ in range(BATAS):
        assert client.get("/api/v1/desa").status_code == 401
    jawaban = client.get("/api/v1/desa")
    assert "Terlalu banyak" in pesan(jawaban, 429)
    assert 0 < int(jawaban.headers["Retry-After"]) <= 60
    assert client.get("/api/v1/desa", REMOTE_ADDR="10.0.0.9").status_code == 401


def test_simpanan_milik_pemegang_tokennya(minta: Any, sumber: Any) -> None:
    pertama = minta(sumber.nama, tahun=2024)
    assert pertama.headers["Cache-Control"] == "private, max-age=60"
    assert "Authorization" in pertama.headers["Vary"]
    assert "Set-Cookie" not in pertama.headers
    etag = pertama.headers["ETag"]
    kedua = minta(sumber.nama, tahun=2024, headers={"If-None-Match": etag})
    assert (kedua.status_code, kedua.content) == (304, b"")
    assert kedua.headers["Cache-Control"] == "private, max-age=60"


def test_pemakaian_tercatat_sekali_sehari(minta: Any) -> None:
    for _ in range(3):
        minta("naskah")
    (satu,) = AuditEvent.objects.filter(model="accounts.TokenApi", action="ubah")
    assert (satu.note, satu.actor) == ("dipakai", "Token Dasbor Bappeda")


def test_kueri_tetap(minta: Any, sumber: Any, django_assert_max_num_queries: Any) -> None:
    """Sebaris dan semuanya sama banyak kuerinya."""
    banyak = []
    for per_halaman in (1, 1000):
        with django_assert_max_num_queries(40) as catatan:
            minta(sumber.nama, tahun=2024, per_halaman=per_halaman)
        banyak.append(len(catatan))
    assert banyak[1] <= banyak[0]
