"""Realisasi Renstra sampai tahun lalu (kolom 6 Formulir E.81), dijumlahkan dari tahun-tahun yang ada di sistem."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from accounts.models import Kabupaten
from kinerja import kode
from kinerja.models import PengukuranKegiatan, PengukuranProgram, PengukuranSub, PeriodeRenstra, Program
from kinerja.rencana import Angka, jumlah

Kunci = tuple[str, str]


class Riwayat:
    """Kosong bila tahun ini awal periode atau ada tahun sebelumnya yang tidak dimuat."""

    def __init__(self, kabupaten: Kabupaten, periode: PeriodeRenstra | None, tahun: int) -> None:
        self.angka: dict[Kunci, Angka] = {}
        tahun_lalu = range(periode.tahun_awal, tahun) if periode else range(0)
        milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun__in": tahun_lalu}
        ada = set(Program.objects.filter(**milik).values_list("tahun", flat=True)) if tahun_lalu else set()
        self.is_lengkap = bool(ada) and ada == set(tahun_lalu)
        if self.is_lengkap:
            self._baca(milik)

    def _baca(self, milik: dict[str, Any]) -> None:
        """Satu kueri tiap tingkat; baris sub kegiatan dibedakan menurut kode baku dan indikatornya."""
        for model, induk in ((PengukuranProgram, "program"), (PengukuranKegiatan, "kegiatan__program")):
            kolom = f"{induk.split('__')[0]}__kode"
            rows = model._default_manager.filter(**_awali(induk, milik)).values_list(kolom)
            self._tambah((tulisan, "", k, None) for tulisan, k in rows.order_by().annotate(Sum("kinerja")))
        sub = PengukuranSub.objects.filter(**_awali("sub_kegiatan__kegiatan__program", milik))
        kolom_sub = ("sub_kegiatan__kode", "sub_kegiatan__indikator")
        rows = sub.order_by().values_list(*kolom_sub).annotate(Sum("kinerja"), Sum("keuangan"))
        self._tambah(rows)

    def _tambah(self, rows: Iterable[tuple[str, str, Decimal | None, Decimal | None]]) -> None:
        for tulisan, indikator, k, rp in rows:
            kunci = (kode.baku(tulisan), indikator.strip().lower())
            lama = self.angka.get(kunci, Angka())
            self.angka[kunci] = Angka(jumlah((lama.k, k)), jumlah((lama.rp, rp)))

    def dari(self, tulisan: str, indikator: str = "") -> Angka:
        """Realisasi kode itu; yang tidak pernah diukur tetap `None`."""
        return self.angka.get((kode.baku(tulisan), indikator.strip().lower()), Angka())


def _awali(awalan: str, milik: dict[str, Any]) -> dict[str, Any]:
    return {f"{awalan}__{kolom}": nilai for kolom, nilai in milik.items()}
