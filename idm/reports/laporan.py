"""Laporan gambaran IDM: satu isi untuk halaman, PDF dan XLSX."""

from typing import Any

from accounts.models import Kabupaten
from documents.reports.kepala import kop
from idm.reports.gambaran import gambaran
from idm.reports.peringkat import peringkat, petak
from villages.models import Kecamatan


def kepala(kabupaten: Kabupaten, judul: str, tahun: int) -> dict[str, Any]:
    """Kop dan judul cetakan yang bukan naskah bertanda tangan."""
    return {
        "dinas": kop(kabupaten, kabupaten.dinas_tercatat),
        "judul": judul,
        "tahun": tahun,
    }


def laporan(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Gambaran dengan peringkat semua desa dan peta petaknya."""
    urut = peringkat(kabupaten, tahun)
    return {
        **kepala(kabupaten, "Gambaran Indeks Desa Membangun", tahun),
        **gambaran(kabupaten, tahun),
        "peringkat": urut,
        "petak": petak(kabupaten, tahun, urut["baris"]) if urut["baris"] else [],
    }


def daftar(kabupaten: Kabupaten, tahun: int, kecamatan: Kecamatan | None) -> dict[str, Any]:
    """Peringkat semua desa, atau desa satu kecamatan dengan nomor kabupatennya."""
    urut = peringkat(kabupaten, tahun)
    if kecamatan:
        urut["baris"] = [b for b in urut["baris"] if b.desa.kecamatan_saat == kecamatan.pk]
    lingkup = f" Kecamatan {kecamatan}" if kecamatan else ""
    judul = f"Peringkat Desa{lingkup} menurut {urut['indeks']}"
    return {
        **kepala(kabupaten, judul, tahun),
        "peringkat": urut,
        "kecamatan": kecamatan,
    }
