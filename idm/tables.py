from core.tables import StatusColumn, Table
from idm.models import IdmDesa
from villages.tables import DesaColumn, KecamatanDesaColumn


class IdmDesaTable(Table):
    """Desa menurut indeksnya."""

    desa = DesaColumn()
    kecamatan = KecamatanDesaColumn("Kecamatan", accessor="desa__kecamatan")
    status = StatusColumn()

    class Meta(Table.Meta):
        model = IdmDesa
        fields = ("desa", "kecamatan", "tahun", "idm", "status", "iks", "ike", "ikl")


class RiwayatIdmTable(IdmDesaTable):
    """Satu desa dari tahun ke tahun."""

    class Meta(Table.Meta):
        model = IdmDesa
        fields = ("tahun", "idm", "status", "iks", "ike", "ikl", "sumber")
        exclude = ("desa", "kecamatan")
