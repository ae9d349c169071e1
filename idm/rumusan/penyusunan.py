"""Menyusun jawaban rumusan dari hasil IDM satu desa."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from core.angka import bulatkan
from idm.rumusan.bentuk import KOLOM, PELAKSANA, ButirRumusan, HasilRumusan, anggota
from idm.scoring import DESIMAL, INDEKS, SKOR_TERTINGGI, Ambang, Status, indeks

SemuaButir = Sequence[ButirRumusan]
Isi = dict[str, Any]  # menurut nama pada jawaban

DESIMAL_SKOR = 14
DESIMAL_NILAI = 8


def susun(
    hasil: HasilRumusan,
    butir: SemuaButir,
    ambang: Ambang,
    identitas: Mapping[str, str],
) -> Isi:
    """Seluruh jawaban untuk satu desa."""
    tiap_indeks = _nilai_indeks(hasil, butir)
    skor = hasil.idm
    if all(satu.skor is not None for satu in butir):
        jumlah = sum(tiap_indeks.values(), Decimal(0))
        skor = _bulat(jumlah / len(INDEKS))
    tahun = hasil.tahun
    rows: list[Isi] = []
    for nama in INDEKS:
        milik = anggota(butir, nama)
        rows += _baris_indeks(milik)
        bulat = _bulat(tiap_indeks[nama])
        jumlah_indeks = _baris_jumlah(f"{nama} {tahun}", bulat)
        rows.append(jumlah_indeks)
    jumlah_idm = _baris_jumlah(f"IDM {tahun}", skor)
    rows.append(jumlah_idm)
    status = hasil.status.title()
    baris_status = _baris_jumlah(f"STATUS IDM {tahun}", status)
    rows.append(baris_status)
    data = {
        "SUMMARIES": _ringkasan(hasil, skor, ambang),
        "ROW": rows,
        "IDENTITAS": [dict(identitas)],
    }
    return {"status": 200, "error": False, "mapData": data}


def _nilai_indeks(hasil: HasilRumusan, butir: SemuaButir) -> dict[str, Decimal]:
    """Indeks tanpa pembulatan dari skor; indeks terbitan bila ada skor yang tidak diketahui."""
    if any(satu.skor is None for satu in butir):
        return {nama: hasil.indeks[nama] for nama in INDEKS}
    tiap_indeks = {}
    for nama in INDEKS:
        semua = [satu.skor for satu in anggota(butir, nama)]
        skor = [satu for satu in semua if satu is not None]
        tiap_indeks[nama] = indeks(skor)
    return tiap_indeks


def _bulat(x: Decimal) -> Decimal:
    """Sebanyak desimal pada layanan resminya."""
    return bulatkan(x, DESIMAL_SKOR)


def _baris_indeks(butir: SemuaButir) -> list[Isi]:
    """Baris tiap indikator satu indeks, bernomor urut."""
    banyak = len(butir)
    hasil = []
    for nomor, satu in enumerate(butir, start=1):
        baris = _baris_butir(nomor, satu, banyak)
        hasil.append(baris)
    return hasil


def _baris_butir(nomor: int, butir: ButirRumusan, banyak: int) -> Isi:
    """Indikator penuh tidak perlu kegiatan; kegiatan yang belum diketahui `None`."""
    kegiatan = butir.kegiatan or None
    if butir.skor == SKOR_TERTINGGI:
        kegiatan = "-"
    tambahan = None
    if butir.skor is not None:
        tambahan = nilai(butir.skor, banyak)
    baris: Isi = {
        "NO": nomor,
        "INDIKATOR": butir.nama,
        "SKOR": butir.skor,
        "KETERANGAN": butir.keterangan or None,
        "KEGIATAN": kegiatan,
        "NILAI": tambahan,
    }
    pelaksana = butir.pelaksana or {}
    for kolom in PELAKSANA:
        baris[kolom] = pelaksana.get(kolom) or None
    return baris


def nilai(skor: int, banyak: int) -> str:
    """Tambahan IDM bila indikator ini penuh, delapan desimal; `0` bila sudah penuh."""
    if skor == SKOR_TERTINGGI:
        return "0"
    kurang = Decimal(SKOR_TERTINGGI - skor)
    penuh = banyak * SKOR_TERTINGGI * len(INDEKS)
    tambahan = bulatkan(kurang / penuh, DESIMAL_NILAI)
    return str(tambahan)


def _baris_jumlah(nama: str, skor: Decimal | str) -> Isi:
    """Seperti baris indikator; yang bukan nama dan skornya kosong."""
    baris: Isi = dict.fromkeys(KOLOM)
    baris["INDIKATOR"] = nama
    baris["SKOR"] = skor
    return baris


def _ringkasan(hasil: HasilRumusan, skor: Decimal, ambang: Ambang) -> Isi:
    """Sasaran ialah status di atasnya; desa Mandiri menyasar Mandiri tanpa tambahan."""
    kini = _urutan(hasil.status)
    naik = []
    for satu in ambang:
        if _urutan(satu[1]) < kini:
            naik.append(satu)
    batas, sasaran = ambang[0]
    if naik:
        batas, sasaran = naik[-1]
    terkecil = Decimal(1).scaleb(-DESIMAL)
    minimal = batas + terkecil
    return {
        "SKOR_SAAT_INI": skor,
        "STATUS": hasil.status.value,
        "TARGET_STATUS": sasaran.value,
        "SKOR_MINIMAL": str(minimal),
        "PENAMBAHAN": max(minimal - skor, Decimal(0)),
        "TAHUN": hasil.tahun,
    }


def _urutan(nama: Status) -> int:
    """Mandiri nol; makin besar makin tertinggal."""
    semua = list(Status)
    return semua.index(nama)
