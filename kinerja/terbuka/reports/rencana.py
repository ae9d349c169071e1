"""Angka program dari Rencana Aksi, evaluasinya dan Formulir E.81 yang sah."""

from collections.abc import Iterator

from kinerja.aturan.rencana import Angka
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.evaluasi.isi import AngkaEvaluasi, BarisEvaluasi, IsiE81, IsiEvaluasi
from kinerja.naskah.rencana_aksi.isi import BarisAksi, IsiRencanaAksi
from kinerja.terbuka.isi import (
    AngkaTertulis,
    BarisTerbuka,
    SemuaAngka,
    berukuran,
    dari_besaran,
    penyerapan,
    persen,
    sebagian,
    uang,
)

Baris = Iterator[BarisTerbuka]


def rencana_aksi(isi: IsiRencanaAksi) -> Baris:
    """Pagu tiap baris yang diketahui."""
    for nomor, baris in enumerate(isi.baris):
        if baris.anggaran is not None:
            yield _aksi(baris, f"baris[{nomor}]")


def _aksi(baris: BarisAksi, letak: str) -> BarisTerbuka:
    uraian = baris.nama or baris.indikator
    return BarisTerbuka(
        letak=letak,
        kelompok=baris.tingkat.title(),
        uraian=f"{baris.kode} {uraian}",
        angka=berukuran(pagu=uang(baris.anggaran, sebagian(baris.is_sebagian))),
    )


def evaluasi(isi: IsiEvaluasi | IsiE81) -> Baris:
    """Kinerja dan uang tiap baris: target, jumlah sampai triwulannya, dan persennya."""
    for nomor, baris in enumerate(isi.baris):
        yield _evaluasi(baris, f"baris[{nomor}]")


def _evaluasi(baris: BarisEvaluasi, letak: str) -> BarisTerbuka:
    return BarisTerbuka(
        letak=letak,
        kelompok=baris.tingkat.title(),
        uraian=": ".join(filter(None, (baris.nama, baris.indikator))),
        angka=_ukuran(baris, baris.satuan, sebagian(baris.is_sebagian)),
    )


def _ukuran(baris: AngkaEvaluasi, satuan: str, kurang: str) -> SemuaAngka:
    """K dalam satuannya, Rp dalam rupiah."""
    return berukuran(
        target=_kinerja(baris.target, satuan),
        realisasi=_kinerja(baris.jumlah, satuan),
        capaian=persen(baris.persen.k),
        pagu=uang(baris.target.rp, kurang),
        uang=uang(baris.jumlah.rp),
        penyerapan=penyerapan(baris.persen.rp, kurang),
    )


def _kinerja(takar: Angka, satuan: str) -> AngkaTertulis:
    """Angkanya, atau sebutan dan keadaannya sebagaimana tercetak."""
    isi = takar.keadaan if takar.k is None else takar.k
    tercetak = besaran(isi)
    return dari_besaran(tercetak, satuan, None)
