"""Rencana Aksi: 23 kolom, dua belas bulan dalam empat triwulan; jumlah anggarannya menurut isi naskah."""

from decimal import Decimal
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul, kaki, nomor
from kinerja.naskah.dasar.lembar import NOMOR, tebal
from kinerja.naskah.rencana_aksi.isi import BarisAksi, IsiRencanaAksi

TRIWULAN = ("TW I", "TW II", "TW III", "TW IV")
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


def rencana_aksi(isi: IsiRencanaAksi) -> Tabel:
    """Uraian seluruh naskah."""
    akhir = len(isi.baris)
    jumlah = [["Jumlah anggaran", *[None] * 19, isi.jumlah, None, None]] if isi.baris else []
    return Tabel(
        "Rencana Aksi",
        [*(kolom for _, kolom in MUKA), *[BULAN] * 12, *(kolom for _, kolom in UJUNG)],
        _kepala(),
        [*(_baris(baris) for baris in isi.baris), *jumlah],
        judul(isi),
        tebal=tebal(isi.baris) | {akhir},
        gabung=[(akhir, 0, akhir, 19)] if jumlah else (),
        kertas="F4",
        is_lanskap=True,
        kaki=kaki(isi),
        kosong=f"Belum ada program tahun {isi.tahun}.",
        huruf=Decimal("6.4"),
    )


def _kepala() -> list[list[Kepala]]:
    """Bulan di bawah triwulannya, lalu nomor kolom."""
    muka = [Kepala(teks, tinggi=3) for teks, _ in MUKA]
    ujung = [Kepala(teks, tinggi=3) for teks, _ in UJUNG]
    return [
        [*muka, Kepala("Target Kinerja Sasaran (%)", lebar=12), *ujung],
        [Kepala(teks, lebar=3) for teks in TRIWULAN],
        [Kepala(str(bulan)) for bulan in range(1, 13)],
        nomor(23),
    ]


def _baris(baris: BarisAksi) -> list[Any]:
    sasaran = baris.sasaran
    indikator = sasaran.indikator if sasaran else ()
    return [
        sasaran.nomor if sasaran else None,
        sasaran.nama if sasaran else None,
        "\n".join(satu.nama for satu in indikator),
        "\n".join(satu.target for satu in indikator),
        baris.nama,
        baris.indikator,
        baris.target,
        baris.aksi,
        *baris.bulan,
        baris.anggaran,
        baris.penanggung_jawab,
        baris.keterangan,
    ]
