"""Uraian layanan rumusan menurut OpenAPI 3.1.

Satu tempat untuk berkas uraian dan halaman petunjuknya.
"""

from decimal import Decimal

from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.skema import BATAS, JENDELA, Skema, bentuk_galat, galat, objek, rujukan
from idm.rumusan import PELAKSANA, TIDAK_ADA
from idm.scoring import SKOR_TERTINGGI, Status

MASA_TERSIMPAN = 3600  # detik jawaban boleh disimpan peminta
PENUH = galat(429, "Terlalu banyak permintaan. Coba lagi sebentar.")
ARTI = "Hasil IDM yang sudah ditetapkan, dalam bentuk layanan Kemendesa untuk situs desa."
_STATUS = [status.value for status in Status]

TEKS_KOSONG = ["string", "null"]

# kolom jawaban: (tempat, kolom, jenis JSON, keterangan)
KOLOM: tuple[tuple[str, str, str | list[str], str], ...] = (
    (
        "SUMMARIES",
        "SKOR_SAAT_INI",
        "number",
        "IDM dari skor, 14 desimal; empat bila hanya indeksnya diketahui.",
    ),
    ("SUMMARIES", "STATUS", "string", "Status desa, huruf besar."),
    ("SUMMARIES", "TARGET_STATUS", "string", "Status di atasnya; desa Mandiri tetap Mandiri."),
    ("SUMMARIES", "SKOR_MINIMAL", "string", "Ambang status sasaran ditambah 0,0001."),
    (
        "SUMMARIES",
        "PENAMBAHAN",
        "number",
        "SKOR_MINIMAL dikurangi SKOR_SAAT_INI; 0 untuk desa Mandiri.",
    ),
    ("SUMMARIES", "TAHUN", "integer", "Tahun data."),
    ("ROW", "NO", ["integer", "null"], "Nomor dalam indeksnya; kosong pada baris jumlah."),
    (
        "ROW",
        "INDIKATOR",
        "string",
        "Nama indikator, atau IKS, IKE, IKL, IDM, STATUS IDM dengan tahunnya.",
    ),
    (
        "ROW",
        "SKOR",
        ["integer", "number", "string", "null"],
        "Skor 0–5; indeks atau status pada baris jumlah; kosong bila tidak diketahui.",
    ),
    ("ROW", "KETERANGAN", TEKS_KOSONG, "Kriteria skor itu menurut rubriknya."),
    (
        "ROW",
        "KEGIATAN",
        TEKS_KOSONG,
        "Kegiatan yang menaikkannya; “-” bila penuh, kosong bila belum diketahui.",
    ),
    ("ROW", "NILAI", TEKS_KOSONG, "Tambahan IDM bila indikator ini penuh, delapan desimal."),
    *(("ROW", nama, TEKS_KOSONG, f"Yang dapat membiayai: {nama.title()}.") for nama in PELAKSANA),
    ("IDENTITAS", "nama_provinsi", "string", "Nama provinsi."),
    ("IDENTITAS", "id_prov", "string", "Kode provinsi."),
    ("IDENTITAS", "id_kabupaten", "string", "Kode kabupaten tanpa titik."),
    ("IDENTITAS", "nama_kab_kota", "string", "Nama kabupaten."),
    ("IDENTITAS", "id_kecamatan", "string", "Kode kecamatan tanpa titik."),
    ("IDENTITAS", "nama_kecamatan", "string", "Nama kecamatan."),
    ("IDENTITAS", "id_desa", "string", "Kode desa sepuluh angka."),
    ("IDENTITAS", "nama_desa", "string", "Nama desa."),
)
KODE_CONTOH, TAHUN_CONTOH = "9901012001", 2024  # wilayah rekaan
# satu indikator saja; jawaban sebenarnya memuat semuanya
CONTOH: Skema = {
    "status": 200,
    "error": False,
    "mapData": {
        "SUMMARIES": {
            "SKOR_SAAT_INI": Decimal("0.70666666666667"),
            "STATUS": "BERKEMBANG",
            "TARGET_STATUS": "MAJU",
            "SKOR_MINIMAL": "0.7073",
            "PENAMBAHAN": Decimal("0.00063333333333"),
            "TAHUN": TAHUN_CONTOH,
        },
        "ROW": [
            {
                "NO": 2,
                "INDIKATOR": "Skor Dokter",
                "SKOR": 0,
                "KETERANGAN": "Jumlah Dokter Tidak ada",
                "KEGIATAN": "Pengadaan Min 1 org Dokter",
                "NILAI": "0.00952381",
                "PUSAT": None,
                "PROV": None,
                "KAB": "DINKES",
                "DESA": None,
                "CSR": None,
                "LAINNYA": None,
            }
        ],
        "IDENTITAS": [
            {
                "nama_provinsi": "PROVINSI CONTOH",
                "id_prov": "99",
                "id_kabupaten": "9901",
                "nama_kab_kota": "KABUPATEN CONTOH",
                "id_kecamatan": "990101",
                "nama_kecamatan": "CONTOH",
                "id_desa": KODE_CONTOH,
                "nama_desa": "CONTOH",
            }
        ],
    },
}
GALAT = {
    "400": (
        "Tidak dapat dilayani. Sebabnya sesudah titik dua: layanannya tidak dibuka, "
        "tahunnya belum ditetapkan, desanya tidak termuat, atau kodenya kode BPS.",
        TIDAK_ADA,
    ),
    "429": (f"Lebih dari {BATAS} permintaan dalam {JENDELA} detik dari satu alamat.", PENUH),
}


def uraian(situs: str) -> Skema:
    """Dokumen OpenAPI; `situs` alamat dasar layanan."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rumusan IDM desa",
            "version": "1.0.0",
            "description": ARTI,
        },
        "servers": [{"url": situs.rstrip("/")}],
        "paths": {"/open/api/desa/rumusan/{kode}/{tahun}": {"get": _ambil()}},
        "components": {"schemas": {**_skema(), "Galat": bentuk_galat()}},
    }


def _ambil() -> Skema:
    """Satu-satunya jalan layanannya."""
    berhasil = {
        "description": "Hasil yang ditetapkan.",
        "headers": {
            "ETag": {
                "schema": {"type": "string"},
                "description": "Kirim kembali sebagai If-None-Match.",
            },
            "Cache-Control": {"schema": {"type": "string"}},
        },
        "content": {
            "application/json": {
                "schema": rujukan("Rumusan"),
                "example": CONTOH,
            }
        },
    }
    kode = {"type": "string", "pattern": "^[0-9]{10}$"}
    tahun = {"type": "integer", "minimum": TAHUN_AWAL, "maximum": TAHUN_AKHIR}
    return {
        "operationId": "rumusan",
        "summary": "Rumusan IDM satu desa satu tahun",
        "security": [],
        "parameters": [
            _parameter("kode", "Kode desa sepuluh angka.", kode),
            _parameter("tahun", "Tahun data.", tahun),
        ],
        "responses": {
            "200": berhasil,
            "304": {"description": "Tidak berubah sejak ETag itu."},
            **_semua_galat(),
        },
    }


def _parameter(nama: str, arti: str, skema: Skema) -> Skema:
    """Bagian jalan yang wajib diisi."""
    return {
        "name": nama,
        "in": "path",
        "required": True,
        "description": arti,
        "schema": skema,
    }


def _semua_galat() -> Skema:
    """Tiap kode galat dengan contohnya."""
    semua = {}
    for kode, (arti, isi) in GALAT.items():
        semua[kode] = _tanggapan_galat(arti, isi)
    return semua


def _tanggapan_galat(arti: str, contoh: Skema) -> Skema:
    """Semua galat berbentuk sama."""
    isi = {"schema": rujukan("Galat"), "example": contoh}
    return {"description": arti, "content": {"application/json": isi}}


def _skema() -> Skema:
    """Bentuk jawaban menurut `KOLOM`."""
    bagian = {}
    for tempat in ("SUMMARIES", "ROW", "IDENTITAS"):
        bagian[tempat] = objek(_kolom(tempat))
    for nama in ("STATUS", "TARGET_STATUS"):
        bagian["SUMMARIES"]["properties"][nama]["enum"] = _STATUS
    bagian["ROW"]["description"] = (
        f"Indikator berskor 0 sampai {SKOR_TERTINGGI}, lalu jumlah indeksnya."
    )
    rujuk = {nama: rujukan(nama) for nama in bagian}
    peta = {
        "SUMMARIES": rujuk["SUMMARIES"],
        "ROW": {"type": "array", "items": rujuk["ROW"]},
        "IDENTITAS": {
            "type": "array",
            "items": rujuk["IDENTITAS"],
            "minItems": 1,
            "maxItems": 1,
        },
    }
    amplop = {
        "status": {"const": 200},
        "error": {"const": False},
        "mapData": objek(peta),
    }
    return {**bagian, "Rumusan": objek(amplop)}


def _kolom(tempat: str) -> Skema:
    """Kolom satu tempat, menurut urutannya."""
    hasil = {}
    for di, nama, jenis, arti in KOLOM:
        if di == tempat:
            hasil[nama] = {"type": jenis, "description": arti}
    return hasil
