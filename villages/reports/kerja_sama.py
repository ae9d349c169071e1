"""Angka kerja sama antar desa satu tahun: baris dan desa berlainan, aktif, selisih dengan tahun lalu, yang ganda."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from accounts.models import Kabupaten
from villages.models import AnggotaKerjaSama, FormulirKerjaSama, KerjaSama
from villages.sources import sama

BAGIAN = (("A", "DATA KAWASAN PERDESAAN"), ("B", "DATA EKS PNPM MPd"))


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
    anggota: tuple[AnggotaKerjaSama, ...]
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
    datang: tuple[AnggotaKerjaSama, ...]
    pergi: tuple[AnggotaKerjaSama, ...]
    kelompok: tuple[Kelompok, ...]
    jenis: tuple[HitunganJenis, ...]
    ganda: tuple[tuple[AnggotaKerjaSama, ...], ...]
    lintas: tuple[AnggotaKerjaSama, ...]
    belum_cocok: tuple[AnggotaKerjaSama, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaFormulir:
    """Satu baris desa pada formulir cetak; kontaknya tidak dicetak."""

    nama: str
    is_aktif: bool
    perdes: str
    is_berkontak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanFormulir:
    """Satu kerja sama pada formulir cetak; `is_berbaris` bila dokumen bersamanya mendapat baris sendiri."""

    huruf: str
    nomor: int
    kecamatan: str
    dokumen: str
    keterangan: tuple[str, ...]
    is_berbaris: bool
    desa: tuple[DesaFormulir, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BagianFormulir:
    """Bagian A atau B."""

    huruf: str
    judul: str
    kecamatan: tuple[KecamatanFormulir, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ganda:
    """Desa yang tercantum pada lebih dari satu daftar."""

    nama: str
    daftar: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulir:
    """Formulir identifikasi kerja sama satu tahun."""

    tahun: int
    bagian: tuple[BagianFormulir, ...]
    jumlah: Hitungan
    ganda: tuple[Ganda, ...]


def anggota(kabupaten: Kabupaten, tahun: int) -> list[AnggotaKerjaSama]:
    """Baris formulir menurut urutannya."""
    rows = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    return list(rows.select_related("kerja_sama__kecamatan", "desa__kecamatan"))


def hitung(rows: Iterable[AnggotaKerjaSama]) -> Hitungan:
    """Hitungan atas baris formulir."""
    rows = list(rows)
    aktif = [a for a in rows if a.is_aktif]
    return Hitungan(
        baris=len(rows),
        desa=len({sama(a) for a in rows}),
        aktif=len(aktif),
        desa_aktif=len({sama(a) for a in aktif}),
        tidak_aktif=len(rows) - len(aktif),
    )


def selisih(kini: Hitungan, lalu: Hitungan) -> Hitungan:
    """Tiap hitungan dikurangi hitungan tahun lalu."""
    return Hitungan(
        **{f.name: getattr(kini, f.name) - getattr(lalu, f.name) for f in fields(Hitungan)}
    )


def angka(kabupaten: Kabupaten, tahun: int) -> AngkaKerjaSama:
    """Angka satu tahun berdampingan dengan tahun lalu."""
    kini, lalu = anggota(kabupaten, tahun), anggota(kabupaten, tahun - 1)
    h_kini, h_lalu = hitung(kini), hitung(lalu)
    dulu, sekarang = {sama(a): a for a in lalu}, {sama(a): a for a in kini}
    return AngkaKerjaSama(
        tahun=tahun,
        kini=h_kini,
        lalu=h_lalu if lalu else None,
        selisih=selisih(h_kini, h_lalu) if lalu else None,
        datang=tuple(a for k, a in sekarang.items() if lalu and k not in dulu),
        pergi=tuple(a for k, a in dulu.items() if k not in sekarang),
        kelompok=kelompok(kini),
        jenis=per_jenis(kini),
        ganda=ganda(kini),
        lintas=tuple(
            a for a in kini if a.desa and a.desa.kecamatan_id != a.kerja_sama.kecamatan_id
        ),
        belum_cocok=tuple(a for a in kini if a.desa_id is None),
    )


def per_jenis(rows: Iterable[AnggotaKerjaSama]) -> tuple[HitunganJenis, ...]:
    """Hitungan tiap jenis kerja sama, menurut urutan formulir."""
    per: dict[str, list[AnggotaKerjaSama]] = defaultdict(list)
    for a in rows:
        per[a.kerja_sama.jenis].append(a)
    return tuple(
        HitunganJenis(jenis=str(label), hitungan=hitung(per[nilai]))
        for nilai, label in KerjaSama.Jenis.choices
    )


def kelompok(rows: Iterable[AnggotaKerjaSama]) -> tuple[Kelompok, ...]:
    """Satu kelompok per kerja sama menurut urutan formulir."""
    per: dict[int, list[AnggotaKerjaSama]] = defaultdict(list)
    for a in rows:
        per[a.kerja_sama_id].append(a)
    return tuple(
        Kelompok(kerja_sama=satu[0].kerja_sama, anggota=tuple(satu), hitungan=hitung(satu))
        for satu in per.values()
    )


def ganda(rows: Iterable[AnggotaKerjaSama]) -> tuple[tuple[AnggotaKerjaSama, ...], ...]:
    """Desa yang ada pada lebih dari satu daftar, tiap desa dengan baris-barisnya."""
    per: dict[tuple[Any, ...], list[AnggotaKerjaSama]] = defaultdict(list)
    for a in rows:
        per[sama(a)].append(a)
    return tuple(tuple(satu) for satu in per.values() if len(satu) > 1)


def formulir(kabupaten: Kabupaten, tahun: int) -> Formulir:
    """Isi formulir cetak: bagian A dan B, tiap kecamatan dengan barisnya, jumlah baris dan desa berlainan.

    Bila ada peraturan desa sendiri-sendiri, dokumen dan keterangan bersama mendapat baris kecamatannya sendiri.
    """
    rows = anggota(kabupaten, tahun)
    teks = {
        f.kerja_sama_id: f
        for f in FormulirKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    }
    semua = [_kecamatan(k, teks.get(k.kerja_sama.pk)) for k in kelompok(rows)]
    return Formulir(
        tahun=tahun,
        bagian=tuple(_bagian(huruf, judul, semua) for huruf, judul in BAGIAN),
        jumlah=hitung(rows),
        ganda=tuple(_ganda(satu) for satu in ganda(rows)),
    )


def _bagian(huruf: str, judul: str, semua: Iterable[KecamatanFormulir]) -> BagianFormulir:
    milik = tuple(k for k in semua if k.huruf == huruf)
    return BagianFormulir(huruf=huruf, judul=judul, kecamatan=milik)


def _ganda(rows: Sequence[AnggotaKerjaSama]) -> Ganda:
    return Ganda(nama=rows[0].nama_tercetak, daftar=tuple(str(a.kerja_sama) for a in rows))


def _kecamatan(k: Kelompok, teks: FormulirKerjaSama | None) -> KecamatanFormulir:
    keterangan = teks.keterangan if teks else k.kerja_sama.bumdesma
    return KecamatanFormulir(
        huruf=k.kerja_sama.huruf,
        nomor=k.kerja_sama.urutan,
        kecamatan=k.kerja_sama.kecamatan.nama.upper(),
        dokumen=teks.dokumen if teks else k.kerja_sama.dasar_hukum,
        keterangan=tuple(keterangan.splitlines()),
        is_berbaris=any(a.perdes for a in k.anggota),
        desa=tuple(_desa(a) for a in k.anggota),
    )


def _desa(a: AnggotaKerjaSama) -> DesaFormulir:
    return DesaFormulir(
        nama=a.nama_tercetak,
        is_aktif=a.is_aktif,
        perdes=a.perdes,
        is_berkontak=bool(a.kontak or a.telepon),
    )
