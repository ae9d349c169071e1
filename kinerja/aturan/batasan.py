"""Batasan satu indikator sebagaimana disebut satu naskah, dan bedanya dengan naskah lain."""

from dataclasses import dataclass

from core.angka import parse

RUMUS = {"pembilang": "pembilang", "penyebut": "penyebut", "faktor": "faktor kali"}
SEBUTAN = {"satuan": "satuan", "arah": "rumus capaian", **RUMUS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Batasan:
    """Yang tidak disebut naskahnya kosong."""

    nama: str
    satuan: str = ""
    arah: str = ""
    pembilang: str = ""
    penyebut: str = ""
    faktor: str = ""

    def berbeda(self, lain: "Batasan") -> list[str]:
        """Kolom yang disebut kedua naskah tetapi lain; rumusnya hanya bila keduanya menuliskan."""
        disebut = []
        for kolom in ("satuan", "arah"):
            if self.baku(kolom) and lain.baku(kolom):
                disebut.append(kolom)
        if self.pembilang and lain.pembilang:
            disebut += RUMUS
        hasil: list[str] = []
        for kolom in disebut:
            if self.baku(kolom) != lain.baku(kolom):
                hasil.append(kolom)
        return hasil

    def baku(self, kolom: str) -> str:
        """Isi kolom untuk dibandingkan."""
        return baku(getattr(self, kolom))


def baku(tulisan: str) -> str:
    """Besar kecil huruf dan jarak tidak membedakan; `Persen` ditulis juga `%`."""
    rapi = " ".join(tulisan.lower().split())
    return "%" if rapi == "persen" else rapi


def satuan_target(target: str) -> str:
    """Satuan pada target bersatuan seperti `197 Desa`; kosong bila bukan angka."""
    angka, _, satuan = target.partition(" ")
    try:
        parse(angka)
    except ValueError:
        return ""
    return satuan.strip()
