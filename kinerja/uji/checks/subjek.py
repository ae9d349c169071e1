"""Pokok yang dapat dibicarakan kalimat, dan angkanya menurut besaran dan tahun."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from core.angka import format_angka, persen, rupiah
from idm.scoring import Status
from kinerja.aturan.angka_kalimat import PERSEN, RUPIAH, AngkaKalimat
from kinerja.aturan.capaian import DESIMAL, Arah, bagian_persen
from kinerja.aturan.rencana import jumlah
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
from kinerja.tahun.anggaran import Anggaran, Uang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

Angka = Decimal | None
SemuaBesaran = tuple[str, ...]
BANYAK, BAGIAN = "banyaknya", "bagian"
PEMBILANG, PENYEBUT = "pembilang", "penyebut"
AKHIR, CAPAIAN_AKHIR = "target akhir", "capaian terhadap target akhir"
SISA_PERSEN = "sisa persen"
SEMUA_DESA = "jumlah desa"
KEKURANGAN = "selisih"
PERSEN_SEMUA = {CAPAIAN, SERAPAN, BAGIAN, CAPAIAN_AKHIR, SISA_PERSEN}


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

    def tulis(self, besaran: str, nilai: Decimal) -> str:
        """Angka benarnya."""
        if besaran in PERSEN_SEMUA:
            return persen(nilai)
        return format_angka(nilai, self.desimal(besaran))

    def is_sebanding(self, lalu: int, kini: int) -> bool:
        """Besaran kedua tahunnya sama."""
        return True


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
        u = self.ukur(tahun)
        if u is None:
            return None
        jumlah_desa = SubjekStatus(self.kinerja, ()).nilai(PENYEBUT, tahun)
        semua = {
            SEMUA_DESA: jumlah_desa,
            BAGIAN: bagian_persen(u.realisasi, jumlah_desa),
            TARGET: u.target,
            REALISASI: u.realisasi,
            CAPAIAN: u.capaian.rasio,
            PEMBILANG: u.pembilang,
            PENYEBUT: u.penyebut,
        }
        return semua[besaran]

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
            return (REALISASI, PEMBILANG) if angka.satuan == "" else (PEMBILANG,)
        return (REALISASI,)

    def _boleh_persen(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        """Persen indikator yang bukan persen hanya capaiannya."""
        is_milik = is_persen(self.indikator.satuan)
        if disebut == TARGET:
            is_seluruhnya = angka.nilai == 100
            return (TARGET, AKHIR) if is_milik else () if is_seluruhnya else (CAPAIAN,)
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
        return (
            satuan not in (RUPIAH, "poin", "kali") and satuan in rata(self.indikator.nama).split()
        )

    def desimal(self, besaran: str) -> int:
        if besaran in PERSEN_SEMUA:
            return DESIMAL
        return self.indikator.desimal

    def tulis(self, besaran: str, nilai: Decimal) -> str:
        is_bagian = besaran in (PEMBILANG, PENYEBUT)
        if is_bagian:
            return format_angka(nilai, 0)
        if is_persen(self.indikator.satuan):
            return persen(nilai)
        return super().tulis(besaran, nilai)

    def is_sebanding(self, lalu: int, kini: int) -> bool:
        semula, sesudah = self.ukur(lalu), self.ukur(kini)
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
        return (CAPAIAN,) if angka.satuan == PERSEN and is_capaian else ()

    def is_sebanding(self, lalu: int, kini: int) -> bool:
        return all(satu.is_sebanding(lalu, kini) for satu in self.anggota)


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
        diketahui = self.kinerja.status_desa.get(tahun)
        if not diketahui:
            return None
        jumlah = Decimal(diketahui.jumlah)
        if besaran == PENYEBUT or not self.status:
            return jumlah
        banyak = Decimal(sum(diketahui.counts[satu] for satu in self.status))
        return bagian_persen(banyak, jumlah) if besaran == BAGIAN else banyak

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        if disebut == TARGET:
            return ()
        if angka.satuan == PERSEN:
            return (BAGIAN,) if self.status else ()
        return (BANYAK,) if angka.satuan in ("", "desa") else ()


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
        nilai = self.kinerja.rujukan[f"wilayah.{self.satuan}"].nilai
        return nilai if isinstance(nilai, Decimal) and nilai else None

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        return (BANYAK,) if angka.satuan == self.satuan and not disebut else ()


@dataclass(frozen=True)
class SubjekUang(Subjek):
    """Anggaran seluruh dinas, atau satu program bila berkode."""

    kode: str
    triwulan: int | None = None
    is_sampai: bool = False

    @property
    def nama(self) -> str:
        milik = f"program {self.kode}" if self.kode else "anggaran dinas"
        return f"{milik} triwulan {self.triwulan}" if self.triwulan else milik

    @property
    def bawaan(self) -> str:
        return PAGU

    def nilai(self, besaran: str, tahun: int) -> Angka:
        milik = self._milik(tahun)
        if milik is None:
            return None
        pagu, realisasi = milik.pagu, self._realisasi(milik, tahun)
        sisa = None
        if pagu is not None and realisasi is not None:
            sisa = pagu - realisasi
        semua = {
            PAGU: pagu,
            REALISASI: realisasi,
            SISA: sisa,
            SERAPAN: bagian_persen(realisasi, pagu),
            SISA_PERSEN: bagian_persen(sisa, pagu),
        }
        return semua[besaran]

    def _realisasi(self, milik: Anggaran | Uang, tahun: int) -> Angka:
        """Setahun, atau satu triwulan bila semua triwulannya diketahui."""
        if self.triwulan is None or milik.realisasi is None:
            return milik.realisasi
        total = self.kinerja.pohon.total
        if self.kode or tahun != self.kinerja.tahun or total.setahun_rp is not None:
            return None
        awal = 0 if self.is_sampai else self.triwulan - 1
        return jumlah(satu.rp for satu in total.triwulan[awal : self.triwulan])

    def _milik(self, tahun: int) -> Anggaran | Uang | None:
        anggaran = self.kinerja.anggaran_pada(tahun)
        if not self.kode:
            return anggaran
        return next((uang for uang in anggaran.baris if uang.program.kode == self.kode), None)

    def boleh(self, angka: AngkaKalimat, disebut: str) -> SemuaBesaran:
        if angka.satuan == RUPIAH:
            menurut = {
                PAGU: (PAGU,), BELANJA: (REALISASI, PAGU), REALISASI: (REALISASI,),
                SERAPAN: (REALISASI,), SISA: (SISA,), HASIL: (REALISASI,),
            }  # fmt: skip
            return menurut.get(disebut, ())
        if angka.satuan != PERSEN:
            return ()
        if disebut == SISA:
            return (SISA_PERSEN,)
        return (SERAPAN,) if disebut in (REALISASI, SERAPAN, HASIL) else ()

    def tulis(self, besaran: str, nilai: Decimal) -> str:
        if besaran in PERSEN_SEMUA:
            return persen(nilai)
        return rupiah(nilai)


@dataclass(frozen=True)
class Sebut:
    """Satu sebutan dan letaknya."""

    subjek: Subjek
    awal: int
    akhir: int


def tunggal(semua: Iterable[Subjek]) -> Subjek | None:
    """Satu-satunya; `None` bila tidak pasti."""
    daftar = list(semua)
    return daftar[0] if len(daftar) == 1 else None
