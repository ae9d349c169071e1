"""Lembar skor senegara untuk diukur: CSV, dan XLSX yang ditulis mengalir."""

import csv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from core import spreadsheet
from core.tabel import Kepala, Kolom, Tabel
from idm.impor import Rubrik

Skor = tuple[str, str]  # kode desa dan deret skornya
SemuaSkor = Iterable[Skor]

RUMUS = (
    "SUM(B{n}:AJ{n})/175",
    "SUM(AK{n}:AV{n})/60",
    "SUM(AW{n}:AY{n})/15",
    "ROUND((AZ{n}+BA{n}+BB{n})/3,4)",
)
STATUS = (
    'IF(BC{n}>0.8155,"MANDIRI",IF(BC{n}>0.7072,"MAJU",IF(BC{n}>0.5989,"BERKEMBANG",'
    'IF(BC{n}>0.4907,"TERTINGGAL","SANGAT TERTINGGAL"))))'
)
NAMA = "IDM"
LEMBAR = "xl/worksheets/sheet1.xml"
RUANG_NAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
AWAL = f'<worksheet xmlns="{RUANG_NAMA}"><sheetData>'
AKHIR = "</sheetData></worksheet>"


def write_csv(berkas: Path, acuan: Rubrik, isi: SemuaSkor) -> None:
    with berkas.open("w", newline="") as aliran:
        penulis = csv.writer(aliran)
        penulis.writerow(_judul(acuan))
        for kode, skor in isi:
            penulis.writerow([kode, *skor])


def write_xlsx(
    berkas: Path,
    acuan: Rubrik,
    isi: SemuaSkor,
    rumus: Sequence[str] = (),
) -> None:
    """Lembar skor; `rumus` di ujung tiap baris tanpa nilai tersimpan."""
    _write_lembar(berkas, _potongan(acuan, isi, rumus))


def write_rekap(berkas: Path, baris: Iterable[Sequence[Any]]) -> None:
    """Tulisan dan angka tiap baris, sebagai XLSX, atau CSV berdesimal koma."""
    if berkas.suffix == ".xlsx":
        _write_lembar(berkas, _potongan_rekap(baris))
        return
    with berkas.open("w", newline="") as aliran:
        penulis = csv.writer(aliran, delimiter=";")
        for satu in baris:
            berkoma = [_berkoma(sel) for sel in satu]
            penulis.writerow(berkoma)


def _berkoma(sel: Any) -> Any:
    """Angka berpecahan sebagaimana ditulis orang."""
    if not isinstance(sel, Decimal):
        return sel
    tulisan = str(sel)
    return tulisan.replace(".", ",")


def _potongan_rekap(baris: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield AWAL
    for satu in baris:
        sel = map(_sel, satu)
        yield _baris(sel)
    yield AKHIR


def _sel(isi: Any) -> str:
    tulisan = str(isi)
    if isinstance(isi, str):
        lolos = escape(tulisan)
        return _sel_tulisan(lolos)
    return _sel_angka(tulisan)


def _write_lembar(berkas: Path, potongan: Iterable[str]) -> None:
    """Buku kosong yang isi lembarnya diganti."""
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        _copy_kerangka(arsip)
        with arsip.open(LEMBAR, "w") as lembar:
            for potong in potongan:
                bita = potong.encode()
                lembar.write(bita)


def _judul(acuan: Rubrik) -> list[str]:
    """Judul kolom kode, lalu nomor tiap indikator."""
    judul = ["kode desa"]
    for nomor in range(1, len(acuan) + 1):
        judul.append(str(nomor))
    return judul


def _copy_kerangka(arsip: zipfile.ZipFile) -> None:
    """Semua bagian buku kosong selain isi lembarnya."""
    tabel = Tabel(NAMA, [Kolom()], [[Kepala(NAMA)]], [])
    kosong = BytesIO(spreadsheet.xlsx(tabel))
    with zipfile.ZipFile(kosong) as kerangka:
        for nama in kerangka.namelist():
            if nama != LEMBAR:
                arsip.writestr(nama, kerangka.read(nama))


def _potongan(acuan: Rubrik, isi: SemuaSkor, rumus: Sequence[str]) -> Iterator[str]:
    """Isi lembarnya baris demi baris."""
    yield AWAL
    yield _baris(map(_sel_tulisan, _judul(acuan)))
    for nomor, (kode, skor) in enumerate(isi, start=2):
        sel = [_sel_angka(kode), *map(_sel_angka, skor)]
        for satu in rumus:
            terisi = satu.format(n=nomor)
            sel.append(_sel_rumus(terisi))
        yield _baris(sel)
    yield AKHIR


def _baris(sel: Iterable[str]) -> str:
    isi = "".join(sel)
    return f"<row>{isi}</row>"


def _sel_tulisan(teks: str) -> str:
    return f'<c t="inlineStr"><is><t>{teks}</t></is></c>'


def _sel_angka(angka: str) -> str:
    return f"<c><v>{angka}</v></c>"


def _sel_rumus(rumus: str) -> str:
    isi = escape(rumus)
    return f"<c><f>{isi}</f></c>"
