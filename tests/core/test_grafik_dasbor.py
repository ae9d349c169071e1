"""Gambar dasbor: angkanya tertulis, tiap baris bertautan, dan tidak melampaui lebarnya."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from core.grafik.dasar import LEBAR, Deret
from core.grafik.deret import ALAS_KECIL, ATAS_KECIL, Setahun, deret
from core.grafik.garis import garis_tahun
from core.grafik.lajur import SEMPIT, Lajur, lajur
from core.grafik.tumpukan import Tumpukan, berbaris, tumpukan

SVG = "{http://www.w3.org/2000/svg}"
FISIK, UANG = Deret("Fisik", (), "#111111"), Deret("Keuangan", (), "#222222", pola="miring")
KELAS = [Deret(nama, (), "#111111") for nama in ("Mandiri", "Maju", "Sangat Tertinggal")]
NAMA = "Program Peningkatan Kerja Sama Desa dan Pemberdayaan Lembaga Kemasyarakatan " * 2


def akar(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def tulisan(svg: str) -> list[str]:
    return [satu.text or "" for satu in akar(svg).iter(f"{SVG}text")]


def panjang(svg: str, warna: str) -> list[Decimal]:
    semua = [s for s in akar(svg).iter(f"{SVG}rect") if s.get("fill") == warna]
    return [Decimal(satu.get("width", "0")) for satu in semua]


@pytest.mark.parametrize("lebar", [LEBAR, SEMPIT])
def test_lajur_menulis_dan_membuka_tiap_baris(lebar: int) -> None:
    baris = [
        Lajur("Satu", (Decimal("81.48"), Decimal(50)), "/satu/"),
        Lajur(NAMA, (None, Decimal(-3)), "/dua/"),
    ]
    gambar = lajur("Fisik & uang", baris, (FISIK, UANG), lebar=lebar)
    assert akar(gambar).get("role") == "group"
    assert akar(gambar).get("viewBox", "").split()[2] == str(lebar)
    assert [satu.get("href") for satu in akar(gambar).iter(f"{SVG}a")] == ["/satu/", "/dua/"]
    hasil = tulisan(gambar)
    assert {"81,48 %", "50,00 %", "tak terhitung", "-3,00 %", "100 %", "Fisik"} <= set(hasil)
    assert max(map(len, hasil)) * Decimal("5.9") < lebar
    assert panjang(gambar, "#222222")[:2] == [panjang(gambar, "#222222")[0], 0]


def test_lajur_sepanjang_angkanya_dan_seratus_tetap_terlihat() -> None:
    setengah = lajur("j", [Lajur("a", (Decimal(50),)), Lajur("b", (Decimal(100),))], (FISIK,))
    kecil, besar = panjang(setengah, "#111111")
    assert besar == kecil * 2
    lebih = lajur("j", [Lajur("a", (Decimal(200),))], (FISIK,))
    (garis,) = {satu.get("x1") for satu in akar(lebih).iter(f"{SVG}line")}
    assert Decimal(garis or 0) == panjang(lebih, "#111111")[0] / 2
    assert akar(lebih).get("role") == "img"
    assert lajur("j", []) == ""


def test_garis_putus_pada_tahun_yang_tidak_diketahui() -> None:
    semua = [
        Setahun(2020, Decimal(10), Decimal(5)),
        Setahun(2021, Decimal(20), None),
        Setahun(2022, Decimal(30), Decimal(25)),
        Setahun(2023, None, Decimal(35)),
    ]
    gambar = garis_tahun("IKU 1", semua, desimal=1)
    putus = [s for s in akar(gambar).iter(f"{SVG}line") if s.get("stroke-dasharray")]
    lurus = [s for s in akar(gambar).iter(f"{SVG}line") if s.get("stroke-width") == "2"]
    assert (len(putus), len(lurus) - len(putus)) == (2, 1)
    assert {"5,0", "25,0", "35,0", "2020", "2023", "Target"} <= set(tulisan(gambar))
    titik = [Decimal(s.get("cy", "0")) for s in akar(gambar).iter(f"{SVG}circle")]
    assert titik == sorted(titik, reverse=True)
    assert garis_tahun("IKU 1", [Setahun(2020, None, None)]) == ""
    assert "NaN" not in garis_tahun("IKU 1", [Setahun(2020, Decimal(1), Decimal(1))])


def test_tiap_tahun_garis_membuka_halamannya() -> None:
    """Yang tanpa alamat tetap satu gambar."""
    semua = [Setahun(2022, Decimal(1), Decimal(2), "/a/?tahun=2022"), Setahun(2023, None, None)]
    gambar = akar(garis_tahun("IKU 1", semua))
    (satu,) = gambar.iter(f"{SVG}a")
    assert (satu.get("href"), satu.get("aria-label")) == ("/a/?tahun=2022", "2022")
    assert gambar.get("role") == "group"
    polos = akar(garis_tahun("IKU 1", [Setahun(2022, Decimal(1), Decimal(2))]))
    assert polos.get("role") == "img"


def test_angka_garis_tidak_pernah_di_titik_targetnya() -> None:
    semua = [Setahun(2022, Decimal(215), Decimal(209)), Setahun(2023, Decimal(100), Decimal(200))]
    gambar = akar(garis_tahun("IKU 1", semua))
    angka = {s.text: Decimal(s.get("y", "0")) for s in gambar.iter(f"{SVG}text")}
    bawah, atas = (Decimal(s.get("cy", "0")) for s in gambar.iter(f"{SVG}circle"))
    assert angka["209"] > bawah
    assert angka["200"] < atas
    terendah = akar(garis_tahun("IKU 1", [Setahun(2023, Decimal(5), Decimal(1))]))
    letak = {s.text: Decimal(s.get("y", "0")) for s in terendah.iter(f"{SVG}text")}
    (alas,) = {s.get("y1") for s in terendah.iter(f"{SVG}line")}
    assert letak["1"] < Decimal(alas or 0) < letak["2023"]


def test_deret_melewati_yang_tidak_diketahui_dan_negatif_di_alas() -> None:
    tahun = [Setahun(2021, 50, None), Setahun(2022, None, -3), Setahun(2023, 100, Decimal("82.5"))]
    assert [satu.is_berangka for satu in tahun] == [True, True, True]
    gambar = akar(deret("Uji", tahun, desimal=1))
    tinggi = [Decimal(satu.get("height", "")) for satu in gambar.iter(f"{SVG}rect")]
    assert tinggi[:2] == [0, (ALAS_KECIL - ATAS_KECIL) * Decimal("0.825")]
    tulisan = "|".join(satu.text or "" for satu in gambar.iter(f"{SVG}text"))
    for angka in ("50,0", "-3,0", "100,0", "82,5"):
        assert angka in tulisan


@pytest.mark.parametrize("tahun", [(), (Setahun(2023, None, None),)])
def test_deret_tanpa_angka_tetap_bergambar(tahun: tuple[Setahun, ...]) -> None:
    assert not any(satu.is_berangka for satu in tahun)
    akar(deret("Uji", tahun))


def test_tumpukan_sebanding_dan_angkanya_di_dalam_bila_muat() -> None:
    baris = [Tumpukan("Air Kumbang", (60, 39, 1), "/kecamatan/1/"), Tumpukan("Kosong", (0, 0, 0))]
    gambar = tumpukan("Status", baris, KELAS, lebar=SEMPIT)
    hasil = tulisan(gambar)
    assert {"Air Kumbang: 100", "60", "39", "Kosong: 0"} <= set(hasil)
    assert "1" not in hasil
    assert re.search('href="/kecamatan/1/"', gambar)
    assert sum(panjang(gambar, "#111111")[:5:2]) > 0
    assert tumpukan("Status", [], KELAS) == ""
    assert len(list(berbaris(KELAS * 3, SEMPIT))) > 2
    assert [len(sebaris) for sebaris in berbaris(KELAS, LEBAR)] == [3]
