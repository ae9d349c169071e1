"""Isi naskah beku: JSON kanonik, hash, versi, pemulihan ke tipenya."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from hashlib import sha256
from types import NoneType
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_origin, get_type_hints

Plain = dict[str, Any]
Lift = Callable[[Plain], Plain]
VERSI_AWAL = 1  # isi beku yang belum menyebut versinya


class Isi(Protocol):
    """Isi satu jenis naskah: dataclass beku yang menyebut versi bentuknya."""

    VERSI: ClassVar[int]


T = TypeVar("T")


class Unreadable(ValueError):
    """Isi beku tidak cocok dengan bentuk naskahnya; pesannya menyebut letaknya."""


def canonical(isi: Any) -> str:
    """Teks JSON yang sama untuk isi yang sama: kunci berurut, desimal tulisan, versi disebut."""
    return json.dumps(
        isi,
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        default=_plain,
    )


def _plain(nilai: Any) -> Any:
    """Desimal tanpa eksponen, tanggal ISO; yang lain ditolak, tidak ditebak."""
    if is_dataclass(nilai):
        isi = columns(nilai)
        if hasattr(nilai, "VERSI"):
            isi.setdefault("versi", nilai.VERSI)
        return isi
    if isinstance(nilai, Decimal):
        return format(nilai, "f")
    if isinstance(nilai, date):
        return nilai.isoformat()
    raise TypeError(f"{type(nilai).__name__} tidak dapat dibekukan.")


def columns(isi: Any) -> Plain:
    """Kolom dataclass menurut namanya; isinya tidak diubah."""
    hasil = {}
    for field in fields(isi):
        hasil[field.name] = getattr(isi, field.name)
    return hasil


def digest(teks: str | bytes) -> str:
    """SHA-256 heksadesimal."""
    if isinstance(teks, str):
        teks = teks.encode()
    return sha256(teks).hexdigest()


def lifted(teks: str, versi: int, lift: Mapping[int, Lift]) -> Plain:
    """Isi beku dalam bentuk `versi`; `lift[n]` membawanya dari versi n ke n+1.

    `Unreadable` bila bukan JSON, lebih baru, atau tidak berbentuk seperti versinya.
    """
    isi = _read(teks)
    tertulis = isi.pop("versi", VERSI_AWAL)
    asal = _checked(tertulis, int, "versi")
    if asal > versi:
        raise Unreadable(
            f"Isi beku versi {asal}, sedangkan aplikasi ini mengenal sampai versi {versi}.",
        )
    for nomor in range(asal, versi):
        try:
            isi = lift[nomor](isi)
        except (KeyError, TypeError) as error:
            pesan = f"Isi beku versi {nomor} tidak berbentuk semestinya: {error}."
            raise Unreadable(pesan) from error
    return isi


def _read(teks: str) -> Plain:
    """Isi beku selalu objek; selain itu berkasnya rusak."""
    try:
        isi = json.loads(teks)
    except ValueError as error:
        raise Unreadable(f"Isi beku bukan JSON yang utuh: {error}.") from error
    if not isinstance(isi, dict):
        raise Unreadable("Isi beku bukan objek JSON.")
    return isi


def restore(tipe: Any, nilai: Any, letak: str = "isi") -> Any:
    """`nilai` JSON sebagai `tipe`: dataclass, `tuple[X, ...]`, `dict[str, X]`, `X | None`, lain.

    `Unreadable` menyebut letak kunci yang kurang, asing, atau salah jenisnya.
    """
    pilihan = get_args(tipe)
    if NoneType in pilihan:
        return _restore_optional(pilihan, nilai, letak)
    if is_dataclass(tipe):
        objek = _checked(nilai, dict, letak)
        return _restore_object(tipe, objek, letak)
    asal = get_origin(tipe)
    if asal is tuple:
        items = _restore_items(pilihan[0], nilai, letak)
        return tuple(items)
    if asal is dict:
        isi = _restore_nilai(pilihan[1], nilai, letak)
        return dict(isi)
    return _restore_scalar(tipe, nilai, letak)


def _restore_optional(pilihan: Iterable[Any], nilai: Any, letak: str) -> Any:
    """Kosong tetap kosong; selainnya menurut tipe yang lain."""
    if nilai is None:
        return None
    terisi = [satu for satu in pilihan if satu is not NoneType]
    return restore(terisi[0], nilai, letak)


def _restore_items(tipe: Any, nilai: Any, letak: str) -> Iterator[Any]:
    semua = _checked(nilai, list, letak)
    for nomor, satu in enumerate(semua):
        yield restore(tipe, satu, f"{letak}[{nomor}]")


def _restore_nilai(tipe: Any, nilai: Any, letak: str) -> Iterator[tuple[str, Any]]:
    semua = _checked(nilai, dict, letak)
    for kunci, satu in semua.items():
        isi = restore(tipe, satu, f"{letak}.{kunci}")
        yield kunci, isi


def _restore_object(tipe: Any, nilai: Plain, letak: str) -> Any:
    """Kunci yang kurang diisi nilai bawaan kolomnya; tanpa bawaan berarti isi itu rusak."""
    _check_kunci(tipe, nilai, letak)
    hints = _hints(tipe)
    isi = {}
    for nama, satu in nilai.items():
        hint = hints[nama]
        isi[nama] = restore(hint, satu, f"{letak}.{nama}")
    return tipe(**isi)


def _check_kunci(tipe: Any, nilai: Plain, letak: str) -> None:
    """Kunci yang kurang dan yang asing sama-sama ditolak."""
    kurang = [nama for nama in _required(tipe) if nama not in nilai]
    _refuse_kunci("kurang", kurang, letak)
    dikenal = {field.name for field in fields(tipe)}
    asing = nilai.keys() - dikenal
    _refuse_kunci("tidak dikenal", sorted(asing), letak)


def _refuse_kunci(sebutan: str, daftar: Sequence[str], letak: str) -> None:
    """Semua kunci yang salah disebut sekaligus."""
    if not daftar:
        return
    disebut = ", ".join(daftar)
    raise Unreadable(f"Kunci {sebutan} pada {letak}: {disebut}.")


def _restore_scalar(tipe: Any, nilai: Any, letak: str) -> Any:
    """Desimal dan tanggal beku sebagai tulisan, yang lain apa adanya."""
    try:
        if tipe is Decimal:
            tulisan = _checked(nilai, str, letak)
            return Decimal(tulisan)
        if tipe is date:
            tulisan = _checked(nilai, str, letak)
            return date.fromisoformat(tulisan)
    except (InvalidOperation, ValueError) as error:
        raise Unreadable(_salah_jenis(tipe, nilai, letak)) from error
    return _checked(nilai, tipe, letak)


def _checked(nilai: Any, tipe: type[T], letak: str) -> T:
    """Jenisnya tepat: `True` bukan bilangan satu."""
    if type(nilai) is not tipe:
        raise Unreadable(_salah_jenis(tipe, nilai, letak))
    return nilai


def _salah_jenis(tipe: Any, nilai: Any, letak: str) -> str:
    return f"{letak} berisi {nilai!r}, bukan {tipe.__name__}."


def _required(tipe: Any) -> list[str]:
    """Kolom tanpa nilai bawaan."""
    required = []
    for field in fields(tipe):
        if not _has_default(field):
            required.append(field.name)
    return required


def _has_default(field: Field[Any]) -> bool:
    if field.default is not MISSING:
        return True
    return field.default_factory is not MISSING


@cache
def _hints(tipe: Any) -> dict[str, Any]:
    """Sekali tiap dataclass; membacanya mahal."""
    return get_type_hints(tipe)
