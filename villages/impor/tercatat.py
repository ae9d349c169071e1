"""Wilayah yang tercatat, tempat daftar baru dibandingkan."""

from typing import Any

from accounts.models import Kabupaten
from villages.impor.wilayah import BarisWilayah, Titik
from villages.models import Desa, Kecamatan


def tercatat(kabupaten: Kabupaten) -> dict[str, Any]:
    """Kecamatan, desa dan kelurahan menurut kodenya kini."""
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).select_related("kecamatan")
    return {obj.kode: obj for obj in (*kecamatan, *desa)}


def titik(obj: Any) -> Titik | None:
    """Titik desa yang tercatat; kecamatan tidak bertitik."""
    lintang = getattr(obj, "lintang", None)
    bujur = getattr(obj, "bujur", None)
    if lintang is None or bujur is None:
        return None
    return lintang, bujur


def tulisan_titik(obj: Any) -> str:
    """Kosong bila belum tercatat."""
    tercatat_kini = titik(obj)
    if tercatat_kini is None:
        return ""
    lintang, bujur = tercatat_kini
    return f"{lintang} {bujur}"


def is_titik_lain(baris: BarisWilayah, obj: Any) -> bool:
    """Hanya desa yang bertitik."""
    if not baris.titik or not isinstance(obj, Desa):
        return False
    return titik(obj) != baris.titik
