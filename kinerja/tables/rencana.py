"""Daftar rencana aksi, pengukuran, DPA, nomenklatur dan skala kualitatif."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse

from core.tables import AngkaColumn, Table
from kinerja.models import (
    BuktiPengukuran,
    Dpa,
    IndikatorTambahan,
    Nomenklatur,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    PerubahanTarget,
    RencanaAksi,
    SkalaKualitatif,
    TingkatKualitatif,
    Tujuan,
)
from kinerja.rencana import jumlah_bulan, per_triwulan


class TujuanTable(Table):
    related = ("periode",)

    class Meta(Table.Meta):
        model = Tujuan
        fields = ("nama", "nomor", "periode")


class DpaTable(Table):
    class Meta(Table.Meta):
        model = Dpa
        fields = ("nomor", "jenis", "tahun", "tanggal")


class PeriodeIsianTable(Table):
    class Meta(Table.Meta):
        model = PeriodeIsian
        fields = ("triwulan", "tahun", "mulai", "sampai")


class RencanaAksiTable(Table):
    """Persen tiap triwulan dijumlahkan dari bulannya."""

    related = ("sub_kegiatan__kegiatan__program",)
    sub_kegiatan = tables.Column("Sub kegiatan", linkify=lambda record: record.get_absolute_url())
    indikator = tables.Column("Indikator", accessor="sub_kegiatan__indikator")
    tw1, tw2, tw3, tw4 = (
        AngkaColumn(f"TW {r} (%)", empty_values=(), orderable=False) for r in ("I", "II", "III", "IV")
    )
    jumlah = AngkaColumn("Jumlah (%)", empty_values=(), orderable=False)

    class Meta(Table.Meta):
        model = RencanaAksi
        fields = ("sub_kegiatan", "indikator", "tw1", "tw2", "tw3", "tw4", "jumlah")

    def _tw(self, record: RencanaAksi, n: int) -> str:
        nilai = per_triwulan(record.bulan)[n - 1]
        return self.default if nilai is None else str(nilai)

    def render_tw1(self, record: RencanaAksi) -> str:
        return self._tw(record, 1)

    def render_tw2(self, record: RencanaAksi) -> str:
        return self._tw(record, 2)

    def render_tw3(self, record: RencanaAksi) -> str:
        return self._tw(record, 3)

    def render_tw4(self, record: RencanaAksi) -> str:
        return self._tw(record, 4)

    def render_jumlah(self, record: RencanaAksi) -> str:
        nilai = jumlah_bulan(record.bulan)
        return self.default if nilai is None else str(nilai)


class PengukuranProgramTable(Table):
    related = ("program",)

    class Meta(Table.Meta):
        model = PengukuranProgram
        fields = ("program", "triwulan", "kinerja", "penjelasan")


class PengukuranKegiatanTable(Table):
    related = ("kegiatan",)

    class Meta(Table.Meta):
        model = PengukuranKegiatan
        fields = ("kegiatan", "triwulan", "kinerja", "penjelasan")


class IndikatorTambahanTable(Table):
    related = ("program", "kegiatan")

    class Meta(Table.Meta):
        model = IndikatorTambahan
        fields = ("indikator", "program", "kegiatan", "target", "satuan")


class PengukuranTambahanTable(Table):
    related = ("tambahan",)

    class Meta(Table.Meta):
        model = PengukuranTambahan
        fields = ("tambahan", "triwulan", "kinerja", "penjelasan")


class PengukuranSubTable(Table):
    related = ("sub_kegiatan",)
    indikator = tables.Column("Indikator", accessor="sub_kegiatan__indikator")

    class Meta(Table.Meta):
        model = PengukuranSub
        fields = ("sub_kegiatan", "indikator", "triwulan", "kinerja", "keuangan", "penjelasan")


class PengukuranSubListTable(PengukuranSubTable):
    jumlah_bukti = AngkaColumn("Bukti")

    class Meta(PengukuranSubTable.Meta):
        pass


class BuktiPengukuranTable(Table):
    berkas = tables.Column(
        "Berkas", orderable=False, linkify=lambda record: reverse("kinerja:buktipengukuran_download", args=[record.pk])
    )

    class Meta(Table.Meta):
        model = BuktiPengukuran
        fields = ("nama", "ukuran", "uploaded_by", "uploaded_at", "berkas")

    def render_berkas(self) -> str:
        return "Unduh"


class BuktiPengukuranListTable(BuktiPengukuranTable):
    class Meta(BuktiPengukuranTable.Meta):
        fields = ("nama", "pengukuran", "ukuran", "uploaded_by", "uploaded_at", "berkas")
        sequence = fields


class PerubahanTargetTable(Table):
    related = ("target__indikator",)

    class Meta(Table.Meta):
        model = PerubahanTarget
        fields = ("lama", "baru", "alasan", "oleh", "waktu")


class PerubahanTargetListTable(PerubahanTargetTable):
    class Meta(PerubahanTargetTable.Meta):
        fields = ("target", "lama", "baru", "alasan", "oleh", "waktu")
        sequence = fields


class NomenklaturTable(Table):
    tahun_akhir = tables.Column("Sampai tahun", empty_values=())
    related = ("padanan",)

    class Meta(Table.Meta):
        model = Nomenklatur
        fields = ("kode", "nama", "tingkat", "tahun_awal", "tahun_akhir", "padanan", "regulasi")

    def render_tahun_akhir(self, value: Any) -> str:
        return str(value) if value else "sekarang"


class SkalaKualitatifTable(Table):
    class Meta(Table.Meta):
        model = SkalaKualitatif
        fields = ("nama", "kode", "regulasi")


class TingkatKualitatifTable(Table):
    related = ("skala",)

    class Meta(Table.Meta):
        model = TingkatKualitatif
        fields = ("nama", "keterangan", "skala", "urutan", "nilai")
