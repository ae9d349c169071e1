"""Arah yang dapat dibaca dari kata indikator: keadaan buruk dan lamanya makin rendah makin baik."""

import re

from kinerja.aturan.capaian import Arah

_BURUK = re.compile(
    r"\b(?:kemiskinan|miskin|pengangguran|stunting|kematian|kesenjangan|keluhan|pelanggaran|"
    r"tertinggal|konflik|sengketa|perselisihan|kasus|pengaduan|aduan|keterlambatan|terlambat|"
    r"kerusakan|kecelakaan|kebakaran|temuan)\b",
    re.IGNORECASE,
)
_DIKURANGI = re.compile(
    r"\b(?:pengentasan|penurunan|pengurangan|penanganan|penanggulangan|penyelesaian|pencegahan|"
    r"selesai|diselesaikan|terselesaikan|ditangani|tertangani|teratasi|diatasi|dicegah|"
    r"dimediasi|dientaskan|dibina|difasilitasi|dijawab|ditanggapi|tuntas|dituntaskan|tanpa|bebas|"
    r"tindak\s?lanjut|ditindak\s?lanjuti|menjadi|menurun\w*|berkurang\w*)\b",
    re.IGNORECASE,
)
# “rata-rata lama penyelesaian surat”; lama sekolah makin tinggi makin baik
_LAMA = re.compile(
    r"^(?:rata-?\s?rata\s+)?(?:lama(?:nya)?|(?:jangka\s+)?waktu|durasi)\s+(?:\w+\s+)?"
    r"(?:penyelesaian|pengurusan|penerbitan|pengerjaan|pemrosesan|proses|tunggu|tanggap|"
    r"pelayanan|layanan|pencairan|penyaluran|verifikasi)\b",
    re.IGNORECASE,
)


def is_buruk(nama: str) -> bool:
    """Menyebut keadaan buruk atau lamanya menunggu, bukan penanganannya."""
    if _LAMA.search(nama):
        return True
    is_keadaan = _BURUK.search(nama) is not None
    return is_keadaan and not _DIKURANGI.search(nama)


def usulan_arah(nama: str) -> Arah:
    """Rumus capaian yang diusulkan sebelum orang memilih."""
    if is_buruk(nama):
        return Arah.TURUN
    return Arah.NAIK
