"""Tabel angka terbuka bagi layar, dan barisnya bagi CSV."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from kinerja.terbuka.isi import AngkaTertulis, BarisTerbuka, IsiTerbuka, NaskahTerbuka

URAIAN = Kolom(lebar=26, is_nama=True)
ANGKA = Kolom("desimal", 9)
ASAL = Kolom(lebar=28)
PANJANG_SINGKATAN = 3
KOLOM_CSV = (
    "tahun", "naskah", "nomor", "tanggal", "kode_verifikasi", "alamat_verifikasi", "sha256",
    "letak", "kelompok", "uraian", "ukuran", "nilai", "satuan", "keadaan", "sebab", "rumus", "asal",
)  # fmt: skip


def tabel_naskah(naskah: NaskahTerbuka) -> list[Tabel]:
    """Satu tabel tiap kelompok barisnya."""
    hasil = []
    for kelompok, anggota in groupby(naskah.baris, key=_kelompok):
        hasil.append(_tabel(kelompok, list(anggota)))
    return hasil


def _kelompok(baris: BarisTerbuka) -> str:
    return baris.kelompok


def _tabel(kelompok: str, anggota: list[BarisTerbuka]) -> Tabel:
    """Kolomnya semua ukuran anggotanya; asal yang sama bagi semuanya ditulis sekali di bawahnya."""
    ukuran: dict[str, None] = {}
    for satu in anggota:
        ukuran |= dict.fromkeys(milik.ukuran for milik in satu.angka)
    kepala = [Kepala("Uraian"), *map(_kepala, ukuran)]
    kolom = [URAIAN, *[ANGKA] * len(ukuran)]
    asal = {_asal(satu) for satu in anggota}
    is_sama = len(asal) == 1
    if not is_sama:
        kepala.append(Kepala("Asal"))
        kolom.append(ASAL)
    baris = []
    for satu in anggota:
        sel = _sel(satu, ukuran)
        if not is_sama:
            sel.append(_asal(satu))
        baris.append(sel)
    return Tabel(
        nama=kelompok,
        kolom=kolom,
        kepala=(kepala,),
        baris=baris,
        catatan=tuple(filter(None, asal)) if is_sama else (),
    )


def _kepala(ukuran: str) -> Kepala:
    """IKS, IKE, IKL, IDM singkatan."""
    judul = ukuran.capitalize()
    if len(ukuran) == PANJANG_SINGKATAN:
        judul = ukuran.upper()
    return Kepala(judul, rata="kanan")


def _sel(baris: BarisTerbuka, ukuran: Iterable[str]) -> list[str | None]:
    """Yang diukur, lalu angkanya; ukuran yang tidak dimilikinya kosong."""
    per_ukuran = {}
    for satu in baris.angka:
        per_ukuran[satu.ukuran] = tulisan(satu.angka)
    return [baris.uraian, *map(per_ukuran.get, ukuran)]


def _asal(baris: BarisTerbuka) -> str:
    """Rumus dan sumbernya, sejauh tertulis."""
    rinci = []
    if baris.rumus:
        rinci.append(f"Rumus: {baris.rumus}.")
    if baris.asal:
        rinci.append(f"Sumber: {baris.asal}.")
    return " ".join(rinci)


def tulisan(angka: AngkaTertulis) -> str:
    """Angkanya dengan satuannya, atau keadaannya dengan alasannya."""
    if angka.tulisan:
        return angka.tulisan
    keadaan = angka.keadaan.replace("_", " ")
    if angka.sebab:
        return f"{keadaan}: {angka.sebab}"
    return keadaan


def baris_csv(isi: IsiTerbuka) -> Iterator[tuple[Any, ...]]:
    """Satu angka satu baris, beserta naskah dan letaknya."""
    for naskah in isi.naskah:
        awal = (
            isi.tahun,
            naskah.judul,
            naskah.nomor,
            naskah.tanggal,
            naskah.kode,
            naskah.alamat,
            naskah.sha256,
        )
        for baris in naskah.baris:
            for akhir in _angka_csv(baris):
                yield (*awal, *akhir)


def _angka_csv(baris: BarisTerbuka) -> Iterator[tuple[Any, ...]]:
    for satu in baris.angka:
        angka = satu.angka
        yield (
            baris.letak,
            baris.kelompok,
            baris.uraian,
            satu.ukuran,
            angka.nilai,
            angka.satuan,
            angka.keadaan.value,
            angka.sebab,
            baris.rumus,
            baris.asal,
        )
