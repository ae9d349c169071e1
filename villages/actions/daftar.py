"""Menerapkan daftar kode wilayah resmi."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from villages.actions.wilayah import ubah_desa
from villages.impor.wilayah import BARU, HILANG, KEMBALI, NAMA, TITIK
from villages.kode import jenis
from villages.models import Desa, Kecamatan


def terapkan_daftar(
    *, kabupaten: Kabupaten, ubahan: Sequence[dict[str, str]], sejak: datetime.date, by: Any, note: str
) -> None:
    """Simpan tiap ubahan dan catat; kecamatan baru sebelum desanya. `Refused` bila isinya sudah berubah."""
    with audit.locked(kabupaten.kode):
        for u in sorted(ubahan, key=lambda u: (len(u["kunci"]), u["kunci"])):
            if u["aksi"] == BARU:
                _tambah(kabupaten, u, by, note)
            else:
                _ubah(kabupaten, u, sejak, by, note)


def _tambah(kabupaten: Kabupaten, u: dict[str, str], by: Any, note: str) -> None:
    kode = u["kunci"]
    obj: Any = Kecamatan(kabupaten=kabupaten, kode=kode, nama=u["baru"])
    if len(kode) > 8:
        kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten, kode=kode[:8]).first()
        if kecamatan is None:
            raise Refused(f"Kecamatan {kode[:8]} belum tercatat.")
        obj = Desa(kecamatan=kecamatan, kode=kode, nama=u["baru"], jenis=jenis(kode))
        obj.lintang, obj.bujur = _titik(u["titik"])
    if type(obj).objects.filter(kode=kode).exists():
        raise Refused(f"Kode {kode} sudah tercatat.")
    door.save(obj, by=by, note=note)


def _ubah(kabupaten: Kabupaten, u: dict[str, str], sejak: datetime.date, by: Any, note: str) -> None:
    kode = u["kunci"]
    model, milik = (Desa, "kecamatan__kabupaten") if len(kode) > 8 else (Kecamatan, "kabupaten")
    obj: Any = model.objects.filter(kode=kode, **{milik: kabupaten}).first()
    if obj is None:
        raise Refused(f"Kode {kode} tidak tercatat lagi.")
    if u["aksi"] == HILANG:
        obj.sampai = sejak
    elif u["aksi"] == KEMBALI:
        obj.sampai = None
    elif u["aksi"] == TITIK:
        obj.lintang, obj.bujur = _titik(u["baru"])
    else:
        if obj.nama != u["lama"]:
            raise Refused(f"Nama {kode} sudah berubah menjadi {obj.nama}.")
        if u["aksi"] == NAMA and isinstance(obj, Desa):
            ubah_desa(lama=obj, sejak=sejak, dasar=note[:300], by=by)
        obj.nama = u["baru"]
    door.save(obj, by=by, note=note)


def _titik(teks: str) -> tuple[Decimal | None, Decimal | None]:
    if not teks:
        return None, None
    lintang, bujur = teks.split()
    return Decimal(lintang), Decimal(bujur)
