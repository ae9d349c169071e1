"""Rujukan angka sebagai tulisan: untuk mengisi naskah dan untuk dipilih penyuntingnya."""

import re
from collections.abc import Mapping

from kinerja.tahun.rujukan import Rujukan

PerKunci = Mapping[str, Rujukan]


# `iku.2.1.capaian`: nomor sasaran di depan nomor indikatornya
_BERSASARAN = re.compile(r"^(iku|ikk)\.[0-9]+\.([0-9]+)\.")
Pilihan = tuple[str, str]  # kunci dan tulisannya

# suku pertama kunci -> nama kelompok bagi penyunting naskah; selain itu "Umum"
KELOMPOK = {
    "iku": "Indikator kinerja utama",
    "ikk": "Indikator kinerja kunci",
    "banyak": "Banyak indikator",
    "idm": "Status desa",
    "wilayah": "Wilayah",
    "anggaran": "Anggaran",
    "program": "Program",
    "pegawai": "Pegawai",
    "akip": "Evaluasi AKIP",
}


def tulisan(angka: PerKunci) -> dict[str, str]:
    """Hanya tulisannya, untuk `kinerja.aturan.teks.terisi`."""
    return {kunci: rujukan.teks for kunci, rujukan in angka.items()}


def kelompok_rujukan(angka: PerKunci) -> list[tuple[str, list[Pilihan]]]:
    """Pilihan per nama kelompok, menurut suku pertama kunci, bagi penyunting; sekali tiap angka."""
    hasil: dict[str, list[Pilihan]] = {}
    for kunci, teks in tulisan(angka).items():
        pendek = _BERSASARAN.sub(r"\1.\2.", kunci)
        if pendek != kunci and pendek in angka:
            continue
        suku_pertama, _, _ = kunci.partition(".")
        kelompok = KELOMPOK.get(suku_pertama, "Umum")
        hasil.setdefault(kelompok, []).append((kunci, teks))
    return list(hasil.items())


def asing(kunci: str, angka: PerKunci) -> str:
    """Mengapa tidak dikenal: nomornya dipakai beberapa sasaran, atau memang tidak ada."""
    calon = []
    for lain in angka:
        if _BERSASARAN.sub(r"\1.\2.", lain) == kunci:
            calon.append(lain)
    if not calon:
        return "tidak dikenal"
    pilihan = ", ".join(f"{{{satu}}}" for satu in calon)
    return f"dipakai beberapa sasaran; pilih {pilihan}"
