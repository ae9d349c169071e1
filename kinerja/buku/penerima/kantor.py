"""Lembar bidang dan pejabat: yang disebut lembar lainnya, dan yang menandatangani naskahnya."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from accounts.models import Bidang, Pejabat, PerangkatDaerah
from documents.impor import normal
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku, berpilihan, tanpa_kosong
from kinerja.buku.penerima.lembar import Lembar, Terisi

KANTOR = KolomBuku(
    "kantor",
    "Perangkat daerah",
    bidang="perangkat_daerah",
    is_turun=True,
    alias=("Kantor", "OPD", "SKPD"),
)
BIDANG = (
    KolomBuku(
        "nama",
        "Bidang",
        is_penanda=True,
        alias=("Nama bidang", "Bidang/sekretariat"),
    ),
    KolomBuku("urutan", "Urutan"),
    KANTOR,
)
PEJABAT = berpilihan(
    Pejabat,
    KolomBuku(
        "nama",
        "Nama dan gelar",
        is_penanda=True,
        alias=("Nama", "Nama pejabat", "Nama lengkap"),
    ),
    KolomBuku("nip", "NIP", is_penanda=True),
    KolomBuku("jabatan", "Jabatan"),
    KolomBuku("pangkat", "Pangkat"),
    KolomBuku("golongan", "Golongan", alias=("Gol", "Golongan ruang")),
    KolomBuku("sifat", "Sifat", alias=("Definitif/Plt/Plh",)),
    KolomBuku("kepala", "Kepala", bidang="is_kepala", alias=("Kepala perangkat daerah",)),
    KolomBuku("mulai", "Menjabat sejak", "tanggal", alias=("TMT", "TMT jabatan")),
    KolomBuku("sampai", "Menjabat sampai", "tanggal"),
    KANTOR,
)


class LembarKantor(Lembar):
    """Baris satu perangkat daerah; tanpa kolomnya milik dinas PMD."""

    is_setahun = False
    model: ClassVar[Any]
    berbawaan: ClassVar[tuple[str, ...]]  # bidang yang terisi sendiri bila selnya kosong

    def rows(self) -> Any:
        """Yang sudah tercatat, dinasnya lebih dahulu."""
        rows = self.model.objects.visible_to(self.buku.user)
        return rows.select_related("perangkat_daerah")

    def _kantor(self, baris: BarisBuku) -> PerangkatDaerah:
        """Yang disebut barisnya; yang tidak dikenal ditolak formulirnya."""
        disebut = normal(baris.teks("kantor"))
        for satu in PerangkatDaerah.objects.visible_to(self.buku.user):
            if disebut in (normal(satu.nama), normal(satu.singkatan), normal(str(satu))):
                return satu
        dinas: PerangkatDaerah = self.buku.dinas
        return dinas

    def store(self, baris: BarisBuku) -> None:
        """Sel kosong pada kolom yang berbawaan tidak mengosongkannya."""
        isian = tanpa_kosong(baris.isian(*self.kolom), self.berbawaan)
        row = self._row(baris)
        self.buku.pencatat.store(row, baris, isian)

    def _row(self, baris: BarisBuku) -> Any:
        """Baris yang dimaksud, atau yang baru."""
        raise NotImplementedError


class LembarBidang(LembarKantor):
    """Menurut namanya di dalam kantornya."""

    nama = "Bidang"
    model = Bidang
    berbawaan = ("perangkat_daerah", "urutan")

    def columns(self) -> Sequence[KolomBuku]:
        return BIDANG

    def terisi(self) -> Iterator[Terisi]:
        for row in self.rows():
            yield {
                "nama": row.nama,
                "urutan": str(row.urutan),
                "kantor": row.perangkat_daerah.nama,
            }

    def _row(self, baris: BarisBuku) -> Bidang:
        """Yang baru sesudah yang terakhir."""
        kantor = self._kantor(baris)
        nama = normal(baris.teks("nama"))
        terakhir = 0
        for row in self.rows().filter(perangkat_daerah=kantor):
            terakhir = max(terakhir, row.urutan)
            if normal(row.nama) == nama:
                bidang: Bidang = row
                return bidang
        return Bidang(perangkat_daerah=kantor, urutan=terakhir + 1)


class LembarPejabat(LembarKantor):
    """Menurut NIP atau namanya, dan sejak kapan menjabat bila disebut."""

    nama = "Pejabat"
    model = Pejabat
    berbawaan = ("perangkat_daerah", "sifat")

    def columns(self) -> Sequence[KolomBuku]:
        return PEJABAT

    def terisi(self) -> Iterator[Terisi]:
        for row in self.rows():
            yield {
                "nama": row.nama,
                "nip": row.nip,
                "jabatan": row.jabatan,
                "pangkat": row.pangkat,
                "golongan": row.golongan,
                "sifat": row.get_sifat_display(),
                "kepala": "v" if row.is_kepala else "",
                "mulai": row.mulai,
                "sampai": row.sampai,
                "kantor": row.perangkat_daerah.nama,
            }

    def _row(self, baris: BarisBuku) -> Pejabat:
        """Jabatan yang sama sejak tanggal lain baris baru: masanya berganti."""
        kantor = self._kantor(baris)
        mulai = baris.tanggal("mulai")
        for row in self.rows().filter(perangkat_daerah=kantor):
            is_semasa = mulai in (None, row.mulai)
            if is_semasa and self._is_sama(row, baris):
                pejabat: Pejabat = row
                return pejabat
        return Pejabat(perangkat_daerah=kantor)

    def _is_sama(self, row: Pejabat, baris: BarisBuku) -> bool:
        """NIP mendahului nama, yang gelarnya dapat bertambah."""
        nip = "".join(baris.teks("nip").split())
        if nip and row.nip:
            return nip == row.nip
        return normal(baris.teks("nama")) == normal(row.nama)
