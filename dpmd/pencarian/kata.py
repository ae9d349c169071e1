"""Tulisan pada kotak cari menjadi kata yang dicari."""

import re

Kata = list[str]  # huruf kecil; singkatan menjadi kepanjangannya

# singkatan jenis peraturan, sebagaimana tertulis pada namanya
PERATURAN = {
    "uu": "undang-undang",
    "pp": "peraturan pemerintah",
    "perpres": "peraturan presiden",
    "inpres": "instruksi presiden",
    "permendagri": "peraturan menteri dalam negeri",
    "kepmendagri": "keputusan menteri dalam negeri",
    "permendes": "peraturan menteri desa",
    "permendesa": "peraturan menteri desa",
    "permenpan": "peraturan menteri pendayagunaan aparatur negara",
    "permenpanrb": "peraturan menteri pendayagunaan aparatur negara",
    "permenpan-rb": "peraturan menteri pendayagunaan aparatur negara",
    "pmk": "peraturan menteri keuangan",
    "perda": "peraturan daerah",
    "perbup": "peraturan bupati",
    "perwali": "peraturan wali kota",
    "pergub": "peraturan gubernur",
}
NOMOR_TAHUN = re.compile(r"^(\d+)/(\d{4})$")
KODE_POLOS = re.compile(r"^\d{4,}$")


def kata_dicari(tulisan: str) -> Kata:
    """`Permenpan 53/2014` mencari nama lengkapnya, nomor dan tahunnya."""
    kata = []
    for satu in tulisan.lower().split():
        nomor = NOMOR_TAHUN.match(satu)
        if nomor:
            kata += [f"nomor {nomor[1]}", nomor[2]]
        else:
            kata.append(PERATURAN.get(satu, satu))
    return kata


def is_kode_polos(kata: str) -> bool:
    """Mungkin kode yang ditulis tanpa titik."""
    return KODE_POLOS.match(kata) is not None
