"""Satu tahun kinerja satu kabupaten: tiap bagian dibaca dan dihitung sekali, lalu hanya dibaca.

Halaman, kisi, naskah, uji kewajaran dan kelengkapan memakai bagian yang sama; yang tidak diminta
tidak dibaca.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten, PerangkatDaerah
from idm.reports import StatusTahun, status_seindeks
from kinerja.models import (
    AngkaTercetak,
    Indikator,
    PeriodeRenstra,
    PerjanjianKinerja,
    RekapPegawai,
    Rekomendasi,
)
from kinerja.tahun.akip import HasilAkip, read_akip, read_rekomendasi
from kinerja.tahun.anggaran import Anggaran, read_anggaran
from kinerja.tahun.data import Data, read_data
from kinerja.tahun.efisiensi import EfisiensiTahun, efisiensi_tahun
from kinerja.tahun.pengukuran import Pengukuran, pengukuran
from kinerja.tahun.penyusun import read_pohon
from kinerja.tahun.pohon import Pohon
from kinerja.tahun.renstra import read_periode, read_renstra, tahun_diukur
from kinerja.tahun.rujukan import (
    Rujukan,
    rujukan_akip,
    rujukan_idm,
    rujukan_indikator,
    rujukan_jumlah,
    rujukan_pegawai,
    rujukan_umum,
)
from kinerja.tahun.rujukan_naskah import (
    rujukan_akhir,
    rujukan_banyak,
    rujukan_indeks,
    rujukan_program,
    rujukan_wilayah,
)
from kinerja.tahun.rujukan_uang import rujukan_anggaran, rujukan_efisiensi


@dataclass(frozen=True)
class TahunKinerja:
    """Dari isian ke angka: periode, data sumber, pengukuran, anggaran, pohon, rujukan."""

    kabupaten: Kabupaten
    tahun: int
    periode_tetap: PeriodeRenstra | None = None  # bila yang diminta indikator satu periode tertentu

    @property
    def dinas(self) -> PerangkatDaerah:
        """Dinas yang memakai sistem ini di kabupatennya."""
        return self.kabupaten.dinas

    @cached_property
    def periode(self) -> PeriodeRenstra | None:
        """Periode Renstra yang memuat tahunnya."""
        if self.periode_tetap is not None:
            return self.periode_tetap.pada(self.tahun)
        return read_periode(self.kabupaten, self.tahun)

    @cached_property
    def is_berperjanjian(self) -> bool:
        """Perjanjian Kinerja kepala dinas tahun itu ada, sudah atau belum ditandatangani."""
        return PerjanjianKinerja.objects.dinas(self.kabupaten, self.tahun).exists()

    @cached_property
    def data(self) -> Data:
        """Status desa dan rekap lembaga semua tahun yang diukur, dan setahun sebelumnya."""
        return read_data(self.kabupaten, tahun_diukur(self.periode, self.tahun))

    @cached_property
    def status_desa(self) -> Mapping[int, StatusTahun]:
        """Status desa menurut indeks tahun laporan, tiap tahun yang seindeks."""
        return status_seindeks(self.kabupaten, self.tahun, self.data.status)

    @cached_property
    def pengukuran(self) -> Pengukuran:
        """Semua indikator, diukur sekali."""
        return pengukuran(read_renstra(self.periode, self.tahun), self.data)

    @cached_property
    def anggaran(self) -> Anggaran:
        """Uang tiap program."""
        return read_anggaran(self.kabupaten, self.tahun)

    @cached_property
    def _anggaran_lain(self) -> dict[int, Anggaran]:
        return {}

    def anggaran_pada(self, tahun: int) -> Anggaran:
        """Anggaran tahun lain, dibaca sekali bila diminta."""
        if tahun == self.tahun:
            return self.anggaran
        if tahun not in self._anggaran_lain:
            self._anggaran_lain[tahun] = read_anggaran(self.kabupaten, tahun)
        return self._anggaran_lain[tahun]

    @cached_property
    def ingatan(self) -> dict[Hashable, Any]:
        """Yang disusun sekali dan dibaca lagi oleh lampiran atau uji lain."""
        return {}

    @cached_property
    def pohon(self) -> Pohon:
        """Program sampai sub kegiatan."""
        return read_pohon(self.kabupaten, self.tahun, self.periode, self.anggaran)

    @cached_property
    def pohon_lalu(self) -> Pohon:
        """Pohon setahun sebelumnya; kosong bila tidak dimuat."""
        lalu = self.tahun - 1
        periode = read_periode(self.kabupaten, lalu)
        return read_pohon(self.kabupaten, lalu, periode, self.anggaran_pada(lalu))

    @cached_property
    def efisiensi(self) -> EfisiensiTahun:
        """Efisiensi tiap program dan seluruhnya."""
        return efisiensi_tahun(self.periode, self.pengukuran, self.anggaran)

    @cached_property
    def pegawai(self) -> tuple[RekapPegawai, ...]:
        """Rekap pegawai tahun itu."""
        return tuple(RekapPegawai.objects.filter(perangkat_daerah=self.dinas, tahun=self.tahun))

    @cached_property
    def akip(self) -> HasilAkip | None:
        """Hasil evaluasi AKIP tahun itu."""
        return read_akip(self.kabupaten, self.tahun)

    @cached_property
    def rekomendasi(self) -> tuple[Rekomendasi, ...]:
        """Rekomendasi tahun itu beserta tindak lanjutnya."""
        return read_rekomendasi(self.kabupaten, self.tahun)

    @cached_property
    def tercetak(self) -> tuple[AngkaTercetak, ...]:
        """Angka pada dokumen lama, urut dokumennya."""
        rows = AngkaTercetak.objects.filter(kabupaten=self.kabupaten)
        return tuple(rows.comparable(self.tahun))

    @cached_property
    def rujukan(self) -> Mapping[str, Rujukan]:
        """Semua angka yang dapat dirujuk untuk tahun laporan."""
        return MappingProxyType(
            {
                **rujukan_umum(self.kabupaten, self.dinas, self.pengukuran),
                **rujukan_indikator(self.pengukuran),
                **rujukan_idm(self.status_desa, self.tahun),
                **rujukan_anggaran(self.pohon),
                **rujukan_efisiensi(self.efisiensi, self.pohon),
                **rujukan_jumlah(self.pohon),
                **rujukan_pegawai(self.pegawai),
                **rujukan_akip(self.akip),
                **rujukan_akhir(self.pengukuran),
                **rujukan_banyak(self.pengukuran),
                **rujukan_program(self.anggaran),
                **rujukan_indeks(self.tahun),
                **rujukan_wilayah(self.kabupaten, self.tahun),
            }
        )


def tahun_naskah(naskah: Any) -> TahunKinerja:
    """Tahun kinerja satu naskah pada kabupatennya."""
    return TahunKinerja(naskah.kabupaten, naskah.tahun)


def tahun_indikator(indikator: Indikator, tahun: int) -> TahunKinerja:
    """Tahun kinerja pada periode Renstra milik `indikator`."""
    periode = indikator.sasaran.periode
    return TahunKinerja(periode.perangkat_daerah.kabupaten, tahun, periode)
