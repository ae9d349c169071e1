"""Batasan satu indikator sebagaimana disebut satu naskah, dan bedanya dengan naskah lain."""

from dataclasses import dataclass

from core.angka import parse, ringkas

RUMUS = {"pembilang": "pembilang", "penyebut": "penyebut", "faktor": "faktor kali"}
NILAI = ("target", "realisasi")  # hanya dibandingkan pada tahun yang sama
SEBUTAN = {
    "satuan": "satuan",
    "arah": "rumus capaian",
    **RUMUS,
    "target": "target",
    "realisasi": "realisasi",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Batasan:
    """Yang tidak disebut naskahnya kosong."""

    nama: str
    satuan: str = ""
    arah: str = ""
    pembilang: str = ""
    penyebut: str = ""
    faktor: str = ""
    target: str = ""  # sebagaimana dicetak, boleh dengan satuannya
    realisasi: str = ""

    def berbeda(self, lain: "Batasan", *, is_setahun: bool = False) -> list[str]:
        """Kolom yang disebut kedua naskah tetapi lain; rumusnya hanya bila keduanya menuliskan.

        `is_setahun` bila keduanya naskah tahun yang sama, sehingga nilainya ikut dihadapkan.
        """
        nilai = NILAI if is_setahun else ()
        hasil = [kolom for kolom in ("satuan", "arah", *nilai) if self._is_lain(lain, kolom)]
        if self.pembilang and lain.pembilang:
            hasil += [kolom for kolom in RUMUS if self.baku(kolom) != lain.baku(kolom)]
        return hasil

    def _is_lain(self, lain: "Batasan", kolom: str) -> bool:
        """Disebut keduanya, tetapi tidak sama."""
        milik = self.baku(kolom)
        miliknya = lain.baku(kolom)
        return bool(milik and miliknya) and milik != miliknya

    def baku(self, kolom: str) -> str:
        """Isi kolom untuk dibandingkan."""
        tulisan: str = getattr(self, kolom)
        return nilai_baku(tulisan) if kolom in NILAI else baku(tulisan)


def baku(tulisan: str) -> str:
    """Besar kecil huruf dan jarak tidak membedakan; `Persen` ditulis juga `%`."""
    rapi = " ".join(tulisan.lower().split())
    return "%" if rapi == "persen" else rapi


def nilai_baku(tulisan: str) -> str:
    """Angkanya tanpa satuan dan nol di ekor; sebutan dan keadaan sebagaimana `baku`."""
    angka, _, _ = tulisan.partition(" ")
    try:
        nilai = parse(angka)
    except ValueError:
        return baku(tulisan)
    return ringkas(nilai)


def satuan_target(target: str) -> str:
    """Satuan pada target bersatuan seperti `197 Desa`; kosong bila bukan angka."""
    angka, _, satuan = target.partition(" ")
    try:
        parse(angka)
    except ValueError:
        return ""
    return satuan.strip()
