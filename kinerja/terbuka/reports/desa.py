"""Angka desa dari penetapan status desa dan tabel status LKjIP yang sah."""

from collections.abc import Iterator
from decimal import Decimal

from idm.naskah.penetapan.isi import DesaPenetapan, IsiPenetapan
from idm.naskah.penetapan_indeks.isi import DesaIndeks, IsiPenetapanIndeks
from idm.reports import TabelStatus
from idm.scoring import DESIMAL, DESIMAL_DIMENSI
from kinerja.terbuka.isi import BarisTerbuka, angka, berukuran

INDEKS = ("idm", "iks", "ike", "ikl")


def status_desa(tabel: TabelStatus, letak: str, indeks: str) -> Iterator[BarisTerbuka]:
    """Banyak desa tiap status."""
    for nomor, baris in enumerate(tabel.baris):
        banyak = None
        if baris.kini is not None:
            banyak = Decimal(baris.kini)
        yield BarisTerbuka(
            letak=f"{letak}.baris[{nomor}]",
            kelompok=f"Status {indeks} {tabel.tahun}",
            uraian=baris.status.title(),
            asal="; ".join(tabel.sumber),
            angka=berukuran(jumlah=angka(banyak, "desa")),
        )


def penetapan(isi: IsiPenetapan) -> Iterator[BarisTerbuka]:
    """Banyak desa tiap status, lalu indeks tiap desa."""
    yield from status_desa(isi.tabel, "tabel", "IDM")
    for nomor, desa in enumerate(isi.desa):
        yield _desa(desa, f"desa[{nomor}]")


def penetapan_indeks(isi: IsiPenetapanIndeks) -> Iterator[BarisTerbuka]:
    """Banyak desa tiap status, lalu skor dan poin dimensi tiap desa."""
    yield from status_desa(isi.tabel, "tabel", "Indeks Desa")
    dimensi = [satu.nama for satu in isi.dimensi]
    for nomor, desa in enumerate(isi.desa):
        semua = {"skor": angka(desa.skor, "", DESIMAL_DIMENSI)}
        for nama, poin in zip(dimensi, desa.poin, strict=False):
            semua[nama] = angka(poin, "poin", DESIMAL_DIMENSI)
        yield BarisTerbuka(
            letak=f"desa[{nomor}]",
            kelompok="Indeks Desa tiap desa",
            uraian=_uraian(desa),
            asal=f"instrumen {desa.instrumen}, {desa.sumber}",
            angka=berukuran(**semua),
        )


def _uraian(desa: DesaPenetapan | DesaIndeks) -> str:
    """Kode, nama, kecamatan dan statusnya."""
    return f"{desa.kode} {desa.nama}, Kecamatan {desa.kecamatan} ({desa.status.title()})"


def _desa(desa: DesaPenetapan, letak: str) -> BarisTerbuka:
    semua = {}
    for nama in INDEKS:
        semua[nama] = angka(getattr(desa, nama), "", DESIMAL)
    return BarisTerbuka(
        letak=letak,
        kelompok="IDM tiap desa",
        uraian=_uraian(desa),
        asal=f"instrumen {desa.instrumen}",
        angka=berukuran(**semua),
    )
