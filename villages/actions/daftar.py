"""Menerapkan satu edisi daftar kode wilayah: seluruhnya atau tidak sama sekali."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Max

from accounts.models import Kabupaten
from core import audit
from core.audit import Refused
from core.periode import tanggal_panjang
from documents.actions.jejak import Jejak
from villages.actions.edisi_baru import EdisiBaru
from villages.actions.edisi_lama import EdisiLama
from villages.actions.penerapan import Penerapan, Ubahan
from villages.models import Desa, Kecamatan

Tanggal = datetime.date | None  # `None` bila belum berakhir
LEBIH_LAMA = (
    "Edisi {terakhir} sudah dimuat dan daftar ini lebih lama. Isi “Sampai” agar dicatat sebagai "
    "riwayat."
)
SESUDAH = "Edisi terakhir yang dimuat berlaku sejak {terakhir}; “Sampai” paling akhir tanggal itu."


def apply_daftar(
    *,
    kabupaten: Kabupaten,
    ubahan: Sequence[Ubahan],
    sejak: datetime.date,
    sampai: Tanggal = None,
    dasar: str = "",
    by: Any,
    note: str,
) -> list[Jejak]:
    """Simpan dan catat tiap ubahan menurut keputusannya (`pilih`); edisi lama menyebut `sampai`.

    Kembaliannya baris yang ditulis, untuk dibatalkan kemudian.
    `Refused` bila isinya sudah berubah, keputusannya berselisih, atau edisi yang lebih baru sudah
    dimuat sedangkan `sampai` kosong.
    """
    with audit.locked(kabupaten.kode):
        _refuse_urutan(edisi_terakhir(kabupaten), sejak, sampai)
        penerapan = _penerapan(
            sampai,
            kabupaten=kabupaten,
            sejak=sejak,
            dasar=dasar,
            by=by,
            note=note,
        )
        penerapan.apply(ubahan)
    return penerapan.jejak


def _penerapan(sampai: Tanggal, **isi: Any) -> Penerapan:
    if sampai:
        return EdisiLama(sampai=sampai, **isi)
    ada = Kecamatan.objects.filter(kabupaten=isi["kabupaten"])
    return EdisiBaru(is_awal=not ada.exists(), **isi)


def edisi_terakhir(kabupaten: Kabupaten) -> Tanggal:
    """Sejak kapan edisi terbaru yang pernah mengubah wilayahnya berlaku."""
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
    tanggal = []
    for rows in (kecamatan, desa):
        tanggal.append(rows.aggregate(akhir=Max("edisi"))["akhir"])
    return max(filter(None, tanggal), default=None)


def _refuse_urutan(
    terakhir: Tanggal,
    sejak: datetime.date,
    sampai: Tanggal,
) -> None:
    """Edisi diterapkan berurutan menurut tanggal berlakunya."""
    if terakhir is None:
        return
    sebutan = tanggal_panjang(terakhir)
    if sampai is None and sejak < terakhir:
        raise Refused(LEBIH_LAMA.format(terakhir=sebutan))
    if sampai and sampai > terakhir:
        raise Refused(SESUDAH.format(terakhir=sebutan))
