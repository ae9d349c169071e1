"""Pendaftaran evaluasi Rencana Aksi dan Formulir E.81."""

from typing import Any

from documents.jenis import TABULAR, JenisNaskah
from kinerja.models import NaskahKinerja
from kinerja.naskah.dasar import sources
from kinerja.naskah.evaluasi import lembar, reports
from kinerja.naskah.evaluasi.checks import UJI
from kinerja.naskah.evaluasi.isi import IsiE81, IsiEvaluasi, lift_aturan
from kinerja.tahun.tahun_kinerja import tahun_naskah


def locks(naskah: NaskahKinerja) -> tuple[str, ...]:
    """Evaluasi seluruh dinas mengunci triwulannya."""
    if naskah.bidang_id:
        return ()
    return (f"pengukuran-{naskah.triwulan}",)


JENIS: dict[str, JenisNaskah[Any]] = {
    "kinerja.NaskahKinerja:evaluasi": JenisNaskah(
        TABULAR,
        IsiEvaluasi,
        tahun_naskah,
        reports.compose,
        reports.missing,
        UJI,
        "Evaluasi Rencana Aksi",
        lembar.evaluasi,
        locks=locks,
        lift={1: lift_aturan},
        sumber=sources.PROGRAM,
        bukti=sources.BUKTI_PROGRAM,
    ),
    "kinerja.NaskahKinerja:e81": JenisNaskah(
        TABULAR,
        IsiE81,
        tahun_naskah,
        reports.e81,
        reports.missing,
        UJI,
        "Formulir E.81",
        lembar.e81,
        lift={1: lift_aturan},
        sumber=sources.PROGRAM,
        bukti=sources.BUKTI_PROGRAM,
    ),
}
