"""Ukuran IDM senegara: 75.265 desa × 50 skor acak yang sah menurut rubrik, dua tahun.

Perlu basis data kosong bermuatan `acuan_idm.json`; dijalankan `bin/bench` pada SQLite dan PostgreSQL.
"""

import csv
import random
import shutil
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

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
CONTOH = 2000  # desa pada cara biasa yang terlalu lama untuk semuanya
RUMUS = ("SUM(B{n}:AJ{n})/175", "SUM(AK{n}:AV{n})/60", "SUM(AW{n}:AY{n})/15", "ROUND((AZ{n}+BA{n}+BB{n})/3,4)")
STATUS = 'IF(BC{n}>0.8155,"MANDIRI",IF(BC{n}>0.7072,"MAJU",IF(BC{n}>0.5989,"BERKEMBANG",IF(BC{n}>0.4907,"TERTINGGAL","SANGAT TERTINGGAL"))))'  # noqa: E501
ISI_ZIP = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',  # noqa: E501
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',  # noqa: E501
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="IDM" sheetId="1" r:id="r1"/></sheets></workbook>',  # noqa: E501
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',  # noqa: E501
}


def ukur(tulis: Callable[[str], Any]) -> None:
    """Semua ukuran; cara biasa yang tidak menyentuh basis data hanya sekali, pada SQLite."""
    buat_wilayah()
    r = rubrik(Instrumen.objects.get(kode="idm-2019"))
    with TemporaryDirectory() as folder:
        berkas = {tahun: buat_skor(r, tahun) for tahun in (2023, 2024)}
        csv_, xlsx = Path(folder) / "idm.csv", Path(folder) / "idm.xlsx"
        tulis_csv(csv_, r, berkas[2023])
        tulis_xlsx(xlsx, r, berkas[2024])
        nama = connection.vendor
        for jenis, lembar, tahun in (("CSV", csv_, 2023), ("XLSX", xlsx, 2024)):
            lama, ingatan = manage("import_idm", str(lembar), "--tahun", str(tahun))
            tulis(line(f"{nama}: impor {jenis} {DESA} desa", lama, memory=ingatan))
        lama, ingatan = manage("recompute", "2024")
        tulis(line(f"{nama}: hitung ulang {DESA} desa", lama, memory=ingatan))
        biasa(tulis, r, berkas[2024])
        agregat(tulis)
        if nama == "sqlite":
            tanpa_basis_data(tulis, r, berkas[2024], xlsx)


def buat_wilayah() -> None:
    """Kabupaten, kecamatan dan desa karangan sebanyak se-Indonesia."""
    banyak = -(-DESA // PER_KABUPATEN)
    kode = [f"{11 + k // 20}.{k % 20 + 1:02d}" for k in range(banyak)]
    semua = Kabupaten.objects.bulk_create(Kabupaten(kode=k, nama=f"Uji {k}", provinsi="Uji") for k in kode)
    tiap = -(-PER_KABUPATEN // PER_KECAMATAN)
    kecamatan = Kecamatan.objects.bulk_create(
        Kecamatan(kabupaten=k, kode=f"{k.kode}.{n + 1:02d}", nama=f"Kecamatan {n + 1}")
        for k in semua
        for n in range(tiap)
    )
    Desa.objects.bulk_create(
        Desa(kecamatan=kecamatan[n // PER_KABUPATEN * tiap + n % PER_KABUPATEN // PER_KECAMATAN], nama=f"Desa {n}",
             kode=f"{kecamatan[n // PER_KABUPATEN * tiap + n % PER_KABUPATEN // PER_KECAMATAN].kode}"
                  f".{2001 + n % PER_KABUPATEN % PER_KECAMATAN}", jenis="desa")
        for n in range(DESA)
    )  # fmt: skip


def buat_skor(r: Rubrik, tahun: int) -> list[tuple[str, str]]:
    """`(kode desa, deret skor)`; tiap skor acak dari rubriknya."""
    acak = random.Random(tahun)
    kode = Desa.objects.order_by("pk").values_list("kode", flat=True)
    kolom = [acak.choices(boleh, k=DESA) for boleh in r.boleh]
    return [(tanpa_titik(k), "".join(skor)) for k, skor in zip(kode, zip(*kolom, strict=True), strict=True)]


def tulis_csv(berkas: Path, r: Rubrik, isi: Iterable[tuple[str, str]]) -> None:
    with berkas.open("w", newline="") as file:
        penulis = csv.writer(file)
        penulis.writerow(["kode desa", *range(1, len(r) + 1)])
        penulis.writerows([kode, *skor] for kode, skor in isi)


def tulis_xlsx(berkas: Path, r: Rubrik, isi: Iterable[tuple[str, str]], rumus: Sequence[str] = ()) -> None:
    """XLSX paling sederhana, mengalir; `rumus` ditambahkan di ujung tiap baris tanpa nilai tersimpan."""
    kepala = "".join(f'<c t="inlineStr"><is><t>{j}</t></is></c>' for j in ("kode desa", *range(1, len(r) + 1)))
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nama, teks in ISI_ZIP.items():
            arsip.writestr(nama, teks)
        with arsip.open("xl/worksheets/sheet1.xml", "w") as lembar:
            lembar.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
            lembar.write(f"<row>{kepala}</row>".encode())
            for n, (kode, skor) in enumerate(isi, start=2):
                sel = "".join(f"<c><v>{s}</v></c>" for s in (kode, *skor))
                hitung = "".join(f"<c><f>{f.format(n=n).replace('>', '&gt;')}</f></c>" for f in rumus)
                lembar.write(f"<row>{sel}{hitung}</row>".encode())
            lembar.write(b"</sheetData></worksheet>")


def biasa(tulis: Callable[[str], Any], r: Rubrik, isi: list[tuple[str, str]]) -> None:
    """Satu per satu: periksa tiap skor, hitung dengan Decimal, simpan; atas contoh, lalu dibatalkan."""
    instrumen = Instrumen.objects.get(kode=r.kode)
    desa = {tanpa_titik(d.kode): d for d in Desa.objects.order_by("pk")[:CONTOH]}

    def simpan() -> None:
        for kode, skor in isi[:CONTOH]:
            if all(s in boleh for s, boleh in zip(skor, r.boleh, strict=True)):
                nilai = r.nilai(skor)._asdict()
                IdmDesa.objects.create(
                    desa=desa[kode], tahun=2022, instrumen=instrumen, skor=skor, sumber="skor", **nilai
                )

    with transaction.atomic():
        tulis(line(f"{connection.vendor}: simpan {CONTOH} desa satu per satu", once(simpan)))
        transaction.set_rollback(True)


def agregat(tulis: Callable[[str], Any]) -> None:
    """Hitungan status dan matriks perpindahan: oleh basis data, lalu dengan memuat semua barisnya."""
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
    return Counter((lalu[row.desa_id], row.status) for row in IdmDesa.objects.filter(tahun=2024))


def tanpa_basis_data(tulis: Callable[[str], Any], r: Rubrik, isi: list[tuple[str, str]], xlsx: Path) -> None:
    """Menghitung saja, membaca saja, dan lembar kerja yang dihitung ulang LibreOffice."""
    from idm.massal import SKALA, hitung

    deret = [skor for _, skor in isi]
    kita = seconds(lambda: hitung(deret, r.indeks, r.ambang))
    tulis(line(f"menghitung {DESA} desa sekaligus", kita))
    tulis(line("menghitung satu per satu dengan Decimal", once(lambda: [r.nilai(s) for s in deret]), kita))
    baca, ingatan = process([sys.executable, "-c", BACA, str(xlsx)])
    tulis(line("membaca XLSX, python-calamine di proses anak", baca, memory=ingatan))
    lama, ingatan = process([sys.executable, "-c", OPENPYXL, str(xlsx)])
    tulis(line("membaca XLSX, openpyxl", lama, baca, ingatan))
    kantor = shutil.which("soffice")
    if not kantor:
        return
    berumus = xlsx.with_name("rumus.xlsx")
    tulis_xlsx(berumus, r, isi, (*RUMUS, STATUS))
    perintah = [kantor, "--headless", "--convert-to", "csv", "--outdir", str(xlsx.parent / "keluar"), str(berumus)]
    lama, ingatan = process(perintah)
    tulis(line("lembar kerja berumus dihitung ulang LibreOffice", lama, memory=ingatan))
    with (xlsx.parent / "keluar" / "rumus.csv").open() as file:
        baris = list(csv.reader(file))[1:]
    tabel = hitung(deret, r.indeks, r.ambang)
    beda = sum(Decimal(b[-2]) * SKALA != i for b, i in zip(baris, tabel.idm, strict=True))
    tulis(f"IDM LibreOffice yang lain dari kita: {beda} dari {DESA}")


BACA = "import sys, pathlib, idm.pembaca as s; list(s.baca_besar(pathlib.Path(sys.argv[1])))"
OPENPYXL = "import sys, openpyxl; [r for r in openpyxl.load_workbook(sys.argv[1], read_only=True).active.values]"
