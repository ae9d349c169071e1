"""V11: skala predikat menyambung (menahan), dan kata simpulan mengikuti angkanya."""

from typing import Any

from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.predikat import celah_skala
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.angka import angka_kalimat
from kinerja.uji.checks.bacaan import bacaan
from kinerja.uji.checks.gerak import gerak_kalimat
from kinerja.uji.checks.ketercapaian import ketercapaian, posisi
from kinerja.uji.checks.ketercapaian_baris import ketercapaian_baris
from kinerja.uji.checks.predikat import predikat_kalimat
from kinerja.uji.checks.subjek import SubjekIndikator, SubjekKelompok
from kinerja.uji.checks.subjek_baris import SubjekBaris
from kinerja.uji.checks.ucapan import semua_ucapan
from kinerja.uji.checks.v10_satuan import akip_kalimat
from kinerja.uji.checks.v11_ejaan import ejaan_kalimat

INDIKATOR = (SubjekIndikator, SubjekKelompok)
KINERJA = (*INDIKATOR, SubjekBaris)
TANPA_SKALA = (
    "Periode Renstra belum menunjuk skala predikat, sehingga predikat tidak dapat disimpulkan."
)


@uji("V11", "batas skala predikat yang bersebelahan")
def skala(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    periode = kinerja.periode
    dipakai = kinerja.pengukuran.renstra.skala_tahun
    if dipakai is None:
        url = periode.get_absolute_url() if periode else ""
        fakta = kunci_fakta("skala")
        yield Temuan("V11", "Skala predikat", TANPA_SKALA, url=url, fakta=fakta)
        return
    url = dipakai.row.get_absolute_url()
    celah = celah_skala(dipakai.tingkat)
    for kalimat in celah:
        fakta = kunci_fakta("skala", kalimat)
        yield Temuan(
            "V11",
            dipakai.row.nama,
            kalimat,
            url=url,
            is_blocking=True,
            fakta=fakta,
        )
    if not celah:
        yield None


@uji("V11", "kata, bilangan dan persen dalam kalimat terhadap angka yang dihitung")
def kata(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Target tercapai, naik, turun, dan angkanya; yang pokoknya tidak pasti tidak dibandingkan."""
    for satu in bacaan(naskah, kinerja):
        yield from akip_kalimat(satu)
        yield from ejaan_kalimat(satu)
    for ucapan in semua_ucapan(naskah, kinerja):
        yield from angka_kalimat(ucapan, KINERJA)
        yield from ketercapaian(ucapan)
        yield from ketercapaian_baris(ucapan)
        yield from posisi(ucapan)
        yield from gerak_kalimat(ucapan, INDIKATOR)
        yield from predikat_kalimat(ucapan, kinerja)
