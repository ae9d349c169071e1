"""Tabel di layar dari uraian yang juga menjadi lembar kerja dan PDF-nya."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.daerah import UMUM
from core.tabel import Tabel
from core.tampilan import Baris, Sel, setempat, tampil
from core.templatetags.rumah import slug_status

register = template.Library()
Label = Mapping[int, str] | None  # per nomor kolom; kosong bila barisnya tidak terlipat
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


@register.inclusion_tag("core/_tabel_layar.html", takes_context=True)
def tabel(context: Context, satu: Tabel, sebutan: str, kelas: str = "") -> dict[str, Any]:
    """Tabel dalam bingkai yang dapat digeser; `sebutan` dibacakan pembaca layar."""
    satu = setempat(satu, context.get("wilayah") or UMUM)
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


@register.simple_tag
def semua_sel(baris: Baris, label: Label, *, is_layar: bool) -> SafeString:
    """Sel satu baris; satu templat tiap sel menjadikan tabel panjang lambat."""
    tulisan = SafeString()
    for satu in baris.sel:
        bentuk = "<td{}>{}</td>\n"
        if is_layar and satu.is_nama:
            bentuk = '<th scope="row"{}>{}</th>\n'
        atribut = _atribut(satu, label)
        isi = _isi(satu, is_layar=is_layar)
        tulisan += format_html(bentuk, atribut, isi)
    return tulisan


def _atribut(satu: Sel, label: Label) -> SafeString:
    """Label kolomnya, kelasnya, dan rentangnya."""
    tulisan = SafeString()
    if label:
        nama = label.get(satu.kolom, "")
        tulisan += format_html(' data-label="{}"', nama)
    tulisan += format_html(' class="{} {}"', satu.rata, satu.rupa.arah)
    if satu.lebar > 1:
        tulisan += format_html(' colspan="{}"', satu.lebar)
    if satu.tinggi > 1:
        tulisan += format_html(' rowspan="{}"', satu.tinggi)
    return tulisan


def _isi(satu: Sel, *, is_layar: bool) -> SafeString:
    """Tautan, status, pecahan, atau tulisannya."""
    if satu.rupa.url and satu.teks:
        return format_html('<a href="{}">{}</a>', satu.rupa.url, satu.teks)
    if satu.rupa.is_status:
        kelas = slug_status(satu.teks)
        return format_html('<span class="status status-{}">{}</span>', kelas, satu.teks)
    if satu.rumus:
        isi = {"rumus": satu.rumus}
        return render_to_string("core/_pecahan.html", isi)
    if is_layar:
        return linebreaksbr(satu.layar)
    return linebreaksbr(satu.teks)
