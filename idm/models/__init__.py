from idm.models.hasil import IdmDesa, TerbitanIdm
from idm.models.indeks_desa import IndeksDesa, PoinDimensi, TerbitanIndeks
from idm.models.indikator import PELAKSANA, IndikatorIdm, KriteriaSkor
from idm.models.instrumen import AmbangStatus, DimensiIndeks, Instrumen, SubdimensiIndeks
from idm.models.isian import BuktiJawaban, CatatanJawaban, IsianIdm
from idm.models.penetapan import BiayaLangkah, LayananRumusan, PenetapanIdm
from idm.models.rekap import KOLOM_STATUS, RekapStatus
from idm.models.usul import UsulLangkah

__all__ = [
    "KOLOM_STATUS",
    "PELAKSANA",
    "AmbangStatus",
    "BiayaLangkah",
    "BuktiJawaban",
    "CatatanJawaban",
    "DimensiIndeks",
    "IdmDesa",
    "IndeksDesa",
    "IndikatorIdm",
    "Instrumen",
    "IsianIdm",
    "KriteriaSkor",
    "LayananRumusan",
    "PenetapanIdm",
    "PoinDimensi",
    "RekapStatus",
    "SubdimensiIndeks",
    "TerbitanIdm",
    "TerbitanIndeks",
    "UsulLangkah",
]
