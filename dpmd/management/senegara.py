"""Ukuran IDM senegara: 75.265 desa × 50 skor acak yang sah menurut rubrik, dua tahun.

Perlu basis data kosong bermuatan `acuan_idm.json`; dijalankan `bin/bench` pada SQLite dan
PostgreSQL.
"""

import csv
import random
import shutil
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

from django.db import connection, transaction

from accounts.models import Kabupaten
from dpmd.management.ukur import line, manage, once, process, seconds
from idm.impor import Rubrik, rubrik
from idm.models import IdmDesa, Instrumen
from idm.reports import banyak_pindah
from villages.kode import tanpa_titik
from villages.models import Desa, Kecamatan

DESA = 75_265  # banyak desa se-Indonesia
PER_KABUPATEN, PER_KECAMATAN = 181, 11
KECAMATAN = -(-PER_KABUPATEN // PER_KECAMATAN)  # tiap kabupaten
CONTOH = 2000  # desa pada cara biasa yang terlalu lama untuk semuanya
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
UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ISI = "http://schemas.openxmlformats.org/package/2006/content-types"
HUBUNGAN = "http://schemas.openxmlformats.org/package/2006/relationships"
HUBUNGAN_KANTOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
JENIS_HUBUNGAN = "application/vnd.openxmlformats-package.relationships+xml"
JENIS_LEMBAR = "application/vnd.openxmlformats-officedocument.spreadsheetml"
AWAL_LEMBAR = f'<worksheet xmlns="{UTAMA}"><sheetData>'.encode()
ISI_ZIP = {
    "[Content_Types].xml": (
        f'<Types xmlns="{ISI}">'
        f'<Default Extension="rels" ContentType="{JENIS_HUBUNGAN}"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{JENIS_LEMBAR}.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{JENIS_LEMBAR}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{HUBUNGAN}">'
        f'<Relationship Id="r1" Type="{HUBUNGAN_KANTOR}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{UTAMA}" xmlns:r="{HUBUNGAN_KANTOR}">'
        '<sheets><sheet name="IDM" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{HUBUNGAN}">'
        f'<Relationship Id="r1" Type="{HUBUNGAN_KANTOR}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


def ukur(tulis: Callable[[str], Any]) -> None:
    """Semua ukuran; cara biasa yang tidak menyentuh basis data hanya sekali, pada SQLite."""
    buat_wilayah()
    acuan = rubrik(Instrumen.objects.get(kode="idm-2019"))
    with TemporaryDirectory() as folder:
        berkas = {tahun: buat_skor(acuan, tahun) for tahun in (2023, 2024)}
        csv_ = Path(folder) / "idm.csv"
        xlsx = Path(folder) / "idm.xlsx"
        tulis_csv(csv_, acuan, berkas[2023])
        tulis_xlsx(xlsx, acuan, berkas[2024])
        nama = connection.vendor
        for lembar, tahun in ((csv_, 2023), (xlsx, 2024)):
            jenis = lembar.suffix[1:].upper()
            lama, ingatan = manage("import_idm", str(lembar), "--tahun", str(tahun))
            tulis(line(f"{nama}: impor {jenis} {DESA} desa", lama, memory=ingatan))
        lama, ingatan = manage("recompute", "2024")
        tulis(line(f"{nama}: hitung ulang {DESA} desa", lama, memory=ingatan))
        biasa(tulis, acuan, berkas[2024])
        agregat(tulis)
        if nama == "sqlite":
            tanpa_basis_data(tulis, acuan, berkas[2024], xlsx)


def buat_wilayah() -> None:
    """Kabupaten, kecamatan dan desa karangan sebanyak se-Indonesia."""
    banyak = -(-DESA // PER_KABUPATEN)
    kabupaten = Kabupaten.objects.bulk_create(_kabupaten(n) for n in range(banyak))
    pasangan = product(kabupaten, range(KECAMATAN))
    kecamatan = Kecamatan.objects.bulk_create(_kecamatan(satu, n) for satu, n in pasangan)
    Desa.objects.bulk_create(_desa(kecamatan, n) for n in range(DESA))


def _kabupaten(nomor: int) -> Kabupaten:
    provinsi, urut = divmod(nomor, 20)
    kode = f"{11 + provinsi}.{urut + 1:02d}"
    return Kabupaten(kode=kode, nama=f"Uji {kode}", provinsi="Uji")


def _kecamatan(kabupaten: Kabupaten, nomor: int) -> Kecamatan:
    kode = f"{kabupaten.kode}.{nomor + 1:02d}"
    return Kecamatan(kabupaten=kabupaten, kode=kode, nama=f"Kecamatan {nomor + 1}")


def _desa(kecamatan: Sequence[Kecamatan], nomor: int) -> Desa:
    kabupaten, dalam_kabupaten = divmod(nomor, PER_KABUPATEN)
    urut_kecamatan, urut = divmod(dalam_kabupaten, PER_KECAMATAN)
    induk = kecamatan[kabupaten * KECAMATAN + urut_kecamatan]
    kode = f"{induk.kode}.{2001 + urut}"
    return Desa(kecamatan=induk, nama=f"Desa {nomor}", kode=kode, jenis="desa")


def buat_skor(acuan: Rubrik, tahun: int) -> list[tuple[str, str]]:
    """`(kode desa, deret skor)`; tiap skor acak dari rubriknya."""
    acak = random.Random(tahun)
    kode = Desa.objects.order_by("pk").values_list("kode", flat=True)
    kolom = [acak.choices(boleh, k=DESA) for boleh in acuan.boleh]
    deret = map("".join, zip(*kolom, strict=True))
    return list(zip(map(tanpa_titik, kode), deret, strict=True))


def tulis_csv(berkas: Path, acuan: Rubrik, isi: Iterable[tuple[str, str]]) -> None:
    with berkas.open("w", newline="") as file:
        penulis = csv.writer(file)
        penulis.writerow(["kode desa", *range(1, len(acuan) + 1)])
        penulis.writerows([kode, *skor] for kode, skor in isi)


def tulis_xlsx(
    berkas: Path,
    acuan: Rubrik,
    isi: Iterable[tuple[str, str]],
    rumus: Sequence[str] = (),
) -> None:
    """XLSX paling sederhana, mengalir; `rumus` di ujung tiap baris tanpa nilai tersimpan."""
    judul = ("kode desa", *range(1, len(acuan) + 1))
    kepala = "".join(f'<c t="inlineStr"><is><t>{satu}</t></is></c>' for satu in judul)
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nama, teks in ISI_ZIP.items():
            arsip.writestr(nama, teks)
        with arsip.open("xl/worksheets/sheet1.xml", "w") as lembar:
            lembar.write(AWAL_LEMBAR)
            lembar.write(f"<row>{kepala}</row>".encode())
            for n, (kode, skor) in enumerate(isi, start=2):
                sel = "".join(f"<c><v>{satu}</v></c>" for satu in (kode, *skor))
                hitung = "".join(_sel_rumus(satu, n) for satu in rumus)
                lembar.write(f"<row>{sel}{hitung}</row>".encode())
            lembar.write(b"</sheetData></worksheet>")


def _sel_rumus(rumus: str, nomor: int) -> str:
    isi = escape(rumus.format(n=nomor))
    return f"<c><f>{isi}</f></c>"


def biasa(tulis: Callable[[str], Any], acuan: Rubrik, isi: list[tuple[str, str]]) -> None:
    """Satu per satu: periksa tiap skor, hitung dengan Decimal, simpan.

    Atas contoh, lalu dibatalkan.
    """
    instrumen = Instrumen.objects.get(kode=acuan.kode)
    semua = Desa.objects.order_by("pk")
    desa = {tanpa_titik(satu.kode): satu for satu in semua[:CONTOH]}

    def simpan() -> None:
        for kode, skor in isi[:CONTOH]:
            pasangan = zip(skor, acuan.boleh, strict=True)
            if all(satu in boleh for satu, boleh in pasangan):
                IdmDesa.objects.create(
                    desa=desa[kode],
                    tahun=2022,
                    instrumen=instrumen,
                    skor=skor,
                    sumber="skor",
                    **acuan.nilai(skor)._asdict(),
                )

    sebutan = f"{connection.vendor}: simpan {CONTOH} desa satu per satu"
    with transaction.atomic():
        tulis(line(sebutan, once(simpan)))
        transaction.set_rollback(True)


def agregat(tulis: Callable[[str], Any]) -> None:
    """Banyak desa per status dan matriks perpindahan: oleh basis data, lalu memuat barisnya."""
    nama = connection.vendor
    rows = IdmDesa.objects.filter(tahun=2024)
    kita = seconds(rows.counts)
    tulis(line(f"{nama}: banyak desa per status", kita))
    muat = once(lambda: Counter(row.status for row in rows))
    tulis(line(f"{nama}: banyak desa per status, memuat baris", muat, kita))
    kita = seconds(lambda: banyak_pindah(None, 2024))
    tulis(line(f"{nama}: matriks perpindahan", kita))
    tulis(line(f"{nama}: matriks perpindahan, memuat baris", once(_matriks_biasa), kita))
    assert banyak_pindah(None, 2024) == _matriks_biasa()


def _matriks_biasa() -> Counter[tuple[str, str]]:
    lalu = {row.desa_id: row.status for row in IdmDesa.objects.filter(tahun=2023)}
    kini = IdmDesa.objects.filter(tahun=2024)
    return Counter((lalu[row.desa_id], row.status) for row in kini)


def tanpa_basis_data(
    tulis: Callable[[str], Any],
    acuan: Rubrik,
    isi: list[tuple[str, str]],
    xlsx: Path,
) -> None:
    """Menghitung saja, membaca saja, dan lembar kerja yang dihitung ulang LibreOffice."""
    from idm.massal import hitung

    deret = [skor for _, skor in isi]
    kita = seconds(lambda: hitung(deret, acuan.indeks, acuan.ambang))
    tulis(line(f"menghitung {DESA} desa sekaligus", kita))
    biasa = once(lambda: [acuan.nilai(skor) for skor in deret])
    tulis(line("menghitung satu per satu dengan Decimal", biasa, kita))
    baca, ingatan = process([sys.executable, "-c", BACA, str(xlsx)])
    tulis(line("membaca XLSX, python-calamine di proses anak", baca, memory=ingatan))
    lama, ingatan = process([sys.executable, "-c", OPENPYXL, str(xlsx)])
    tulis(line("membaca XLSX, openpyxl", lama, baca, ingatan))
    kantor = shutil.which("soffice")
    if kantor:
        berumus = xlsx.with_name("rumus.xlsx")
        tulis_xlsx(berumus, acuan, isi, (*RUMUS, STATUS))
        hasil = hitung(deret, acuan.indeks, acuan.ambang)
        hitung_ulang(tulis, kantor, berumus, hasil.idm)


def hitung_ulang(
    tulis: Callable[[str], Any],
    kantor: str,
    berumus: Path,
    idm: Iterable[int],
) -> None:
    """Lembar kerja berumus dihitung ulang LibreOffice, lalu dibandingkan dengan `idm` kita."""
    from idm.massal import SKALA

    keluar = berumus.parent / "keluar"
    pilihan = ["--headless", "--convert-to", "csv", "--outdir", str(keluar)]
    lama, ingatan = process([kantor, *pilihan, str(berumus)])
    tulis(line("lembar kerja berumus dihitung ulang LibreOffice", lama, memory=ingatan))
    with (keluar / "rumus.csv").open() as file:
        baris = list(csv.reader(file))[1:]
    pasangan = zip(baris, idm, strict=True)
    beda = sum(Decimal(satu[-2]) * SKALA != kita for satu, kita in pasangan)
    tulis(f"IDM LibreOffice yang lain dari kita: {beda} dari {DESA}")


BACA = "import sys, pathlib, idm.pembaca as s; list(s.baca_besar(pathlib.Path(sys.argv[1])))"
OPENPYXL = """
import sys, openpyxl
lembar = openpyxl.load_workbook(sys.argv[1], read_only=True).active
list(lembar.values)
"""
