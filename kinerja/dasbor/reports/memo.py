"""Yang belum selesai sebelum rapat: temuan, catatan reviu, rekomendasi dan komitmen."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

from kinerja.dasbor.reports.naskah import rekomendasi_terbuka, semua_temuan
from kinerja.models import CatatanReviu, Rekomendasi

Isi = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tersisa:
    """Satu naskah: temuan yang menahan, peringatan dan catatan reviunya yang terbuka."""

    nama: str
    menahan: int
    terbuka: int
    catatan: int


def memo(user: Any, tahun: int, hari_ini: datetime.date) -> Isi:
    """`temuan` tiap naskah, `rekomendasi` menurut tenggatnya, `kemajuan` selesai dan semuanya."""
    terbuka = rekomendasi_terbuka(user, tahun, hari_ini)
    semua = Rekomendasi.objects.visible_to(user).filter(tahun__lte=tahun)
    return {
        "temuan": _tersisa(user, tahun),
        "rekomendasi": sorted(terbuka, key=_tenggat),
        "kemajuan": semua.kemajuan(),
    }


def _tenggat(satu: Any) -> tuple[datetime.date, int]:
    return (satu.tenggat or datetime.date.max, satu.nomor)


def _tersisa(user: Any, tahun: int) -> list[Tersisa]:
    """Tiap naskah: temuan yang menahan dan terbuka, dan catatan reviu yang belum diterima."""
    rows = CatatanReviu.objects.visible_to(user).unfinished().filter(reviu__tahun=tahun)
    catatan = Counter(rows.order_by().values_list("reviu__judul", flat=True))
    hasil = []
    for satu in semua_temuan(user, tahun):
        tersisa = Tersisa(
            nama=satu.nama,
            menahan=satu.menahan,
            terbuka=satu.terbuka,
            catatan=catatan[satu.nama],
        )
        hasil.append(tersisa)
    return hasil
