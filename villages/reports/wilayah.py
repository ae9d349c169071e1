"""Tulisan pada naskah yang belum cocok dengan satu desa, dengan calonnya."""

from typing import Any

from accounts.models import Kabupaten
from villages.models import AnggotaKerjaSama
from villages.nama import kunci
from villages.sources import NamaDesa


def belum_cocok(kabupaten: Kabupaten) -> list[dict[str, Any]]:
    """Satu entri per kecamatan dan tulisan: tahun-tahunnya, dan desa yang mungkin dimaksud."""
    rows = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, desa=None)
    hasil: dict[tuple[int, str], dict[str, Any]] = {}
    nama = NamaDesa(kabupaten)
    for anggota in rows.select_related("kerja_sama__kecamatan").order_by(
        "kerja_sama__kecamatan", "nama_tercetak", "tahun"
    ):
        kecamatan = anggota.kerja_sama.kecamatan
        satu = hasil.setdefault(
            (kecamatan.pk, kunci(anggota.nama_tercetak)),
            {
                "kecamatan": kecamatan,
                "tulisan": anggota.nama_tercetak,
                "tahun": [],
                "calon": nama.calon(kecamatan, anggota.nama_tercetak),
            },
        )
        satu["tahun"].append(anggota.tahun)
    return list(hasil.values())
