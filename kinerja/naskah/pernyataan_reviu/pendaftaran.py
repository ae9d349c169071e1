"""Pendaftaran Pernyataan Telah Direviu: kop dan alurnya milik Inspektorat."""

from typing import Any

from core.daerah import Perangkat
from documents import workflow
from documents.jenis import JenisNaskah
from kinerja.naskah.pernyataan_reviu import reports
from kinerja.naskah.pernyataan_reviu.isi import IsiPernyataanReviu

JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.PernyataanReviu": JenisNaskah(
        "kinerja/naskah/pernyataan_reviu.html",
        IsiPernyataanReviu,
        reports.read,
        reports.compose,
        reports.missing,
        (),
        "Pernyataan Telah Direviu",
        workflow=lambda naskah: workflow.INSPEKTORAT,
        perangkat=lambda naskah: naskah.kabupaten.perangkat(Perangkat.INSPEKTORAT),
    ),
}
