"""Kisi yang panjang dibuka per bagian."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten
from tests import factories


def test_kisi_panjang_dibuka_pada_bagian_pertama(
    client_for: Callable[[str], Client], banyuasin: Kabupaten
) -> None:
    """Yang pendek seluruhnya; yang panjang sebagian, dengan jalan ke bagian berikutnya."""
    operator = client_for("operator")
    kecamatan = [factories.make_kecamatan(banyuasin) for _ in range(3)]
    alamat = reverse("villages:rincianlembaga_grid")
    for satu in kecamatan:
        factories.make_desa(satu)
    assert operator.get(alamat, {"tahun": 2023}).status_code == 200
    for _ in range(150):
        factories.make_desa(kecamatan[0])
    pindah = operator.get(alamat, {"tahun": 2023})
    assert pindah.url == f"{alamat}?tahun=2023&kecamatan={kecamatan[0].pk}"
    bagian = operator.get(pindah.url)
    assert bagian.context["lanjut"] == (
        f"{alamat}?tahun=2023&kecamatan={kecamatan[1].pk}",
        kecamatan[1].nama,
    )
    assert "Jumlah yang tampak" in bagian.content.decode()
    semua = operator.get(alamat, {"tahun": 2023, "kecamatan": ""})
    assert len(semua.context["rows"]) == 150 + len(kecamatan)
    assert semua.context["lanjut"] is None
