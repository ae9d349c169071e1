"""Evaluasi AKIP satu tahun: nilai yang berlaku, hitungan lembar kerjanya, dan rekomendasinya."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from documents.printing import isi_naskah
from documents.snapshot import Unreadable
from kinerja.aturan.akip import NilaiAkip, Subkomponen
from kinerja.aturan.predikat import predikat
from kinerja.models import (
    ButirAkip,
    EvaluasiAkip,
    IsianAkip,
    Rekomendasi,
    SkalaPredikat,
)

SKALA_AKIP = "akip-88-2021"
TanpaKomponen: Mapping[str, Decimal | None] = {}


@dataclass(frozen=True)
class HasilAkip:
    """Nilai yang berlaku; `komponen` kode → nilainya, kosong bila hasilnya disalin."""

    evaluasi: EvaluasiAkip
    nilai: Decimal
    kategori: str | None
    komponen: Mapping[str, Decimal | None]


def read_akip(kabupaten: Kabupaten, tahun: int) -> HasilAkip | None:
    """Hasil evaluasi tahun itu; `None` bila belum ada atau laporannya belum sah."""
    evaluasi = EvaluasiAkip.objects.filter(kabupaten=kabupaten, tahun=tahun).first()
    return hasil_akip(evaluasi) if evaluasi else None


def hasil_akip(evaluasi: EvaluasiAkip) -> HasilAkip | None:
    """Nilai yang disalin, atau yang tertulis pada Laporan Hasil Evaluasi yang sah."""
    if evaluasi.nilai is not None:
        skala = SkalaPredikat.objects.bersama(SKALA_AKIP)
        kategori = kategori_akip(evaluasi.nilai, skala)
        return HasilAkip(evaluasi, evaluasi.nilai, kategori, TanpaKomponen)
    laporan = evaluasi.laporan_sah
    if laporan is None:
        return None
    try:
        isi = isi_naskah(laporan)
    except Unreadable:
        return None
    komponen = {satu.kode: satu.nilai for satu in isi.komponen}
    return HasilAkip(evaluasi, isi.nilai, isi.predikat, komponen)


def kategori_akip(nilai: Decimal | None, skala: SkalaPredikat | None) -> str | None:
    """Kategori menurut Permenpan-RB 88/2021; nilai tidak dibulatkan dahulu."""
    if nilai is None or skala is None:
        return None
    return predikat(nilai, skala.tingkat())


def hitung_akip(butir: Any, isian: Mapping[int, IsianAkip]) -> NilaiAkip:
    """Hitungan satu pihak; `isian` menurut nomor butirnya."""
    return NilaiAkip([_subkomponen(satu, isian) for satu in butir if satu.is_sub])


def _subkomponen(butir: ButirAkip, isian: Mapping[int, IsianAkip]) -> Subkomponen:
    """Yang belum diisi tidak bertingkat."""
    nilai = None
    satu = isian.get(butir.pk)
    if satu and satu.tingkat:
        nilai = satu.tingkat.nilai
    bobot = butir.bobot or Decimal(0)
    return Subkomponen(butir.kode, bobot, nilai)


def read_rekomendasi(kabupaten: Kabupaten, tahun: int) -> tuple[Rekomendasi, ...]:
    """Rekomendasi tahun itu dari evaluasi, reviu, dan rapat, urut asal dan nomornya."""
    return tuple(Rekomendasi.objects.filter(kabupaten=kabupaten, tahun=tahun))
