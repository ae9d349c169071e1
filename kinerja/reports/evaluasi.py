"""Isi tabel Rencana Aksi, Pengendalian dan Evaluasi, serta Formulir E.81 sebagai dict biasa.

Satu isi untuk layar, PDF, XLSX dan snapshot; barisnya urut program, kegiatan, sub kegiatan.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from core.angka import bulatkan
from core.periode import TRIWULAN as NAMA
from kinerja.capaian import DESIMAL, predikat
from kinerja.rencana import TRIWULAN, Angka, Evaluasi, jumlah_bulan, per_triwulan, rata_rata
from kinerja.reports.pohon import Pohon, Simpul
from kinerja.reports.pohon_gambar import target


def baris_umum(s: Simpul) -> dict[str, Any]:
    """Kolom yang sama pada ketiga tabel."""
    jawab = s.obj.penanggung_jawab
    return {
        "tingkat": s.tingkat,
        "is_lanjutan": s.is_lanjutan,
        "kode": s.obj.kode,
        "nama": s.obj.nama,
        "indikator": s.obj.indikator,
        "target": target(s.obj.target, s.obj.satuan),
        "satuan": s.obj.satuan,
        "penanggung_jawab": jawab.nama if jawab else "",
    }


def rencana_aksi(pohon: Pohon) -> list[dict[str, Any]]:
    """Baris Rencana Aksi: langkah, dua belas bulan, jumlah triwulan, anggaran, keterangan."""
    return [
        baris_umum(s)
        | {
            "aksi": s.rencana.aksi if s.rencana else "",
            "bulan": s.bulan,
            "triwulan": per_triwulan(s.bulan),
            "jumlah": jumlah_bulan(s.bulan),
            "anggaran": uang(s.pagu),
            "keterangan": s.rencana.keterangan if s.rencana else "",
        }
        for s in pohon.turunan()
    ]


def evaluasi(pohon: Pohon) -> list[dict[str, Any]]:
    """Baris Pengendalian dan Evaluasi; tanda v pada triwulan yang dijadwalkan."""
    return [
        baris_umum(s)
        | {
            "sasaran_program": s.obj.sasaran_program if s.tingkat == "program" else "",
            "jadwal": [bool(b) for b in per_triwulan(s.bulan)],
            "penjelasan": {NAMA[n]: s.ukur[n].penjelasan for n in TRIWULAN if n in s.ukur and s.ukur[n].penjelasan},
            **angka_evaluasi(s.evaluasi),
        }
        for s in pohon.turunan()
    ]


def angka_evaluasi(e: Evaluasi) -> dict[str, Any]:
    """Target, empat triwulan, jumlah, persen dan simpangan; yang tidak dapat dihitung `None`."""
    return {
        "k_rp_target": pasangan(e.target),
        "k_rp": [pasangan(t) for t in e.triwulan],
        "jumlah": pasangan(e.jumlah),
        "persen": {"k": e.persen.k, "rp": e.persen.rp},
        "simpangan": e.simpangan,
    }


def e81(pohon: Pohon) -> list[dict[str, Any]]:
    """Baris Formulir E.81, kolom 5 sampai 15."""
    return [
        baris_umum(s)
        | {
            "renstra": pasangan(s.e81.renstra),
            "lalu": pasangan(s.e81.lalu),
            **angka_evaluasi(s.evaluasi),
            "akhir": pasangan(s.e81.akhir),
            "persen_renstra": {"k": s.e81.persen.k, "rp": s.e81.persen.rp},
        }
        for s in pohon.turunan()
    ]


def kaki_e81(pohon: Pohon) -> dict[str, Any]:
    """Rata-rata dan predikat atas baris sub kegiatan, agar tidak terhitung ganda; faktor dan tindak lanjutnya."""
    baris = [s for s in pohon.turunan() if s.tingkat == "sub"]
    rata = {
        "tahun_k": rata_rata(s.evaluasi.persen.k for s in baris),
        "tahun_rp": rata_rata(s.evaluasi.persen.rp for s in baris),
        "renstra_k": rata_rata(s.e81.persen.k for s in baris),
        "renstra_rp": rata_rata(s.e81.persen.rp for s in baris),
    }
    skala = pohon.periode.skala.tingkat() if pohon.periode and pohon.periode.skala else []
    ukur = [s.ukur[n] for s in baris for n in TRIWULAN if n in s.ukur]
    return {
        "rata_rata": rata,
        "predikat": {nama: predikat(nilai, skala) for nama, nilai in rata.items()},
        "pendorong": tanpa_ganda(u.pendorong for u in ukur),
        "penghambat": tanpa_ganda(u.penghambat for u in ukur),
        "tindak_lanjut": tanpa_ganda(u.tindak_lanjut for u in ukur),
        "total": angka_evaluasi(pohon.total),
    }


def pasangan(a: Angka) -> dict[str, Decimal | None]:
    return {"k": polos(a.k), "rp": uang(a.rp)}


def polos(nilai: Decimal | None) -> Decimal | None:
    """Tanpa nol di ekor, sehingga 25,0000 tercetak 25 dan snapshot tidak bergantung pada basis data."""
    if nilai is None:
        return None
    bulat = nilai.to_integral_value()
    return bulat if nilai == bulat else bulatkan(nilai, DESIMAL) if nilai == bulatkan(nilai, DESIMAL) else nilai


def uang(nilai: Decimal | None) -> Decimal | None:
    return None if nilai is None else bulatkan(nilai, 0)


def tanpa_ganda(tulisan: Iterable[str]) -> list[str]:
    """Kalimat yang berisi, sekali saja, urut kemunculan."""
    return list(dict.fromkeys(t.strip() for t in tulisan if t.strip()))
