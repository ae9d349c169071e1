"""Kaki tabel: jumlah tiap kolom, dan yang jumlahnya belum seluruhnya diketahui."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

Jumlah = Decimal | int | None  # `None` bila tidak satu pun diketahui
Isi = Sequence[Any]  # nilai sebaris
TANDA_SEBAGIAN = "*"  # pada jumlah yang tidak semua barisnya diketahui
SEBAGIAN = f"{TANDA_SEBAGIAN} Jumlah yang diketahui saja; sel yang kosong belum diketahui."


def bertanda(tulisan: str, kurang: str | bool) -> str:
    """Tulisan baris jumlah; bertanda bila ada yang tidak dijumlahkan, atau catatan tentangnya."""
    if kurang:
        return tulisan + TANDA_SEBAGIAN
    return tulisan


def jumlah(tabel: Any) -> list[Jumlah]:
    """Jumlah tiap kolom `is_jumlah`; `None` pada kolom lain dan bila tidak satu pun diketahui.

    Kolom tanda selalu diketahui bila ada barisnya: yang tidak bertanda bukan hal yang belum
    diketahui.
    """
    ikut = _ikut(tabel)
    hasil = []
    for urut, kolom in enumerate(tabel.kolom):
        hasil.append(_total(ikut, urut, kolom))
    return hasil


def sebagian(tabel: Any) -> list[bool]:
    """Satu nilai tiap kolom: apakah jumlahnya tanpa baris yang belum diketahui.

    Kolom yang tidak dijumlahkan, yang seluruhnya diketahui, dan yang seluruhnya tidak diketahui
    tidak demikian; kolom tanda selalu diketahui.
    """
    ikut = _ikut(tabel)
    hasil = []
    for urut, kolom in enumerate(tabel.kolom):
        diketahui = _diketahui(ikut, urut)
        is_kurang = 0 < len(diketahui) < len(ikut)
        hasil.append(kolom.is_jumlah and kolom.jenis != "tanda" and is_kurang)
    return hasil


def _ikut(tabel: Any) -> list[Isi]:
    """Baris yang ikut dijumlahkan.

    Baris kelompok sudah memuat jumlah baris di bawahnya.
    """
    ikut = []
    for nomor, isi in enumerate(tabel.baris):
        if nomor not in tabel.tanpa_jumlah:
            ikut.append(isi)
    return ikut


def _diketahui(baris: Sequence[Isi], urut: int) -> list[Decimal | int]:
    """Angka satu kolom; yang tidak diketahui tidak dijumlahkan sebagai nol."""
    diketahui = []
    for isi in baris:
        nilai = isi[urut]
        if isinstance(nilai, int | Decimal):
            diketahui.append(nilai)
    return diketahui


def _total(baris: Sequence[Isi], urut: int, kolom: Any) -> Jumlah:
    """`None` bila tidak satu pun diketahui."""
    if not kolom.is_jumlah:
        return None
    diketahui = _diketahui(baris, urut)
    is_tanda = kolom.jenis == "tanda"
    if diketahui or (is_tanda and baris):
        return sum(diketahui)
    return None
