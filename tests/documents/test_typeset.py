"""Naskah bertabel lewat Typst: tulisan tetap, kepala berulang, bita tetap, tanda tangan sah."""

import shutil
import subprocess
from base64 import b64encode
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest
from PIL import Image
from pypdf.generic import IndirectObject

from core.tabel import Kepala, Kolom, Tabel
from documents import cetakan, signing
from documents.cetakan import Bagian
from documents.kepala import KepalaNaskah, Kop
from documents.render import RenderFailed, typeset
from tests.terbaca import tulisan_halaman

TEMPLAT = "documents/print/naskah.typ"
NIP, FRASA = "198402212003121001", "frasa-sandi-uji"
JAHAT = (
    '#panic("x")',
    '#image("/etc/passwd")',
    "$x^2$ *tebal* _miring_ `kode`",
    "@rujukan <label> \\ // bukan",
    "= Judul",
)


KEPALA = KepalaNaskah(
    judul="Uji",
    tahun=2024,
    nomor="1",
    tanggal=date(2024, 1, 2),
    dinas=Kop(
        kabupaten="Contoh", provinsi="Contoh", nama="Dinas Contoh", singkatan="DPMD", alamat="",
        kode_pos="", telepon_kantor="", email="", situs="", tempat="Kota Contoh", dasar_hukum="",
    ),
    penanda_tangan=None,
)  # fmt: skip


def uraian(*teks: str, gabung=(), **lain):
    """Isi cetakan satu tabel dua kolom; `lain` mengganti isi bagiannya."""
    kolom = [Kolom(lebar=30), Kolom("rupiah", 10)]
    satu = Tabel(
        "Uji",
        kolom,
        [[Kepala("Uraian"), Kepala("Rupiah")]],
        [[t, 1000] for t in teks],
        gabung=gabung,
    )
    bagian = Bagian(judul=("Uji", "Tahun 2024"), tabel=(satu,), is_bertanda_tangan=False)
    isi = cetakan.uraian(cetakan.Cetakan(KEPALA, (bagian,), None))
    isi["halaman"][0]["bagian"][0] |= lain
    return isi


def test_tulisan_tidak_pernah_menjadi_markah():
    (teks,) = tulisan_halaman(typeset(TEMPLAT, uraian(*JAHAT)))
    for tulisan in JAHAT:
        assert tulisan.replace("  ", " ") in " ".join(teks.split())


def test_isi_yang_sama_memberi_bita_yang_sama():
    isi = uraian("satu", "dua")
    assert typeset(TEMPLAT, isi) == typeset(TEMPLAT, isi)


def test_pdf_arsip_bertag_dan_berbahasa():
    berkas = pypdf.PdfReader(BytesIO(typeset(TEMPLAT, uraian("satu"))))
    akar = berkas.trailer["/Root"]
    assert "pdfaid" in akar["/Metadata"].get_data().decode()
    assert akar["/MarkInfo"]["/Marked"]
    assert akar["/Lang"] == "id"
    assert berkas.metadata.title == "Uji Tahun 2024"


def test_sel_yang_lebih_tinggi_dari_halaman_tetap_berkepala_tabel():
    semua = tulisan_halaman(typeset(TEMPLAT, uraian("kata " * 6000)))
    assert len(semua) > 2
    assert all("Uraian" in teks and "Rupiah" in teks for teks in semua)


def test_baris_pendek_tidak_terbelah():
    """Nomor baris dan ujung tulisannya selalu di halaman yang sama."""
    semua = tulisan_halaman(
        typeset(TEMPLAT, uraian(*(f"awal{n} {'isi ' * 60} akhir{n}" for n in range(60))))
    )
    for n in range(60):
        assert [f"awal{n} " in teks for teks in semua] == [
            f"akhir{n}" in teks.split() for teks in semua
        ]


def test_gabungan_setinggi_beberapa_halaman_tidak_memotong_barisnya():
    semua = tulisan_halaman(
        typeset(TEMPLAT, uraian(*(f"baris{n}" for n in range(150)), gabung=[(0, 1, 149, 1)]))
    )
    assert len(semua) > 1
    terbaca = " ".join(semua).split()
    assert [n for n in range(150) if f"baris{n}" not in terbaca] == []
    assert all("Uraian" in teks for teks in semua)
    # tidak ada yang jatuh di bawah tepi halaman
    assert max(teks.count("baris") for teks in semua) < 80


def svg(tinggi: int, teks: str) -> str:
    kotak = f'<rect width="640" height="{tinggi}" fill="none"/>'
    tulisan = f'<text x="5" y="{tinggi - 5}">{teks}</text>'
    ukuran = f'viewBox="0 0 640 {tinggi}" font-family="Liberation Sans"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {ukuran}>{kotak}{tulisan}</svg>'


def test_gambar_terbaca_dan_bertag():
    """Tulisan tetap, sebutan dibacakan, aksara tak bergambar diganti, markah tidak berlaku."""
    gambar = [{"nama": "Batang uji", "svg": svg(200, "#let x 😀 dasar")}]
    pdf = typeset(TEMPLAT, uraian("satu", gambar=gambar))
    (teks,) = tulisan_halaman(pdf)
    assert "#let x □ dasar" in teks
    akar = pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]
    assert "Batang uji" in sebutan(akar)


def sebutan(simpul) -> set[str]:
    """Sebutan pengganti semua gambar pada pohon tag."""
    simpul = simpul.get_object()
    if not isinstance(simpul, dict):
        return set()
    anak = simpul.get("/K", [])
    anak = anak.get_object() if isinstance(anak, IndirectObject) else anak
    semua = [
        sebutan(satu)
        for satu in (anak if isinstance(anak, list) else [anak])
        if hasattr(satu, "get_object")
    ]
    return {str(simpul["/Alt"])}.union(*semua) if "/Alt" in simpul else set().union(*semua)


def test_gambar_setinggi_beberapa_halaman_mengecil():
    gambar = [{"nama": "Tinggi", "svg": svg(4000, "ujung")}]
    teks = tulisan_halaman(typeset(TEMPLAT, uraian("satu", gambar=gambar)))
    assert ["ujung" in satu for satu in teks] == [True, *[False] * (len(teks) - 1)]


def test_gambar_berdampingan_di_kiri_tabelnya():
    """Tabelnya setinggi puncak gambar, di separuh kanan halaman."""
    gambar = [{"nama": "Samping", "svg": svg(300, "samping")}]
    pdf = typeset(TEMPLAT, uraian("satu", gambar=gambar, is_berdampingan=True))
    letak: dict[str, list[float]] = {}

    def record(teks, letak_isi, *lain):
        letak[teks.strip()] = letak_isi[4:]

    pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=record)
    assert letak["g"][0] < 210 / 25.4 * 72 / 2 < letak["satu"][0]
    assert letak["satu"][1] > letak["g"][1]


@pytest.mark.parametrize(
    "rusak",
    [
        {"judul": [3]},
        {"gambar": [{"nama": "x", "svg": "<bukan gambar"}]},
        {"tabel": [{}]},
        {"pembuka": [{"teks": "x", "gaya": "lain"}]},
        {"is_bertanda_tangan": True},
    ],
)
def test_isi_yang_tidak_dikenal_gagal_dengan_keras(rusak):
    with pytest.raises(RenderFailed, match="PDF tidak dapat dibuat"):
        typeset(TEMPLAT, uraian("satu", **rusak))


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="perlu poppler-utils")
def test_dua_tanda_tangan_dikenali_program_lain(tmp_path):
    signing.create_certificate(NIP, "Kepala Dinas Uji", "DPMD Uji", FRASA)
    pdf = typeset(TEMPLAT, uraian("satu"))
    for nomor in (1, 2):
        signer = signing.load_signer(NIP, FRASA)
        pdf = signing.sign(pdf, signer, nama="Uji", sebab="Naskah", location="Uji", nomor=nomor)
    berkas = tmp_path / "uji.pdf"
    berkas.write_bytes(pdf)
    keluaran = subprocess.run(
        ["pdfsig", "-nocert", berkas], capture_output=True, text=True, check=False
    ).stdout
    assert keluaran.count("Signature is Valid") == 2


def test_aksara_tanpa_gambar_tampak_diganti():
    """PDF/A menolaknya; butir Word menjadi butir, tab menjadi spasi, yang lain kotak."""
    (teks,) = tulisan_halaman(
        typeset(
            TEMPLAT,
            uraian("\uf0b7 butir dari Word", "satu\tdua", "emoji \U0001f600 dan \x07 habis"),
        )
    )
    padat = " ".join(teks.split())
    assert "• butir dari Word" in padat
    assert "satu dua" in padat
    assert "emoji □ dan □ habis" in padat


def test_logo_berwarna_tercetak_pada_kop():
    keluaran = BytesIO()
    Image.new("RGBA", (40, 40), "#14463d").save(keluaran, "PNG")
    data = b64encode(keluaran.getvalue()).decode()
    dinas = replace(KEPALA.dinas, logo=f"data:image/png;base64,{data}")
    bagian = Bagian(judul=("Uji",), tabel=(), is_berkop=True, is_bertanda_tangan=False)
    naskah = cetakan.Cetakan(replace(KEPALA, dinas=dinas), (bagian,), None)
    pdf = typeset(TEMPLAT, cetakan.uraian(naskah), cetakan.berkas(naskah))
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages[0].images) == 1
