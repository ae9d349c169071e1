"""Status IDM satu kabupaten: hitungan per tahun, perubahan, perpindahan desa."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet

from accounts.models import Kabupaten
from idm.models import IdmDesa, RekapStatus
from idm.scoring import Status

URUTAN = list(Status)  # dari Mandiri ke Sangat Tertinggal
Arah = tuple[str, str]  # status tahun lalu, status tahun ini


@dataclass(frozen=True)
class StatusTahun:
    """Banyak desa per status.

    `is_rinci` bila dihitung dari baris desa, bukan dari rekap tercetak.
    """

    tahun: int
    counts: dict[Status, int]
    sumber: str
    is_rinci: bool

    @property
    def jumlah(self) -> int:
        return sum(self.counts.values())


def status_tahun(kabupaten: Kabupaten, tahun: int) -> StatusTahun | None:
    """Hitungan dari baris desa bila ada, selain itu dari rekap tercetak.

    `None` bila keduanya kosong.
    """
    return status_tahunan(kabupaten, (tahun,)).get(tahun)


def status_tahunan(kabupaten: Kabupaten, tahun: Collection[int]) -> dict[int, StatusTahun]:
    """Seperti `status_tahun` untuk banyak tahun, dengan dua kueri; tahun tanpa data tidak ada."""
    hasil = {}
    for rekap in RekapStatus.objects.filter(kabupaten=kabupaten, tahun__in=tahun):
        counts, sumber = rekap.counts(), rekap.sumber
        hasil[rekap.tahun] = StatusTahun(rekap.tahun, counts, sumber, is_rinci=False)
    rows = IdmDesa.objects.milik(kabupaten).filter(tahun__in=tahun)
    for satu, counts in rows.counts_per_tahun().items():
        sumber = f"IDM {sum(counts.values())} desa tahun {satu}, baris per desa"
        hasil[satu] = StatusTahun(satu, counts, sumber, is_rinci=True)
    return hasil


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisStatus:
    """Banyak desa satu status pada dua tahun; yang tidak dapat dihitung `None`."""

    status: str
    lalu: int | None
    perubahan_lalu: int | None
    kini: int | None
    perubahan_kini: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelStatus:
    """Tahun lalu dan tahun ini, masing-masing dengan perubahan dari tahun sebelumnya.

    Barisnya dari Mandiri ke bawah.
    """

    tahun: int
    baris: tuple[BarisStatus, ...]
    jumlah_lalu: int | None
    jumlah_kini: int | None
    sumber: tuple[str, ...]


def tabel_status(
    tahun: int,
    kini: StatusTahun | None,
    lalu: StatusTahun | None,
    dulu: StatusTahun | None,
) -> TabelStatus:
    """Tabel status dari hitungan tiga tahun."""
    baris = tuple(
        BarisStatus(
            status=status.value,
            lalu=_count(lalu, status),
            perubahan_lalu=_change(lalu, dulu, status),
            kini=_count(kini, status),
            perubahan_kini=_change(kini, lalu, status),
        )
        for status in URUTAN
    )
    return TabelStatus(
        tahun=tahun,
        baris=baris,
        jumlah_lalu=lalu.jumlah if lalu else None,
        jumlah_kini=kini.jumlah if kini else None,
        sumber=tuple(f"{s.tahun}: {s.sumber}" for s in (dulu, lalu, kini) if s),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSetahun:
    """Banyak desa per status pada satu tahun, untuk digambar."""

    tahun: int
    jumlah: dict[str, int]


def deret_status(status: Iterable[StatusTahun | None]) -> tuple[StatusSetahun, ...]:
    """Tahun yang tercatat saja, menurut urutan `status`."""
    tercatat = [satu for satu in status if satu]
    deret = []
    for satu in tercatat:
        jumlah = {kunci.value: n for kunci, n in satu.counts.items()}
        deret.append(StatusSetahun(tahun=satu.tahun, jumlah=jumlah))
    return tuple(deret)


def _count(data: StatusTahun | None, status: Status) -> int | None:
    return data.counts[status] if data else None


def _change(data: StatusTahun | None, before: StatusTahun | None, status: Status) -> int | None:
    if data is None or before is None:
        return None
    return data.counts[status] - before.counts[status]


def _pasangan(kabupaten: Kabupaten | None, tahun: int) -> QuerySet[Any]:
    """Baris `tahun` yang desanya juga tercatat setahun sebelumnya; `dari` status lamanya."""
    semua = IdmDesa.objects.all()
    if kabupaten is not None:
        semua = IdmDesa.objects.milik(kabupaten)
    rows = semua.filter(tahun=tahun, desa__idmdesa__tahun=tahun - 1)
    return rows.annotate(dari=F("desa__idmdesa__status"))


def banyak_pindah(kabupaten: Kabupaten | None, tahun: int) -> dict[Arah, int]:
    """Banyak desa tiap arah, dihitung basis data; kabupaten `None` berarti senegara."""
    rows = _pasangan(kabupaten, tahun).order_by().values("dari", "status")
    hasil = {}
    for row in rows.annotate(n=Count("pk")):
        hasil[row["dari"], row["status"]] = row["n"]
    return hasil


def pindah_tahunan(kabupaten: Kabupaten, tahun: Collection[int]) -> dict[int, dict[Arah, int]]:
    """Seperti `banyak_pindah` untuk banyak tahun, dengan satu kueri.

    Tahun tanpa pasangan tidak ada.
    """
    rows = IdmDesa.objects.milik(kabupaten).filter(
        tahun__in=tahun,
        desa__idmdesa__tahun=F("tahun") - 1,
    )
    rows = rows.annotate(dari=F("desa__idmdesa__status")).order_by()
    hasil: dict[int, dict[Arah, int]] = {}
    for row in rows.values("tahun", "dari", "status").annotate(n=Count("pk")):
        setahun = hasil.setdefault(row["tahun"], {})
        setahun[row["dari"], row["status"]] = row["n"]
    return hasil


def perpindahan(kabupaten: Kabupaten, tahun: int) -> dict[Arah, list[Any]]:
    """Desa tiap arah, hanya yang statusnya bergeser, urut kode."""
    rows = _pasangan(kabupaten, tahun).exclude(status=F("dari"))
    moves: dict[Arah, list[Any]] = {}
    for row in rows.select_related("desa__kecamatan").order_by("desa__kode"):
        moves.setdefault((row.dari, row.status), []).append(row.desa)
    return moves


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisMatriks:
    """Banyak desa dari satu status ke tiap status tahun ini."""

    dari: str
    sel: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matriks:
    """Matriks perpindahan status."""

    status: tuple[str, ...]
    baris: tuple[BarisMatriks, ...]


def matriks(pindah: Mapping[Arah, int]) -> Matriks | None:
    """Matriks dari banyak desa tiap perpindahan; `None` bila tidak diketahui per desa."""
    if not pindah:
        return None
    names = tuple(status.value for status in URUTAN)
    baris = [_baris_matriks(dari, names, pindah) for dari in names]
    return Matriks(status=names, baris=tuple(baris))


def _baris_matriks(dari: str, names: tuple[str, ...], pindah: Mapping[Arah, int]) -> BarisMatriks:
    sel = [pindah.get((dari, ke), 0) for ke in names]
    return BarisMatriks(dari=dari, sel=tuple(sel))


def desa_berstatus(kabupaten: Kabupaten, tahun: int, *status: Status) -> list[Any]:
    """Desa dengan salah satu `status` pada `tahun`, urut kode."""
    rows = IdmDesa.objects.filter(
        desa__kecamatan__kabupaten=kabupaten,
        tahun=tahun,
        status__in=[s.value for s in status],
    )
    rows = rows.select_related("desa__kecamatan").order_by("desa__kode")
    return [row.desa for row in rows]
