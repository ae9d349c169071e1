"""Tabel di layar dari uraian yang juga menjadi lembar kerja dan PDF-nya."""

from typing import Any

from django import template

from core.tabel import Tabel, tampil

register = template.Library()


@register.inclusion_tag("core/_tabel_layar.html")
def tabel(satu: Tabel, sebutan: str, kelas: str = "") -> dict[str, Any]:
    """Tabel dalam bingkai yang dapat digeser; `sebutan` dibacakan pembaca layar."""
    return {
        "satu": satu,
        "baris": tampil(satu),
        "sebutan": sebutan,
        "kelas": f"table {kelas}".strip(),
    }
