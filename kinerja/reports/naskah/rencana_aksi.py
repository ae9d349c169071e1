"""Rencana Aksi: 23 kolom, dua belas bulan dalam empat triwulan, uang dijumlahkan ke atas."""

from typing import Any

from core.angka import format_angka
from documents.reports.kepala import kepala, kepala_kurang
from kinerja.models import NaskahKinerja
from kinerja.rencana import jumlah
from kinerja.reports.pengukuran import Pengukuran
from kinerja.reports.pohon import Simpul, milik_bidang
from kinerja.reports.rujukan import Bahan


def payload(naskah: NaskahKinerja, b: Bahan) -> dict[str, Any]:
    """Baris program, kegiatan dan sub kegiatan menurut urutan naskah; kolom sasaran hanya pada baris pertamanya."""
    rows = milik(b.pohon.turunan(), naskah)
    return {
        **kepala(naskah, "Rencana Aksi atas Perjanjian Kinerja"),
        "bidang": str(naskah.bidang) if naskah.bidang else "",
        "baris": [*_baris(rows, b.pengukuran)],
        "jumlah": total(rows),
    }


def milik(rows: list[Simpul], naskah: NaskahKinerja) -> list[Simpul]:
    """Semua baris, atau hanya milik satu bidang beserta program dan kegiatan di atasnya."""
    if naskah.bidang_id is None:
        return rows
    return milik_bidang(rows, naskah.bidang_id)


def total(rows: list[Simpul]) -> Any:
    """Jumlah pagu baris sub kegiatan; `None` bila tidak satu pun diketahui."""
    return jumlah(s.pagu for s in rows if s.tingkat == "sub")


def target(obj: Any) -> str:
    """Target sebagaimana tercetak: angka lalu satuannya."""
    if obj.target is None:
        return ""
    angka = format_angka(obj.target)
    angka = angka.rstrip("0").rstrip(",") if "," in angka else angka
    return f"{angka} {obj.satuan}".strip()


def _baris(rows: list[Simpul], pengukuran: Pengukuran) -> Any:
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
            "target": target(obj),
            "aksi": s.rencana.aksi if s.rencana else "",
            "bulan": s.bulan if s.tingkat == "sub" else [None] * 12,
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


def _target_iku(u: Any) -> str:
    return "" if u.target is None else f"{format_angka(u.target, u.indikator.desimal)} {u.indikator.satuan}"


def missing(naskah: NaskahKinerja, b: Bahan, isi: dict[str, Any]) -> list[str]:
    rows = milik(b.pohon.turunan(), naskah)
    kosong = [] if rows else [f"Belum ada program tahun {naskah.tahun}."]
    return [*kepala_kurang(naskah), *kosong]
