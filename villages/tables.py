import django_tables2 as tables

from core.tables import AngkaColumn, StatusColumn, Table, TotalColumn
from villages.models import (
    AliasNama,
    AnggotaKerjaSama,
    AngkaIkk,
    BatasDesa,
    BerkasIkk,
    Desa,
    DokumenKerjaSama,
    FormulirKerjaSama,
    Kecamatan,
    KegiatanPkk,
    KerjaSama,
    Lembaga,
    OutcomeIkk,
    OutputIkk,
    Pengurus,
    RekapLembaga,
    RincianLembaga,
    RiwayatKecamatan,
    RiwayatWilayah,
    TautanKerjaSama,
)
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


class RiwayatKecamatanTable(Table):
    related = ("kecamatan",)

    class Meta(Table.Meta):
        model = RiwayatKecamatan
        fields = ("nama", "kode", "sampai", "dasar", "kecamatan")


class RiwayatWilayahTable(Table):
    related = ("kecamatan", "desa")

    class Meta(Table.Meta):
        model = RiwayatWilayah
        fields = ("nama", "kode", "jenis", "kecamatan", "sampai", "dasar", "desa")


class AliasNamaTable(Table):
    related = ("kecamatan", "desa__kecamatan")
    desa = tables.Column("Desa menurut kode", linkify=True)

    class Meta(Table.Meta):
        model = AliasNama
        fields = ("tulisan", "kecamatan", "desa", "oleh", "waktu")


class BatasDesaTable(Table):
    related = ("desa",)

    class Meta(Table.Meta):
        model = BatasDesa
        fields = ("desa", "sumber")


class KerjaSamaTable(Table):
    related = ("kecamatan",)

    class Meta(Table.Meta):
        model = KerjaSama
        fields = ("jenis", "kecamatan", "kawasan", "tema", "is_prioritas_nasional", "bumdesma")


class TautanKerjaSamaTable(Table):
    class Meta(Table.Meta):
        model = TautanKerjaSama
        fields = ("judul", "tautan")


class DokumenKerjaSamaTable(Table):
    class Meta(Table.Meta):
        model = DokumenKerjaSama
        fields = ("nama", "ukuran", "uploaded_by", "uploaded_at")


class FormulirKerjaSamaTable(Table):
    related = ("kerja_sama__kecamatan",)

    class Meta(Table.Meta):
        model = FormulirKerjaSama
        fields = ("kerja_sama", "tahun", "dokumen", "keterangan")


class AnggotaKerjaSamaTable(Table):
    """Tanpa kontak dan telepon: data pribadi tidak ditampilkan dalam daftar."""

    related = ("desa", "kerja_sama__kecamatan")
    jenis = tables.Column(
        "Jenis", accessor="kerja_sama__get_jenis_display", order_by="kerja_sama__jenis"
    )
    kecamatan = tables.Column("Kecamatan", accessor="kerja_sama__kecamatan")
    desa = tables.Column("Desa menurut kode", linkify=True)

    class Meta(Table.Meta):
        model = AnggotaKerjaSama
        fields = (
            "nama_tercetak",
            "desa",
            "kecamatan",
            "jenis",
            "tahun",
            "is_aktif",
            "perdes",
            "keterangan",
        )


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


class RincianLembagaTable(Table):
    related = ("desa__kecamatan",)
    kecamatan = tables.Column("Kecamatan", accessor="desa__kecamatan")

    class Meta(Table.Meta):
        model = RincianLembaga
        fields = ("desa", "kecamatan", "tahun", *LEMBAGA)


class LembagaTable(Table):
    related = ("desa__kecamatan",)
    kecamatan = tables.Column("Kecamatan", accessor="desa__kecamatan")

    class Meta(Table.Meta):
        model = Lembaga
        fields = (
            "nama",
            "jenis",
            "desa",
            "kecamatan",
            "nomor_sk",
            "tanggal_sk",
            "mulai",
            "berakhir",
        )


class PengurusTable(Table):
    """Tanpa telepon: data pribadi tidak ditampilkan dalam daftar."""

    related = ("lembaga__desa",)

    class Meta(Table.Meta):
        model = Pengurus
        fields = ("nama", "jabatan", "urutan", "lembaga")


class KegiatanPkkTable(Table):
    related = ("kecamatan",)
    up2k = AngkaColumn("Kelompok UP2K", orderable=False)

    class Meta(Table.Meta):
        model = KegiatanPkk
        fields = (
            "kecamatan",
            "tahun",
            "buta_aksara",
            "paud",
            "taman_bacaan",
            "bkb",
            "up2k",
            "koperasi",
        )


class OutcomeIkkTable(Table):
    class Meta(Table.Meta):
        model = OutcomeIkk
        fields = ("nama", "nomor")


class OutputIkkTable(Table):
    class Meta(Table.Meta):
        model = OutputIkk
        fields = ("uraian", "nomor", "sumber")


class AngkaIkkTable(Table):
    related = ("output",)

    class Meta(Table.Meta):
        model = AngkaIkk
        fields = ("output", "tahun", "tercetak", "sumber")


class BerkasIkkTable(Table):
    related = ("kabupaten",)
    status = StatusColumn()

    class Meta(Table.Meta):
        model = BerkasIkk
        fields = ("tahun", "nomor", "tanggal", "status")
