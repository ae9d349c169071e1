"""Segel berkunci: yang dapat menulis basis data tidak dapat membuatnya.

Kuncinya di luar basis data: setelan `AUDIT_KEY`, atau berkas `jejak/kunci` di folder data yang
dibuat sekali. Sidik baris dijumlahkan tiap tabel, modulo 2¹²⁸: baris yang bertambah, berubah atau
hilang tanpa lewat pintu menulis mengubah jumlahnya.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings

Neraca = Mapping[str, int]  # tabel → jumlah sidik barisnya, atau selisihnya
Keadaan = Mapping[str, str]  # tabel → jumlah sidik barisnya, heksadesimal
PANJANG = 16  # bita sidik satu baris
MODULUS = 1 << (8 * PANJANG)
PANJANG_SEGEL = 32


def kunci() -> bytes:
    """Kunci segel pemasangan ini; berkasnya dibuat bila belum ada."""
    if settings.AUDIT_KEY:
        return str(settings.AUDIT_KEY).encode()[:64]
    return _kunci_berkas(Path(settings.DATA_DIR) / "jejak" / "kunci")


@cache
def _kunci_berkas(path: Path) -> bytes:
    """Bernama sesudah isinya utuh: proses lain tidak membaca kunci yang setengah tertulis."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with NamedTemporaryFile("w", dir=path.parent) as baru, suppress(FileExistsError):
            baru.write(token_hex(PANJANG_SEGEL))
            baru.flush()
            path.hardlink_to(baru.name)
    return path.read_bytes()


def segel(tulisan: str) -> str:
    """Segel atas `tulisan`: 64 angka heksadesimal."""
    return blake2b(tulisan.encode(), key=kunci(), digest_size=PANJANG_SEGEL).hexdigest()


def sidik(pk: Any, tulisan: str) -> int:
    """Sidik satu baris: nomor dan tulisan isinya."""
    return jumlah_sidik([(pk, tulisan)])


def jumlah_sidik(semua: Iterable[tuple[Any, str]]) -> int:
    """Jumlah sidik banyak baris; kuncinya dibaca sekali."""
    rahasia = kunci()
    hasil = 0
    for pk, tulisan in semua:
        isi = f"{pk} {tulisan}"
        tanda = blake2b(isi.encode(), key=rahasia, digest_size=PANJANG)
        bita = tanda.digest()
        hasil += int.from_bytes(bita, "big")
    return hasil


def jumlah(semua: Iterable[int]) -> int:
    return sum(semua) % MODULUS


def tambahkan(keadaan: Keadaan, selisih: Neraca) -> dict[str, str]:
    """Jumlah baru tabel yang disebut `selisih` saja; yang menjadi nol tetap tertulis."""
    baru = {}
    for tabel, beda in selisih.items():
        kini = int(keadaan.get(tabel, "0"), 16)
        baru[tabel] = f"{(kini + beda) % MODULUS:x}"
    return baru
