"""Tahun, triwulan, bulan dan tanggal dalam bahasa Indonesia."""

from datetime import MAXYEAR, MINYEAR, date

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SETAHUN = 0
ROMAWI = ("I", "II", "III", "IV")  # keempat triwulan
TW = ("TW I", "TW II", "TW III", "TW IV")
TRIWULAN = {
    SETAHUN: "Setahun",
    1: "Triwulan I",
    2: "Triwulan II",
    3: "Triwulan III",
    4: "Triwulan IV",
}
TAHUN_AWAL, TAHUN_AKHIR = 2010, 2045  # batas wajar isian tahun
TAHUN_PERATURAN = 1945  # peraturan tertua yang dapat disebut


def tanggal_panjang(tanggal: date) -> str:
    """`2023-12-29` menjadi `29 Desember 2023`."""
    bulan = BULAN[tanggal.month - 1]
    return f"{tanggal.day} {bulan} {tanggal.year}"


def triwulan_dari(bulan: int) -> int:
    """Triwulan 1–4 dari bulan 1–12; `ValueError` di luar itu."""
    if not 1 <= bulan <= 12:
        raise ValueError(f"Bulan {bulan} tidak ada.")
    return (bulan + 2) // 3


def akhir_tahun(tahun: int) -> date:
    """31 Desember; tahun di luar kalender memakai tahun terdekat yang ada."""
    terdekat = min(max(tahun, MINYEAR), MAXYEAR)
    return date(terdekat, 12, 31)
