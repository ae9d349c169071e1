"""Rencana Aksi: 23 kolom, dua belas bulan dalam empat triwulan, uang dijumlahkan ke atas."""

from collections.abc import Sequence
from typing import Any

from core.angka import format_angka
from documents.reports.kepala import kepala, kepala_kurang
from kinerja.models import NaskahKinerja
from kinerja.rencana import jumlah, target_cetak
from kinerja.tahun.pohon import Simpul, milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Pengukuran, Ukuran


def payload(naskah: NaskahKinerja, kinerja: TahunKinerja) -> dict[str, Any]:
    """Baris program, kegiatan dan sub kegiatan menurut urutan naskah; kolom sasaran hanya pada baris pertamanya."""
    rows = milik(kinerja.pohon.baris, naskah)
    return {
        **kepala(naskah, "Rencana Aksi atas Perjanjian Kinerja"),
        "bidang": str(naskah.bidang) if naskah.bidang else "",
        "baris": [*_baris(rows, kinerja.pengukuran)],
        "jumlah": jumlah(s.pagu for s in rows if s.tingkat == "sub") if naskah.bidang_id else kinerja.anggaran.pagu,
    }


def milik(rows: Sequence[Simpul], naskah: NaskahKinerja) -> Sequence[Simpul]:
    """Semua baris, atau hanya milik satu bidang beserta program dan kegiatan di atasnya."""
    if naskah.bidang_id is None:
        return rows
    return milik_bidang(rows, naskah.bidang_id)


def _baris(rows: Sequence[Simpul], pengukuran: Pengukuran) -> Any:
    sasaran_lalu = None
    for s in rows:
        obj = s.obj
        sasaran = obj.sasaran if s.tingkat == "program" else None
        is_new = sasaran is not None and sasaran.pk != sasaran_lalu
        sasaran_lalu = sasaran.pk if sasaran is not None else sasaran_lalu
        yield {
            "tingkat": s.tingkat,
            "kode": s.induk.kode,
            "sasaran": _sasaran(sasaran, pengukuran) if is_new else None,
            "nama": "" if s.is_lanjutan else obj.nama,
            "indikator": obj.indikator,
            "target": target_cetak(obj.target, obj.satuan),
            "aksi": s.rencana.aksi if s.rencana else "",
            "bulan": list(s.bulan),
            "anggaran": s.pagu,
            "penanggung_jawab": str(s.induk.penanggung_jawab or ""),
            "keterangan": s.rencana.keterangan if s.rencana else "",
        }


def _sasaran(sasaran: Any, pengukuran: Pengukuran) -> dict[str, Any]:
    """Sasaran strategis dengan IKU dan targetnya tahun itu."""
    ukur = [pengukuran.ukur(i) for i in pengukuran.jenis("iku") if i.sasaran_id == sasaran.pk]
    return {
        "nomor": sasaran.nomor,
        "nama": sasaran.nama,
        "indikator": [{"nama": u.indikator.nama, "target": _target_iku(u)} for u in ukur],
    }


def _target_iku(ukuran: Ukuran) -> str:
    if ukuran.target is None:
        return ukuran.sebutan_target
    return f"{format_angka(ukuran.target, ukuran.indikator.desimal)} {ukuran.indikator.satuan}"


def missing(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: dict[str, Any]) -> list[str]:
    rows = milik(kinerja.pohon.baris, naskah)
    kosong = [] if rows else [f"Belum ada program tahun {naskah.tahun}."]
    return [*kepala_kurang(naskah), *kosong]
