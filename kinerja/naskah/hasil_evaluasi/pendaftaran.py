"""Pendaftaran Laporan Hasil Evaluasi: kop dan alurnya milik Inspektorat."""

from typing import Any

from core.daerah import Perangkat
from documents import workflow
from documents.jenis import TABULAR, JenisNaskah
from kinerja.naskah.hasil_evaluasi import lembar, reports
from kinerja.naskah.hasil_evaluasi.isi import IsiHasilEvaluasi

JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.HasilEvaluasi": JenisNaskah(
        TABULAR,
        IsiHasilEvaluasi,
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
