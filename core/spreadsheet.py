"""Satu-satunya penulis XLSX dan CSV. Tabelnya diuraikan dulu (`core.tabel`), lalu ditulis.

Tulisan yang berawal tanda rumus tetap tulisan; rumus hanya yang dibuat di sini (jumlah).
"""

import csv
import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from core.daftar_sel import offer
from core.kaki import jumlah
from core.letak import Letak, dalam
from core.nilai import Bersatuan
from core.sel import is_seperti_rumus, sepanjang_sel
from core.tabel import Kepala, Tabel, ya_tidak

Run = tuple[int, int]  # baris pertama dan terakhirnya
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# nomor kertas Office Open XML; 14 ialah Folio 8,5 × 13 inci, padanan F4
KERTAS = {"A4": 9, "A3": 8, "F4": 14}
FORMAT = {
    "bulat": "#,##0",
    "rupiah": "#,##0",
    "persen": '0.00" %"',
    "tanggal": "d mmmm yyyy",
    "tahun": "0",
    "desimal": "#,##0.####",
    "skor": "0.00",
    "indeks": "0.0000",
}
BUKU = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
KEPALA = {
    "align": "center",
    "valign": "vcenter",
    "bg_color": "#EDF1EC",
    "text_wrap": True,
}
BUKAN_NAMA = str.maketrans("[]:*?/\\", "       ")  # tidak boleh pada nama lembar
LEBAR_TERBESAR = 60


def headers(nama: str, content_type: str = XLSX) -> dict[str, str]:
    """Kepala jawaban HTTP untuk berkas unduhan."""
    return {
        "Content-Type": content_type,
        "Content-Disposition": f'attachment; filename="{nama}"',
        "X-Content-Type-Options": "nosniff",
    }


def xlsx(tabel: Tabel | Sequence[Tabel]) -> bytes:
    """Buku kerja dari satu atau beberapa tabel."""
    semua = tabel
    if isinstance(semua, Tabel):
        semua = [semua]
    output = BytesIO()
    with xlsxwriter.Workbook(output, BUKU) as book:
        for satu in semua:
            _Penulis(book, satu).write()
    return output.getvalue()


class _Penulis:
    """Menulis satu tabel dari atas ke bawah."""

    def __init__(self, book: Any, tabel: Tabel) -> None:
        self.book = book
        self.tabel = tabel
        nama = tabel.nama[:31].translate(BUKAN_NAMA).strip()
        self.lembar = book.add_worksheet(nama)
        self.formats: dict[tuple[Any, ...], Any] = {}

    def format(
        self,
        jenis: str,
        *,
        bold: bool = False,
        kepala: bool = False,
        angka: str = "",
    ) -> Any:
        """Bentuk sel; `angka` bentuk angkanya bila bukan menurut jenis kolom."""
        kunci = (jenis, bold, kepala, angka)
        if kunci not in self.formats:
            props = {
                "border": 1,
                "valign": "top",
                "text_wrap": jenis == "teks",
                "bold": bold or kepala,
            }
            props |= _props(jenis, kepala, angka)
            self.formats[kunci] = self.book.add_format(props)
        return self.formats[kunci]

    def write(self) -> None:
        """Judul, kepala, isi, gabungan, jumlah, lalu catatan dan kaki."""
        tabel = self.tabel
        first = self.write_judul()
        start = self.write_head(first)
        for nomor, isi in enumerate(tabel.baris):
            self.write_row(start + nomor, isi, bold=nomor in tabel.tebal)
        self.merge(start)
        end = start + len(tabel.baris)
        offer(self.lembar, tabel, start, end)
        if tabel.jumlah:
            self.write_totals(start, end)
        for row, teks in enumerate((*tabel.semua_catatan, *tabel.kaki), end + 2):
            self.lembar.write_string(row, 0, teks)
        self.set_up(first, start)

    def write_judul(self) -> int:
        """Judul dan satu baris kosong di bawahnya; hasilnya baris kepala pertama."""
        if not (judul := self.tabel.judul):
            return 0
        form = self.book.add_format({"bold": True})
        for row, teks in enumerate(judul):
            self.lembar.write_string(row, 0, teks, form)
        return len(judul) + 1

    def merge(self, start: int) -> None:
        """Sel gabungan; isinya isi sel pertamanya."""
        tabel = self.tabel
        for awal, kolom, akhir, kolom_akhir in tabel.gabung:
            row = start + awal
            last = start + akhir
            nilai = tabel.baris[awal][kolom]
            form = self.format("teks")
            self.lembar.merge_range(row, kolom, last, kolom_akhir, "", form)
            self.write_isi(row, kolom, nilai, bold=awal in tabel.tebal)

    def write_head(self, row: int) -> int:
        """Kepala bertingkat, melompati sel yang tertutup gabungan; hasilnya baris isi pertama."""
        taken: set[Letak] = set()
        form = self.format("teks", kepala=True)
        for top, kepala in enumerate(self.tabel.kepala, start=row):
            column = 0
            for sel in kepala:
                while (top, column) in taken:
                    column += 1
                taken |= self.write_kepala(top, column, sel, form)
                column += sel.lebar
        return row + len(self.tabel.kepala)

    def write_kepala(self, row: int, column: int, sel: Kepala, form: Any) -> set[Letak]:
        """Satu sel kepala, digabung bila merentang; hasilnya semua letak yang ditutupnya."""
        last_row = row + sel.tinggi - 1
        last_column = column + sel.lebar - 1
        taken = (row, column, last_row, last_column)
        if sel.lebar > 1 or sel.tinggi > 1:
            self.lembar.merge_range(*taken, sel.teks, form)
        else:
            self.lembar.write_string(row, column, sel.teks, form)
        return set(dalam(taken))

    def write_row(self, row: int, isi: Sequence[Any], *, bold: bool) -> None:
        """Semua sel sebaris."""
        for column, nilai in enumerate(isi):
            self.write_isi(row, column, nilai, bold=bold)

    def write_isi(self, row: int, column: int, nilai: Any, *, bold: bool) -> None:
        """Sel bersatuan tetap angka; satuannya pada bentuk selnya."""
        kolom = self.tabel.kolom[column]
        angka = ""
        if isinstance(nilai, Bersatuan):
            angka = nilai.bentuk
            nilai = nilai.nilai
        form = self.format(kolom.jenis, bold=bold, angka=angka)
        self.write_sel(row, column, nilai, form)

    def write_sel(self, row: int, column: int, nilai: Any, form: Any) -> None:
        """Ditulis menurut jenisnya, tidak pernah sebagai rumus."""
        lembar = self.lembar
        if nilai is None or nilai == "":
            lembar.write_blank(row, column, None, form)
        elif isinstance(nilai, bool):
            lembar.write_string(row, column, ya_tidak(nilai), form)
        elif isinstance(nilai, int | Decimal):
            lembar.write_number(row, column, nilai, form)
        elif isinstance(nilai, datetime.date):
            lembar.write_datetime(row, column, nilai, form)
        else:
            teks = sepanjang_sel(str(nilai))
            lembar.write_string(row, column, teks, form)

    def write_totals(self, start: int, end: int) -> None:
        """Baris jumlah sebagai rumus; nilainya tersimpan bagi pembaca yang tidak menghitung."""
        tabel = self.tabel
        lembar = self.lembar
        lembar.write_string(end, 0, tabel.tulisan_jumlah, self.format("teks", bold=True))
        runs = list(_runs(self.counted_rows(start)))
        for column, total in enumerate(jumlah(tabel)):
            if column == 0:
                continue
            jenis = tabel.kolom[column].jenis
            form = self.format(jenis, bold=True)
            if total is None:
                lembar.write_blank(end, column, None, form)
            else:
                formula = _sum(runs, column)
                lembar.write_formula(end, column, formula, form, total)

    def counted_rows(self, start: int) -> list[int]:
        """Baris lembar yang ikut dijumlahkan."""
        counted = []
        tabel = self.tabel
        for nomor, _ in enumerate(tabel.baris):
            if nomor not in tabel.tanpa_jumlah:
                counted.append(start + nomor)
        return counted

    def set_up(self, first: int, start: int) -> None:
        """Lebar kolom, kepala yang beku dan berulang, kertas."""
        lembar = self.lembar
        tabel = self.tabel
        for nomor, kolom in enumerate(tabel.kolom):
            lebar = min(kolom.lebar, LEBAR_TERBESAR)
            lembar.set_column(nomor, nomor, lebar)
        lembar.freeze_panes(start, 0)
        if start > first:
            lembar.repeat_rows(first, start - 1)
        lembar.set_paper(KERTAS[tabel.kertas])
        if tabel.is_lanskap:
            lembar.set_landscape()
        lembar.fit_to_pages(1, 0)


def _props(jenis: str, kepala: bool, angka: str) -> dict[str, Any]:
    """Bagian bentuk sel yang menurut kepala atau jenis kolomnya."""
    if kepala:
        return KEPALA
    if jenis == "tanda":
        return {"align": "center"}
    angka = angka or FORMAT.get(jenis, "")
    if angka:
        return {"num_format": angka}
    return {}


def _runs(rows: Sequence[int]) -> Iterator[Run]:
    """Rentang berurutan: `[0, 1, 3]` menjadi `(0, 1), (3, 3)`."""
    if not rows:
        return
    first = rows[0]
    last = first
    for row in rows[1:]:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last


def _sum(runs: Iterable[Run], column: int) -> str:
    """Rumus jumlah satu kolom atas rentang-rentang barisnya."""
    spans = []
    for first, last in runs:
        start = xl_rowcol_to_cell(first, column)
        end = xl_rowcol_to_cell(last, column)
        spans.append(f"{start}:{end}")
    semua = ",".join(spans)
    return f"=SUM({semua})"


def teks_csv(kepala: Sequence[str], baris: Iterable[Sequence[Any]]) -> str:
    """CSV bertitik koma dengan koma desimal, cara Excel berbahasa Indonesia; UTF-8 dengan BOM."""
    output = StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow(kepala)
    for row in baris:
        writer.writerow(map(_plain, row))
    return "\ufeff" + output.getvalue()


def _plain(nilai: Any) -> str:
    """Angka tanpa titik ribuan; tulisan yang tampak seperti rumus diberi petik."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return ya_tidak(nilai)
    if isinstance(nilai, Decimal):
        teks = f"{nilai:f}"
        return teks.replace(".", ",")
    if isinstance(nilai, int):
        return str(nilai)
    if isinstance(nilai, datetime.date):
        return nilai.isoformat()
    teks = str(nilai)
    if is_seperti_rumus(teks):
        return f"'{teks}"
    return teks
