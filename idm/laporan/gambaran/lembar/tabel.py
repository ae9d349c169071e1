"""Gambaran kabupaten: tabelnya sekali diuraikan untuk layar, lembar kerja dan PDF."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from core.nilai import Bersatuan
from core.tabel import BIASA, Kolom, Rupa, Tabel, tabel_polos
from idm.laporan.dasar.lembar import (
    ANGKA,
    NAMA,
    NAMA_BARIS,
    STATUS,
    SemuaKolom,
    berjudul,
    kolom_nilai,
    tabel_laporan,
)
from idm.laporan.dasar.reports import KepalaLaporan
from idm.laporan.gambaran.reports import ButirTerlemah, IsiGambaran, Rata, SelPindah, SemuaPindah
from idm.laporan.peringkat.lembar import tabel_peringkat
from idm.reports import Matriks, TabelStatus
from idm.reports.ukuran import Indeks

Baris = list[list[Any]]  # sel menurut kolomnya

SEL_POJOK = "Dari ↓ ke →"

ARTI_TERLEMAH = "Banyak desa pada tiap skor; rata-rata atas desa yang skornya tercatat."


@dataclass(frozen=True)
class TabelGambaran:
    """Semua tabel gambaran; perpindahannya `None` bila tidak diketahui per desa."""

    status: Tabel
    matriks: Tabel | None
    bergeser: Tabel | None
    kecamatan: Tabel
    peringkat: Tabel
    petak: Tabel
    sebaran: Tabel
    terlemah: Tabel

    def lembar(self) -> list[Tabel]:
        """Satu lembar tiap tabelnya."""
        perpindahan = [satu for satu in (self.matriks, self.bergeser) if satu]
        return [
            self.status,
            *perpindahan,
            self.kecamatan,
            self.peringkat,
            self.petak,
            self.sebaran,
            self.terlemah,
        ]


def tabel_gambaran(isi: IsiGambaran) -> TabelGambaran:
    """Matriks dan pergeseran hanya bila diketahui per desa."""
    kepala = isi.kepala
    return TabelGambaran(
        status=berjudul(kepala, tabel_status(isi.tabel)),
        matriks=tabel_matriks(kepala, isi.matriks),
        bergeser=tabel_bergeser(kepala, isi.matriks),
        kecamatan=tabel_kecamatan(kepala, isi.ukuran, isi.kecamatan, isi.kabupaten),
        peringkat=tabel_peringkat(kepala, isi.peringkat),
        petak=_petak(isi),
        sebaran=_sebaran(isi),
        terlemah=tabel_terlemah(kepala, isi.ukuran, isi.terlemah),
    )


def tabel_status(status: TabelStatus) -> Tabel:
    """Dua tahun terakhir dengan perubahannya; juga pada dasbor."""
    tahun = status.tahun
    banyak = Kolom("bulat", 14, is_jumlah=True)
    perubahan = replace(ANGKA, is_perubahan=True)
    kolom = [
        ("Status", Kolom(lebar=28, is_status=True, is_nama=True)),
        (str(tahun - 1), banyak),
        ("Perubahan", perubahan),
        (str(tahun), banyak),
        ("Perubahan", perubahan),
    ]
    baris = []
    for satu in status.baris:
        lalu = (satu.lalu, satu.perubahan_lalu)
        kini = (satu.kini, satu.perubahan_kini)
        sebutan = satu.status.title()
        baris.append([sebutan, *lalu, *kini])
    # banyaknya yang turun tidak berarti memburuk: desanya mungkin naik status
    netral = dict.fromkeys(product(range(len(baris)), (2, 4)), BIASA)
    catatan = [f"{satu}." for satu in status.sumber]
    return tabel_polos("Status", kolom, baris, jumlah="Jumlah", catatan=catatan, rupa=netral)


def tabel_perpindahan(matriks: Matriks) -> Tabel:
    """Banyak desa dari tiap status ke tiap status; pada dasbor dan LKjIP."""
    baris = []
    for satu in matriks.baris:
        baris.append([satu.dari.title(), *satu.sel])
    return tabel_polos("Perpindahan", _kolom_perpindahan(matriks.status), baris)


def _kolom_perpindahan(status: Iterable[str]) -> SemuaKolom:
    """Satu kolom tiap status tujuan."""
    kolom = [(SEL_POJOK, NAMA_BARIS)]
    for tujuan in status:
        kolom.append((tujuan.title(), ANGKA))
    return kolom


def tabel_matriks(kepala: KepalaLaporan, matriks: SemuaPindah) -> Tabel | None:
    """Banyak desa dari tiap status ke tiap status; yang bergeser menyebut arahnya."""
    if not matriks:
        return None
    pertama, *_ = matriks
    kolom = _kolom_perpindahan(sel.ke for sel in pertama.sel)
    baris = []
    rupa = {}
    for nomor, satu in enumerate(matriks):
        banyak = map(_banyak, satu.sel)
        baris.append([satu.dari.title(), *banyak])
        for urut, sel in enumerate(satu.sel, start=1):
            if sel.banyak:
                rupa[nomor, urut] = Rupa(arah=sel.arah)
    nama = f"Perpindahan {kepala.tahun - 1} ke {kepala.tahun}"
    return tabel_laporan(kepala, nama, kolom, baris, rupa=rupa)


def _banyak(sel: SelPindah) -> int | Bersatuan:
    """Yang bergeser menyebut arahnya di samping banyaknya."""
    if not sel.banyak or sel.arah == "tetap":
        return sel.banyak
    return Bersatuan(nilai=sel.banyak, satuan=sel.arah, desimal=0)


def tabel_bergeser(kepala: KepalaLaporan, matriks: SemuaPindah) -> Tabel | None:
    """Desa yang bergeser, satu baris tiap desa."""
    if not matriks:
        return None
    kolom = [
        ("Kode", Kolom(lebar=16)),
        ("Desa", NAMA_BARIS),
        ("Kecamatan", NAMA),
        ("Dari", STATUS),
        ("Ke", STATUS),
        ("Arah", ANGKA),
    ]
    baris: Baris = []
    rupa = {}
    for dari, sel in pergeseran(matriks):
        pindah = (dari.title(), sel.ke.title(), sel.arah)
        for desa in sel.desa:
            url = desa.get_absolute_url()
            rupa[len(baris), 1] = Rupa(url=url)
            baris.append([desa.kode_saat, str(desa), desa.letak, *pindah])
    return tabel_laporan(kepala, "Desa yang bergeser", kolom, baris, rupa=rupa)


def pergeseran(matriks: SemuaPindah) -> Iterator[tuple[str, SelPindah]]:
    """Tiap status asal dengan tujuan yang menerima desanya."""
    for baris in matriks:
        for sel in baris.sel:
            if sel.desa:
                yield baris.dari, sel


def tabel_kecamatan(
    kepala: KepalaLaporan,
    ukuran: Indeks,
    kecamatan: Sequence[Rata],
    kabupaten: Rata | None,
) -> Tabel:
    """Tiap kecamatan bernomor, lalu kabupatennya; tanpa desa tidak ada kolom statusnya."""
    kolom = [
        ("No", Kolom("bulat", 6)),
        ("Kecamatan", NAMA_BARIS),
        ("Desa", ANGKA),
        (f"Rata-rata {ukuran.nama}", kolom_nilai(ukuran.desimal, 14)),
    ]
    baris: Baris = []
    for nomor, satu in enumerate(kecamatan, start=1):
        baris.append([nomor, *sel_rata(satu)])
    tebal: frozenset[int] = frozenset()
    if kabupaten:
        tebal = frozenset([len(baris)])
        baris.append(["", *sel_rata(kabupaten)])
        kolom += [(status.title(), ANGKA) for status in kabupaten.status]
    return tabel_laporan(kepala, "Rata-rata kecamatan", kolom, baris, tebal=tebal)


def sel_rata(rata: Rata) -> list[Any]:
    """Nama, banyak desa, rata-rata, lalu banyak desa tiap status."""
    return [rata.nama, rata.banyak, rata.nilai, *rata.status.values()]


def _petak(isi: IsiGambaran) -> Tabel:
    """Peta petak, satu baris tiap desa."""
    kolom = [
        ("Kecamatan", NAMA),
        ("Petak", ANGKA),
        ("Desa", NAMA_BARIS),
        ("Status", STATUS),
    ]
    baris: Baris = []
    rupa = {}
    for kecamatan in isi.petak:
        for desa in kecamatan.desa:
            rupa[len(baris), 2] = Rupa(url=desa.url)
            baris.append([kecamatan.nama, desa.nomor, desa.nama, desa.status.title()])
    return tabel_laporan(isi.kepala, "Peta petak", kolom, baris, rupa=rupa)


def _sebaran(isi: IsiGambaran) -> Tabel:
    """Banyak desa tiap selang, dan ambang yang jatuh di dalamnya."""
    kolom = [
        ("Dari", Kolom("skor", is_nama=True)),
        ("Sampai", Kolom("skor")),
        ("Desa", Kolom("bulat", 12, is_jumlah=True)),
        ("Ambang di dalamnya", NAMA),
    ]
    baris = []
    for selang in isi.sebaran:
        baris.append([selang.dari, selang.sampai, selang.banyak, selang.ambang.title()])
    return tabel_laporan(isi.kepala, "Sebaran", kolom, baris, jumlah="Jumlah")


def tabel_terlemah(
    kepala: KepalaLaporan, ukuran: Indeks, terlemah: Sequence[ButirTerlemah]
) -> Tabel:
    """Banyak desa tiap skor di samping rata-ratanya."""
    kolom = [
        (ukuran.butir, Kolom(lebar=60, is_nama=True)),
        ("Dimensi", NAMA),
        ("Rata-rata skor", Kolom("skor", 14)),
    ]
    baris: Baris = []
    rupa = {}
    for satu in terlemah:
        indikator = satu.indikator
        banyak = [n for _, n in satu.sebaran]
        url = indikator.get_absolute_url()
        rupa[len(baris), 0] = Rupa(url=url)
        baris.append([str(indikator), indikator.dimensi, satu.rata, *banyak])
    if terlemah:
        kolom += [(f"Skor {skor}", ANGKA) for skor, _ in terlemah[0].sebaran]
    return tabel_laporan(
        kepala,
        f"{ukuran.butir} terlemah",
        kolom,
        baris,
        is_lanskap=True,
        catatan=(ARTI_TERLEMAH,),
        rupa=rupa,
    )
