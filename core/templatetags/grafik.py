"""Tag templat untuk `core.grafik`; datanya dari payload, jadi gambar dan tabel selalu sama.

Tanpa data tag memberi tulisan kosong; templat memakainya sebagai syarat: `{% grafik_… as gambar %}`.
"""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from core import grafik
from core.angka import format_angka
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
    """Angka untuk digambar; sebutan seperti “WTP” tidak berbatang."""
    try:
        return None if value in (None, "") else Decimal(str(value))
    except InvalidOperation:
        return None


def _svg(source: str) -> SafeString:
    return mark_safe(source)  # core.grafik meloloskan semua tulisannya


@register.simple_tag
def grafik_target(tabel: dict[str, Any], nomor: int = 0) -> SafeString:
    """Target dan realisasi satu indikator per tahun, dari tabel beberapa tahun."""
    if nomor >= len(tabel["baris"]) or not tabel["tahun"]:
        return _svg("")
    baris = tabel["baris"][nomor]
    deret = [
        Deret("Target", [_decimal(v) for v in baris["target"]], grafik.WARNA[0]),
        Deret("Realisasi", [_decimal(v) for v in baris["realisasi"]], grafik.WARNA[1]),
    ]
    label = [str(tahun) for tahun in tabel["tahun"]]
    return _svg(grafik.batang(baris["nama"], label, deret, desimal=baris["desimal"]))


@register.simple_tag
def grafik_status(deret_tahun: list[dict[str, Any]]) -> SafeString:
    """Banyak desa per status, satu batang per tahun."""
    label = [str(t["tahun"]) for t in deret_tahun]
    deret = _status(deret_tahun)
    return _svg(grafik.tumpuk("Status desa menurut IDM", label, deret) if label else "")


@register.simple_tag
def grafik_sebaran(selang: list[dict[str, Any]]) -> SafeString:
    """Banyak desa per selang IDM, satu batang tiap selang."""
    label = [format_angka(s["dari"], 2) for s in selang]
    deret = [Deret("Desa menurut IDM (tepi bawah selang)", [s["banyak"] for s in selang], grafik.WARNA[1])]
    return _svg(grafik.batang("Sebaran IDM desa", label, deret) if label else "")


@register.simple_tag
def grafik_desa(deret_tahun: list[dict[str, Any]], tahun: int) -> SafeString:
    """Satu kotak tiap desa, diwarnai statusnya pada `tahun`; untuk sampul."""
    deret = _status([t for t in deret_tahun if t["tahun"] == tahun])
    return _svg(grafik.kotak_satuan(f"Status desa tahun {tahun}", deret) if deret[0].nilai else "")


def _status(deret_tahun: list[dict[str, Any]]) -> list[Deret]:
    return [
        Deret(nama.title(), [t["jumlah"][nama] for t in deret_tahun], warna, tulisan)
        for nama, (warna, tulisan) in STATUS.items()
    ]


@register.simple_tag
def grafik_penyerapan(baris: list[dict[str, Any]]) -> SafeString:
    """Penyerapan anggaran per program."""
    rows = [(f"{b['kode']} {b['nama']}", _decimal(b["persen"])) for b in baris]
    return _svg(grafik.mendatar("Penyerapan anggaran per program", rows) if rows else "")


@register.simple_tag
def grafik_capaian(setahun: dict[str, list[dict[str, Any]]]) -> SafeString:
    """Capaian tiap IKU lalu IKK pada tahun laporan."""
    rows = [
        (f"{jenis.upper()} {b['nomor']}. {b['nama']}", _decimal(b["capaian"]))
        for jenis in ("iku", "ikk")
        for sasaran in setahun[jenis]
        for b in sasaran["baris"]
    ]
    return _svg(grafik.mendatar("Capaian indikator kinerja", rows) if rows else "")


@register.simple_tag
def bagan_organisasi(kepala: str, bidang: list[str]) -> SafeString:
    """Kepala dinas, sekretariat, dan bidang; `kepala` nama orangnya, boleh kosong."""
    sekretariat = [nama for nama in bidang if nama.lower().startswith("sekretariat")]
    lain = [nama for nama in bidang if nama not in sekretariat]
    atas = ["KEPALA DINAS", kepala] if kepala else ["KEPALA DINAS"]
    return _svg(grafik.bagan("Struktur organisasi", atas, sekretariat, lain) if bidang else "")
