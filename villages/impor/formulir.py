"""Formulir Identifikasi Kerja Sama Antar Desa dalam susunan cetaknya menjadi ubahan kisi.

Kecamatan hanya tertulis di baris pertamanya (sel gabungan), kepala tabel berulang di tiap halaman,
dan angka 1 berada pada salah satu dari dua kolom. Kontak tidak dibaca.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from documents.impor import Hasil, Kesalahan, normal
from documents.impor.sel import bandingkan
from documents.pembaca import Sel, Tabel, alamat
from villages.models import Kecamatan, KerjaSama
from villages.nama import kunci
from villages.sources import NamaDesa

BAGIAN = (
    ("kawasan perdesaan", KerjaSama.Jenis.KAWASAN),
    ("eks pnpm", KerjaSama.Jenis.EKS_PNPM),
)
SATU_KOLOM = "Isi angka 1 pada tepat satu kolom: AKTIF atau TIDAK AKTIF."
STATUS = ("aktif", "tidak_aktif")
BERSAMA = ("dokumen", "keterangan")
# kolom kisi dan awal judulnya pada formulir
JUDUL = (
    ("kecamatan", "kecamatan"),
    ("nama", "nama desa"),
    ("dokumen", "dokumen"),
    ("keterangan", "keterangan"),
)
JUMLAH = {"total", "jumlah"}
KOSONG = ("", "-", "0")


@dataclass(frozen=True)
class Tempat:
    """Satu baris formulir: kecamatan dan bagian yang berlaku baginya."""

    lembar: str
    nomor: int
    jenis: KerjaSama.Jenis
    kecamatan: str
    sel: dict[str, Sel]
    kolom: dict[str, int]

    def alamat(self, nama: str) -> str:
        return alamat(self.nomor, self.kolom.get(nama, 1))

    def isi(self, nama: str) -> str:
        return self.sel.get(nama, Sel()).isi


def baca(grid: Any, tabel: Sequence[Tabel]) -> Hasil | None:
    """Ubahan dari lembar bersusunan formulir; `None` bila bukan formulir itu."""
    tempat: list[Tempat] = []
    for satu in tabel:
        tempat += _baris(satu)
    if not tempat:
        return None
    hasil = Hasil()
    pembaca = _Pembaca(grid, hasil)
    for t in tempat:
        pembaca.baca(t)
    return hasil


def _baris(tabel: Tabel) -> Iterator[Tempat]:
    kolom: dict[str, int] = {}
    jenis, kecamatan = KerjaSama.Jenis.KAWASAN, ""
    for nomor, baris in enumerate(tabel.baris, start=1):
        teks = [normal(satu.isi) for satu in baris]
        bagian = _bagian(teks)
        if bagian is not None:
            jenis, kecamatan = bagian, ""
            continue
        judul = _judul(teks)
        kolom = kolom | judul
        if judul or not {"nama", "aktif"} <= kolom.keys() or _is_nomor_kolom(teks):
            continue
        if JUMLAH & set(teks[:2]):
            return
        sel = {nama: baris[letak - 1] for nama, letak in kolom.items() if letak <= len(baris)}
        if "kecamatan" in sel:
            kecamatan = sel["kecamatan"].isi or kecamatan
        if any(satu.isi for satu in sel.values()):
            yield Tempat(
                tabel.nama,
                nomor,
                jenis,
                kecamatan,
                sel,
                kolom,
            )


def _bagian(teks: list[str]) -> KerjaSama.Jenis | None:
    """Jenis kerja sama bila barisnya judul bagian A atau B."""
    judul = [satu for satu in teks[:2] if "data" in satu]
    for tulisan, jenis in BAGIAN:
        if any(tulisan in satu for satu in judul):
            return jenis
    return None


def _judul(teks: list[str]) -> dict[str, int]:
    """Letak kolom pada baris kepala; baris keduanya hanya memuat AKTIF dan TIDAK AKTIF."""
    status: dict[str, int] = {}
    judul: dict[str, int] = {}
    for letak, satu in enumerate(teks, start=1):
        nama = satu.replace(" ", "_")
        if nama in STATUS:
            status[nama] = letak
        judul |= {nama: letak for nama, awal in JUDUL if satu.startswith(awal)}
    if len(status) == 2:
        return status
    return judul if "nama" in judul else {}


def _is_nomor_kolom(teks: list[str]) -> bool:
    isi = [satu for satu in teks if satu]
    is_angka = len(isi) > 1 and all(satu.isdigit() for satu in isi)
    return is_angka and len(isi) in (2, len(teks))


class _Pembaca:
    """Mencocokkan tiap baris formulir dengan baris kisi, dan mengumpulkan semua masalahnya."""

    def __init__(self, grid: Any, hasil: Hasil) -> None:
        self.grid, self.hasil = grid, hasil
        self.nama = NamaDesa(grid.kabupaten)
        self.isian = {kolom.nama: kolom for kolom in grid.columns()}
        self.rows = {row.kunci: row for row in grid.rows()}
        self.kerja_sama: dict[tuple[int, str], KerjaSama] = {}
        for k in grid.kerja_sama():
            self.kerja_sama.setdefault((k.kecamatan_id, k.jenis), k)
        self.tercetak: dict[tuple[int, str], Any] = {}
        for row in self.rows.values():
            if row.gaya != "kelompok":
                self.tercetak[(row.obj.kerja_sama_id, kunci(row.label))] = row
        self.terlihat: dict[str, str] = {}

    def salah(self, t: Tempat, kolom: str, pesan: str) -> None:
        tempat = t.alamat(kolom)
        self.hasil.kesalahan.append(Kesalahan(t.lembar, tempat, t.isi(kolom), pesan))

    def baca(self, t: Tempat) -> None:
        kecamatan = self.nama.kecamatan.get(kunci(t.kecamatan))
        if kecamatan is None:
            sebutan = t.kecamatan or "(kosong)"
            self.salah(t, "kecamatan", f"Kecamatan “{sebutan}” tidak dikenal.")
            return
        kerja_sama = self.kerja_sama.get((kecamatan.pk, t.jenis))
        if kerja_sama is None:
            jenis = KerjaSama.Jenis(t.jenis).label
            pesan = f"Belum ada {jenis} di Kecamatan {kecamatan}; tambahkan kerja samanya dulu."
            self.salah(t, "kecamatan", pesan)
            return
        self.hasil.banyak_baris += 1
        is_baris_kecamatan = bool(t.isi("kecamatan"))
        if is_baris_kecamatan:
            self.ubah(t, self.rows[f"k{kerja_sama.pk}"], BERSAMA)
        if t.isi("nama"):
            row = self.cari(t, kecamatan, kerja_sama)
            if row is not None and self.is_bertanda(t):
                self.ubah(
                    t,
                    row,
                    STATUS if is_baris_kecamatan else (*STATUS, *BERSAMA),
                )

    def is_bertanda(self, t: Tempat) -> bool:
        """Tiap desa pada formulir bertanda di satu kolom, tidak di keduanya."""
        tanda = [nama for nama in STATUS if t.isi(nama) not in KOSONG]
        if len(tanda) != 1:
            self.salah(t, "aktif", SATU_KOLOM)
        return len(tanda) == 1

    def cari(self, t: Tempat, kecamatan: Kecamatan, kerja_sama: KerjaSama) -> Any:
        """Baris kisi milik tulisan itu; yang belum cocok disebut beserta calonnya."""
        tulisan = t.isi("nama")
        desa = self.nama.cari(kecamatan, tulisan)
        row = self.rows.get(f"{kerja_sama.pk}-d{desa.pk}") if desa else None
        row = row or self.tercetak.get((kerja_sama.pk, kunci(tulisan)))
        if row is None:
            self.salah(t, "nama", self._belum_cocok(kecamatan, tulisan))
            return None
        if row.kunci in self.terlihat:
            self.salah(
                t,
                "nama",
                f"Desa ini sudah ada pada {self.terlihat[row.kunci]}.",
            )
            return None
        self.terlihat[row.kunci] = t.alamat("nama")
        return row

    def _belum_cocok(self, kecamatan: Kecamatan, tulisan: str) -> str:
        calon = self.nama.calon(kecamatan, tulisan)[:3]
        sebutan = ", ".join(f"{desa.nama} ({desa.kode})" for desa in calon)
        return f"Nama ini belum cocok dengan desa di Kecamatan {kecamatan}. Mungkin: {sebutan}."

    def ubah(self, t: Tempat, row: Any, kolom: Sequence[str]) -> None:
        for nama in kolom:
            if nama not in t.sel:
                continue
            sel = Sel() if t.isi(nama) == "-" else t.sel[nama]
            tempat = t.alamat(nama)
            bandingkan(
                self.grid,
                row,
                self.isian[nama],
                sel,
                t.lembar,
                tempat,
                self.hasil,
            )
