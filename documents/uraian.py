"""Bagian cetakan sebagai data untuk Typst: kertas, kop dan tabel."""

import datetime
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from core.tabel import Tabel
from core.tampilan import Baris, tampil
from documents.kepala import Kop
from documents.tata_cetak import ukuran
from documents.tinggi import is_utuh, ruang_ekor, terikat, tinggi_baris, tinggi_paragraf

Nilai = dict[str, int]  # menurut nama kolomnya
HURUF_CATATAN = ukuran("catatan")
Uraian = dict[str, Any]  # bagian cetakan sebagaimana dibaca Typst


@dataclass(frozen=True)
class Kertas:
    """Ukuran tegak dan tepi samping, milimeter."""

    lebar: int
    tinggi: int
    sisi: int


KERTAS = {
    "A4": Kertas(210, 297, 20),
    "F4": Kertas(215, 330, 12),
    "A3": Kertas(297, 420, 14),
}


def uraian_kertas(nama: str, is_lanskap: bool = False) -> Nilai:
    """Ukuran kertas menurut arahnya."""
    kertas = KERTAS[nama]
    lebar = kertas.lebar
    tinggi = kertas.tinggi
    if is_lanskap:
        lebar, tinggi = tinggi, lebar
    return {"lebar": lebar, "tinggi": tinggi, "sisi": kertas.sisi}


def uraian_tanggal(hari: datetime.date) -> Nilai:
    return {"year": hari.year, "month": hari.month, "day": hari.day}


def nama_logo(dinas: Kop) -> str:
    """Nama berkas logo menurut jenisnya; kosong bila tanpa logo."""
    if not dinas.logo:
        return ""
    if dinas.logo.startswith("data:image/png"):
        return "logo.png"
    return "logo.jpg"


def uraian_kop(dinas: Kop) -> Uraian:
    """Kop perangkat; kontak yang kosong tidak disebut."""
    hubungi = [
        berlabel("Telp/Fax", dinas.telepon_kantor),
        berlabel("Surel", dinas.email),
        berlabel("Situs", dinas.situs),
    ]
    kontak = " · ".join(filter(None, hubungi))
    alamat = dinas.alamat
    if dinas.kode_pos:
        alamat += f" · Kode Pos {dinas.kode_pos}"
    return {
        "pemda": f"Pemerintah {dinas.daerah}",
        "nama": dinas.nama,
        "alamat": list(filter(None, [alamat, kontak])),
        "logo": nama_logo(dinas),
    }


def berlabel(label: str, isi: str) -> str:
    """Isi didahului labelnya; kosong bila tidak ada isinya."""
    if isi:
        return f"{label} {isi}"
    return ""


def uraian_tabel(tabel: Tabel, lebar: int, tinggi_halaman: int, ekor: Decimal) -> Uraian:
    """Uraian satu tabel; `ikat` baris yang sehalaman dengan `ekor`-nya, `None` bila terlepas."""
    baris = list(tampil(tabel))
    tinggi = tinggi_baris(tabel, baris, lebar)
    ekor += tinggi_paragraf(tabel.semua_catatan, lebar, HURUF_CATATAN)
    ikat = None
    ruang = ruang_ekor(tabel, lebar, tinggi_halaman)
    if ekor <= ruang:
        ikat = terikat(tinggi, ekor, ruang)
    uraian_baris = []
    for urut, satu in enumerate(baris):
        uraian_baris.append(_baris(satu, urut, tinggi))
    return {
        "huruf": str(tabel.huruf),
        "kolom": [kolom.lebar for kolom in tabel.kolom],
        "kepala": [list(map(asdict, kepala)) for kepala in tabel.kepala],
        "baris": uraian_baris,
        "ikat": ikat,
        "catatan": list(tabel.semua_catatan),
        "kosong": "" if tabel.baris else tabel.kosong,
    }


def _baris(baris: Baris, urut: int, tinggi: list[Decimal]) -> Uraian:
    """Baris dengan selnya; sel yang tidak utuh boleh bersambung ke halaman berikut."""
    semua = []
    for satu in baris.sel:
        sel = asdict(satu)
        sel["utuh"] = is_utuh(satu, urut, tinggi)
        semua.append(sel)
    return {"gaya": baris.gaya, "sel": semua}
