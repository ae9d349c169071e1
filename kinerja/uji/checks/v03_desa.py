"""V3: satu desa dihitung satu kali; tercantum dua kali atau pada kecamatan lain disebut."""

from typing import Any

from documents.uji import Perbandingan, uji
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.naskah.bukti_ikk.checks import desa_kerja_sama
from villages.reports import kerja_sama


@uji("V3", "tiap desa pada daftar kerja sama terhadap daftar lain dan kecamatannya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    yield from desa_kerja_sama(kerja_sama.angka(kinerja.kabupaten, kinerja.tahun))
