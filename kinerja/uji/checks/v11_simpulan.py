"""V11: skala predikat menyambung (menahan), dan kata simpulan mengikuti angkanya."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.angka import format_angka, persen
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.capaian import SERATUS, Arah, celah_skala
from kinerja.aturan.kalimat import is_tentang_uang
from kinerja.aturan.pernyataan import (
    bilangan,
    is_melampaui,
    masa_dibicarakan,
    masa_lain,
    posisi_target,
    tahun_disebut,
    tercapai,
)
from kinerja.models import Indikator
from kinerja.tahun.rujukan import Rujukan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import Bacaan, bacaan
from kinerja.uji.checks.gerak import arah_angka, gerak_indikator, gerak_semua, temuan_kata
from kinerja.uji.checks.persen import persen_kalimat
from kinerja.uji.checks.pokok import berpokok, tanpa_nama
from kinerja.uji.checks.predikat import predikat_kalimat
from kinerja.uji.checks.v10_satuan import akip_kalimat

PerKunci = Mapping[str, Rujukan]
TANPA_SKALA = (
    "Periode Renstra belum menunjuk skala predikat, sehingga predikat tidak dapat disimpulkan."
)
# kalimat tanpa indikator yang tetap berpokok: kinerja dinas, dihadapkan dengan rata-rata IKU
_SELURUHNYA = re.compile(r"\b(?:kinerja|iku|indikator kinerja utama)\b", re.IGNORECASE)


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
    semua = bacaan(naskah, kinerja)
    for satu, pokok in berpokok(semua, kinerja.pengukuran.indikator):
        yield from akip_kalimat(satu)
        yield from persen_kalimat(satu, pokok, kinerja)
        yield from predikat_kalimat(satu, pokok, kinerja)
        if len(pokok) == 1:
            (indikator,) = pokok
            ukuran = kinerja.pengukuran.ukur(indikator)
            yield from _tercapai(satu, ukuran.capaian.rasio)
            yield from _bilangan(satu, indikator, kinerja.rujukan)
            yield from gerak_indikator(satu, indikator, kinerja)
            yield from _posisi(satu, ukuran, kinerja)
        elif not pokok and _SELURUHNYA.search(satu.teks):
            yield from gerak_semua(satu, kinerja)
            rata_iku = kinerja.pengukuran.rata_iku()
            yield from _tercapai(satu, rata_iku.rasio)


def _tercapai(satu: Bacaan, capaian: Decimal | None) -> Perbandingan:
    """Tercapai sejak seratus persen, melampaui bila lebih."""
    dikatakan = tercapai(satu.teks)
    if dikatakan is None or capaian is None or is_tentang_uang(satu.teks):
        return
    keliru = _keliru(satu.teks, dikatakan, capaian)
    if not keliru:
        yield None
        return
    pesan = f"Kalimatnya menyatakan target {keliru}, angkanya tidak."
    yield temuan_kata(satu, "target", pesan, satu.teks, persen(capaian))


def _keliru(kalimat: str, dikatakan: bool, capaian: Decimal) -> str:
    """Yang dikatakan kalimatnya, bila bukan itu keadaannya."""
    is_tercapai = capaian >= SERATUS
    if not dikatakan:
        return "tidak tercapai" if is_tercapai else ""
    if not is_tercapai:
        return "tercapai"
    is_tepat = capaian == SERATUS
    return "terlampaui" if is_tepat and is_melampaui(kalimat) else ""


def _posisi(satu: Bacaan, ukuran: Ukuran, kinerja: TahunKinerja) -> Perbandingan:
    """“di bawah target” dan “lebih tinggi dari target”, pada yang makin tinggi makin baik."""
    dikatakan = posisi_target(satu.teks)
    capaian = ukuran.capaian.rasio
    is_semasa = masa_dibicarakan(satu.teks, kinerja.tahun) == {kinerja.tahun}
    is_naik = ukuran.indikator.aturan.arah is Arah.NAIK
    if dikatakan is None or capaian is None or not (is_semasa and is_naik):
        return
    if dikatakan == arah_angka((SERATUS, capaian)):
        yield None
        return
    pesan = "Letak realisasinya terhadap target bukan itu."
    yield temuan_kata(satu, "posisi", pesan, satu.teks, persen(capaian))


def _bilangan(satu: Bacaan, indikator: Indikator, rujukan: PerKunci) -> Perbandingan:
    """Bilangan di belakang kata target atau realisasi; tahun lain hanya bila disebut."""
    awal = indikator.kunci[0]
    for disebut in bilangan(tanpa_nama(satu, indikator)):
        kunci = f"{awal}.{disebut.jenis}"
        angka = _menurut_masa(kunci, satu.teks, rujukan)
        if not angka:
            continue
        if disebut.is_sama(angka):
            yield None
            continue
        pesan = f"Angka ini bukan {disebut.jenis} indikatornya."
        benar = format_angka(angka[0], indikator.desimal)
        yang = f"{disebut.jenis} {disebut.tulisan}"
        yield temuan_kata(satu, yang, pesan, disebut.tulisan, benar)


def _menurut_masa(kunci: str, kalimat: str, rujukan: PerKunci) -> list[Decimal]:
    """Angka tahun laporannya, lalu masa lain yang disebut kalimatnya."""
    tahun = [f".{satu}" for satu in tahun_disebut(kalimat)]
    semua = ["", *masa_lain(kalimat), *tahun]
    hasil = []
    for masa in semua:
        dikenal = rujukan.get(kunci + masa)
        if dikenal and isinstance(dikenal.nilai, Decimal):
            hasil.append(dikenal.nilai)
    return hasil
