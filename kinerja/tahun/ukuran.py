"""Ukuran satu indikator: target, realisasi, capaian, predikat, asal dan keadaannya."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import cast

from core.angka import bersatuan, bulatkan, format_angka, ringkas
from kinerja.aturan.capaian import Capaian, Nilai, Sebutan
from kinerja.aturan.keadaan import Keadaan, Khusus, keterangan
from kinerja.aturan.periode import Isian, Pecahan, angka
from kinerja.aturan.satuan import tulisan_isi
from kinerja.models import Indikator, Realisasi, Target
from kinerja.tahun.data import DataSebagian, Hasil

Cetakan = Decimal | str | None  # angka, atau kata pengganti angkanya


@dataclass(frozen=True)
class Gabungan:
    """Nilai setahun menurut cara barisnya, dan masa yang digabung."""

    isi: Isian | None
    masa: tuple[Realisasi, ...]

    @property
    def rentang(self) -> str:
        """`Triwulan I–Triwulan III`, atau satu masa."""
        ujung = dict.fromkeys((self.masa[0].masa, self.masa[-1].masa))
        return "–".join(ujung)


@dataclass(frozen=True)
class Ukuran:
    """Satu indikator pada satu tahun atau masa; angkanya tanpa pembulatan."""

    indikator: Indikator
    tahun: int
    isi: Isian | None  # realisasinya: angka, pecahan atau sebutan
    capaian: Capaian
    predikat: str | None
    hasil: Hasil | None
    isian: Realisasi | None
    sasaran_target: Target | None
    masa: tuple[Realisasi, ...] = ()  # yang digabung bila isian setahun belum ada
    gabungan: Gabungan | None = None  # pembanding isian setahun yang diketik
    sebagian: tuple[DataSebagian, ...] = ()  # data sumbernya yang belum semua wilayah

    @property
    def target(self) -> Decimal | None:
        """Angka targetnya; sebutan dan keadaan bukan angka."""
        if not self.sasaran_target:
            return None
        return self.sasaran_target.nilai

    @property
    def realisasi(self) -> Decimal | None:
        """Angka realisasinya; sebutan dan keadaan bukan angka."""
        return angka(self.isi)

    @property
    def realisasi_cetak(self) -> Cetakan:
        """Realisasi dibulatkan sekali ke desimal cetak indikator, sebutannya, atau keadaannya."""
        if self.realisasi is None:
            return self.sebutan_realisasi or None
        return bulatkan(self.realisasi, self.indikator.desimal)

    @property
    def target_cetak(self) -> Cetakan:
        """Target dibulatkan sekali ke desimal cetak indikator, atau sebutannya."""
        if self.target is None:
            return self.sebutan_target or None
        return bulatkan(self.target, self.indikator.desimal)

    @property
    def sebutan_target(self) -> str:
        """Target yang bukan angka."""
        return _sebutan(isi_target(self.sasaran_target), self.indikator)

    @property
    def sebutan_realisasi(self) -> str:
        """Realisasi yang bukan angka."""
        return _sebutan(self.isi, self.indikator)

    @property
    def keadaan_target(self) -> str:
        """Kosong bila angka, sebutan, atau belum diisi."""
        return _keadaan(isi_target(self.sasaran_target))

    @property
    def keadaan_realisasi(self) -> str:
        """Kosong bila angka, sebutan, atau belum diisi."""
        return _keadaan(self.isi)

    @property
    def nama_keadaan(self) -> str:
        """Yang membuat capaiannya tidak ada: realisasinya, atau targetnya."""
        keadaan = self.keadaan_realisasi or self.keadaan_target
        if keadaan:
            return Keadaan(keadaan).nama
        return ""

    @property
    def keterangan(self) -> str:
        """Keadaan target dan realisasi yang bukan nilai, dengan alasannya; kosong bila nilai."""
        keadaan = []
        for label, isi in (("Target", isi_target(self.sasaran_target)), ("Realisasi", self.isi)):
            if isinstance(isi, Khusus):
                keadaan.append(f"{label} {isi}.")
        return " ".join(keadaan)

    @property
    def catatan_target(self) -> str:
        """Catatan kaki target: keadaannya, atau mutu angkanya."""
        isi = isi_target(self.sasaran_target)
        if isinstance(isi, Khusus):
            return keterangan(isi)
        if self.sasaran_target:
            return self.sasaran_target.catatan
        return ""

    @property
    def catatan_realisasi(self) -> str:
        """Catatan kaki realisasi; hasil hitung tidak memakai mutu isian yang tidak dipakainya."""
        if isinstance(self.isi, Khusus):
            return keterangan(self.isi)
        if self.isian is None or self.hasil is not None:
            return ""
        return self.isian.catatan

    @property
    def catatan(self) -> list[str]:
        """Catatan kaki target dan realisasinya."""
        return [satu for satu in (self.catatan_target, self.catatan_realisasi) if satu]

    @cached_property
    def catatan_pembulatan(self) -> str:
        """Bila capaian dari angka cetak lain daripada capaian dari angka yang belum dibulatkan."""
        target = self.target_cetak
        realisasi = self.realisasi_cetak
        persen = self.capaian.persen
        if persen is None or not isinstance(target, Decimal) or not isinstance(realisasi, Decimal):
            return ""
        dari_cetak = self.indikator.aturan.capaian(target, realisasi).persen
        if dari_cetak is None or dari_cetak == persen:
            return ""
        return (
            f"Capaian {format_angka(persen)} dari angka yang belum dibulatkan{self._asal_pecahan}; "
            f"dari angka cetaknya {format_angka(dari_cetak)}."
        )

    @property
    def _asal_pecahan(self) -> str:
        """Pecahan di balik angkanya, bila diketahui."""
        if self.pembilang is None or self.penyebut is None:
            return ""
        return f" ({ringkas(self.pembilang)}/{ringkas(self.penyebut)})"

    @property
    def is_tidak_ikut(self) -> bool:
        """Tanpa capaian karena keadaan nilainya, bukan karena belum diisi."""
        is_diisi = self.isi is not None and isi_target(self.sasaran_target) is not None
        return is_diisi and self.capaian.rasio is None and bool(self.keterangan)

    @property
    def kurang(self) -> str:
        """Sumbernya baru sebagian wilayah, dan yang dipakai sementara; kosong bila lengkap."""
        semua = list(map(str, self.sebagian))
        if semua and self.isi is not None:
            semua.append(f"Yang dipakai {self.asal}.")
        return " ".join(semua)

    @property
    def pembilang(self) -> Decimal | None:
        """Dari hasil hitung lebih dahulu, lalu isiannya."""
        asal = self._bagian
        if not asal:
            return None
        return asal.pembilang

    @property
    def penyebut(self) -> Decimal | None:
        """Dari hasil hitung lebih dahulu, lalu isiannya."""
        asal = self._bagian
        if not asal:
            return None
        return asal.penyebut

    @property
    def _bagian(self) -> Hasil | Pecahan | Realisasi | None:
        """Yang menyimpan pembilang dan penyebutnya."""
        gabungan = None
        if isinstance(self.isi, Pecahan):
            gabungan = self.isi
        return self.hasil or gabungan or self.isian

    @property
    def asal(self) -> str:
        """Dari mana realisasinya, untuk dibaca orang."""
        if self.hasil:
            return self.hasil.sumber
        if self.masa:
            rentang = Gabungan(self.isi, self.masa).rentang
            return f"isian {rentang}, {self.indikator.cara.nama}"
        if self.isi is None:
            return "belum ada"
        return "isian staf"

    @property
    def tulisan(self) -> str:
        """Realisasinya sebagaimana dicetak, bersatuan bila angka."""
        return _tulisan(self.isi, self.indikator)

    @property
    def tulisan_gabungan(self) -> str:
        """Nilai setahun dari masanya; kosong bila tidak ada yang menandingi isian setahun."""
        if self.gabungan is None:
            return ""
        return _tulisan(self.gabungan.isi, self.indikator)

    @property
    def beda_setahun(self) -> str:
        """Isian setahun lain dari gabungan masanya; kosong bila tidak."""
        tandingan = self.tulisan_gabungan
        if self.gabungan is None or tandingan in ("", self.tulisan):
            return ""
        cara = self.indikator.cara.nama
        asal = f"{self.gabungan.rentang} ({cara}) {tandingan}"
        return f"Setahun diisi {self.tulisan}, sedangkan {asal}."

    @property
    def is_berisi(self) -> bool:
        """Target atau realisasinya diketahui, angka maupun sebutan."""
        return self.target_cetak is not None or self.isi is not None

    @property
    def is_tidak_tergabung(self) -> bool:
        """Masanya ada isinya, tetapi caranya tidak berlaku bagi isian itu."""
        return bool(self.masa) and self.isi is None


def isi_target(row: Target | None) -> Nilai:
    """Target sebagai sebutan, keadaan atau angka."""
    if row is None:
        return None
    return cast(Nilai, row.isi)


def _tulisan(isi: Isian | None, indikator: Indikator) -> str:
    """Angka bersatuan pada desimal cetaknya, sebutan, atau keadaannya."""
    nilai = angka(isi)
    if nilai is None:
        return tulisan_isi(isi, indikator.desimal)
    return bersatuan(nilai, indikator.satuan, indikator.desimal)


def _keadaan(isi: Isian | None) -> str:
    """Sandi keadaan; kosong bila isinya nilai."""
    if isinstance(isi, Khusus):
        return isi.keadaan.value
    return ""


def _sebutan(isi: Isian | None, indikator: Indikator) -> str:
    """Tulisan sebutan atau keadaan; angka ditulis di tempat lain."""
    if isinstance(isi, Sebutan | Khusus):
        return tulisan_isi(isi, indikator.desimal)
    return ""
