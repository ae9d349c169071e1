"""Bentuk angka sel lembar kerja: jenisnya, dan satuan yang hanya dipasang tampilannya."""

import re

# bagian yang hanya ditulis apa adanya
_HARFIAH = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
# sebelum bentuk angka negatif
_BAGIAN = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*')
_KATA = re.compile(r"[^\W\d_]|%")


def jenis_angka(bentuk: str) -> str:
    """Persen menurut bentuk angkanya; tanda % di antara petik hanya satuannya."""
    polos = _HARFIAH.sub("", bentuk)
    if "%" in polos:
        return "persen"
    return "angka"


def satuan(bentuk: str) -> str:
    """`Orang` pada `0 "Orang"`, `Rp` pada `"Rp" #,##0`; kosong bila bentuknya tanpa kata."""
    positif, *_ = _BAGIAN.findall(bentuk)
    harfiah = _HARFIAH.findall(positif)
    tampak = map(_tampak, harfiah)
    tulisan = "".join(tampak)
    if _KATA.search(tulisan):
        return tulisan.strip()
    return ""


def _tampak(harfiah: str) -> str:
    """Isi petik, aksara berpelarian, atau lambang mata uang; warna dan syarat tidak tampak."""
    if harfiah.startswith("[$"):
        isi = harfiah.strip("[]$")
        lambang, *_ = isi.split("-")
        return lambang
    if harfiah.startswith("["):
        return ""
    tanpa_petik = harfiah.strip('"')
    return tanpa_petik.removeprefix("\\")
