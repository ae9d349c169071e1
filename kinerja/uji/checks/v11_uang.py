"""V11: rupiah, persen serapan dan arah anggaran dalam kalimat terhadap uang yang dihitung."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from core.angka import persen, rupiah
from documents.uji import Perbandingan, uji
from kinerja.aturan.kalimat import Disebut, persen_disebut
from kinerja.aturan.kalimat_uang import (
    SAMBUNGAN,
    Rupiah,
    besaran_uang,
    is_uang_semata,
    rupiah_disebut,
)
from kinerja.aturan.pernyataan import arah, dibandingkan, gerak_pertama
from kinerja.tahun.anggaran import Anggaran, read_anggaran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan, bacaan
from kinerja.uji.checks.gerak import gerak, temuan_kata
from kinerja.uji.checks.pokok import SELURUHNYA, pokok_uang

Nilai = dict[str, Decimal | None]
SEBUTAN = {"pagu": "pagu", "realisasi": "realisasi", "sisa": "sisa", "persen": "serapan"}


@uji("V11", "rupiah, persen dan arah anggaran dalam kalimat terhadap uang yang dihitung")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Seluruh dinas atau satu program; uang yang lain tidak dikenal dan tidak dibandingkan."""
    for satu, kode in _berpokok(naskah, kinerja):
        nilai = _nilai(kinerja.anggaran, kode)
        for disebut in rupiah_disebut(satu.teks):
            yield from _rupiah(satu, disebut, nilai)
        if is_uang_semata(satu.teks):
            for bagian in persen_disebut(satu.teks):
                yield from _persen(satu, bagian, nilai)
            yield from _arah(satu, kode, kinerja)


def _berpokok(naskah: Any, kinerja: TahunKinerja) -> Iterator[tuple[Bacaan, str]]:
    """Kalimat tentang uang dengan kodenya; “Pagunya …” meneruskan kalimat di depannya."""
    tempat, lalu = "", None
    for satu in bacaan(naskah, kinerja):
        kode = pokok_uang(satu, kinerja)
        if kode is None and satu.tempat == tempat and SAMBUNGAN.match(satu.teks):
            kode = lalu
        tempat, lalu = satu.tempat, kode
        if kode is not None:
            yield satu, kode


def _nilai(anggaran: Anggaran, kode: str) -> Nilai:
    """Pagu, realisasi, sisa dan serapannya; yang tidak diketahui tidak dibandingkan."""
    milik: Any = anggaran
    if kode != SELURUHNYA:
        milik = next((uang for uang in anggaran.baris if uang.program.kode == kode), None)
    if milik is None:
        return {}
    pagu, realisasi = milik.pagu, milik.realisasi
    sisa = None
    if pagu is not None and realisasi is not None:
        sisa = pagu - realisasi
    return {
        "pagu": pagu,
        "realisasi": realisasi,
        "sisa": sisa,
        "persen": milik.persen,
    }


def _rupiah(satu: Bacaan, disebut: Rupiah, nilai: Nilai) -> Perbandingan:
    """Jumlah yang dikatakan pagu, realisasi atau sisanya."""
    benar = nilai.get(disebut.besaran)
    if benar is None:
        return
    if disebut.is_sama(benar):
        yield None
        return
    pesan = f"Jumlah ini bukan {SEBUTAN[disebut.besaran]}nya."
    tertulis = f"Rp {disebut.disebut.tulisan}"
    yield temuan_kata(
        satu,
        f"rupiah {tertulis}",
        pesan,
        tertulis,
        rupiah(benar),
    )


def _persen(satu: Bacaan, disebut: Disebut, nilai: Nilai) -> Perbandingan:
    """Serapannya; sisanya seratus dikurangi itu."""
    benar = nilai.get("persen")
    if benar is None or disebut.jenis != "realisasi":
        return
    if disebut.is_sama([benar]):
        yield None
        return
    yang = f"persen {disebut.tulisan}"
    tertulis = f"{disebut.tulisan} %"
    yield temuan_kata(
        satu,
        yang,
        "Persen ini bukan serapannya.",
        tertulis,
        persen(benar),
    )


def _arah(satu: Bacaan, kode: str, kinerja: TahunKinerja) -> Perbandingan:
    """Naik atau turun dari tahun yang disebut; tahun itu dibaca hanya bila dikatakan."""
    tahun = dibandingkan(satu.teks, kinerja.tahun)
    besaran = besaran_uang(gerak_pertama(satu.teks))
    if arah(satu.teks) is None or tahun is None or not besaran:
        return
    awal, _ = tahun
    anggaran_lalu = read_anggaran(kinerja.kabupaten, awal)
    lalu = _nilai(anggaran_lalu, kode).get(besaran)
    kini = _nilai(kinerja.anggaran, kode).get(besaran)
    if lalu is None or kini is None:
        return
    desimal = 2 if besaran == "persen" else 0
    yield from gerak(satu, satu.teks, (lalu, kini), desimal)
