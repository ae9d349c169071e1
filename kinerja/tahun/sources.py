"""Asal angka indikator: tiap sumber memberi pembilang, penyebut, dan baris di baliknya."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from idm.reports import StatusTahun, is_seindeks
from idm.scoring import Status
from kinerja.tahun.data import Data, Hasil, Masukan
from villages.models import RekapLembaga

BERKEMBANG = (Status.BERKEMBANG,)
BERKEMBANG_MAJU_MANDIRI = (Status.BERKEMBANG, Status.MAJU, Status.MANDIRI)
SEMUA_STATUS = tuple(Status)  # urut dari yang terbaik
LEBIH_BAIK = SEMUA_STATUS[: SEMUA_STATUS.index(Status.TERTINGGAL)]


def berkembang(data: Data, tahun: int) -> Hasil | None:
    """Banyak desa berstatus Berkembang (IKU seperti dicetak LKjIP)."""
    return _count(data, tahun, BERKEMBANG)


def berkembang_maju_mandiri(data: Data, tahun: int) -> Hasil | None:
    """Banyak desa berstatus Berkembang, Maju dan Mandiri."""
    return _count(data, tahun, BERKEMBANG_MAJU_MANDIRI)


def _count(data: Data, tahun: int, status: tuple[Status, ...]) -> Hasil | None:
    """Jumlah desa pada `status`; `None` bila tahun itu tidak diketahui."""
    kini = data.status.get(tahun)
    if kini is None:
        return None
    banyak = [kini.counts[s] for s in status]
    jumlah = sum(banyak)
    uraian = " + ".join(map(str, banyak))
    if len(banyak) > 1:
        uraian = f"{uraian} = {jumlah}"
    return Hasil(
        Decimal(jumlah),
        kini.sumber,
        uraian,
        masukan=tuple(_masukan(kini, s) for s in status),
        tahun_rekap=_tahun_rekap(kini),
    )


def label_status(status: Status, tahun: int) -> str:
    """Sebutan hitungan satu status pada silsilah angka."""
    return f"Desa {status.value.title()} {tahun}"


def _masukan(hitungan: StatusTahun, status: Status) -> Masukan:
    """Hitungan satu status dengan sebutannya."""
    return label_status(status, hitungan.tahun), hitungan.counts[status]


class _DuaTahun(NamedTuple):
    """Hitungan status tahun lalu dan tahun itu, untuk indikator yang membandingkan keduanya."""

    lalu: StatusTahun
    kini: StatusTahun

    @property
    def sumber(self) -> str:
        """Disebut sekali bila kedua tahun dari sumber yang sama."""
        if self.lalu.sumber == self.kini.sumber:
            return self.kini.sumber
        return f"{self.lalu.sumber}; {self.kini.sumber}"

    def ratio(self, bagian: int, dari: int, uraian: str, *masukan: Masukan) -> Hasil | None:
        """`bagian` / `dari` × 100; `None` bila tanpa penyebut atau pembilangnya negatif."""
        if not dari or bagian < 0:
            return None
        return Hasil(
            Decimal(bagian) / Decimal(dari) * 100,
            self.sumber,
            uraian,
            Decimal(bagian),
            Decimal(dari),
            masukan,
            tahun_rekap=_tahun_rekap(self.lalu, self.kini),
        )


def _dua_tahun(data: Data, tahun: int) -> _DuaTahun | None:
    """`None` bila salah satu tahunnya tidak diketahui, atau indeksnya berlainan."""
    lalu = data.status.get(tahun - 1)
    kini = data.status.get(tahun)
    if lalu is None or kini is None or not is_seindeks(tahun - 1, tahun):
        return None
    return _DuaTahun(lalu, kini)


def is_naik(pindah: tuple[str, str]) -> bool:
    """Perpindahan dari Tertinggal ke status yang lebih baik."""
    asal, ke = pindah
    return asal == Status.TERTINGGAL and ke in LEBIH_BAIK


def pengentasan_tertinggal(data: Data, tahun: int) -> Hasil | None:
    """Desa tertinggal awal tahun yang naik status, dibagi desa tertinggal awal tahun, × 100.

    Bila desanya tidak diketahui, pembilang adalah selisih hitungan dua tahun; `None` bila negatif.
    """
    status = _dua_tahun(data, tahun)
    if status is None:
        return None
    lalu, kini = status
    awal = lalu.counts[Status.TERTINGGAL]
    akhir = kini.counts[Status.TERTINGGAL]
    entas = awal - akhir
    uraian = f"{awal} − {akhir} = {entas} (selisih hitungan)"
    if lalu.is_rinci and kini.is_rinci:
        pindah = data.pindah.get(tahun, {})
        entas = sum(banyak for arah, banyak in pindah.items() if is_naik(arah))
        uraian = f"{entas} dari {awal} desa tertinggal naik status"
    tertinggal = (_masukan(lalu, Status.TERTINGGAL), _masukan(kini, Status.TERTINGGAL))
    return status.ratio(entas, awal, uraian, *tertinggal)


def peningkatan_mandiri(data: Data, tahun: int) -> Hasil | None:
    """Pertambahan desa mandiri setahun, dibagi desa berkembang awal tahun, × 100."""
    status = _dua_tahun(data, tahun)
    if status is None:
        return None
    lalu, kini = status
    awal = lalu.counts[Status.MANDIRI]
    akhir = kini.counts[Status.MANDIRI]
    tambah = akhir - awal
    return status.ratio(
        tambah,
        lalu.counts[Status.BERKEMBANG],
        f"{akhir} − {awal} = {tambah}",
        _masukan(lalu, Status.MANDIRI),
        _masukan(kini, Status.MANDIRI),
        _masukan(lalu, Status.BERKEMBANG),
    )


def persen_mandiri(data: Data, tahun: int) -> Hasil | None:
    """Desa mandiri dibagi semua desa berstatus tahun itu, × 100."""
    kini = data.status.get(tahun)
    if kini is None or not kini.jumlah:
        return None
    mandiri = kini.counts[Status.MANDIRI]
    semua = kini.jumlah
    bagian = Decimal(mandiri) / Decimal(semua)
    return Hasil(
        bagian * 100,
        kini.sumber,
        f"{mandiri} / {semua}",
        Decimal(mandiri),
        Decimal(semua),
        masukan=(_masukan(kini, Status.MANDIRI), (f"Desa berstatus {tahun}", semua)),
        tahun_rekap=_tahun_rekap(kini),
    )


def _tahun_rekap(*status: StatusTahun) -> tuple[int, ...]:
    """Tahun yang desanya tidak dirinci."""
    return tuple(s.tahun for s in status if not s.is_rinci)


def lembaga(bagian: str, dari: str, faktor: int) -> Callable[..., Hasil | None]:
    """Σ `bagian` / Σ `dari` × faktor dari rekap lembaga; hanya bila semua kecamatan merinci."""

    def hasil(data: Data, tahun: int) -> Hasil | None:
        rows = data.lembaga.get(tahun, ())
        pembilang = [getattr(row, bagian) for row in rows]
        penyebut = [getattr(row, dari) for row in rows]
        if not rows or None in (*pembilang, *penyebut):
            return None
        atas = sum(pembilang)
        bawah = sum(penyebut)
        if not bawah:
            return None
        masukan = (
            (nama_kolom(bagian).capitalize(), atas),
            (nama_kolom(dari), bawah),
        )
        return Hasil(
            Decimal(atas) / Decimal(bawah) * faktor,
            f"Rekap lembaga {len(rows)} kecamatan tahun {tahun}",
            f"{atas} / {bawah}",
            Decimal(atas),
            Decimal(bawah),
            masukan=masukan,
        )

    return hasil


def nama_kolom(kolom: str) -> str:
    """Sebutan kolom rekap sebagaimana pada formulirnya."""
    labels = {}
    for f in RekapLembaga._meta.fields:
        labels[f.name] = str(f.verbose_name)
    return labels[kolom]


# sumber -> kolom rekap yang dibilang, yang membagi, dan faktornya
LEMBAGA = {
    "lembaga.binaan_lpm": ("binaan_lpm", "lpm", 1),
    "lembaga.binaan_pkk": ("binaan_pkk", "pkk", 1),
    "lembaga.lpm_berprestasi": ("lpm_berprestasi", "lpm", 100),
    "lembaga.pkk_aktif": ("pkk_aktif", "pkk", 100),
    "lembaga.posyandu_aktif": ("posyandu_aktif", "posyandu", 100),
}
SOURCES: dict[str, Callable[..., Hasil | None]] = {
    "idm.berkembang": berkembang,
    "idm.berkembang_maju_mandiri": berkembang_maju_mandiri,
    "idm.pengentasan_tertinggal": pengentasan_tertinggal,
    "idm.peningkatan_mandiri": peningkatan_mandiri,
    "idm.persen_mandiri": persen_mandiri,
    **{sumber: lembaga(*kolom) for sumber, kolom in LEMBAGA.items()},
}
# sebutannya pada formulir dan definisi indikator
SUMBER = {
    "idm.berkembang": "IDM: banyak desa Berkembang",
    "idm.berkembang_maju_mandiri": "IDM: banyak desa Berkembang, Maju dan Mandiri",
    "idm.pengentasan_tertinggal": "IDM: pengentasan desa tertinggal",
    "idm.peningkatan_mandiri": "IDM: peningkatan desa mandiri",
    "idm.persen_mandiri": "Status desa: persen desa mandiri dari semua desa",
    "lembaga.binaan_lpm": "Rekap lembaga: kelompok binaan per LPM",
    "lembaga.binaan_pkk": "Rekap lembaga: kelompok binaan per PKK",
    "lembaga.lpm_berprestasi": "Rekap lembaga: LPM berprestasi",
    "lembaga.pkk_aktif": "Rekap lembaga: PKK aktif",
    "lembaga.posyandu_aktif": "Rekap lembaga: Posyandu aktif",
}


def hasil(sumber: str, data: Data, tahun: int) -> Hasil | None:
    """Hasil sumber `sumber`; `None` bila kosong, tidak dikenal, atau datanya belum cukup."""
    function = SOURCES.get(sumber)
    if not function:
        return None
    return function(data, tahun)
