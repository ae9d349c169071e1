from idm.models.hasil import IdmDesa, IndeksDesa, PoinDimensi, TerbitanIdm
from idm.models.instrumen import (
    PELAKSANA,
    AmbangStatus,
    DimensiIndeks,
    IndikatorIdm,
    Instrumen,
    KriteriaSkor,
)
from idm.models.isian import BuktiJawaban, CatatanJawaban, IsianIdm
from idm.models.penetapan import BiayaLangkah, LayananRumusan, PenetapanIdm
from idm.models.rekap import KOLOM_STATUS, RekapStatus

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
    "TerbitanIdm",
]
