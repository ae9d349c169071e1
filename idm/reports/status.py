"""Status desa satu kabupaten: hitungan per tahun, perubahan, perpindahan desa.

IDM bila modelnya tidak disebut; IDM dan Indeks Desa tidak pernah dipasangkan.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Count, F, QuerySet

from accounts.models import Kabupaten
from documents.beda import TURUNAN
from idm.indeks import BERGANTI, IDM, INDEKS_DESA
from idm.models import IdmDesa, IndeksDesa, RekapStatus
from idm.scoring import Status
from villages.models import Desa
from villages.sources import DesaSaat, banyak_pada, menurut_tahun

Nama = tuple[str, ...]
Banyak = int | None  # `None` bila tahunnya tidak diketahui
SEBUTAN = {IdmDesa: IDM.singkatan, IndeksDesa: INDEKS_DESA.nama}
URUTAN = list(Status)  # dari Mandiri ke Sangat Tertinggal
Hitungan = dict[Status, int]  # banyak desa tiap status
Arah = tuple[str, str]  # status tahun lalu, status tahun ini
BanyakPerArah = Mapping[Arah, int]
DesaPerArah = dict[Arah, list[DesaSaat]]
Pindah = dict[Arah, int]  # banyak desa tiap arah
PerTahun = dict[int, Pindah]


@dataclass(frozen=True)
class StatusTahun:
    """Banyak desa per status.

    `is_rinci` bila dihitung dari baris desa, bukan dari rekap tercetak; `semua` banyak desa pada
    akhir tahunnya, nol bila tidak ditanyakan.
    """

    tahun: int
    counts: Hitungan
    sumber: str
    is_rinci: bool
    semua: int = 0

    @property
    def jumlah(self) -> int:
        """Semua desa yang berstatus."""
        return sum(self.counts.values())

    @property
    def is_sebagian(self) -> bool:
        """Ada desa tahun itu yang statusnya belum diketahui, jadi tidak terhitung."""
        return self.is_rinci and self.jumlah < self.semua

    @property
    def asal(self) -> str:
        """Tahun dan sumbernya, dan berapa desa yang statusnya diketahui bila tidak semuanya."""
        sebutan = f"{self.tahun}: {self.sumber}"
        if self.is_sebagian:
            return f"{sebutan}; baru {self.jumlah} dari {self.semua} desa yang berstatus"
        return sebutan


Diketahui = StatusTahun | None  # `None` bila tahun itu tanpa data
Tahunan = Mapping[int, StatusTahun]


def status_tahun(kabupaten: Kabupaten, tahun: int, model: Any = IdmDesa) -> Diketahui:
    """Hitungan dari baris desa bila lengkap, selain itu dari rekap tercetak.

    `None` bila keduanya kosong.
    """
    return status_tahunan(kabupaten, (tahun,), model).get(tahun)


def status_tahunan(
    kabupaten: Kabupaten, tahun: Collection[int], model: Any = IdmDesa
) -> dict[int, StatusTahun]:
    """Seperti `status_tahun` untuk banyak tahun, dengan dua kueri; tahun tanpa data tidak ada.

    `model` `IdmDesa` atau `IndeksDesa`; rekap tahun Indeks Desa hanya bagi Indeks Desa.
    """
    hasil = {}
    rekapan = RekapStatus.objects.filter(kabupaten=kabupaten, tahun__in=tahun)
    if model is IndeksDesa:
        rekapan = rekapan.filter(tahun__gte=BERGANTI)
    for rekap in rekapan:
        hasil[rekap.tahun] = StatusTahun(
            tahun=rekap.tahun,
            counts=rekap.counts(),
            sumber=rekap.sumber,
            is_rinci=False,
        )
    rows = model.objects.milik(kabupaten).filter(tahun__in=tahun)
    return gabung(hasil, status_baris(kabupaten, rows))


def gabung(rekap: Tahunan, baris: Tahunan) -> dict[int, StatusTahun]:
    """Baris desa menggantikan rekap tahunnya bila semua desanya ada; selain itu rekapnya berdiri.

    Tahun tanpa rekap memakai barisnya, juga yang baru sebagian.
    """
    hasil = dict(rekap)
    for satu, status in baris.items():
        if satu in rekap and status.is_sebagian:
            catatan = f"baris per desa baru {status.jumlah} dari {status.semua} desa"
            hasil[satu] = replace(rekap[satu], sumber=f"{rekap[satu].sumber}; {catatan}")
        else:
            hasil[satu] = status
    return hasil


def status_baris(kabupaten: Kabupaten, rows: Any) -> dict[int, StatusTahun]:
    """Hitungan tiap tahun dari baris desanya, `rows` IDM atau Indeks Desa satu kabupaten."""
    per_tahun = rows.counts_per_tahun()
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
    semua = banyak_pada(desa, per_tahun)
    hasil = {}
    for satu, counts in per_tahun.items():
        banyak = sum(counts.values())
        hasil[satu] = StatusTahun(
            tahun=satu,
            counts=counts,
            sumber=f"{SEBUTAN[rows.model]} {banyak} desa tahun {satu}, baris per desa",
            is_rinci=True,
            semua=semua.get(satu, 0),
        )
    return hasil


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisStatus:
    """Banyak desa satu status pada dua tahun; yang tidak dapat dihitung `None`."""

    status: str
    lalu: Banyak
    perubahan_lalu: Banyak
    kini: Banyak
    perubahan_kini: Banyak


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelStatus:
    """Tahun lalu dan tahun ini, masing-masing dengan perubahan dari tahun sebelumnya.

    Barisnya dari Mandiri ke bawah.
    """

    tahun: int
    baris: tuple[BarisStatus, ...]
    jumlah_lalu: Banyak
    jumlah_kini: Banyak
    sumber: Nama = field(metadata=TURUNAN)


def tabel_status(
    tahun: int,
    kini: Diketahui,
    lalu: Diketahui,
    dulu: Diketahui,
) -> TabelStatus:
    """Tabel status dari hitungan tiga tahun."""
    baris = []
    for status in URUTAN:
        satu = BarisStatus(
            status=status.value,
            lalu=_count(lalu, status),
            perubahan_lalu=_change(lalu, dulu, status),
            kini=_count(kini, status),
            perubahan_kini=_change(kini, lalu, status),
        )
        baris.append(satu)
    sumber = []
    for setahun in (dulu, lalu, kini):
        if setahun:
            sumber.append(setahun.asal)
    return TabelStatus(
        tahun=tahun,
        baris=tuple(baris),
        jumlah_lalu=lalu.jumlah if lalu else None,
        jumlah_kini=kini.jumlah if kini else None,
        sumber=tuple(sumber),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSetahun:
    """Banyak desa per status pada satu tahun, untuk digambar."""

    tahun: int
    jumlah: dict[str, int]


def deret_status(status: Iterable[Diketahui]) -> tuple[StatusSetahun, ...]:
    """Tahun yang tercatat saja, menurut urutan `status`."""
    deret = []
    for satu in status:
        if satu is None:
            continue
        jumlah = {}
        for kunci, banyak in satu.counts.items():
            jumlah[kunci.value] = banyak
        setahun = StatusSetahun(tahun=satu.tahun, jumlah=jumlah)
        deret.append(setahun)
    return tuple(deret)


def _count(data: Diketahui, status: Status) -> Banyak:
    """`None` bila tahunnya tidak tercatat."""
    if data:
        return data.counts[status]
    return None


def _change(data: Diketahui, before: Diketahui, status: Status) -> Banyak:
    """`None` bila salah satu tahunnya tidak tercatat."""
    if data is None:
        return None
    if before is None:
        return None
    kini = data.counts[status]
    lalu = before.counts[status]
    return kini - lalu


def _pasangan(kabupaten: Kabupaten | None, tahun: int, model: Any = IdmDesa) -> QuerySet[Any]:
    """Baris `tahun` yang desanya juga tercatat setahun sebelumnya pada ukuran yang sama.

    `dari` status lamanya.
    """
    semua = model.objects.all()
    if kabupaten is not None:
        semua = model.objects.milik(kabupaten)
    relasi = f"desa__{model._meta.model_name}"
    lalu = {f"{relasi}__tahun": tahun - 1}
    rows = semua.filter(tahun=tahun, **lalu)
    status_lalu = F(f"{relasi}__status")
    return rows.annotate(dari=status_lalu)


def banyak_pindah(kabupaten: Kabupaten | None, tahun: int, model: Any = IdmDesa) -> Pindah:
    """Banyak desa tiap arah, dihitung basis data; kabupaten `None` berarti senegara."""
    rows = _pasangan(kabupaten, tahun, model).order_by()
    kelompok = rows.values("dari", "status")
    per_arah = kelompok.annotate(n=Count("*"))
    hasil = {}
    for row in per_arah:
        arah = (row["dari"], row["status"])
        hasil[arah] = row["n"]
    return hasil


def pindah_tahunan(kabupaten: Kabupaten, tahun: Collection[int], model: Any = IdmDesa) -> PerTahun:
    """Seperti `banyak_pindah` untuk banyak tahun, dengan satu kueri.

    Tahun tanpa pasangan tidak ada.
    """
    relasi = f"desa__{model._meta.model_name}"
    setahun_lalu = {f"{relasi}__tahun": F("tahun") - 1}
    rows = model.objects.milik(kabupaten).filter(tahun__in=tahun, **setahun_lalu)
    status_lalu = F(f"{relasi}__status")
    rows = rows.annotate(dari=status_lalu).order_by()
    hasil: PerTahun = {}
    kelompok = rows.values("tahun", "dari", "status")
    per_arah = kelompok.annotate(n=Count("*"))
    for row in per_arah:
        setahun = hasil.setdefault(row["tahun"], {})
        arah = (row["dari"], row["status"])
        setahun[arah] = row["n"]
    return hasil


def perpindahan(kabupaten: Kabupaten, tahun: int, model: Any = IdmDesa) -> DesaPerArah:
    """Desa tiap arah, hanya yang statusnya bergeser, urut kode."""
    rows = _pasangan(kabupaten, tahun, model).exclude(status=F("dari"))
    moves: DesaPerArah = {}
    for row in menurut_tahun(rows, tahun):
        arah = (row.dari, row.status)
        searah = moves.setdefault(arah, [])
        searah.append(row.desa)
    return moves


def desa_berstatus(
    kabupaten: Kabupaten, tahun: int, *status: Status, model: Any = IdmDesa
) -> list[Any]:
    """Desa dengan salah satu `status` pada `tahun`, urut kode."""
    dicari = [satu.value for satu in status]
    rows = model.objects.filter(
        desa__kecamatan__kabupaten=kabupaten,
        tahun=tahun,
        status__in=dicari,
    )
    return [row.desa for row in menurut_tahun(rows, tahun)]
