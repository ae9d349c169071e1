"""V11: angka terhadap ejaannya di dalam kurung, pada semua tulisan isi beku naskah."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from core.angka import ringkas
from core.bilangan import Ejaan, semua_ejaan
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji

BERBEDA = "Angka dan ejaannya di dalam kurung bukan bilangan yang sama."
SEBUTAN = ("nama", "uraian", "judul")  # kolom yang menyebut bagian isinya


@uji("V11", "angka terhadap ejaannya di dalam kurung, pada semua tulisan naskah")
def ejaan(naskah: Any, bahan: Any, isi: Any) -> Perbandingan:
    """Yang benar salah satunya, maka disebut menurut ejaannya."""
    for tempat, teks in tulisan_isi(isi):
        for satu in semua_ejaan(teks):
            yield temuan_ejaan(satu, tempat, fakta=kunci_fakta(tempat, "ejaan", satu.tertulis))


def temuan_ejaan(satu: Ejaan, tempat: str, *, fakta: str, url: str = "") -> Temuan | None:
    """`None` bila ejaannya angka itu."""
    if satu.is_sama:
        return None
    benar = ringkas(satu.dieja)
    return Temuan("V11", tempat, BERBEDA, satu.tertulis, benar, url, fakta=fakta)


def tulisan_isi(isi: Any, tempat: str = "") -> Iterator[tuple[str, str]]:
    """Tiap tulisan pada isi beku, di belakang sebutan bagian yang memuatnya.

    `isi` tulisan, dataclass isi naskah, kamus, atau kumpulannya, sedalam apa pun; jenis lain
    (angka, tanggal, kosong) dilewati. Sebutannya kolom `SEBUTAN` terdekat di atasnya.
    """
    if isinstance(isi, str):
        yield tempat, isi
    elif is_dataclass(isi.__class__):
        sebutan = _sebutan(isi) or tempat
        for field in fields(isi):
            yield from tulisan_isi(getattr(isi, field.name), sebutan)
    elif isinstance(isi, Mapping):
        yield from tulisan_isi(isi.values(), tempat)
    elif isinstance(isi, Iterable):
        for satu in isi:
            yield from tulisan_isi(satu, tempat)


def _sebutan(isi: Any) -> str:
    """Kolom pertama yang menyebutnya; kosong bila tidak ada."""
    semua = (getattr(isi, nama, "") for nama in SEBUTAN)
    return next(filter(None, semua), "")
