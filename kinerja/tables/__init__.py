from functools import cached_property
from typing import Any

import django_tables2 as tables
from django.urls import reverse

from core.angka import format_angka
from core.display import KOSONG
from core.tables import AngkaColumn, StatusColumn, Table, TotalColumn
from kinerja.models import (
    AngkaTercetak,
    BuktiRealisasi,
    EvaluasiAkip,
    Indikator,
    Kegiatan,
    Lkjip,
    NaskahBaku,
    PeriodeRenstra,
    Program,
    Realisasi,
    RekapPegawai,
    Rekomendasi,
    Sasaran,
    SkalaPredikat,
    SubKegiatan,
    Target,
    TingkatPredikat,
)
from kinerja.tahun.anggaran import Anggaran, uang


class PeriodeRenstraTable(Table):
    class Meta(Table.Meta):
        model = PeriodeRenstra
        fields = ("nama", "tahun_awal", "tahun_akhir", "regulasi")


class SasaranTable(Table):
    related = ("periode",)

    class Meta(Table.Meta):
        model = Sasaran
        fields = ("nama", "nomor", "periode")


class IndikatorTable(Table):
    related = ("penanggung_jawab",)

    class Meta(Table.Meta):
        model = Indikator
        fields = ("nama", "jenis", "nomor", "satuan", "arah", "penanggung_jawab", "is_perjanjian")


class TargetTable(Table):
    """Nilai ditulis dengan desimal cetak indikatornya."""

    related = ("indikator",)
    satuan = tables.Column("Satuan", accessor="indikator__satuan")

    class Meta(Table.Meta):
        model = Target
        fields = ("indikator", "tahun", "masa", "nilai", "satuan", "tercetak")

    def render_nilai(self, value: Any, record: Any) -> str:
        return format_angka(value, record.indikator.desimal)


class RealisasiTable(Table):
    """Nilai dihitung dari pembilang dan penyebutnya bila ada; kosong bila sistem yang menghitung dari sumbernya."""

    related = ("indikator",)
    nilai = AngkaColumn(accessor="hitung", empty_values=(), orderable=False)
    satuan = tables.Column("Satuan", accessor="indikator__satuan")

    class Meta(Table.Meta):
        model = Realisasi
        fields = ("indikator", "tahun", "masa", "nilai", "satuan", "tercetak")

    def render_nilai(self, value: Any, record: Any) -> str:
        if value is None:
            return "dihitung sistem" if record.indikator.sumber else KOSONG
        return format_angka(value, record.indikator.desimal)


class RealisasiListTable(RealisasiTable):
    jumlah_bukti = AngkaColumn("Bukti")

    class Meta(RealisasiTable.Meta):
        pass


class BuktiRealisasiTable(Table):
    berkas = tables.Column(
        "Berkas", orderable=False, linkify=lambda record: reverse("kinerja:buktirealisasi_download", args=[record.pk])
    )

    class Meta(Table.Meta):
        model = BuktiRealisasi
        fields = ("nama", "ukuran", "uploaded_by", "uploaded_at", "berkas")

    def render_berkas(self) -> str:
        return "Unduh"


class BuktiListTable(BuktiRealisasiTable):
    class Meta(BuktiRealisasiTable.Meta):
        fields = ("nama", "realisasi", "ukuran", "uploaded_by", "uploaded_at", "berkas")
        sequence = fields


class UangColumn(TotalColumn):
    """Angka satu program menurut `kinerja.tahun.anggaran`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, empty_values=(), orderable=False, **kwargs)

    def render(self, record: Any, bound_column: Any) -> str:
        return self.text(getattr(uang(record), bound_column.name))


class ProgramTable(Table):
    """Uang sebagaimana masuk laporan: dari sub kegiatan, atau dari dokumen bila tidak dirinci."""

    nama = tables.Column(footer="Jumlah")
    pagu = UangColumn("Pagu (Rp)")
    realisasi = UangColumn("Realisasi (Rp)")
    persen = UangColumn("Penyerapan (%)", desimal=2)

    class Meta(Table.Meta):
        model = Program
        fields = ("nama", "kode", "tahun", "pagu", "realisasi", "persen", "is_rinci")

    @cached_property
    def totals(self) -> dict[str, Any]:
        total = Anggaran(tuple(uang(row) for row in self.data.data))
        return {"pagu": total.pagu, "realisasi": total.realisasi, "persen": total.persen}


class KegiatanTable(Table):
    related = ("program",)
    tahun = tables.Column("Tahun", accessor="program__tahun")
    jumlah_pagu = AngkaColumn("Pagu (Rp)")
    jumlah_realisasi = AngkaColumn("Realisasi (Rp)")

    class Meta(Table.Meta):
        model = Kegiatan
        fields = ("nama", "kode", "program", "tahun", "jumlah_pagu", "jumlah_realisasi")


class SubKegiatanTable(Table):
    related = ("kegiatan__program", "penanggung_jawab")
    nama = tables.Column(footer="Jumlah")
    tahun = tables.Column("Tahun", accessor="kegiatan__program__tahun")
    pagu_berlaku = TotalColumn("Pagu (Rp)")
    jumlah_realisasi = TotalColumn("Realisasi (Rp)")

    class Meta(Table.Meta):
        model = SubKegiatan
        fields = ("nama", "kode", "tahun", "target", "satuan", "pagu_berlaku", "jumlah_realisasi", "penanggung_jawab")

    @cached_property
    def totals(self) -> dict[str, Any]:
        return self.data.data.money()


class RekapPegawaiTable(Table):
    class Meta(Table.Meta):
        model = RekapPegawai
        fields = ("nama", "kelompok", "urutan", "jumlah", "tahun")


class EvaluasiAkipTable(Table):
    class Meta(Table.Meta):
        model = EvaluasiAkip
        fields = ("tahun", "nilai", "tercetak")


class RekomendasiTable(Table):
    related = ("evaluasi",)

    class Meta(Table.Meta):
        model = Rekomendasi
        fields = ("uraian", "nomor", "evaluasi", "tenggat", "tindak_lanjut")


class AngkaTercetakTable(Table):
    class Meta(Table.Meta):
        model = AngkaTercetak
        fields = ("tempat", "tercetak", "rujukan", "tahun", "dokumen")


class SkalaPredikatTable(Table):
    class Meta(Table.Meta):
        model = SkalaPredikat
        fields = ("nama", "kode", "regulasi")


class TingkatPredikatTable(Table):
    related = ("skala",)

    class Meta(Table.Meta):
        model = TingkatPredikat
        fields = ("nama", "skala", "urutan", "bawah", "is_bawah_inklusif", "atas", "is_atas_inklusif")


class NaskahBakuTable(Table):
    class Meta(Table.Meta):
        model = NaskahBaku
        fields = ("judul", "kode", "urutan")


class LkjipTable(Table):
    judul = tables.Column(
        verbose_name="LKjIP", empty_values=(), linkify=lambda record: record.get_absolute_url(), orderable=False
    )
    status = StatusColumn()

    class Meta(Table.Meta):
        model = Lkjip
        fields = ("judul", "nomor", "tanggal", "status", "signed_at")

    def render_judul(self, record: Lkjip) -> str:
        return str(record)
