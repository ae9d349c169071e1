"""Keadaan satu nilai kinerja selain angka: rentang, tidak berlaku, belum rilis; belum diisi `None`.

Yang tidak diketahui tidak pernah nol, dan selalu beralasan.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from core.angka import format_angka, ringkas

Angka = Decimal | None  # `None` bila tidak diketahui
Tepi = Iterable[Angka]  # `None` bila tidak diketahui


class Keadaan(StrEnum):
    """Keadaan yang tersimpan; belum diisi berarti keadaan nilai tanpa isi."""

    NILAI = "nilai"
    RENTANG = "rentang"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_RILIS = "belum_rilis"

    @property
    def nama(self) -> str:
        """Sebutan keadaan bagi orang."""
        return self.value.replace("_", " ")


@dataclass(frozen=True)
class Rentang:
    """Nilai di antara dua tepi; tepi `None` berarti terbuka ke arah itu."""

    bawah: Angka
    atas: Angka
    is_tepi_termasuk: bool = True
    sebab: str = field(default="", compare=False)

    keadaan = Keadaan.RENTANG

    def tepi(self, nilai: Decimal) -> Angka:
        """Tepi terdekat bila `nilai` di luar rentang; `None` di dalamnya."""
        bawah = self.bawah
        atas = self.atas
        if bawah is not None and self._is_melewati(bawah - nilai):
            return bawah
        if atas is not None and self._is_melewati(nilai - atas):
            return atas
        return None

    def _is_melewati(self, jarak: Decimal) -> bool:
        """Tepi yang tidak termasuk sudah dilewati."""
        if self.is_tepi_termasuk:
            return jarak > 0
        return jarak >= 0

    def tulisan(self, desimal: int | None = None) -> str:
        """`3–5`, `> 90`, `≤ 10`."""
        bawah = _angka(self.bawah, desimal)
        atas = _angka(self.atas, desimal)
        if not bawah:
            tanda = "<"
            if self.is_tepi_termasuk:
                tanda = "≤"
            return f"{tanda} {atas}"
        if not atas:
            tanda = ">"
            if self.is_tepi_termasuk:
                tanda = "≥"
            return f"{tanda} {bawah}"
        return f"{bawah}–{atas}"

    def __str__(self) -> str:
        tulisan = self.tulisan()
        return _beralasan(tulisan, self.sebab)


SemuaRentang = Sequence[Rentang]


@dataclass(frozen=True)
class TanpaNilai:
    """Tidak berlaku, atau belum rilis; tidak pernah dihitung sebagai nol."""

    keadaan: Keadaan
    sebab: str = field(default="", compare=False)

    def tulisan(self, desimal: int | None = None) -> str:
        """Sebutannya saja; tidak ada angka untuk dibulatkan."""
        return self.keadaan.nama

    def __str__(self) -> str:
        tulisan = self.tulisan()
        return _beralasan(tulisan, self.sebab)


Khusus = Rentang | TanpaNilai
Berkeadaan = Decimal | Rentang | TanpaNilai


def _angka(nilai: Angka, desimal: int | None) -> str:
    """Tepi sebagaimana ditulis; kosong bila terbuka."""
    if nilai is None:
        return ""
    if desimal is None:
        return ringkas(nilai)
    return format_angka(nilai, desimal)


def _beralasan(tulisan: str, sebab: str) -> str:
    """Alasannya sesudah titik dua."""
    if not sebab:
        return tulisan
    return f"{tulisan}: {sebab}"


def keterangan(khusus: Khusus) -> str:
    """`Belum rilis: diumumkan BPS bulan Mei`, untuk dicetak."""
    tulisan = str(khusus)
    awal = tulisan[:1]
    return awal.upper() + tulisan[1:]


Pemilih = Callable[[Sequence[Decimal]], Decimal]


def jumlah_rentang(rentang: SemuaRentang, bagi: int = 1) -> Rentang:
    """Tepi-tepinya dijumlahkan lalu dibagi; sisi yang terbuka pada satu masa tetap terbuka."""
    bawah = [satu.bawah for satu in rentang]
    atas = [satu.atas for satu in rentang]
    return Rentang(
        _jumlah(bawah, bagi),
        _jumlah(atas, bagi),
        _is_termasuk(rentang),
        alasan(rentang),
    )


def _is_termasuk(rentang: Iterable[Rentang]) -> bool:
    """Tepi gabungan termasuk hanya bila semuanya termasuk."""
    return all(satu.is_tepi_termasuk for satu in rentang)


def _jumlah(tepi: Tepi, bagi: int) -> Angka:
    """Sisi yang terbuka pada satu masa tetap terbuka."""
    total = Decimal(0)
    for satu in tepi:
        if satu is None:
            return None
        total += satu
    return total / bagi


def ujung_rentang(rentang: SemuaRentang, *, is_tertinggi: bool) -> Rentang:
    """Rentang nilai tertinggi atau terendah: ujung tiap tepinya."""
    bawah = [satu.bawah for satu in rentang]
    atas = [satu.atas for satu in rentang]
    if is_tertinggi:
        ujung_bawah = _pilih(max, bawah)
        ujung_atas = _terbuka(max, atas)
    else:
        ujung_bawah = _terbuka(min, bawah)
        ujung_atas = _pilih(min, atas)
    return Rentang(
        ujung_bawah,
        ujung_atas,
        _is_termasuk(rentang),
        alasan(rentang),
    )


def _pilih(pilih: Pemilih, tepi: Tepi) -> Angka:
    """Di antara yang diketahui; terbuka hanya bila semuanya terbuka."""
    diketahui = [satu for satu in tepi if satu is not None]
    return pilih(diketahui) if diketahui else None


def _terbuka(pilih: Pemilih, tepi: Sequence[Angka]) -> Angka:
    """Terbuka bila satu saja terbuka."""
    if None in tepi:
        return None
    return _pilih(pilih, tepi)


def alasan(khusus: Iterable[Khusus]) -> str:
    """Alasan masa-masanya, tanpa ulangan."""
    sebab = dict.fromkeys(satu.sebab for satu in khusus if satu.sebab)
    return "; ".join(sebab)
