"""Kabar di samping basis data, selama transaksi percobaan menahan barisnya.

Berkas kecil menurut klaim di `DATA_DIR`, yang juga dilihat proses halaman.
"""

from pathlib import Path

from django.conf import settings

BELUM_DIPEGANG = "-"
Hitungan = tuple[int, int]  # (sudah, dari)


def write(klaim: str, maju: int, dari: int) -> None:
    """Ditulis utuh: pembacanya melihat yang lama atau yang baru."""
    path = _path(klaim)
    path.parent.mkdir(parents=True, exist_ok=True)
    baru = path.with_suffix(".baru")
    baru.write_text(f"{maju} {dari}")
    baru.replace(path)


def read(klaim: str) -> Hitungan | None:
    """Kabar terakhir; `None` bila tidak ada percobaan yang berjalan."""
    path = _path(klaim or BELUM_DIPEGANG)
    try:
        tulisan = path.read_text()
    except FileNotFoundError:
        return None
    maju, dari = tulisan.split()
    return int(maju), int(dari)


def ask_stop(klaim: str) -> None:
    """Percobaannya melepas baris dan kuncinya pada kabar berikutnya."""
    path = _stop(klaim)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def is_stopped(klaim: str) -> bool:
    """Pembatalannya sedang menunggu kunci yang dipegang percobaan ini."""
    path = _stop(klaim)
    return path.exists()


def discard(klaim: str) -> None:
    """Percobaan atau pembatalannya sudah berakhir."""
    kabar = _path(klaim)
    kabar.unlink(missing_ok=True)
    batal = _stop(klaim)
    batal.unlink(missing_ok=True)


def _path(klaim: str) -> Path:
    folder = Path(settings.DATA_DIR)
    return folder / "kabar" / klaim


def _stop(klaim: str) -> Path:
    kabar = _path(klaim)
    return kabar.with_suffix(".batal")
