"""Pagu tiap versi DPA: dibekukan saat versinya dicatat, lalu disandingkan dengan versi lain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

from accounts.models import PerangkatDaerah
from core.kaki import SEBAGIAN
from kinerja.aturan.rencana import jumlah
from kinerja.models import Dpa
from kinerja.tahun.pembagian import Tanggungan, pembagian
from kinerja.tahun.pohon import Pohon, sebaris

Row = dict[str, Any]
Uang = Decimal | None  # `None` bila tidak diketahui
Rincian = Sequence[Row]  # baris yang dibekukan satu versi
Pagu = dict[str, Uang]  # menurut kunci barisnya
KEMBAR = "“{nama}” dan “{lain}” ({tempat}) tidak terbedakan pada DPA. Bedakan kode atau namanya."
NOL = Decimal(0)


@dataclass(frozen=True)
class BedaPagu:
    """Satu baris anggaran pada dua versi; `kode` kegiatannya bila barisnya tanpa kode."""

    kunci: str
    kode: str
    nama: str
    semula: Uang
    menjadi: Uang

    @property
    def selisih(self) -> Uang:
        """Tidak dihitung bila salah satunya tidak diketahui."""
        if self.semula is None or self.menjadi is None:
            return None
        return self.menjadi - self.semula


@dataclass(frozen=True)
class JumlahPagu(BedaPagu):
    """Jumlah kedua versi, dan kode baris yang belum diketahui pagunya pada masing-masing."""

    tanpa_semula: frozenset[str]
    tanpa_menjadi: frozenset[str]

    @property
    def selisih(self) -> Uang:
        """Hanya atas baris yang sama."""
        if self.tanpa_semula != self.tanpa_menjadi:
            return None
        return super().selisih

    @property
    def catatan(self) -> str:
        """Kosong bila semuanya ikut dijumlahkan."""
        if self.tanpa_semula or self.tanpa_menjadi:
            return SEBAGIAN
        return ""


@dataclass(frozen=True)
class BandingPagu:
    """Semua baris dua versi; yang hanya ada pada satu versi bernilai nol pada versi lainnya."""

    baris: tuple[BedaPagu, ...]

    @property
    def jumlah(self) -> JumlahPagu:
        """Jumlah kedua versi sebagai satu baris."""
        return JumlahPagu(
            kunci="",
            kode="",
            nama="Jumlah",
            semula=jumlah(satu.semula for satu in self.baris),
            menjadi=jumlah(satu.menjadi for satu in self.baris),
            tanpa_semula=frozenset(satu.kunci for satu in self.baris if satu.semula is None),
            tanpa_menjadi=frozenset(satu.kunci for satu in self.baris if satu.menjadi is None),
        )

    @property
    def berubah(self) -> int:
        """Banyak baris yang kedua pagunya diketahui dan berlainan."""
        return sum(bool(satu.selisih) for satu in self.baris)

    @property
    def kosong(self) -> int:
        """Banyak baris yang pagu menjadinya belum diketahui."""
        return sum(satu.menjadi is None for satu in self.baris)


def rincian(pohon: Pohon, *, is_murni: bool) -> list[Row]:
    """Baris yang dibekukan: sub kegiatan, atau induknya bila uangnya tidak terinci."""
    hasil = []
    for satu in pembagian(pohon, "III").baris:
        obj = satu.simpul.obj
        pagu = satu.pagu
        if is_murni:
            pagu = _pagu_murni(satu, pohon)
        baris = {"kode": obj.kode, "nama": obj.nama, "pagu": _tulisan(pagu)}
        if not obj.kode:
            baris["induk"] = satu.atas.obj.kode
        hasil.append(baris)
    return hasil


def masalah_kembar(rows: Rincian) -> str:
    """Dua baris yang tidak terbedakan, keduanya disebut; kosong bila tidak ada."""
    terlihat: dict[str, Row] = {}
    for row in rows:
        lain = terlihat.setdefault(kunci_baris(row), row)
        if lain is not row:
            return KEMBAR.format(nama=lain["nama"], lain=row["nama"], tempat=tempat(row))
    return ""


def rincian_kosong(dpa: Dpa, pohon: Pohon) -> list[Row]:
    """Baris versi yang dicatat menyusul: semua yang dikenal tahunnya, pagunya belum diketahui."""
    semua = rincian(pohon, is_murni=False)
    for versi in Dpa.objects.versi(dpa.perangkat_daerah_id, dpa.tahun):
        semua += versi.rincian
    baris = menurut_kunci(semua).values()
    return sorted((row | {"pagu": None} for row in baris), key=itemgetter("kode"))


def replaced(rows: Rincian, baris: Row) -> list[Row]:
    """`rows` dengan satu barisnya diganti atau ditambahkan."""
    ganti = baris | {"pagu": _tulisan(baris["pagu"])}
    return [*(menurut_kunci(rows) | {kunci_baris(baris): ganti}).values()]


def pagu_baris(rows: Rincian) -> Pagu:
    """Pagu tiap baris menurut kuncinya."""
    return {kunci_baris(row): _desimal(row["pagu"]) for row in rows}


def _pagu_murni(satu: Tanggungan, pohon: Pohon) -> Uang:
    """Sub kegiatan dengan beberapa baris dijumlahkan dari baris-barisnya."""
    if satu.simpul.tingkat != "sub":
        return satu.pagu
    baris = sebaris(satu.simpul, pohon.sub)
    return jumlah(s.pagu_murni for s in baris)


def _tulisan(pagu: Uang) -> str | None:
    """Pagu sebagai tulisan, sehingga JSON tidak mengubah angkanya."""
    if pagu is None:
        return None
    return format(pagu, "f")


def banding(semula: Rincian, menjadi: Rincian) -> BandingPagu:
    """Urut versi yang baru, lalu yang dihapus."""
    dahulu = menurut_kunci(semula)
    kini = menurut_kunci(menjadi)
    pagu_dahulu = pagu_baris(semula)
    pagu_kini = pagu_baris(menjadi)
    baris = []
    for kunci, row in (kini | dahulu | kini).items():
        beda = BedaPagu(
            kunci=kunci,
            kode=tempat(row),
            nama=row["nama"],
            semula=pagu_dahulu.get(kunci, NOL),
            menjadi=pagu_kini.get(kunci, NOL),
        )
        baris.append(beda)
    return BandingPagu(tuple(baris))


def menurut_kunci(rows: Iterable[Row]) -> dict[str, Row]:
    """Baris menurut kuncinya, urutannya tetap."""
    return {kunci_baris(row): row for row in rows}


def _desimal(tulisan: str | None) -> Uang:
    """Kebalikan `_tulisan`."""
    if tulisan is None:
        return None
    return Decimal(tulisan)


def tempat(row: Row) -> str:
    """Kodenya, atau kode kegiatannya; kosong bila dibekukan tanpa keduanya."""
    return str(row["kode"] or row.get("induk", ""))


def kunci_baris(row: Row) -> str:
    """Kode, atau kode kegiatan dan namanya bila tanpa kode."""
    if row["kode"]:
        return str(row["kode"])
    return f"{tempat(row)} {row['nama']}".strip()


def pagu_versi(
    dinas: PerangkatDaerah,
    tahun: int,
    pohon: Pohon,
    kode: str,
) -> list[tuple[str, Decimal]]:
    """Sebutan dan pagu tiap versi tercatat, urut terbitnya; `kode` programnya, kosong seluruhnya.

    Yang rinciannya tidak lengkap tidak disebut. DPA murni yang belum dicatat dibaca dari barisnya.
    """
    hasil = []
    is_murni_ada = False
    for dpa in Dpa.objects.versi(dinas.pk, tahun):
        is_murni_ada = is_murni_ada or dpa.is_murni
        pagu = _jumlah_kode(dpa.rincian, kode)
        if pagu is not None:
            hasil.append((dpa.get_jenis_display(), pagu))
    murni = _jumlah_kode(rincian(pohon, is_murni=True), kode)
    kini = _jumlah_kode(rincian(pohon, is_murni=False), kode)
    if not is_murni_ada and murni is not None and murni != kini:
        hasil.insert(0, (Dpa.JenisDpa.MURNI.label, murni))
    return hasil


def _jumlah_kode(rows: Rincian, kode: str) -> Uang:
    """`None` bila tanpa baris, atau pagu satu baris saja tidak diketahui."""
    milik = []
    for row in rows:
        if tempat(row).startswith(kode):
            milik.append(_desimal(row["pagu"]))
    if None in milik:
        return None
    return jumlah(milik)


def versi_sebelum(dpa: Dpa) -> Dpa | None:
    """Versi yang digantikannya, yang pagunya diketahui."""
    semua = list(Dpa.objects.versi(dpa.perangkat_daerah_id, dpa.tahun))
    lebih_dahulu = semua[: semua.index(dpa)]
    berpagu = [satu for satu in lebih_dahulu if _is_berpagu(satu)]
    if not berpagu:
        return None
    return berpagu[-1]


def _is_berpagu(dpa: Dpa) -> bool:
    """Paling sedikit satu pagunya diketahui."""
    return any(row["pagu"] is not None for row in dpa.rincian)
