import django_tables2 as tables

from core.tables import AngkaColumn, StatusColumn, Table
from idm.models import (
    AmbangStatus,
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    IndikatorIdm,
    Instrumen,
    KriteriaSkor,
    LayananRumusan,
    PenetapanIdm,
    RekapStatus,
    TerbitanIdm,
)
from idm.scoring import DESIMAL


class InstrumenTable(Table):
    class Meta(Table.Meta):
        model = Instrumen
        fields = ("nama", "kode", "tahun_awal", "tahun_akhir", "regulasi")


class IndikatorIdmTable(Table):
    class Meta(Table.Meta):
        model = IndikatorIdm
        fields = ("nama", "posisi", "indeks", "dimensi", "kode")


class KriteriaSkorTable(Table):
    related = ("indikator",)

    class Meta(Table.Meta):
        model = KriteriaSkor
        fields = ("kriteria", "skor", "indikator")


class IdmDesaTable(Table):
    """Indeks selalu empat desimal, seperti diterbitkan."""

    kecamatan = tables.Column("Kecamatan", accessor="desa__kecamatan")
    idm = AngkaColumn(desimal=DESIMAL)
    status = StatusColumn()
    iks = AngkaColumn(desimal=DESIMAL)
    ike = AngkaColumn(desimal=DESIMAL)
    ikl = AngkaColumn(desimal=DESIMAL)

    class Meta(Table.Meta):
        model = IdmDesa
        fields = ("desa", "kecamatan", "tahun", "idm", "status", "iks", "ike", "ikl")


class RiwayatIdmTable(IdmDesaTable):
    """Satu desa dari tahun ke tahun."""

    class Meta(Table.Meta):
        model = IdmDesa
        fields = ("tahun", "idm", "status", "iks", "ike", "ikl", "sumber")
        exclude = ("desa", "kecamatan")


class RekapStatusTable(Table):
    jumlah = AngkaColumn("Jumlah desa", orderable=False)

    class Meta(Table.Meta):
        model = RekapStatus
        fields = (
            "tahun", "mandiri", "maju", "berkembang", "tertinggal", "sangat_tertinggal", "jumlah", "sumber",
        )  # fmt: skip


class LayananRumusanTable(Table):
    class Meta(Table.Meta):
        model = LayananRumusan
        fields = ("kabupaten", "is_aktif")


class AmbangStatusTable(Table):
    class Meta(Table.Meta):
        model = AmbangStatus
        fields = ("status", "batas", "sebutan")


class DimensiIndeksTable(Table):
    class Meta(Table.Meta):
        model = DimensiIndeks
        fields = ("nama", "posisi", "kode", "maksimum")


class TerbitanIdmTable(IdmDesaTable):
    class Meta(Table.Meta):
        model = TerbitanIdm
        fields = ("desa", "kecamatan", "tahun", "idm", "status", "iks", "ike", "ikl", "sumber")


class IndeksDesaTable(Table):
    """Skor 0–100 dua desimal; tidak disandingkan dengan IDM."""

    kecamatan = tables.Column("Kecamatan", accessor="desa__kecamatan")
    skor = AngkaColumn(desimal=2)
    status = StatusColumn()

    class Meta(Table.Meta):
        model = IndeksDesa
        fields = ("desa", "kecamatan", "tahun", "skor", "status", "instrumen")


class PenetapanIdmTable(Table):
    related = ("kabupaten",)
    status = StatusColumn()

    class Meta(Table.Meta):
        model = PenetapanIdm
        fields = ("tahun", "nomor", "tanggal", "status")
