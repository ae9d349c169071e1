"""V11: naik dan turunnya sebutan; yang lebih baik urutannya lebih kecil."""

from documents.uji import Perbandingan
from kinerja.aturan.capaian import Sebutan
from kinerja.aturan.klaim import Gerak
from kinerja.tahun.rujukan_naskah import SEBUTAN_ARAH
from kinerja.uji.checks.subjek import Subjek, SubjekIndikator
from kinerja.uji.checks.ucapan import Ucapan

Kedua = tuple[Sebutan, Sebutan]  # sebelum dan sesudah


def arah_sebutan(
    ucapan: Ucapan,
    satu: Subjek,
    dikatakan: Gerak,
    nama: str,
) -> Perbandingan:
    """Arah yang dikatakan terhadap kedua sebutan; tahun warisan cukup salah satunya.

    `nama` besaran yang bergerak, target atau realisasi. Tanpa hasil bila bukan indikator atau
    bila sebutan salah satu tahunnya belum ada.
    """
    if not isinstance(satu, SubjekIndikator):
        return
    semua = _diketahui(ucapan, satu, nama)
    if not semua:
        return
    if any(_arah(kedua) == dikatakan.arah for kedua in semua):
        yield None
        return
    pertama = semua[0]
    sebelum, sesudah = pertama
    pernyataan = SEBUTAN_ARAH[dikatakan.arah]
    kenyataan = f"{nama} {satu.nama} {SEBUTAN_ARAH[_arah(pertama)]}"
    pesan = f"Kalimatnya menyatakan {pernyataan}, {kenyataan}."
    benar = f"{sebelum.nama} menjadi {sesudah.nama}"
    yield ucapan.temuan("arah", pesan, ucapan.bacaan.teks, benar)


def _diketahui(ucapan: Ucapan, satu: SubjekIndikator, nama: str) -> list[Kedua]:
    """Kedua sebutan tiap pasangan tahun yang sebanding.

    Definisi yang berganti di antaranya membuat pasangan itu tidak sebanding.
    """
    hasil = []
    for lalu, kini in ucapan.pasangan:
        sebelum = satu.sebutan(nama, lalu)
        sesudah = satu.sebutan(nama, kini)
        if sebelum and sesudah and satu.is_sebanding(lalu, kini):
            hasil.append((sebelum, sesudah))
    return hasil


def _arah(kedua: Kedua) -> int:
    """1 membaik, -1 memburuk, 0 tetap.

    Urutan 1 yang terbaik, jadi naik berarti urutannya mengecil.
    """
    sebelum, sesudah = kedua
    return (sesudah.urutan < sebelum.urutan) - (sesudah.urutan > sebelum.urutan)
