"""Tag templat untuk `core.grafik`; datanya dari isi naskah, jadi gambar dan tabel selalu sama.

Tanpa data tag memberi tulisan kosong; templat memakainya sebagai syarat:
`{% grafik_… as gambar %}`.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from core import grafik
from core.grafik import Setahun, desa

register = template.Library()
Baris = Sequence[Any]


def _svg(svg: str) -> SafeString:
    """Aman: penggambarnya meloloskan semua tulisan."""
    return mark_safe(svg)  # core.grafik meloloskan semua tulisannya


@register.simple_tag
def grafik_indikator(analisis: Any) -> SafeString:
    """Target dan realisasi satu indikator tiap tahun; kosong bila tidak satu pun berangka."""
    target = [satu.angka for satu in analisis.target]
    realisasi = [satu.angka for satu in analisis.realisasi]
    semua = []
    for nilai in zip(analisis.tahun, target, realisasi, strict=True):
        setahun = Setahun(*nilai)
        if setahun.is_berangka:
            semua.append(setahun)
    if not semua:
        return _svg("")
    judul = f"{analisis.sebutan}. {analisis.nama}"
    gambar = grafik.deret(judul, semua, desimal=analisis.desimal)
    return _svg(gambar)


@register.simple_tag
def grafik_status(deret_tahun: Baris, ukuran: str) -> SafeString:
    """Banyak desa per status menurut `ukuran`, satu batang per tahun."""
    return _svg(desa.status(deret_tahun, ukuran))


@register.simple_tag
def grafik_sebaran(selang: Baris, ukuran: str) -> SafeString:
    """Banyak desa per selang `ukuran`, satu batang tiap selang."""
    return _svg(desa.sebaran(selang, ukuran))


@register.simple_tag
def grafik_desa(deret_tahun: Baris, tahun: int) -> SafeString:
    """Satu kotak tiap desa, diwarnai statusnya pada `tahun`; untuk sampul."""
    return _svg(desa.satu_kotak_satu_desa(deret_tahun, tahun))


@register.simple_tag
def grafik_petak(
    kelompok: Baris,
    tahun: int,
    *,
    bertautan: bool = False,
) -> SafeString:
    """Peta petak: satu petak tiap desa menurut kecamatannya.

    Di halaman tiap petak membuka desanya.
    """
    return _svg(desa.petak(kelompok, tahun, bertautan=bertautan))


@register.simple_tag
def grafik_banding(baris: Baris, judul: str, nama: str) -> SafeString:
    """Persen tiap dimensi satu desa di antara rata-rata kecamatan dan kabupatennya."""
    return _svg(desa.banding(baris, judul, nama))


@register.simple_tag
def grafik_radar(baris: Baris, judul: str, nama: str) -> SafeString:
    """Radar dari baris yang sama."""
    return _svg(desa.radar(baris, judul, nama))


@register.simple_tag
def grafik_riwayat(baris: Baris, nama: str, desimal: int) -> SafeString:
    """Satu batang tiap tahun, satu indeks saja."""
    return _svg(desa.riwayat(baris, nama, desimal))


@register.simple_tag
def grafik_penyerapan(baris: Baris) -> SafeString:
    """Penyerapan anggaran per program."""
    isi = []
    for satu in baris:
        nama = f"{satu.kode} {satu.nama}"
        isi.append((nama, satu.persen))
    return _mendatar("Penyerapan anggaran per program", isi)


@register.simple_tag
def grafik_capaian(setahun: Mapping[str, Baris]) -> SafeString:
    """Capaian tiap IKU lalu IKK pada tahun laporan."""
    baris = []
    for jenis in ("iku", "ikk"):
        for sasaran in setahun[jenis]:
            for satu in sasaran.baris:
                kelompok = jenis.upper()
                nama = f"{kelompok} {satu.urut}. {satu.nama}"
                baris.append((nama, satu.capaian))
    return _mendatar("Capaian indikator kinerja", baris)


def _mendatar(judul: str, baris: Sequence[tuple[str, Decimal | None]]) -> SafeString:
    """Tanpa baris tidak ada gambar."""
    if not baris:
        return _svg("")
    return _svg(grafik.mendatar(judul, baris))


@register.simple_tag
def bagan_organisasi(kepala: str, bidang: Sequence[str], pejabat: Sequence[Any] = ()) -> SafeString:
    """Kepala dinas, sekretariat, dan bidang dengan nama pejabatnya bila diketahui."""
    if not bidang:
        return _svg("")
    sekretariat = []
    lain = []
    nama_pejabat = {satu.sebutan: satu.isi for satu in pejabat}
    for nama in bidang:
        sebutan = f"{nama}\n{nama_pejabat.get(nama, '')}".strip()
        if nama.lower().startswith("sekretariat"):
            sekretariat.append(sebutan)
        else:
            lain.append(sebutan)
    atas = ["KEPALA DINAS"]
    if kepala:
        atas.append(kepala)
    gambar = grafik.bagan("Struktur organisasi", atas, sekretariat, lain)
    return _svg(gambar)
