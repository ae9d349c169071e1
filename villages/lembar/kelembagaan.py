"""Tabel koperasi Merah Putih dan layanan posyandu; sama di layar dan lembar kerja."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from villages.models.koperasi import MULAI
from villages.models.register import LAYANAN
from villages.reports.kelembagaan import SEMUA_TAHAP, IsiKelembagaan

NAMA = Kolom(lebar=24, is_nama=True)
BANYAK = Kolom("bulat", 11, is_jumlah=True)
ARTI_TAHAP = "Tiap koperasi dihitung sekali, pada tahap terakhir yang tercapai sampai akhir tahun."
SEBELUM = f"Koperasi Merah Putih dimulai {MULAI} (Inpres 9/{MULAI})."
ARTI_LAYANAN = "Posyandu pada register lembaga kini; tiap bidang yang diketahui melayani saja."
ARTI_REKAP = "Posyandu pada rekap lembaga tahun itu; bidang layanan hanya tercatat keadaan kininya."


def lembar_kelembagaan(isi: IsiKelembagaan) -> list[Tabel]:
    """Koperasi, lalu posyandu."""
    koperasi = []
    posyandu = []
    for satu in isi.baris:
        koperasi.append([satu.kecamatan, satu.desa, *satu.tahap, satu.belum])
        posyandu.append([satu.kecamatan, satu.posyandu, *satu.layanan])
    tahap = ("Desa/kelurahan", *SEMUA_TAHAP, "Belum tercatat")
    arti_layanan = ARTI_LAYANAN if isi.is_register else ARTI_REKAP
    bidang = ["Posyandu"]
    for _, sebutan in LAYANAN:
        bidang.append(sebutan.capitalize())
    bertahap = _tabel(isi, "Koperasi Merah Putih", tahap, koperasi, ARTI_TAHAP)
    if isi.tahun < MULAI:
        bertahap = replace(bertahap, baris=[], jumlah="", catatan=(), kosong=SEBELUM)
    return [
        bertahap,
        _tabel(isi, "Layanan posyandu", bidang, posyandu, arti_layanan),
    ]


def _tabel(
    isi: IsiKelembagaan,
    nama: str,
    sebutan: Sequence[str],
    baris: list[list[Any]],
    catatan: str,
) -> Tabel:
    """Satu baris tiap kecamatan, dan jumlahnya."""
    kepala = [Kepala("Kecamatan")]
    for teks in sebutan:
        sel = Kepala(teks, rata="kanan")
        kepala.append(sel)
    daerah = f"Pemerintah {isi.dinas.daerah}"
    judul = f"{nama} Tahun {isi.tahun}"
    return Tabel(
        nama,
        [NAMA, *([BANYAK] * len(sebutan))],
        [kepala],
        baris,
        judul=(daerah, isi.dinas.nama, judul),
        jumlah="Jumlah" if baris else "",
        is_lanskap=True,
        catatan=(catatan,),
        kosong="Belum ada kecamatan pada tahun ini.",
    )
