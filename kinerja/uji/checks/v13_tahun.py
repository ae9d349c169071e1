"""V13: tahun dalam naskah berasal dari laporannya, bukan sisa tahun sebelumnya."""

from typing import Any

from django.utils import timezone

from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.kalimat import tahun_asing
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import SemuaBacaan, bacaan, dari_aksi

BELUM_BERAKHIR = (
    "Tahun {tahun} belum berakhir, padahal laporannya menyatakan keadaan per 31 Desember {tahun}. "
    "Ajukan sesudah tahunnya berakhir."
)


@uji("V13", "tahun yang disebut judul dan kalimat terhadap tahun naskahnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Laporan tahun lalu yang disebut sebagai pembanding atau rekomendasi bukan temuan."""
    yield from _bertahun(bacaan(naskah, kinerja), kinerja)


@uji("V13", "tahun laporan terhadap hari ini")
def berakhir(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Laporan menyatakan keadaan per 31 Desember, jadi disusun sesudah tahunnya berakhir."""
    if kinerja.tahun < timezone.localdate().year:
        yield None
        return
    fakta = kunci_fakta("berakhir", kinerja.tahun)
    tempat = f"Tahun {kinerja.tahun}"
    yield Temuan("V13", tempat, BELUM_BERAKHIR.format(tahun=kinerja.tahun), fakta=fakta)


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
