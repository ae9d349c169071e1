"""Yang berlaku di samping draf pada kisi desa."""

from typing import Any

from core.angka import format_angka


def berlaku(hasil: Any, desimal: int) -> str:
    """Angka dan status yang berlaku; kosong bila belum ada."""
    if hasil is None:
        return ""
    nilai = format_angka(hasil.nilai, desimal)
    return f"{nilai} {hasil.get_status_display()}"
