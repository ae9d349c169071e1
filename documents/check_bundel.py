"""Memeriksa satu bundel bukti tanpa jaringan, hanya dengan pustaka baku Python.

    python3 -I periksa.py               folder tempat berkas ini berada
    python3 -I periksa.py BUNDEL.zip    bundel yang belum dibuka

Keluarannya satu kalimat tiap kerusakan. Kode keluar 0 bila utuh, 1 bila rusak.
"""

import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BLOK = 4096
MANIFEST = "MANIFEST.json"
SIDIK = "SIDIK.txt"
JEJAK = "jejak.json"
PENGESAHAN = "pengesahan.json"
BUKTI = "bukti.json"
NASKAH = "naskah.pdf"
ISI = "isi.json"
DAFTAR = (MANIFEST, PENGESAHAN, JEJAK, BUKTI)
UTUH = "Bundel utuh."
Daftar = list[dict[str, Any]]
Isi = dict[str, bytes]  # nama berkas → isinya


def sidik(isi: bytes) -> str:
    """SHA-256 heksadesimal."""
    return hashlib.sha256(isi).hexdigest()


def sidik_blok(isi: bytes) -> list[str]:
    """Sidik pendek tiap blok, agar bita yang berubah dapat ditunjuk letaknya."""
    hasil = []
    for awal in range(0, len(isi), BLOK):
        potong = isi[awal : awal + BLOK]
        hasil.append(sidik(potong)[:16])
    return hasil


def read(tempat: Path) -> Isi:
    """Semua berkas bundel; `ValueError` bila zip rusak atau namanya berulang."""
    if tempat.is_dir():
        isi = {}
        for berkas in sorted(tempat.rglob("*")):
            if berkas.is_file():
                jalan = berkas.relative_to(tempat)
                nama = jalan.as_posix()
                isi[nama] = berkas.read_bytes()
        return isi
    try:
        return _read_zip(tempat)
    except (OSError, zipfile.BadZipFile) as error:
        raise ValueError(f"{tempat.name} tidak dapat dibuka: {error}.") from error


def _read_zip(tempat: Path) -> Isi:
    isi: Isi = {}
    with zipfile.ZipFile(tempat) as arsip:
        for entri in arsip.infolist():
            nama = entri.filename
            if nama in isi:
                raise ValueError(f"{nama} ada dua kali di dalam {tempat.name}.")
            isi[nama] = arsip.read(entri)
    return isi


def check(isi: Isi) -> Iterator[str]:
    """Satu kalimat tiap kerusakan; tidak ada bila utuh."""
    for nama in (SIDIK, *DAFTAR):
        if nama not in isi:
            yield f"{nama} hilang."
            return
    tertulis = isi[SIDIK].decode(errors="replace")
    if tertulis.strip() != sidik(isi[MANIFEST]):
        yield f"{MANIFEST} berubah: sidiknya bukan yang tertulis pada {SIDIK}."
    daftar = {}
    try:
        for nama in DAFTAR:
            daftar[nama] = json.loads(isi[nama])
    except ValueError as error:
        yield f"Daftar di dalam bundel bukan JSON yang utuh: {error}."
        return
    try:
        yield from _berkas(isi, daftar[MANIFEST]["berkas"])
        yield from _pengesahan(isi, daftar[PENGESAHAN])
        yield from _jejak(daftar[JEJAK])
        yield from _bukti(isi, daftar[BUKTI], daftar[JEJAK])
    except (KeyError, TypeError, AttributeError) as error:
        yield f"Daftar di dalam bundel tidak berbentuk semestinya: {error}."


def _berkas(isi: Isi, tercatat: dict[str, Any]) -> Iterator[str]:
    """Yang hilang, yang berubah dengan letaknya, dan yang tidak tercatat."""
    for nama, catatan in tercatat.items():
        if nama not in isi:
            yield f"{nama} hilang."
        elif sidik(isi[nama]) != catatan["sha256"]:
            letak = _letak(isi[nama], catatan)
            yield f"{nama} berubah{letak}."
    dikenal = {MANIFEST, SIDIK, *tercatat}
    asing = isi.keys() - dikenal
    for nama in sorted(asing):
        yield f"{nama} tidak tercatat pada {MANIFEST}."


def _letak(isi: bytes, catatan: dict[str, Any]) -> str:
    """Blok pertama yang lain, dan ukurannya bila berganti."""
    nomor = 0
    for kini, semula in zip(sidik_blok(isi), catatan["blok"], strict=False):
        if kini != semula:
            break
        nomor += 1
    awal = nomor * BLOK
    akhir = awal + BLOK - 1
    letak = f" mulai bita {awal}–{akhir}"
    ukuran = len(isi)
    semula = catatan["ukuran"]
    if ukuran != semula:
        return f"{letak}; ukurannya {ukuran} bita, semula {semula}"
    return letak


def _pengesahan(isi: Isi, pengesahan: dict[str, Any]) -> Iterator[str]:
    """PDF dan isi beku sama dengan yang ditandatangani."""
    for nama, kolom in ((NASKAH, "pdf_sha256"), (ISI, "isi_sha256")):
        if nama not in isi:
            continue
        ditandatangani = pengesahan[kolom]
        if sidik(isi[nama]) != ditandatangani:
            yield f"{nama} bukan yang ditandatangani menurut {PENGESAHAN}."


def _jejak(jejak: Daftar) -> Iterator[str]:
    """Tiap kejadian dihitung ulang hash-nya; yang bernomor berurutan menyambung."""
    sebelum = None
    ujung = ""
    for satu in jejak:
        kejadian = satu["isi"]
        nomor = kejadian["nomor"]
        tulisan = json.dumps(kejadian, sort_keys=True, ensure_ascii=False)
        dihitung = sidik(tulisan.encode())
        if dihitung != satu["hash"]:
            yield f"{JEJAK}: kejadian #{nomor} isinya berubah."
        if sebelum == nomor - 1 and ujung != kejadian["previous_hash"]:
            yield f"{JEJAK}: kejadian #{nomor} tidak menyambung ke sebelumnya."
        sebelum = nomor
        ujung = satu["hash"]


def _bukti(isi: Isi, semua: Daftar, jejak: Daftar) -> Iterator[str]:
    """Sidik tiap bukti sama dengan yang tercatat saat dilampirkan."""
    dilampirkan = set(_dilampirkan(jejak))
    for bukti in semua:
        nama = bukti["berkas"]
        tercatat = bukti["sha256"]
        if nama in isi and sidik(isi[nama]) != tercatat:
            yield f"{nama} bukan berkas yang dilampirkan menurut {BUKTI}."
        kunci = (bukti["model"], bukti["nomor"], tercatat)
        if kunci not in dilampirkan:
            yield f"{nama} tidak tercatat dilampirkan pada {JEJAK}."


def _dilampirkan(jejak: Daftar) -> Iterator[tuple[str, str, str]]:
    """Model, nomor dan sidik tiap berkas menurut kejadiannya."""
    for satu in jejak:
        kejadian = satu["isi"]
        perubahan = kejadian["changes"]
        for nilai in perubahan.get("sha256", ()):
            yield (kejadian["model"], kejadian["object_id"], nilai)


def main(argumen: list[str]) -> int:
    """Cetak hasilnya; 0 bila utuh."""
    sendiri = Path(__file__).resolve()
    tempat = sendiri.parent
    if argumen:
        tempat = Path(argumen[0])
    try:
        isi = read(tempat)
        kerusakan = list(check(isi))
    except ValueError as error:
        kerusakan = [str(error)]
        isi = {}
    for kalimat in kerusakan:
        sys.stdout.write(f"RUSAK: {kalimat}\n")
    if kerusakan:
        return 1
    banyak = len(isi)
    tertulis = sidik(isi[MANIFEST])
    sys.stdout.write(f"{UTUH} {banyak} berkas, sidik {tertulis}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
