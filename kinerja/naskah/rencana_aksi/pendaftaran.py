"""Pendaftaran Rencana Aksi."""

from typing import Any

from documents.jenis import TABULAR, JenisNaskah
from kinerja.models import NaskahKinerja
from kinerja.naskah.dasar import sources
from kinerja.naskah.rencana_aksi import lembar, reports
from kinerja.naskah.rencana_aksi.checks import UJI
from kinerja.naskah.rencana_aksi.isi import IsiRencanaAksi
from kinerja.tahun.tahun_kinerja import tahun_naskah


def locks(naskah: NaskahKinerja) -> tuple[str, ...]:
    """Rencana Aksi seluruh dinas mengunci jadwalnya."""
    if naskah.bidang_id:
        return ()
    return ("rencana_aksi",)


JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.NaskahKinerja:rencana_aksi": JenisNaskah(
        TABULAR,
        IsiRencanaAksi,
        tahun_naskah,
        reports.compose,
        reports.missing,
        UJI,
        "Rencana Aksi",
        lembar.rencana_aksi,
        locks=locks,
        sumber=(*sources.INDIKATOR, *sources.PROGRAM),
    ),
}
