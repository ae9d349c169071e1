"""Kiriman kisi: ubahan sel dengan nomor dan akun yang mengetiknya, dibaca dari JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.grid.kolom import TERSIMPAN, Hasil, Ubahan

TERBANYAK = 20_000  # sel dalam satu kiriman
PANJANG_NOMOR = 36
NUL = "\x00"
DITEMPEL = "Ditempel dari lembar kerja."
DITITIP = "Diketik selagi jaringan putus."


@dataclass(frozen=True)
class Kiriman:
    """`nomor` menandai satu kiriman; yang sama berakibat sekali. `akun` nomor pengetiknya."""

    ubahan: list[Ubahan]
    note: str = ""
    nomor: str = ""
    akun: str = ""

    def is_milik(self, user: Any) -> bool:
        """Diketik akun itu sendiri; yang tidak menyebut akun diketik pada halamannya."""
        return self.akun in ("", str(user.pk))


def read_kiriman(body: bytes) -> Kiriman:
    """Isi badan JSON; `ValueError`, `KeyError` atau `TypeError` bila rusak."""
    data = _urai(body)
    rows = data["ubahan"]
    if not 0 < len(rows) <= TERBANYAK:
        raise ValueError
    ubahan = [_ubahan(row) for row in rows]
    nomor = _teks(data.get("nomor", ""))
    if len(nomor) > PANJANG_NOMOR:
        raise ValueError
    akun = _teks(data.get("akun", ""))
    return Kiriman(ubahan, note=_note(data), nomor=nomor, akun=akun)


def _urai(body: bytes) -> Any:
    """Nilai JSON-nya; yang bersarang terlalu dalam sama dengan yang rusak."""
    try:
        return json.loads(body)
    except RecursionError as error:
        raise ValueError("terlalu dalam") from error


def received(grid: Any, ubahan: Sequence[Ubahan]) -> list[Hasil]:
    """Nasib kiriman yang sudah pernah diterima: isi tiap selnya sekarang."""
    rows = {row.kunci: row for row in grid.rows()}
    columns = {kolom.nama: kolom for kolom in grid.columns()}
    hasil = []
    for satu in ubahan:
        row = rows.get(satu.kunci)
        kolom = columns.get(satu.kolom)
        kini = satu.baru
        if row is not None and kolom is not None:
            kini = row.tulisan(kolom)
        hasil.append(satu.hasil(TERSIMPAN, kini))
    return hasil


def _note(data: Mapping[str, Any]) -> str:
    """Cara ubahan itu diketik, bila bukan sel demi sel di halamannya."""
    cara = []
    if data.get("tempel"):
        cara.append(DITEMPEL)
    if data.get("titip"):
        cara.append(DITITIP)
    return " ".join(cara)


def _ubahan(row: Mapping[str, Any]) -> Ubahan:
    return Ubahan(
        kunci=_teks(row["b"]),
        kolom=_teks(row["k"]),
        lama=_teks(row["lama"]),
        baru=_teks(row["baru"]),
    )


def _teks(nilai: Any) -> str:
    """Kiriman yang bukan tulisan, atau tidak dapat disimpan sebagai tulisan, ditolak seluruhnya."""
    if not isinstance(nilai, str):
        raise TypeError
    nilai.encode()  # separuh pasangan pengganti: `UnicodeEncodeError`, sebuah `ValueError`
    if NUL in nilai:
        raise ValueError
    return nilai
