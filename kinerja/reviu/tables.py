from core.tables import Table
from kinerja.models import (
    EvaluasiAkip,
    Rekomendasi,
)


class EvaluasiAkipTable(Table):
    class Meta(Table.Meta):
        model = EvaluasiAkip
        fields = ("tahun", "nilai", "tercetak")


class RekomendasiTable(Table):
    related = ("evaluasi",)

    class Meta(Table.Meta):
        model = Rekomendasi
        fields = ("uraian", "nomor", "evaluasi", "tenggat", "tindak_lanjut")
