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
from villages.kode import POLA_DESA, POLA_KECAMATAN, dengan_titik

KEPALA = {"kode": "kode", "nama": "nama", "lintang": "lintang", "bujur": "bujur"}
DERAJAT = {"lintang": 90, "bujur": 180}


@dataclass(frozen=True)
class BarisWilayah:
    """Satu baris daftar resmi milik kabupaten ini."""

    kode: str
    nama: str
    lembar: str
    nomor: int
    titik: tuple[Decimal, Decimal] | None


def baca(kabupaten: Kabupaten, tabel: Sequence[Tabel], hasil: Hasil) -> dict[str, BarisWilayah]:
    """Baris kabupaten ini menurut kodenya; masalahnya dicatat pada `hasil`."""
    rows: dict[str, BarisWilayah] = {}
    for baris in (b for t in tabel for b in _baca(t, kabupaten, hasil)):
        if baris.kode in rows:
            pesan = f"Kode ini sudah ada pada baris {rows[baris.kode].nomor}."
            hasil.kesalahan.append(Kesalahan(baris.lembar, f"A{baris.nomor}", baris.kode, pesan))
        rows.setdefault(baris.kode, baris)
    hasil.banyak_baris = len(rows)
    if not rows and not hasil.kesalahan:
        pesan = f"Tidak ada baris berkode {kabupaten.kode}. Perlu kolom kode dan nama."
        hasil.kesalahan.append(Kesalahan("", "", "", pesan))
    return rows


def _baca(t: Tabel, kabupaten: Kabupaten, hasil: Hasil) -> Iterator[BarisWilayah]:
    kepala = next(
        (n for n, b in enumerate(t.baris) if {"kode", "nama"} <= {normal(s.isi) for s in b}), None
    )
    if kepala is None:
        return
    letak = {
        KEPALA[normal(s.isi)]: i for i, s in enumerate(t.baris[kepala]) if normal(s.isi) in KEPALA
    }
    for nomor, baris in enumerate(t.baris[kepala + 1 :], start=kepala + 2):
        isi = {nama: baris[i] if i < len(baris) else Sel() for nama, i in letak.items()}
        kode = isi["kode"].isi.strip()
        if isi["kode"].jenis == "tanggal":
            pesan = "Kode ini sudah berubah menjadi tanggal di lembar kerja; jadikan kolomnya teks lalu ketik ulang."
            hasil.kesalahan.append(Kesalahan(t.nama, alamat(nomor, letak["kode"] + 1), kode, pesan))
            continue
        kode = dengan_titik(kode) if re.fullmatch(r"\d{10}", kode) else kode
        if kode.startswith(f"{kabupaten.kode}."):
            yield from _satu(t, nomor, kode, isi, letak, hasil)


def _satu(
    t: Tabel, nomor: int, kode: str, isi: dict[str, Sel], letak: dict[str, int], hasil: Hasil
) -> Iterator[BarisWilayah]:
    def salah(nama: str, pesan: str) -> None:
        hasil.kesalahan.append(
            Kesalahan(t.nama, alamat(nomor, letak[nama] + 1), isi[nama].isi, pesan)
        )

    if not (re.fullmatch(POLA_KECAMATAN, kode) or re.fullmatch(POLA_DESA, kode)):
        salah("kode", "Bukan kode kecamatan (16.07.01) atau desa/kelurahan (16.07.01.2001).")
        return
    nama = isi["nama"].isi.strip()
    if not nama or len(nama) > 100:
        salah("nama", "Nama wajib diisi, paling panjang 100 aksara.")
        return
    titik: list[Decimal] = []
    for sumbu, batas in DERAJAT.items():
        nilai = _derajat(isi[sumbu]) if sumbu in isi and isi[sumbu].isi else None
        if nilai is None:
            continue
        if abs(nilai) > batas:
            salah(sumbu, f"Derajat antara -{batas} dan {batas}, misalnya -2,87 atau 104,75.")
            return
        titik.append(nilai)
    yield BarisWilayah(kode, nama, t.nama, nomor, (titik[0], titik[1]) if len(titik) == 2 else None)


def _derajat(sel: Sel) -> Decimal:
    """Derajat dari sel angka atau tulisan bertitik maupun berkoma desimal; yang tidak terbaca di luar batas."""
    for baca in (Decimal, parse):
        try:
            return baca(sel.isi).quantize(Decimal("0.000001"))
        except (InvalidOperation, ValueError):
            continue
    return Decimal(999)
