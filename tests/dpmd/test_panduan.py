"""Panduan menyebut yang ada: menu, tulisan layar, pesan, gambar, peraturan."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.urls import reverse

from core.daerah import SebutanWilayah
from core.sanitize import sanitize_bab
from dpmd.menu import MENU
from dpmd.panduan import BAB, FOLDER, HALAMAN, bab_halaman, isi_bab
from tests.gambar import GAMBAR, SEMUA
from tests.hak import UMUM
from tests.halaman import JALAN
from tests.susunan import PACKAGES

ROOT = Path(__file__).resolve().parent.parent.parent
BUTIR = {f"{kelompok} › {butir.label}" for kelompok, isi in MENU for butir in isi}
SEBUTAN = re.compile(r"{{ wilayah\.(desa|kecamatan) }}")  # bawaannya kata itu sendiri
DISISIPKAN = re.compile(r"<[^>]*>|{[%{].*?[%}]}")
NOMOR = re.compile(r"\d[\w.-]*/(?:PMK\.02/)?\d{4}")


@cache
def naskah(kode):
    """Isi bab dalam satu baris, agar lipatan barisnya tidak berpengaruh."""
    return " ".join((FOLDER / f"{kode}.md").read_text().split())


def tulisan_kode(path: Path) -> Iterator[str]:
    """Tulisan dalam satu modul; docstring dan komentarnya tidak tampil, jadi tidak ikut."""
    for simpul in ast.walk(ast.parse(path.read_text())):
        if isinstance(simpul, ast.Expr) and isinstance(simpul.value, ast.Constant):
            simpul.value.value = ""
        elif isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
            yield simpul.value


@cache
def tulisan_layar():
    """Semua tulisan templat, kode dan skrip, huruf kecil, lipatannya dibuang."""
    berkas = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static/js").glob("*.js")]
    berkas.append(ROOT / "core/locale/id/LC_MESSAGES/django.po")
    isi = [DISISIPKAN.sub(" ", SEBUTAN.sub(r"\1", path.read_text())) for path in berkas]
    for paket in PACKAGES:
        for path in (ROOT / paket).rglob("*.py"):
            if "migrations" not in path.parts:
                isi += tulisan_kode(path)
    return " ".join("\n".join(isi).split()).lower()


def tertulis(kalimat):
    return kalimat.lower() in tulisan_layar()


@pytest.mark.parametrize("kode", BAB)
def test_bab_menyebut_yang_ada_di_layar(kode):
    tebal = re.findall(r"\*\*(.+?)\*\*", naskah(kode))
    menu = {kata for kata in tebal if " › " in kata}
    assert menu <= BUTIR, menu - BUTIR
    assert [kata for kata in set(tebal) - menu if not tertulis(kata)] == []


@pytest.mark.parametrize("kode", BAB)
def test_bab_mengutip_pesan_yang_ada(kode):
    pesan = re.findall("“(.+?)”", naskah(kode))
    assert [kalimat for kalimat in pesan if not tertulis(kalimat)] == []


def test_kata_karangan_tidak_lolos():
    assert tertulis("Unggah dan periksa")
    assert not tertulis("Tombol yang tidak pernah ada")


def test_tiap_berkas_satu_bab_berjudul_sama():
    assert {path.stem for path in FOLDER.glob("*.md")} == set(BAB)
    for bab in BAB.values():
        judul, _ = (FOLDER / f"{bab.kode}.md").read_text().split("\n", 1)
        assert judul == f"# {bab.judul}"


def test_gambar_lengkap_dan_terpakai():
    semua = "".join(naskah(kode) for kode in BAB)
    disebut = re.findall(r"gambar/([\w-]+)\.png", semua)
    assert sorted(disebut) == sorted({gambar.nama for gambar in SEMUA})
    assert {path.stem for path in GAMBAR.iterdir()} == set(disebut)


def test_tiap_halaman_menu_berbab():
    menu = {butir.nama_url for _, isi in MENU for butir in isi}
    masuk = set(JALAN) - UMUM
    assert menu <= masuk
    assert [jalan for jalan in masuk if bab_halaman(jalan) is None] == []


def test_tiap_awalan_menuju_bab_dan_dipakai():
    assert set(HALAMAN.values()) | {"keaslian", "istilah"} >= set(BAB) - {"bidang"}
    assert set(HALAMAN.values()) <= set(BAB)
    assert [awal for awal in HALAMAN if not any(j.startswith(awal) for j in JALAN)] == []


def test_istilah_berperaturan_yang_tercatat():
    regulasi = (ROOT / "docs/regulasi.md").read_text()
    istilah, _, _ = naskah("istilah").partition("## Di aplikasi ini")
    butir = istilah.split(" - *")[1:]
    assert len(butir) > 15
    for satu in butir:
        nomor = NOMOR.findall(satu.partition("Dasar: ")[2])
        assert nomor, satu
        assert [satu for satu in nomor if satu not in regulasi] == []


def test_alamat_bab_menjadi_halaman_dan_berkas():
    isi = isi_bab("bidang", SebutanWilayah())
    assert f'href="{reverse("bantuan_kepala-dinas")}"' in isi
    assert 'src="/static/panduan/menunggu-bidang.png"' in isi


def test_kata_layar_bab_menurut_daerahnya():
    """Menu dan kalimatnya setempat, istilah peraturannya tetap."""
    papua = SebutanWilayah("distrik", "kampung")
    desa = isi_bab("desa", papua)
    assert "<strong>Lembaga dan PKK › Kelengkapan distrik</strong>" in desa
    assert "<strong>Wilayah › Peta kampung</strong>" in desa
    assert "ecamatan" not in re.sub("<[^>]*>", "", desa)
    assert "kode resmi kecamatan" in isi_bab("istilah", papua)


def test_yang_ditempel_pada_bab_dibersihkan():
    html = '<h2 onclick="x()">A</h2><script>x()</script><a href="https://contoh.id/">luar</a>'
    assert sanitize_bab(html, lambda alamat: alamat) == "<h2>A</h2><a>luar</a>"


@pytest.mark.django_db
def test_bantuan_menandai_bab_peran_pembacanya(client_for):
    halaman = client_for("operator").get(reverse("bantuan"))
    milik = [bagian.judul for bagian, is_milik in halaman.context["bagian"] if is_milik]
    assert milik == ["Operator"]
    assert BAB["isian"].get_absolute_url() in halaman.text


@pytest.mark.django_db
def test_tautan_bantuan_tiap_halaman(client_for):
    client = client_for("operator")
    bab = client.get(reverse("bantuan_isian"))
    assert bab.context["bab"] == BAB["isian"]
    assert bab.context["bantuan"] == reverse("bantuan_mulai")
    assert client.get("/tidak-ada/").context["bantuan"] == reverse("bantuan")
