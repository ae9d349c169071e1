"""Tabel di layar dari uraian yang juga menjadi lembar kerja dan PDF-nya."""

from typing import Any

from django import template

from core.tabel import Tabel
from core.tampilan import tampil

register = template.Library()
LEBAR = 100  # aksara; yang lebih lebar digeser, bukan dimampatkan


@register.inclusion_tag("core/_tabel_layar.html")
def tabel(satu: Tabel, sebutan: str, kelas: str = "") -> dict[str, Any]:
    """Tabel dalam bingkai yang dapat digeser; `sebutan` dibacakan pembaca layar."""
    semua = ["table"]
    if kelas:
        semua.append(kelas)
    if sum(kolom.lebar for kolom in satu.kolom) > LEBAR:
        semua.append("tabel-lebar")
    return {
        "satu": satu,
        "baris": tampil(satu),
        "sebutan": sebutan,
        "kelas": " ".join(semua),
    }
