"""Berita acara penetapan Indeks Desa: lembar kerja, dan bagian-bagian cetaknya.

Dimensi, poin tertingginya dan banyak aspeknya dari edisi yang dibekukan naskahnya, jadi edisi
sesudahnya tercetak tanpa mengubah susunan ini.
"""

from dataclasses import replace

from core.tabel import Kepala, Kolom, Tabel
from documents.cetakan import Bagian
from documents.lembar.naskah import judul_berkop, kaki
from idm.naskah.penetapan.lembar import (
    KOLOM_NAMA,
    NOMOR,
    bagian,
    berinstrumen,
    status,
    tautan_desa,
)
from idm.naskah.penetapan_indeks.isi import IsiPenetapanIndeks

POIN = Kolom("skor", 15)
KETERANGAN = (("Sumber", Kolom("teks", 30)), ("Deret aspek", Kolom("teks", 130)))
LETAK = (
    ("No", NOMOR),
    ("Kode", Kolom("teks", 18)),
    ("Desa", Kolom("teks", 26)),
    ("Kecamatan", Kolom("teks", 24)),
)
NILAI = (("Skor", Kolom("skor", 10)), ("Status", Kolom("teks", 18)))


def penetapan(isi: IsiPenetapanIndeks) -> list[Tabel]:
    """Tabel desa beserta asal dan deret aspeknya, lalu lembar status."""
    tanpa = desa(isi)
    baris = []
    for sel, satu in zip(tanpa.baris, isi.desa, strict=True):
        baris.append([*sel, satu.sumber, satu.jawaban])
    berderet = replace(
        tanpa,
        kolom=[*tanpa.kolom, *(kolom for _, kolom in KETERANGAN)],
        kepala=[[*tanpa.kepala[0], *(Kepala(teks) for teks, _ in KETERANGAN)]],
        baris=baris,
        kaki=kaki(isi),
    )
    return [berderet, status(isi)]


def desa(isi: IsiPenetapanIndeks) -> Tabel:
    """Poin tiap dimensi, skor dan status tiap desa; poin yang tidak diketahui kosong."""
    dimensi = [(satu.nama, POIN) for satu in isi.dimensi]
    kolom = (*LETAK, *dimensi, *NILAI)
    baris = []
    for urut, satu in enumerate(isi.desa, start=1):
        letak = (satu.kode, satu.nama, satu.kecamatan)
        poin = satu.poin or [None] * len(dimensi)
        sebutan = satu.status.title()
        baris.append([urut, *letak, *poin, satu.skor, sebutan])
    kode = [satu.kode for satu in isi.desa]
    skor = len(kolom) - len(NILAI)
    return Tabel(
        "Desa",
        [satu for _, satu in kolom],
        [[Kepala(teks) for teks, _ in kolom]],
        baris,
        judul_berkop(isi),
        is_lanskap=True,
        kosong=f"Belum ada desa dengan Indeks Desa tahun {isi.tahun}.",
        rupa=tautan_desa(isi.tahun, kode, (KOLOM_NAMA, skor)),
    )


def susunan(isi: IsiPenetapanIndeks) -> list[Bagian]:
    """Berita acara bertanda tangan dan kedua lampirannya."""
    return bagian(isi, desa(isi), _cara(isi))


def _cara(isi: IsiPenetapanIndeks) -> str:
    """Rumus skornya dan instrumennya."""
    dimensi = ", ".join(f"{satu.nama} {satu.maksimum}" for satu in isi.dimensi)
    return (
        f"Indeks Desa ialah jumlah poin dimensinya ({dimensi}) terhadap {isi.penuh} poin, "
        f"kali 100, dibulatkan sekali ke dua desimal{berinstrumen(isi)}."
    )
