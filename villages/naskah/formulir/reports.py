"""Isi formulir Identifikasi Kerja Sama Antar Desa satu tahun."""

from collections.abc import Iterable, Sequence

from accounts.models import Kabupaten
from villages.models import AnggotaKerjaSama, FormulirKerjaSama
from villages.naskah.formulir.isi import (
    BagianFormulir,
    DesaFormulir,
    Formulir,
    Ganda,
    KecamatanFormulir,
)
from villages.reports.kerja_sama import Kelompok, anggota, ganda, hitung, kelompok
from villages.sources import nama_kecamatan

BAGIAN = (("A", "DATA KAWASAN PERDESAAN"), ("B", "DATA EKS PNPM MPd"))


def formulir(kabupaten: Kabupaten, tahun: int) -> Formulir:
    """Isi formulir cetak: bagian A dan B, tiap kecamatan dengan barisnya, dan jumlahnya.

    Bila ada peraturan desa sendiri-sendiri, dokumen dan keterangan bersama mendapat baris
    kecamatannya sendiri.
    """
    rows = anggota(kabupaten, tahun)
    nama = nama_kecamatan(kabupaten, tahun)
    milik = FormulirKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    teks = {satu.kerja_sama_id: satu for satu in milik}
    semua = []
    for satu in kelompok(rows):
        kerja_sama = satu.kerja_sama
        kecamatan = nama[kerja_sama.kecamatan_id].upper()
        semua.append(_kecamatan(satu, teks.get(kerja_sama.pk), kecamatan))
    return Formulir(
        tahun=tahun,
        bagian=tuple(_bagian(huruf, judul, semua) for huruf, judul in BAGIAN),
        jumlah=hitung(rows),
        ganda=tuple(map(_ganda, ganda(rows))),
    )


def _bagian(huruf: str, judul: str, semua: Iterable[KecamatanFormulir]) -> BagianFormulir:
    """Kerja sama satu bagian menurut urutannya."""
    milik = tuple(satu for satu in semua if satu.huruf == huruf)
    return BagianFormulir(huruf=huruf, judul=judul, kecamatan=milik)


def _ganda(rows: Sequence[AnggotaKerjaSama]) -> Ganda:
    """Nama dan semua daftarnya."""
    daftar = tuple(str(a.kerja_sama) for a in rows)
    return Ganda(nama=rows[0].nama_tercetak, daftar=daftar)


def _kecamatan(
    kelompok: Kelompok, teks: FormulirKerjaSama | None, kecamatan: str
) -> KecamatanFormulir:
    keterangan = teks.keterangan if teks else kelompok.kerja_sama.bumdesma
    return KecamatanFormulir(
        huruf=kelompok.kerja_sama.huruf,
        nomor=kelompok.kerja_sama.urutan,
        kecamatan=kecamatan,
        dokumen=teks.dokumen if teks else kelompok.kerja_sama.dasar_hukum,
        keterangan=tuple(keterangan.splitlines()),
        is_berbaris=any(a.perdes for a in kelompok.anggota),
        desa=tuple(map(_desa, kelompok.anggota)),
    )


def _desa(a: AnggotaKerjaSama) -> DesaFormulir:
    """Kontaknya sendiri tidak ikut."""
    return DesaFormulir(
        nama=a.nama_tercetak,
        is_aktif=a.is_aktif,
        perdes=a.perdes,
        is_berkontak=bool(a.kontak or a.telepon),
    )
