"""APBDes, koperasi, Indeks Desa, AKIP dan angka terbuka di tiap tempat."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from idm.actions.dimensi import instrumen_dimensi
from idm.models import IndeksDesa
from idm.scoring import Status
from tests.jalan.baris import baris, rata
from tests.jalan.figur import Figur, Tertulis
from tests.jalan.halaman import Halaman, TabelHalaman
from villages.models import AnggaranDesa, Desa, KoperasiDesa, RekeningDesa

Tabel = list[TabelHalaman]
HAL = ("Anggaran", "Realisasi", "%")
TAHAP = ("Desa/kelurahan", "Musyawarah", "Berbadan hukum", "Aktif", "Belum tercatat")
SELURUHNYA = re.compile(r"jumlah\*?|kabupaten .*")  # baris kaki
DESA_TERBUKA = re.compile(r"[\d.]+ (?P<desa>.+), Kecamatan (?P<kecamatan>.+) \((?P<status>[^)]+)\)")


def plant(kabupaten: Kabupaten, tahun: int) -> Desa:
    """Indeks semua desa, APBDes dan koperasi satu kecamatan; desanya yang pertama."""
    milik = Desa.objects.filter(kecamatan__kabupaten=kabupaten).desa_on(tahun)
    desa = milik.select_related("kecamatan").order_by("kode")
    sekecamatan = list(desa.filter(kecamatan=desa[0].kecamatan))
    rinci = RekeningDesa.objects.filter(rekeningdesa=None)
    uang = []
    for kali, satu in enumerate(sekecamatan, start=1):
        for nomor, rekening in enumerate(rinci.order_by("kode"), start=2):
            isi = {"anggaran": 1_000_003 * kali * nomor, "realisasi": 800_001 * kali * nomor}
            uang.append(AnggaranDesa(desa=satu, tahun=tahun, rekening=rekening, **isi))
    AnggaranDesa.objects.bulk_create(uang)
    musyawarah = datetime.date(tahun, 5, 1)
    KoperasiDesa.objects.create(
        desa=sekecamatan[0], tanggal_musyawarah=musyawarah, tanggal_badan_hukum=musyawarah
    )
    KoperasiDesa.objects.create(desa=sekecamatan[1], tanggal_musyawarah=musyawarah)
    _plant_indeks(list(desa), tahun)
    return sekecamatan[0]


def _plant_indeks(semua: list[Desa], tahun: int) -> None:
    """Skor terbitan semua desa, semua statusnya ada."""
    instrumen = instrumen_dimensi(tahun)
    status = [satu.value for satu in Status]
    rows = []
    for urut, desa in enumerate(semua):
        skor = Decimal(4000 + urut * 13 % 5900) / 100
        isi = {"skor": skor, "status": status[urut % len(status)], "sumber": "terbitan"}
        rows.append(IndeksDesa(desa=desa, tahun=tahun, instrumen=instrumen, **isi))
    IndeksDesa.objects.bulk_create(rows)


def apbdes(tabel: Tabel, tahun: int) -> Iterator[Tertulis]:
    """Tiap kecamatan, tiap desa dan tiap rekening; jumlahnya juga rekening induknya."""
    for row in baris(tabel, "^Kecamatan$", "^Pendapatan / Anggaran$"):
        wilayah = rata(f"{row.teks('^Desa$')} {row.teks('^Kecamatan$')}").strip()
        for nama, sel in row.semua(" / (Anggaran|Realisasi|%)$"):
            rekening, _, hal = nama.partition(" / ")
            yield Tertulis(_pokok(wilayah, rekening, tahun, hal), sel.teks)
    for row in baris(tabel, "^Kode$", "^Rekening$", "^Desa$"):
        for hal in HAL:
            figur = _pokok("jumlah", row.teks("^Rekening$"), tahun, hal)
            yield Tertulis(figur, row.teks(f"^{hal}$"))


def apbdes_desa(tabel: Tabel, desa: Desa, tahun: int) -> Iterator[Tertulis]:
    """Panel satu desa; rinciannya milik desa itu sendiri."""
    wilayah = rata(f"{desa.nama} {desa.kecamatan.nama}")
    for row in baris(tabel, "^Rekening$", "^Anggaran$"):
        for hal in HAL:
            figur = _pokok(wilayah, row.teks("^Rekening$"), tahun, hal)
            yield Tertulis(figur, row.teks(f"^{hal}$"))


def _pokok(wilayah: str, rekening: str, tahun: int, hal: str) -> Figur:
    """Baris kaki tabel kecamatan seluruh kabupaten."""
    if SELURUHNYA.fullmatch(wilayah):
        wilayah = "jumlah"
    return Figur(f"apbdes {wilayah} {rata(rekening)}", tahun, hal)


def koperasi(tabel: Tabel, tahun: int) -> Iterator[Tertulis]:
    """Banyak koperasi tiap tahap menurut kecamatan."""
    for row in baris(tabel, "^Kecamatan$", "^Musyawarah$"):
        nama = rata(row.teks("^Kecamatan$"))
        for hal in TAHAP:
            figur = Figur(f"koperasi {nama}", tahun, hal)
            yield Tertulis(figur, row.teks(f"^{hal}$"))


def akip(halaman: Halaman, tahun: int) -> Iterator[Tertulis]:
    """Halaman satu evaluasi: nilai dan predikatnya, dan trennya."""
    sebutan = dict(halaman.sebutan)
    yield from _akip(tahun, sebutan["Nilai"].teks, sebutan["Kategori tercetak"].teks)
    for row in baris(halaman.tabel, "^Tahun$", "^Nilai$", "^Predikat$"):
        yield from _akip(int(row.teks("^Tahun$")), row.teks("^Nilai$"), row.teks("^Predikat$"))


def daftar_akip(tabel: Tabel) -> Iterator[Tertulis]:
    """Daftar evaluasi."""
    for row in baris(tabel, "^Pedoman$", "^Kategori tercetak$"):
        tahun = int(row.teks("^Tahun$"))
        yield from _akip(tahun, row.teks("^Nilai$"), row.teks("^Kategori tercetak$"))


def _akip(tahun: int, nilai: str, predikat: str) -> Iterator[Tertulis]:
    yield Tertulis(Figur("akip", tahun, "nilai"), nilai)
    yield Tertulis(Figur("akip", tahun, "predikat"), predikat)


def terbuka(isi: Any, tahun: int) -> Iterator[Tertulis]:
    """Angka penetapan sah yang dibuka bagi umum: status kabupaten, lalu tiap desa."""
    for naskah in isi["naskah"]:
        for satu in naskah["baris"]:
            nama, status = satu["uraian"], ""
            cocok = DESA_TERBUKA.fullmatch(nama)
            if cocok:
                nama, status = f"desa {cocok['desa']} {cocok['kecamatan']}", cocok["status"]
                yield Tertulis(Figur(rata(nama), tahun, "Status"), status)
            for angka in satu["angka"]:
                tulisan = angka["angka"]["tulisan"]
                if cocok:
                    yield Tertulis(Figur(rata(nama), tahun, angka["ukuran"].upper()), tulisan)
                elif satu["kelompok"] == f"Status IDM {tahun}":
                    yield Tertulis(Figur(f"status {rata(nama)}", tahun, "desa"), tulisan)
