"""Tugas tiap bidang, sarana, isu strategis, sistematika, dan ringkasan Renstra."""

from typing import Any

from idm.models import KOLOM_STATUS
from idm.scoring import Status
from kinerja.models import PeriodeRenstra, Sasaran, Tujuan
from kinerja.naskah.lkjip.naskah_awal import desa
from kinerja.naskah.lkjip.naskah_awal.bahan import (
    Bahan,
    bernomor,
    butir,
    naskah,
    satu_baris,
)
from kinerja.naskah.lkjip.naskah_awal.capaian import faktor
from kinerja.tahun.renstra import read_seperiode

TERTINGGAL = (Status.TERTINGGAL, Status.SANGAT_TERTINGGAL)


def tugas_bidang(bahan: Bahan) -> str:
    """Kegiatan yang sub kegiatannya dipertanggungjawabkan tiap bidang; kosong bila belum dibagi."""
    milik: dict[str, dict[str, None]] = {}
    for sub in bahan.kinerja.pohon.sub:
        bidang = sub.obj.penanggung_jawab
        if bidang:
            kegiatan = milik.setdefault(bidang.nama, {})
            kegiatan[sub.obj.kegiatan.nama] = None
    baris = []
    for nama in bahan.bidang:
        if nama in milik:
            kegiatan = milik[nama]
            baris.append(f"{nama}: {'; '.join(kegiatan)}.")
    return butir(baris, "Kegiatan tahun {tahun} dilaksanakan oleh:")


def sarana(bahan: Bahan) -> str:
    """Tidak ada datanya di sini; ditulis kantornya."""
    return ""


def isu_strategis(bahan: Bahan) -> str:
    """Dari data tahun laporan: desa yang tertinggal dan hambatan; target yang meleset bukan isu."""
    semua = [*_desa_tertinggal(bahan), *faktor(bahan, "penghambat")]
    pengantar = "Isu strategis yang dihadapi {dinas} {kabupaten} pada tahun {tahun}:"
    return bernomor(semua, pengantar)


def _desa_tertinggal(bahan: Bahan) -> list[str]:
    """Yang masih ada desanya."""
    if not desa.is_diketahui(bahan):
        return []
    counts = bahan.kinerja.status_desa[bahan.kinerja.tahun].counts
    hasil = []
    for kolom, status in KOLOM_STATUS.items():
        if status in TERTINGGAL and counts[status]:
            sebutan = desa.SEBUTAN[status]
            hasil.append(f"Masih terdapat {{idm.tahun.{kolom}}} desa {sebutan} menurut {{indeks}}.")
    return hasil


def renstra(bahan: Bahan) -> str:
    """Tujuan dan sasaran periode Renstra yang masanya diketahui."""
    periode = bahan.kinerja.pengukuran.renstra.periode_bersumber
    if periode is None:
        return ""
    tahun = bahan.kinerja.tahun
    return naskah(
        "Rencana kerja tahun {tahun} menjabarkan {periode}.",
        bernomor(_nama(Tujuan, periode, tahun), "Tujuan yang hendak dicapai:"),
        bernomor(_nama(Sasaran, periode, tahun), "Sasaran yang menjadi ukuran keberhasilannya:"),
    )


def _nama(model: Any, periode: PeriodeRenstra, tahun: int) -> list[str]:
    """Bunyi tiap tujuan atau sasaran pada tahun itu."""
    return [satu_baris(satu.nama) for satu in read_seperiode(model, periode, tahun)]
