"""Daftar Renstra, indikator, pohon program, rencana aksi dan acuannya."""

from functools import cached_property
from typing import Any

import django_tables2 as tables

from core.tables import AngkaColumn, Table, TotalColumn
from kinerja.aturan.rencana import jumlah_bulan, per_triwulan
from kinerja.models import (
    Indikator,
    Nomenklatur,
    Program,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.tahun.anggaran import Anggaran, uang


class IndikatorTable(Table):
    """Indikator dengan lambang arahnya."""

    def render_arah(self, record: Indikator) -> str:
        """Namanya saja; rumusnya pada halaman indikatornya."""
        return record.rumus.nama


class UangColumn(TotalColumn):
    """Angka satu program menurut `kinerja.tahun.anggaran`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, empty_values=(), orderable=False, **kwargs)

    def render(self, record: Any, bound_column: Any) -> str:
        return self.tulisan(self.value(record, bound_column))

    def value(self, record: Any, bound_column: Any) -> Any:
        """Angkanya, juga pada unduhannya."""
        return getattr(uang(record), bound_column.name)


class ProgramTable(Table):
    """Uang sebagaimana masuk laporan: dari sub kegiatan, atau dari dokumen bila tidak dirinci."""

    nama = tables.Column(footer="Jumlah")
    pagu = UangColumn("Pagu (Rp)")
    dilaporkan = UangColumn("Realisasi (Rp)")
    serapan = UangColumn("Penyerapan (%)", desimal=2, is_dijumlahkan=False)
    kelengkapan = tables.Column("Kelengkapan", empty_values=(), orderable=False)

    class Meta(Table.Meta):
        model = Program
        fields = (
            "nama",
            "kode",
            "tahun",
            "pagu",
            "dilaporkan",
            "serapan",
            "kelengkapan",
            "is_rinci",
        )

    @cached_property
    def totals(self) -> dict[str, Any]:
        total = Anggaran(tuple(uang(row) for row in self.data.data))
        kolom = ("pagu", "dilaporkan", "serapan")
        return {nama: getattr(total, nama) for nama in kolom}

    @cached_property
    def sebagian(self) -> set[str]:
        semua = [uang(row) for row in self.data.data]
        kurang = set()
        for nama in ("pagu", "dilaporkan"):
            nilai = {getattr(satu, nama) for satu in semua}
            if None in nilai and len(nilai) > 1:
                kurang.add(nama)
        if any(satu.tanpa_pagu and satu.pagu is not None for satu in semua):
            kurang.add("pagu")
        return kurang

    def render_kelengkapan(self, record: Any) -> str:
        """Berapa sub kegiatan yang pagu atau realisasinya belum ikut."""
        return uang(record).kelengkapan


class SubKegiatanTable(Table):
    """Sub kegiatan dengan uangnya."""

    related = ("kegiatan__program", "penanggung_jawab")
    nama = tables.Column(footer="Jumlah")
    tahun = tables.Column("Tahun", accessor="kegiatan__program__tahun")
    pagu_berlaku = TotalColumn("Pagu (Rp)")
    jumlah_realisasi = TotalColumn("Realisasi (Rp)")

    class Meta(Table.Meta):
        model = SubKegiatan
        fields = (
            "nama",
            "kode",
            "tahun",
            "target",
            "satuan",
            "pagu_berlaku",
            "jumlah_realisasi",
            "penanggung_jawab",
        )

    @cached_property
    def totals(self) -> dict[str, Any]:
        return self.data.data.uang()


class RencanaAksiTable(Table):
    """Persen tiap triwulan dijumlahkan dari bulannya."""

    sub_kegiatan = tables.Column("Sub kegiatan", linkify=lambda record: record.get_absolute_url())
    indikator = tables.Column("Indikator", accessor="sub_kegiatan__indikator")
    tw1, tw2, tw3, tw4 = (
        AngkaColumn(f"TW {r} (%)", empty_values=(), orderable=False)
        for r in ("I", "II", "III", "IV")
    )
    jumlah = AngkaColumn("Jumlah (%)", empty_values=(), orderable=False)

    class Meta(Table.Meta):
        model = RencanaAksi
        fields = (
            "sub_kegiatan",
            "indikator",
            "tw1",
            "tw2",
            "tw3",
            "tw4",
            "jumlah",
        )

    def _tw(self, record: RencanaAksi, n: int) -> str:
        """Jumlah bulan triwulan itu; tanpa jadwal bukan nol."""
        nilai = per_triwulan(record.bulan)[n - 1]
        if nilai is None:
            return self.default
        return str(nilai)

    def render_tw1(self, record: RencanaAksi) -> str:
        return self._tw(record, 1)

    def render_tw2(self, record: RencanaAksi) -> str:
        return self._tw(record, 2)

    def render_tw3(self, record: RencanaAksi) -> str:
        return self._tw(record, 3)

    def render_tw4(self, record: RencanaAksi) -> str:
        return self._tw(record, 4)

    def render_jumlah(self, record: RencanaAksi) -> str:
        """Jumlah setahun; tanpa jadwal bukan nol."""
        nilai = jumlah_bulan(record.bulan)
        if nilai is None:
            return self.default
        return str(nilai)


class NomenklaturTable(Table):
    """Kode dengan padanannya."""

    tahun_akhir = tables.Column("Sampai tahun", empty_values=())

    class Meta(Table.Meta):
        model = Nomenklatur
        fields = (
            "kode",
            "nama",
            "tingkat",
            "tahun_awal",
            "tahun_akhir",
            "padanan",
            "regulasi",
        )

    def render_tahun_akhir(self, value: Any) -> str:
        """Kosong berarti masih berlaku."""
        if value:
            return str(value)
        return "sekarang"
