"""Batas wilayah dari GeoJSON, dan peta yang menggambarnya."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import AuditEvent
from documents.pembaca import LembarRefused
from tests import factories
from villages.actions import load_batas
from villages.impor import batas
from villages.models import BatasDesa, BatasKabupaten, BatasKecamatan, Desa

pytestmark = pytest.mark.django_db


def geojson(*unsur):
    return json.dumps({"type": "FeatureCollection", "features": list(unsur)}).encode()


def poligon(
    kode,
    jenis="Polygon",
    titik=((104.1, -2.1), (104.2, -2.1), (104.2, -2.2), (104.1, -2.1)),
    **lain,
):
    koordinat = [list(map(list, titik))]
    bentuk = {"type": jenis, "coordinates": koordinat if jenis == "Polygon" else [koordinat]}
    return {"type": "Feature", "properties": {"KODE": kode, "x": None}, "geometry": bentuk, **lain}


def load(client, data):
    return client.post(
        "/wilayah/peta/batas/", {"berkas": SimpleUploadedFile("b.geojson", data), "sumber": "Uji"}
    )


def test_batas_dimuat_lalu_tergambar(desa, client_for):
    client = client_for("admin")
    assert load(client, geojson(poligon("1607012001"))).status_code == 302
    assert load(client, geojson(poligon("16.07.01.2001", "MultiPolygon"))).status_code == 302
    row = BatasDesa.objects.get()
    assert row.cincin[0][0] == [10410000, -210000]
    assert (
        "1 desa digambar dengan batasnya"
        in client.get("/wilayah/peta/?sifat=jenis").content.decode()
    )
    assert "1 cincin, 4 titik" in client.get(row.get_absolute_url()).content.decode()
    assert AuditEvent.objects.filter(
        action="muat", note__contains="1 di antaranya menggantikan"
    ).exists()


def test_batas_kecamatan_dan_kabupaten(desa, client_for):
    """Tingkatnya menurut kode terinci pada sifatnya; tergambar walau batas desanya belum ada."""
    client = client_for("admin")
    luar = poligon("1607")
    dalam = poligon("160701")
    dalam["properties"]["KAB"] = "16.07"
    assert load(client, geojson(luar, dalam)).status_code == 302
    assert BatasKabupaten.objects.get().cincin == BatasKecamatan.objects.get().cincin
    Desa.objects.update(lintang="-2.15", bujur="104.15")
    peta = client.get("/wilayah/peta/?sifat=jenis").text
    assert "Garis tebal batas kecamatan" in peta
    assert [f'stroke-width="{tebal}"' in peta for tebal in (2, 4)] == [True, True]
    assert load(client, geojson(luar)).status_code == 302
    assert BatasKabupaten.objects.count() == 1


def test_poligon_desa_asing_tidak_menjadi_kecamatannya(desa, client_for):
    asing = poligon("16.07.01.2999")
    asing["properties"]["KEC"] = "16.07.01"
    halaman = load(client_for("admin"), geojson(asing))
    assert "kode desa 16.07.01.2999 tidak dikenal" in halaman.text
    assert not BatasKecamatan.objects.exists()


def test_batas_bermasalah_tidak_tersimpan_separuh(desa, client_for):
    garis = poligon("16.07.01.2001") | {"geometry": {"type": "LineString", "coordinates": []}}
    rusak = poligon("16.07.01.2001", titik=((200, 0),) * 4)
    pendek = poligon("16.07.01.2001", titik=((1, 0),) * 2)
    factories.make_desa(desa.kecamatan, kode="16.07.01.2002")
    kosong = poligon("16.07.01.2002") | {"geometry": {"type": "MultiPolygon", "coordinates": []}}
    data = geojson(
        garis, poligon("x"), rusak, pendek, 3, poligon("16.07.01.2001"), poligon("16.07.01.2001"),
        kosong
    )  # fmt: skip
    halaman = load(client_for("admin"), data).content.decode()
    for kalimat in (
        "bentuknya LineString", "Unsur ke-2: tidak memuat kode",
        "Unsur ke-3 (16.07.01.2001): koordinatnya", "Unsur ke-4", "Unsur ke-5: tidak memuat",
        "Unsur ke-7: batas 16.07.01.2001 sudah ada", "Unsur ke-8 (16.07.01.2002): koordinatnya",
    ):  # fmt: skip
        assert kalimat in halaman
    assert not BatasDesa.objects.exists()


@pytest.mark.parametrize(
    "data", [b"bukan json", b"[]", b'{"type": "FeatureCollection", "features": []}', b"[" * 9999]
)
def test_bukan_geojson_ditolak(data, client_for):
    halaman = load(client_for("admin"), data)
    assert halaman.status_code == 200
    assert "GeoJSON" in str(halaman.context["form"].errors["berkas"])


def test_batas_terlalu_rinci_ditolak(monkeypatch):
    monkeypatch.setattr(batas, "TITIK_TERBANYAK", 3)
    with pytest.raises(LembarRefused, match="lebih dari 3 titik"):
        batas.urai(geojson(poligon("1")), {"1": "1"})


def test_batas_yang_ditolak_pintu_menjadi_pesan(desa, client_for, monkeypatch):
    monkeypatch.setattr(
        batas, "read", lambda data, kode: batas.BatasTerbaca(cincin={desa.kode: []})
    )
    halaman = load(client_for("admin"), geojson(poligon(desa.kode)))
    assert halaman.status_code == 200
    assert "wajib diisi" in str(halaman.context["form"].errors["berkas"])
    assert not BatasDesa.objects.exists()


def test_batas_desa_yang_tidak_ada_dilewati(desa, banyuasin):
    cincin = {desa.kode: [[[0, 0]]], "16.07.99.2001": []}
    assert load_batas(kabupaten=banyuasin, cincin=cincin, sumber="x", by="uji") == (1, 0)


def test_peta_dan_tabelnya(desa, client_for):
    client = client_for("operator")
    halaman = client.get("/wilayah/peta/?sifat=tidak-ada").content.decode()
    assert "Belum ada desa yang koordinatnya" in halaman
    Desa.objects.filter(pk=desa.pk).update(lintang="-2.5", bujur="104.7")
    halaman = client.get("/wilayah/peta/?sifat=rincian").content.decode()
    assert halaman.count("Belum melapor") >= 3
    assert "<svg" in halaman
