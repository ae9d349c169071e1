"""Lembar kerja dari luar: yang wajar terbaca, yang berbahaya ditolak cepat dengan alasan."""

import datetime
import io
import re
import time
import zipfile

import pytest
from openpyxl import Workbook

from core import tabel as uraian
from core.spreadsheet import teks_csv
from core.spreadsheet import xlsx as write_xlsx
from documents.arsip import LembarRefused, kolom_ke
from documents.lembar import lembar_kesalahan
from documents.pembaca import Sel, Tabel, alamat, read

JENIS_ISI = "http://schemas.openxmlformats.org/package/2006/content-types"
PAK = {
    "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{JENIS_ISI}"/>',
    "xl/workbook.xml": "<workbook/>",
}


def xlsx(isi):
    book = Workbook()
    for r, baris in enumerate(isi, start=1):
        for k, nilai in enumerate(baris, start=1):
            book.active.cell(r, k, nilai)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def pak(**tambahan):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in (PAK | tambahan).items():
            arsip.writestr(nama, isi)
    return output.getvalue()


def test_tiap_jenis_sel():
    book = Workbook()
    lembar = book.active
    isi = ("Desa", 12, 1234.5, datetime.date(2023, 12, 29), "=A1", None, "'=aman")
    for kolom, nilai in enumerate(isi, start=1):
        lembar.cell(1, kolom, nilai)
    lembar.cell(1, 8, 0.25).number_format = "0%"
    output = io.BytesIO()
    book.save(output)
    (tabel,) = read("x.xlsx", output.getvalue())
    assert tabel.baris[0] == [
        Sel("teks", "Desa"), Sel("angka", "12"), Sel("angka", "1234.5"),
        Sel("tanggal", "2023-12-29"), Sel("rumus", "=A1"), Sel(), Sel("teks", "'=aman"),
        Sel("persen", "0.25"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "baris"),
    [
        ("\ufeffKode;RT\r\n16.07;1.234\r\n".encode(), [["Kode", "RT"], ["16.07", "1.234"]]),
        (b"Kode,RT\n16.07,12\n", [["Kode", "RT"], ["16.07", "12"]]),
        (b"Kode\tRT\n\t\n", [["Kode", "RT"], ["", ""]]),
        (
            "Kode;Nama\n1;“Sungai Ilir”\n".encode("cp1252"),
            [["Kode", "Nama"], ["1", "“Sungai Ilir”"]],
        ),
        (b'Kode;Nama\n1;"dua;suku"\n', [["Kode", "Nama"], ["1", "dua;suku"]]),
    ],
)
def test_csv_dengan_pemisah_dan_sandi(data, baris):
    (tabel,) = read("x.csv", data)
    isi = [[sel.isi for sel in satu] for satu in tabel.baris]
    assert isi == baris


def lembar_xml(sel):
    return (
        f'<worksheet><sheetData><row r="1"><c r="{sel}"><v>1</v></c></row></sheetData></worksheet>'
    )


BURUK = {
    "pdf berganti nama": (lambda: b"%PDF-1.7 isi", "sebenarnya PDF"),
    "xls lama": (lambda: b"\xd0\xcf\x11\xe0" + b"0" * 100, "Excel lama"),
    "bukan lembar kerja": (lambda: b"\x89PNG", "bukan lembar kerja"),
    "zip rusak": (lambda: b"PK\x03\x04rusak", "rusak"),
    "zip lain": (
        lambda: pak(**{"xl/workbook.xml": "x"})[:0] or _zip({"a.txt": "x"}),
        "bukan lembar kerja .xlsx",
    ),
    "bom zip": (lambda: pak(**{"xl/worksheets/sheet1.xml": "0" * (30 * 1024**2)}), "mengembang"),
    "banyak bagian": (lambda: pak(**{f"xl/{i}.xml": "" for i in range(600)}), "bagian"),
    "nama naik": (lambda: pak(**{"../../x": ""}), "nama bagian"),
    "makro": (lambda: pak(**{"xl/vbaProject.bin": "x"}), "makro"),
    "tautan luar": (
        lambda: pak(**{"xl/externalLinks/externalLink1.xml": "x"}),
        "merujuk berkas lain",
    ),
    "milyar tawa": (
        lambda: pak(**{"xl/sharedStrings.xml": '<!DOCTYPE l [<!ENTITY a "ha">]><sst>&a;</sst>'}),
        "DOCTYPE",
    ),
    "sel di ujung": (
        lambda: pak(**{"xl/worksheets/sheet1.xml": lembar_xml("XFD1048576")}),
        "di luar batas 200 kolom",
    ),
    "baris jauh": (
        lambda: pak(**{"xl/worksheets/sheet1.xml": lembar_xml("A999999")}),
        "baris 999999",
    ),
    "xml rusak": (lambda: pak(**{"xl/worksheets/sheet1.xml": "<worksheet>"}), "rusak"),
}


def _zip(isi):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as arsip:
        for nama, teks in isi.items():
            arsip.writestr(nama, teks)
    return output.getvalue()


@pytest.mark.parametrize("nama", BURUK)
def test_yang_berbahaya_ditolak_dengan_alasan(nama):
    create, alasan = BURUK[nama]
    data, mulai = create(), time.monotonic()
    with pytest.raises(LembarRefused, match=alasan):
        read("laporan.xlsx", data)
    assert time.monotonic() - mulai < 20


@pytest.mark.parametrize(
    "data", [b"a;b\x00", b"\x81\x8d\xff\x90", b"x\n" * 6000, b";" * 200 + b"\n"]
)
def test_csv_buruk(data):
    with pytest.raises(LembarRefused):
        read("x.csv", data)


def test_lembar_bersandi():
    output = io.BytesIO(pak())
    data = bytearray(output.getvalue())
    data[6] |= 1  # bendera sandi pada kepala entri pertama
    tengah = data.index(b"PK\x01\x02")
    data[tengah + 8] |= 1
    with pytest.raises(LembarRefused, match="sandi"):
        read("x.xlsx", bytes(data))


@pytest.mark.parametrize(("huruf", "nomor"), [("A", 1), ("Z", 26), ("AA", 27), ("CV", 100)])
def test_alamat_sel(huruf, nomor):
    assert kolom_ke(huruf) == nomor
    assert alamat(7, nomor) == f"{huruf}7"


def ubah_lembar(data, ubah):
    """XLSX yang sama dengan XML lembarnya diubah."""
    asal, output = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama in asal.namelist():
            isi = asal.read(nama)
            arsip.writestr(nama, ubah(isi) if nama.startswith("xl/worksheets/sheet") else isi)
    return output.getvalue()


def tanpa_alamat(xml):
    return re.sub(rb'<c r="[A-Z]+\d+"', b"<c", re.sub(rb"<row[^>]*>", b"<row>", xml))


def atribut_ditukar(xml):
    return re.sub(rb'<c r="([A-Z]+\d+)"( t="\w+")?', rb"<c\2 r='\1'", tanpa_alamat_baris(xml))


def tanpa_alamat_baris(xml):
    return re.sub(rb"<row[^>]*>", b"<row>", xml)


@pytest.mark.parametrize("ubah", [tanpa_alamat, atribut_ditukar])
@pytest.mark.parametrize(("baris", "kolom"), [(5001, 1), (1, 201)])
def test_yang_terlalu_besar_tidak_pernah_dipotong_diam_diam(ubah, baris, kolom):
    isi = [list(range(n, n + kolom)) for n in range(baris)]
    data = ubah_lembar(xlsx(isi), ubah)
    with pytest.raises(LembarRefused, match=r"5000|200"):
        read("x.xlsx", data)


def test_ukuran_yang_tertulis_tidak_dipercaya():
    data = ubah_lembar(
        xlsx([["a"], ["b"]]), lambda xml: re.sub(rb'ref="A1:A2"', b'ref="A1:XFD1048576"', xml)
    )
    assert read("x.xlsx", data)[0].baris == [[Sel("teks", "a")], [Sel("teks", "b")]]


def test_pemeriksaan_arsip_linear():
    """Potongan penuh awal tag tanpa penutup tidak membuat pemeriksaan merayap."""
    mulai = time.monotonic()
    with pytest.raises(LembarRefused):
        read(
            "x.xlsx",
            pak(**{"xl/worksheets/sheet1.xml": "".join(f"<c {n}<row {n}" for n in range(200_000))}),
        )
    assert time.monotonic() - mulai < 20


def test_persen_yang_hanya_ditulis_tidak_dikalikan_seratus():
    sumber = uraian.Tabel("P", [uraian.Kolom("persen")], [[uraian.Kepala("K")]], [[25]])
    assert read("x.xlsx", write_xlsx(sumber))[0].baris[1] == [Sel("angka", "25", "%")]


def test_csv_sendiri_terbaca_kembali_persis():
    isi = ["=1+1", "@nama", "-x", "+y", "'biasa"]
    assert [s.isi for s in read("x.csv", teks_csv(["a"], [isi]).encode())[0].baris[1]] == isi


def test_berkas_yang_dikembalikan_tidak_mengubah_angka():
    """Angka 1.234 (satu koma dua) tidak kembali sebagai “1.234” yang berarti seribu lebih."""
    baris = [
        Sel("angka", "1.234"),
        Sel("persen", "0.25"),
        Sel("rumus", "=A1"),
        Sel("teks", "1.234"),
    ]
    kembali = read("x.xlsx", write_xlsx(lembar_kesalahan([Tabel("L", [baris])], [])))[0].baris[1]
    assert kembali == [
        Sel("angka", "1.234"),
        Sel("angka", "25.0"),
        Sel("teks", "=A1"),
        Sel("teks", "1.234"),
    ]


def bergaya(xml, sel):
    """Sel kosong bergaya ditambahkan di ujung lembarnya."""
    baris = re.sub(r"\D", "", sel)
    tambahan = f'<row r="{baris}"><c r="{sel}" s="0" t="n"></c></row></sheetData>'
    return xml.replace(b"</sheetData>", tambahan.encode())


@pytest.mark.parametrize("sel", ["A1048576", "XFD3"])
def test_sel_kosong_bergaya_di_ujung_lembar(sel):
    data = ubah_lembar(xlsx([["a"], ["b"]]), lambda xml: bergaya(xml, sel))
    assert read("x.xlsx", data)[0].baris == [[Sel("teks", "a")], [Sel("teks", "b")]]


def test_rumus_dibaca_nilainya_bila_tersimpan():
    isi = xlsx([["RT", "RW"], ["=1+1", "=2+2"]])
    data = ubah_lembar(isi, lambda xml: re.sub(rb"<f>1\+1</f><v ?(/>|></v>)", TERSIMPAN, xml))
    assert read("x.xlsx", data)[0].baris[1] == [Sel("angka", "2"), Sel("rumus", "=2+2")]


TERSIMPAN = b"<f>1+1</f><v>2</v>"


def test_bentuk_ketat_disebut():
    data = pak(**{"xl/workbook.xml": '<workbook xmlns="http://purl.oclc.org/ooxml/x"/>'})
    with pytest.raises(LembarRefused, match="Strict Open XML"):
        read("x.xlsx", data)


@pytest.mark.parametrize("data", [b"<html><table></table></html>", b"\xef\xbb\xbf<?xml version"])
@pytest.mark.parametrize("nama", ["x.xls", "x.csv"])
def test_halaman_web_bernama_lembar_kerja(nama, data):
    with pytest.raises(LembarRefused, match=r"Buka di Excel, lalu simpan sebagai \.xlsx"):
        read(nama, data)


@pytest.mark.parametrize(
    ("nama", "data"),
    [
        ("x.csv", b"REKAP, TAHUN 2024, SUMBER: X\nKode;RT\n1;0,5\n"),
        ("x.csv", b"sep=;\r\nKode;RT\r\n1;0,5\r\n"),
        ("x.txt", "Judul\r\nKode\tRT\r\n1\t0,5\r\n".encode("utf-16")),
    ],
)
def test_tulisan_sebagaimana_excel_menyimpannya(nama, data):
    """Baris judul, `sep=`, dan Unicode Text; nomor barisnya tetap nomor di berkasnya."""
    (tabel,) = read(nama, data)
    assert tabel.baris[2] == [Sel("teks", "1"), Sel("teks", "0,5")]
