"""V11: rupiah, persen serapan dan arah anggaran dalam kalimat terhadap uang yang dihitung."""

from typing import Any

from documents.uji import Perbandingan, uji
from kinerja.aturan.efisiensi import EFISIEN
from kinerja.aturan.kalimat_uang import efisien
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.angka import angka_kalimat
from kinerja.uji.checks.gerak import gerak_kalimat
from kinerja.uji.checks.subjek_lain import SubjekUang
from kinerja.uji.checks.ucapan import Ucapan, semua_ucapan
from kinerja.uji.checks.versi import versi_kalimat


@uji("V11", "rupiah, persen dan arah anggaran dalam kalimat terhadap uang yang dihitung")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Seluruh dinas atau satu program; uang yang lain tidak dikenal dan tidak dibandingkan."""
    for ucapan in semua_ucapan(naskah, kinerja):
        yield from angka_kalimat(ucapan, (SubjekUang,))
        yield from gerak_kalimat(ucapan, (SubjekUang,))
        yield from versi_kalimat(ucapan, kinerja)
        yield from _efisien(ucapan, kinerja)


def _efisien(ucapan: Ucapan, kinerja: TahunKinerja) -> Perbandingan:
    """Simpulan efisiensi dinas pada tahun laporannya."""
    dikatakan = efisien(ucapan.teks)
    milik = [satu for satu in ucapan.subjek if isinstance(satu, SubjekUang)]
    total = kinerja.efisiensi.total
    is_semasa = ucapan.tahun_pokok == [kinerja.tahun]
    if dikatakan is None or not milik or milik[0].kode or not is_semasa or not total.simpulan:
        return
    if dikatakan == (total.simpulan == EFISIEN):
        yield None
        return
    pesan = "Simpulan efisiensi anggaran dinas bukan itu."
    yield ucapan.temuan("efisiensi", pesan, ucapan.bacaan.teks, total.kalimat)
