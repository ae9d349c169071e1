"""Rencana Aksi: 23 kolom, dua belas bulan dalam empat triwulan, dan jumlah anggarannya."""

from decimal import Decimal
from typing import Any

from core.kaki import bertanda
from core.periode import TW
from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul, kaki, nomor
from kinerja.naskah.dasar.lembar import NOMOR, tautan_pohon, tebal
from kinerja.naskah.rencana_aksi.isi import BarisAksi, IsiRencanaAksi, SasaranAksi

MUKA = (
    ("No", NOMOR),
    ("Sasaran Strategis", Kolom("teks", 24)),
    ("Indikator Kinerja", Kolom("teks", 20)),
    ("Target", Kolom("teks", 13)),
    ("Program / Kegiatan / Sub Kegiatan", Kolom("teks", 36)),
    ("Indikator Kegiatan", Kolom("teks", 30)),
    ("Target", Kolom("teks", 15)),
    ("Aksi Kegiatan", Kolom("teks", 60)),
)
UJUNG = (
    ("Anggaran (Rp)", Kolom("rupiah", 20)),
    ("Penanggung Jawab", Kolom("teks", 20)),
    ("Ket", Kolom("teks", 14)),
)
BULAN = Kolom("tanda", 6)
BERTAUT = (4, 6, 20)  # nama, target dan anggaran


def rencana_aksi(isi: IsiRencanaAksi) -> Tabel:
    """Uraian seluruh naskah."""
    akhir = len(isi.baris)
    muka = [kolom for _, kolom in MUKA]
    ujung = [kolom for _, kolom in UJUNG]
    baris = [_baris(satu) for satu in isi.baris]
    kelompok = set(tebal(isi.baris))
    if baris:
        kelompok.add(akhir)
        jumlah = bertanda("Jumlah anggaran", isi.catatan_pagu)
        baris.append([jumlah, *[None] * 19, isi.jumlah, None, None])
    return Tabel(
        "Rencana Aksi",
        [*muka, *[BULAN] * 12, *ujung],
        _kepala(),
        baris,
        judul(isi),
        tebal=frozenset(kelompok),
        gabung=[(akhir, 0, akhir, 19)] if baris else (),
        kertas="F4",
        is_lanskap=True,
        catatan=tuple(filter(None, [isi.catatan_pagu, isi.catatan_sasaran])),
        kaki=kaki(isi),
        kosong=f"Belum ada program tahun {isi.tahun}.",
        huruf=Decimal("6.4"),
        rupa=tautan_pohon(isi.tahun, isi.baris, BERTAUT),
    )


def _kepala() -> list[list[Kepala]]:
    """Bulan di bawah triwulannya, lalu nomor kolom."""
    muka = [Kepala(teks, tinggi=3) for teks, _ in MUKA]
    ujung = [Kepala(teks, tinggi=3) for teks, _ in UJUNG]
    return [
        [*muka, Kepala("Target Kinerja Sasaran (%)", lebar=12), *ujung],
        [Kepala(teks, lebar=3) for teks in TW],
        [Kepala(str(bulan)) for bulan in range(1, 13)],
        nomor(23),
    ]


def _baris(baris: BarisAksi) -> list[Any]:
    """Sel satu baris menurut urutan kolom naskahnya."""
    return [
        *_sasaran(baris.sasaran),
        bertanda(baris.nama, baris.is_sebagian),
        baris.indikator,
        baris.target,
        baris.aksi,
        *baris.bulan,
        baris.anggaran,
        baris.penanggung_jawab,
        baris.keterangan,
    ]


def _sasaran(sasaran: SasaranAksi | None) -> list[Any]:
    """Empat kolom pertama; kosong di bawah baris pertama sasarannya."""
    if sasaran is None:
        return [None, None, "", ""]
    nama = _berurut([satu.nama for satu in sasaran.indikator])
    target = _berurut([satu.target for satu in sasaran.indikator])
    return [sasaran.nomor, sasaran.nama, nama, target]


def _berurut(semua: list[str]) -> str:
    """Bernomor bila lebih dari satu, agar target dikenali indikatornya."""
    if len(semua) < 2:
        return "".join(semua)
    baris = [f"{nomor}. {satu}" for nomor, satu in enumerate(semua, 1)]
    return "\n".join(baris)
