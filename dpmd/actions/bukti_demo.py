"""Berkas bukti contoh: disusun dari baris yang dibuktikannya, dan menyebut dirinya contoh."""

from collections.abc import Iterator
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.text import slugify

from accounts.models import Kabupaten
from core import spreadsheet
from core.angka import ringkas
from core.display import tulisan_dari
from core.tabel import Kepala, Kolom, Tabel
from documents.actions.bukti import attach_bukti
from dpmd.actions.fixtures import BANYUASIN, MERANGIN
from kinerja.models import PengukuranSub
from kinerja.tahun.pengukuran import dirinci
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

CONTOH = "CONTOH: dibuat untuk demo dari data yang tersimpan; bukan dokumen dinas."
KEPALA = ("Hal", "Isi", "Asal")
Baris = list[tuple[str, str, str]]


def create_demo_bukti(*, by: Any) -> int:
    """Satu berkas pada tiap realisasi Banyuasin 2023 dan pengukuran Merangin 2024.

    Yang sudah berbukti atau terkunci dilewati. Banyaknya yang baru.
    """
    banyak = 0
    for pemilik, nama, baris in (*_indikator(BANYUASIN, 2023), *_pengukuran(MERANGIN, 2024)):
        if pemilik.bukti.exists() or pemilik.sebab_lock():
            continue
        berkas = SimpleUploadedFile(f"contoh-{slugify(nama)}.xlsx", _lembar(nama, baris))
        attach_bukti(pemilik=pemilik, berkas=[berkas], by=by)
        banyak += 1
    return banyak


def _indikator(kode: str, tahun: int) -> Iterator[tuple[Any, str, Baris]]:
    """Realisasi setahun tiap indikator, dengan desa di baliknya."""
    kinerja = TahunKinerja(Kabupaten.objects.get(kode=kode), tahun)
    for indikator in kinerja.pengukuran.indikator:
        ukuran = dirinci(kinerja.pengukuran.ukur(indikator), kinerja.data)
        if ukuran.isian is not None:
            nama = f"{indikator.jenis} {indikator.nomor_cetak} {tahun}"
            yield ukuran.isian, nama, _isi_ukuran(ukuran)


def _isi_ukuran(ukuran: Ukuran) -> Baris:
    """Angkanya, masukannya, lalu desanya menurut namanya."""
    baris = [(ukuran.indikator.nama, ukuran.tulisan, ukuran.asal)]
    if ukuran.isian is not None and ukuran.isian.penjelasan:
        baris.append(("Penjelasan", ukuran.isian.penjelasan, "isian"))
    if ukuran.hasil is None:
        return baris
    for label, banyak in ukuran.hasil.masukan:
        baris.append((label, ringkas(banyak), ukuran.hasil.sumber))
    for label, semua in ukuran.hasil.desa.items():
        for desa in semua:
            baris.append((label, str(desa), desa.letak))
    return baris


def _pengukuran(kode: str, tahun: int) -> Iterator[tuple[Any, str, Baris]]:
    """Pengukuran triwulan sub kegiatan yang sudah diisi."""
    rows = PengukuranSub.objects.filter(
        sub_kegiatan__kegiatan__program__perangkat_daerah__kabupaten__kode=kode,
        sub_kegiatan__kegiatan__program__tahun=tahun,
    )
    for row in rows.select_related("sub_kegiatan__kegiatan__program", "tingkat"):
        if row.isi is None and row.keuangan is None:
            continue
        nama = f"{row.sub_kegiatan.kode} triwulan {row.triwulan} {tahun} {row.pk}"
        asal = f"{row.get_triwulan_display()} {tahun}"
        yield (
            row,
            nama,
            [
                (row.sub_kegiatan.nama, tulisan_dari(row.isi), asal),
                ("Realisasi keuangan (Rp)", tulisan_dari(row.keuangan), asal),
            ],
        )


def _lembar(nama: str, baris: Baris) -> bytes:
    """Lembar kerja yang judulnya menyebut dirinya contoh."""
    kolom = [Kolom("teks", 40), Kolom("teks", 40), Kolom("teks", 40)]
    kepala = [[Kepala(teks) for teks in KEPALA]]
    tabel = Tabel("Contoh", kolom, kepala, [list(satu) for satu in baris], (CONTOH, nama.upper()))
    return spreadsheet.xlsx(tabel)
