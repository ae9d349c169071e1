"""Batas wilayah dari GeoJSON: poligon dikenali dari kode wilayah pada sifat-sifatnya.

Diurai di proses anak; semua masalah disebut sekaligus.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from core.angka import format_angka
from core.peta import ke_bulat
from core.terbatas import AnakGagal, ask, batasi, tolak
from documents.pembaca import LembarRefused
from villages.kode import POLA_DESA, bertitik

KodeLain = Mapping[str, str]  # kode pada berkasnya → kode kita
TITIK_TERBANYAK = 400_000
MEMORY_BYTES = 512 * 1024**2
SECONDS = 30
TERLALU_LAMA = "Batas terlalu lama dibaca; sederhanakan dulu."
TERLALU_BESAR = "Berkas GeoJSON terlalu besar untuk dibaca; sederhanakan dulu."
KELILING = ("Polygon", "MultiPolygon")
TANPA_UNSUR = "Berkas GeoJSON harus berisi FeatureCollection dengan sedikitnya satu unsur."
Cincin = list[list[Sequence[int]]]


class _Masalah(Exception):
    """Satu unsur yang tidak dapat dipakai, dengan sebabnya."""


@dataclass
class BatasTerbaca:
    """Cincin per kode wilayah bertitik, dan kalimat masalahnya.

    Titik cincin pasangan bilangan bulat seperseratus ribu derajat; `titik` banyaknya seluruhnya.
    """

    cincin: dict[str, Cincin] = field(default_factory=dict)
    masalah: list[str] = field(default_factory=list)
    titik: int = 0


def read(data: bytes, kode: KodeLain) -> BatasTerbaca:
    """Isi GeoJSON; `kode` dari tulisan kode ke kode bertitik.

    `LembarRefused` bila bukan GeoJSON, atau terlalu besar.
    """
    masukan = json.dumps(dict(kode)).encode() + b"\n" + data
    try:
        isi = ask(
            "villages.impor.batas",
            masukan,
            seconds=SECONDS,
            lama=TERLALU_LAMA,
            rusak=TERLALU_BESAR,
        )
    except AnakGagal as error:
        raise LembarRefused(str(error)) from error
    return BatasTerbaca(**json.loads(isi))


def main() -> None:
    """Proses anak: kamus kode sebaris lalu GeoJSON-nya dari masukan baku, JSON ke keluaran baku."""
    batasi(MEMORY_BYTES, SECONDS)
    kode, _, data = sys.stdin.buffer.read().partition(b"\n")
    try:
        hasil = urai(data, json.loads(kode))
    except LembarRefused as error:
        tolak(str(error))
    json.dump(asdict(hasil), sys.stdout)


def urai(data: bytes, kode: KodeLain) -> BatasTerbaca:
    """Dijalankan di proses anak; berhenti begitu titiknya terlalu banyak."""
    hasil = BatasTerbaca()
    for nomor, satu in enumerate(_semua_unsur(data), start=1):
        try:
            ketemu = _kode(satu, kode, hasil)
            hasil.cincin[ketemu] = _bentuk(satu, ketemu)
        except _Masalah as masalah:
            hasil.masalah.append(f"Unsur ke-{nomor}{masalah}")
            continue
        hasil.titik += sum(map(len, hasil.cincin[ketemu]))
        if hasil.titik > TITIK_TERBANYAK:
            terbanyak = format_angka(TITIK_TERBANYAK)
            raise LembarRefused(f"Batas memuat lebih dari {terbanyak} titik; sederhanakan dulu.")
    return hasil


def _semua_unsur(data: bytes) -> list[Any]:
    """Unsur FeatureCollection; berkas lain ditolak seluruhnya."""
    try:
        isi = json.loads(data, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise LembarRefused("Berkas bukan GeoJSON yang dapat dibaca.") from error
    if not isinstance(isi, dict) or isi.get("type") != "FeatureCollection":
        raise LembarRefused(TANPA_UNSUR)
    unsur = isi.get("features")
    if not isinstance(unsur, list) or not unsur:
        raise LembarRefused(TANPA_UNSUR)
    return unsur


def _kode(satu: Any, kode: KodeLain, hasil: BatasTerbaca) -> str:
    """Kode terinci pada sifat-sifatnya; `_Masalah` bila tidak ada atau sudah dibaca.

    Poligon desa yang kodenya tidak dikenal tidak menjadi batas kecamatannya.
    """
    dikenal = []
    for nilai in _sifat(satu):
        tulisan = str(nilai).strip()
        if tulisan in kode:
            dikenal.append(kode[tulisan])
        elif re.fullmatch(POLA_DESA, bertitik(tulisan)):
            raise _Masalah(f": kode desa {tulisan} tidak dikenal.")
    if not dikenal:
        raise _Masalah(": tidak memuat kode wilayah kabupaten ini.")
    ketemu = max(dikenal, key=len)
    if ketemu in hasil.cincin:
        raise _Masalah(f": batas {ketemu} sudah ada pada unsur sebelumnya.")
    return ketemu


def _sifat(satu: Any) -> Iterable[Any]:
    """Nilai sifat-sifat satu unsur; kosong bila bentuknya lain."""
    if not isinstance(satu, dict):
        return ()
    sifat = satu.get("properties")
    if not isinstance(sifat, dict):
        return ()
    return sifat.values()


def _bentuk(satu: Any, kode: str) -> Cincin:
    """Cincin poligonnya; `_Masalah` bila bentuknya lain atau koordinatnya rusak."""
    bentuk = satu.get("geometry")
    jenis = None
    if isinstance(bentuk, dict):
        jenis = bentuk.get("type")
    if jenis not in KELILING:
        sebutan = jenis or "kosong"
        raise _Masalah(f" ({kode}): bentuknya {sebutan}; harus poligon.")
    try:
        koordinat = bentuk["coordinates"]
        if jenis == "Polygon":
            koordinat = [koordinat]
        return _cincin(koordinat)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise _Masalah(f" ({kode}): koordinatnya tidak dapat dibaca.") from error


def _cincin(poligon: Any) -> Cincin:
    """Semua cincin semua poligon; `ValueError` bila tidak satu pun."""
    hasil = []
    for satu in poligon:
        for cincin in satu:
            titik = list(_titik(cincin))
            hasil.append(titik)
    if not hasil:
        raise ValueError
    return hasil


def _titik(cincin: Any) -> Iterator[tuple[int, int]]:
    """Koordinat bulat; yang bukan derajat menimbulkan `ValueError`."""
    if len(cincin) < 4:
        raise ValueError
    for bujur, lintang, *_ in cincin:
        x = Decimal(bujur)
        y = Decimal(lintang)
        if not (abs(x) <= 180 and abs(y) <= 90):
            raise ValueError
        yield ke_bulat(x), ke_bulat(y)
