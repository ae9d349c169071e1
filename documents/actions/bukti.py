"""Melampirkan bukti: baris, jejak dan berkasnya tersimpan bersama atau tidak sama sekali."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from core import audit, door
from documents.models import BuktiFormulir
from documents.snapshot import digest


def attach_bukti(*, pemilik: Any, berkas: Iterable[Any], by: Any, **kolom: Any) -> list[Any]:
    """Satu baris `bukti` dan satu kejadian audit per berkas; `audit.Refused` bila sudah terlampir.

    `kolom` isian lain barisnya. Berkas yang sudah tersimpan dihapus lagi bila berkas berikutnya
    gagal; bila transaksi pemanggil yang kemudian gagal, pemanggil memanggil `discard_bukti`.
    """
    stored: list[Any] = []
    try:
        with audit.locked(pemilik.kabupaten_kode):
            for satu in berkas:
                bukti = _stored(pemilik, satu, by, kolom)
                stored.append(bukti)
                door.save(bukti, by=by)
    except BaseException:
        discard_bukti(stored)
        raise
    return stored


def discard_bukti(rows: Iterable[Any]) -> None:
    """Hapus berkas dari baris yang batal tersimpan; baris yang sah tidak pernah lewat sini."""
    for row in rows:
        row.berkas.storage.delete(str(row.berkas.name))


def attach_formulir(*, berkas: Iterable[Any], by: Any, **kolom: Any) -> list[Any]:
    """Berkas formulir terisi satu baris kisi; `kolom` kisi, tahun, baris, kode dan judulnya.

    `audit.Refused` bila terkunci atau berkasnya sudah terlampir.
    """
    stored: list[Any] = []
    kabupaten = by.kabupaten
    try:
        with audit.locked(kabupaten.kode):
            for satu in berkas:
                bukti = BuktiFormulir(kabupaten=kabupaten, **kolom)
                _store_berkas(bukti, satu, by)
                stored.append(bukti)
                door.save(bukti, by=by)
    except BaseException:
        discard_bukti(stored)
        raise
    return stored


def _stored(pemilik: Any, satu: Any, by: Any, kolom: dict[str, Any]) -> Any:
    """Baris yang berkasnya sudah di penyimpanan, belum di basis data."""
    satu.seek(0)
    sha256 = digest(satu.read())
    if pemilik.bukti.filter(sha256=sha256, **kolom).exists():
        raise audit.Refused(f"“{satu.name}” sudah terlampir pada {pemilik._meta.verbose_name} ini.")
    relasi = pemilik.bukti
    bukti = relasi.model(**{relasi.field.name: pemilik}, **kolom)
    _store_berkas(bukti, satu, by)
    return bukti


def _store_berkas(bukti: Any, satu: Any, by: Any) -> None:
    """Berkas dan sidiknya; barisnya sendiri belum tersimpan."""
    satu.seek(0)
    bukti.sha256 = digest(satu.read())
    satu.seek(0)
    bukti.nama = str(satu.name)
    bukti.ukuran = satu.size or 0
    bukti.uploaded_by = str(by)[:200]
    bukti.uploaded_at = timezone.now()
    bukti.berkas.save(bukti.nama, satu, save=False)
