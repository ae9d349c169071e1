"""Tabel capaian LKjIP: setahun (3.1), beberapa tahun (3.2), jangka menengah (3.3), indikator per sasaran."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from kinerja.capaian import Arah, capaian, dibatasi
from kinerja.models import Indikator
from kinerja.reports.pengukuran import Ukuran
from kinerja.reports.rujukan import Bahan


def indikator_menurut_sasaran(b: Bahan, indikator: Iterable[Indikator]) -> list[dict[str, Any]]:
    """`[{"sasaran": nama, "indikator": [{definisi dan target tahun laporan}]}]`."""
    rows = sorted(indikator, key=lambda i: (i.sasaran.nomor, i.jenis != "iku", i.nomor))
    return [
        {"sasaran": nama, "indikator": [_definisi(b, i) for i in anggota]}
        for nama, anggota in groupby(rows, key=lambda i: i.sasaran.nama)
    ]


def _definisi(b: Bahan, indikator: Indikator) -> dict[str, Any]:
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
        "target": b.pengukuran.ukur(indikator).target_cetak,
    }


def tabel_setahun(b: Bahan, jenis: str) -> list[dict[str, Any]]:
    """Baris target, realisasi, capaian dan predikat tahun laporan, per sasaran."""
    return [
        {"sasaran": nama, "baris": [_baris(b.pengukuran.ukur(i)) for i in anggota]}
        for nama, anggota in groupby(b.pengukuran.jenis(jenis), key=lambda i: i.sasaran.nama)
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
        "capaian": u.capaian,
        "predikat": u.predikat,
        "rumus_pembilang": u.indikator.rumus_pembilang,
        "rumus_penyebut": u.indikator.rumus_penyebut,
        "pembilang": u.pembilang,
        "penyebut": u.penyebut,
        "asal": u.asal,
        "penjelasan": isian.penjelasan if isian else "",
    }


def tabel_beberapa_tahun(b: Bahan, jenis: str) -> dict[str, Any]:
    """Target, realisasi dan capaian tiap indikator dari awal periode; tahun tanpa angka dilewati."""
    indikator = b.pengukuran.jenis(jenis)
    ukuran = {(i.pk, t): b.pengukuran.ukur(i, t) for i in indikator for t in b.pengukuran.tahun_periode}
    tahun = [
        t
        for t in b.pengukuran.tahun_periode
        if any(ukuran[i.pk, t].target is not None or ukuran[i.pk, t].realisasi is not None for i in indikator)
    ]
    return {
        "tahun": tahun,
        "baris": [
            {
                "nomor": i.nomor,
                "sasaran": i.sasaran.nama,
                "nama": i.nama,
                "satuan": i.satuan,
                "desimal": i.desimal,
                "target": [ukuran[i.pk, t].target_cetak for t in tahun],
                "realisasi": [ukuran[i.pk, t].realisasi_cetak for t in tahun],
                "capaian": [ukuran[i.pk, t].capaian for t in tahun],
            }
            for i in indikator
        ],
    }


def tabel_jangka_menengah(b: Bahan, jenis: str) -> list[dict[str, Any]]:
    """Realisasi tahun laporan di samping target tahun terakhir Renstra, per sasaran."""
    return [
        {"sasaran": nama, "baris": [_terhadap_akhir(b, i) for i in anggota]}
        for nama, anggota in groupby(b.pengukuran.jenis(jenis), key=lambda i: i.sasaran.nama)
    ]


def _terhadap_akhir(b: Bahan, indikator: Indikator) -> dict[str, Any]:
    periode = b.pengukuran.periode
    kini = b.pengukuran.ukur(indikator)
    akhir = b.pengukuran.ukur(indikator, periode.tahun_akhir if periode else b.tahun)
    return {
        "nomor": indikator.nomor,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "desimal": indikator.desimal,
        "realisasi": kini.realisasi_cetak,
        "target": akhir.target_cetak,
        "capaian": dibatasi(
            capaian(akhir.target, kini.realisasi, Arah(indikator.arah)), indikator.batas_bawah, indikator.batas_atas
        ),
    }
