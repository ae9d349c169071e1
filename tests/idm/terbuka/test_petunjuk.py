"""Uraian OpenAPI memuat tepat yang dilayani; halaman petunjuknya."""

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from idm import openapi
from idm.rumusan import KOLOM
from tests.idm.terbuka.bahan import GALAT, alamat, baris
from villages.kode import tanpa_titik

pytestmark = pytest.mark.django_db


class TestPetunjuk:
    def test_uraian_memuat_tepat_kolom_jawaban(self, buka: Any, situs: Client) -> None:
        uraian = situs.get(reverse("terbuka:uraian")).json()
        assert uraian["openapi"] == "3.1.0"
        cocok = uraian["components"]["schemas"]
        isi = situs.get(alamat(tanpa_titik(baris().desa.kode))).json()
        check(isi, cocok["Rumusan"], cocok)
        check(json.loads(GALAT), cocok["Galat"], cocok)
        check(openapi.PENUH, cocok["Galat"], cocok)
        assert tuple(cocok["ROW"]["properties"]) == KOLOM
        (jalan,) = uraian["paths"]
        assert jalan.format(kode=1607012001, tahun=2024) == alamat("1607012001")
        contoh = uraian["paths"][jalan]["get"]["responses"]["200"]["content"]["application/json"][
            "example"
        ]
        check(contoh, cocok["Rumusan"], cocok)

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
        assert "http://127.0.0.1:8000/open/api/desa/rumusan/9901012001/2024" in isi
        assert "SKOR_MINIMAL" in isi
        assert "<script src=" not in isi.replace('<script src="/static/', "")

    def test_contoh_dapat_diminta(self, buka: Any, situs: Client) -> None:
        """Selama ada yang dilayani, contohnya desa kabupaten itu, bukan wilayah rekaan."""
        halaman = situs.get("/open/api/").content.decode()
        alamat_contoh = halaman.split("<code>curl ")[1].split("</code>")[0]
        jawaban = situs.get(urlsplit(alamat_contoh).path)
        assert jawaban.status_code == 200
        assert jawaban.json()["mapData"]["IDENTITAS"][0]["id_kabupaten"] == "1607"


def check(isi: Any, skema: dict[str, Any], semua: dict[str, Any]) -> None:
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
            check(nilai, skema["properties"][nama], semua)
    elif jenis == ["array"]:
        assert skema.get("minItems", 0) <= len(isi) <= skema.get("maxItems", len(isi))
        for nilai in isi:
            check(nilai, skema["items"], semua)


def jenis_json(isi: Any) -> set[str]:
    if isi is None:
        return {"null"}
    if isinstance(isi, bool):
        return {"boolean"}
    if isinstance(isi, int):
        return {"integer", "number"}
    return {{float: "number", str: "string", list: "array", dict: "object"}[type(isi)]}
