"""Angka indikator dari status desa: yang terhitung, penyebutnya, dan berapa desa yang belum."""

from decimal import Decimal
from typing import NamedTuple

from idm.reports import StatusTahun, is_seindeks
from idm.scoring import Status
from kinerja.tahun.data import Data, DataSebagian, Hasil, Masukan

Banyak = tuple[int, str]  # hitungan, nol bila tidak diketahui, dan yang dihitungnya

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


def awal(data: Data, tahun: int, status: Status) -> Banyak:
    """Banyak desa pada `status` awal tahun itu."""
    lalu = data.status.get(tahun - 1)
    if lalu is None:
        return 0, ""
    return lalu.counts[status], f"desa {status.value.title()} awal tahun"


def semua(data: Data, tahun: int) -> Banyak:
    """Banyak desa berstatus tahun itu."""
    kini = data.status.get(tahun)
    if kini is None:
        return 0, ""
    return kini.jumlah, "desa berstatus"


def sampai(data: Data, tahun: int, status: tuple[Status, ...]) -> int | None:
    """Banyak desa yang sampai pada `status` dari luarnya setahun itu.

    `None` selama status satu desa saja pada salah satu tahunnya belum diketahui.
    """
    pindah = data.pindah.get(tahun)
    is_lengkap = _is_rinci(data, tahun - 1) and _is_rinci(data, tahun)
    if not pindah or not is_lengkap:
        return None
    return sum(n for (dari, ke), n in pindah.items() if ke in status and dari not in status)


def _is_rinci(data: Data, tahun: int) -> bool:
    """Status semua desa tahun itu diketahui satu per satu."""
    status = data.status.get(tahun)
    return status is not None and status.is_rinci and not status.is_sebagian


def sebagian(data: Data, tahun: int) -> DataSebagian | None:
    """`None` bila semua desa tahun itu berstatus, atau tidak satu pun."""
    status = data.status.get(tahun)
    if status is None or not status.is_sebagian:
        return None
    return DataSebagian("Status desa", tahun, status.jumlah, status.semua, "desa")


def _tahun_rekap(*status: StatusTahun) -> tuple[int, ...]:
    """Tahun yang desanya tidak dirinci."""
    return tuple(s.tahun for s in status if not s.is_rinci)
