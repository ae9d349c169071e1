"""Satu sel kisi sebagai HTML ringkas: ribuan sel satu halaman, tanpa spasi dan atribut berulang.

Nama masukannya `k.<kunci baris>.<kolom>`; judul baris dan kolomnya disebut `aria-labelledby`.
"""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from core.grid.kolom import KolomKisi

TERCENTANG = mark_safe(" checked")
TERPILIH = mark_safe(" selected")
KELIRU = mark_safe(' aria-invalid="true"')


def isian(kunci: str, kolom: KolomKisi, nilai: str, status: str) -> SafeString:
    """Sel yang diisi orang; `status` nasib isian yang belum tersimpan."""
    nama = _nama(kunci, kolom)
    bentuk = MASUKAN.get(kolom.jenis, _tulisan)
    masukan = bentuk(nama, kolom, nilai, status)
    kelas = "isian"
    if status:
        kelas = f"isian is-{status}"
    utuh = ""
    if kolom.utuh:
        utuh = format_html(' data-utuh="{}"', kolom.utuh)
    return format_html('<td class="{}"{}>{}</td>', kelas, utuh, masukan)


def terbaca(kolom: KolomKisi, nilai: str) -> SafeString:
    """Sel yang dihitung, dibaca, atau sedang terkunci."""
    if kolom.jenis == "centang" and nilai:
        nilai = "v"
    kelas = ""
    if kolom.is_angka:
        kelas = "angka"
    elif kolom.jenis == "baca":
        kelas = "baca"
    return format_html('<td data-k="{}" class="{}">{}</td>', kolom.nama, kelas, nilai)


def _nama(kunci: str, kolom: KolomKisi) -> SafeString:
    """Atribut yang menamai satu masukan."""
    pola = 'name="k.{0}.{1}" aria-labelledby="b-{0} k-{1}"'
    return format_html(pola, kunci, kolom.nama)


def _centang(
    nama: SafeString,
    kolom: KolomKisi,
    nilai: str,
    status: str,
) -> SafeString:
    tanda = ""
    if nilai:
        tanda = TERCENTANG
    return format_html('<input type="checkbox" value="1" {}{}>', nama, tanda)


def _pilihan(
    nama: SafeString,
    kolom: KolomKisi,
    nilai: str,
    status: str,
) -> SafeString:
    baris = []
    for pilihan, label in (("", "—"), *kolom.pilihan):
        tanda = ""
        if pilihan == nilai:
            tanda = TERPILIH
        baris.append((pilihan, tanda, label))
    butir = format_html_join("", '<option value="{}"{}>{}</option>', baris)
    return format_html("<select {}>{}</select>", nama, butir)


def _uraian(
    nama: SafeString,
    kolom: KolomKisi,
    nilai: str,
    status: str,
) -> SafeString:
    return format_html('<textarea rows="2" {}>{}</textarea>', nama, nilai)


def _tulisan(
    nama: SafeString,
    kolom: KolomKisi,
    nilai: str,
    status: str,
) -> SafeString:
    bentuk = ""
    if kolom.jenis == "nilai":
        bentuk = format_html(' class="angka" title="{}"', nilai)
    elif kolom.is_angka:
        bentuk = mark_safe(' class="angka" inputmode="decimal"')
    keliru = ""
    if status:
        keliru = KELIRU
    return format_html('<input {} value="{}"{}{}>', nama, nilai, bentuk, keliru)


MASUKAN = {"centang": _centang, "pilihan": _pilihan, "uraian": _uraian}
