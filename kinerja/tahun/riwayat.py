"""Realisasi Renstra sampai tahun lalu (kolom 6 Formulir E.81), dari tahun-tahun yang ada di sistem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.db.models import Sum

from accounts.models import Kabupaten
from kinerja.aturan import kode
from kinerja.aturan.rencana import Angka, jumlah
from kinerja.models import PengukuranKegiatan, PengukuranProgram, PengukuranSub, PeriodeRenstra, Program

Kunci = tuple[str, str]  # kode baku dan indikator
Baris = tuple[str, str, Decimal | None, Decimal | None]  # kode, indikator, K, Rp


@dataclass(frozen=True)
class Riwayat:
    """Kosong bila tahun ini awal periode atau ada tahun sebelumnya yang tidak dimuat."""

    angka: Mapping[Kunci, Angka]

    def dari(self, tulisan: str, indikator: str = "") -> Angka:
        """Realisasi kode itu; yang tidak pernah diukur tetap `None`."""
        return self.angka.get(_kunci(tulisan, indikator), Angka())


def baca_riwayat(kabupaten: Kabupaten, periode: PeriodeRenstra | None, tahun: int) -> Riwayat:
    """Satu kueri tiap tingkat; baris sub kegiatan dibedakan menurut kode baku dan indikatornya."""
    tahun_lalu = range(periode.tahun_awal, tahun) if periode else range(0)
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun__in": tahun_lalu}
    ada = Program.objects.filter(**milik).values_list("tahun", flat=True) if tahun_lalu else ()
    if not tahun_lalu or set(ada) != set(tahun_lalu):
        return Riwayat(MappingProxyType({}))
    hasil: dict[Kunci, Angka] = {}
    for model, induk in ((PengukuranProgram, "program"), (PengukuranKegiatan, "kegiatan__program")):
        kolom = f"{induk.split('__')[0]}__kode"
        rows = model._default_manager.filter(**_awali(induk, milik)).order_by().values_list(kolom)
        _tambah(hasil, ((tulisan, "", k, None) for tulisan, k in rows.annotate(Sum("kinerja"))))
    sub = PengukuranSub.objects.filter(**_awali("sub_kegiatan__kegiatan__program", milik))
    rows = sub.order_by().values_list("sub_kegiatan__kode", "sub_kegiatan__indikator")
    _tambah(hasil, rows.annotate(Sum("kinerja"), Sum("keuangan")))
    return Riwayat(MappingProxyType(hasil))


def _tambah(hasil: dict[Kunci, Angka], rows: Iterable[Baris]) -> None:
    for tulisan, indikator, k, rp in rows:
        kunci = _kunci(tulisan, indikator)
        lama = hasil.get(kunci, Angka())
        hasil[kunci] = Angka(jumlah((lama.k, k)), jumlah((lama.rp, rp)))


def _kunci(tulisan: str, indikator: str) -> Kunci:
    return kode.baku(tulisan), indikator.strip().lower()


def _awali(awalan: str, milik: dict[str, Any]) -> dict[str, Any]:
    return {f"{awalan}__{kolom}": nilai for kolom, nilai in milik.items()}
