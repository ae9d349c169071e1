"""Tabel indikator: setahun dengan kecenderungannya, dan sejak awal periode."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from core.nilai import Bersatuan
from core.tabel import Kolom, Rupa, Tabel, tabel_polos
from kinerja.aturan.capaian import Arah
from kinerja.aturan.kecenderungan import Kecenderungan
from kinerja.dasbor.lembar.kolom import BESARAN, NAMA, PANJANG, PERSEN, TEKS, Baris, Rupanya
from kinerja.dasbor.reports.capaian import BarisUkuran, KelompokIndikator
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.dasar.lembar import bersatuan
from kinerja.naskah.lkjip.isi.tabel import BarisTahun

PANAH = {
    Kecenderungan.MEMBAIK: ("▲", "naik"),
    Kecenderungan.TETAP: ("=", ""),
    Kecenderungan.MEMBURUK: ("▼", "turun"),
    Kecenderungan.TAK_TERBANDING: ("", ""),
}


KOLOM_UKURAN = (
    ("No.", Kolom("tanda", 7)),
    ("Indikator", NAMA),
    ("Arah", replace(TEKS, lebar=11)),
    ("Target", BESARAN),
    ("Realisasi", BESARAN),
    ("Capaian", PERSEN),
    ("Predikat", TEKS),
    ("Kecenderungan", replace(TEKS, lebar=25)),
    ("Catatan", PANJANG),
)
BERTAUTAN = (1, 3, 4, 5)  # namanya dan angka-angkanya
PREDIKAT = 6
KECENDERUNGAN = 7


def tabel_ukuran(kelompok: KelompokIndikator) -> Tabel:
    """Target, realisasi, capaian, predikat dan kecenderungan tiap indikator."""
    nama = kelompok.nama
    semua = kelompok.ukuran
    rupa: Rupanya = {}
    for nomor, satu in enumerate(semua):
        for urut in BERTAUTAN:
            rupa[nomor, urut] = Rupa(url=satu.url)
        _, arah = PANAH[satu.gerak.arah]
        rupa[nomor, PREDIKAT] = Rupa(is_status=bool(satu.ukuran.predikat))
        rupa[nomor, KECENDERUNGAN] = Rupa(arah=arah)
    return tabel_polos(
        nama,
        KOLOM_UKURAN,
        [sel_ukuran(satu) for satu in semua],
        rupa=rupa,
        is_lanskap=True,
        kosong=f"Belum ada {nama}.",
    )


def sel_ukuran(satu: BarisUkuran) -> list[Any]:
    """Sel satu indikator."""
    ukuran = satu.ukuran
    indikator = ukuran.indikator
    target = besaran(ukuran.target_cetak, ukuran.keadaan_target)
    realisasi = besaran(ukuran.realisasi_cetak, ukuran.keadaan_realisasi)
    rumus = Arah(indikator.arah).rumus
    panah, _ = PANAH[satu.gerak.arah]
    return [
        str(indikator.nomor_cetak),
        indikator.nama,
        f"{rumus.lambang} {rumus.nama.lower()}",
        bersatuan(target, indikator.satuan, indikator.desimal),
        bersatuan(realisasi, indikator.satuan, indikator.desimal),
        ukuran.capaian.persen,
        ukuran.predikat or "Belum dapat dihitung",
        f"{panah} {satu.gerak.arah.value}".strip(),
        satu.catatan,
    ]


def tabel_deret(kelompok: KelompokIndikator) -> Tabel:
    """Tiga baris tiap indikator: target, realisasi, capaian sejak awal periode."""
    deret = kelompok.deret
    kolom = [("Indikator", NAMA), ("Ukuran", TEKS)]
    kolom += [(str(tahun), BESARAN) for tahun in deret.tahun]
    kolom.append(("Catatan kaki", TEKS))
    milik = {}
    for terukur in kelompok.ukuran:
        nomor = str(terukur.ukuran.indikator.nomor_cetak)
        milik[nomor] = terukur
    baris: Baris = []
    gabung = []
    rupa: Rupanya = {}
    for satu in deret.baris:
        awal = len(baris)
        gabung.append((awal, 0, awal + 2, 0))
        baris += [[satu.nama, *isi] for isi in _tiga_baris(satu, deret.tahun)]
        nomor = str(satu.urut)
        rupa |= _tautan_deret(milik[nomor], awal, deret.tahun)
    return tabel_polos(
        f"{kelompok.nama} sejak awal periode",
        kolom,
        baris,
        gabung=gabung,
        rupa=rupa,
        is_lanskap=True,
        catatan=[f"({c.tanda}) {c.teks}" for c in deret.catatan],
    )


def _tautan_deret(satu: BarisUkuran, awal: int, tahun: Sequence[int]) -> Rupanya:
    """Nama dan ketiga angka tiap tahun membuka silsilah tahun itu."""
    rupa = {(awal, 0): Rupa(url=satu.url)}
    akhir = awal + 3
    for urut, setahun in enumerate(tahun, start=2):
        url = satu.alamat(setahun)
        for baris in range(awal, akhir):
            rupa[baris, urut] = Rupa(url=url)
    return rupa


def _tiga_baris(satu: BarisTahun, tahun: Sequence[int]) -> Iterator[list[Any]]:
    """Yang bercatatan kaki disebut tahunnya di ujung barisnya."""
    berangka = (
        ("Target", satu.target, satu.tanda_target),
        ("Realisasi", satu.realisasi, satu.tanda_realisasi),
    )
    for nama, nilai, tanda in berangka:
        sel = [bersatuan(isi, satu.satuan, satu.desimal) for isi in nilai]
        kaki = []
        for setahun, huruf in zip(tahun, tanda, strict=False):
            if huruf:
                kaki.append(f"{setahun} ({huruf})")
        yield [nama, *sel, ", ".join(kaki)]
    capaian = [_persen(persen) for persen in satu.capaian]
    yield ["Capaian", *capaian, ""]


def _persen(nilai: Decimal | None) -> Bersatuan | None:
    """Yang tidak diketahui tetap kosong."""
    if nilai is None:
        return None
    return Bersatuan(nilai, "%", 2)
