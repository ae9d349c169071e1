"""Pokok yang bukan indikator: desa menurut statusnya, wilayah, dan uang."""

from dataclasses import dataclass
from decimal import Decimal

from core.angka import persen, rupiah
from idm.scoring import Status
from kinerja.aturan.angka_kalimat import PERSEN, RUPIAH, AngkaKalimat
from kinerja.aturan.capaian import bagian_persen
from kinerja.aturan.rencana import TRIWULAN, Evaluasi, jumlah, jumlah_uang
from kinerja.aturan.ujaran import BELANJA, HASIL, PAGU, REALISASI, SERAPAN, SISA, TARGET
from kinerja.models import Indikator
from kinerja.tahun.anggaran import Anggaran, Terserap, Uang
from kinerja.tahun.sources import SOURCES
from kinerja.tahun.sumber_status import pengentasan_tertinggal
from kinerja.uji.checks.subjek import (
    AWAL_TAHUN,
    BAGIAN,
    BANYAK,
    ENTAS,
    ENTAS_PERSEN,
    PENYEBUT,
    PERSEN_SEMUA,
    SISA_PERSEN,
    Angka,
    SemuaBesaran,
    Subjek,
    SubjekIndikator,
)

_PENGENTASAN = (ENTAS, ENTAS_PERSEN, AWAL_TAHUN)
# besaran uang menurut yang disebut, dengan rupiah dan dengan persen
_RUPIAH: dict[str, SemuaBesaran] = {
    PAGU: (PAGU,),
    BELANJA: (REALISASI, PAGU),
    REALISASI: (REALISASI,),
    SERAPAN: (REALISASI,),
    SISA: (SISA,),
    HASIL: (REALISASI,),
}
_PERSEN: dict[str, SemuaBesaran] = {
    SISA: (SISA_PERSEN,),
    REALISASI: (SERAPAN,),
    SERAPAN: (SERAPAN,),
    HASIL: (SERAPAN,),
}


@dataclass(frozen=True)
class SubjekStatus(Subjek):
    """Desa berstatus tertentu; beberapa status dijumlahkan. Kosong: semua desanya."""

    status: tuple[Status, ...]

    @property
    def nama(self) -> str:
        disebut = " dan ".join(satu.title() for satu in self.status)
        return f"desa {disebut}".strip()

    @property
    def bawaan(self) -> str:
        return BANYAK

    def nilai(self, besaran: str, tahun: int) -> Angka:
        jumlah = self.jumlah_desa(tahun)
        if besaran in _PENGENTASAN:
            return self._entas(besaran, tahun)
        if besaran == TARGET:
            return self._target(tahun)
        if jumlah is None or besaran == PENYEBUT or not self.status:
            return jumlah
        diketahui = self.kinerja.status_desa[tahun]
        banyak = Decimal(sum(diketahui.counts[satu] for satu in self.status))
        if besaran == BAGIAN:
            return bagian_persen(banyak, jumlah)
        return banyak

    def _target(self, tahun: int) -> Angka:
        """Target satu-satunya indikator yang menghitung desa berstatus itu."""
        semua = self.kinerja.pengukuran.indikator
        milik = [satu for satu in semua if self._is_dihitung(satu)]
        if len(milik) != 1:
            return None
        return SubjekIndikator(self.kinerja, milik[0]).nilai(TARGET, tahun)

    def _is_dihitung(self, indikator: Indikator) -> bool:
        """Sumber hitungnya banyaknya desa berstatus itu."""
        sumber = SOURCES.get(indikator.sumber)
        if sumber is None or sumber.penyebut or not sumber.is_keadaan:
            return False
        return bool(self.status) and set(sumber.status) == set(self.status)

    def _entas(self, besaran: str, tahun: int) -> Angka:
        """Desa Tertinggal yang naik status tahun itu, menurut hitungan yang sama dengan IKK 6."""
        if self.status != (Status.TERTINGGAL,) or tahun not in self.kinerja.status_desa:
            return None
        hasil = pengentasan_tertinggal(self.kinerja.data, tahun)
        if hasil is None:
            return None
        semua = {ENTAS: hasil.pembilang, AWAL_TAHUN: hasil.penyebut, ENTAS_PERSEN: hasil.nilai}
        return semua[besaran]

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        if disebut == TARGET:
            return (TARGET,) if angka.satuan in ("", "desa") else ()
        if angka.satuan == PERSEN:
            return (BAGIAN,) if self.status else ()
        if angka.satuan in ("", "desa"):
            return (BANYAK,)
        return ()


@dataclass(frozen=True)
class SubjekWilayah(Subjek):
    """Banyak kecamatan atau kelurahan."""

    satuan: str

    @property
    def nama(self) -> str:
        return self.satuan

    def nilai(self, besaran: str, tahun: int) -> Angka:
        if tahun != self.kinerja.tahun:
            return None
        kunci = f"wilayah.{self.satuan}"
        nilai = self.kinerja.rujukan[kunci].nilai
        if isinstance(nilai, Decimal) and nilai:
            return nilai
        return None

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        if angka.satuan == self.satuan and not disebut:
            return (BANYAK,)
        return ()


@dataclass(frozen=True)
class SubjekUang(Subjek):
    """Anggaran seluruh dinas, atau satu program bila berkode."""

    kode: str
    triwulan: int | None = None
    is_sampai: bool = False

    @property
    def nama(self) -> str:
        milik = "anggaran dinas"
        if self.kode:
            milik = f"program {self.kode}"
        if self.triwulan:
            return f"{milik} triwulan {self.triwulan}"
        return milik

    @property
    def bawaan(self) -> str:
        return PAGU

    def nilai(self, besaran: str, tahun: int) -> Angka:
        milik = self._milik(tahun)
        if milik is None:
            return None
        realisasi = milik.realisasi
        terserap = milik.terserap
        if self.triwulan and realisasi is not None:
            total = self._total(tahun)
            realisasi = self._uang(total)
            sebanding = jumlah(map(self._uang, total.berpagu or ()))
            terserap = Terserap(milik.pagu, sebanding)
        semua = {
            PAGU: milik.pagu,
            REALISASI: realisasi,
            SISA: terserap.sisa,
            SERAPAN: terserap.rasio,
            SISA_PERSEN: terserap.sisa_rasio,
        }
        return semua[besaran]

    def _total(self, tahun: int) -> Evaluasi:
        """Uang tahun itu bila semua triwulannya diketahui; selain itu kosong."""
        total = self.kinerja.pohon.total
        if self.kode or tahun != self.kinerja.tahun or total.setahun_rp is not None:
            return jumlah_uang(None, ())
        return total

    def _uang(self, evaluasi: Evaluasi) -> Angka:
        """Triwulan itu saja, atau dari awal tahun sampai triwulan itu."""
        triwulan = self.triwulan or len(TRIWULAN)
        awal = 0 if self.is_sampai else triwulan - 1
        return jumlah(satu.rp for satu in evaluasi.triwulan[awal:triwulan])

    def _milik(self, tahun: int) -> Anggaran | Uang | None:
        anggaran = self.kinerja.anggaran_pada(tahun)
        if not self.kode:
            return anggaran
        for uang in anggaran.baris:
            if uang.program.kode == self.kode:
                return uang
        return None

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        if angka.satuan == RUPIAH:
            return _RUPIAH.get(disebut, ())
        if angka.satuan != PERSEN:
            return ()
        return _PERSEN.get(disebut, ())

    def tulisan(self, besaran: str, nilai: Decimal) -> str:
        if besaran in PERSEN_SEMUA:
            return persen(nilai)
        return rupiah(nilai)


def is_wilayah(milik: Subjek) -> bool:
    """Semua desa, kecamatan atau kelurahannya, tanpa status."""
    if isinstance(milik, SubjekStatus):
        return not milik.status
    return isinstance(milik, SubjekWilayah)
