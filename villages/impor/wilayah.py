"""Membaca daftar kode wilayah resmi: kode dan nama, lintang dan bujur bila ada.

Baris kabupaten lain dilewati; perbandingannya pada `villages.impor.edisi`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from accounts.models import Kabupaten
from core.angka import parse, pesan_satuan, satuan_lain
from documents.impor import Hasil, Kesalahan, normal
from documents.pembaca import Sel, Tabel, alamat
from villages.kode import POLA_DESA, POLA_KECAMATAN, bertitik

Sebaris = Sequence[Sel]
Letak = dict[str, int]  # judul → kolomnya
KEPALA = ("kode", "nama", "lintang", "bujur")
WAJIB = {"kode", "nama"}
SATUAN = "derajat"
DERAJAT = {"lintang": 90, "bujur": 180}
TAK_TERBACA = Decimal(999)  # derajat yang tidak terbaca, di luar semua batas
TANGGAL = (
    "Kode ini sudah berubah menjadi tanggal di lembar kerja; "
    "jadikan kolomnya teks lalu ketik ulang."
)
BUKAN_KODE = "Bukan kode kecamatan (16.07.01) atau desa/kelurahan (16.07.01.2001)."
Titik = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class BarisWilayah:
    """Satu baris daftar resmi milik kabupaten ini."""

    kode: str
    nama: str
    lembar: str
    nomor: int
    titik: Titik | None

    @property
    def tulisan_titik(self) -> str:
        if self.titik is None:
            return ""
        lintang, bujur = self.titik
        return f"{lintang} {bujur}"

    def ubahan(self) -> dict[str, Any]:
        """Isi ubahan pada pratinjau; isi lama dan titiknya diisi pembandingnya."""
        return {
            "lama": "",
            "baru": self.nama,
            "lembar": self.lembar,
            "sel": f"A{self.nomor}",
            "titik": "",
        }


PerKode = dict[str, BarisWilayah]


class _Salah(Exception):
    """Satu sel yang tidak dapat dipakai: kolom dan sebabnya."""

    def __init__(self, kolom: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kolom = kolom
        self.pesan = pesan


@dataclass(frozen=True)
class _Baris:
    """Satu baris lembar; `letak` nomor tiap kolom yang dikenal."""

    lembar: str
    nomor: int
    sel: Sebaris
    letak: Letak

    def isi(self, kolom: str) -> Sel:
        """Sel kosong bila barisnya lebih pendek dari kepalanya."""
        letak = self.letak.get(kolom)
        if letak is None or letak >= len(self.sel):
            return Sel()
        return self.sel[letak]

    @property
    def kode(self) -> str:
        """Kode bertitik; enam dan sepuluh angka tanpa titik pun diterima."""
        return bertitik(self.isi("kode").isi.strip())

    def kesalahan(self, salah: _Salah) -> Kesalahan:
        letak = self.letak[salah.kolom]
        sel = self.isi(salah.kolom)
        return Kesalahan(
            lembar=self.lembar,
            sel=alamat(self.nomor, letak + 1),
            isi=sel.isi,
            pesan=salah.pesan,
        )


def read(kabupaten: Kabupaten, tabel: Sequence[Tabel], hasil: Hasil) -> PerKode:
    """Baris kabupaten ini menurut kodenya; masalahnya dicatat pada `hasil`."""
    rows: PerKode = {}
    for satu in tabel:
        for baris in _read(satu, kabupaten, hasil):
            semula = rows.setdefault(baris.kode, baris)
            if semula is not baris:
                hasil.kesalahan.append(_kembar(baris, semula))
    hasil.banyak_baris = len(rows)
    if not rows and not hasil.kesalahan:
        pesan = f"Tidak ada baris berkode {kabupaten.kode}. Perlu kolom kode dan nama."
        hasil.kesalahan.append(Kesalahan("", "", "", pesan))
    return rows


def _kembar(baris: BarisWilayah, semula: BarisWilayah) -> Kesalahan:
    return Kesalahan(
        lembar=baris.lembar,
        sel=f"A{baris.nomor}",
        isi=baris.kode,
        pesan=f"Kode ini sudah ada pada baris {semula.nomor}.",
    )


def _read(tabel: Tabel, kabupaten: Kabupaten, hasil: Hasil) -> Iterator[BarisWilayah]:
    """Baris yang salah dicatat; yang lain tetap dibaca."""
    for baris in _baris(tabel):
        try:
            wilayah = _wilayah(baris, kabupaten)
        except _Salah as salah:
            hasil.kesalahan.append(baris.kesalahan(salah))
            continue
        if wilayah is not None:
            yield wilayah


def _baris(tabel: Tabel) -> Iterator[_Baris]:
    """Baris di bawah kepala; tabel tanpa kolom kode dan nama tidak memberi apa-apa."""
    letak: Letak = {}
    for nomor, sel in enumerate(tabel.baris, start=1):
        if letak:
            yield _Baris(tabel.nama, nomor, sel, letak)
        else:
            letak = _kepala(sel)


def _kepala(sel: Sebaris) -> Letak:
    """Letak tiap kolom yang dikenal; kosong bila barisnya bukan kepala."""
    judul = [normal(satu.isi) for satu in sel]
    if not set(judul) >= WAJIB:
        return {}
    letak = {}
    for urut, nama in enumerate(judul):
        if nama in KEPALA:
            letak[nama] = urut
    return letak


def _wilayah(baris: _Baris, kabupaten: Kabupaten) -> BarisWilayah | None:
    """Wilayah kabupaten ini; `None` bila milik kabupaten lain, `_Salah` bila tidak terbaca."""
    if baris.isi("kode").jenis == "tanggal":
        raise _Salah("kode", TANGGAL)
    kode = baris.kode
    if not kode.startswith(f"{kabupaten.kode}."):
        return None
    is_kecamatan = re.fullmatch(POLA_KECAMATAN, kode)
    if not is_kecamatan and not re.fullmatch(POLA_DESA, kode):
        raise _Salah("kode", BUKAN_KODE)
    nama = baris.isi("nama").isi.strip()
    if not nama or len(nama) > 100:
        raise _Salah("nama", "Nama wajib diisi, paling panjang 100 aksara.")
    return BarisWilayah(
        kode=kode,
        nama=nama,
        lembar=baris.lembar,
        nomor=baris.nomor,
        titik=_titik(baris),
    )


def _titik(baris: _Baris) -> Titik | None:
    """Lintang dan bujur; `None` bila tidak keduanya diisi."""
    titik: list[Decimal] = []
    for sumbu, batas in DERAJAT.items():
        sel = baris.isi(sumbu)
        if not sel.isi:
            continue
        lain = _satuan_lain(sel)
        if lain:
            raise _Salah(sumbu, pesan_satuan(sel.isi, lain, SATUAN))
        nilai = _derajat(sel)
        if abs(nilai) > batas:
            pesan = f"Derajat antara -{batas} dan {batas}, misalnya -2,87 atau 104,75."
            raise _Salah(sumbu, pesan)
        titik.append(nilai)
    if len(titik) < len(DERAJAT):
        return None
    lintang, bujur = titik
    return lintang, bujur


def _satuan_lain(sel: Sel) -> str:
    """Satuan pada tulisan atau bentuk selnya yang bukan derajat; kosong bila tidak ada."""
    if sel.jenis == "persen":
        return "%"
    bentuk = sel.satuan.strip("° ")
    if bentuk.lower() == SATUAN:
        bentuk = ""
    return bentuk or satuan_lain(sel.isi, SATUAN)


def _derajat(sel: Sel) -> Decimal:
    """Derajat dari sel angka atau tulisan, bertitik maupun berkoma desimal."""
    for read in (Decimal, parse):
        try:
            return read(sel.isi).quantize(Decimal("0.000001"))
        except (InvalidOperation, ValueError):
            continue
    return TAK_TERBACA
