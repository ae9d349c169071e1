"""Tag templat untuk `core.grafik`; datanya dari payload, jadi gambar dan tabel selalu sama."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from core import grafik
from core.grafik import Deret

register = template.Library()

STATUS = {
    "MANDIRI": ("#14463d", "#ffffff"),
    "MAJU": ("#4d8b6c", "#ffffff"),
    "BERKEMBANG": ("#b7cda3", "#1f2a27"),
    "TERTINGGAL": ("#e0b04f", "#1f2a27"),
    "SANGAT TERTINGGAL": ("#a63d2f", "#ffffff"),
}


def _decimal(value: Any) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


@register.simple_tag
def grafik_target(tabel: dict[str, Any], nomor: int = 0) -> SafeString:
    """Target dan realisasi satu indikator per tahun, dari tabel beberapa tahun."""
    baris = tabel["baris"][nomor]
    deret = [
        Deret("Target", [_decimal(v) for v in baris["target"]], grafik.WARNA[0]),
        Deret("Realisasi", [_decimal(v) for v in baris["realisasi"]], grafik.WARNA[1]),
    ]
    label = [str(tahun) for tahun in tabel["tahun"]]
    return mark_safe(grafik.batang(baris["nama"], label, deret, desimal=baris["desimal"]))  # noqa: S308


@register.simple_tag
def grafik_status(deret_tahun: list[dict[str, Any]]) -> SafeString:
    """Banyak desa per status, satu batang per tahun."""
    deret = [
        Deret(nama.title(), [t["jumlah"][nama] for t in deret_tahun], warna, tulisan)
        for nama, (warna, tulisan) in STATUS.items()
    ]
    label = [str(t["tahun"]) for t in deret_tahun]
    return mark_safe(grafik.tumpuk("Status desa menurut IDM", label, deret))  # noqa: S308


@register.simple_tag
def grafik_penyerapan(baris: list[dict[str, Any]]) -> SafeString:
    """Penyerapan anggaran per program."""
    rows = [(f"{b['kode']} {b['nama']}", _decimal(b["persen"])) for b in baris]
    return mark_safe(grafik.mendatar("Penyerapan anggaran per program", rows))  # noqa: S308
