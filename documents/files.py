"""Jenis berkas bukti dikenali dari isinya, bukan dari namanya."""

from pathlib import PurePath

SIGNATURES = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "xlsx": (b"PK\x03\x04",),
    "docx": (b"PK\x03\x04",),
}
HEAD_BYTES = 16
ACCEPT = ".pdf,.png,.jpg,.jpeg,.xlsx,.docx"


def problem(name: str, head: bytes, size: int, max_bytes: int) -> str:
    """Kalimat galat untuk berkas; kosong bila boleh diterima."""
    if size > max_bytes:
        besar = size // 1_000_000
        paling_besar = max_bytes // 1_000_000
        return f"“{name}” berukuran {besar} MB; paling besar {paling_besar} MB."
    if size == 0:
        return f"“{name}” kosong."
    akhiran = PurePath(name).suffix.lower()
    suffix = akhiran.lstrip(".")
    if suffix not in SIGNATURES:
        return f"“{name}”: jenis .{suffix} tidak diterima; kirim PDF, PNG, JPG, XLSX atau DOCX."
    known = SIGNATURES[suffix]
    if not head.startswith(known):
        jenis = suffix.upper()
        return f"“{name}” bukan berkas {jenis} walau namanya demikian."
    return ""
