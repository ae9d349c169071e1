"""Ukuran IDM senegara: 75.265 desa × 50 skor acak yang sah menurut rubrik, dua tahun.

Perlu basis data kosong bermuatan `acuan_idm.json`; dijalankan `bin/bench` pada SQLite dan
PostgreSQL.
"""

import csv
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection, transaction

from accounts.models import Kabupaten
from dpmd.management.lembar_ukur import RUMUS, STATUS, Skor, write_csv, write_xlsx
from dpmd.management.ukur import baris, manage, once, process, seconds
from idm.impor import Rubrik, rubrik
from idm.models import IdmDesa, Instrumen
from idm.reports import banyak_pindah
from villages.kode import tanpa_titik
from villages.models import Desa, Kecamatan

Write = Callable[[str], Any]
Arah = Counter[tuple[str, str]]  # banyak desa tiap perpindahan status
DESA = 75_265  # banyak desa se-Indonesia
PER_KABUPATEN = 181
PER_KECAMATAN = 11
KECAMATAN = -(-PER_KABUPATEN // PER_KECAMATAN)  # tiap kabupaten
KABUPATEN_SEPROVINSI = 20
CONTOH = 2000  # desa pada cara biasa yang terlalu lama untuk semuanya
LALU = 2023
KINI = 2024
READ = "import sys, pathlib, idm.pembaca as s; list(s.read_besar(pathlib.Path(sys.argv[1])))"
OPENPYXL = """
import sys, openpyxl
lembar = openpyxl.load_workbook(sys.argv[1], read_only=True).active
list(lembar.values)
"""


def ukur(write: Write) -> "Jalan":
    """Semua ukuran; cara biasa yang tidak menyentuh basis data hanya sekali, pada SQLite."""
    create_wilayah()
    instrumen = Instrumen.objects.get(kode="idm-2019")
    acuan = rubrik(instrumen)
    kini = create_skor(acuan, KINI)
    jalan = Jalan(write, instrumen, acuan, kini)
    with TemporaryDirectory() as nama:
        folder = Path(nama)
        xlsx = jalan.impor(folder)
        jalan.hitung_ulang()
        jalan.satu_per_satu()
        jalan.agregat()
        if connection.vendor == "sqlite":
            jalan.tanpa_basis_data(xlsx)
    return jalan


def create_wilayah() -> None:
    """Kabupaten, kecamatan dan desa karangan sebanyak se-Indonesia."""
    banyak = -(-DESA // PER_KABUPATEN)
    kabupaten = Kabupaten.objects.bulk_create(map(_kabupaten, range(banyak)))
    semua = []
    for satu, nomor in product(kabupaten, range(KECAMATAN)):
        semua.append(_kecamatan(satu, nomor))
    kecamatan = Kecamatan.objects.bulk_create(semua)
    Desa.objects.bulk_create(_desa(kecamatan, nomor) for nomor in range(DESA))


def _kabupaten(nomor: int) -> Kabupaten:
    provinsi, urut = divmod(nomor, KABUPATEN_SEPROVINSI)
    kode_provinsi = 11 + provinsi
    nomor_urut = urut + 1
    kode = f"{kode_provinsi}.{nomor_urut:02d}"
    nama = f"Uji {kode}"
    return Kabupaten(kode=kode, nama=nama, provinsi="Uji")


def _kecamatan(kabupaten: Kabupaten, nomor: int) -> Kecamatan:
    urut = nomor + 1
    kode = f"{kabupaten.kode}.{urut:02d}"
    nama = f"Kecamatan {urut}"
    return Kecamatan(kabupaten=kabupaten, kode=kode, nama=nama)


def _desa(kecamatan: Sequence[Kecamatan], nomor: int) -> Desa:
    kabupaten, dalam_kabupaten = divmod(nomor, PER_KABUPATEN)
    urut_kecamatan, urut = divmod(dalam_kabupaten, PER_KECAMATAN)
    awal = kabupaten * KECAMATAN
    induk = kecamatan[awal + urut_kecamatan]
    nomor_desa = 2001 + urut
    kode = f"{induk.kode}.{nomor_desa}"
    nama = f"Desa {nomor}"
    return Desa(kecamatan=induk, nama=nama, kode=kode, jenis="desa")


def create_skor(acuan: Rubrik, tahun: int) -> list[Skor]:
    """`(kode desa, deret skor)`; tiap skor acak dari rubriknya."""
    acak = random.Random(tahun)
    kolom = []
    for boleh in acuan.boleh:
        kolom.append(acak.choices(boleh, k=DESA))
    deret = map("".join, zip(*kolom, strict=True))
    semua = Desa.objects.order_by("pk")
    kode = map(tanpa_titik, semua.values_list("kode", flat=True))
    return list(zip(kode, deret, strict=True))


@dataclass
class Jalan:
    """Satu jalan ukur pada satu basis data, atas skor tahun `KINI`."""

    write: Write
    instrumen: Instrumen
    acuan: Rubrik
    isi: list[Skor]

    def record(
        self,
        nama: str,
        lama: float,
        acuan: float | None = None,
        ingatan: int | None = None,
    ) -> None:
        hasil = baris(nama, lama, acuan, ingatan)
        self.write(hasil)

    def record_di(
        self,
        nama: str,
        lama: float,
        acuan: float | None = None,
    ) -> None:
        """Yang bergantung pada basis datanya menyebutnya."""
        self.record(f"{connection.vendor}: {nama}", lama, acuan)

    def jalankan(self, nama: str, *perintah: str) -> None:
        """Perintah di proses sendiri, dengan puncak ingatannya."""
        lama, ingatan = manage(*perintah)
        self.record(f"{connection.vendor}: {nama} {DESA} desa", lama, ingatan=ingatan)

    def proses(
        self,
        nama: str,
        perintah: Sequence[str],
        acuan: float | None = None,
    ) -> float:
        lama, ingatan = process(perintah)
        self.record(nama, lama, acuan, ingatan)
        return lama

    def impor(self, folder: Path) -> Path:
        """Tahun lalu sebagai CSV, tahun ini sebagai XLSX; yang kedua dipakai lagi."""
        lembar_csv = folder / "idm.csv"
        xlsx = folder / "idm.xlsx"
        write_csv(lembar_csv, self.acuan, create_skor(self.acuan, LALU))
        write_xlsx(xlsx, self.acuan, self.isi)
        self._impor("impor CSV", lembar_csv, LALU)
        self._impor("impor XLSX", xlsx, KINI)
        return xlsx

    def _impor(self, nama: str, berkas: Path, tahun: int) -> None:
        alamat = str(berkas)
        self.jalankan(nama, "import_idm", alamat, "--tahun", str(tahun))

    def hitung_ulang(self) -> None:
        self.jalankan("hitung ulang", "recompute", str(KINI))

    def satu_per_satu(self) -> None:
        """Periksa tiap skor, hitung dengan Decimal, simpan; atas contoh, lalu dibatalkan."""
        with transaction.atomic():
            lama = once(self._store_contoh)
            self.record_di(f"simpan {CONTOH} desa satu per satu", lama)
            transaction.set_rollback(True)

    @cached_property
    def contoh(self) -> dict[str, Desa]:
        """Desa contoh menurut kodenya."""
        hasil = {}
        semua = Desa.objects.order_by("pk")
        for desa in semua[:CONTOH]:
            hasil[tanpa_titik(desa.kode)] = desa
        return hasil

    def _store_contoh(self) -> None:
        for kode, skor in self.isi[:CONTOH]:
            pasangan = zip(skor, self.acuan.boleh, strict=True)
            diterima = (satu in boleh for satu, boleh in pasangan)
            if not all(diterima):
                continue
            nilai = self.acuan.nilai(skor)
            desa = self.contoh[kode]
            IdmDesa.objects.create(
                desa=desa,
                tahun=LALU - 1,
                instrumen=self.instrumen,
                skor=skor,
                sumber=IdmDesa.Sumber.SKOR,
                **nilai._asdict(),
            )

    def agregat(self) -> None:
        """Banyak desa per status dan matriks: oleh basis data, lalu dengan memuat barisnya."""
        rows = IdmDesa.objects.filter(tahun=KINI)
        kita = seconds(rows.counts)
        biasa = once(lambda: per_status(rows))
        self.record_di("banyak desa per status", kita)
        self.record_di("banyak desa per status, memuat baris", biasa, kita)
        kita = seconds(_matriks)
        biasa = once(_matriks_biasa)
        self.record_di("matriks perpindahan", kita)
        self.record_di("matriks perpindahan, memuat baris", biasa, kita)
        assert _matriks() == _matriks_biasa()

    def tanpa_basis_data(self, xlsx: Path) -> None:
        """Menghitung saja, membaca saja, dan lembar kerja yang dihitung ulang LibreOffice."""
        kita = seconds(self.hitung)
        biasa = once(self._hitung_biasa)
        self.record(f"menghitung {DESA} desa sekaligus", kita)
        self.record("menghitung satu per satu dengan Decimal", biasa, kita)
        perintah = [sys.executable, "-c", READ, str(xlsx)]
        calamine = self.proses("membaca XLSX, python-calamine di proses anak", perintah)
        perintah = [sys.executable, "-c", OPENPYXL, str(xlsx)]
        self.proses("membaca XLSX, openpyxl", perintah, calamine)
        libreoffice = shutil.which("soffice")
        if libreoffice:
            berumus = xlsx.with_name("rumus.xlsx")
            write_xlsx(berumus, self.acuan, self.isi, (*RUMUS, STATUS))
            self.dengan_libreoffice(libreoffice, berumus)

    def hitung(self) -> Any:
        """Semua desa sekaligus."""
        from idm.massal import hitung_kolom

        deret = [skor for _, skor in self.isi]
        return hitung_kolom(deret, self.acuan.indeks, self.acuan.ambang)

    def _hitung_biasa(self) -> None:
        for _, skor in self.isi:
            self.acuan.nilai(skor)

    def dengan_libreoffice(self, libreoffice: str, berumus: Path) -> None:
        """Lembar kerja berumus dihitung ulang, lalu dibandingkan dengan hitungan kita."""
        keluar = berumus.parent / "keluar"
        pilihan = ["--headless", "--convert-to", "csv", "--outdir", str(keluar)]
        perintah = [libreoffice, *pilihan, str(berumus)]
        self.proses("lembar kerja berumus dihitung ulang LibreOffice", perintah)
        hasil = self.hitung()
        beda = _banyak_beda(keluar / "rumus.csv", hasil["idm"])
        self.write(f"IDM LibreOffice yang lain dari kita: {beda} dari {DESA}")


def per_status(rows: Iterable[Any]) -> Counter[str]:
    """Dengan memuat barisnya."""
    status = [row.status for row in rows]
    return Counter(status)


def _matriks() -> Arah:
    return banyak_pindah(None, KINI)


def _matriks_biasa() -> Arah:
    return matriks_biasa(IdmDesa, KINI)


def matriks_biasa(model: Any, tahun: int) -> Arah:
    """Dengan memuat baris kedua tahunnya."""
    lalu = {}
    for row in model.objects.filter(tahun=tahun - 1):
        lalu[row.desa_id] = row.status
    pindah: Arah = Counter()
    for row in model.objects.filter(tahun=tahun):
        arah = (lalu[row.desa_id], row.status)
        pindah[arah] += 1
    return pindah


def _banyak_beda(berkas: Path, idm: Iterable[int]) -> int:
    """Banyak baris yang IDM-nya lain; kolom kedua dari ujung."""
    from idm.massal import SKALA

    with berkas.open() as aliran:
        _, *baris = csv.reader(aliran)
    beda = 0
    for satu, kita in zip(baris, idm, strict=True):
        terbaca = Decimal(satu[-2])
        beda += terbaca * SKALA != kita
    return beda
