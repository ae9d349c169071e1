"""Berkas yang dibuat untuk menjatuhkan pembacanya: nama → isi, menurut pintu unggahnya.

Tiap berkas dibangun saat diminta; yang besar tidak tinggal di ingatan.
"""

import bz2
import gzip
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any
from warnings import catch_warnings

from tests.accounts.bahan import picture
from tests.documents.test_pembaca import BURUK, pak, xlsx

Berkas = dict[str, Callable[[], bytes]]  # nama berkas → pembuat isinya
MIB = 1024**2
LEMBAR = "xl/worksheets/sheet1.xml"
RUANG = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KEPALA = ["Kode baris", "Kecamatan", "Lembaga RT"]


def _wajar() -> bytes:
    """Terbaca, lalu ditolak sebab isinya."""
    return xlsx([KEPALA, ["16.07.01", "Kecamatan 1", "tujuh"]])


def _lembar(isi: str) -> bytes:
    """XLSX yang utuh kecuali isi lembar pertamanya."""
    hasil = BytesIO()
    with zipfile.ZipFile(BytesIO(_wajar())) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            data = asal.read(nama)
            tujuan.writestr(nama, isi if nama == LEMBAR else data)
    return hasil.getvalue()


def _sel(sel: str) -> bytes:
    return _lembar(f'<worksheet xmlns="{RUANG}"><sheetData>{sel}</sheetData></worksheet>')


def _terpotong(data: bytes, persepuluh: int) -> bytes:
    return data[: len(data) * persepuluh // 10]


def _berubah(data: bytes, tanda: bytes, geser: int, isi: bytes) -> bytes:
    """Bita pada `geser` dari `tanda` yang terakhir, diganti."""
    tempat = data.rindex(tanda) + geser
    return data[:tempat] + isi + data[tempat + len(isi) :]


def _kembar() -> bytes:
    """Dua lembar senama di dalam satu arsip; pembaca dan pemeriksa dapat melihat yang berbeda."""
    hasil = BytesIO(_wajar())
    with zipfile.ZipFile(hasil, "a") as arsip, catch_warnings(action="ignore"):
        arsip.writestr(LEMBAR, "0" * 30 * MIB, zipfile.ZIP_DEFLATED)
    return hasil.getvalue()


def _bersarang(kali: int) -> str:
    return "<a>" * kali + "</a>" * kali


LEMBAR_JAHAT: Berkas = {
    **{f"{nama}.xlsx": create for nama, (create, _) in BURUK.items()},
    **{f"potong-{n}.xlsx": lambda n=n: _terpotong(_wajar(), n) for n in range(1, 10)},
    "pusat-rusak.xlsx": lambda: _berubah(_wajar(), b"PK\x01\x02", 10, b"\xff\xff"),
    "cara-asing.xlsx": lambda: _berubah(_wajar(), b"PK\x01\x02", 10, b"\x63\x00"),
    "ukuran-bohong.xlsx": lambda: _berubah(_wajar(), b"PK\x01\x02", 24, b"\xff\xff\xff\x7f"),
    "letak-bohong.xlsx": lambda: _berubah(_wajar(), b"PK\x01\x02", 42, b"\xff\xff\xff\x7f"),
    "banyak-bohong.xlsx": lambda: _berubah(_wajar(), b"PK\x05\x06", 10, b"\xff\xff"),
    "komentar.xlsx": lambda: _wajar()[:-2] + b"\xff\xff" + b"x" * 65_535,
    "kembar.xlsx": _kembar,
    "sarang.xlsx": lambda: _sel(_bersarang(100_000)),
    "atribut.xlsx": lambda: _sel(f'<row r="1" {"a" * MIB}="1"/>'),
    "tulisan-panjang.xlsx": lambda: _sel(
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 5 * MIB}</t></is></c></row>'
    ),
    "baris-raksasa.xlsx": lambda: _sel('<row r="99999999999999999999"><c><v>1</v></c></row>'),
    "baris-negatif.xlsx": lambda: _sel('<row r="-5"><c r="A-5"><v>1</v></c></row>'),
    "sel-nol.xlsx": lambda: _sel('<row r="1"><c r="A0"><v>1</v></c></row>'),
    "sel-kecil.xlsx": lambda: _sel('<row r="1"><c r="a1"><v>1</v></c></row>'),
    "jenis-asing.xlsx": lambda: _sel('<row r="1"><c r="A1" t="zzz"><v>1</v></c></row>'),
    "indeks-tulisan.xlsx": lambda: _sel('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'),
    "indeks-gaya.xlsx": lambda: _sel('<row r="1"><c r="A1" s="99999"><v>1</v></c></row>'),
    "angka-1e999.xlsx": lambda: _sel('<row r="1"><c r="A1"><v>1e999</v></c></row>'),
    "angka-nan.xlsx": lambda: _sel('<row r="1"><c r="A1"><v>NaN</v></c></row>'),
    "angka-sejuta.xlsx": lambda: _sel(f'<row r="1"><c r="A1"><v>{"9" * MIB}</v></c></row>'),
    "logika.xlsx": lambda: _sel('<row r="1"><c r="A1" t="b"><v>7</v></c></row>'),
    "rumus-bersama.xlsx": lambda: _sel(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:XFD1048576" si="0">A1</f></c></row>'
    ),
    "nul.xlsx": lambda: _sel('<row r="1"><c r="A1"><v>&#0;</v></c></row>'),
    "pengganti.xlsx": lambda: _sel('<row r="1"><c r="A1"><v>&#xD800;</v></c></row>'),
    "sisip.xlsx": lambda: _sel(
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    ),
    "bukan-xml.xlsx": lambda: _lembar("\x00\x01\x02"),
    "akar-lain.xlsx": lambda: _lembar("<html><body>1</body></html>"),
    "utf7.xlsx": lambda: _lembar('<?xml version="1.0" encoding="UTF-7"?>+ADw-x+AD4-'),
}
CSV_JAHAT: Berkas = {
    "nul.csv": lambda: b"Kode;RT\n16.07.01;\x007\n",
    "pemisah.csv": lambda: b";" * 9 * MIB,
    "dua-huruf.csv": lambda: b"ab;" * 3 * MIB,
    "baris-kosong.csv": lambda: b"\n" * 9 * MIB,
    "sebaris.csv": lambda: b"x" * 9 * MIB,
    "petik.csv": lambda: b'"' + b"x;\n" * 2 * MIB,
    "petik-ganda.csv": lambda: b'""' * 4 * MIB,
    "banyak-baris.csv": lambda: b"a;b\n" * 6000,
    "hanya-bom.csv": lambda: b"\xef\xbb\xbf",
    "utf16-ganjil.csv": lambda: b"\xff\xfea\x00;",
    "utf16-pengganti.csv": lambda: b"\xff\xfe\x00\xd8\x00\xd8",
    "utf32.csv": lambda: "Kode;RT\n".encode("utf-32"),
    "sep.csv": lambda: b"sep=;\r\n" * 3000,
    "angka-sejuta.csv": lambda: b"Kode baris;Lembaga RT\n16.07.01;" + b"9" * MIB + b"\n",
    "rumus.csv": lambda: b"Kode baris;Lembaga RT\n16.07.01;=cmd|' /C calc'!A0\n",
    "lebar-penuh.csv": lambda: "Kode baris;Lembaga RT\n16.07.01;１２\n".encode(),
    "balik-arah.csv": lambda: "Kode baris;Lembaga RT\n16.07.01;\u202e21\n".encode(),
    "tak-hingga.csv": lambda: b"Kode baris;Lembaga RT\n16.07.01;1e309\n",
    "judul-sejuta.csv": lambda: b"Kode baris;" + b"RT;" * 199 + b"\n16.07.01;1\n",
    "biner.csv": lambda: bytes(range(256)) * 400,
    "bom-gzip.csv.gz": lambda: gzip.compress(b"0" * 200 * MIB, 9),
    "potong.csv.gz": lambda: gzip.compress(b"Kode;RT\n" * 999)[:60],
    "dua-gzip.csv.gz": lambda: gzip.compress(gzip.compress(b"Kode;RT\n")),
    "lembar.csv.gz": lambda: gzip.compress(_wajar()),
    "bukan.csv.gz": lambda: b"\x1f\x8b" + b"\xff" * 100,
    "bz2.csv": lambda: bz2.compress(b"Kode;RT\n"),
}


def _unsur(kode: Any, bentuk: Any) -> bytes:
    unsur = {"type": "Feature", "properties": {"KODE": kode}, "geometry": bentuk}
    return json.dumps({"type": "FeatureCollection", "features": [unsur]}).encode()


def _poligon(koordinat: Any) -> bytes:
    return _unsur("16.07.01.2001", {"type": "Polygon", "coordinates": koordinat})


BATAS_JAHAT: Berkas = {
    "kosong.geojson": lambda: b"{}",
    "bukan.geojson": lambda: b"\x89PNG\r\n\x1a\n",
    "kurung.geojson": lambda: b"[" * 9 * MIB,
    "kurawal.geojson": lambda: b'{"a":' * MIB,
    "sarang.geojson": lambda: _poligon([]).replace(b"[]", b"[" * 5000 + b"]" * 5000),
    "titik.geojson": lambda: _poligon([[[104.1, -2.1]] * 500_000]),
    "angka.geojson": lambda: b"[" + b"1.5," * (2 * MIB) + b"1]",
    "angka-sejuta.geojson": lambda: b'{"type":' + b"9" * 9 * MIB + b"}",
    "nan.geojson": lambda: _poligon([[[float("nan"), -2.1]] * 4]),
    "tak-hingga.geojson": lambda: _poligon([[[1e308, -1e308]] * 4]),
    "pangkat.geojson": lambda: _poligon([[["1e999999999", 0]] * 4]),
    "tulisan.geojson": lambda: _poligon([[["a", "b"]] * 4]),
    "kamus.geojson": lambda: _poligon({"a": 1}),
    "pengganti.geojson": lambda: b'{"type":"FeatureCollection","features":["\\ud800"]}',
    "utf16.geojson": lambda: '{"type":"x"}'.encode("utf-16"),
    "potong.geojson": lambda: _poligon([[[104.1, -2.1]] * 4])[:-5],
    "kode-daftar.geojson": lambda: _unsur(["16.07"], None),
    "kode-sejuta.geojson": lambda: _unsur("9" * MIB, None),
    "kumpulan.geojson": lambda: _unsur("16.07.01.2001", {"type": "GeometryCollection"}),
}


def _png(lebar: int, tinggi: int, isi: bytes = b"") -> bytes:
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + jenis + data + struct.pack(">I", zlib.crc32(jenis + data))
        for jenis, data in ((b"IHDR", kepala), (b"IDAT", isi), (b"IEND", b""))
    )


def _svg(isi: str, atribut: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {atribut}>{isi}</svg>'.encode()


def _tawa() -> bytes:
    entitas = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    return f'<!DOCTYPE s [<!ENTITY a0 "ha">{entitas}]>'.encode() + _svg("<text>&a8;</text>")


def _pakai() -> bytes:
    """Tiap <use> memakai dua kali yang sebelumnya: dua pangkat tiga puluh unsur."""
    tingkat = '<g id="g0"><rect width="1" height="1"/></g>'
    for n in range(1, 31):
        tingkat += f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 2}</g>'
    return _svg(f'{tingkat}<use href="#g30"/>')


GAMBAR_JAHAT: Berkas = {
    **{f"potong-{n}.png": lambda n=n: _terpotong(picture(), n) for n in (1, 4, 7)},
    **{f"potong-{n}.jpg": lambda n=n: _terpotong(picture("JPEG"), n) for n in (1, 4)},
    "raksasa.png": lambda: _png(2**31 - 1, 2**31 - 1),
    "bom.png": lambda: _png(3999, 3999, zlib.compress(b"\x00" * 60 * MIB, 9)[:-9]),
    "nol.png": lambda: _png(0, 0),
    "gif.png": lambda: picture("GIF"),
    "tawa.svg": _tawa,
    "skrip.svg": lambda: _svg("<script>1</script>"),
    "acara.svg": lambda: _svg("", 'onload="1"'),
    "luar.svg": lambda: _svg('<image href="http://127.0.0.1/x.png"/>'),
    "berkas.svg": lambda: _svg('<use href="file:///etc/passwd#a"/>'),
    "gaya.svg": lambda: _svg("<style>@import 'http://127.0.0.1/x.css';</style>"),
    "sendiri.svg": lambda: _svg('<g id="a"><use href="#a"/></g>'),
    "pakai.svg": _pakai,
    "sarang.svg": lambda: _svg("<g>" * 50_000 + "</g>" * 50_000),
    "asing.svg": lambda: _svg("<foreignObject/>"),
    "potong.svg": lambda: _svg("<rect/>")[:-4],
}


def _dokumen(nama: str = "", isi: bytes = b"", cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    hasil = BytesIO()
    with zipfile.ZipFile(hasil, "w", cara) as arsip:
        arsip.writestr("[Content_Types].xml", "<Types/>")
        if nama:
            arsip.writestr(nama, isi)
    return hasil.getvalue()


BUKTI_JAHAT: Berkas = {
    "kosong.pdf": lambda: b"",
    "program.pdf": lambda: b"MZ\x90\x00" * 20,
    "halaman.pdf": lambda: b"<html><script>1</script>",
    "gambar.png": lambda: b"GIF89a",
    "foto.jpg": lambda: b"<svg onload=1>",
    "naskah.html": lambda: b"<script>1</script>",
    "gambar.svg": lambda: _svg(""),
    "lari.sh": lambda: b"#!/bin/sh",
    "lari.pdf.exe": lambda: b"%PDF-1.7",
    "makro.docx": lambda: _dokumen("word/vbaProject.bin", b"x"),
    "makro.xlsx": lambda: _dokumen("xl/vbaData.xml", b"x"),
    "bom.docx": lambda: _dokumen("word/document.xml", b"0" * 300 * MIB),
    "bom.xlsx": lambda: _dokumen(LEMBAR, b"0" * 60 * MIB),
    "jenis-bom.docx": lambda: pak(**{"[Content_Types].xml": "0" * 40 * MIB}),
    "zip.docx": lambda: _terpotong(_dokumen("word/document.xml", b"x"), 5),
    "bukan.docx": lambda: b"PK\x03\x04" + b"x" * 999,
    "panjang" + "g" * 250 + ".pdf": lambda: b"%PDF-1.7",
}
P12_JAHAT: Berkas = {
    "kosong.p12": lambda: b"\x30\x00",
    "panjang.p12": lambda: b"\x30\x84\xff\xff\xff\xff",
    "sarang.p12": lambda: b"\x30\x80" * 100_000,
    "acak.p12": lambda: bytes(range(256)) * 100,
    "pem.p12": lambda: b"-----BEGIN PRIVATE KEY-----\n" * 100,
    "besar.p12": lambda: b"\x30" * 9 * MIB,
}
JSON_JAHAT: Berkas = {
    "kurung.json": lambda: b"[" * 200_000,
    "nan.json": lambda: b"[NaN]",
    "pangkat.json": lambda: b'{"a":1e99999999999999999999}',
    "angka-sejuta.json": lambda: b"9" * 200_000,
    "pengganti.json": lambda: b'{"status":200,"mapData":{"ROW":"\\ud800"}}',
    "nul.json": lambda: b'{"status":200,"mapData":"\\u0000"}',
    "kunci.json": lambda: b'{"a":1,' * 2 + b'"a":2}}',
    "daftar.json": lambda: json.dumps([[0] * 1000] * 40).encode(),
    "nama-naik.zip": lambda: _dokumen("../x.json", b"{}"),
    "bom.zip": lambda: _dokumen("a.json", b" " * 60 * MIB),
    "potong.zip": lambda: _terpotong(_dokumen("a.json", b"{}"), 6),
    "lembar.zip": lambda: _dokumen("a.xlsx", b"x"),
}
SEMUA = {
    "lembar": LEMBAR_JAHAT | CSV_JAHAT,
    "batas": BATAS_JAHAT,
    "logo": GAMBAR_JAHAT,
    "bukti": BUKTI_JAHAT,
    "sertifikat": P12_JAHAT,
    "rumusan": JSON_JAHAT,
}
