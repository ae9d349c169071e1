"""Tabel definisi indikator di dalam LKjIP; uraiannya sama dengan naskah IKU dan IKK."""

from documents.cetakan import Bagian
from kinerja.naskah.indikator.lembar import tabel_definisi
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip


def bagian(isi: IsiLkjip) -> tuple[Bagian, ...]:
    """Tabel 2.2 dan 2.3; IKK tanpa kolom sasaran."""
    iku = tabel_definisi("iku", isi.indikator["iku"])
    ikk = tabel_definisi("ikk", isi.indikator["ikk"], is_bersasaran=False)
    return (Bagian(tabel=(iku,)), Bagian(tabel=(ikk,)))
