"""V13: tahun dalam naskah berasal dari laporannya, bukan sisa tahun sebelumnya."""

from typing import Any

from documents.uji import Perbandingan, Temuan, uji
from kinerja.aturan.kalimat import tahun_asing
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import SemuaBacaan, bacaan, dari_aksi


@uji("V13", "tahun yang disebut judul dan kalimat terhadap tahun naskahnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Laporan tahun lalu yang disebut sebagai pembanding atau rekomendasi bukan temuan."""
    yield from _bertahun(bacaan(naskah, kinerja), kinerja)


@uji("V13", "tahun yang disebut langkah aksi terhadap tahun naskahnya")
def aksi(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    yield from _bertahun(dari_aksi(kinerja), kinerja)


def _bertahun(semua: SemuaBacaan, kinerja: TahunKinerja) -> Perbandingan:
    benar = str(kinerja.tahun)
    for satu in semua:
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
