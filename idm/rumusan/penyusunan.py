"""Menyusun jawaban rumusan dari hasil IDM satu desa."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from core.angka import bulatkan
from idm.rumusan.bentuk import INDEKS, KOLOM, PELAKSANA, ButirRumusan, HasilRumusan, anggota
from idm.scoring import DESIMAL, SKOR_TERTINGGI, Ambang, Status, indeks

DESIMAL_SKOR = 14
DESIMAL_NILAI = 8


def susun(
    hasil: HasilRumusan,
    butir: Sequence[ButirRumusan],
    ambang: Ambang,
    identitas: Mapping[str, str],
) -> dict[str, Any]:
    """Seluruh jawaban untuk satu desa."""
    tiap_indeks = _nilai_indeks(hasil, butir)
    skor = hasil.idm
    if all(satu.skor is not None for satu in butir):
        jumlah = sum(tiap_indeks.values(), Decimal(0))
        skor = _bulat(jumlah / len(INDEKS))
    rows: list[dict[str, Any]] = []
    for nama in INDEKS:
        rows += _baris_indeks(anggota(butir, nama))
        rows.append(_baris_jumlah(f"{nama} {hasil.tahun}", _bulat(tiap_indeks[nama])))
    rows.append(_baris_jumlah(f"IDM {hasil.tahun}", skor))
    rows.append(_baris_jumlah(f"STATUS IDM {hasil.tahun}", hasil.status.title()))
    data = {
        "SUMMARIES": _ringkasan(hasil, skor, ambang),
        "ROW": rows,
        "IDENTITAS": [dict(identitas)],
    }
    return {
        "status": 200,
        "error": False,
        "mapData": data,
    }


def _nilai_indeks(hasil: HasilRumusan, butir: Sequence[ButirRumusan]) -> dict[str, Decimal]:
    """Indeks tanpa pembulatan dari skor; indeks terbitan bila ada skor yang tidak diketahui."""
    if any(satu.skor is None for satu in butir):
        return {nama: hasil.indeks[nama] for nama in INDEKS}
    tiap_indeks = {}
    for nama in INDEKS:
        skor = [satu.skor for satu in anggota(butir, nama)]
        tiap_indeks[nama] = indeks([satu for satu in skor if satu is not None])
    return tiap_indeks


def _bulat(x: Decimal) -> Decimal:
    return bulatkan(x, DESIMAL_SKOR)


def _baris_indeks(butir: Sequence[ButirRumusan]) -> list[dict[str, Any]]:
    """Baris tiap indikator satu indeks, bernomor urut."""
    banyak = len(butir)
    return [_baris_butir(nomor, satu, banyak) for nomor, satu in enumerate(butir, start=1)]


def _baris_butir(nomor: int, butir: ButirRumusan, banyak: int) -> dict[str, Any]:
    """Indikator penuh tidak perlu kegiatan; kegiatan yang belum diketahui `None`."""
    kegiatan = butir.kegiatan or None
    if butir.skor == SKOR_TERTINGGI:
        kegiatan = "-"
    tambahan = None
    if butir.skor is not None:
        tambahan = nilai(butir.skor, banyak)
    pelaksana = butir.pelaksana or {}
    return {
        "NO": nomor,
        "INDIKATOR": butir.nama,
        "SKOR": butir.skor,
        "KETERANGAN": butir.keterangan or None,
        "KEGIATAN": kegiatan,
        "NILAI": tambahan,
    } | {kolom: pelaksana.get(kolom) or None for kolom in PELAKSANA}


def nilai(skor: int, banyak: int) -> str:
    """Tambahan IDM bila indikator ini penuh, delapan desimal; `0` bila sudah penuh."""
    if skor == SKOR_TERTINGGI:
        return "0"
    kurang = Decimal(SKOR_TERTINGGI - skor)
    penuh = banyak * SKOR_TERTINGGI * len(INDEKS)
    return str(bulatkan(kurang / penuh, DESIMAL_NILAI))


def _baris_jumlah(nama: str, skor: Decimal | str) -> dict[str, Any]:
    return dict.fromkeys(KOLOM) | {"INDIKATOR": nama, "SKOR": skor}


def _ringkasan(hasil: HasilRumusan, skor: Decimal, ambang: Ambang) -> dict[str, Any]:
    """Sasaran ialah status di atasnya; desa Mandiri menyasar Mandiri tanpa tambahan."""
    kini = _urutan(hasil.status)
    naik = [satu for satu in ambang if _urutan(satu[1]) < kini]
    batas, sasaran = naik[-1] if naik else ambang[0]
    minimal = batas + Decimal(1).scaleb(-DESIMAL)
    return {
        "SKOR_SAAT_INI": skor,
        "STATUS": hasil.status.value,
        "TARGET_STATUS": sasaran.value,
        "SKOR_MINIMAL": str(minimal),
        "PENAMBAHAN": max(minimal - skor, Decimal(0)),
        "TAHUN": hasil.tahun,
    }


def _urutan(nama: Status) -> int:
    return list(Status).index(nama)
