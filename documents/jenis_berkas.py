"""Jenis berkas bukti dikenali dari isinya, bukan dari namanya."""

import zipfile
from pathlib import PurePath
from typing import BinaryIO

SIGNATURES = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "xlsx": (b"PK\x03\x04",),
    "docx": (b"PK\x03\x04",),
}
HEAD_BYTES = 16
BERISI_ZIP = (".docx", ".xlsx")
DAFTAR_ISI = "[Content_Types].xml"  # tiap berkas Office punya
MAKRO = ("vbaproject.bin", "vbadata.xml")
TERURAI = 200 * 1024**2
RASIO = 200
WAJAR = 5 * 1024**2  # berkas sekecil ini boleh mengembang berapa kali pun
ACCEPT = ".pdf,.png,.jpg,.jpeg,.xlsx,.docx"


def masalah_berkas(nama: str, head: bytes, size: int, max_bytes: int) -> str:
    """Kalimat galat untuk berkas; kosong bila boleh diterima."""
    if size > max_bytes:
        besar = size // 1_000_000
        paling_besar = max_bytes // 1_000_000
        return f"“{nama}” berukuran {besar} MB; paling besar {paling_besar} MB."
    if size == 0:
        return f"“{nama}” kosong."
    akhiran = PurePath(nama).suffix.lower()
    suffix = akhiran.lstrip(".")
    if suffix not in SIGNATURES:
        return f"“{nama}”: jenis .{suffix} tidak diterima; kirim PDF, PNG, JPG, XLSX atau DOCX."
    dikenal = SIGNATURES[suffix]
    if not head.startswith(dikenal):
        jenis = suffix.upper()
        return f"“{nama}” bukan berkas {jenis} walau namanya demikian."
    return ""


def masalah_isi(nama: str, berkas: BinaryIO) -> str:
    """Kalimat galat bagi DOCX dan XLSX: rusak, bermakro, atau mengembang bila dibuka.

    Yang lain tidak dibuka. Ukurannya menurut daftar di dalam zip, tanpa mengurainya.
    """
    if not nama.lower().endswith(BERISI_ZIP):
        return ""
    try:
        with zipfile.ZipFile(berkas) as arsip:
            isi = arsip.infolist()
            jenis = arsip.read(DAFTAR_ISI) if _is_kecil(isi) else b""
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return f"“{nama}” rusak atau bukan berkas Office."
    if not jenis:
        return f"“{nama}” mengembang terlalu besar saat dibuka."
    semua = [satu.filename.lower() for satu in isi]
    if b"macroEnabled" in jenis or any(satu.endswith(MAKRO) for satu in semua):
        return f"“{nama}” memuat makro. Simpan tanpa makro, atau sebagai PDF."
    return ""


def _is_kecil(isi: list[zipfile.ZipInfo]) -> bool:
    terurai = sum(satu.file_size for satu in isi)
    termampat = sum(satu.compress_size for satu in isi)
    return terurai <= WAJAR or terurai <= min(TERURAI, RASIO * termampat)
