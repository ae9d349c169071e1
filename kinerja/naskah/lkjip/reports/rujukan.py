"""Rujukan angka sebagai tulisan: untuk mengisi naskah dan untuk dipilih penyuntingnya."""

from collections.abc import Mapping

from kinerja.tahun.rujukan import Rujukan

Pilihan = tuple[str, str]  # kunci dan tulisannya

# suku pertama kunci -> nama kelompok bagi penyunting naskah; selain itu "Umum"
KELOMPOK = {
    "iku": "Indikator kinerja utama",
    "ikk": "Indikator kinerja kunci",
    "idm": "Status desa (IDM)",
    "anggaran": "Anggaran",
    "program": "Program",
    "pegawai": "Pegawai",
    "akip": "Evaluasi AKIP",
}


def tulisan(angka: Mapping[str, Rujukan]) -> dict[str, str]:
    """Hanya tulisannya, untuk `kinerja.aturan.teks.isi`."""
    return {kunci: rujukan.teks for kunci, rujukan in angka.items()}


def kelompok_rujukan(angka: Mapping[str, Rujukan]) -> list[tuple[str, list[Pilihan]]]:
    """Pilihan per nama kelompok, menurut suku pertama kunci, bagi penyunting."""
    hasil: dict[str, list[Pilihan]] = {}
    for kunci, teks in tulisan(angka).items():
        suku_pertama, _, _ = kunci.partition(".")
        kelompok = KELOMPOK.get(suku_pertama, "Umum")
        hasil.setdefault(kelompok, []).append((kunci, teks))
    return list(hasil.items())
