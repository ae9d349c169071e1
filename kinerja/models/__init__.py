from kinerja.models.akip import EvaluasiAkip, Rekomendasi
from kinerja.models.definisi import AKURASI, KOLOM_DEFINISI, UNSUR_DEFINISI, Definisi
from kinerja.models.definisi_tahun import DefinisiTahun
from kinerja.models.dpa import Dpa
from kinerja.models.indikator import Indikator
from kinerja.models.lembar_akip import BuktiAkip, HasilEvaluasi, IsianAkip
from kinerja.models.lkjip import BOLEH_KOSONG, BagianLkjip, BagianNaskah, Lkjip, NaskahBaku
from kinerja.models.naskah import NaskahKinerja, PerjanjianKinerja
from kinerja.models.nilai import BuktiRealisasi, PerubahanTarget, Realisasi, Target
from kinerja.models.nomenklatur import EdisiNomenklatur, Nomenklatur
from kinerja.models.pedoman import ButirPedoman, PedomanReviu
from kinerja.models.pedoman_akip import ButirAkip, PedomanAkip
from kinerja.models.pegawai import RekapPegawai
from kinerja.models.pengukuran import (
    BuktiPengukuran,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
)
from kinerja.models.peraturan import Peraturan
from kinerja.models.predikat import (
    SkalaKualitatif,
    SkalaPredikat,
    TingkatKualitatif,
    TingkatPredikat,
)
from kinerja.models.program import Kegiatan, Program, SubKegiatan
from kinerja.models.rencana import PeriodeIsian, RencanaAksi
from kinerja.models.renstra import PeriodeRenstra
from kinerja.models.reviu import (
    CatatanReviu,
    HasilReviu,
    IsianReviu,
    JadwalReviu,
    PernyataanReviu,
    Reviu,
)
from kinerja.models.sasaran import Sasaran, Tujuan
from kinerja.models.tambahan import IndikatorTambahan, PengukuranTambahan
from kinerja.models.tercetak import AngkaTercetak

__all__ = [
    "AKURASI",
    "BOLEH_KOSONG",
    "KOLOM_DEFINISI",
    "UNSUR_DEFINISI",
    "AngkaTercetak",
    "BagianLkjip",
    "BagianNaskah",
    "BuktiAkip",
    "BuktiPengukuran",
    "BuktiRealisasi",
    "ButirAkip",
    "ButirPedoman",
    "CatatanReviu",
    "Definisi",
    "DefinisiTahun",
    "Dpa",
    "EdisiNomenklatur",
    "EvaluasiAkip",
    "HasilEvaluasi",
    "HasilReviu",
    "Indikator",
    "IndikatorTambahan",
    "IsianAkip",
    "IsianReviu",
    "JadwalReviu",
    "Kegiatan",
    "Lkjip",
    "NaskahBaku",
    "NaskahKinerja",
    "Nomenklatur",
    "PedomanAkip",
    "PedomanReviu",
    "PengukuranKegiatan",
    "PengukuranProgram",
    "PengukuranSub",
    "PengukuranTambahan",
    "Peraturan",
    "PeriodeIsian",
    "PeriodeRenstra",
    "PerjanjianKinerja",
    "PernyataanReviu",
    "PerubahanTarget",
    "Program",
    "Realisasi",
    "RekapPegawai",
    "Rekomendasi",
    "RencanaAksi",
    "Reviu",
    "Sasaran",
    "SkalaKualitatif",
    "SkalaPredikat",
    "SubKegiatan",
    "Target",
    "TingkatKualitatif",
    "TingkatPredikat",
    "Tujuan",
]
