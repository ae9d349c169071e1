"""Indeks Desa Membangun: rumus, ambang dan status (Permendesa PDTT 2/2016). Hanya `Decimal`."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from core.angka import bulatkan

INDEKS = ("IKS", "IKE", "IKL")
SUBINDEKS = ("iks", "ike", "ikl")  # kolomnya
SKOR_TERTINGGI = 5
DESIMAL = 4  # indeks diterbitkan dengan empat desimal
DESIMAL_DIMENSI = 2  # Indeks Desa diterbitkan dengan dua desimal
TOLERANSI = Decimal("0.0001")  # selisih wajar bila hanya subindeks empat desimal yang diketahui


class Status(StrEnum):
    """Dari yang tertinggi; urutannya urutan naik dan turun."""

    MANDIRI = "MANDIRI"
    MAJU = "MAJU"
    BERKEMBANG = "BERKEMBANG"
    TERTINGGAL = "TERTINGGAL"
    SANGAT_TERTINGGAL = "SANGAT TERTINGGAL"


# menurun; status berlaku bila indeks lebih besar dari batasnya
Ambang = Sequence[tuple[Decimal, Status]]

# Lampiran Permendesa 2/2016 (klasifikasi status; nama menurut pasal 5): lebih besar dari ambang.
AMBANG = (
    (Decimal("0.8155"), Status.MANDIRI),
    (Decimal("0.7072"), Status.MAJU),
    (Decimal("0.5989"), Status.BERKEMBANG),
    (Decimal("0.4907"), Status.TERTINGGAL),
)


def indeks(skor: Sequence[int]) -> Decimal:
    """Σ skor / (n × 5), 0–1, belum dibulatkan.

    `ValueError` bila kosong atau ada skor di luar 0–5.
    """
    if not skor:
        raise ValueError("Tidak ada skor.")
    boleh = range(SKOR_TERTINGGI + 1)
    for posisi, nilai in enumerate(skor, start=1):
        if nilai not in boleh:
            raise ValueError(f"Skor ke-{posisi} bernilai {nilai}; skor hanya 0 sampai 5.")
    jumlah = Decimal(sum(skor))
    tertinggi = len(skor) * SKOR_TERTINGGI
    return jumlah / tertinggi


def idm(iks: Decimal, ike: Decimal, ikl: Decimal) -> Decimal:
    """(IKS + IKE + IKL) / 3, 0–1, dibulatkan sekali setengah ke atas ke empat desimal."""
    jumlah = iks + ike + ikl
    return bulatkan(jumlah / 3, DESIMAL)


def status(idm: Decimal, ambang: Ambang = AMBANG) -> Status:
    """Status menurut `ambang` instrumennya; nilai tepat di ambang termasuk tingkat di bawahnya."""
    for batas, nama in ambang:
        if idm > batas:
            return nama
    return Status.SANGAT_TERTINGGAL


def sidik(instrumen: str, skor: str) -> str:
    """SHA-256 kode instrumen dan deret skor: tanda bahwa hasil dihitung dari skor itu."""
    isi = f"{instrumen}:{skor}"
    tanda = sha256(isi.encode())
    return tanda.hexdigest()


def skor_dimensi(poin: Mapping[str, Decimal], maksimum: Mapping[str, int]) -> Decimal | None:
    """Σ poin / Σ poin tertinggi × 100, dua desimal, 0–100 (Permendesa PDT 9/2024).

    `None` bila poin satu dimensi belum diketahui; `ValueError` bila ada yang melebihi poin
    tertingginya.
    """
    if not maksimum or any(kode not in poin for kode in maksimum):
        return None
    jumlah = Decimal(0)
    for kode, tertinggi in maksimum.items():
        satu = poin[kode]
        if not 0 <= satu <= tertinggi:
            pesan = f"Poin {kode} bernilai {satu}"
            raise ValueError(f"{pesan}; paling tinggi {tertinggi}.")
        jumlah += satu
    penuh = sum(maksimum.values())
    return bulatkan(jumlah * 100 / penuh, DESIMAL_DIMENSI)
