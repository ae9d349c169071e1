"""Angka kerja sama antar desa satu tahun: baris, desa berlainan, aktif, selisih, yang ganda."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Prefetch

from accounts.models import Kabupaten
from villages.models import AnggotaKerjaSama, Desa, Kecamatan, KerjaSama
from villages.sources import sama

PerKelompok = dict[Any, list[AnggotaKerjaSama]]
Anggota = tuple[AnggotaKerjaSama, ...]
SemuaAnggota = Iterable[AnggotaKerjaSama]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hitungan:
    """Banyak baris, desa berlainan, baris aktif dan tidak aktif, dan desa berlainan yang aktif."""

    baris: int
    desa: int
    aktif: int
    desa_aktif: int
    tidak_aktif: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelompok:
    """Satu kerja sama menurut urutan formulir, dengan anggotanya."""

    kerja_sama: KerjaSama
    anggota: Anggota
    hitungan: Hitungan


@dataclass(frozen=True, slots=True, kw_only=True)
class HitunganJenis:
    """Hitungan satu jenis kerja sama."""

    jenis: str
    hitungan: Hitungan


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaKerjaSama:
    """Isi halaman angka kerja sama; `lalu` dan selisih `None` bila tahun lalu tanpa baris."""

    tahun: int
    kini: Hitungan
    lalu: Hitungan | None
    selisih: Hitungan | None
    datang: Anggota
    pergi: Anggota
    kelompok: tuple[Kelompok, ...]
    jenis: tuple[HitunganJenis, ...]
    ganda: tuple[Anggota, ...]
    lintas: Anggota
    belum_cocok: Anggota


def anggota(kabupaten: Kabupaten, tahun: int) -> list[AnggotaKerjaSama]:
    """Baris formulir menurut urutannya, dengan desa dan kecamatannya menurut tahunnya."""
    rows = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    desa = Desa.objects.saat(tahun).select_related("kecamatan")
    kecamatan = Kecamatan.objects.saat(tahun)
    rows = rows.select_related("kerja_sama").prefetch_related(
        Prefetch("desa", desa),
        Prefetch("kerja_sama__kecamatan", kecamatan),
    )
    urut = sorted(rows, key=_urutan)
    return sorted(urut, key=lambda a: a.kerja_sama.jenis, reverse=True)


def _urutan(a: AnggotaKerjaSama) -> tuple[int, str, int]:
    """Dalam satu jenis: urutan kerja samanya, lalu kode kecamatannya pada tahun itu."""
    kerja_sama = a.kerja_sama
    kecamatan: Any = kerja_sama.kecamatan
    return kerja_sama.urutan, kecamatan.kode_saat, a.urutan


def hitung(rows: SemuaAnggota) -> Hitungan:
    """Hitungan atas baris formulir."""
    semua = list(rows)
    aktif = [a for a in semua if a.is_aktif]
    return Hitungan(
        baris=len(semua),
        desa=_berlainan(semua),
        aktif=len(aktif),
        desa_aktif=_berlainan(aktif),
        tidak_aktif=len(semua) - len(aktif),
    )


def _berlainan(rows: SemuaAnggota) -> int:
    """Desa yang sama pada beberapa daftar dihitung sekali."""
    return len(set(map(sama, rows)))


def selisih(kini: Hitungan, lalu: Hitungan) -> Hitungan:
    """Tiap hitungan dikurangi hitungan tahun lalu."""
    beda = {}
    for field in fields(Hitungan):
        beda[field.name] = getattr(kini, field.name) - getattr(lalu, field.name)
    return Hitungan(**beda)


def angka(kabupaten: Kabupaten, tahun: int) -> AngkaKerjaSama:
    """Angka satu tahun berdampingan dengan tahun lalu."""
    kini = anggota(kabupaten, tahun)
    lalu = anggota(kabupaten, tahun - 1)
    hitungan = hitung(kini)
    dahulu = None
    if lalu:
        dahulu = hitung(lalu)
    return AngkaKerjaSama(
        tahun=tahun,
        kini=hitungan,
        lalu=dahulu,
        selisih=selisih(hitungan, dahulu) if dahulu else None,
        datang=_selain(kini, lalu) if lalu else (),
        pergi=_selain(lalu, kini),
        kelompok=kelompok(kini),
        jenis=per_jenis(kini),
        ganda=ganda(kini),
        lintas=_lintas(kini, kabupaten, tahun),
        belum_cocok=tuple(a for a in kini if a.desa_id is None),
    )


def _selain(rows: SemuaAnggota, lain: SemuaAnggota) -> Anggota:
    """Desa pada `rows` yang tidak ada pada `lain`, satu baris tiap desa."""
    per_desa = {sama(a): a for a in rows}
    dikenal = set(map(sama, lain))
    return tuple(a for desa, a in per_desa.items() if desa not in dikenal)


def _lintas(rows: SemuaAnggota, kabupaten: Kabupaten, tahun: int) -> Anggota:
    """Yang ditulis pada kecamatan lain dari kecamatannya pada tahun itu."""
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    letak = dict(desa.values_list("pk", "kecamatan_saat"))
    cocok = [a for a in rows if a.desa_id is not None]
    return tuple(a for a in cocok if letak[a.desa_id] != a.kerja_sama.kecamatan_id)


def per_jenis(rows: SemuaAnggota) -> tuple[HitunganJenis, ...]:
    """Hitungan tiap jenis kerja sama, menurut urutan formulir."""
    per = _kumpulkan(rows, lambda a: a.kerja_sama.jenis)
    semua = KerjaSama.JenisKerjaSama.choices
    return tuple(
        HitunganJenis(jenis=str(label), hitungan=hitung(per[nilai])) for nilai, label in semua
    )


def kelompok(rows: SemuaAnggota) -> tuple[Kelompok, ...]:
    """Satu kelompok per kerja sama menurut urutan formulir."""
    per = _kumpulkan(rows, lambda a: a.kerja_sama_id)
    return tuple(map(_kelompok, per.values()))


def _kelompok(rows: Sequence[AnggotaKerjaSama]) -> Kelompok:
    kerja_sama = rows[0].kerja_sama
    return Kelompok(
        kerja_sama=kerja_sama,
        anggota=tuple(rows),
        hitungan=hitung(rows),
    )


def ganda(rows: SemuaAnggota) -> tuple[Anggota, ...]:
    """Desa yang ada pada lebih dari satu daftar, tiap desa dengan baris-barisnya."""
    per = _kumpulkan(rows, sama)
    hasil = []
    for satu in per.values():
        if len(satu) > 1:
            hasil.append(tuple(satu))
    return tuple(hasil)


def _kumpulkan(
    rows: SemuaAnggota,
    kunci: Callable[[AnggotaKerjaSama], Any],
) -> PerKelompok:
    per: PerKelompok = defaultdict(list)
    for a in rows:
        per[kunci(a)].append(a)
    return per
