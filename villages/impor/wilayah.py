"""Membaca daftar kode wilayah resmi: kode dan nama, lintang dan bujur bila ada.

Baris kabupaten lain dilewati; perbandingannya pada `villages.impor.edisi`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from accounts.models import Kabupaten
from core.angka import parse
from documents.impor import Hasil, Kesalahan, normal
from documents.pembaca import Sel, Tabel, alamat
from villages.kode import (
    POLA_DESA,
    POLA_KECAMATAN,
    dengan_titik,
)

KEPALA = ("kode", "nama", "lintang", "bujur")
WAJIB = {"kode", "nama"}
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


class _Salah(Exception):
    """Satu sel yang tidak dapat dipakai: kolom dan sebabnya."""

    def __init__(self, kolom: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kolom, self.pesan = kolom, pesan


@dataclass(frozen=True)
class _Baris:
    """Satu baris lembar; `letak` nomor tiap kolom yang dikenal."""

    lembar: str
    nomor: int
    sel: Sequence[Sel]
    letak: dict[str, int]

    def isi(self, kolom: str) -> Sel:
        letak = self.letak.get(kolom)
        is_ada = letak is not None and letak < len(self.sel)
        return self.sel[letak] if is_ada else Sel()  # type: ignore[index]

    @property
    def kode(self) -> str:
        """Kode bertitik; sepuluh angka tanpa titik pun diterima."""
        kode = self.isi("kode").isi.strip()
        return dengan_titik(kode) if re.fullmatch(r"\d{10}", kode) else kode

    def kesalahan(self, salah: _Salah) -> Kesalahan:
        sel = alamat(self.nomor, self.letak[salah.kolom] + 1)
        return Kesalahan(
            self.lembar,
            sel,
            self.isi(salah.kolom).isi,
            salah.pesan,
        )


def baca(kabupaten: Kabupaten, tabel: Sequence[Tabel], hasil: Hasil) -> dict[str, BarisWilayah]:
    """Baris kabupaten ini menurut kodenya; masalahnya dicatat pada `hasil`."""
    rows: dict[str, BarisWilayah] = {}
    for satu in tabel:
        for baris in _baca(satu, kabupaten, hasil):
            if baris.kode in rows:
                pesan = f"Kode ini sudah ada pada baris {rows[baris.kode].nomor}."
                sel = f"A{baris.nomor}"
                hasil.kesalahan.append(Kesalahan(baris.lembar, sel, baris.kode, pesan))
            rows.setdefault(baris.kode, baris)
    hasil.banyak_baris = len(rows)
    if not rows and not hasil.kesalahan:
        pesan = f"Tidak ada baris berkode {kabupaten.kode}. Perlu kolom kode dan nama."
        hasil.kesalahan.append(Kesalahan("", "", "", pesan))
    return rows


def _baca(tabel: Tabel, kabupaten: Kabupaten, hasil: Hasil) -> Iterator[BarisWilayah]:
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
    letak: dict[str, int] = {}
    for nomor, sel in enumerate(tabel.baris, start=1):
        if letak:
            yield _Baris(tabel.nama, nomor, sel, letak)
            continue
        judul = [normal(satu.isi) for satu in sel]
        if set(judul) >= WAJIB:
            letak = {nama: urut for urut, nama in enumerate(judul) if nama in KEPALA}


def _wilayah(baris: _Baris, kabupaten: Kabupaten) -> BarisWilayah | None:
    """Wilayah kabupaten ini; `None` bila milik kabupaten lain, `_Salah` bila tidak terbaca."""
    if baris.isi("kode").jenis == "tanggal":
        raise _Salah("kode", TANGGAL)
    kode = baris.kode
    if not kode.startswith(f"{kabupaten.kode}."):
        return None
    if not any(re.fullmatch(pola, kode) for pola in (POLA_KECAMATAN, POLA_DESA)):
        raise _Salah("kode", BUKAN_KODE)
    nama = baris.isi("nama").isi.strip()
    if not nama or len(nama) > 100:
        raise _Salah("nama", "Nama wajib diisi, paling panjang 100 aksara.")
    return BarisWilayah(kode, nama, baris.lembar, baris.nomor, _titik(baris))


def _titik(baris: _Baris) -> Titik | None:
    """Lintang dan bujur; `None` bila tidak keduanya diisi."""
    titik: list[Decimal] = []
    for sumbu, batas in DERAJAT.items():
        sel = baris.isi(sumbu)
        if not sel.isi:
            continue
        nilai = _derajat(sel)
        if abs(nilai) > batas:
            pesan = f"Derajat antara -{batas} dan {batas}, misalnya -2,87 atau 104,75."
            raise _Salah(sumbu, pesan)
        titik.append(nilai)
    return (titik[0], titik[1]) if len(titik) == 2 else None


def _derajat(sel: Sel) -> Decimal:
    """Derajat dari sel angka atau tulisan, bertitik maupun berkoma desimal."""
    for baca in (Decimal, parse):
        try:
            return baca(sel.isi).quantize(Decimal("0.000001"))
        except (InvalidOperation, ValueError):
            continue
    return TAK_TERBACA
