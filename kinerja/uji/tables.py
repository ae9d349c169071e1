from core.tables import Table
from kinerja.models import (
    AngkaTercetak,
)


class AngkaTercetakTable(Table):
    class Meta(Table.Meta):
        model = AngkaTercetak
        fields = ("tempat", "tercetak", "rujukan", "tahun", "dokumen")
