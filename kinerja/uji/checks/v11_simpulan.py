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
    bilangan,
    is_melampaui,
    masa_dibicarakan,
    masa_lain,
    tahun_disebut,
    tercapai,
)
from kinerja.models import Indikator
from kinerja.tahun.rujukan import Rujukan, is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import Bacaan, bacaan
from kinerja.uji.checks.gerak import gerak_indikator, gerak_semua, temuan_kata
from kinerja.uji.checks.pokok import Pokok, berpokok, pokok_uang, tanpa_nama

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
_TAHUN = re.compile(r"\.(20\d\d)\b")
_BERPREDIKAT = re.compile(r"\b(?:predikat|kategori|kriteria)\b(.*)", re.IGNORECASE)
UANG = ("anggaran.", "program.")  # persen uang bukan capaian kinerja
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
        yield from _persen(satu, pokok, kinerja)
        if len(pokok) == 1:
            (indikator,) = pokok
            ukuran = kinerja.pengukuran.ukur(indikator)
            yield from _tercapai(satu, ukuran.capaian.rasio)
            yield from _bilangan(satu, indikator, kinerja.rujukan)
            yield from gerak_indikator(satu, indikator, kinerja)
            yield from _predikat(satu, ukuran, kinerja)
        elif not pokok and _SELURUHNYA.search(satu.teks):
            yield from gerak_semua(satu, kinerja)
            rata_iku = kinerja.pengukuran.rata_iku()
            yield from _tercapai(satu, rata_iku.rasio)


def _persen(satu: Bacaan, pokok: Pokok, kinerja: TahunKinerja) -> Perbandingan:
    is_uang = is_tentang_uang(satu.teks)
    masa = masa_dibicarakan(satu.teks, kinerja.tahun)
    rujukan = _semasa(kinerja, masa)
    for disebut in persen_disebut(satu.teks):
        milik = None
        if disebut.jenis and len(pokok) == 1:
            (milik,) = pokok  # persen tanpa sebutan boleh dari mana pun
        asal = _angka(disebut, milik, rujukan, is_uang=is_uang)
        if disebut.is_sama(asal):
            yield None
            continue
        jenis = disebut.jenis or "angka"
        pesan = f"Persen ini bukan {jenis} mana pun yang dihitung."
        benar = _benar(satu, disebut, pokok, kinerja)
        yang = f"persen {disebut.tulisan}"
        yield temuan_kata(satu, yang, pesan, f"{disebut.tulisan} %", benar)


def _semasa(kinerja: TahunKinerja, masa: set[int]) -> dict[str, Rujukan]:
    """Angka tahun yang dibicarakan kalimatnya; akhir periode bukan angka tahun yang lalu."""
    hasil = {}
    is_akhir = max(masa) >= kinerja.tahun
    for kunci, angka in kinerja.rujukan.items():
        tahun = _tahun(kunci, kinerja.tahun)
        is_boleh = is_akhir if tahun is None else tahun in masa
        if is_boleh:
            hasil[kunci] = angka
    return hasil


def _tahun(kunci: str, tahun: int) -> int | None:
    """Tahun angka itu; `None` bila angka akhir periode."""
    if ".tahun_lalu" in kunci:
        return tahun - 1
    if ".akhir" in kunci:
        return None
    disebut = _TAHUN.search(kunci)
    return int(disebut[1]) if disebut else tahun


def _benar(satu: Bacaan, disebut: Disebut, pokok: Pokok, kinerja: TahunKinerja) -> str:
    """Angka pokok kalimatnya sendiri; tanpa pokok, rata-rata IKU."""
    is_uang = is_tentang_uang(satu.teks)
    if len(pokok) == 1:
        (milik,) = pokok
        masa = masa_dibicarakan(satu.teks, kinerja.tahun)
        rujukan = _semasa(kinerja, masa)
        if disebut.jenis == "capaian":
            rujukan = {k: angka for k, angka in rujukan.items() if disebut.jenis in k}
        asal = _angka(disebut, milik, rujukan, is_uang=is_uang)
        return _sebut(asal)
    kode = pokok_uang(satu, kinerja)
    kunci = "capaian.rata_iku"
    if kode is not None and (is_uang or disebut.jenis != "capaian"):
        kunci = f"program.{kode}.persen" if kode else "anggaran.persen"
    return kinerja.rujukan[kunci].teks


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
        if not isinstance(angka.nilai, Decimal) or is_persen_uang:
            continue
        hasil.append(angka.nilai)
    return hasil if disebut.jenis else [*hasil, *_sisa(rujukan)]


def _sisa(rujukan: Mapping[str, Rujukan]) -> list[Decimal]:
    """Persen uang yang belum terserap."""
    hasil = []
    for kunci, angka in rujukan.items():
        is_serapan = kunci.startswith(UANG) and kunci.endswith(".persen")
        if is_serapan and isinstance(angka.nilai, Decimal):
            sisa = SERATUS - angka.nilai
            hasil.append(sisa)
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


def _predikat(satu: Bacaan, ukuran: Ukuran, kinerja: TahunKinerja) -> Perbandingan:
    """Predikat yang disebut terhadap predikat capaian tahun itu."""
    disebut = _predikat_disebut(satu.teks, kinerja)
    masa = masa_dibicarakan(satu.teks, kinerja.tahun)
    if not disebut or not ukuran.predikat or masa != {kinerja.tahun}:
        return
    if disebut == ukuran.predikat.lower():
        yield None
        return
    pesan = "Predikatnya bukan itu."
    tertulis = disebut.title()
    yield temuan_kata(satu, "predikat", pesan, tertulis, ukuran.predikat)


def _predikat_disebut(kalimat: str, kinerja: TahunKinerja) -> str:
    """Satu-satunya tingkat skala di belakang kata predikat; kosong bila tidak satu."""
    skala = kinerja.pengukuran.renstra.skala_tahun
    cocok = _BERPREDIKAT.search(kalimat)
    if skala is None or cocok is None:
        return ""
    nama = [re.escape(tingkat.nama.lower()) for tingkat in skala.tingkat]
    terpanjang = sorted(nama, key=len, reverse=True)
    pilihan = "|".join(terpanjang)
    semua = re.findall(rf"\b(?:{pilihan})\b", cocok[1].lower())
    tanpa_ulangan = set(semua)
    return tanpa_ulangan.pop() if len(tanpa_ulangan) == 1 else ""
