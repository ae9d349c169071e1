"""Capaian tiap indikator dengan kecenderungannya, dan bagian lain dasbor."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from core.grafik import Setahun
from core.periode import TRIWULAN
from idm.laporan.dasar.reports import kepala
from kinerja.aturan.capaian import DESIMAL
from kinerja.dasbor.reports.kelengkapan import kelengkapan
from kinerja.dasbor.reports.saringan import Saringan
from kinerja.dasbor.reports.uang import fisik_uang, penyerapan
from kinerja.models import Indikator
from kinerja.naskah.lkjip.reports.lkjip import status_idm
from kinerja.naskah.lkjip.reports.tabel_capaian import tabel_beberapa_tahun
from kinerja.tahun.kecenderungan import Terbanding, gerak, is_sama_target
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

Isi = dict[str, Any]  # menurut nama bagiannya
KELOMPOK = (("IKU", "iku"), ("IKK", "ikk"))
SAMA_TARGET = "Realisasi sama dengan target: periksa buktinya."


@dataclass(frozen=True)
class BarisUkuran:
    """Ukuran satu indikator, kecenderungannya, dan angkanya tiap tahun."""

    ukuran: Ukuran
    gerak: Terbanding
    deret: tuple[Setahun, ...]

    @property
    def is_sama_target(self) -> bool:
        return is_sama_target(self.ukuran)

    @property
    def catatan(self) -> str:
        """Yang patut diperiksa, lalu keadaan angkanya."""
        semua = [self.ukuran.keterangan]
        if self.is_sama_target:
            semua.insert(0, SAMA_TARGET)
        semua.append(self.ukuran.kurang)
        if self.gerak.sebab:
            semua.append(f"Tidak dibandingkan: {self.gerak.sebab}.")
        return " ".join(filter(None, semua))


def dasbor(kabupaten: Kabupaten, tahun: int, saringan: Saringan | None = None) -> Isi:
    """`kelompok` ukuran, `deret` beberapa tahun, `idm`, `rata_iku`, `uang`; angka tanpa bentuk."""
    saringan = saringan or Saringan(tahun)
    kinerja = TahunKinerja(kabupaten, tahun)
    pengukuran = kinerja.pengukuran
    iku = saringan.indikator(pengukuran.jenis("iku"))
    rata = pengukuran.rata(iku)
    kelompok = []
    deret = []
    for nama, jenis in KELOMPOK:
        milik = saringan.indikator(pengukuran.jenis(jenis))
        kelompok.append((nama, [_terukur(pengukuran, satu) for satu in milik]))
        deret.append((nama, tabel_beberapa_tahun(pengukuran, jenis, milik)))
    sampai = saringan.triwulan or kinerja.pohon.terlapor.sampai
    return {
        **kepala(kabupaten, "Dasbor Capaian Kinerja", tahun),
        "saringan": saringan,
        "periode": kinerja.periode,
        "skala": pengukuran.renstra.skala_tahun,
        "kelompok": kelompok,
        "deret": deret,
        "idm": status_idm(kinerja),
        "rata_iku": None if rata.rasio is None else bulatkan(rata.rasio, DESIMAL),
        "rata_kalimat": rata.kalimat,
        "uang": penyerapan(kinerja, saringan),
        "sampai": sampai,
        "masa": TRIWULAN[sampai] if sampai else "",
        "fisik": fisik_uang(kinerja, saringan),
        "kelengkapan": kelengkapan(kinerja, saringan, sampai),
    }


def _terukur(pengukuran: Pengukuran, indikator: Indikator) -> BarisUkuran:
    """Yang besarannya lain dari definisi tahun laporan tidak ikut digariskan."""
    kini = pengukuran.ukur(indikator)
    deret = []
    for tahun in pengukuran.renstra.tahun_periode:
        ukuran = pengukuran.ukur(indikator, tahun)
        if ukuran.indikator.is_comparable(kini.indikator):
            deret.append(Setahun(tahun, ukuran.target, ukuran.realisasi))
    berangka = tuple(satu for satu in deret if satu.is_berangka)
    return BarisUkuran(kini, gerak(pengukuran, indikator), berangka)
