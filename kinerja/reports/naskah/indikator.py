"""Naskah IKU, IKK dan Capaian Kinerja: isinya indikator satu periode Renstra."""

from decimal import Decimal
from typing import Any

from core.angka import bulatkan
from documents.reports.kepala import kepala, kepala_kurang
from kinerja.capaian import persentase
from kinerja.models import NaskahKinerja
from kinerja.reports.rujukan import Bahan
from kinerja.reports.tabel_capaian import indikator_menurut_sasaran

JUDUL = {"iku": "Indikator Kinerja Utama", "ikk": "Indikator Kinerja Kunci"}


def definisi(naskah: NaskahKinerja, b: Bahan) -> dict[str, Any]:
    """Definisi tiap indikator menurut sasaran: satuan, formula, penanggung jawab, sumber data."""
    periode = b.pengukuran.periode
    return {
        **kepala(naskah, f"{JUDUL[naskah.jenis]} (IKU)" if naskah.jenis == "iku" else f"{JUDUL[naskah.jenis]} (IKK)"),
        "jenis": naskah.jenis,
        "periode": str(periode) if periode else "",
        "indikator": indikator_menurut_sasaran(b, b.pengukuran.jenis(naskah.jenis)),
    }


def capaian(naskah: NaskahKinerja, b: Bahan) -> dict[str, Any]:
    """Dua belas kolom: capaian tahun ini, peningkatan dari tahun lalu, dan anggaran."""
    pagu, realisasi = b.anggaran.pagu, b.anggaran.realisasi
    return {
        **kepala(naskah, "Capaian Kinerja"),
        "baris": [_capaian(b, indikator) for indikator in b.pengukuran.jenis("iku")],
        "anggaran": {"pagu": pagu, "realisasi": realisasi, "persen": persentase(realisasi, pagu)},
    }


def _capaian(b: Bahan, indikator: Any) -> dict[str, Any]:
    kini, lalu = b.pengukuran.ukur(indikator), b.pengukuran.ukur(indikator, b.tahun - 1)
    naik = None
    if kini.realisasi is not None and lalu.realisasi is not None:
        naik = bulatkan(Decimal(kini.realisasi) - Decimal(lalu.realisasi), indikator.desimal)
    return {
        "nomor": indikator.nomor,
        "sasaran": indikator.sasaran.nama,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "desimal": indikator.desimal,
        "target": kini.target_cetak,
        "realisasi": kini.realisasi_cetak,
        "rincian": kini.hasil.uraian if kini.hasil and len(kini.hasil.masukan) > 1 else "",
        "capaian": kini.capaian,
        "lalu": lalu.realisasi_cetak,
        "naik": naik,
    }


def missing(naskah: NaskahKinerja, b: Bahan, isi: dict[str, Any]) -> list[str]:
    jenis = "iku" if naskah.jenis == "capaian" else naskah.jenis
    rows = b.pengukuran.jenis(jenis)
    kosong = [] if rows else [f"Belum ada {jenis.upper()} pada periode Renstra yang memuat {naskah.tahun}."]
    if naskah.jenis == "capaian":
        kosong += [f"Realisasi {b.tahun}: {i} belum ada." for i in rows if b.pengukuran.ukur(i).realisasi is None]
    return [*kepala_kurang(naskah), *kosong]
