"""Bentuk isi LKjIP; `dict` berkunci jenis indikator, kelompok pegawai, atau kode bagian."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import chain
from typing import ClassVar

from documents.beda import TURUNAN
from documents.kepala import KepalaNaskah
from idm.indeks import IDM
from idm.reports import Matriks, StatusSetahun, TabelStatus
from idm.reports.acuan import StatusDaerah
from kinerja.aturan.batasan import Batasan
from kinerja.aturan.capaian import Arah
from kinerja.naskah.indikator.isi import DefinisiSasaran, batasan_sasaran
from kinerja.naskah.lkjip.isi import daftar, susunan
from kinerja.naskah.lkjip.isi.analisis import Analisis, Fakta
from kinerja.naskah.lkjip.isi.daftar import Butir
from kinerja.naskah.lkjip.isi.desa import TANPA_DESA, RincianDesa
from kinerja.naskah.lkjip.isi.keuangan import (
    Efisiensi,
    KeluaranSub,
    KeuanganLkjip,
    TabelKeuangan,
    UangProgram,
)
from kinerja.naskah.lkjip.isi.perjanjian import PerjanjianSah
from kinerja.naskah.lkjip.isi.tabel import (
    TANPA_RENSTRA,
    SasaranJangka,
    SasaranSetahun,
    TabelRenstra,
    TabelTahun,
)

PerKunci = dict[str, Butir]  # kunci → butir daftarnya
RUMUS_LAMA = (Arah.NAIK.value, Arah.TURUN.value)  # isi beku yang belum menyebut rumusnya
TAHUN_TEGAK = 3  # banyak tahun yang muat pada kertas tegak


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodeLkjip:
    """Periode Renstra yang memuat tahun laporan."""

    nama: str
    tahun_awal: int
    tahun_akhir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """Satu bagian naskah dengan rujukan terisi."""

    judul: str
    html: str  # bersih, tanpa rujukan


@dataclass(frozen=True, slots=True, kw_only=True)
class JumlahPegawai:
    """Banyak pegawai satu golongan, pendidikan atau status."""

    nama: str
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokPegawai:
    """Pegawai menurut satu pengelompokan."""

    baris: tuple[JumlahPegawai, ...]
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TingkatSkala:
    """Satu predikat dan batas capaiannya (persen)."""

    nama: str
    bawah: Decimal | None
    bawah_inklusif: bool
    atas: Decimal | None
    atas_inklusif: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SkalaLkjip:
    """Skala predikat periode Renstra."""

    nama: str
    tingkat: tuple[TingkatSkala, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusIdm(TabelStatus):
    """Tabel status, deret tahunnya, dan matriks perpindahan bila diketahui."""

    deret: tuple[StatusSetahun, ...]
    matriks: Matriks | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RekomendasiAkip:
    """Satu rekomendasi dan tindak lanjutnya; asalnya kosong pada isi beku lama: evaluasi AKIP."""

    nomor: int
    uraian: str
    tindak_lanjut: str
    asal: str = ""
    status: str = field(default="", metadata=TURUNAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Akip:
    """Hasil evaluasi AKIP."""

    tahun: int
    target: str
    nilai: Decimal | None
    kategori: str | None
    rekomendasi: tuple[RekomendasiAkip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perbedaan:
    """Angka yang pernah dicetak dan hasil hitungnya."""

    dokumen: str
    tempat: str
    tercetak: str
    dihitung: str
    simpulan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiLkjip(KepalaNaskah):
    """Semua isi LKjIP (Permenpan-RB 53/2014)."""

    VERSI: ClassVar[int] = 3

    periode: PeriodeLkjip | None
    naskah: dict[str, Bagian]
    bidang: tuple[str, ...]
    pegawai: dict[str, KelompokPegawai]
    perjanjian: tuple[DefinisiSasaran, ...]
    indikator: dict[str, tuple[DefinisiSasaran, ...]]
    skala: SkalaLkjip
    setahun: dict[str, tuple[SasaranSetahun, ...]]
    beberapa_tahun: dict[str, TabelTahun]
    jangka_menengah: dict[str, tuple[SasaranJangka, ...]]
    idm: StatusIdm
    efisiensi: tuple[Efisiensi, ...]
    keuangan: KeuanganLkjip
    tabel_keuangan: TabelKeuangan
    akip: Akip | None
    perbedaan: tuple[Perbedaan, ...]
    is_terpilah: bool = False  # yang tidak dapat dihitung hanya disebut banyaknya
    analisis: tuple[Analisis, ...] = ()
    desa: RincianDesa = TANPA_DESA
    pembanding: tuple[StatusDaerah, ...] = ()
    renstra: TabelRenstra = TANPA_RENSTRA
    keluaran: tuple[KeluaranSub, ...] = ()
    perjanjian_sah: PerjanjianSah | None = None
    rekomendasi_lain: tuple[RekomendasiAkip, ...] = ()  # dari reviu dan rapat
    pejabat: tuple[Fakta, ...] = ()  # nama bidang dan pejabatnya
    rumus: tuple[str, ...] = field(default=RUMUS_LAMA, metadata=TURUNAN)  # arah indikatornya
    indeks: str = IDM.nama
    indeks_singkat: str = IDM.singkatan
    janji: str = "Perjanjian Kinerja"  # `Target Kinerja` selama perjanjiannya belum ada
    is_bersebab: bool = True  # ada sebab atau solusi yang ditulis orang

    @property
    def batasan(self) -> tuple[Batasan, ...]:
        """Definisi, target dan realisasi tiap IKU dan IKK, untuk dihadapkan dengan naskah lain."""
        realisasi = {}
        for sasaran in chain.from_iterable(self.setahun.values()):
            for baris in sasaran.baris:
                realisasi[baris.nama] = baris.realisasi.banding
        hasil = []
        for satu in batasan_sasaran(chain.from_iterable(self.indikator.values())):
            hasil.append(replace(satu, realisasi=realisasi.get(satu.nama, "")))
        return tuple(hasil)

    @property
    def asal_bersama(self) -> str:
        """Asal realisasi yang sama bagi semua indikator; kosong bila berlainan."""
        semua: set[str] = set()
        for sasaran in chain.from_iterable(self.setahun.values()):
            semua |= {baris.asal for baris in sasaran.baris}
        return semua.pop() if len(semua) == 1 else ""

    @property
    def rekomendasi(self) -> tuple[RekomendasiAkip, ...]:
        """Rekomendasi evaluasi, lalu dari reviu dan rapat."""
        evaluasi = self.akip.rekomendasi if self.akip else ()
        return (*evaluasi, *self.rekomendasi_lain)

    @property
    def program_berkeluaran(self) -> list[tuple[UangProgram, list[KeluaranSub]]]:
        """Program dengan sub kegiatannya yang keluarannya diketahui; yang tanpa itu tidak ikut."""
        hasil = []
        for program in self.keuangan.baris:
            milik = [satu for satu in self.keluaran if satu.program == program.kode]
            if milik:
                hasil.append((program, milik))
        return hasil

    @property
    def is_berstatus(self) -> bool:
        """Status rekomendasinya tercatat."""
        return any(satu.status for satu in self.rekomendasi)

    @property
    def kecamatan(self) -> str:
        """Sebutan setempatnya pada judul tabel dan gambar."""
        return self.dinas.wilayah.kecamatan.capitalize()

    @property
    def judul_analisis(self) -> str:
        """Hanya menjanjikan sebab dan solusi yang ditulis."""
        return susunan.PENYEBAB if self.is_bersebab else susunan.TANPA_SEBAB

    @property
    def masa(self) -> str:
        """` 2018–2023`; kosong tanpa Renstra."""
        if self.periode is None:
            return ""
        return f" {self.periode.tahun_awal}–{self.periode.tahun_akhir}"

    def teks(self, kode: str) -> str:
        """Isi satu bagian; kosong bila belum ada."""
        bagian = self.naskah.get(kode)
        if bagian is None:
            return ""
        return bagian.html

    @property
    def bab(self) -> PerKunci:
        """Bab dan bagiannya yang tercetak."""
        return daftar.bagian(susunan.BAGIAN, self)

    @property
    def lampiran_berikut(self) -> str:
        """`Lampiran III`: sesudah lampiran dari isinya sendiri."""
        sendiri = [satu for satu in self.bab if satu.startswith("lampiran_")]
        return f"Lampiran {daftar.ROMAWI[len(sendiri)]}"

    @property
    def is_berencana(self) -> bool:
        """Bab II bertabel; tanpa itu menyambung Bab I, tidak membuka halaman sendiri."""
        return any(self.tabel.get(satu) for satu in ("renstra", "perjanjian", "anggaran"))

    @property
    def is_lebar(self) -> bool:
        """Tabel beberapa tahunnya tidak muat pada kertas tegak."""
        return any(len(satu.tahun) > TAHUN_TEGAK for satu in self.beberapa_tahun.values())

    @property
    def tabel(self) -> PerKunci:
        """Tabel yang tercetak."""
        program = map(susunan.tabel_program, self.analisis)
        return daftar.tabel((*susunan.TABEL_AWAL, *program, *susunan.TABEL_AKHIR), self)

    @property
    def gambar(self) -> PerKunci:
        """Gambar yang tercetak."""
        indikator = map(susunan.gambar_indikator, self.analisis)
        return daftar.gambar((*susunan.GAMBAR_AWAL, *indikator, *susunan.GAMBAR_AKHIR), self)

    @property
    def analisis_bernomor(self) -> list[tuple[Analisis, Butir | None, Butir | None]]:
        """Tiap analisis dengan nomor gambar dan tabel programnya."""
        gambar = self.gambar
        tabel = self.tabel
        hasil: list[tuple[Analisis, Butir | None, Butir | None]] = []
        for satu in self.analisis:
            hasil.append((satu, gambar.get(satu.tempat), tabel.get(satu.tempat)))
        return hasil
