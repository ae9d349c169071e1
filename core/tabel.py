"""Satu uraian tabel; darinya dibuat layar, lembar kerja dan PDF."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.angka import format_angka, ringkas
from core.periode import tanggal_panjang

Letak = tuple[int, int]
LEBAR_BIASA = 12
# IDM diterbitkan dengan empat desimal, skor Indeks Desa dengan dua
DESIMAL = {
    "bulat": 0,
    "rupiah": 0,
    "persen": 2,
    "skor": 2,
    "indeks": 4,
}
KANAN = frozenset({*DESIMAL, "desimal"})


@dataclass(frozen=True)
class Kepala:
    """Satu sel kepala tabel; `lebar` kolom dan `tinggi` baris yang digabungkan."""

    teks: str
    lebar: int = 1
    tinggi: int = 1
    is_nomor: bool = False  # nomor urut kolom di bawah judulnya
    rata: str = ""  # letaknya di layar; kertas menengahkan semuanya


@dataclass(frozen=True)
class Kolom:
    """`jenis`: teks tanda bulat rupiah desimal persen tanggal skor indeks; `lebar` dalam aksara."""

    jenis: str = "teks"
    lebar: int = LEBAR_BIASA
    is_jumlah: bool = False  # dijumlahkan di kaki tabel
    is_perubahan: bool = False  # yang naik ditulis dengan tanda tambah
    is_status: bool = False  # kata status; pada layar bertanda warna

    @property
    def rata(self) -> str:
        """`kanan` untuk angka, `tengah` untuk tanda, selain itu `kiri`."""
        if self.jenis in KANAN:
            return "kanan"
        if self.jenis == "tanda":
            return "tengah"
        return "kiri"


@dataclass(frozen=True)
class Bersatuan:
    """Angka dengan satuannya dan desimal cetaknya: `205 desa`."""

    nilai: Decimal | int
    satuan: str
    desimal: int


@dataclass(frozen=True)
class Rupa:
    """Bagaimana satu sel tampak di layar; kertas dan lembar kerja hanya menuliskan isinya."""

    url: str = ""
    arah: str = ""  # naik, turun
    is_status: bool = False


BIASA = Rupa()


@dataclass(frozen=True)
class Tabel:
    """Judul, kepala bertingkat, kolom, isi, baris tebal, jumlah, dan catatan di bawahnya."""

    nama: str
    kolom: Sequence[Kolom]
    kepala: Sequence[Sequence[Kepala]]
    baris: Sequence[Sequence[Any]]
    judul: Sequence[str] = ()
    tebal: frozenset[int] = frozenset()
    jumlah: str = ""  # tulisan di awal baris jumlah; kosong berarti tanpa baris jumlah
    tanpa_jumlah: frozenset[int] = frozenset()  # baris kelompok yang tidak ikut dijumlahkan
    kertas: str = "A4"
    is_lanskap: bool = False
    # (baris, kolom, baris akhir, kolom akhir) dalam isi
    gabung: Sequence[tuple[int, int, int, int]] = ()
    catatan: Sequence[str] = ()
    kaki: Sequence[str] = ()  # penanda tangan; pada PDF digantikan blok tanda tangan
    kosong: str = ""  # kalimat bila tanpa baris
    huruf: Decimal = Decimal(8)  # poin pada PDF
    rupa: Mapping[tuple[int, int], Rupa] = field(default_factory=dict)  # menurut baris dan kolom

    @property
    def bagian_lebar(self) -> list[int]:
        """Lebar tiap kolom dalam perseribu lebar tabel."""
        semua = sum(kolom.lebar for kolom in self.kolom)
        return [1000 * kolom.lebar // semua for kolom in self.kolom]

    def __post_init__(self) -> None:
        banyak = len(self.kolom)
        for nomor, isi in enumerate(self.baris, start=1):
            terisi = len(isi)
            if terisi != banyak:
                letak = f"{self.nama} baris {nomor}"
                raise ValueError(f"{letak}: {terisi} sel untuk {banyak} kolom.")


def tulisan(nilai: Any, kolom: Kolom) -> str:
    """Isi satu sel sebagaimana dibaca orang; yang tidak diketahui kosong."""
    if nilai is None or nilai == "":
        return ""
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, Bersatuan):
        angka = format_angka(nilai.nilai, nilai.desimal)
        return f"{angka} {nilai.satuan}".strip()
    if isinstance(nilai, int | Decimal):
        angka = _angka(nilai, kolom.jenis)
        if kolom.is_perubahan and nilai > 0:
            return f"+{angka}"
        return angka
    if isinstance(nilai, datetime.date):
        return tanggal_panjang(nilai)
    return str(nilai)


def _angka(nilai: int | Decimal, jenis: str) -> str:
    if jenis in DESIMAL:
        return format_angka(nilai, DESIMAL[jenis])
    return ringkas(nilai)


def jumlah(tabel: Tabel) -> list[Decimal | int | None]:
    """Jumlah tiap kolom `is_jumlah`; `None` pada kolom lain dan bila tidak satu pun diketahui.

    Kolom tanda selalu diketahui bila ada barisnya: yang tidak bertanda bukan hal yang belum
    diketahui.
    """
    ikut = []
    for nomor, isi in enumerate(tabel.baris):
        if nomor not in tabel.tanpa_jumlah:
            ikut.append(isi)
    hasil = []
    for urut, kolom in enumerate(tabel.kolom):
        hasil.append(_total(ikut, urut, kolom))
    return hasil


def _total(baris: Sequence[Sequence[Any]], urut: int, kolom: Kolom) -> Decimal | int | None:
    if not kolom.is_jumlah:
        return None
    semua = [isi[urut] for isi in baris]
    diketahui = [nilai for nilai in semua if isinstance(nilai, int | Decimal)]
    is_tanda = kolom.jenis == "tanda"
    if diketahui or (is_tanda and baris):
        return sum(diketahui)
    return None


@dataclass(frozen=True)
class Sel:
    """Satu sel isi yang tampak: tulisan, letak dan rentangnya."""

    teks: str
    rata: str
    lebar: int = 1
    tinggi: int = 1
    kolom: int = field(default=0, compare=False)  # kolom pertamanya
    rupa: Rupa = field(default=BIASA, compare=False)


@dataclass(frozen=True)
class Baris:
    """Satu baris isi yang tampak; `gaya`: biasa, tebal, jumlah."""

    sel: tuple[Sel, ...]
    gaya: str = "biasa"


def _rentang(tabel: Tabel) -> dict[Letak, Letak]:
    """Banyak kolom dan baris tiap sel gabungan, menurut sel pojoknya."""
    hasil = {}
    for baris, kolom, ke_baris, ke_kolom in tabel.gabung:
        lebar = ke_kolom - kolom + 1
        tinggi = ke_baris - baris + 1
        hasil[baris, kolom] = (lebar, tinggi)
    return hasil


def tampil(tabel: Tabel) -> Iterator[Baris]:
    """Baris isi lalu baris jumlah, dengan gabungannya; sel yang tertutup gabungan tidak ikut."""
    rentang = _rentang(tabel)
    tertutup = set(_tertutup(tabel))
    for nomor, isi in enumerate(tabel.baris):
        sel = []
        for urut, kolom in enumerate(tabel.kolom):
            letak = (nomor, urut)
            if letak in tertutup:
                continue
            lebar, tinggi = rentang.get(letak, (1, 1))
            nilai = isi[urut]
            satu = Sel(
                tulisan(nilai, kolom),
                kolom.rata,
                lebar,
                tinggi,
                kolom=urut,
                rupa=tabel.rupa.get(letak) or _rupa(nilai, kolom),
            )
            sel.append(satu)
        gaya = "tebal" if nomor in tabel.tebal else "biasa"
        yield Baris(tuple(sel), gaya)
    if tabel.jumlah:
        yield _baris_jumlah(tabel)


def _rupa(nilai: Any, kolom: Kolom) -> Rupa:
    """Rupa menurut kolomnya: kata status bertanda warna, perubahan menurut arahnya."""
    if not nilai:
        return BIASA
    if kolom.is_status:
        return Rupa(is_status=True)
    if kolom.is_perubahan:
        return Rupa(arah="naik" if nilai > 0 else "turun")
    return BIASA


def _tertutup(tabel: Tabel) -> Iterator[Letak]:
    """Letak sel yang ditutup gabungan, tanpa sel pojoknya sendiri."""
    for baris, kolom, ke_baris, ke_kolom in tabel.gabung:
        for satu in range(baris, ke_baris + 1):
            for urut in range(kolom, ke_kolom + 1):
                if (satu, urut) != (baris, kolom):
                    yield satu, urut


def _baris_jumlah(tabel: Tabel) -> Baris:
    """Tulisan jumlah merentang sampai kolom pertama yang dijumlahkan."""
    nilai = jumlah(tabel)
    awal = _kolom_jumlah_pertama(tabel)
    sel = [Sel(tabel.jumlah, "kanan", awal)]
    for urut, kolom in enumerate(tabel.kolom):
        if urut >= awal:
            isi = tulisan(nilai[urut], kolom)
            sel.append(Sel(isi, kolom.rata, kolom=urut))
    return Baris(tuple(sel), "jumlah")


def _kolom_jumlah_pertama(tabel: Tabel) -> int:
    """Nomor kolomnya; banyak kolom bila tidak ada yang dijumlahkan."""
    dijumlahkan = [urut for urut, kolom in enumerate(tabel.kolom) if kolom.is_jumlah]
    return next(iter(dijumlahkan), len(tabel.kolom))
