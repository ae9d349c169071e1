"""Gambaran kabupaten: tabelnya sekali diuraikan untuk layar, lembar kerja dan PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from core.nilai import Bersatuan
from core.tabel import BIASA, Kolom, Rupa, Tabel
from idm.laporan.dasar.lembar import (
    ANGKA,
    NAMA,
    NAMA_BARIS,
    STATUS,
    Isi,
    SemuaKolom,
    berjudul,
    kolom_nilai,
    tabel_laporan,
    tabel_polos,
)
from idm.laporan.peringkat.lembar import tabel_peringkat
from idm.reports import Matriks, TabelStatus

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


def tabel_gambaran(isi: Isi) -> TabelGambaran:
    """Matriks dan pergeseran hanya bila diketahui per desa."""
    is_berpindah = bool(isi["matriks"])
    return TabelGambaran(
        status=berjudul(isi, tabel_status(isi["tabel"])),
        matriks=tabel_matriks(isi) if is_berpindah else None,
        bergeser=tabel_bergeser(isi) if is_berpindah else None,
        kecamatan=tabel_kecamatan(isi),
        peringkat=tabel_peringkat(isi),
        petak=_petak(isi),
        sebaran=_sebaran(isi),
        terlemah=tabel_terlemah(isi),
    )


def lembar_gambaran(isi: Isi) -> list[Tabel]:
    """Gambaran kabupaten, satu lembar tiap tabelnya."""
    return tabel_gambaran(isi).lembar()


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


def tabel_matriks(isi: Isi) -> Tabel:
    """Banyak desa dari tiap status ke tiap status; yang bergeser menyebut arahnya."""
    matriks = isi["matriks"]
    status = [sel["ke"] for sel in matriks[0]["sel"]]
    kolom = _kolom_perpindahan(status)
    baris = []
    rupa = {}
    for nomor, satu in enumerate(matriks):
        semula = satu["dari"].title()
        banyak = map(_banyak, satu["sel"])
        baris.append([semula, *banyak])
        for urut, sel in enumerate(satu["sel"], start=1):
            if sel["banyak"]:
                arah = sel["arah"]
                rupa[nomor, urut] = Rupa(arah=arah)
    tahun = isi["tahun"]
    nama = f"Perpindahan {tahun - 1} ke {tahun}"
    return tabel_laporan(isi, nama, kolom, baris, rupa=rupa)


def _banyak(sel: Isi) -> int | Bersatuan:
    """Yang bergeser menyebut arahnya di samping banyaknya."""
    banyak = int(sel["banyak"])
    if not banyak or sel["arah"] == "tetap":
        return banyak
    return Bersatuan(nilai=banyak, satuan=sel["arah"], desimal=0)


def tabel_bergeser(isi: Isi) -> Tabel:
    """Desa yang bergeser, satu baris tiap desa."""
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
    for dari, sel in pergeseran(isi):
        menjadi = sel["ke"].title()
        pindah = (dari.title(), menjadi, sel["arah"])
        for desa in sel["desa"]:
            url = desa.get_absolute_url()
            rupa[len(baris), 1] = Rupa(url=url)
            baris.append([desa.kode_saat, str(desa), desa.letak, *pindah])
    return tabel_laporan(isi, "Desa yang bergeser", kolom, baris, rupa=rupa)


def pergeseran(isi: Isi) -> Iterator[tuple[str, Isi]]:
    """Tiap status asal dengan tujuan yang menerima desanya."""
    for baris in isi["matriks"]:
        for sel in baris["sel"]:
            if sel["desa"]:
                yield baris["dari"], sel


def tabel_kecamatan(isi: Isi) -> Tabel:
    """Tiap kecamatan bernomor, lalu kabupatennya."""
    ukuran = isi["ukuran"]
    bernomor: list[tuple[int | str, Any]] = [*enumerate(isi["kecamatan"], start=1)]
    if isi["kabupaten"]:
        bernomor.append(("", isi["kabupaten"]))
    kolom = [
        ("No", Kolom("bulat", 6)),
        ("Kecamatan", NAMA_BARIS),
        ("Desa", ANGKA),
        (f"Rata-rata {ukuran.nama}", kolom_nilai(ukuran.desimal, 14)),
    ]
    baris = []
    for nomor, rata in bernomor:
        baris.append([nomor, rata.nama, rata.banyak, rata.nilai, *rata.status.values()])
    if bernomor:
        _, pertama = bernomor[0]
        kolom += [(status.title(), ANGKA) for status in pertama.status]
    akhir = []
    if baris:
        akhir = [len(baris) - 1]
    return tabel_laporan(isi, "Rata-rata kecamatan", kolom, baris, tebal=frozenset(akhir))


def _petak(isi: Isi) -> Tabel:
    """Peta petak, satu baris tiap desa."""
    kolom = [
        ("Kecamatan", NAMA),
        ("Petak", ANGKA),
        ("Desa", NAMA_BARIS),
        ("Status", STATUS),
    ]
    baris: Baris = []
    rupa = {}
    for kecamatan in isi["petak"]:
        for desa in kecamatan["desa"]:
            url = desa["url"]
            rupa[len(baris), 2] = Rupa(url=url)
            letak = (kecamatan["nama"], int(desa["nomor"]))
            baris.append([*letak, desa["nama"], desa["status"].title()])
    return tabel_laporan(isi, "Peta petak", kolom, baris, rupa=rupa)


def _sebaran(isi: Isi) -> Tabel:
    """Banyak desa tiap selang, dan ambang yang jatuh di dalamnya."""
    kolom = [
        ("Dari", Kolom("skor", is_nama=True)),
        ("Sampai", Kolom("skor")),
        ("Desa", Kolom("bulat", 12, is_jumlah=True)),
        ("Ambang di dalamnya", NAMA),
    ]
    baris = []
    for selang in isi["sebaran"]:
        tepi = (selang["dari"], selang["sampai"])
        baris.append([*tepi, selang["banyak"], selang["ambang"].title()])
    return tabel_laporan(isi, "Sebaran", kolom, baris, jumlah="Jumlah")


def tabel_terlemah(isi: Isi) -> Tabel:
    """Banyak desa tiap skor di samping rata-ratanya."""
    butir = isi["ukuran"].butir
    kolom = [
        (butir, Kolom(lebar=60, is_nama=True)),
        ("Dimensi", NAMA),
        ("Rata-rata skor", Kolom("skor", 14)),
    ]
    baris: Baris = []
    rupa = {}
    for satu in isi["terlemah"]:
        indikator = satu["indikator"]
        banyak = [n for _, n in satu["sebaran"]]
        url = indikator.get_absolute_url()
        rupa[len(baris), 0] = Rupa(url=url)
        baris.append([str(indikator), indikator.dimensi, satu["rata"], *banyak])
    if isi["terlemah"]:
        pertama, *_ = isi["terlemah"]
        kolom += [(f"Skor {skor}", ANGKA) for skor, _ in pertama["sebaran"]]
    return tabel_laporan(
        isi,
        f"{butir} terlemah",
        kolom,
        baris,
        is_lanskap=True,
        catatan=(ARTI_TERLEMAH,),
        rupa=rupa,
    )
