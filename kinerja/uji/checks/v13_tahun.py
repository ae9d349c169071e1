"""V13: tahun dalam naskah berasal dari laporannya, bukan sisa tahun sebelumnya."""

from collections.abc import Iterator
from typing import Any

from documents.uji import Temuan, uji
from kinerja.aturan.kalimat import tahun_asing
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import bacaan


@uji("V13", "tahun yang disebut judul dan kalimat terhadap tahun naskahnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Iterator[Temuan | None]:
    """Laporan tahun lalu yang disebut sebagai pembanding atau rekomendasi bukan temuan."""
    benar = str(kinerja.tahun)
    for satu in bacaan(naskah, kinerja):
        asing = tahun_asing(satu.teks, kinerja.tahun)
        if not asing:
            yield None
        for disebut, tahun in asing:
            pesan = f"“{disebut}” disebut bertahun {tahun} dalam naskah tahun {benar}."
            yield Temuan("V13", satu.tempat, pesan, tahun, benar, satu.url)
