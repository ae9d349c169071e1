"""V11: skala predikat menyambung (menahan), dan kata simpulan mengikuti angkanya."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from core.angka import format_angka, persen
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.capaian import SERATUS, celah_skala
from kinerja.aturan.kalimat import Disebut, is_tentang_uang, persen_disebut
from kinerja.aturan.pernyataan import (
    arah,
    besaran,
    bilangan,
    dari_menjadi,
    dibandingkan,
    is_melampaui,
    masa_lain,
    tahun_disebut,
    tercapai,
)
from kinerja.models import Indikator
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.rujukan import Rujukan, is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import Bacaan, bacaan
from kinerja.uji.checks.pokok import Pokok, berpokok, tanpa_nama

TANPA_SKALA = (
    "Periode Renstra belum menunjuk skala predikat, sehingga predikat tidak dapat disimpulkan."
)
# kata pada kalimat -> suku kunci rujukan yang boleh menjadi asalnya
ASAL = {
    "target": {"target"},
    "realisasi": {"realisasi", "persen", "capaian", "nilai"},
    "capaian": {"capaian", "persen", "realisasi", "nilai"},
    "": {"target", "realisasi", "capaian", "persen", "sisa_persen", "nilai"},
}
UANG = ("anggaran.", "program.")  # persen uang bukan capaian kinerja
SEBUTAN_ARAH = {1: "naik", -1: "turun", 0: "tetap"}
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
        yield from _persen(satu, pokok, kinerja.rujukan)
        if len(pokok) == 1:
            (indikator,) = pokok
            ukuran = kinerja.pengukuran.ukur(indikator)
            yield from _tercapai(satu, ukuran.capaian.rasio)
            yield from _bilangan(satu, indikator, kinerja.rujukan)
            yield from _gerak(satu, indikator, kinerja)
        elif not pokok and _SELURUHNYA.search(satu.teks):
            rata_iku = kinerja.pengukuran.rata_iku()
            yield from _tercapai(satu, rata_iku.rasio)


def temuan_kata(satu: Bacaan, yang: str, pesan: str, tertulis: str, benar: str) -> Temuan:
    """Satu hal pada satu kalimat."""
    return Temuan(
        "V11",
        satu.tempat,
        pesan,
        tertulis,
        benar,
        satu.url,
        fakta=satu.fakta(yang),
    )


def _persen(satu: Bacaan, pokok: Pokok, rujukan: Mapping[str, Rujukan]) -> Perbandingan:
    for disebut in persen_disebut(satu.teks):
        milik = None
        if disebut.jenis and len(pokok) == 1:
            (milik,) = pokok  # persen tanpa sebutan boleh dari mana pun
        is_uang = is_tentang_uang(satu.teks)
        asal = _angka(disebut, milik, rujukan, is_uang=is_uang)
        if disebut.is_sama(asal):
            yield None
            continue
        jenis = disebut.jenis or "angka"
        pesan = f"Persen ini bukan {jenis} mana pun yang dihitung."
        benar = _sebut(asal) if milik else rujukan["capaian.rata_iku"].teks
        yang = f"persen {disebut.tulisan}"
        yield temuan_kata(satu, yang, pesan, f"{disebut.tulisan} %", benar)


def _angka(
    disebut: Disebut,
    pokok: Indikator | None,
    rujukan: Mapping[str, Rujukan],
    *,
    is_uang: bool,
) -> list[Decimal]:
    """Angka yang boleh ditulis di tempat itu; milik indikator pokoknya bila disebut."""
    is_kinerja = disebut.jenis == "capaian" and not is_uang
    hasil = []
    for kunci, angka in rujukan.items():
        if not _is_asal(kunci, disebut.jenis, pokok):
            continue
        is_persen_uang = is_kinerja and kunci.startswith(UANG)
        if isinstance(angka.nilai, Decimal) and not is_persen_uang:
            hasil.append(angka.nilai)
    return hasil


def _is_asal(kunci: str, jenis: str, pokok: Indikator | None) -> bool:
    """Sejenis dengan yang disebut, dan milik indikator pokoknya."""
    suku = kunci.split(".")
    if ASAL[jenis].isdisjoint(suku):
        return False
    return pokok is None or is_tentang(kunci, pokok)


def _sebut(angka: Iterable[Decimal]) -> str:
    """Paling banyak dua angka, tanpa ulangan."""
    tulisan = dict.fromkeys(persen(satu) for satu in angka)
    return " atau ".join(list(tulisan)[:2])


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


def _bilangan(satu: Bacaan, indikator: Indikator, rujukan: Mapping[str, Rujukan]) -> Perbandingan:
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


def _menurut_masa(kunci: str, kalimat: str, rujukan: Mapping[str, Rujukan]) -> list[Decimal]:
    """Angka tahun laporannya, lalu masa lain yang disebut kalimatnya."""
    tahun = [f".{satu}" for satu in tahun_disebut(kalimat)]
    semua = ["", *masa_lain(kalimat), *tahun]
    hasil = []
    for masa in semua:
        dikenal = rujukan.get(kunci + masa)
        if dikenal and isinstance(dikenal.nilai, Decimal):
            hasil.append(dikenal.nilai)
    return hasil


def _gerak(satu: Bacaan, indikator: Indikator, kinerja: TahunKinerja) -> Perbandingan:
    """Naik, turun atau tetap di antara kedua tahun yang dibandingkannya."""
    kalimat = tanpa_nama(satu, indikator)
    tahun = dibandingkan(kalimat, kinerja.tahun)
    if tahun is None:
        return
    yang_bergerak = besaran(kalimat)
    nilai = _nilai(kinerja.pengukuran, indikator, tahun, yang_bergerak)
    if nilai:
        yield from gerak(satu, kalimat, nilai, indikator.desimal)


def gerak(satu: Bacaan, kalimat: str, nilai: tuple[Decimal, Decimal], desimal: int) -> Perbandingan:
    """Arah yang dikatakan, dan “dari … menjadi …”, terhadap kedua angkanya."""
    dikatakan = arah(kalimat)
    sebelum, sesudah = nilai
    semula = format_angka(sebelum, desimal)
    kini = format_angka(sesudah, desimal)
    angka = f"{semula} menjadi {kini}"
    ubah = (sesudah > sebelum) - (sesudah < sebelum)
    if dikatakan == ubah:
        yield None
    elif dikatakan is not None:
        pernyataan = SEBUTAN_ARAH[dikatakan]
        kenyataan = SEBUTAN_ARAH[ubah]
        pesan = f"Kalimatnya menyatakan {pernyataan}, angkanya {kenyataan}."
        yield temuan_kata(satu, "arah", pesan, satu.teks, angka)
    yield from _menjadi(satu, kalimat, nilai, angka)


def _menjadi(
    satu: Bacaan, kalimat: str, nilai: tuple[Decimal, Decimal], angka: str
) -> Perbandingan:
    """Kedua bilangan “dari … menjadi …”, berurutan."""
    sebelum, sesudah = nilai
    disebut = dari_menjadi(kalimat)
    if disebut is None:
        return
    semula, kini = disebut
    if semula.is_sama([sebelum]) and kini.is_sama([sesudah]):
        yield None
        return
    tertulis = f"{semula.tulisan} menjadi {kini.tulisan}"
    yield temuan_kata(satu, "menjadi", "Kedua angkanya lain.", tertulis, angka)


def _nilai(
    pengukuran: Pengukuran, indikator: Indikator, tahun: tuple[int, int], besaran: str
) -> tuple[Decimal, Decimal] | None:
    """Angka kedua tahunnya; `None` bila salah satunya tidak diketahui atau besarannya lain."""
    if not set(tahun) <= set(pengukuran.renstra.tahun_periode):
        return None
    lalu, kini = (pengukuran.ukur(indikator, satu) for satu in tahun)
    sebelum, sesudah = _besar(lalu, besaran), _besar(kini, besaran)
    is_sebanding = kini.indikator.is_comparable(lalu.indikator)
    if sebelum is None or sesudah is None or not is_sebanding:
        return None
    return sebelum, sesudah


def _besar(u: Ukuran, besaran: str) -> Decimal | None:
    """Target, realisasi, atau capaian satu tahun."""
    semua = {
        "target": u.target,
        "realisasi": u.realisasi,
        "capaian": u.capaian.rasio,
    }
    return semua[besaran]
