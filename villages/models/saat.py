"""Wilayah pada satu tahun: yang ada, dan keadaannya menurut riwayatnya."""

import datetime
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce

from core.periode import akhir_tahun
from core.querysets import ScopedQuerySet


class WilayahQuerySet(ScopedQuerySet):
    """Kecamatan atau desa, kini maupun pada satu tahun."""

    def get_by_natural_key(self, kode: str) -> models.Model:
        return self.get(kode=kode)

    def berlaku(self) -> Any:
        """Yang kodenya masih dipakai."""
        return self.filter(sampai=None)

    def on(self, tahun: int) -> Any:
        """Yang ada pada akhir `tahun`, dengan `kode_saat`, `nama_saat`, dan seterusnya."""
        return self.ada(tahun).saat(tahun)

    def ada(self, tahun: int) -> Any:
        """Yang ada pada akhir `tahun`, tanpa keadaannya."""
        akhir = akhir_tahun(tahun)
        belum_berakhir = models.Q(sampai=None) | models.Q(sampai__gt=akhir)
        sudah_ada = models.Q(dibentuk=None) | models.Q(dibentuk__lte=akhir)
        return self.filter(belum_berakhir, sudah_ada)

    def terhitung(self, tahun: int) -> Any:
        """Yang dihitung pada akhir `tahun`; keadaannya tidak dibaca."""
        return self.ada(tahun)

    def berkode(self, kode: str, tahun: int) -> Any:
        """Yang berkode itu pada akhir `tahun`, atau kini; `None` bila tidak ada."""
        riwayat = self.model.RIWAYAT.lower()
        pernah = models.Q(kode=kode) | models.Q(**{f"{riwayat}__kode": kode})
        mungkin = list(self.filter(pernah).on(tahun).distinct())
        saat_itu = [satu for satu in mungkin if satu.kode_saat == kode]
        kini = [satu for satu in mungkin if satu.kode == kode]
        return next(iter(saat_itu + kini), None)

    def saat(self, tahun: int) -> Any:
        """Semua baris, dengan keadaannya pada akhir `tahun`."""
        akhir = akhir_tahun(tahun)
        semua = {}
        for nama in self.model.BERIWAYAT:
            semua[f"{nama}_saat"] = kolom_saat(self.model, nama, akhir)
        return self.annotate(**semua)

    def pada_tahun(self, tahun: int) -> Any:
        return self.saat(tahun)


@lru_cache  # menyusunnya semahal menanyakannya
def kolom_saat(model: Any, nama: str, akhir: datetime.date) -> Coalesce:
    """Kolom `nama` menurut riwayat tertua yang belum berakhir pada `akhir`, atau yang kini."""
    milik = {model.INDUK: models.OuterRef("pk")}
    lama = model.riwayat().filter(**milik, sampai__gt=akhir).order_by("sampai")
    lama = models.Subquery(lama.values(nama)[:1])
    field = model._meta.get_field(nama)
    jenis = field
    if field.is_relation:
        jenis = models.BigIntegerField()
    return Coalesce(lama, models.F(nama), output_field=jenis)
