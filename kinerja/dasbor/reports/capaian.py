"""Capaian tiap indikator dengan kecenderungannya, dan bagian lain dasbor."""

from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Kabupaten
from core.angka import bulatkan
from core.grafik import Setahun
from core.periode import TRIWULAN
from documents.models import Kunci
from idm.indeks import indeks
from idm.laporan.dasar.reports import KepalaLaporan, kepala
from kinerja.aturan.capaian import DESIMAL
from kinerja.dasbor.reports.kelengkapan import Kelengkapan, kelengkapan
from kinerja.dasbor.reports.saringan import Saringan
from kinerja.dasbor.reports.uang import FisikUang, Penyerapan, fisik_uang, penyerapan
from kinerja.models import Indikator, PeriodeRenstra
from kinerja.naskah.lkjip.isi.lkjip import StatusIdm
from kinerja.naskah.lkjip.isi.tabel import TabelTahun
from kinerja.naskah.lkjip.reports.lkjip import status_idm
from kinerja.naskah.lkjip.reports.tabel_capaian import tabel_beberapa_tahun
from kinerja.tahun.kecenderungan import Terbanding, gerak, is_sama_target
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.renstra import Skala
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

JUDUL = "Dasbor Capaian Kinerja"
KELOMPOK = ("IKU", "IKK")
LINGKUP = ("", "indikator")  # yang mengunci target dan realisasinya
SAMA_TARGET = "Realisasi sama dengan target: periksa buktinya."


def alamat_tahun(indikator: Indikator, tahun: int) -> str:
    """Silsilah satu indikator pada `tahun`."""
    return f"{indikator.get_absolute_url()}?tahun={tahun}"


@dataclass(frozen=True)
class BarisUkuran:
    """Ukuran satu indikator, kecenderungannya, dan angkanya tiap tahun."""

    ukuran: Ukuran
    gerak: Terbanding
    deret: tuple[Setahun, ...]

    @property
    def url(self) -> str:
        """Silsilahnya pada tahun dasbornya, walau tahun kerja pembacanya lain."""
        return self.alamat(self.ukuran.tahun)

    def alamat(self, tahun: int) -> str:
        """Silsilahnya pada satu tahun periodenya."""
        return alamat_tahun(self.ukuran.indikator, tahun)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokIndikator:
    """IKU atau IKK: ukuran tahun ini, dan target serta realisasinya sejak awal periode."""

    nama: str
    ukuran: tuple[BarisUkuran, ...]
    deret: TabelTahun


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiDasbor:
    """Dasbor capaian yang tersaring; `sampai` triwulan terakhir yang dibaca, nol bila belum ada."""

    kepala: KepalaLaporan
    saringan: Saringan
    periode: PeriodeRenstra | None
    skala: Skala | None
    kelompok: tuple[KelompokIndikator, ...]
    rata_iku: Decimal | None
    rata_kalimat: str
    uang: Penyerapan
    sampai: int
    fisik: tuple[FisikUang, ...]
    kelengkapan: tuple[Kelengkapan, ...]
    idm: StatusIdm
    sah: str = ""  # naskah sah yang mengunci target dan realisasinya

    @property
    def keadaan(self) -> str:
        """Apakah angka tahun itu sudah ditandatangani."""
        tahun = self.kepala.tahun
        if self.sah:
            return f"Angka {tahun} terkunci oleh {self.sah}."
        return f"Angka {tahun} belum terkunci naskah sah, jadi masih dapat berubah."

    @property
    def indeks(self) -> str:
        """Singkatan indeks desa yang dipakai tahunnya."""
        return indeks(self.kepala.tahun).singkatan

    @property
    def masa(self) -> str:
        """Kosong bila belum ada triwulan yang dibaca."""
        if self.sampai:
            return TRIWULAN[self.sampai]
        return ""


def dasbor(kabupaten: Kabupaten, saringan: Saringan, judul: str = JUDUL) -> IsiDasbor:
    """Angka setahun tanpa bentuk; yang tidak dapat dihitung `None`."""
    kinerja = TahunKinerja(kabupaten, saringan.tahun)
    pengukuran = kinerja.pengukuran
    rata = pengukuran.rata(saringan.indikator(pengukuran.jenis("iku")))
    rata_iku = None
    if rata.rasio is not None:
        rata_iku = bulatkan(rata.rasio, DESIMAL)
    sampai = saringan.triwulan or kinerja.pohon.terlapor.sampai
    return IsiDasbor(
        kepala=kepala(kabupaten, judul, saringan.tahun),
        saringan=saringan,
        periode=kinerja.periode,
        skala=pengukuran.renstra.skala_tahun,
        kelompok=tuple(_kelompok(pengukuran, saringan, nama) for nama in KELOMPOK),
        rata_iku=rata_iku,
        rata_kalimat=rata.kalimat,
        uang=penyerapan(kinerja, saringan),
        sampai=sampai,
        fisik=fisik_uang(kinerja, saringan),
        kelengkapan=kelengkapan(kinerja, saringan, sampai),
        idm=status_idm(kinerja),
        sah=_sah(kabupaten, saringan.tahun),
    )


def _sah(kabupaten: Kabupaten, tahun: int) -> str:
    """Sebutan naskahnya; kosong bila belum ada, atau kuncinya sedang dibuka."""
    kunci = Kunci.objects.penahan(kabupaten.kode, tahun, LINGKUP)
    return kunci.naskah if kunci else ""


def _kelompok(pengukuran: Pengukuran, saringan: Saringan, nama: str) -> KelompokIndikator:
    """Indikator satu jenis yang tersaring."""
    jenis = nama.lower()
    milik = saringan.indikator(pengukuran.jenis(jenis))
    return KelompokIndikator(
        nama=nama,
        ukuran=tuple(_terukur(pengukuran, satu) for satu in milik),
        deret=tabel_beberapa_tahun(pengukuran, jenis, milik),
    )


def _terukur(pengukuran: Pengukuran, indikator: Indikator) -> BarisUkuran:
    """Yang besarannya lain dari definisi tahun laporan tidak ikut digariskan."""
    kini = pengukuran.ukur(indikator)
    deret = []
    for tahun in pengukuran.renstra.tahun_periode:
        ukuran = pengukuran.ukur(indikator, tahun)
        if ukuran.indikator.is_comparable(kini.indikator):
            alamat = alamat_tahun(indikator, tahun)
            deret.append(Setahun(tahun, ukuran.target, ukuran.realisasi, alamat))
    berangka = tuple(satu for satu in deret if satu.is_berangka)
    return BarisUkuran(kini, gerak(pengukuran, indikator), berangka)
