"""Rujukan uang: anggaran seluruh dinas, tiap program, dan simpulan efisiensinya."""

from dataclasses import replace
from decimal import Decimal

from core.angka import rupiah
from core.terbilang import terbilang
from kinerja.aturan.belum import TIDAK_ADA
from kinerja.tahun.anggaran import Uang
from kinerja.tahun.efisiensi import EfisiensiTahun
from kinerja.tahun.pohon import ATAS_SEBAGIAN, Pohon
from kinerja.tahun.rujukan import KumpulanRujukan, Rujukan, rujukan_persen, rujukan_teks

Angka = Decimal | None  # `None` bila tidak diketahui
SEBAGIAN = "jumlah yang diketahui saja"


def rujukan_anggaran(pohon: Pohon) -> KumpulanRujukan:
    """Uang seluruh dinas dan tiap program; yang atas pagu sebagian mengatakannya."""
    anggaran = pohon.anggaran
    pagu = anggaran.pagu
    realisasi = anggaran.realisasi
    terserap = anggaran.terserap
    atas_pagu = {
        "anggaran.persen": rujukan_persen(terserap.rasio),
        "anggaran.sisa": _uang(terserap.sisa),
        "anggaran.sisa_persen": rujukan_persen(terserap.sisa_rasio),
    }
    hasil = {
        "anggaran.pagu": _uang(pagu),
        "anggaran.realisasi": _uang(realisasi),
        "anggaran.pagu.terbilang": _terbilang(pagu),
        "anggaran.realisasi.terbilang": _terbilang(realisasi),
        **atas_pagu,
    }
    if pohon.catatan_pagu:
        hasil["anggaran.pagu"] = _bersyarat(hasil["anggaran.pagu"], SEBAGIAN)
        for kunci, angka in atas_pagu.items():
            hasil[kunci] = _bersyarat(angka, ATAS_SEBAGIAN)
    for uang, simpul in zip(anggaran.baris, pohon.program, strict=True):
        hasil |= _program(uang, is_sebagian=bool(simpul.catatan_pagu))
    return hasil


def _program(uang: Uang, *, is_sebagian: bool) -> KumpulanRujukan:
    """Uang satu program."""
    url = uang.program.get_absolute_url()
    awal = f"program.{uang.program.kode}"
    pagu = _uang(uang.pagu, url)
    serapan = rujukan_persen(uang.terserap.rasio, url)
    if is_sebagian:
        pagu = _bersyarat(pagu, SEBAGIAN)
        serapan = _bersyarat(serapan, ATAS_SEBAGIAN)
    return {
        f"{awal}.pagu": pagu,
        f"{awal}.realisasi": _uang(uang.realisasi, url),
        f"{awal}.persen": serapan,
    }


def _bersyarat(angka: Rujukan, syarat: str) -> Rujukan:
    """Angka dengan yang perlu diketahui pembacanya; yang tidak ada tetap demikian."""
    if angka.nilai is None:
        return angka
    return replace(angka, teks=f"{angka.teks} ({syarat})")


def rujukan_efisiensi(efisiensi: EfisiensiTahun, pohon: Pohon) -> KumpulanRujukan:
    """Simpulan seluruh dinas dan aturan yang dipakainya."""
    kalimat = efisiensi.total.kalimat
    simpulan = Rujukan(kalimat or None, kalimat or TIDAK_ADA)
    if pohon.catatan_pagu:
        simpulan = _bersyarat(simpulan, ATAS_SEBAGIAN)
    return {
        "anggaran.efisiensi": simpulan,
        "anggaran.efisiensi.aturan": rujukan_teks(efisiensi.aturan.tulisan),
    }


def _uang(nilai: Angka, url: str = "") -> Rujukan:
    """Uang yang tidak diketahui tidak ditulis nol."""
    tulisan = TIDAK_ADA
    if nilai is not None:
        tulisan = rupiah(nilai)
    return Rujukan(nilai, tulisan, url)


def _terbilang(nilai: Angka) -> Rujukan:
    """Rupiah dengan huruf, untuk naskah prosa."""
    if nilai is None:
        return Rujukan(None, TIDAK_ADA)
    return rujukan_teks(f"{terbilang(int(nilai))} rupiah")
