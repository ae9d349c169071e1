"""Daftar target, realisasi, pengukuran triwulan dan buktinya."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse

from core.display import KOSONG
from core.tables import AngkaColumn, Table
from kinerja.aturan.satuan import tulisan_isi
from kinerja.models import (
    BuktiPengukuran,
    BuktiRealisasi,
    PengukuranSub,
    PerubahanTarget,
    Realisasi,
    Target,
)

URUT_MASA = ("triwulan", "bulan")


class TargetTable(Table):
    """Nilai ditulis dengan desimal cetak indikatornya, atau keadaannya."""

    related = ("indikator", "tingkat")
    indikator = tables.Column("Indikator", accessor="definisi", order_by="indikator")
    masa = tables.Column("Masa", order_by=URUT_MASA)
    nilai = AngkaColumn(accessor="isi", empty_values=(), orderable=False)
    satuan = tables.Column("Satuan", accessor="definisi__satuan", order_by="indikator__satuan")

    class Meta(Table.Meta):
        model = Target
        fields = ("indikator", "tahun", "masa", "nilai", "satuan", "tercetak")

    def render_nilai(self, value: Any, record: Any) -> str:
        return tulisan_isi(value, record.definisi.desimal_bagi(value)) or KOSONG


class RealisasiTable(Table):
    """Nilai dihitung dari pembilang dan penyebutnya bila ada; kosong bila dihitung dari sumber."""

    related = ("indikator", "tingkat")
    indikator = tables.Column("Indikator", accessor="definisi", order_by="indikator")
    masa = tables.Column("Masa", order_by=URUT_MASA)
    nilai = AngkaColumn(accessor="isi", empty_values=(), orderable=False)
    satuan = tables.Column("Satuan", accessor="definisi__satuan", order_by="indikator__satuan")

    class Meta(Table.Meta):
        model = Realisasi
        fields = ("indikator", "tahun", "masa", "nilai", "satuan", "tercetak")

    def render_nilai(self, value: Any, record: Any) -> str:
        if value is None:
            if record.definisi.sumber:
                return "dihitung sistem"
            return KOSONG
        return tulisan_isi(value, record.definisi.desimal_bagi(value))


class RealisasiListTable(RealisasiTable):
    """Daftar realisasi dengan banyak buktinya."""

    jumlah_bukti = AngkaColumn("Bukti")

    class Meta(RealisasiTable.Meta):
        pass


def unduhan(record: Any) -> str:
    """Alamat unduh berkas buktinya."""
    return reverse(f"kinerja:{record._meta.model_name}_download", args=[record.pk])


class BuktiTable(Table):
    """Bukti apa pun, dengan berkasnya."""

    berkas = tables.Column("Berkas", orderable=False, linkify=unduhan)

    class Meta(Table.Meta):
        fields = ("nama", "ukuran", "uploaded_by", "uploaded_at", "berkas")

    def render_berkas(self) -> str:
        """Alamatnya dari `linkify`."""
        return "Unduh"


class BuktiRealisasiTable(BuktiTable):
    """Bukti satu realisasi."""

    class Meta(BuktiTable.Meta):
        model = BuktiRealisasi


class BuktiListTable(BuktiRealisasiTable):
    """Bukti dengan tautan ke berkasnya."""

    class Meta(BuktiRealisasiTable.Meta):
        fields = ("nama", "realisasi", "ukuran", "uploaded_by", "uploaded_at", "berkas")
        sequence = fields


class PengukuranTable(Table):
    """K: angkanya atau keadaannya."""

    kinerja = AngkaColumn("Realisasi kinerja (K)", accessor="isi", empty_values=(), orderable=False)

    def render_kinerja(self, value: Any) -> str:
        """Angka, pecahan, sebutan, atau keadaannya."""
        return tulisan_isi(value) or KOSONG


class PengukuranSubTable(PengukuranTable):
    """K ditulis bersama satuannya atau keadaannya."""

    related = ("sub_kegiatan",)
    indikator = tables.Column("Indikator", accessor="sub_kegiatan__indikator")

    class Meta(Table.Meta):
        model = PengukuranSub
        fields = ("sub_kegiatan", "indikator", "triwulan", "kinerja", "keuangan", "penjelasan")


class PengukuranSubListTable(PengukuranSubTable):
    """Daftar pengukuran dengan banyak buktinya."""

    jumlah_bukti = AngkaColumn("Bukti")

    class Meta(PengukuranSubTable.Meta):
        pass


class BuktiPengukuranTable(BuktiTable):
    """Bukti satu pengukuran."""

    class Meta(BuktiTable.Meta):
        model = BuktiPengukuran


class BuktiPengukuranListTable(BuktiPengukuranTable):
    """Bukti dengan pengukurannya."""

    class Meta(BuktiPengukuranTable.Meta):
        fields = ("nama", "pengukuran", "ukuran", "uploaded_by", "uploaded_at", "berkas")
        sequence = fields


class PerubahanTargetTable(Table):
    """Riwayat target satu indikator."""

    class Meta(Table.Meta):
        model = PerubahanTarget
        fields = ("lama", "baru", "alasan", "oleh", "waktu")
