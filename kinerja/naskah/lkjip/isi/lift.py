"""Isi LKjIP versi lama dinaikkan ke susunan versi berikutnya."""

from collections.abc import Callable
from typing import Any

from documents.snapshot import Plain
from kinerja.aturan.teks import dari_blok
from kinerja.naskah.indikator.isi import lift_sasaran
from kinerja.naskah.lkjip.isi.keuangan import lift_tabel_keuangan
from kinerja.naskah.lkjip.isi.tabel import lift_per_sasaran, lift_tahun


def lift_lkjip(isi: Plain) -> Plain:
    """Versi 1 ke 2: target dan realisasi pada semua tabelnya menjadi besaran."""
    return isi | {
        "perjanjian": lift_sasaran(isi["perjanjian"]),
        "indikator": _tiap_jenis(lift_sasaran, isi["indikator"]),
        "setahun": _tiap_jenis(lift_per_sasaran, isi["setahun"]),
        "beberapa_tahun": _tiap_jenis(lift_tahun, isi["beberapa_tahun"]),
        "jangka_menengah": _tiap_jenis(lift_per_sasaran, isi["jangka_menengah"]),
        "tabel_keuangan": lift_tabel_keuangan(isi["tabel_keuangan"]),
    }


def lift_naskah(isi: Plain) -> Plain:
    """Versi 2 ke 3: paragraf dan daftar tiap bagian menjadi HTML."""
    bagian = {}
    for kode, satu in isi["naskah"].items():
        blok = [(b["jenis"], b["isi"]) for b in satu["blok"]]
        bagian[kode] = {"judul": satu["judul"], "html": dari_blok(blok)}
    return isi | {"naskah": bagian}


def _tiap_jenis(lift: Callable[[Any], Any], per_jenis: Plain) -> Plain:
    return {jenis: lift(isi) for jenis, isi in per_jenis.items()}
