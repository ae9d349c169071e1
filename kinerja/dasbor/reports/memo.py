"""Yang belum selesai sebelum rapat: temuan, catatan reviu, rekomendasi dan komitmen."""

import datetime
from collections import Counter
from dataclasses import dataclass

from accounts.models import User
from kinerja.dasbor.reports.naskah import RekomendasiTerbuka, rekomendasi_terbuka, semua_temuan
from kinerja.models import CatatanReviu, Rekomendasi


@dataclass(frozen=True, slots=True, kw_only=True)
class Tersisa:
    """Satu naskah: temuan yang menahan, peringatan dan catatan reviunya yang terbuka."""

    nama: str
    menahan: int
    terbuka: int
    catatan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiMemo:
    """Temuan tiap naskah, rekomendasi menurut tenggatnya, dan banyak yang selesai dari semuanya."""

    temuan: tuple[Tersisa, ...]
    rekomendasi: tuple[RekomendasiTerbuka, ...]
    selesai: int
    banyak: int


def memo(user: User, tahun: int, hari_ini: datetime.date) -> IsiMemo:
    """Rekomendasi dan komitmen sampai `tahun`; temuannya naskah tahun itu."""
    terbuka = rekomendasi_terbuka(user, tahun, hari_ini)
    semua = Rekomendasi.objects.visible_to(user).filter(tahun__lte=tahun)
    selesai, banyak = semua.kemajuan()
    return IsiMemo(
        temuan=_tersisa(user, tahun),
        rekomendasi=tuple(sorted(terbuka, key=_tenggat)),
        selesai=selesai,
        banyak=banyak,
    )


def _tenggat(satu: RekomendasiTerbuka) -> tuple[datetime.date, int]:
    return (satu.tenggat or datetime.date.max, satu.nomor)


def _tersisa(user: User, tahun: int) -> tuple[Tersisa, ...]:
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
    return tuple(hasil)
