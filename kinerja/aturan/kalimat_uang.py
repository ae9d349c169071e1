"""Kalimat tentang uang: milik siapa, efisien atau tidak."""

import re

from kinerja.aturan.niat import is_niat

SEBUT_UANG = re.compile(
    r"\b(?:pagu|(?<!tahun )anggaran|belanja|penyerapan|serapan|keuangan)(?:nya)?\b", re.IGNORECASE
)
_BANYAK = re.compile(r"\b\d+\s+(?:program|kegiatan|sub\s?kegiatan)\b", re.IGNORECASE)
_BELANJA = (
    r"(?:pegawai|modal|barang|jasa|hibah|operasi\w*|langsung|tidak|bantuan|perjalanan|lain\w*)"
)
_BUKAN_SELURUHNYA = re.compile(
    r"\b(?:program|kegiatan|desa|kecamatan|kabupaten|provinsi|apb\w*|add|dd|bidang|sekretariat"
    rf"|dana\s+(?:desa|alokasi|bagi|hibah|bantuan|insentif|dekon\w*)"
    rf"|belanja\s+{_BELANJA}|rumah\s+tangga|tahun\s+anggaran)\b",
    re.IGNORECASE,
)
_SINGKATAN = r"(?:dpmd|dinas\s+pmd|dinas\s+ini|dinas)"
_EFISIEN = re.compile(
    r"\b(?P<tidak>(?:tidak|belum|kurang|in)\s?-?)?efisien(?:si)?\b"
    r"(?!\s+(?:bila|jika|apabila)\b)",
    re.IGNORECASE,
)
_BENDA = re.compile(r"efisiensi$", re.IGNORECASE)
_DIKATAKAN = re.compile(
    r"\b(?:penggunaan|pemanfaatan|pengelolaan|realisasi|pelaksanaan|penyerapan)\s+anggaran\b"
    r"|\banggaran\b[^;]*\b(?:digunakan|dipakai|dikelola)\b",
    re.IGNORECASE,
)


def is_seluruh_anggaran(kalimat: str, dinas: str, kabupaten: str) -> bool:
    """Tentang anggaran dinas seluruhnya, bukan satu program, satu desa atau uang lain."""
    polos = kalimat.lower()
    milik = rf"(?:{re.escape(dinas.lower())}|{_SINGKATAN})"
    tanpa_dinas = re.sub(rf"\b{milik}(?:\s+{re.escape(kabupaten.lower())})?", "", polos)
    tanpa_tahun = re.sub(r"\btahun\s+anggaran\s+20\d\d", "", tanpa_dinas)
    tanpa_banyak = _BANYAK.sub("", tanpa_tahun)
    is_uang = SEBUT_UANG.search(tanpa_banyak) is not None
    return is_uang and not _BUKAN_SELURUHNYA.search(tanpa_banyak)


def efisien(kalimat: str) -> bool | None:
    """Penggunaan anggaran dikatakan efisien atau tidak; `None` bila tidak dikatakan."""
    if _DIKATAKAN.search(kalimat) is None:
        return None
    for cocok in _EFISIEN.finditer(kalimat):
        if not _BENDA.search(cocok[0]) and not is_niat(kalimat[: cocok.start()]):
            return cocok["tidak"] is None
    return None
