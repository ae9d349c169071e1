from core.tables import AngkaColumn, StatusColumn, Table
from idm.models import IdmDesa
from idm.scoring import DESIMAL
from villages.tables import DesaColumn, KecamatanDesaColumn


class IdmDesaTable(Table):
    """Indeks selalu empat desimal, seperti diterbitkan."""

    desa = DesaColumn()
    kecamatan = KecamatanDesaColumn("Kecamatan", accessor="desa__kecamatan")
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
