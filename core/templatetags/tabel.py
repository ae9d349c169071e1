"""Tabel di layar dari uraian yang juga menjadi lembar kerja dan PDF-nya."""

from typing import Any

from django import template

from core.tabel import Tabel
from core.tampilan import tampil

register = template.Library()
LEBAR = 100  # aksara; yang lebih lebar digeser, bukan dimampatkan


def label_kolom(satu: Tabel) -> dict[int, str]:
    """Judul tiap kolom dari kepala bertingkatnya, bagi baris yang terlipat di layar sempit."""
    hasil: dict[int, list[str]] = {}
    menutup: dict[int, int] = {}  # kolom yang masih tertutup kepala di atasnya
    for sebaris in satu.kepala:
        urut = 0
        for sel in sebaris:
            while menutup.get(urut, 0):
                menutup[urut] -= 1
                urut += 1
            for kolom in range(urut, urut + sel.lebar):
                milik = hasil.setdefault(kolom, [])
                milik.append(sel.teks)
                menutup[kolom] = sel.tinggi - 1
            urut += sel.lebar
    label = {}
    for kolom, teks in hasil.items():
        label[kolom] = " · ".join(teks)
    return label


@register.inclusion_tag("core/_tabel_layar.html")
def tabel(satu: Tabel, sebutan: str, kelas: str = "") -> dict[str, Any]:
    """Tabel dalam bingkai yang dapat digeser; `sebutan` dibacakan pembaca layar."""
    semua = ["table"]
    if kelas:
        semua += kelas.split()
    if sum(kolom.lebar for kolom in satu.kolom) > LEBAR:
        semua.append("tabel-lebar")
    return {
        "label_kolom": label_kolom(satu) if "lipat" in semua else {},
        "satu": satu,
        "baris": tampil(satu),
        "sebutan": sebutan,
        "kelas": " ".join(semua),
    }
