"""Pendaftaran Rencana Aksi."""

from typing import Any

from documents.papers import TABULAR, Paper
from kinerja.models import NaskahKinerja
from kinerja.naskah.rencana_aksi import lembar, reports
from kinerja.naskah.rencana_aksi.checks import findings
from kinerja.naskah.rencana_aksi.isi import IsiRencanaAksi
from kinerja.tahun.tahun_kinerja import tahun_naskah


def locks(naskah: NaskahKinerja) -> tuple[str, ...]:
    """Rencana Aksi seluruh dinas mengunci jadwalnya."""
    return () if naskah.bidang_id else ("rencana_aksi",)


PAPERS: dict[str, Paper[Any]] = {
    "kinerja.NaskahKinerja:rencana_aksi": Paper(
        TABULAR,
        IsiRencanaAksi,
        tahun_naskah,
        reports.payload,
        reports.missing,
        findings,
        "Rencana Aksi",
        lembar.rencana_aksi,
        locks=locks,
    ),
}
