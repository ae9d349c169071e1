"""Tulisan pada naskah yang belum cocok dengan satu desa, dengan calonnya."""

from typing import Any

from accounts.models import Kabupaten
from villages.kode import KELURAHAN
from villages.models import AnggotaKerjaSama, Desa
from villages.nama import kunci
from villages.sources import NamaDesa


def is_berdesa(kabupaten: Kabupaten) -> bool:
    """Ada desanya, atau wilayahnya belum dimuat; kota dapat seluruhnya kelurahan."""
    wilayah = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
    return wilayah.exclude(jenis=KELURAHAN).exists() or not wilayah.exists()


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
