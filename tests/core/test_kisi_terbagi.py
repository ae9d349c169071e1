"""Kisi yang panjang dibuka per bagian."""

from collections.abc import Callable
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten
from tests import factories
from villages.models import Desa, RincianLembaga


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
    assert "Jumlah bagian ini" in bagian.content.decode()
    semua = operator.get(alamat, {"tahun": 2023, "kecamatan": ""})
    assert semua.context["potongan"].semua == 150 + len(kecamatan)
    assert semua.context["lanjut"] is None


def desa_terakhir(kabupaten: Kabupaten) -> Desa:
    """Yang terakhir di antara 150 desa satu kecamatan."""
    kecamatan = factories.make_kecamatan(kabupaten)
    for _ in range(150):
        desa = factories.make_desa(kecamatan)
    return desa


def potongan(client: Client, alamat: str, nomor: str) -> tuple[list[str], HttpResponse]:
    """Kunci baris yang tampak pada satu potong, dan halamannya."""
    saringan = {"tahun": 2023, "kecamatan": "", "potong": nomor}
    halaman = client.get(alamat, saringan)
    assert len(halaman.content) < 150_000
    return [satu.baris.kunci for satu in halaman.context["rows"]], halaman


def test_bagian_yang_panjang_dibuka_per_potong(
    client_for: Callable[[str], Client], banyuasin: Kabupaten
) -> None:
    """Semua baris ada pada tepat satu potong; jumlahnya tetap seluruh bagian."""
    operator = client_for("operator")
    desa = desa_terakhir(banyuasin)
    RincianLembaga.objects.create(desa=desa, tahun=2023, rt=7)
    alamat = reverse("villages:rincianlembaga_grid")
    pertama, halaman = potongan(operator, alamat, "bukan nomor")
    nomor = [satu for _, satu in halaman.context["semua_potong"]]
    terbaca = []
    for satu in nomor:
        kunci, halaman = potongan(operator, alamat, satu)
        terbaca += kunci
        assert ("rt", "7*") in halaman.context["totals"]
    assert terbaca[: len(pertama)] == pertama
    assert len(terbaca) == len(set(terbaca)) == 150
    assert potongan(operator, alamat, "99")[0] == kunci
    assert "Baris 51–100 dari 150" in potongan(operator, alamat, "2")[1].content.decode()


def test_simpanan_pada_potong_dijawab_barisnya(
    client_for: Callable[[str], Client], banyuasin: Kabupaten
) -> None:
    """Baris di luar potongnya tidak ikut dijawab, tetapi ikut dijumlahkan."""
    operator = client_for("operator")
    desa = desa_terakhir(banyuasin)
    alamat = reverse("villages:rincianlembaga_grid")
    tampak, _ = potongan(operator, alamat, "1")
    RincianLembaga.objects.create(desa=desa, tahun=2023, rt=7)
    ubahan = {"b": tampak[0], "k": "rt", "lama": "", "baru": "5"}
    jawaban = operator.post(
        f"{alamat}?tahun=2023&kecamatan=&potong=1",
        {"ubahan": [ubahan], "nomor": str(uuid4())},
        content_type="application/json",
    ).json()
    assert jawaban["hasil"][0]["status"] == "tersimpan"
    assert list(jawaban["baris"]) == tampak
    assert jawaban["jumlah"]["rt"] == "12*"
