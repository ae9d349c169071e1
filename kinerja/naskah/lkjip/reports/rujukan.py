"""Rujukan angka sebagai tulisan: untuk mengisi naskah dan untuk dipilih penyuntingnya."""

from collections.abc import Mapping

from kinerja.tahun.rujukan import Rujukan

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


def kelompok_rujukan(angka: Mapping[str, Rujukan]) -> list[tuple[str, list[tuple[str, str]]]]:
    """`[(nama kelompok, [(kunci, tulisan), …])]` menurut suku pertama kunci, untuk dibaca penyunting."""
    hasil: dict[str, list[tuple[str, str]]] = {}
    for kunci, teks in tulisan(angka).items():
        awal = kunci.partition(".")[0]
        hasil.setdefault(KELOMPOK.get(awal, "Umum"), []).append((kunci, teks))
    return list(hasil.items())
