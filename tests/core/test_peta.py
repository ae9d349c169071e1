"""Peta SVG: letak, kelas, batas, keterangan; tanpa koordinat tidak ada gambar."""

from decimal import Decimal
from xml.etree.ElementTree import fromstring

from core.grafik.tanda import ARSIR
from core.peta import Garis, KelasPeta, Tempat, ke_bulat, peta

KELAS = [KelasPeta("Aktif", "#14463d", 2), KelasPeta("Tidak <aktif>", "#e0b04f", 1)]
NS = "{http://www.w3.org/2000/svg}"


def gambar(tempat, nama=(), kelas=KELAS):
    return fromstring(peta("Peta & uji", tempat, kelas, nama))


def test_derajat_menjadi_bulat_setengah_menjauhi_nol():
    assert ke_bulat(Decimal("104.123456")) == 10412346
    assert ke_bulat(Decimal("-2.000005")) == -200001


def test_tanpa_koordinat_kosong():
    assert peta("x", [Tempat("A", 0)], KELAS, []) == ""


def test_utara_di_atas_dan_skala_sama():
    svg = gambar([Tempat("Barat laut", 0, (0, 100)), Tempat("Tenggara", None, (200, 0))])
    bulat = svg.findall(f".//{NS}circle")
    kiri, kanan = (c for c in bulat if c.get("r") == "4" and c.get("cx") == "14"), bulat
    assert next(kiri).get("cy") == "14"
    assert {(c.get("cx"), c.get("cy")) for c in kanan} >= {("14", "14"), ("626", "320")}


def test_kelas_punya_bentuk_arsiran_dan_banyaknya():
    kelas = [KelasPeta(str(i), "#fff", i) for i in range(7)]
    svg = gambar([Tempat(str(i), i, (i, i)) for i in range(7)], kelas=kelas)
    assert len(svg.findall(f".//{NS}pattern")) == 7
    assert len(ARSIR) == 6
    titik = {p.get("points") for p in svg.findall(f".//{NS}polygon")}
    assert len(titik) == 10  # lima bentuk poligon di peta dan di keterangan
    assert "6: 6" in {t.text for t in svg.findall(f".//{NS}text")}
    assert "tanpa data" not in {t.text for t in svg.findall(f".//{NS}text")}


def test_kelas_tanpa_data_tidak_berbanyak():
    """Tahun tanpa data: keterangan menyebut kelasnya, bukan nol."""
    svg = gambar([Tempat("A", None, (0, 0))], kelas=[KelasPeta("Mandiri", "#fff")])
    assert {t.text for t in svg.findall(f".//{NS}text")} == {"Mandiri", "tanpa data"}


def test_batas_menggantikan_titik_dan_titik_berulang_dibuang():
    cincin = [[(0, 0), (0, 0), (0, 1000), (1000, 1000), (0, 0)]]
    svg = gambar([Tempat("A", 0, (5, 5), cincin, "/a/"), Tempat("B", None, None, cincin)])
    jalan = [p for p in svg.findall(f".//{NS}path") if p.get("fill-rule")]
    assert [p.get("fill") for p in jalan] == ["url(#arsir-0)", "#fffdf8"]
    assert jalan[0].get("d").count("L") == 3
    assert svg.find(f".//{NS}a").get("href") == "/a/"
    assert svg.find(f".//{NS}a//{NS}title").text == "A"


def test_nama_di_atas_peta_diloloskan():
    svg = gambar([Tempat("A", 1, (0, 0)), Tempat("B", 1, (9, 0))], [("Muara & <Telang>", (5, 0))])
    assert "Muara & <Telang>" in {t.text for t in svg.findall(f".//{NS}text")}
    assert svg.get("aria-label") == "Peta & uji"


def test_garis_batas_ikut_menentukan_bidangnya():
    cincin = [[(0, 0), (0, 1000), (1000, 1000), (0, 0)]]
    svg = fromstring(peta("x", [Tempat("A", 0, (500, 500))], KELAS, [], [Garis(cincin, 4)]))
    (jalan,) = [p for p in svg.findall(f".//{NS}path") if p.get("stroke-width") == "4"]
    assert (jalan.get("fill"), jalan.get("pointer-events")) == ("none", "none")
    titik = [c for c in svg.findall(f".//{NS}circle") if c.get("cx") == "320"]
    assert [c.get("cy") for c in titik] == ["320"]
