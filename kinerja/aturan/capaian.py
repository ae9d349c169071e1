"""Capaian kinerja. Hanya `Decimal`.

Rumus: LKjIP (Permenpan-RB 53/2014) BAB III, metode pengukuran kinerja.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.angka import bulatkan
from kinerja.aturan.keadaan import Khusus, Rentang

Cacah = Decimal | int | None  # `None` bila tidak dapat dihitung
Angka = Decimal | None  # `None` bila tidak dapat dihitung
DESIMAL = 2  # capaian dicetak dengan dua desimal
SERATUS = Decimal(100)


def bagian_persen(bagian: Cacah, dari: Cacah) -> Angka:
    """bagian/dari × 100 tanpa pembulatan; `None` bila pembagi nol atau salah satunya tidak ada."""
    if bagian is None or not dari:
        return None
    return Decimal(bagian) / Decimal(dari) * SERATUS


def persentase(bagian: Cacah, dari: Cacah) -> Angka:
    """`bagian_persen` dibulatkan sekali, dua desimal, setengah ke atas."""
    angka = bagian_persen(bagian, dari)
    if angka is None:
        return None
    return bulatkan(angka, DESIMAL)


class Arah(StrEnum):
    """Rumus capaian satu indikator, disimpan menurut namanya."""

    NAIK = "naik"
    TURUN = "turun"
    BALIK = "balik"
    TEPAT = "tepat"
    RENTANG = "rentang"

    @property
    def rumus(self) -> "Rumus":
        """Rumus dan tulisannya bagi orang."""
        return RUMUS[self]


@dataclass(frozen=True)
class Rumus:
    """Cara capaian dihitung dan dibaca orang."""

    nama: str
    tulisan: str
    arti: str  # kalimatnya pada metode pengukuran LKjIP
    kalimat: str
    lambang: str
    tanda: str  # pada satuan Formulir E.81, masing-masing lain; kosong: tidak ditandai
    persen: Callable[[Decimal, Decimal, Decimal], Angka]  # target, realisasi, toleransi

    @property
    def pilihan(self) -> str:
        """Nama dan rumusnya, untuk dipilih."""
        return f"{self.nama}: {self.tulisan}"

    @property
    def is_searah(self) -> bool:
        """Makin tinggi atau makin rendah makin baik; yang harus tepat tidak punya sisi mudah."""
        return self.kalimat in (TINGGI, RENDAH)

    def is_lebih_mudah(self, target: Decimal, hasil: Decimal) -> bool:
        """Target yang lebih mudah daripada hasil yang sudah pernah dicapai."""
        if self.kalimat == TINGGI:
            return target < hasil
        return self.kalimat == RENDAH and target > hasil


def _naik(target: Decimal, realisasi: Decimal, toleransi: Decimal) -> Angka:
    """realisasi/target × 100."""
    return bagian_persen(realisasi, target)


def _turun(target: Decimal, realisasi: Decimal, toleransi: Decimal) -> Angka:
    """(target − (realisasi − target))/target × 100, boleh negatif."""
    return bagian_persen(target - (realisasi - target), target)


def _balik(target: Decimal, realisasi: Decimal, toleransi: Decimal) -> Angka:
    """target/realisasi × 100; realisasi nol tidak dapat dihitung."""
    return bagian_persen(target, realisasi)


def _tepat(target: Decimal, realisasi: Decimal, toleransi: Decimal) -> Angka:
    """100 bila sama; berkurang sebesar selisihnya terhadap target, boleh negatif."""
    return _rentang(target, realisasi, Decimal(0))


def _rentang(target: Decimal, realisasi: Decimal, toleransi: Decimal) -> Angka:
    """100 di dalam target ± toleransi; di luarnya berkurang sebesar jaraknya dari tepi rentang."""
    besar = abs(target)
    jarak = max(abs(realisasi - target) - toleransi, Decimal(0))
    return bagian_persen(besar - jarak, besar)


TINGGI = "makin tinggi makin baik"
RENDAH = "makin rendah makin baik"
RUMUS = {
    Arah.NAIK: Rumus(
        "Naik",
        "realisasi / target",
        "Bila realisasi makin tinggi makin baik, capaian adalah realisasi dibagi target, "
        "dikalikan seratus persen.",
        TINGGI,
        "↑",
        "",
        _naik,
    ),
    Arah.TURUN: Rumus(
        "Turun",
        "(2 × target − realisasi) / target",
        "Bila realisasi makin rendah makin baik, capaian adalah target dikurangi selisih "
        "realisasi terhadap target, dibagi target, dikalikan seratus persen.",
        RENDAH,
        "↓",
        "↓",
        _turun,
    ),
    Arah.BALIK: Rumus(
        "Turun terbalik",
        "target / realisasi",
        "Bila realisasi makin rendah makin baik dan dihitung terbalik, capaian adalah target "
        "dibagi realisasi, dikalikan seratus persen.",
        RENDAH,
        "↓",
        "↕",
        _balik,
    ),
    Arah.TEPAT: Rumus(
        "Tepat",
        "100 % bila sama dengan target",
        "Bila realisasi harus tepat, capaian seratus persen bila sama dengan target dan berkurang "
        "sebesar selisihnya terhadap target.",
        "makin dekat dengan target makin baik",
        "=",
        "=",
        _tepat,
    ),
    Arah.RENTANG: Rumus(
        "Dalam rentang",
        "100 % bila di dalam target ± toleransi",
        "Bila realisasi harus di dalam rentang, capaian seratus persen selama di dalamnya dan "
        "berkurang sebesar jaraknya dari tepi rentang.",
        "harus di dalam rentangnya",
        "±",
        "±",
        _rentang,
    ),
}


def dibatasi(angka: Angka, bawah: Angka, atas: Angka) -> Angka:
    """Capaian yang tidak keluar dari batas indikatornya; batas kosong berarti bebas."""
    if angka is None:
        return None
    if atas is not None:
        angka = min(angka, atas)
    if bawah is None:
        return angka
    return max(angka, bawah)


@dataclass(frozen=True)
class Sebutan:
    """Hasil kualitatif: urutan 1 yang terbaik; `nilai` hanya bila skalanya menetapkan angka."""

    nama: str
    urutan: int
    nilai: Angka = None

    def __str__(self) -> str:
        return self.nama


Nilai = Decimal | Sebutan | Khusus | None


@dataclass(frozen=True)
class Capaian:
    """Realisasi terhadap target, persen tanpa pembulatan; `None` bila tidak dapat dihitung."""

    rasio: Angka
    bebas: Angka  # sebelum dibatasi

    @property
    def persen(self) -> Angka:
        """Dibulatkan sekali, dua desimal, setengah ke atas."""
        if self.rasio is None:
            return None
        return bulatkan(self.rasio, DESIMAL)

    @property
    def is_dibatasi(self) -> bool:
        """Dipotong oleh batas atas atau batas bawah indikatornya."""
        return self.rasio != self.bebas


def capaian(
    target: Nilai,
    realisasi: Nilai,
    arah: Arah = Arah.NAIK,
    bawah: Angka = None,
    atas: Angka = None,
    *,
    toleransi: Decimal = Decimal(0),
) -> Capaian:
    """Satu-satunya hitungan capaian: angka menurut `RUMUS`, sebutan menurut urutan; dibatasi."""
    bebas = _bebas(target, realisasi, arah, toleransi)
    return Capaian(dibatasi(bebas, bawah, atas), bebas)


def _bebas(target: Nilai, realisasi: Nilai, arah: Arah, toleransi: Decimal) -> Angka:
    """`None` bila salah satunya bukan angka, target nol, atau angka dihadapkan dengan sebutan."""
    if isinstance(target, Sebutan) and isinstance(realisasi, Sebutan):
        return rasio_sebutan(target, realisasi)
    if isinstance(target, Rentang) and isinstance(realisasi, Decimal):
        return _terhadap_rentang(target, realisasi, arah)
    if isinstance(target, Decimal) and isinstance(realisasi, Decimal) and target:
        return arah.rumus.persen(target, realisasi, toleransi)
    return None


def _terhadap_rentang(target: Rentang, realisasi: Decimal, arah: Arah) -> Angka:
    """100 di dalam rentang target; di luarnya menurut rumus barisnya terhadap tepi terdekat."""
    tepi = target.tepi(realisasi)
    if tepi is None:
        return SERATUS
    if not tepi:
        return None
    return arah.rumus.persen(tepi, realisasi, Decimal(0))


def rasio_sebutan(target: Sebutan, realisasi: Sebutan) -> Angka:
    """100 bila target tercapai; di bawahnya menurut nilai skala, `None` bila tanpa nilai."""
    if realisasi.urutan <= target.urutan:
        return SERATUS
    return bagian_persen(realisasi.nilai, target.nilai)
