"""Lebar tulisan Liberation Sans, huruf tabel cetak, perseribu besar hurufnya."""

from functools import lru_cache

TERLEBAR = 1016  # aksara yang tidak disebut
# lebar, dibulatkan ke atas → aksaranya
BIASA = {
    191: "'",
    223: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    334: "()-`r“”{}",
    390: '*"•',
    500: "Jcksvxyz^",
    557: "#$0123456789?L_abdeghnopqu–≤≥±",
    611: "FTZ+<=>~×",
    667: "&ABEKPSVXY",
    723: "CDHNRUw",
    778: "GOQ",
    834: "Mm",
    890: "%",
    944: "W",
}
TEBAL = {
    238: "'",
    278: " ,./I\\ijl‘’·",
    334: "!()-:;[]`ft|",
    390: "*r{}•",
    500: 'z“”"',
    557: "#$0123456789J_aceksvxy–≤≥±",
    611: "?FLTZbdghnopqu+<=>^~×",
    667: "EPSVXY",
    723: "&ABCDHKNRU",
    778: "GOQw",
    834: "M",
    890: "%m",
    944: "W",
}


def _tiap_aksara(kelompok: dict[int, str]) -> dict[str, int]:
    lebar = {}
    for satu, semua in kelompok.items():
        for aksara in semua:
            lebar[aksara] = satu
    return lebar


LEBAR = {False: _tiap_aksara(BIASA), True: _tiap_aksara(TEBAL)}


@lru_cache(maxsize=20_000)
def lebar(teks: str, is_tebal: bool = False) -> int:
    """Lebar `teks` sebaris; kata yang sama sering terulang."""
    aksara = LEBAR[is_tebal]
    semua = [aksara.get(satu, TERLEBAR) for satu in teks]
    return sum(semua)


def banyak_baris(teks: str, tersedia: int, is_tebal: bool = False) -> int:
    """Banyak baris pada tempat selebar `tersedia`, dipenggal hanya pada spasi."""
    banyak = 0
    for paragraf in teks.split("\n"):
        banyak += _sebanyak(paragraf.split(), tersedia, is_tebal)
    return banyak


def _sebanyak(kata: list[str], tersedia: int, is_tebal: bool) -> int:
    """Kata yang lebih lebar daripada tempatnya memakan beberapa baris."""
    spasi = lebar(" ", is_tebal)
    banyak = 1
    terisi = 0
    for satu in kata:
        panjang = lebar(satu, is_tebal)
        if terisi and terisi + spasi + panjang > tersedia:
            banyak += 1
            terisi = 0
        elif terisi:
            terisi += spasi
        terisi += panjang
        lebih = (terisi - 1) // tersedia
        banyak += lebih
        terisi -= lebih * tersedia
    return banyak
