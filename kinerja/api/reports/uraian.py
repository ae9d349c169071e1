"""Uraian OpenAPI 3.1 dari pernyataan koleksinya: bentuk jawaban dan uraiannya satu asal."""

from collections.abc import Iterable
from typing import Any

from django import forms

from core.forms import BilanganField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.skema import BATAS, JENDELA, Skema, bentuk_galat, bernama, galat, objek, rujukan
from kinerja.api.reports.koleksi import Koleksi
from kinerja.terbuka.isi import IsiTerbuka

ARTI = (
    "Data kinerja satu kantor, hanya dibaca. Angka berupa tulisan desimal; yang tidak diketahui "
    "null beserta keadaannya. Kirim token dari admin kantornya sebagai Authorization: Bearer."
)
GALAT = {
    "400": ("Saringan keliru.", "tahun: Tahun paling awal 2015."),
    "401": ("Tanpa token, atau tokennya tidak dikenal, dicabut, atau lewat masanya.", "…"),
    "404": ("Halaman atau koleksi itu tidak ada.", "Halaman 9 tidak ada; yang terakhir 3."),
    "405": ("Hanya GET dan HEAD.", "…"),
    "406": ("Jawaban hanya application/json.", "…"),
    "429": (f"Lebih dari {BATAS} permintaan dalam {JENDELA} detik dari satu alamat.", "…"),
}
BULAT = {"type": "integer"}
TEKS = {"type": "string"}
TAHUN = {"type": "integer", "minimum": TAHUN_AWAL, "maximum": TAHUN_AKHIR}
ALAMAT = {"type": ["string", "null"], "description": "Null bila tidak ada."}


def uraian(semua: Iterable[Koleksi], situs: str) -> Skema:
    """Dokumen OpenAPI; `situs` alamat dasar layanan."""
    jalan = {}
    bentuk = {"Galat": bentuk_galat()}
    for koleksi in semua:
        jalan[f"/api/v1/{koleksi.nama}"] = {"get": _jalan(koleksi)}
        bentuk |= bernama(koleksi.isi)
    jalan["/angka-terbuka/{kode}/angka.json"] = {"get": _terbuka()}
    bentuk |= bernama(IsiTerbuka)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kinerja DPMD", "version": "1.0.0", "description": ARTI},
        "servers": [{"url": situs.rstrip("/")}],
        "security": [{"token": []}],
        "paths": jalan,
        "components": {
            "schemas": bentuk,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _jalan(koleksi: Koleksi) -> Skema:
    isi = {"application/json": {"schema": amplop(koleksi)}}
    kepala = {"ETag": {"schema": {"type": "string"}}}
    tanggapan: Skema = {
        "200": {"description": koleksi.judul, "headers": kepala, "content": isi},
        "304": {"description": "Tidak berubah sejak ETag itu."},
    }
    for kode, (arti, contoh) in GALAT.items():
        tanggapan[kode] = _galat(int(kode), arti, contoh)
    return {
        "operationId": koleksi.nama,
        "summary": koleksi.judul,
        "parameters": saringan(koleksi),
        "responses": tanggapan,
    }


def _terbuka() -> Skema:
    """Angka naskah sah, tanpa token, bila kantornya membukanya."""
    isi = {"application/json": {"schema": rujukan("IsiTerbuka")}}
    galat_umum = {kode: GALAT[kode] for kode in ("400", "404", "429")}
    tanggapan: Skema = {"200": {"description": "Angka naskah sah setahun.", "content": isi}}
    for kode, (arti, contoh) in galat_umum.items():
        tanggapan[kode] = _galat(int(kode), arti, contoh)
    kode_kantor = _parameter("kode", "Kode wilayah kantornya, misalnya 16.07.", TEKS)
    return {
        "operationId": "angka-terbuka",
        "summary": "Angka naskah sah satu kantor",
        "security": [],
        "parameters": [
            kode_kantor | {"in": "path", "required": True},
            _parameter("tahun", "Bawaannya yang terakhir.", TAHUN),
        ],
        "responses": tanggapan,
    }


def amplop(koleksi: Koleksi) -> Skema:
    """Sehalaman baris dan letaknya di antara semuanya."""
    return objek(
        {
            "data": {"type": "array", "items": rujukan(koleksi.isi.__name__)},
            "total": BULAT,
            "halaman": BULAT,
            "per_halaman": BULAT,
            "jumlah_halaman": BULAT,
            "sebelumnya": ALAMAT,
            "berikutnya": ALAMAT,
        }
    )


def _galat(status: int, arti: str, contoh: str) -> Skema:
    isi = {"schema": rujukan("Galat"), "example": galat(status, contoh)}
    return {"description": arti, "content": {"application/json": isi}}


def saringan(koleksi: Koleksi) -> list[Skema]:
    """Parameter menurut isian formulirnya."""
    hasil = []
    for nama, field in koleksi.saringan.base_fields.items():
        satu = _parameter(nama, field.help_text, _skema(field))
        hasil.append(satu | {"required": field.required})
    return hasil


def _parameter(nama: str, arti: str, skema: Skema) -> Skema:
    """Isian pada alamat, tidak wajib."""
    return {"name": nama, "in": "query", "required": False, "description": arti, "schema": skema}


def _skema(field: Any) -> Skema:
    """Bilangan beserta batasnya, pilihannya, atau tulisan."""
    if isinstance(field, BilanganField):
        return {"type": "integer", "minimum": field.min_value, "maximum": field.max_value}
    if isinstance(field, forms.ModelChoiceField):
        return TEKS
    pilihan = [kode for kode, _ in field.choices if kode]
    return {"type": "string", "enum": pilihan}
