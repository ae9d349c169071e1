"""Grafik: SVG yang sah, memuat semua angkanya, koordinat bertitik, tulisan diloloskan."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from core import grafik
from core.grafik import Banding, Deret, Kelas, Petak
from core.grafik.terpisah import separated

SVG = "{http://www.w3.org/2000/svg}"
TARGET = Deret("Target", [103, 131, Decimal("159.5")], "#111111")
REALISASI = Deret("Realisasi", [183, None, Decimal(-5)], "#222222")


def parsed(svg: str) -> ElementTree.Element:
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    bertautan = root.find(f".//{SVG}a") is not None
    assert root.get("role") == ("group" if bertautan else "img")
    assert root.find(f"{SVG}title").text == root.get("aria-label")
    for element in root.iter():
        for nama in ("x", "y", "width", "height", "x1", "x2", "y1", "y2"):
            assert re.fullmatch(r"-?\d+(\.\d+)?", element.get(nama, "0"))
        assert Decimal(element.get("width", "0")) >= 0
        assert Decimal(element.get("height", "0")) >= 0
    return root


def semua_teks(svg: str) -> list[str]:
    return [element.text or "" for element in parsed(svg).iter(f"{SVG}text")]


def heights(svg: str, colour: str) -> list[Decimal]:
    return [
        Decimal(e.get("height", "0"))
        for e in parsed(svg).iter(f"{SVG}rect")
        if e.get("fill") == colour
    ]


def test_batang_writes_every_figure() -> None:
    hasil = semua_teks(
        grafik.batang("Judul", ["2021", "2022", "2023"], [TARGET, REALISASI], desimal=1)
    )
    assert {"103,0", "131,0", "159,5", "183,0", "—", "-5,0", "2021", "2022", "2023"} <= set(hasil)
    assert {"Target", "Realisasi"} <= set(hasil)


def test_batang_is_as_high_as_its_figure() -> None:
    low, high = heights(
        grafik.batang("Judul", ["a", "b"], [Deret("x", [50, 100], "#111111")]), "#111111"
    )[:2]
    assert high == low * 2 > 0


@pytest.mark.parametrize("nilai", [[0, 0], [None, None], [-1, -2]])
def test_batang_without_height(nilai: list[int | None]) -> None:
    svg = grafik.batang("Judul", ["a", "b"], [Deret("x", nilai, "#111111")])
    assert heights(svg, "#111111")[:2] == [0, 0]


def test_empty_charts_are_still_valid() -> None:
    for svg in (
        grafik.batang("Judul", [], []),
        grafik.tumpuk("Judul", [], []),
        grafik.mendatar("Judul", []),
        grafik.kotak_satuan("Judul", [Deret("x", [0], "#111111")]),
        grafik.bagan("Judul", ["Kepala"], [], []),
        grafik.petak("Judul", [], []),
        grafik.banding("Judul", [], ("a", "b", "c")),
    ):
        parsed(svg)


def test_tumpuk_fills_the_row_and_skips_zero() -> None:
    deret = [
        Deret("Maju", [77, 0], "#111111"),
        Deret("Mandiri", [6, 0], "#222222"),
        Deret("Lain", [0, None], "#333333"),
    ]
    svg = grafik.tumpuk("Judul", ["2023", "2024"], deret)
    widths = [
        Decimal(e.get("width", "0")) for e in parsed(svg).iter(f"{SVG}rect") if e.get("stroke")
    ]
    assert len(widths) == 2  # alas angka tidak bertepi
    assert abs(sum(widths) - (grafik.LEBAR - 44)) < Decimal("0.1")
    assert {"77", "6", "2023", "2024"} <= set(semua_teks(svg))


def test_mendatar_stays_inside_the_frame() -> None:
    rows = [
        ("Pendek", Decimal("94.62")),
        ("Lewat", Decimal("8430")),
        ("Negatif", Decimal(-50)),
        ("Kosong", None),
    ]
    svg = grafik.mendatar("Judul", rows)
    widths = [Decimal(e.get("width", "0")) for e in parsed(svg).iter(f"{SVG}rect")]
    assert max(widths) <= grafik.LEBAR - 96
    assert {"94,62 %", "8.430,00 %", "-50,00 %", "tak terhitung", "100 %"} <= set(semua_teks(svg))


def test_long_label_is_cut() -> None:
    assert "x" * 99 + "…" in semua_teks(grafik.mendatar("Judul", [("x" * 101, None)]))


def test_kotak_satuan_draws_one_square_each() -> None:
    svg = grafik.kotak_satuan(
        "Judul", [Deret("Maju", [77], "#111111"), Deret("Nihil", [0], "#222222")]
    )
    (jalan,) = [e.get("d", "") for e in parsed(svg).iter(f"{SVG}path")]
    sudut = re.findall(r"M([\d.]+) ([\d.]+)h", jalan)
    assert len(set(sudut)) == 77
    assert len(heights(svg, "#111111")) == 1  # pada keterangan
    assert "77 Maju" in semua_teks(svg)
    assert "#222222" not in svg


def test_bagan_names_everyone() -> None:
    svg = grafik.bagan(
        "Struktur", ["KEPALA DINAS", "Nama"], ["Sekretariat"], ["Bidang Satu", "Bidang Dua"]
    )
    assert {"KEPALA DINAS", "Nama", "Sekretariat"} <= set(semua_teks(svg))
    assert "Bidang Satu" in " ".join(semua_teks(svg))


def test_text_is_escaped() -> None:
    svg = grafik.mendatar('<b> & "judul"', [("<script>", None)])
    assert "<script>" not in svg
    assert "<script>" in semua_teks(svg)


@pytest.mark.parametrize(("pola", "ruas"), [("", 0), ("datar", 4), ("miring", 7), ("silang", 14)])
def test_arsiran_stays_inside_its_box(pola: str, ruas: int) -> None:
    svg = grafik.kotak_satuan("Judul", [Deret("x", [1], "#111111", pola=pola)], kolom=28)
    garis = [e.get("d", "") for e in parsed(svg).iter(f"{SVG}path") if e.get("stroke")][:1]
    titik = [
        (Decimal(x), Decimal(y)) for d in garis for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", d)
    ]
    assert len(titik) == 2 * ruas
    assert all(1 <= x <= 21 and 1 <= y <= 21 for x, y in titik)


KELAS = [Kelas("Maju", "MJ", "#111111", pola="miring"), Kelas("Tertinggal", "TG", "#222222")]


def test_petak_letters_every_square() -> None:
    anggota = [
        Petak(str(n + 1), f"Desa {n}", n % 2, f"/idm/profil/{n}/?a=1&b=2") for n in range(20)
    ]
    svg = grafik.petak(
        "Judul", [("Kecamatan", anggota), ("Kosong", []), ("Lain", [Petak("1", "X", None)])], KELAS
    )
    hasil = semua_teks(svg)
    assert (hasil.count("MJ"), hasil.count("TG"), hasil.count("–")) == (10, 10, 1)
    assert {"MJ = Maju (10)", "TG = Tertinggal (10)", "– = tanpa data (1)", "20"} <= set(hasil)
    assert svg.count('<a href="/idm/profil/0/?a=1&amp;b=2">') == 1
    assert svg.count("<a ") == 20
    tepi = [e for e in parsed(svg).iter(f"{SVG}rect") if e.get("stroke")]
    assert all(
        Decimal(e.get("x", "0")) + Decimal(e.get("width", "0")) <= grafik.LEBAR for e in tepi
    )
    assert len({(e.get("x"), e.get("y")) for e in tepi}) == 21


def test_petak_names_only_classes_present() -> None:
    svg = grafik.petak(
        "Judul", [("Nama kecamatan yang panjang sekali", [Petak("1", "A", 0)])], KELAS
    )
    assert "TG = Tertinggal (0)" not in semua_teks(svg)
    assert "tanpa data" not in svg
    assert {"Nama kecamatan yang", "panjang sekali"} <= set(semua_teks(svg))


def test_banding_places_bar_and_marks() -> None:
    baris = [
        Banding("Kesehatan", Decimal(100), Decimal(50), Decimal(0)),
        Banding("Tata kelola pemerintahan desa dan kelurahan", Decimal(0), Decimal(0), Decimal(0)),
    ]
    svg = grafik.banding("Judul", baris, ("Bukit", "Kecamatan", "Kabupaten"))
    assert {
        "100,00 %",
        "0,00 %",
        "Bukit",
        "Kecamatan",
        "Kabupaten",
        "Kesehatan",
        "Tata kelola pemerintahan",
    } <= set(semua_teks(svg))
    wajik = [e.get("points", "").split()[0] for e in parsed(svg).iter(f"{SVG}polygon")]
    assert wajik[0].startswith("374,")  # separuh dari 412, mulai 168
    assert [str(w) for w in heights(svg, grafik.WARNA[4])] == ["21", "21", "21"]


def test_radar_points_follow_the_values() -> None:
    deret = [
        Deret("Desa", [100, 50, 0, None], "#111111"),
        Deret("Kecamatan", [0, 0, 0, 100], "#222222"),
    ]
    svg = grafik.radar("Judul", ["Atas", "Kanan", "Bawah", "Kiri"], deret)
    bidang = {e.get("stroke"): e.get("points") for e in parsed(svg).iter(f"{SVG}polygon")}
    assert bidang["#111111"] == "250,38 324,186 250,186 250,186"
    assert bidang["#222222"] == "250,186 250,186 250,186 102,186"
    assert {"Atas", "Kanan", "Bawah", "Kiri", "Desa", "Kecamatan"} <= set(semua_teks(svg))
    putus = [
        e.get("stroke-dasharray")
        for e in parsed(svg).iter(f"{SVG}polygon")
        if e.get("stroke") != "#b9b29c"
    ]
    assert putus == ["7 4", None]  # terbaca tanpa warna


def test_radar_needs_three_axes() -> None:
    assert grafik.radar("Judul", ["a", "b"], [Deret("x", [1, 2], "#111111")]) == ""


def test_tumpuk_writes_the_figure_of_a_narrow_part_above_it() -> None:
    svg = grafik.tumpuk(
        "Judul", ["2024"], [Deret("Maju", [1], "#111111"), Deret("Lain", [287], "#222222")]
    )
    letak = {e.text: Decimal(e.get("y", "0")) for e in parsed(svg).iter(f"{SVG}text")}
    assert letak["1"] < letak["287"]


def test_separated_keeps_the_title() -> None:
    pertama = "<svg viewBox='0 0 1 1'><title>Satu &amp; dua</title><g><title>x</title></g></svg>"
    kedua = "<svg viewBox='0 0 1 1'><rect/></svg>"
    naskah, semua = separated(f"<p>{pertama}</p>{kedua}")
    satu, dua = semua
    assert naskah == f'<p><img src="{satu}" alt="Satu &amp; dua"></p><img src="{dua}" alt="">'
    assert semua == {satu: pertama, dua: kedua}
