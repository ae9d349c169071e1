"""Uraian OpenAPI benar: tiap jawaban, juga galatnya, cocok dengan skemanya."""

import json
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from accounts.models import Kabupaten
from kinerja.api.halaman import KOLEKSI
from kinerja.api.reports.uraian import uraian
from tests.factories import make_penetapan
from tests.hak import KOLEKSI as NAMA

pytestmark = pytest.mark.django_db


def check(dokumen: Any, skema: Any, isi: Any) -> None:
    """`isi` cocok dengan `skema` di dalam `dokumen`, dan tidak berkolom lain."""
    semua = json.loads(json.dumps(dokumen))
    for bentuk in semua["components"]["schemas"].values():
        bentuk["additionalProperties"] = False
    utuh = {**skema, "components": semua["components"]}
    Draft202012Validator.check_schema(utuh)
    Draft202012Validator(utuh, format_checker=FormatChecker()).validate(isi)


def skema(dokumen: Any, nama: str, status: int) -> Any:
    tanggapan = dokumen["paths"][f"/api/v1/{nama}"]["get"]["responses"][str(status)]
    return tanggapan["content"]["application/json"]["schema"]


@pytest.mark.parametrize("tahun", [2023, 2024, 2025, 2030])
def test_jawaban_cocok_dengan_uraian(
    minta: Any, sumber: Any, tahun: int, kabupaten: Kabupaten
) -> None:
    """Juga tahun tanpa data; naskahnya yang sah dan yang belum."""
    make_penetapan(kabupaten, tahun)
    dokumen = Client().get("/api/openapi.json").json()
    jawaban = minta(sumber.nama, tahun=tahun, per_halaman=1000)
    assert jawaban.status_code == 200
    assert jawaban.headers["Content-Type"] == "application/json"
    isi = jawaban.json()
    check(dokumen, skema(dokumen, sumber.nama, 200), isi)
    assert len(isi["data"]) == isi["total"]


def test_galat_cocok_dengan_uraian(minta: Any, sumber: Any) -> None:
    dokumen = Client().get("/api/openapi.json").json()
    for isian, status in (({"tahun": "x"}, 400), ({"tahun": 2024, "halaman": 9999}, 404)):
        jawaban = minta(sumber.nama, **isian)
        check(dokumen, skema(dokumen, sumber.nama, status), jawaban.json())
        assert (jawaban.status_code, jawaban.json()["status"]) == (status, status)


def test_uraian_menyebut_semua_sumber_dan_saringannya() -> None:
    dokumen = uraian(KOLEKSI, "https://dpmd.example.id/")
    assert dokumen["servers"] == [{"url": "https://dpmd.example.id"}]
    umum = "/angka-terbuka/{kode}/angka.json"
    assert set(dokumen["paths"]) == {f"/api/v1/{nama}" for nama in NAMA} | {umum}
    for satu in KOLEKSI:
        jalan = dokumen["paths"][f"/api/v1/{satu.nama}"]["get"]
        nama = {isian["name"]: isian["required"] for isian in jalan["parameters"]}
        assert set(nama) == set(satu.saringan.base_fields)
        assert nama["tahun"] == (satu.nama != "naskah")
    dirujuk = {p.split('"')[0] for p in json.dumps(dokumen).split("#/components/schemas/")[1:]}
    assert dirujuk == set(dokumen["components"]["schemas"])
