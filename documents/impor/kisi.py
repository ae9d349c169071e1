"""Lembar kerja menjadi ubahan sebuah kisi.

Memeriksa tidak menyimpan apa pun. Tiap masalah disebut dengan lembar, sel, isi, dan yang
seharusnya.
"""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.db import transaction

from core.audit import Refused
from core.grid import Grid, GridRefused, Ubahan
from core.grid import Hasil as Nasib
from core.grid.kolom import BENTROK
from documents.impor.baris import Pencocok
from documents.impor.hitungan import sandingkan
from documents.impor.judul import check_pengali, check_tahun
from documents.impor.kata import KEMBAR
from documents.impor.kepala import KepalaLembar, cari_kepala, dikenal_kisi, judul, saran
from documents.impor.penerima import Hasil, Kesalahan, Penerima
from documents.models.impor import Terbaca
from documents.pembaca import Tabel

SemuaTabel = Sequence[Tabel]


def kisi(grid_class: Any, nama: str) -> type[Penerima]:
    """Penerima untuk satu kelas kisi; `nama` nama url halamannya."""
    isi = {
        "grid_class": grid_class,
        "model": grid_class.model,
        "judul": grid_class.judul,
        "halaman": nama,
    }
    return type(f"{grid_class.__name__}Impor", (PenerimaKisi,), isi)


class PenerimaKisi(Penerima):
    """Lembar kerja satu kisi, disimpan lewat pintu kisi itu sendiri."""

    grid_class: ClassVar[Any]
    satuan = "sel"
    is_pilih_tahun = False  # tahunnya dari halaman kisi
    is_boleh_abai = True
    pengantar = ("Kolom yang dihitung atau hanya dibaca tidak diimpor; ubahannya diabaikan.",)

    def __init__(self, user: Any, tahun: int) -> None:
        super().__init__(user, tahun)
        self.grid: Grid = self.grid_class(user, tahun)
        self.grid.is_lembar = True

    def check(self, tabel: SemuaTabel) -> Hasil:
        return check(self.grid, tabel, is_abai=self.is_abai)

    def apply(
        self,
        ubahan: Sequence[dict[str, str]],
        *,
        by: Any,
        note: str,
    ) -> None:
        try:
            self.grid.write(_ubahan(ubahan), note=note)
        except GridRefused as error:
            satu = next(satu for satu in error.hasil if satu.pesan)
            raise Refused(_pesan(satu)) from error


def _pesan(nasib: Nasib) -> str:
    """Berkas diunggah ulang bila isinya sudah diubah orang; yang terkunci tetap terkunci."""
    if nasib.status == BENTROK:
        return f"{nasib.pesan} Unggah ulang berkasnya."
    return nasib.pesan


def check(grid: Grid, tabel: SemuaTabel, *, is_abai: bool = False) -> Hasil:
    """Cocokkan dan uji seluruh isi tanpa menyimpan; semua masalah sekaligus."""
    hasil = grid.cetakan(tabel)
    if hasil is None:
        hasil = _read(grid, tabel, is_abai=is_abai)
    hasil.sebut_strip()
    _uji(grid, hasil)
    return hasil


def _read(grid: Grid, tabel: SemuaTabel, *, is_abai: bool) -> Hasil:
    """Semua lembar yang kepalanya dikenali."""
    hasil = Hasil()
    dikenal = dikenal_kisi(grid)
    kepala = [cari_kepala(dikenal, satu) for satu in tabel]
    if not any(kepala):
        hasil.kesalahan.append(_tanpa_kepala(grid))
        return hasil
    rows = grid.rows()
    tempat = hasil.kesalahan
    if is_abai:
        tempat = hasil.catatan
    for satu, ditemukan in zip(tabel, kepala, strict=True):
        if ditemukan is None:
            continue
        hasil.kesalahan += [
            *check_tahun(satu, ditemukan.baris, grid.tahun, ditemukan.judul),
            *check_pengali(satu, ditemukan.baris),
        ]
        asing = _asing(grid, satu.nama, ditemukan)
        tempat.extend(asing)
        for sel, isi in ditemukan.kembar:
            kembar = Kesalahan(satu.nama, sel, isi, KEMBAR)
            hasil.kesalahan.append(kembar)
        pencocok = Pencocok(grid, rows, satu, ditemukan, hasil)
        pencocok.read()
    return hasil


def _asing(grid: Grid, nama: str, kepala: KepalaLembar) -> Iterator[Kesalahan]:
    """Judul yang tidak dikenali, dengan judul yang mungkin dimaksud."""
    columns = grid.columns()
    for sel, isi in kepala.asing.values():
        pesan = saran(isi, columns)
        yield Kesalahan(nama, sel, isi, pesan)


def _tanpa_kepala(grid: Grid) -> Kesalahan:
    """Lembar yang tidak terbaca disebut kolom yang dapat dikenalinya."""
    dikenali = []
    for kolom in grid.columns():
        if not kolom.is_tetap:
            dikenali.append(judul(kolom))
    nama = ", ".join(dikenali)
    pesan = f"Tidak ada baris judul yang dikenali. Kolom yang dikenali: {nama}."
    return Kesalahan("", "", "", pesan)


def _ubahan(semua: Sequence[Terbaca]) -> list[Ubahan]:
    hasil = []
    for satu in semua:
        ubahan = Ubahan(
            kunci=satu["kunci"],
            kolom=satu["kolom"],
            lama=satu["lama"],
            baru=satu["baru"],
        )
        hasil.append(ubahan)
    return hasil


def _uji(grid: Grid, hasil: Hasil) -> None:
    """Jalankan penyimpanannya lalu batalkan: kunci, kendala, aturan baris, dan jumlahnya diuji."""
    if not hasil.ubahan and not hasil.hitungan:
        return
    tempat = {(satu["kunci"], satu["kolom"]): satu for satu in hasil.ubahan}
    with transaction.atomic():
        try:
            grid.write(_ubahan(hasil.ubahan))
        except GridRefused as error:
            for nasib in error.hasil:
                if nasib.pesan:
                    satu = tempat[nasib.alamat]
                    hasil.kesalahan.append(_kesalahan(satu, nasib.pesan))
        if hasil.hitungan and not hasil.kesalahan:
            kini = _segar(grid)
            sandingkan(kini.rows(), hasil)
        transaction.set_rollback(True)


def _segar(grid: Grid) -> Grid:
    """Kisi yang sama tanpa ingatan atas isi sebelum ubahannya."""
    grid_class = type(grid)
    segar = grid_class(grid.user, grid.tahun, grid.params)
    segar.is_lembar = grid.is_lembar
    return segar


def _kesalahan(ubahan: Terbaca, pesan: str) -> Kesalahan:
    """Penolakan saat diuji, pada letak selnya di lembar."""
    return Kesalahan(
        lembar=ubahan["lembar"],
        sel=ubahan["sel"],
        isi=ubahan["baru"],
        pesan=pesan,
    )
