from documents.models.bukti import Evidence, evidence_path
from documents.models.impor import Impor
from documents.models.kunci import LINGKUP, Kunci, Pembukaan, YearData
from documents.models.naskah import Document, DocumentQuerySet, document_constraints
from documents.models.sah import Pengesahan, Snapshot, TandaTangan

__all__ = [
    "LINGKUP",
    "Document",
    "DocumentQuerySet",
    "Evidence",
    "Impor",
    "Kunci",
    "Pembukaan",
    "Pengesahan",
    "Snapshot",
    "TandaTangan",
    "YearData",
    "document_constraints",
    "evidence_path",
]
