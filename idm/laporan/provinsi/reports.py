"""Status desa tiap kabupaten dan kota satu provinsi; hanya angka terbitan, satu kueri setahun."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from accounts.models import Kabupaten
from idm.indeks import INDEKS_DESA, indeks
from idm.laporan.dasar.reports import KepalaLaporan, kepala
from idm.laporan.gambaran.reports import Kelompok, Rata, SemuaKelompok, rata
from idm.reports.ukuran import UKURAN_IDM, UKURAN_INDEKS_DESA, Indeks
from villages.models import Desa

PerDaerah = dict[int, SemuaKelompok]  # tanpa menyebut kecamatannya


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiProvinsi:
    """Kabupaten dan kota berdampingan.

    `belum` yang tidak mencatat indeks tahun itu, `sebagian` yang baru sebagian desanya.
    """

    kepala: KepalaLaporan
    ukuran: Indeks
    baris: tuple[Rata, ...]
    belum: tuple[str, ...]
    sebagian: tuple[str, ...]
    provinsi: Rata | None


def dasbor_provinsi(provinsi: Kabupaten, tahun: int) -> IsiProvinsi:
    """Menurut indeks yang dipakai tahun itu; yang belum mencatatnya disebut, tidak dihitung nol."""
    ukuran = UKURAN_IDM
    if indeks(tahun) is INDEKS_DESA:
        ukuran = UKURAN_INDEKS_DESA
    binaan = list(Kabupaten.objects.binaan(provinsi).order_by("kode"))
    per_daerah = _per_daerah(binaan, tahun, ukuran)
    per_desa = _banyak_desa(binaan, tahun)
    baris = []
    belum = []
    sebagian = []
    semua: SemuaKelompok = []
    for satu in binaan:
        kelompok = per_daerah.get(satu.pk, [])
        semua += kelompok
        milik = rata(str(satu), kelompok, ukuran)
        if milik is None:
            belum.append(str(satu))
            continue
        baris.append(milik)
        ada = per_desa.get(satu.pk, 0)
        if milik.banyak < ada:
            sebagian.append(f"{satu} {milik.banyak} dari {ada} desa")
    return IsiProvinsi(
        kepala=kepala(provinsi, "Dasbor Desa", tahun),
        ukuran=ukuran,
        baris=tuple(baris),
        belum=tuple(belum),
        sebagian=tuple(sebagian),
        provinsi=rata(str(provinsi), semua, ukuran),
    )


def _per_daerah(binaan: list[Kabupaten], tahun: int, ukuran: Indeks) -> PerDaerah:
    """Desa tiap daerah binaan menurut statusnya."""
    nilai: dict[tuple[int, str], list[Decimal]] = defaultdict(list)
    sedaerah = ukuran.model.objects.filter(desa__kecamatan__kabupaten__in=binaan)
    rows = sedaerah.filter(tahun=tahun).order_by()
    kolom = ("desa__kecamatan__kabupaten", "status", ukuran.kolom)
    for daerah, status, angka in rows.values_list(*kolom):
        sekelompok = nilai[daerah, status]
        sekelompok.append(angka)
    hasil: PerDaerah = defaultdict(list)
    for (daerah, status), semua in nilai.items():
        milik = hasil[daerah]
        milik.append(Kelompok("", status, len(semua), sum(semua, Decimal(0))))
    return dict(hasil)


def _banyak_desa(binaan: list[Kabupaten], tahun: int) -> dict[int, int]:
    """Banyak desa tiap daerah binaan pada akhir tahun itu; tanpa kelurahannya."""
    desa = Desa.objects.filter(kecamatan__kabupaten__in=binaan).order_by().desa_on(tahun)
    return dict(desa.values_list("kecamatan__kabupaten").annotate(banyak=Count("pk")))
