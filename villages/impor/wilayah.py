"""Daftar kode wilayah resmi dibandingkan dengan yang tercatat: baru, berganti nama, tidak ada lagi.

Kolom: kode dan nama; lintang dan bujur boleh ada. Baris kabupaten lain dilewati.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from accounts.models import Kabupaten
from core.angka import parse
from documents.impor import Hasil, Kesalahan, normal
from documents.pembaca import Sel, Tabel, alamat
from villages.kode import POLA_DESA, POLA_KECAMATAN, dengan_titik
from villages.models import Desa, Kecamatan
from villages.nama import kunci

BARU, NAMA, EJAAN, TITIK, HILANG, KEMBALI = "baru", "nama", "ejaan", "titik", "hilang", "kembali"
JUDUL = {
    BARU: "Wilayah baru", NAMA: "Ganti nama", EJAAN: "Ejaan", TITIK: "Titik tengah", HILANG: "Tidak ada lagi",
    KEMBALI: "Berlaku lagi",
}  # fmt: skip
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


def periksa(kabupaten: Kabupaten, tabel: Sequence[Tabel]) -> Hasil:
    """Semua ubahan dan masalah; yang tidak ada lagi dan ganti nama hanya diterapkan bila diminta."""
    hasil = Hasil()
    rows: dict[str, BarisWilayah] = {}
    for baris in (b for t in tabel for b in _baca(t, kabupaten, hasil)):
        if baris.kode in rows:
            pesan = f"Kode ini sudah ada pada baris {rows[baris.kode].nomor}."
            hasil.kesalahan.append(Kesalahan(baris.lembar, f"A{baris.nomor}", baris.kode, pesan))
        rows.setdefault(baris.kode, baris)
    hasil.banyak_baris = len(rows)
    if not rows:
        if not hasil.kesalahan:
            pesan = f"Tidak ada baris berkode {kabupaten.kode}. Perlu kolom kode dan nama."
            hasil.kesalahan.append(Kesalahan("", "", "", pesan))
        return hasil
    _bandingkan(kabupaten, rows, hasil)
    return hasil


def _baca(t: Tabel, kabupaten: Kabupaten, hasil: Hasil) -> Iterator[BarisWilayah]:
    kepala = next((n for n, b in enumerate(t.baris) if {"kode", "nama"} <= {normal(s.isi) for s in b}), None)
    if kepala is None:
        return
    letak = {KEPALA[normal(s.isi)]: i for i, s in enumerate(t.baris[kepala]) if normal(s.isi) in KEPALA}
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
        hasil.kesalahan.append(Kesalahan(t.nama, alamat(nomor, letak[nama] + 1), isi[nama].isi, pesan))

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


def _bandingkan(kabupaten: Kabupaten, rows: dict[str, BarisWilayah], hasil: Hasil) -> None:
    ada: dict[str, Any] = {k.kode: k for k in Kecamatan.objects.filter(kabupaten=kabupaten)}
    ada |= {d.kode: d for d in Desa.objects.filter(kecamatan__kabupaten=kabupaten).select_related("kecamatan")}
    hilang = [obj for kode, obj in ada.items() if kode not in rows and obj.sampai is None]
    for kode in sorted(rows, key=lambda k: (len(k), k)):
        baris, obj = rows[kode], ada.get(kode)
        if obj is None:
            _baru(baris, rows, ada, hilang, hasil)
        else:
            _lama(baris, obj, hasil)
    for obj in hilang:
        _ubah(hasil, HILANG, obj.kode, obj.nama, "", next(iter(rows.values())).lembar, "")


def _baru(baris: BarisWilayah, rows: Any, ada: dict[str, Any], hilang: list[Any], hasil: Hasil) -> None:
    kecamatan = baris.kode[:8]
    if len(baris.kode) > 8 and kecamatan not in ada and kecamatan not in rows:
        pesan = f"Kecamatan {kecamatan} tidak ada pada daftar ini dan belum tercatat."
        hasil.kesalahan.append(Kesalahan(baris.lembar, f"A{baris.nomor}", baris.kode, pesan))
        return
    _ubah(hasil, BARU, baris.kode, "", baris.nama, baris.lembar, f"A{baris.nomor}", titik=_teks(baris.titik))
    if asal := next((o for o in hilang if kunci(o.nama) == kunci(baris.nama)), None):
        pesan = f"Mungkin pindahan {asal.kode} {asal.nama}, yang tidak ada lagi pada daftar ini."
        hasil.catatan.append(Kesalahan(baris.lembar, f"A{baris.nomor}", baris.nama, pesan))


def _lama(baris: BarisWilayah, obj: Any, hasil: Hasil) -> None:
    sebelum = len(hasil.ubahan)
    sel = f"A{baris.nomor}"
    if obj.sampai is not None:
        _ubah(hasil, KEMBALI, obj.kode, obj.nama, baris.nama, baris.lembar, sel)
    if obj.nama != baris.nama:
        apa = EJAAN if kunci(obj.nama) == kunci(baris.nama) else NAMA
        _ubah(hasil, apa, obj.kode, obj.nama, baris.nama, baris.lembar, sel)
    if baris.titik and isinstance(obj, Desa) and (obj.lintang, obj.bujur) != baris.titik:
        lama = "" if obj.lintang is None else f"{obj.lintang} {obj.bujur}"
        _ubah(hasil, TITIK, obj.kode, lama, _teks(baris.titik), baris.lembar, sel)
    hasil.sama += len(hasil.ubahan) == sebelum


def _teks(titik: tuple[Decimal, Decimal] | None) -> str:
    return f"{titik[0]} {titik[1]}" if titik else ""


def _ubah(hasil: Hasil, aksi: str, kode: str, lama: str, baru: str, lembar: str, sel: str, *, titik: str = "") -> None:
    """Ganti nama dan yang tidak ada lagi menimpa isi lama, jadi hanya diterapkan bila diminta."""
    beda = {"beda": "1"} if aksi in {NAMA, HILANG} or (aksi == TITIK and lama) else {}
    hasil.ubahan.append(
        {"kunci": kode, "aksi": aksi, "baris": kode, "judul": JUDUL[aksi], "lama": lama, "baru": baru,
         "lembar": lembar, "sel": sel, "titik": titik} | beda
    )  # fmt: skip
