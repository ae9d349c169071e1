"""V13: tahun dalam naskah berasal dari laporannya, bukan sisa tahun sebelumnya."""

from itertools import chain
from typing import Any

from documents.uji import Perbandingan, Temuan, uji
from kinerja.aturan.kalimat import tahun_asing
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import bacaan, dari_aksi


@uji("V13", "tahun yang disebut judul dan kalimat terhadap tahun naskahnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Laporan tahun lalu yang disebut sebagai pembanding atau rekomendasi bukan temuan."""
    benar = str(kinerja.tahun)
    for satu in chain(bacaan(naskah, kinerja), dari_aksi(kinerja)):
        asing = tahun_asing(satu.teks, kinerja.tahun)
        if not asing:
            yield None
        for disebut, tahun in asing:
            pesan = f"“{disebut}” disebut bertahun {tahun} dalam naskah tahun {benar}."
            fakta = satu.fakta(disebut, tahun)
            yield Temuan(
                "V13",
                satu.tempat,
                pesan,
                tahun,
                benar,
                satu.url,
                fakta=fakta,
            )
