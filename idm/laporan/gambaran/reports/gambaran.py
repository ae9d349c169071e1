"""Gambaran IDM atau Indeks Desa satu kabupaten satu tahun.

Status, perpindahan, rata-rata kecamatan, sebaran dan indikator terlemah. Banyak kueri tetap
berapa pun desanya; semua rata-rata `Decimal`, dibulatkan sekali.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from accounts.models import Kabupaten
from core.angka import bulatkan
from core.grafik.desa import PetakKecamatan
from idm.laporan.dasar.reports import KepalaLaporan, kepala
from idm.laporan.gambaran.reports.perpindahan import SemuaPindah, matriks_desa
from idm.laporan.gambaran.reports.rata import Rata, Rows, per_kecamatan, per_kelompok, rata
from idm.laporan.peringkat.reports import PeringkatSetahun, peringkat, petak
from idm.models import IndikatorIdm, Instrumen
from idm.reports import (
    StatusSetahun,
    TabelStatus,
    deret_status,
    status_tahunan,
    tabel_status,
)
from idm.reports.jalan import rubrik
from idm.reports.ukuran import Indeks
from idm.scoring import AMBANG, SKOR_TERTINGGI, Ambang
from villages.sources import keadaan

TERLEMAH = 10  # banyak indikator yang ditampilkan


@dataclass(frozen=True, slots=True, kw_only=True)
class SelangDesa:
    """Banyak desa pada satu selang nilai; `ambang` status yang dimulai di dalamnya."""

    dari: Decimal
    sampai: Decimal
    banyak: int
    ambang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirTerlemah:
    """Rata-rata skor satu indikator, persennya dari skor tertinggi, dan banyak desa tiap skor."""

    indikator: IndikatorIdm
    rata: Decimal
    persen: Decimal
    sebaran: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiGambaran:
    """Isi halaman, PDF dan XLSX gambaran; bagian yang datanya tidak ada kosong."""

    kepala: KepalaLaporan
    ukuran: Indeks
    tabel: TabelStatus
    deret: tuple[StatusSetahun, ...]
    matriks: SemuaPindah
    kecamatan: tuple[Rata, ...]
    kabupaten: Rata | None
    sebaran: tuple[SelangDesa, ...]
    terlemah: tuple[ButirTerlemah, ...]
    peringkat: PeringkatSetahun
    petak: tuple[PetakKecamatan, ...]


def gambaran(kabupaten: Kabupaten, tahun: int) -> IsiGambaran:
    """Gambaran dengan peringkat semua desa dan peta petaknya."""
    urut = peringkat(kabupaten, tahun)
    ukuran = urut.ukuran
    rows = ukuran.model.objects.milik(kabupaten).filter(tahun=tahun).order_by()
    tiga_tahun = (tahun, tahun - 1, tahun - 2)
    tercatat = status_tahunan(kabupaten, tiga_tahun, ukuran.model)
    status = [tercatat.get(satu) for satu in tiga_tahun]
    kelompok = per_kelompok(rows, keadaan(kabupaten, tahun), ukuran)
    return IsiGambaran(
        kepala=kepala(kabupaten, f"Gambaran {ukuran.panjang}", tahun),
        ukuran=ukuran,
        tabel=tabel_status(tahun, *status),
        deret=deret_status(reversed(status)),
        matriks=matriks_desa(kabupaten, tahun, ukuran),
        kecamatan=per_kecamatan(kelompok, ukuran),
        kabupaten=rata(str(kabupaten), kelompok, ukuran),
        sebaran=sebaran(rows, ukuran),
        terlemah=terlemah(rows, ukuran),
        peringkat=urut,
        petak=petak(kabupaten, tahun, urut.baris) if urut.baris else (),
    )


def sebaran(rows: Rows, ukuran: Indeks) -> tuple[SelangDesa, ...]:
    """Banyak desa per selang ukurannya; tiap selang memuat tepi bawahnya.

    Basis data menghitung per nilai.
    """
    lebar = ukuran.selang
    hitung: Counter[int] = Counter()
    for nilai, banyak in rows.values_list(ukuran.kolom).annotate(Count("pk")):
        hitung[int(nilai / lebar)] += banyak
    if not hitung:
        return ()
    ambang = _ambang(rows, ukuran)
    selang = range(min(hitung), max(hitung) + 1)
    hasil = []
    for letak in selang:
        selang_desa = SelangDesa(
            dari=letak * lebar,
            sampai=(letak + 1) * lebar,
            banyak=hitung[letak],
            ambang=ambang.get(letak, ""),
        )
        hasil.append(selang_desa)
    return tuple(hasil)


def _ambang(rows: Rows, ukuran: Indeks) -> dict[int, str]:
    """Status yang dimulai di dalam tiap selang, menurut instrumen terbanyak."""
    batas_semua: Ambang = AMBANG
    if ukuran.is_poin:
        instrumen = _terbanyak(rows)
        if instrumen:
            batas_semua = instrumen.ambang()
    hasil = {}
    for batas, status in batas_semua:
        selang = int(batas / ukuran.selang)
        hasil[selang] = status.value
    return hasil


def _terbanyak(rows: Rows) -> Instrumen | None:
    """Instrumen yang dipakai desa terbanyak; `None` tanpa desa."""
    per_instrumen = rows.values_list("instrumen").annotate(n=Count("pk"))
    terbanyak = per_instrumen.order_by("-n", "instrumen").first()
    if terbanyak is None:
        return None
    nomor, _ = terbanyak
    return Instrumen.objects.get(pk=nomor)


def terlemah(rows: Rows, ukuran: Indeks) -> tuple[ButirTerlemah, ...]:
    """Indikator atau aspek dengan rata-rata skor terendah."""
    return dari_terlemah(rows, ukuran)[:TERLEMAH]


def dari_terlemah(rows: Rows, ukuran: Indeks) -> tuple[ButirTerlemah, ...]:
    """Semua indikator atau aspek, yang rata-rata skornya terendah di depan.

    Atas desa yang skornya diketahui pada instrumen terbanyak.
    """
    berskor = rows.exclude(**{ukuran.deret: ""})
    instrumen = _terbanyak(berskor)
    if instrumen is None:
        return ()
    sama = berskor.filter(instrumen=instrumen)
    deret = sama.values_list(ukuran.deret, flat=True)
    per_posisi = zip(*deret, strict=False)
    pasangan = zip(rubrik(instrumen), per_posisi, strict=False)
    hasil = []
    for indikator, aksara in pasangan:
        banyak = Counter(aksara)
        hasil.append(_skor_indikator(indikator, banyak))
    hasil.sort(key=lambda satu: (satu.rata, satu.indikator.posisi))
    return tuple(hasil)


def _skor_indikator(indikator: IndikatorIdm, banyak: Counter[str]) -> ButirTerlemah:
    """Rata-rata skor satu indikator, dan banyak desa pada tiap skornya."""
    jumlah = 0
    for skor, banyak_desa in banyak.items():
        jumlah += int(skor) * banyak_desa
    rata_persis = Decimal(jumlah) / banyak.total()
    rata_skor = bulatkan(rata_persis, 2)
    dari_tertinggi = range(SKOR_TERTINGGI, -1, -1)
    return ButirTerlemah(
        indikator=indikator,
        rata=rata_skor,
        persen=rata_skor / SKOR_TERTINGGI * 100,
        sebaran=tuple((skor, banyak[str(skor)]) for skor in dari_tertinggi),
    )
