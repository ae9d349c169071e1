from documents.models.bukti import BerbuktiQuerySet, Bukti, evidence_path
from documents.models.formulir import BuktiFormulir
from documents.models.impor import Impor
from documents.models.kunci import LINGKUP, DataTahun, Kunci, Pembukaan
from documents.models.naskah import SAH, Naskah, NaskahQuerySet, naskah_constraints, naskah_models
from documents.models.sah import Pengesahan, Snapshot, TandaTangan, pelaku_field
from documents.models.temuan import TanggapanTemuan
from documents.models.tugas import StatusTugas, Tugas
from documents.models.utas import Balasan, BuktiBalasan, Utas, UtasQuerySet

__all__ = [
    "LINGKUP",
    "SAH",
    "Balasan",
    "BerbuktiQuerySet",
    "Bukti",
    "BuktiBalasan",
    "BuktiFormulir",
    "DataTahun",
    "Impor",
    "Kunci",
    "Naskah",
    "NaskahQuerySet",
    "Pembukaan",
    "Pengesahan",
    "Snapshot",
    "StatusTugas",
    "TandaTangan",
    "TanggapanTemuan",
    "Tugas",
    "Utas",
    "UtasQuerySet",
    "evidence_path",
    "naskah_constraints",
    "naskah_models",
    "pelaku_field",
]
