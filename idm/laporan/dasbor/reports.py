"""Dasbor desa satu kabupaten atau satu kecamatannya: status, perpindahan, yang terlemah, peta,
kecamatan berdampingan, kerja sama dan lembaga. Banyak kueri tetap berapa pun desanya.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from accounts.models import Kabupaten
from idm.laporan.dasar.reports import KepalaLaporan, kepala
from idm.laporan.gambaran.reports import (
    ButirTerlemah,
    Rata,
    SemuaKelompok,
    SemuaPindah,
    per_kecamatan,
    per_kelompok,
    rata,
    susun_matriks,
    terlemah,
)
from idm.reports import StatusSetahun, TabelStatus, deret_status, tabel_status
from idm.reports.status import Arah, DesaPerArah, StatusTahun, status_tahunan
from idm.reports.ukuran import Indeks, indeks_tahun
from idm.scoring import Status
from villages import atribut
from villages.models import AnggotaKerjaSama, Desa, Kecamatan
from villages.reports import kerja_sama, peta
from villages.reports.lembaga import KOLOM, SEBUTAN, JumlahLembaga, TabelLembaga, kelembagaan
from villages.sources import banyak_pada, keadaan, nama_kecamatan

Dalam = frozenset[int]  # nomor desa yang ikut
PerTahun = Mapping[int, Mapping[int, str]]  # status tiap desa tiap tahun
PETA = {"IDM": "idm", "Indeks Desa": "indeks_desa"}


@dataclass(frozen=True)
class Lingkup:
    """Satu kecamatan pada keadaan wilayah tahunnya, atau seluruh kabupaten."""

    kabupaten: Kabupaten
    tahun: int
    kecamatan: Kecamatan | None

    @property
    def nomor(self) -> int | None:
        """Nomor kecamatannya."""
        if self.kecamatan is None:
            return None
        return int(self.kecamatan.pk)

    @cached_property
    def nama_kecamatan(self) -> Mapping[int, str]:
        """Semua kecamatan kabupatennya."""
        return nama_kecamatan(self.kabupaten, self.tahun)

    @cached_property
    def ukuran(self) -> Indeks:
        """Ukuran yang tercatat tahun itu."""
        return indeks_tahun(self.kabupaten, self.tahun)

    @cached_property
    def rows(self) -> QuerySet[Any]:
        """Baris ukurannya pada tahun itu, seluruh kabupaten."""
        semua = self.ukuran.model.objects.milik(self.kabupaten)
        return semua.filter(tahun=self.tahun).order_by()

    @property
    def nama(self) -> str:
        """Nama kecamatannya; kosong bila seluruh kabupaten."""
        if self.nomor is None:
            return ""
        return self.nama_kecamatan.get(self.nomor, str(self.kecamatan))

    @cached_property
    def dalam(self) -> Dalam:
        """Desa yang ikut."""
        return _dalam(self.kabupaten, self.tahun, self.nomor)

    def terpilih(self, kelompok: SemuaKelompok) -> SemuaKelompok:
        """Kelompok kecamatannya saja."""
        if self.nomor is None:
            return kelompok
        return [satu for satu in kelompok if satu.kecamatan == self.nama]


@dataclass(frozen=True, slots=True, kw_only=True)
class KerjaSamaSetahun:
    """Tiap jenis dan seluruhnya, berdampingan dengan tahun lalu; `None` bila tanpa baris."""

    jenis: tuple[kerja_sama.HitunganJenis, ...]
    kini: kerja_sama.Hitungan | None
    lalu: kerja_sama.Hitungan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LembagaSetahun:
    """Banyak tiap lembaga, dan nama kecamatan yang belum melapor lengkap."""

    baris: tuple[JumlahLembaga, ...]
    belum: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiDasborDesa:
    """Isi halaman, PDF dan XLSX dasbor desa.

    Kecamatan berdampingan selalu sekabupaten; selebihnya menurut kecamatan yang dipilih. `rinci`
    tahun yang statusnya diketahui per desa.
    """

    kepala: KepalaLaporan
    kecamatan_dipilih: Kecamatan | None
    nama_dipilih: str
    nomor_kecamatan: Mapping[str, int]
    tabel: TabelStatus
    deret: tuple[StatusSetahun, ...]
    rinci: frozenset[int]
    matriks: SemuaPindah
    ukuran: Indeks
    rata: Rata | None
    kecamatan: tuple[Rata, ...]
    kabupaten: Rata | None
    terlemah: tuple[ButirTerlemah, ...]
    peta: peta.IsiPeta
    kerja_sama: KerjaSamaSetahun
    lembaga: LembagaSetahun


def dasbor_desa(
    kabupaten: Kabupaten, tahun: int, kecamatan: Kecamatan | None = None
) -> IsiDasborDesa:
    """Menurut keadaan wilayah `tahun`; angkanya sama dengan gambaran, peta dan angka kerja sama."""
    lingkup = Lingkup(kabupaten, tahun, kecamatan)
    ukuran = lingkup.ukuran
    nama = lingkup.nama
    tiga_tahun = (tahun, tahun - 1, tahun - 2)
    per_tahun = _per_tahun(lingkup, tiga_tahun)
    tercatat = _status(lingkup, tiga_tahun, per_tahun)
    status = [tercatat.get(satu) for satu in tiga_tahun]
    kelompok = per_kelompok(lingkup.rows, keadaan(kabupaten, tahun), ukuran)
    return IsiDasborDesa(
        kepala=kepala(kabupaten, "Dasbor Desa", tahun),
        kecamatan_dipilih=kecamatan,
        nama_dipilih=nama,
        nomor_kecamatan=_menurut_nama(lingkup.nama_kecamatan),
        tabel=tabel_status(tahun, *status),
        deret=deret_status(reversed(status)),
        rinci=frozenset(per_tahun),
        matriks=_matriks(per_tahun, tahun),
        ukuran=ukuran,
        rata=rata(nama or str(kabupaten), lingkup.terpilih(kelompok), ukuran),
        kecamatan=per_kecamatan(kelompok, ukuran),
        kabupaten=rata(str(kabupaten), kelompok, ukuran),
        terlemah=terlemah(_rows_terpilih(lingkup), ukuran),
        peta=peta.isi(kabupaten, tahun, atribut.cari(PETA[ukuran.nama]), lingkup.nomor),
        kerja_sama=_kerja_sama(lingkup),
        lembaga=_lembaga(kelembagaan(kabupaten, tahun), nama),
    )


def _menurut_nama(nama: Mapping[int, str]) -> dict[str, int]:
    """Nomor tiap kecamatan menurut namanya."""
    hasil = {}
    for nomor, satu in nama.items():
        hasil[satu] = nomor
    return hasil


def _rows_terpilih(lingkup: Lingkup) -> QuerySet[Any]:
    """Baris kecamatannya saja, bila dipilih."""
    if lingkup.nomor is None:
        return lingkup.rows
    return lingkup.rows.filter(desa__in=lingkup.dalam)


def _dalam(kabupaten: Kabupaten, tahun: int, kecamatan: int | None) -> Dalam:
    """Desa kabupaten itu, atau desa satu kecamatannya pada `tahun`."""
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    letak = desa.values_list("pk", "kecamatan_saat")
    return frozenset(pk for pk, satu in letak if kecamatan in (None, satu))


def _per_tahun(lingkup: Lingkup, tahun: Collection[int]) -> PerTahun:
    """Status desa yang ikut, tiap tahun yang tercatat."""
    hasil: dict[int, dict[int, str]] = {}
    dalam = lingkup.dalam
    rows = lingkup.ukuran.model.objects.milik(lingkup.kabupaten)
    rows = rows.filter(tahun__in=tahun).order_by()
    for satu, desa, status in rows.values_list("tahun", "desa", "status"):
        if desa in dalam:
            setahun = hasil.setdefault(satu, {})
            setahun[desa] = status
    return hasil


def _status(
    lingkup: Lingkup, tahun: Collection[int], per_tahun: PerTahun
) -> dict[int, StatusTahun]:
    """Seluruh kabupaten juga dari rekap; satu kecamatan hanya dari baris desanya."""
    if lingkup.nomor is None:
        return status_tahunan(lingkup.kabupaten, tahun, lingkup.ukuran.model)
    desa = Desa.objects.filter(pk__in=lingkup.dalam)
    semua = banyak_pada(desa, per_tahun)
    hasil = {}
    for satu, status in per_tahun.items():
        banyak = Counter(status.values())
        sebutan = f"{lingkup.ukuran.nama} {len(status)} desa Kecamatan {lingkup.nama}"
        hasil[satu] = StatusTahun(
            tahun=satu,
            counts={nama: banyak[nama.value] for nama in Status},
            sumber=f"{sebutan} tahun {satu}, baris per desa",
            is_rinci=True,
            semua=semua.get(satu, 0),
        )
    return hasil


def _matriks(per_tahun: PerTahun, tahun: int) -> SemuaPindah:
    """Perpindahan dari tahun lalu; kosong bila salah satu tahunnya tidak diketahui."""
    kini = per_tahun.get(tahun, {})
    lalu = per_tahun.get(tahun - 1, {})
    banyak: Counter[Arah] = Counter()
    bergeser: dict[int, Arah] = {}
    for desa, status in kini.items():
        if desa not in lalu:
            continue
        arah = (lalu[desa], status)
        banyak[arah] += 1
        if status != lalu[desa]:
            bergeser[desa] = arah
    pindah: DesaPerArah = {}
    saat = Desa.objects.filter(pk__in=bergeser).saat(tahun).select_related("kecamatan__kabupaten")
    for satu in saat.order_by("kode_saat"):
        searah = pindah.setdefault(bergeser[satu.pk], [])
        searah.append(satu)
    return susun_matriks(banyak, pindah)


def _kerja_sama(lingkup: Lingkup) -> KerjaSamaSetahun:
    tahun = lingkup.tahun
    kini = _anggota(lingkup, tahun)
    lalu = _anggota(lingkup, tahun - 1)
    return KerjaSamaSetahun(
        jenis=kerja_sama.per_jenis(kini) if kini else (),
        kini=kerja_sama.hitung(kini) if kini else None,
        lalu=kerja_sama.hitung(lalu) if lalu else None,
    )


def _anggota(lingkup: Lingkup, tahun: int) -> list[AnggotaKerjaSama]:
    """Baris formulir kerja sama kecamatannya."""
    semua = kerja_sama.anggota(lingkup.kabupaten, tahun)
    if lingkup.nomor is None:
        return semua
    milik = []
    for row in semua:
        if row.kerja_sama.kecamatan_id == lingkup.nomor:
            milik.append(row)
    return milik


def _lembaga(tabel: TabelLembaga, kecamatan: str) -> LembagaSetahun:
    """Sekabupaten, atau satu kecamatan menurut namanya."""
    if not kecamatan:
        return LembagaSetahun(baris=tabel.lembaga, belum=tabel.belum)
    isi = _satu_kecamatan(tabel, kecamatan)
    baris = [JumlahLembaga(nama=nama, jumlah=isi.get(kolom)) for kolom, nama in SEBUTAN]
    belum = [nama for nama in tabel.belum if nama == kecamatan]
    return LembagaSetahun(baris=tuple(baris), belum=tuple(belum))


def _satu_kecamatan(tabel: TabelLembaga, kecamatan: str) -> dict[str, int | None]:
    """Laporan satu kecamatan menurut nama kolomnya."""
    for satu in tabel.baris:
        if satu.kecamatan == kecamatan.upper():
            return dict(zip(KOLOM, satu.isi, strict=True))
    return {}
