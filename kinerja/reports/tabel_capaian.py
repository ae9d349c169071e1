"""Tabel capaian LKjIP: setahun (3.1), beberapa tahun (3.2), jangka menengah (3.3), indikator per sasaran."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from kinerja.models import Indikator
from kinerja.tahun.ukuran import Pengukuran, Ukuran


def indikator_menurut_sasaran(pengukuran: Pengukuran, indikator: Iterable[Indikator]) -> list[dict[str, Any]]:
    """`[{"sasaran": nama, "indikator": [{definisi dan target tahun laporan}]}]`."""
    rows = sorted(indikator, key=lambda i: (i.sasaran.nomor, i.jenis != "iku", i.nomor))
    return [
        {"sasaran": nama, "indikator": [_definisi(pengukuran, i) for i in anggota]}
        for nama, anggota in groupby(rows, key=lambda i: i.sasaran.nama)
    ]


def _definisi(pengukuran: Pengukuran, indikator: Indikator) -> dict[str, Any]:
    jawab = indikator.penanggung_jawab
    return {
        "jenis": indikator.jenis,
        "nomor": indikator.nomor,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "desimal": indikator.desimal,
        "pembilang": indikator.rumus_pembilang,
        "penyebut": indikator.rumus_penyebut,
        "faktor": indikator.faktor,
        "penanggung_jawab": jawab.nama if jawab else "",
        "sumber_data": indikator.sumber_data,
        "keterangan": indikator.keterangan,
        "target": pengukuran.ukur(indikator).target_cetak,
    }


def tabel_setahun(pengukuran: Pengukuran, jenis: str) -> list[dict[str, Any]]:
    """Baris target, realisasi, capaian dan predikat tahun laporan, per sasaran."""
    return [
        {"sasaran": nama, "baris": [_baris(pengukuran.ukur(i)) for i in anggota]}
        for nama, anggota in groupby(pengukuran.jenis(jenis), key=lambda i: i.sasaran.nama)
    ]


def _baris(u: Ukuran) -> dict[str, Any]:
    isian = u.isian
    return {
        "nomor": u.indikator.nomor,
        "nama": u.indikator.nama,
        "satuan": u.indikator.satuan,
        "desimal": u.indikator.desimal,
        "target": u.target_cetak,
        "realisasi": u.realisasi_cetak,
        "capaian": u.capaian.persen,
        "predikat": u.predikat,
        "rumus_pembilang": u.indikator.rumus_pembilang,
        "rumus_penyebut": u.indikator.rumus_penyebut,
        "pembilang": u.pembilang,
        "penyebut": u.penyebut,
        "asal": u.asal,
        "penjelasan": isian.penjelasan if isian else "",
    }


def tabel_beberapa_tahun(pengukuran: Pengukuran, jenis: str) -> dict[str, Any]:
    """Target, realisasi dan capaian tiap indikator dari awal periode; tahun tanpa angka dilewati."""
    indikator = pengukuran.jenis(jenis)
    tahun = [t for t in pengukuran.renstra.tahun_periode if _is_berisi(pengukuran, indikator, t)]
    return {"tahun": tahun, "baris": [_deret([pengukuran.ukur(i, t) for t in tahun], i) for i in indikator]}


def _is_berisi(pengukuran: Pengukuran, indikator: Iterable[Indikator], tahun: int) -> bool:
    ukuran = [pengukuran.ukur(i, tahun) for i in indikator]
    return any(u.target is not None or u.realisasi is not None for u in ukuran)


def _deret(ukuran: list[Ukuran], indikator: Indikator) -> dict[str, Any]:
    return {
        "nomor": indikator.nomor,
        "sasaran": indikator.sasaran.nama,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "desimal": indikator.desimal,
        "target": [u.target_cetak for u in ukuran],
        "realisasi": [u.realisasi_cetak for u in ukuran],
        "capaian": [u.capaian.persen for u in ukuran],
    }


def tabel_jangka_menengah(pengukuran: Pengukuran, jenis: str) -> list[dict[str, Any]]:
    """Realisasi tahun laporan di samping target tahun terakhir Renstra, per sasaran."""
    return [
        {"sasaran": nama, "baris": [_terhadap_akhir(pengukuran.akhir[i.pk]) for i in anggota]}
        for nama, anggota in groupby(pengukuran.jenis(jenis), key=lambda i: i.sasaran.nama)
    ]


def _terhadap_akhir(ukuran: Ukuran) -> dict[str, Any]:
    return {
        "nomor": ukuran.indikator.nomor,
        "nama": ukuran.indikator.nama,
        "satuan": ukuran.indikator.satuan,
        "desimal": ukuran.indikator.desimal,
        "realisasi": ukuran.realisasi_cetak,
        "target": ukuran.target_cetak,
        "capaian": ukuran.capaian.persen,
    }
