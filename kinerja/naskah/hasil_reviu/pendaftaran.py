"""Pendaftaran Catatan Hasil Reviu: kop dan alurnya milik Inspektorat."""

from typing import Any

from core.daerah import Perangkat
from documents import workflow
from documents.jenis import TABULAR, JenisNaskah
from kinerja.naskah.hasil_reviu import lembar, reports
from kinerja.naskah.hasil_reviu.isi import IsiHasilReviu

JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.HasilReviu": JenisNaskah(
        TABULAR,
        IsiHasilReviu,
        reports.read,
        reports.compose,
        reports.missing,
        (),
        reports.JUDUL,
        lembar.lembar,
        lembar.layout,
        workflow=lambda naskah: workflow.INSPEKTORAT,
        perangkat=lambda naskah: naskah.kabupaten.perangkat(Perangkat.INSPEKTORAT),
    ),
}
