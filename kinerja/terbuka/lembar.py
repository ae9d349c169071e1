"""Tabel angka terbuka bagi layar, dan barisnya bagi CSV."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from kinerja.terbuka.isi import AngkaTertulis, BarisTerbuka, IsiTerbuka, NaskahTerbuka

URAIAN = Kolom(lebar=44, is_nama=True)
ANGKA = Kolom("desimal", 18)
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
    """Kolomnya semua ukuran anggotanya."""
    ukuran: dict[str, None] = {}
    for satu in anggota:
        ukuran |= dict.fromkeys(milik.ukuran for milik in satu.angka)
    baris = []
    for satu in anggota:
        per_ukuran = {milik.ukuran: tulisan(milik.angka) for milik in satu.angka}
        baris.append([_uraian(satu), *map(per_ukuran.get, ukuran)])
    kepala = [Kepala("Uraian")]
    for nama in ukuran:
        judul = nama.upper() if len(nama) == 3 else nama.capitalize()
        kepala.append(Kepala(judul, rata="kanan"))
    return Tabel(
        nama=kelompok,
        kolom=(URAIAN, *[ANGKA] * len(ukuran)),
        kepala=(kepala,),
        baris=baris,
    )


def _uraian(baris: BarisTerbuka) -> str:
    """Yang diukur, lalu rumus dan sumbernya di bawahnya."""
    rinci = [baris.uraian]
    if baris.rumus:
        rinci.append(f"Rumus: {baris.rumus}")
    if baris.asal:
        rinci.append(f"Sumber: {baris.asal}")
    return "\n".join(rinci)


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
