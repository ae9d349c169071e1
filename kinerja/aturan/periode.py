"""Nilai setahun dari triwulan dan bulannya, menurut aturan barisnya; tanpa pembulatan.

Cara: Permendagri 86/2017, Formulir E.81 kolom 12, untuk yang dijumlahkan; selebihnya keputusan
(docs/regulasi.md). Yang tidak dapat digabung `None`, tidak pernah nol. Masa yang tidak berlaku
tidak ikut; satu masa yang belum rilis menahan gabungannya, kecuali yang hanya memakai nilai
terakhir; rentang dijumlahkan atau dibandingkan tepi demi tepi.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.angka import ringkas
from kinerja.aturan.capaian import Arah, Capaian, Nilai, Sebutan, capaian
from kinerja.aturan.keadaan import (
    Keadaan,
    Khusus,
    Rentang,
    TanpaNilai,
    alasan,
    jumlah_rentang,
    ujung_rentang,
)

Angka = Decimal | None  # `None` bila tidak diketahui
Masa = tuple[int, int]  # triwulan dan bulan
TRIWULAN_SETAHUN = 4


class Cara(StrEnum):
    """Cara nilai beberapa masa menjadi satu."""

    TERAKHIR = "terakhir"
    JUMLAH = "jumlah"
    RATA = "rata"
    TERTINGGI = "tertinggi"
    TERENDAH = "terendah"
    PECAHAN = "pecahan"

    @property
    def nama(self) -> str:
        """Sebutan caranya bagi orang."""
        return NAMA_CARA[self]


NAMA_CARA = {
    Cara.TERAKHIR: "nilai terakhir",
    Cara.JUMLAH: "dijumlahkan",
    Cara.RATA: "rata-rata",
    Cara.TERTINGGI: "nilai tertinggi",
    Cara.TERENDAH: "nilai terendah",
    Cara.PECAHAN: "Σ pembilang / Σ penyebut",
}
CARA_SEBUTAN = frozenset({Cara.TERAKHIR, Cara.TERTINGGI, Cara.TERENDAH})  # sebutan tidak dijumlah


def masalah_cara(cara: Cara, *, is_sebutan: bool, is_pecahan: bool) -> str:
    """Mengapa cara itu tidak dapat dipakai baris itu; kosong bila dapat."""
    if is_sebutan and cara not in CARA_SEBUTAN:
        boleh = ", ".join(satu.nama for satu in Cara if satu in CARA_SEBUTAN)
        return f"Sebutan tidak dapat {cara.nama}; pilih {boleh}."
    if cara is Cara.PECAHAN and not is_pecahan:
        return "Rumusnya bukan pecahan; tulis penyebutnya lebih dahulu."
    return ""


@dataclass(frozen=True)
class Pecahan:
    """Isian satu masa dengan kedua bagiannya; nilainya pembilang/penyebut × faktor."""

    pembilang: Decimal
    penyebut: Decimal
    faktor: int = 1

    @property
    def nilai(self) -> Angka:
        """`None` bila penyebutnya nol."""
        if not self.penyebut:
            return None
        return self.pembilang / self.penyebut * self.faktor

    def __str__(self) -> str:
        return f"{ringkas(self.pembilang)}/{ringkas(self.penyebut)}"


Isian = Decimal | Pecahan | Sebutan | Khusus
SemuaIsian = Sequence[Isian]  # tiap masa yang digabung


def angka(isian: Isian | None) -> Angka:
    """Isian sebagai angka; sebutan, rentang, tidak berlaku dan belum rilis bukan angka."""
    if isinstance(isian, Pecahan):
        return isian.nilai
    if isinstance(isian, Decimal):
        return isian
    return None


def terbanding(isian: Isian | None) -> Nilai:
    """Isian sebagaimana dihadapkan dengan target: pecahan menjadi hasil baginya."""
    if isinstance(isian, Pecahan):
        return isian.nilai
    return isian


def masa_terpakai(masa: Iterable[Masa]) -> list[Masa]:
    """Yang mewakili setahun, berurutan: isian triwulan (bulan 0) mengalahkan bulan-bulannya."""
    ada = set(masa)
    return sorted(
        (triwulan, bulan) for triwulan, bulan in ada if bulan == 0 or (triwulan, 0) not in ada
    )


def gabungan(isian: SemuaIsian, cara: Cara) -> Isian | None:
    """Satu nilai dari isian berurutan; `None` bila kosong atau caranya tidak berlaku baginya."""
    berlaku = [satu for satu in isian if not _is_keadaan(satu, Keadaan.TIDAK_BERLAKU)]
    if not berlaku:
        return _tanpa_nilai(isian)
    if cara is Cara.TERAKHIR:
        return berlaku[-1]
    tertunda = [satu for satu in berlaku if _is_keadaan(satu, Keadaan.BELUM_RILIS)]
    if tertunda:
        return _tanpa_nilai(tertunda)
    if any(isinstance(satu, Rentang) for satu in berlaku):
        return _gabungan_rentang(berlaku, cara)
    return _gabungan_nilai(berlaku, cara)


def _is_keadaan(isian: Isian, keadaan: Keadaan) -> bool:
    """Tanpa nilai karena `keadaan` itu."""
    return isinstance(isian, TanpaNilai) and isian.keadaan is keadaan


def _tanpa_nilai(isian: SemuaIsian) -> TanpaNilai | None:
    """Keadaan yang sama pada semuanya, dengan alasan-alasannya."""
    tanpa = [satu for satu in isian if isinstance(satu, TanpaNilai)]
    if not tanpa:
        return None
    return TanpaNilai(tanpa[-1].keadaan, alasan(tanpa))


def _gabungan_rentang(isian: SemuaIsian, cara: Cara) -> Rentang | None:
    """Angka ikut sebagai rentang yang kedua tepinya sama; sebutan tidak dapat ikut."""
    rentang: list[Rentang] = []
    for satu in isian:
        nilai = angka(satu)
        if isinstance(satu, Rentang):
            rentang.append(satu)
        elif nilai is not None:
            rentang.append(Rentang(nilai, nilai))
        else:
            return None
    if cara is Cara.JUMLAH:
        return jumlah_rentang(rentang)
    if cara is Cara.RATA:
        return jumlah_rentang(rentang, len(rentang))
    if cara is Cara.PECAHAN:
        return None
    return ujung_rentang(rentang, is_tertinggi=cara is Cara.TERTINGGI)


def _gabungan_nilai(isian: SemuaIsian, cara: Cara) -> Isian | None:
    """Yang semuanya bernilai."""
    if cara is Cara.PECAHAN:
        return _jumlah_pecahan(isian)
    if cara is Cara.TERTINGGI or cara is Cara.TERENDAH:
        return _ujung(isian, cara)
    return _jumlah_atau_rata(isian, cara)


def _jumlah_pecahan(isian: SemuaIsian) -> Pecahan | None:
    """Bagian-bagiannya yang dijumlahkan, bukan hasil baginya."""
    pecahan = [satu for satu in isian if isinstance(satu, Pecahan)]
    if len(pecahan) < len(isian):
        return None
    pembilang = sum((satu.pembilang for satu in pecahan), Decimal(0))
    penyebut = sum((satu.penyebut for satu in pecahan), Decimal(0))
    return Pecahan(pembilang, penyebut, pecahan[0].faktor)


def _ujung(isian: SemuaIsian, cara: Cara) -> Isian | None:
    """Yang tertinggi atau terendah; sebutan menurut urutan skalanya, urutan 1 tertinggi."""
    tingkat: list[tuple[Decimal, Isian]] = []
    for satu in isian:
        nilai = angka(satu)
        if isinstance(satu, Sebutan):
            nilai = Decimal(-satu.urutan)
        if nilai is None:
            return None
        tingkat.append((nilai, satu))
    banyak_sebutan = sum(isinstance(satu, Sebutan) for satu in isian)
    if banyak_sebutan not in (0, len(isian)):
        return None
    pilih = min
    if cara is Cara.TERTINGGI:
        pilih = max
    _, terpilih = pilih(tingkat, key=lambda pasangan: pasangan[0])
    return terpilih


def _jumlah_atau_rata(isian: SemuaIsian, cara: Cara) -> Angka:
    """`None` bila ada yang bukan angka."""
    semua = [angka(satu) for satu in isian]
    diketahui = [satu for satu in semua if satu is not None]
    if len(diketahui) < len(semua):
        return None
    jumlah = sum(diketahui, Decimal(0))
    if cara is Cara.JUMLAH:
        return jumlah
    return jumlah / len(diketahui)


@dataclass(frozen=True)
class Aturan:
    """Aturan satu baris yang diukur: cara menggabungkan masa, rumus capaian dan batasnya."""

    cara: Cara = Cara.TERAKHIR
    arah: Arah = Arah.NAIK
    toleransi: Decimal = Decimal(0)  # setengah lebar rentang di sekitar target
    bawah: Angka = None
    atas: Angka = None

    def setahun(self, isian: Mapping[Masa, Isian]) -> Isian | None:
        """Nilai setahun dari isian tiap masanya."""
        return gabungan([isian[masa] for masa in masa_terpakai(isian)], self.cara)

    def gabungan_triwulan(self, bertriwulan: Mapping[Masa, Angka]) -> Angka:
        """Angka setahun dari triwulannya; `None` selama belum keempatnya terisi."""
        terisi = {masa: nilai for masa, nilai in bertriwulan.items() if nilai is not None}
        if len(terisi) < TRIWULAN_SETAHUN:
            return None
        return angka(self.setahun(terisi))

    def capaian(self, target: Nilai, realisasi: Nilai) -> Capaian:
        """Capaian menurut rumus dan batas baris ini."""
        return capaian(
            target,
            realisasi,
            self.arah,
            self.bawah,
            self.atas,
            toleransi=self.toleransi,
        )


ADITIF = Aturan(Cara.JUMLAH)  # uang, dan kinerja yang dijumlahkan sepanjang tahun


def sampai_kini(
    lalu: Isian | None,
    kini: Isian | None,
    cara: Cara,
    tahun_lalu: int | None,
) -> Isian | None:
    """Nilai beberapa tahun: `lalu` mewakili `tahun_lalu` tahun sebelumnya (E.81 kolom 13).

    Nilai terakhir milik tahun ini, maka tetap diketahui tanpa `lalu`. Rata-rata memerlukan
    banyaknya tahun itu; `None` bila tidak diketahui.
    """
    if kini is None:
        return None
    antar_tahun = cara_antar_tahun(cara)
    if lalu is None:
        if antar_tahun is Cara.TERAKHIR:
            return kini
        return None
    if antar_tahun is not Cara.RATA:
        return gabungan((lalu, kini), antar_tahun)
    if tahun_lalu is None:
        return None
    return gabungan((*[lalu] * tahun_lalu, kini), antar_tahun)


def cara_antar_tahun(cara: Cara) -> Cara:
    """Pecahan tiap tahun tidak dijumlahkan: target akhir Renstra milik tahun terakhirnya."""
    if cara is Cara.PECAHAN:
        return Cara.TERAKHIR
    return cara
