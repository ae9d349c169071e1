"""Keadaan tiap temuan satu naskah: terbuka, dijelaskan, diterima, ditolak, dibuka lagi, selesai."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from documents.jenis import CatatanSumber
from documents.models import TanggapanTemuan
from documents.models.temuan import of_temuan
from documents.uji import PEMISAH, Pemeriksaan, Temuan

Hitungan = dict[str, int]  # keadaan → banyaknya
Putusan = TanggapanTemuan.Putusan
Tempat = tuple[str, str]  # sebutan dan halamannya


class Keadaan(StrEnum):
    TERBUKA = "terbuka"
    DIBUKA_LAGI = "dibuka lagi"
    DIJELASKAN = "dijelaskan"
    DITERIMA = "diterima"
    DITOLAK = "tidak diterima"


KEADAAN = {
    Putusan.MENUNGGU: Keadaan.DIJELASKAN,
    Putusan.DITERIMA: Keadaan.DITERIMA,
    Putusan.DITOLAK: Keadaan.DITOLAK,
}
MASIH_TERBUKA = frozenset({Keadaan.TERBUKA, Keadaan.DIBUKA_LAGI, Keadaan.DITOLAK})


@dataclass(frozen=True)
class Ditanggapi:
    """Satu temuan dengan tanggapannya; `lama` tanggapan atas angka yang sudah berganti."""

    temuan: Temuan
    tanggapan: TanggapanTemuan | None
    lama: TanggapanTemuan | None

    @property
    def keadaan(self) -> Keadaan:
        if self.tanggapan:
            putusan = Putusan(self.tanggapan.putusan)
            return KEADAAN[putusan]
        if self.lama:
            return Keadaan.DIBUKA_LAGI
        return Keadaan.TERBUKA

    @property
    def is_terbuka(self) -> bool:
        return self.keadaan in MASIH_TERBUKA


Terpilih = list[Ditanggapi]
SemuaDitanggapi = tuple[Ditanggapi, ...]


@dataclass(frozen=True)
class Setempat:
    """Semua temuan pada satu tempat."""

    tempat: str
    url: str
    isi: SemuaDitanggapi


SemuaSetempat = list[Setempat]


@dataclass(frozen=True)
class KeadaanTemuan:
    """Semua temuan satu naskah, yang sudah selesai, dan uji yang dijalankan."""

    semua: SemuaDitanggapi
    selesai: tuple[TanggapanTemuan, ...]
    pemeriksaan: Sequence[Pemeriksaan]
    catatan: tuple[CatatanSumber, ...] = ()

    @property
    def menahan(self) -> Terpilih:
        return [satu for satu in self.semua if satu.temuan.is_blocking]

    @property
    def peringatan(self) -> Terpilih:
        return [satu for satu in self.semua if not satu.temuan.is_blocking]

    @property
    def terbuka(self) -> Terpilih:
        """Peringatan yang belum dijelaskan, atau penjelasannya tidak diterima."""
        return [satu for satu in self.peringatan if satu.is_terbuka]

    @property
    def kelompok(self) -> list[tuple[bool, int, SemuaSetempat]]:
        """`(menahan, banyak, temuan setempat)`; yang menahan lebih dahulu."""
        kedua = ((True, self.menahan), (False, self.peringatan))
        hasil = []
        for is_menahan, isi in kedua:
            if isi:
                setempat = _setempat(isi)
                hasil.append((is_menahan, len(isi), setempat))
        return hasil

    @property
    def dibandingkan(self) -> int:
        """Banyak fakta yang dibandingkan semua uji."""
        return sum(satu.banyak for satu in self.pemeriksaan)

    @property
    def ringkas(self) -> Hitungan:
        """Banyak peringatan tiap keadaan; yang tidak ada tidak disebut."""
        hasil: Hitungan = {}
        for keadaan in Keadaan:
            sama = [satu for satu in self.peringatan if satu.keadaan is keadaan]
            if sama:
                hasil[keadaan.value] = len(sama)
        return hasil


def keadaan_temuan(naskah: Any, reading: Any) -> KeadaanTemuan:
    """Temuan kini dihadapkan dengan tanggapan yang tersimpan."""
    rows = list(TanggapanTemuan.objects.of(naskah))
    kini: set[str] = set()
    for temuan in reading.temuan:
        kini |= {temuan.sidik, *temuan.sidik_lama}
    lampau = [row for row in rows if row.sidik not in kini]
    per_fakta = {_fakta(row): row for row in lampau}
    semua = []
    dipakai = set()
    for temuan in reading.temuan:
        tanggapan = of_temuan(rows, temuan)
        setempat = PEMISAH.join((temuan.kelas, temuan.tempat))
        lama = per_fakta.get(temuan.kunci) or per_fakta.get(setempat)
        if lama:
            dipakai.add(lama.pk)
        satu = Ditanggapi(temuan, tanggapan, lama)
        semua.append(satu)
    selesai = [row for row in lampau if row.pk not in dipakai]
    return KeadaanTemuan(
        semua=tuple(semua),
        selesai=tuple(selesai),
        pemeriksaan=reading.pemeriksaan,
        catatan=reading.catatan,
    )


def _fakta(row: TanggapanTemuan) -> str:
    """Yang ditanggapi dahulu tanpa fakta dicari menurut kelas dan tempatnya."""
    return row.fakta or PEMISAH.join((row.kelas, row.tempat))


def _setempat(isi: Iterable[Ditanggapi]) -> SemuaSetempat:
    """Dikumpulkan per tempat; tempat berurut menurut temuan pertamanya."""
    per_tempat: dict[Tempat, Terpilih] = {}
    for satu in isi:
        temuan = satu.temuan
        kunci = (temuan.tempat, temuan.url)
        milik = per_tempat.setdefault(kunci, [])
        milik.append(satu)
    hasil = []
    for (tempat, url), milik in per_tempat.items():
        hasil.append(Setempat(tempat, url, tuple(milik)))
    return hasil
