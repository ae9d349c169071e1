import django_tables2 as tables

from core.tables import Table, TotalColumn
from villages.models import AnggotaKerjaSama, Desa, Kecamatan, KerjaSama, RekapLembaga
from villages.models.lembaga import LEMBAGA


class KecamatanTable(Table):
    class Meta(Table.Meta):
        model = Kecamatan
        fields = ("nama", "kode")


class DesaTable(Table):
    related = ("kecamatan",)

    class Meta(Table.Meta):
        model = Desa
        fields = ("nama", "kode", "jenis", "kecamatan")


class KerjaSamaTable(Table):
    related = ("kecamatan",)

    class Meta(Table.Meta):
        model = KerjaSama
        fields = ("jenis", "kecamatan", "tema", "is_prioritas_nasional", "bumdesma")


class AnggotaKerjaSamaTable(Table):
    """Tanpa kontak dan telepon: data pribadi tidak ditampilkan dalam daftar."""

    related = ("desa", "kerja_sama__kecamatan")
    jenis = tables.Column("Jenis", accessor="kerja_sama__get_jenis_display", order_by="kerja_sama__jenis")
    kecamatan = tables.Column("Kecamatan", accessor="kerja_sama__kecamatan")
    desa = tables.Column("Desa menurut kode", linkify=True)

    class Meta(Table.Meta):
        model = AnggotaKerjaSama
        fields = ("nama_tercetak", "desa", "kecamatan", "jenis", "tahun", "is_aktif", "perdes", "keterangan")


class RekapLembagaTable(Table):
    """Satu baris per kecamatan, jumlah semuanya di kaki tabel."""

    related = ("kecamatan",)
    kecamatan = tables.Column(footer="Jumlah")
    jumlah_desa = TotalColumn()
    jumlah_kelurahan = TotalColumn()
    posyandu = TotalColumn()
    lpm = TotalColumn()
    pkk = TotalColumn()
    rw = TotalColumn()
    rt = TotalColumn()
    karang_taruna = TotalColumn()
    lembaga_adat = TotalColumn()
    semua = TotalColumn("Semua", orderable=False)

    class Meta(Table.Meta):
        model = RekapLembaga
        fields = ("kecamatan", "tahun", "jumlah_desa", "jumlah_kelurahan", *LEMBAGA, "semua")
