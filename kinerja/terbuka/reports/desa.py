"""Angka desa dari penetapan IDM dan tabel status LKjIP yang sah."""

from collections.abc import Iterator
from decimal import Decimal

from idm.naskah.penetapan.isi import DesaPenetapan, IsiPenetapan
from idm.reports import TabelStatus
from idm.scoring import DESIMAL
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


def _desa(desa: DesaPenetapan, letak: str) -> BarisTerbuka:
    semua = {}
    for nama in INDEKS:
        semua[nama] = angka(getattr(desa, nama), "", DESIMAL)
    return BarisTerbuka(
        letak=letak,
        kelompok="IDM tiap desa",
        uraian=f"{desa.kode} {desa.nama}, Kecamatan {desa.kecamatan} ({desa.status.title()})",
        asal=f"instrumen {desa.instrumen}",
        angka=berukuran(**semua),
    )
