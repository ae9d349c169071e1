"""Asal angka indikator: tiap sumber hitung dinyatakan sekali, beserta yang dibaca ujinya."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from idm.scoring import Status
from kinerja.tahun import sumber_status
from kinerja.tahun.data import Data, DataSebagian, Hasil
from kinerja.tahun.sumber_status import BERKEMBANG, BERKEMBANG_MAJU_MANDIRI, Banyak
from villages.models import RekapLembaga

Penghitung = Callable[[Data, int], Hasil | None]
MANDIRI = (Status.MANDIRI,)
TERTINGGAL = (Status.TERTINGGAL, Status.SANGAT_TERTINGGAL)
DALAM_PERSEN = 100


@dataclass(frozen=True, slots=True)
class KolomLembaga:
    """Kolom rekap lembaga yang dibilang dan yang membagi, dan faktornya."""

    bagian: str
    dari: str
    faktor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sumber:
    """Satu sumber hitung. Tanpa bawaan: yang baru menyatakan semuanya, juga yang tidak ada."""

    sebutan: str  # pada formulir dan definisi indikator
    hitung: Penghitung
    status: tuple[Status, ...]  # status desa yang dibicarakannya; kosong bila bukan tentang desa
    pembilang: Status | None  # desa yang dibilang bila hanya satu status
    is_keadaan: bool  # banyaknya pada satu saat, bukan yang berpindah setahun
    penyebut: Callable[[Data, int], Banyak] | None  # bila angkanya persen
    lembaga: KolomLembaga | None  # bila dari rekap lembaga


def dari_lembaga(sebutan: str, bagian: str, dari: str, faktor: int) -> Sumber:
    """Σ `bagian` / Σ `dari` × faktor dari rekap lembaga tiap kecamatan."""
    kolom = KolomLembaga(bagian, dari, faktor)
    return Sumber(
        sebutan=f"Rekap lembaga: {sebutan}",
        hitung=partial(lembaga, kolom),
        status=(),
        pembilang=None,
        is_keadaan=True,
        penyebut=partial(penyebut_lembaga, dari) if faktor == DALAM_PERSEN else None,
        lembaga=kolom,
    )


def lembaga(kolom: KolomLembaga, data: Data, tahun: int) -> Hasil | None:
    """`None` bila satu kecamatan yang melapor saja belum merincinya, atau penyebutnya nol."""
    rows = data.lembaga.get(tahun, ())
    pembilang = [getattr(row, kolom.bagian) for row in rows]
    penyebut = [getattr(row, kolom.dari) for row in rows]
    if not rows or None in (*pembilang, *penyebut):
        return None
    atas = sum(pembilang)
    bawah = sum(penyebut)
    if not bawah:
        return None
    masukan = (
        (nama_kolom(kolom.bagian).capitalize(), atas),
        (nama_kolom(kolom.dari), bawah),
    )
    return Hasil(
        Decimal(atas) / Decimal(bawah) * kolom.faktor,
        f"Rekap lembaga {len(rows)} kecamatan tahun {tahun}",
        f"{atas} / {bawah}",
        Decimal(atas),
        Decimal(bawah),
        masukan=masukan,
    )


def _lembaga_sebagian(kolom: KolomLembaga, data: Data, tahun: int) -> DataSebagian | None:
    """`None` bila kedua kolomnya diketahui di semua kecamatan tahun itu, atau tidak di satu pun."""
    rows = data.lembaga.get(tahun, ())
    melapor = 0
    for row in rows:
        isi = (getattr(row, kolom.bagian), getattr(row, kolom.dari))
        melapor += None not in isi
    semua = max(len(rows), data.kecamatan.get(tahun, 0))
    if melapor in (0, semua):
        return None
    return DataSebagian("Rekap lembaga", tahun, melapor, semua, "kecamatan")


def penyebut_lembaga(kolom: str, data: Data, tahun: int) -> Banyak:
    """Jumlah satu kolom rekap; nol bila tidak diketahui di satu kecamatan saja."""
    semua = [getattr(row, kolom) for row in data.lembaga.get(tahun, ())]
    if None in semua:
        return 0, ""
    return sum(semua), kolom


def nama_kolom(kolom: str) -> str:
    """Sebutan kolom rekap sebagaimana pada formulirnya."""
    labels = {}
    for f in RekapLembaga._meta.fields:
        labels[f.name] = str(f.verbose_name)
    return labels[kolom]


SOURCES: dict[str, Sumber] = {
    "idm.berkembang": Sumber(
        sebutan="IDM: banyak desa Berkembang",
        hitung=sumber_status.berkembang,
        status=BERKEMBANG,
        pembilang=None,
        is_keadaan=True,
        penyebut=None,
        lembaga=None,
    ),
    "idm.berkembang_maju_mandiri": Sumber(
        sebutan="IDM: banyak desa Berkembang, Maju dan Mandiri",
        hitung=sumber_status.berkembang_maju_mandiri,
        status=BERKEMBANG_MAJU_MANDIRI,
        pembilang=None,
        is_keadaan=True,
        penyebut=None,
        lembaga=None,
    ),
    "idm.pengentasan_tertinggal": Sumber(
        sebutan="IDM: pengentasan desa tertinggal",
        hitung=sumber_status.pengentasan_tertinggal,
        status=TERTINGGAL,
        pembilang=Status.TERTINGGAL,
        is_keadaan=False,
        penyebut=partial(sumber_status.awal, status=Status.TERTINGGAL),
        lembaga=None,
    ),
    "idm.peningkatan_mandiri": Sumber(
        sebutan="IDM: peningkatan desa mandiri",
        hitung=sumber_status.peningkatan_mandiri,
        status=MANDIRI,
        pembilang=Status.MANDIRI,
        is_keadaan=False,
        penyebut=partial(sumber_status.awal, status=Status.BERKEMBANG),
        lembaga=None,
    ),
    "idm.persen_mandiri": Sumber(
        sebutan="Status desa: persen desa mandiri dari semua desa",
        hitung=sumber_status.persen_mandiri,
        status=MANDIRI,
        pembilang=Status.MANDIRI,
        is_keadaan=True,
        penyebut=sumber_status.semua,
        lembaga=None,
    ),
    "lembaga.binaan_lpm": dari_lembaga("kelompok binaan per LPM", "binaan_lpm", "lpm", 1),
    "lembaga.binaan_pkk": dari_lembaga("kelompok binaan per PKK", "binaan_pkk", "pkk", 1),
    "lembaga.lpm_berprestasi": dari_lembaga("LPM berprestasi", "lpm_berprestasi", "lpm", 100),
    "lembaga.pkk_aktif": dari_lembaga("PKK aktif", "pkk_aktif", "pkk", 100),
    "lembaga.posyandu_aktif": dari_lembaga("Posyandu aktif", "posyandu_aktif", "posyandu", 100),
}


def sebutan(sumber: str) -> str:
    """Sebutannya; yang tidak dikenal kuncinya."""
    satu = SOURCES.get(sumber)
    return satu.sebutan if satu else sumber


def is_status_desa(sumber: str) -> bool:
    """Angkanya dihitung dari status desa."""
    satu = SOURCES.get(sumber)
    return satu is not None and bool(satu.status)


def lingkup(sumber: str, tahun: int) -> Iterator[tuple[str, int]]:
    """Lingkup kunci dan tahun data yang dibaca sumbernya; kosong bila tidak dikenal."""
    satu = SOURCES.get(sumber)
    if satu is None:
        return
    if satu.lembaga is not None:
        yield "lembaga", tahun
        return
    yield "idm", tahun
    if not satu.is_keadaan:
        yield "idm", tahun - 1


def kurang(sumber: str, data: Data, tahun: int) -> tuple[DataSebagian, ...]:
    """Tiap tahun data yang dibaca sumbernya dan baru sebagian wilayahnya, urut tahun."""
    semua = []
    for _, setahun in sorted(lingkup(sumber, tahun)):
        lembaga_dibaca = SOURCES[sumber].lembaga
        if lembaga_dibaca:
            satu = _lembaga_sebagian(lembaga_dibaca, data, setahun)
        else:
            satu = sumber_status.sebagian(data, setahun)
        if satu:
            semua.append(satu)
    return tuple(semua)


def hasil(sumber: str, data: Data, tahun: int) -> Hasil | None:
    """Hasil sumber `sumber`; `None` bila kosong, tidak dikenal, atau datanya belum lengkap.

    Data sebagian wilayah tidak menjadi angka kabupaten (ADR 104).
    """
    satu = SOURCES.get(sumber)
    if not satu or kurang(sumber, data, tahun):
        return None
    return satu.hitung(data, tahun)
