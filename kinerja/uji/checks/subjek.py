"""Pokok yang dapat dibicarakan kalimat, dan angkanya menurut besaran dan tahun."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from core.angka import format_angka, persen
from kinerja.aturan.angka_kalimat import PERSEN, RUPIAH, AngkaKalimat
from kinerja.aturan.capaian import DESIMAL, SERATUS, Arah, Sebutan, bagian_persen
from kinerja.aturan.satuan import is_persen
from kinerja.aturan.sebutan import rata
from kinerja.aturan.ujaran import (
    BELANJA,
    CAPAIAN,
    HASIL,
    PAGU,
    REALISASI,
    SERAPAN,
    SISA,
    TARGET,
)
from kinerja.models import Indikator
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran, isi_target

Angka = Decimal | None
SemuaBesaran = tuple[str, ...]
SebesarIni = tuple[str, int, Decimal]  # besaran, tahun, nilai
Diketahui = list[SebesarIni]
BANYAK = "banyaknya"
BAGIAN = "bagian"
PEMBILANG = "pembilang"
PENYEBUT = "penyebut"
AKHIR = "target akhir"
CAPAIAN_AKHIR = "capaian terhadap target akhir"
SISA_PERSEN = "sisa persen"
SEMUA_DESA = "jumlah desa"
KEKURANGAN = "selisih"
ENTAS = "pengentasan"
ENTAS_PERSEN = "persen pengentasan"
AWAL_TAHUN = "banyaknya awal tahun"
PERSEN_SEMUA = {CAPAIAN, SERAPAN, BAGIAN, CAPAIAN_AKHIR, SISA_PERSEN, ENTAS_PERSEN}


@dataclass(frozen=True)
class Subjek:
    """Satu pokok; yang tidak diketahui `None`."""

    kinerja: TahunKinerja

    @property
    def nama(self) -> str:
        raise NotImplementedError

    @property
    def bawaan(self) -> str:
        """Besaran yang bergerak bila tidak disebut."""
        return REALISASI

    @property
    def is_naik(self) -> bool:
        """Makin tinggi makin baik."""
        return True

    def nilai(self, besaran: str, tahun: int) -> Angka:
        raise NotImplementedError

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        """Besaran yang mungkin dimaksud angka itu; yang pertama angka benarnya."""
        raise NotImplementedError

    def desimal(self, besaran: str) -> int:
        return DESIMAL if besaran in PERSEN_SEMUA else 0

    def tulisan(self, besaran: str, nilai: Decimal) -> str:
        """Angka benarnya."""
        if besaran in PERSEN_SEMUA:
            return persen(nilai)
        return format_angka(nilai, self.desimal(besaran))

    def is_sebanding(self, lalu: int, kini: int) -> bool:
        """Besaran kedua tahunnya sama."""
        return True

    def diketahui(self, semua: Iterable[str], tahun: Iterable[int]) -> Diketahui:
        """Tiap besaran pada tiap tahun yang nilainya ada, urut tahunnya."""
        hasil: Diketahui = []
        for satu, nama in product(tahun, list(semua)):
            nilai = self.nilai(nama, satu)
            if nilai is not None:
                hasil.append((nama, satu, nilai))
        return hasil

    def jumlah_desa(self, tahun: int) -> Angka:
        """Semua desa yang statusnya diketahui tahun itu."""
        diketahui = self.kinerja.status_desa.get(tahun)
        if not diketahui:
            return None
        return Decimal(diketahui.jumlah)


@dataclass(frozen=True)
class SubjekIndikator(Subjek):
    """Satu IKU atau IKK."""

    indikator: Indikator

    @property
    def nama(self) -> str:
        return f"{self.indikator.get_jenis_display()} {self.indikator.nomor_cetak}"

    @property
    def is_naik(self) -> bool:
        return self.indikator.aturan.arah is Arah.NAIK

    def ukur(self, tahun: int) -> Ukuran | None:
        """`None` bila di luar periodenya."""
        return self.kinerja.pengukuran.ukuran.get((self.indikator.pk, tahun))

    def nilai(self, besaran: str, tahun: int) -> Angka:
        akhir = self.kinerja.pengukuran.akhir[self.indikator.pk]
        if besaran == AKHIR:
            return akhir.target
        if besaran == CAPAIAN_AKHIR:
            return akhir.capaian.rasio
        ukuran = self.ukur(tahun)
        if ukuran is None:
            return None
        jumlah_desa = self.jumlah_desa(tahun)
        semua = {
            SEMUA_DESA: jumlah_desa,
            BAGIAN: bagian_persen(ukuran.realisasi, jumlah_desa),
            TARGET: ukuran.target,
            REALISASI: ukuran.realisasi,
            CAPAIAN: ukuran.capaian.rasio,
            PEMBILANG: ukuran.pembilang,
            PENYEBUT: ukuran.penyebut,
        }
        return semua[besaran]

    def sebutan(self, besaran: str, tahun: int) -> Sebutan | None:
        """Target atau realisasi yang berupa sebutan.

        `None` bila angka, keadaan, belum diisi, atau di luar periodenya.
        """
        ukuran = self.ukur(tahun)
        if ukuran is None:
            return None
        semua = {TARGET: isi_target(ukuran.sasaran_target), REALISASI: ukuran.isi}
        isi = semua.get(besaran)
        return isi if isinstance(isi, Sebutan) else None

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        if disebut in (PAGU, BELANJA, SERAPAN, SISA):
            return ()
        if angka.satuan == PERSEN:
            return self._boleh_persen(angka, disebut)
        if not self._is_bersatuan(angka.satuan, disebut):
            return ()
        if disebut == TARGET:
            return (TARGET, AKHIR)
        if is_persen(self.indikator.satuan):
            if angka.satuan:
                return (PEMBILANG,)
            return (REALISASI, PEMBILANG)
        return (REALISASI,)

    def _boleh_persen(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        """Persen indikator yang bukan persen hanya capaiannya."""
        is_milik = is_persen(self.indikator.satuan)
        if disebut == TARGET and is_milik:
            return (TARGET, AKHIR)
        if disebut == TARGET:
            is_seluruhnya = angka.nilai == SERATUS
            return () if is_seluruhnya else (CAPAIAN,)
        if not is_milik:
            return (CAPAIAN, CAPAIAN_AKHIR, BAGIAN)
        if disebut == CAPAIAN:
            return (CAPAIAN, REALISASI, CAPAIAN_AKHIR)
        return (REALISASI, CAPAIAN, CAPAIAN_AKHIR)

    def _is_bersatuan(self, satuan: str, disebut: str) -> bool:
        """Angkanya dihitung dalam satuan indikatornya, atau tanpa satuan di belakang besarannya."""
        if satuan == "":
            return disebut in ("", TARGET, REALISASI, HASIL, CAPAIAN)
        if satuan == rata(self.indikator.satuan):
            return True
        if satuan in (RUPIAH, "poin", "kali"):
            return False
        nama = rata(self.indikator.nama)
        return satuan in nama.split()

    def desimal(self, besaran: str) -> int:
        if besaran in PERSEN_SEMUA:
            return DESIMAL
        return self.indikator.desimal

    def tulisan(self, besaran: str, nilai: Decimal) -> str:
        if besaran in (PEMBILANG, PENYEBUT):
            return format_angka(nilai, 0)
        if is_persen(self.indikator.satuan):
            return persen(nilai)
        return super().tulisan(besaran, nilai)

    def is_sebanding(self, lalu: int, kini: int) -> bool:
        semula = self.ukur(lalu)
        sesudah = self.ukur(kini)
        if semula is None or sesudah is None:
            return False
        return sesudah.indikator.is_comparable(semula.indikator)


@dataclass(frozen=True)
class SubjekKelompok(Subjek):
    """Semua IKU atau semua IKK: rata-rata capaiannya."""

    jenis: tuple[str, ...]
    lingkup: str = ""  # semua, tidak semua, tidak satu pun, sebagian; kosong rata-ratanya
    sebutan: str = ""

    @property
    def nama(self) -> str:
        return self.sebutan or " dan ".join(satu.upper() for satu in self.jenis)

    @property
    def bawaan(self) -> str:
        return CAPAIAN

    @property
    def anggota(self) -> list[SubjekIndikator]:
        """Tiap indikatornya."""
        semua: list[SubjekIndikator] = []
        for jenis in self.jenis:
            indikator = self.kinerja.pengukuran.jenis(jenis)
            semua += [SubjekIndikator(self.kinerja, satu) for satu in indikator]
        return semua

    def nilai(self, besaran: str, tahun: int) -> Angka:
        if besaran != CAPAIAN:
            return None
        if tahun == self.kinerja.tahun:
            milik = [satu.indikator for satu in self.anggota]
            return self.kinerja.pengukuran.rata(milik).rasio
        semua = [satu.nilai(CAPAIAN, tahun) for satu in self.anggota]
        diketahui = [satu for satu in semua if satu is not None]
        if not semua or len(diketahui) != len(semua):
            return None
        return sum(diketahui, Decimal(0)) / len(diketahui)

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        is_capaian = disebut in ("", CAPAIAN, REALISASI, HASIL)
        if is_capaian and angka.satuan == PERSEN:
            return (CAPAIAN,)
        return ()

    def is_sebanding(self, lalu: int, kini: int) -> bool:
        return all(satu.is_sebanding(lalu, kini) for satu in self.anggota)


@dataclass(frozen=True)
class Sebut:
    """Satu sebutan dan letaknya."""

    subjek: Subjek
    awal: int
    akhir: int

    @property
    def panjang(self) -> int:
        return self.akhir - self.awal

    def is_menempel(self, angka: AngkaKalimat) -> bool:
        """Langsung di belakang angkanya: “6 desa Mandiri”."""
        return angka.awal < self.awal <= angka.akhir


def tunggal(semua: Iterable[Subjek]) -> Subjek | None:
    """Satu-satunya; `None` bila tidak pasti."""
    daftar = list(semua)
    if len(daftar) == 1:
        return daftar[0]
    return None
