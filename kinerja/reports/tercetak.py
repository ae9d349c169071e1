"""Angka pada dokumen lama di samping angka terhitung."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.angka import bulatkan, format_angka
from kinerja.models import AngkaTercetak
from kinerja.reports.rujukan import Angka, Bahan, rujukan
from kinerja.tercetak import Banding, bandingkan, desimal


def banding(b: Bahan, angka: Mapping[str, Angka]) -> list[dict[str, Any]]:
    """Tiap angka tercetak tahun laporan: tempat, tulisan, hasil hitung, dan simpulannya."""
    rows = AngkaTercetak.objects.filter(kabupaten=b.kabupaten, tahun=b.tahun).order_by("dokumen", "pk")
    return [_baris(row, angka.get(row.rujukan)) for row in rows]


def banding_indikator(b: Bahan, kunci: str) -> list[dict[str, Any]]:
    """Angka tercetak tentang satu indikator (`ikk.6`) di samping hasil hitungnya."""
    return [baris for baris in banding(b, rujukan(b)) if baris["rujukan"].startswith(f"{kunci}.")]


def perbedaan(b: Bahan, angka: Mapping[str, Angka]) -> list[dict[str, Any]]:
    """Hanya yang tidak sama; dilampirkan pada laporan."""
    return [
        {key: baris[key] for key in ("dokumen", "tempat", "tercetak", "dihitung", "simpulan")}
        for baris in banding(b, angka)
        if baris["simpulan"] != Banding.SAMA.value
    ]


def _baris(row: AngkaTercetak, angka: Angka | None) -> dict[str, Any]:
    nilai = angka.nilai if angka else None
    return {
        "dokumen": row.dokumen,
        "tempat": row.tempat,
        "rujukan": row.rujukan,
        "tercetak": row.tercetak,
        "dihitung": _tulisan(nilai, row.tercetak),
        "simpulan": bandingkan(row.tercetak, nilai).value,
        "url": angka.url if angka else "",
        "pk": row.pk,
    }


def _tulisan(nilai: Decimal | str | None, tercetak: str) -> str:
    """Hasil hitung pada ketelitian tulisan tercetak."""
    if nilai is None:
        return "—"
    if isinstance(nilai, str):
        return nilai
    return format_angka(bulatkan(nilai, desimal(tercetak)))
