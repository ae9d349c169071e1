"""Keadaan satu nilai kinerja selain angka: rentang, tidak berlaku, belum rilis; belum diisi `None`.

Yang tidak diketahui tidak pernah nol, dan selalu beralasan.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from core.angka import TERPANJANG, format_angka, parse, ringkas


class Keadaan(StrEnum):
    """Keadaan yang tersimpan; belum diisi berarti keadaan nilai tanpa isi."""

    NILAI = "nilai"
    RENTANG = "rentang"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_RILIS = "belum_rilis"

    @property
    def nama(self) -> str:
        return self.value.replace("_", " ")


@dataclass(frozen=True)
class Rentang:
    """Nilai di antara dua tepi; tepi `None` berarti terbuka ke arah itu."""

    bawah: Decimal | None
    atas: Decimal | None
    is_tepi_termasuk: bool = True
    sebab: str = field(default="", compare=False)

    keadaan = Keadaan.RENTANG

    def memuat(self, nilai: Decimal) -> bool:
        return self.tepi(nilai) is None

    def tepi(self, nilai: Decimal) -> Decimal | None:
        """Tepi terdekat bila `nilai` di luar rentang; `None` di dalamnya."""
        if self.bawah is not None and self._is_melewati(self.bawah - nilai):
            return self.bawah
        if self.atas is not None and self._is_melewati(nilai - self.atas):
            return self.atas
        return None

    def _is_melewati(self, jarak: Decimal) -> bool:
        return jarak > 0 if self.is_tepi_termasuk else jarak >= 0

    def tulisan(self, desimal: int | None = None) -> str:
        """`3–5`, `> 90`, `≤ 10`."""
        if self.bawah is None:
            tanda = "≤" if self.is_tepi_termasuk else "<"
            return f"{tanda} {_angka(self.atas, desimal)}"
        if self.atas is None:
            tanda = "≥" if self.is_tepi_termasuk else ">"
            return f"{tanda} {_angka(self.bawah, desimal)}"
        return f"{_angka(self.bawah, desimal)}–{_angka(self.atas, desimal)}"

    def __str__(self) -> str:
        return _beralasan(self.tulisan(), self.sebab)


@dataclass(frozen=True)
class TanpaNilai:
    """Tidak berlaku, atau belum rilis; tidak pernah dihitung sebagai nol."""

    keadaan: Keadaan
    sebab: str = field(default="", compare=False)

    def tulisan(self, desimal: int | None = None) -> str:
        return self.keadaan.nama

    def __str__(self) -> str:
        return _beralasan(self.tulisan(), self.sebab)


Khusus = Rentang | TanpaNilai
Berkeadaan = Decimal | Rentang | TanpaNilai


def _angka(nilai: Decimal | None, desimal: int | None) -> str:
    if nilai is None:
        return ""
    return ringkas(nilai) if desimal is None else format_angka(nilai, desimal)


def _beralasan(tulisan: str, sebab: str) -> str:
    return f"{tulisan}: {sebab}" if sebab else tulisan


def keterangan(khusus: Khusus) -> str:
    """`Belum rilis: diumumkan BPS bulan Mei`, untuk dicetak."""
    tulisan = str(khusus)
    return tulisan[:1].upper() + tulisan[1:]


# tulisan orang


@dataclass(frozen=True)
class Tertulis:
    """Isian yang dipahami, satuan yang ikut diketik, dan tulisan asalnya."""

    isi: Berkeadaan
    satuan: str = ""
    asal: str = field(default="", compare=False)


_BILANGAN = r"-?[0-9][0-9.,]*"
_ANTARA = re.compile(
    rf"^({_BILANGAN})\s*(?:-|–|—|s\.?\s?/?d\.?|sampai dengan|sampai|hingga)\s*({_BILANGAN})$",
    re.IGNORECASE,
)
_TEPI = re.compile(rf"^([<>]=?|[≤≥]|[a-z ]+?)\s*({_BILANGAN})$", re.IGNORECASE)
_SATUAN = re.compile(r"^(.*?[0-9])\s*((?:%|[^\W\d_])[^0-9]*)$", re.DOTALL)
_RUPIAH = re.compile(r"^(-?)Rp\.?\s*", re.IGNORECASE)
_BAWAH = frozenset({">=", "≥", "minimal", "paling sedikit", "sekurang-kurangnya"})
_BAWAH_TERBUKA = frozenset({">", "lebih dari", "di atas"})
_ATAS = frozenset({"<=", "≤", "maksimal", "paling banyak"})
_ATAS_TERBUKA = frozenset({"<", "kurang dari", "di bawah"})
_TANPA = {
    Keadaan.TIDAK_BERLAKU: frozenset({"n/a", "na", "tidak berlaku", "tidak relevan"}),
    Keadaan.BELUM_RILIS: frozenset(
        {"belum rilis", "belum dirilis", "belum terbit", "belum diterbitkan", "belum keluar"}
    ),
}
BENTUK = "Boleh juga 3–5, > 90, tidak berlaku, atau belum rilis, diikuti titik dua dan alasannya."


def baca(text: str) -> Tertulis:
    """Isian dari tulisan orang; `ValueError` berbahasa Indonesia bila tidak dikenali."""
    inti = text.strip()
    pokok, _, sebab = inti.partition(":")
    pokok, sebab = pokok.strip(), sebab.strip()
    if len(pokok) > TERPANJANG:
        return Tertulis(parse(inti), asal=inti)
    tanpa = _tanpa_nilai(pokok, sebab)
    if tanpa is not None:
        return Tertulis(tanpa, asal=inti)
    angka, satuan = _pisah_satuan(pokok)
    rentang = _rentang(angka, sebab)
    if rentang is not None:
        return Tertulis(rentang, satuan, inti)
    return Tertulis(parse(angka if satuan else inti), satuan, inti)


def _tanpa_nilai(pokok: str, sebab: str) -> TanpaNilai | None:
    baku = " ".join(pokok.lower().replace("n.a.", "na").replace("n.a", "na").split())
    for keadaan, tulisan in _TANPA.items():
        if baku in tulisan:
            return TanpaNilai(keadaan, sebab)
    return None


def _pisah_satuan(pokok: str) -> tuple[str, str]:
    """`12 Dokumen` menjadi angka dan satuannya; `Rp` di depan juga satuan."""
    rupiah = _RUPIAH.match(pokok)
    if rupiah is not None:
        return rupiah[1] + pokok[rupiah.end() :], "Rp"
    cocok = _SATUAN.match(pokok)
    if cocok is None:
        return pokok, ""
    return cocok[1].strip(), cocok[2].strip()


def _rentang(angka: str, sebab: str) -> Rentang | None:
    antara = _ANTARA.match(angka)
    if antara is not None:
        bawah, atas = parse(antara[1]), parse(antara[2])
        if bawah >= atas:
            raise ValueError(f"“{angka}” bukan rentang: yang kiri harus lebih kecil.")
        return Rentang(bawah, atas, sebab=sebab)
    tepi = _TEPI.match(angka)
    return None if tepi is None else _bertepi(tepi[1].strip().lower(), tepi[2], sebab)


def _bertepi(tanda: str, tulisan: str, sebab: str) -> Rentang | None:
    """Rentang yang satu sisinya terbuka."""
    if tanda in _BAWAH | _BAWAH_TERBUKA:
        return Rentang(parse(tulisan), None, tanda in _BAWAH, sebab)
    if tanda in _ATAS | _ATAS_TERBUKA:
        return Rentang(None, parse(tulisan), tanda in _ATAS, sebab)
    return None


PERSEN = frozenset({"%", "persen", "persentase"})


def diterima(tertulis: Tertulis, satuan: str, *, is_persen: bool = False) -> Berkeadaan:
    """Isi yang satuannya sama dengan satuan barisnya; `ValueError` bila lain.

    `is_persen`: barisnya perseratus walau satuannya tertulis lain.
    """
    ketikan, baku = _baku(tertulis.satuan), _baku(satuan)
    is_sesuai = not ketikan or ketikan == baku or (is_persen and ketikan == "%")
    if is_sesuai:
        return tertulis.isi
    milik = f"bersatuan {satuan}" if satuan else "belum bersatuan"
    raise ValueError(
        f"“{tertulis.asal}” bersatuan {tertulis.satuan}, sedangkan baris ini {milik}. "
        f"Tulis angkanya saja menurut satuan baris."
    )


def _baku(satuan: str) -> str:
    baku = " ".join(satuan.lower().split())
    return "%" if baku in PERSEN else baku


# gabungan beberapa masa

Pemilih = Callable[[Sequence[Decimal]], Decimal]


def jumlah_rentang(rentang: Sequence[Rentang], bagi: int = 1) -> Rentang:
    """Tepi-tepinya dijumlahkan lalu dibagi; sisi yang terbuka pada satu masa tetap terbuka."""
    return Rentang(
        _jumlah((satu.bawah for satu in rentang), bagi),
        _jumlah((satu.atas for satu in rentang), bagi),
        all(satu.is_tepi_termasuk for satu in rentang),
        alasan(rentang),
    )


def _jumlah(tepi: Iterable[Decimal | None], bagi: int) -> Decimal | None:
    total = Decimal(0)
    for satu in tepi:
        if satu is None:
            return None
        total += satu
    return total / bagi


def ujung_rentang(rentang: Sequence[Rentang], *, is_tertinggi: bool) -> Rentang:
    """Rentang nilai tertinggi atau terendah: ujung tiap tepinya."""
    bawah = [satu.bawah for satu in rentang]
    atas = [satu.atas for satu in rentang]
    if is_tertinggi:
        tepi = (_pilih(max, bawah), _terbuka(max, atas))
    else:
        tepi = (_terbuka(min, bawah), _pilih(min, atas))
    termasuk = all(satu.is_tepi_termasuk for satu in rentang)
    return Rentang(*tepi, termasuk, alasan(rentang))


def _pilih(pilih: Pemilih, tepi: Iterable[Decimal | None]) -> Decimal | None:
    """Di antara yang diketahui; terbuka hanya bila semuanya terbuka."""
    diketahui = [satu for satu in tepi if satu is not None]
    return pilih(diketahui) if diketahui else None


def _terbuka(pilih: Pemilih, tepi: Sequence[Decimal | None]) -> Decimal | None:
    """Terbuka bila satu saja terbuka."""
    return None if None in tepi else _pilih(pilih, tepi)


def alasan(khusus: Iterable[Khusus]) -> str:
    """Alasan masa-masanya, tanpa ulangan."""
    sebab = dict.fromkeys(satu.sebab for satu in khusus if satu.sebab)
    return "; ".join(sebab)
