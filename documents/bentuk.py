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
    bagian = _BAGIAN.findall(bentuk)
    harfiah = _HARFIAH.findall(bagian[0])
    tulisan = "".join(map(_tampak, harfiah))
    if _KATA.search(tulisan):
        return tulisan.strip()
    return ""


def _tampak(harfiah: str) -> str:
    """Isi petik, aksara berpelarian, atau lambang mata uang; warna dan syarat tidak tampak."""
    if harfiah.startswith("[$"):
        lambang = harfiah.strip("[]$")
        return lambang.partition("-")[0]
    if harfiah.startswith("["):
        return ""
    return harfiah.removeprefix("\\").strip('"')
