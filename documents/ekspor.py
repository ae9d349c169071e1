"""Daftar sebagai PDF di bawah kop kantornya; uraiannya sama dengan lembar kerjanya.

Keduanya bertanda bila tahunnya memuat angka buatan.
"""

from dataclasses import replace

from django.http import HttpResponse
from django.utils import timezone

from core import ekspor
from core.audit import Refused
from core.display import tulisan_dari
from core.ekspor import Daftar, tabel_daftar
from documents.cetakan import Bagian, Cetakan
from documents.jenis import is_peragaan, tanda_tahun
from documents.kepala import kepala_laporan
from documents.printing import typeset
from documents.render import RenderFailed
from documents.reports.kepala import kop

PDF = "application/pdf"
TERBANYAK = 2_000  # baris; yang lebih panjang dibaca sebagai lembar kerja
ASAL = "Daftar dari data yang tercatat pada {saat}; bukan naskah bertanda tangan."


def ke_pdf(daftar: Daftar) -> HttpResponse:
    """`Refused` bila terlalu panjang atau tidak dapat dicetak."""
    banyak = len(daftar.table.rows)
    if banyak > TERBANYAK:
        batas = f"PDF memuat paling banyak {tulisan_dari(TERBANYAK)} baris"
        raise Refused(f"{batas}, daftar ini {tulisan_dari(banyak)}. Persempit saringannya.")
    try:
        pdf = typeset(cetakan_daftar(daftar))
    except RenderFailed as error:
        raise Refused(f"PDF tidak tersedia: {error}") from error
    return HttpResponse(pdf, headers=daftar.headers("pdf", PDF))


def ke_xlsx(daftar: Daftar) -> HttpResponse:
    """Lembar kerjanya, dengan tandanya di bawah saringannya."""
    tanda = tanda_tahun(daftar.user.kabupaten, daftar.tahun)
    bertanda = replace(daftar, saringan=(*daftar.saringan, *tanda))
    return ekspor.ke_xlsx(bertanda)


def ke_csv(daftar: Daftar) -> HttpResponse:
    """Tandanya pada tiap barisnya, supaya tidak tertinggal saat diolah lagi."""
    tanda = tanda_tahun(daftar.user.kabupaten, daftar.tahun)
    bertanda = replace(daftar, tanda="; ".join(tanda))
    return ekspor.ke_csv(bertanda)


def cetakan_daftar(daftar: Daftar) -> Cetakan:
    """Judul dan saringannya di atas tabel; saat diunduhnya di kaki tiap halaman."""
    saat = timezone.now()
    hari = timezone.localdate(saat)
    dinas = kop(daftar.user.kabupaten, daftar.dinas)
    tanpa_tanda = kepala_laporan(daftar.judul, daftar.tahun, dinas, hari)
    is_buatan = is_peragaan(daftar.user.kabupaten, daftar.tahun)
    kepala = replace(tanpa_tanda, is_peragaan=is_buatan)
    bagian = Bagian(
        judul=(daftar.judul, *daftar.saringan),
        tabel=(tabel_daftar(daftar),),
        is_berkop=True,
        is_bertanda_tangan=False,
    )
    asal = ASAL.format(saat=tulisan_dari(saat))
    return Cetakan(kepala=kepala, bagian=(bagian,), cap=None, asal=asal)
