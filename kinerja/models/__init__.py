from kinerja.models.akip import EvaluasiAkip, Rekomendasi
from kinerja.models.indikator import BuktiRealisasi, Indikator, Realisasi, Target
from kinerja.models.lkjip import BagianLkjip, Lkjip, NaskahBaku
from kinerja.models.pegawai import RekapPegawai
from kinerja.models.predikat import SkalaPredikat, TingkatPredikat
from kinerja.models.program import Kegiatan, Program, SubKegiatan
from kinerja.models.renstra import PeriodeRenstra, Sasaran
from kinerja.models.tercetak import AngkaTercetak

__all__ = [
    "AngkaTercetak",
    "BagianLkjip",
    "BuktiRealisasi",
    "EvaluasiAkip",
    "Indikator",
    "Kegiatan",
    "Lkjip",
    "NaskahBaku",
    "PeriodeRenstra",
    "Program",
    "Realisasi",
    "RekapPegawai",
    "Rekomendasi",
    "Sasaran",
    "SkalaPredikat",
    "SubKegiatan",
    "Target",
    "TingkatPredikat",
]
