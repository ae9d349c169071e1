"""Daftar sebagai unduhan: semua baris tersaring, tidak hanya halaman yang tampak."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.utils.text import slugify
from django_tables2 import BooleanColumn

from core.display import tulisan_dari
from core.nilai import TERTULIS
from core.spreadsheet import XLSX, headers, teks_csv, xlsx
from core.tabel import Kepala, Kolom, Tabel, tulisan, ya_tidak
from core.tables import AngkaColumn, Table, TanggalColumn, TotalColumn
from core.tampilan import setempat

CSV = "text/csv; charset=utf-8"
LEBAR_KECIL = 6  # aksara
LEBAR_BESAR = 40  # yang lebih panjang bersambung ke baris berikut
LEBAR_TEGAK = 96  # aksara yang muat pada A4 tegak
LEBAR_A4 = 146  # pada A4 lanskap
KOSONG = "Tidak ada baris yang cocok dengan saringannya."
BERDESIMAL = {0: "bulat", 2: "skor", 4: "indeks"}
Judul = list[str]
Baris = list[Any]  # nilai sebaris


@dataclass(frozen=True, kw_only=True)
class Daftar:
    """Baris tersaring yang diunduh, dan yang menerangkannya di atas kertas."""

    table: Table
    judul: str
    saringan: Sequence[str]  # "Kecamatan: Betung"
    user: Any
    tahun: int
    tanda: str = ""  # pada tiap baris CSV, yang tidak berjudul

    def headers(self, jenis: str, content_type: str) -> dict[str, str]:
        """Kepala jawaban unduhannya."""
        nama = slugify(self.judul)
        return headers(f"{nama}.{jenis}", content_type)

    @property
    def dinas(self) -> Any:
        """Dinas yang kopnya dipakai; kosong sebelum dicatat."""
        kabupaten = self.user.kabupaten
        return kabupaten.dinas_tercatat


def saringan_terpakai(form: Form) -> list[str]:
    """Saringan yang berisi sebagaimana dibaca orang."""
    terpakai = []
    for nama, field in form.fields.items():
        nilai = form.cleaned_data[nama]
        if nilai is None or nilai == "":
            continue
        teks = _tulisan_saringan(field, nilai)
        terpakai.append(f"{field.label}: {teks}")
    return terpakai


def _tulisan_saringan(field: Any, nilai: Any) -> str:
    """Sebutan pilihannya; baris yang dipilih menyebut dirinya."""
    if isinstance(nilai, bool):
        return ya_tidak(nilai)
    if isinstance(nilai, str) and hasattr(field, "choices"):
        sebutan = dict(field.choices)
        return str(sebutan[nilai])
    return str(nilai)


def tabel_daftar(daftar: Daftar) -> Tabel:
    """Satu uraian bagi lembar kerja dan PDF; arah kertas menurut lebar kolomnya."""
    judul, baris = _isi(daftar.table)
    kolom = []
    for urut, satu in enumerate(daftar.table.columns.iterall()):
        isi = [row[urut] for row in baris]
        selebar = _kolom(satu.column, judul[urut], isi)
        kolom.append(selebar)
    lebar = sum(satu.lebar for satu in kolom)
    jumlah = ""
    if any(satu.is_jumlah for satu in kolom):
        jumlah = "Jumlah"
    kertas = "A4"
    if lebar > LEBAR_A4:
        kertas = "F4"
    tabel = Tabel(
        nama=daftar.judul,
        kolom=kolom,
        kepala=[[Kepala(teks) for teks in judul]],
        baris=baris,
        jumlah=jumlah,
        kertas=kertas,
        is_lanskap=lebar > LEBAR_TEGAK,
        kosong=KOSONG,
    )
    return setempat(tabel, daftar.user.kabupaten.wilayah)


def _isi(table: Table) -> tuple[Judul, list[Baris]]:
    """Judul kolom dan baris sebagai nilai, bukan tulisan."""
    judul, *rows = table.as_values()
    kepala = [str(teks) for teks in judul]
    kolom = [satu.column for satu in table.columns.iterall()]
    baris = []
    for row in rows:
        pasangan = zip(kolom, row, strict=True)
        nilai = [_nilai(column, satu) for column, satu in pasangan]
        baris.append(nilai)
    return kepala, baris


def _nilai(column: Any, nilai: Any) -> Any:
    """Saat bertulisan jam setempat; baris yang dirujuk disebut namanya."""
    if isinstance(column, BooleanColumn):
        return ya_tidak(nilai == "True")
    if isinstance(nilai, datetime):
        return tulisan_dari(nilai)
    if nilai is None or isinstance(nilai, TERTULIS):
        return nilai
    return str(nilai)


def _kolom(column: Any, judul: str, isi: Baris) -> Kolom:
    """Yang berkaki jumlah dijumlahkan juga pada unduhannya."""
    jenis = _jenis(column, isi)
    return Kolom(
        jenis=jenis,
        lebar=_lebar(judul, isi, Kolom(jenis)),
        is_jumlah=isinstance(column, TotalColumn) and column.is_dijumlahkan,
    )


def _jenis(column: Any, isi: Baris) -> str:
    """Desimal menurut kolom layarnya; bilangan di luar kolom angka ialah tahun."""
    if isinstance(column, AngkaColumn):
        return BERDESIMAL.get(column.desimal, "desimal")
    if isinstance(column, TanggalColumn):
        return "tanggal"
    if any(isinstance(nilai, int) for nilai in isi):
        return "tahun"
    return "teks"


def _lebar(judul: str, isi: Baris, kolom: Kolom) -> int:
    """Selebar isi terpanjangnya; kepala hanya terpisah di antara katanya."""
    panjang = [LEBAR_KECIL]
    for kata in judul.split():
        panjang.append(len(kata))
    for nilai in isi:
        teks = tulisan(nilai, kolom)
        panjang.append(len(teks))
    terpanjang = max(panjang)
    return min(LEBAR_BESAR, terpanjang + 1)


def ke_xlsx(daftar: Daftar) -> HttpResponse:
    """Berkop; kolom yang dijumlahkan di kaki tabel menjadi rumus."""
    judul = (*_kop(daftar), daftar.judul.upper(), *daftar.saringan)
    lembar = replace(tabel_daftar(daftar), judul=judul)
    return HttpResponse(xlsx(lembar), headers=daftar.headers("xlsx", XLSX))


def _kop(daftar: Daftar) -> list[str]:
    """Baris kop dinasnya; sebelum dicatat tanpa kop."""
    dinas = daftar.dinas
    if dinas is None:
        return []
    pemda = f"PEMERINTAH {daftar.user.kabupaten}"
    return [pemda.upper(), dinas.nama.upper()]


def ke_csv(daftar: Daftar) -> HttpResponse:
    """Tanpa kop dan tanpa jumlah: untuk diolah lagi."""
    semula, baris = _isi(daftar.table)
    wilayah = daftar.user.kabupaten.wilayah
    judul = [wilayah.label(teks) for teks in semula]
    if daftar.tanda:
        judul.append("Tanda")
        for satu in baris:
            satu.append(daftar.tanda)
    isi = teks_csv(judul, baris)
    return HttpResponse(isi, headers=daftar.headers("csv", CSV))


Ekspor = Callable[[Daftar], HttpResponse]
EKSPOR: dict[str, Ekspor] = {"xlsx": ke_xlsx, "csv": ke_csv}


def register_ekspor(jenis: str, write: Ekspor) -> None:
    """Bentuk unduhan dari paket di kanan `core`."""
    EKSPOR[jenis] = write
