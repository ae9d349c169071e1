"""Status IDM satu kabupaten: hitungan per tahun, perubahan, perpindahan desa."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet

from accounts.models import Kabupaten
from idm.models import IdmDesa, RekapStatus
from idm.scoring import Status

URUTAN = list(Status)  # dari Mandiri ke Sangat Tertinggal


@dataclass(frozen=True)
class StatusTahun:
    """Banyak desa per status; `is_rinci` bila dihitung dari baris desa, bukan dari rekap tercetak."""

    tahun: int
    counts: dict[Status, int]
    sumber: str
    is_rinci: bool

    @property
    def jumlah(self) -> int:
        return sum(self.counts.values())


def status_tahun(kabupaten: Kabupaten, tahun: int) -> StatusTahun | None:
    """Hitungan dari baris desa bila ada, selain itu dari rekap tercetak; `None` bila keduanya kosong."""
    return status_tahunan(kabupaten, (tahun,)).get(tahun)


def status_tahunan(kabupaten: Kabupaten, tahun: Collection[int]) -> dict[int, StatusTahun]:
    """Seperti `status_tahun` untuk banyak tahun, dengan dua kueri; tahun tanpa data tidak ada."""
    rekap = RekapStatus.objects.filter(kabupaten=kabupaten, tahun__in=tahun)
    hasil = {r.tahun: StatusTahun(r.tahun, r.counts(), r.sumber, False) for r in rekap}
    for t, counts in (
        IdmDesa.objects.milik(kabupaten).filter(tahun__in=tahun).counts_per_tahun().items()
    ):
        sumber = f"IDM {sum(counts.values())} desa tahun {t}, baris per desa"
        hasil[t] = StatusTahun(t, counts, sumber, True)
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
    """Tahun lalu dan tahun ini, masing-masing dengan perubahan dari tahun sebelumnya; dari Mandiri ke bawah."""

    tahun: int
    baris: tuple[BarisStatus, ...]
    jumlah_lalu: int | None
    jumlah_kini: int | None
    sumber: tuple[str, ...]


def tabel_status(
    tahun: int, kini: StatusTahun | None, lalu: StatusTahun | None, dulu: StatusTahun | None
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
    return tuple(
        StatusSetahun(tahun=s.tahun, jumlah={k.value: n for k, n in s.counts.items()})
        for s in status
        if s
    )


def _count(data: StatusTahun | None, status: Status) -> int | None:
    return data.counts[status] if data else None


def _change(data: StatusTahun | None, before: StatusTahun | None, status: Status) -> int | None:
    return data.counts[status] - before.counts[status] if data and before else None


def _pasangan(kabupaten: Kabupaten | None, tahun: int) -> QuerySet[Any]:
    """Baris `tahun` yang desanya juga tercatat setahun sebelumnya, dengan status lamanya sebagai `dari`."""
    semua = IdmDesa.objects.all() if kabupaten is None else IdmDesa.objects.milik(kabupaten)
    rows = semua.filter(tahun=tahun, desa__idmdesa__tahun=tahun - 1)
    return rows.annotate(dari=F("desa__idmdesa__status"))


def banyak_pindah(kabupaten: Kabupaten | None, tahun: int) -> dict[tuple[str, str], int]:
    """`{(status tahun lalu, status tahun ini): banyak desa}`, dihitung basis data; `None` berarti senegara."""
    rows = _pasangan(kabupaten, tahun).order_by().values("dari", "status").annotate(n=Count("pk"))
    return {(row["dari"], row["status"]): row["n"] for row in rows}


def pindah_tahunan(
    kabupaten: Kabupaten, tahun: Collection[int]
) -> dict[int, dict[tuple[str, str], int]]:
    """Seperti `banyak_pindah` untuk banyak tahun, dengan satu kueri; tahun tanpa pasangan tidak ada."""
    rows = IdmDesa.objects.milik(kabupaten).filter(
        tahun__in=tahun, desa__idmdesa__tahun=F("tahun") - 1
    )
    rows = rows.annotate(dari=F("desa__idmdesa__status")).order_by()
    hasil: dict[int, dict[tuple[str, str], int]] = {}
    for row in rows.values("tahun", "dari", "status").annotate(n=Count("pk")):
        hasil.setdefault(row["tahun"], {})[row["dari"], row["status"]] = row["n"]
    return hasil


def perpindahan(kabupaten: Kabupaten, tahun: int) -> dict[tuple[str, str], list[Any]]:
    """`{(status tahun lalu, status tahun ini): [desa, …]}` hanya desa yang statusnya bergeser, urut kode."""
    rows = _pasangan(kabupaten, tahun).exclude(status=F("dari")).select_related("desa__kecamatan")
    moves: dict[tuple[str, str], list[Any]] = {}
    for row in rows.order_by("desa__kode"):
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


def matriks(pindah: Mapping[tuple[str, str], int]) -> Matriks | None:
    """Matriks dari banyak desa tiap perpindahan; `None` bila tidak diketahui per desa."""
    if not pindah:
        return None
    names = tuple(status.value for status in URUTAN)
    return Matriks(status=names, baris=tuple(_baris_matriks(dari, names, pindah) for dari in names))


def _baris_matriks(
    dari: str, names: tuple[str, ...], pindah: Mapping[tuple[str, str], int]
) -> BarisMatriks:
    return BarisMatriks(dari=dari, sel=tuple(pindah.get((dari, ke), 0) for ke in names))


def desa_berstatus(kabupaten: Kabupaten, tahun: int, *status: Status) -> list[Any]:
    """Desa dengan salah satu `status` pada `tahun`, urut kode."""
    rows = IdmDesa.objects.filter(
        desa__kecamatan__kabupaten=kabupaten, tahun=tahun, status__in=[s.value for s in status]
    )
    return [row.desa for row in rows.select_related("desa__kecamatan").order_by("desa__kode")]
