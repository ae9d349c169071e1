"""Formulir Identifikasi Kerja Sama Antar Desa dalam susunan cetaknya menjadi ubahan kisi.

Kecamatan hanya tertulis di baris pertamanya (sel gabungan), kepala tabel berulang di tiap halaman, dan angka 1
berada pada salah satu dari dua kolom. Kontak tidak dibaca.
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

BAGIAN = (("kawasan perdesaan", KerjaSama.Jenis.KAWASAN), ("eks pnpm", KerjaSama.Jenis.EKS_PNPM))
# kolom kisi dan awal judulnya pada formulir
SATU_KOLOM = "Isi angka 1 pada tepat satu kolom: AKTIF atau TIDAK AKTIF."
JUDUL = (
    ("kecamatan", "kecamatan"), ("nama", "nama desa"), ("dokumen", "dokumen"), ("keterangan", "keterangan"),
)  # fmt: skip


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


def baca(grid: Any, tabel: Sequence[Tabel]) -> Hasil | None:
    """Ubahan dari lembar bersusunan formulir; `None` bila bukan formulir itu."""
    tempat = [t for satu in tabel for t in _baris(satu)]
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
        teks = [normal(s.isi) for s in baris]
        bagian = next(
            (j for tulisan, j in BAGIAN for t in teks[:2] if tulisan in t and "data" in t), None
        )
        if bagian is not None:
            jenis, kecamatan = bagian, ""
            continue
        if judul := _judul(teks, kolom):
            kolom = kolom | judul
            continue
        if "nama" not in kolom or "aktif" not in kolom or _is_nomor_kolom(teks):
            continue
        sel = {nama: baris[i - 1] for nama, i in kolom.items() if i <= len(baris)}
        if any(normal(s.isi) in {"total", "jumlah"} for s in baris[:2]):
            return
        kecamatan = (
            sel["kecamatan"].isi if "kecamatan" in sel and sel["kecamatan"].isi else kecamatan
        )
        if any(s.isi for s in sel.values()):
            yield Tempat(tabel.nama, nomor, jenis, kecamatan, sel, kolom)


def _judul(teks: list[str], kolom: dict[str, int]) -> dict[str, int]:
    """Letak kolom dari baris kepala; baris kedua kepala hanya memuat AKTIF dan TIDAK AKTIF."""
    status = {
        nama: i
        for i, t in enumerate(teks, start=1)
        for nama in ("aktif", "tidak_aktif")
        if t == nama.replace("_", " ")
    }
    if len(status) == 2:
        return status
    if not any(t.startswith("nama desa") for t in teks):
        return {}
    return {
        nama: i for nama, awal in JUDUL for i, t in enumerate(teks, start=1) if t.startswith(awal)
    }


def _is_nomor_kolom(teks: list[str]) -> bool:
    isi = [t for t in teks if t]
    return len(isi) > 1 and all(t.isdigit() for t in isi) and len(isi) in (2, len(teks))


class _Pembaca:
    """Mencocokkan tiap baris formulir dengan baris kisi, dan mengumpulkan semua masalahnya."""

    def __init__(self, grid: Any, hasil: Hasil) -> None:
        self.grid, self.hasil = grid, hasil
        self.nama = NamaDesa(grid.kabupaten)
        self.rows = {row.kunci: row for row in grid.rows()}
        self.kerja_sama: dict[tuple[int, str], KerjaSama] = {}
        for k in grid.kerja_sama():
            self.kerja_sama.setdefault((k.kecamatan_id, k.jenis), k)
        self.tercetak = {
            (row.obj.kerja_sama_id, kunci(row.label)): row
            for row in self.rows.values()
            if row.gaya != "kelompok"
        }
        self.terlihat: dict[str, str] = {}

    def salah(self, t: Tempat, kolom: str, pesan: str) -> None:
        isi = t.sel[kolom].isi if kolom in t.sel else ""
        self.hasil.kesalahan.append(Kesalahan(t.lembar, t.alamat(kolom), isi, pesan))

    def baca(self, t: Tempat) -> None:
        kecamatan = self.nama.kecamatan.get(kunci(t.kecamatan))
        if kecamatan is None:
            self.salah(t, "kecamatan", f"Kecamatan “{t.kecamatan or '(kosong)'}” tidak dikenal.")
            return
        kerja_sama = self.kerja_sama.get((kecamatan.pk, t.jenis))
        if kerja_sama is None:
            pesan = f"Belum ada {KerjaSama.Jenis(t.jenis).label} di Kecamatan {kecamatan}; tambahkan kerja samanya dulu."
            self.salah(t, "kecamatan", pesan)
            return
        self.hasil.banyak_baris += 1
        is_baris_kecamatan = "kecamatan" in t.sel and bool(t.sel["kecamatan"].isi)
        nama = t.sel["nama"].isi if "nama" in t.sel else ""
        if is_baris_kecamatan:
            self.ubah(t, self.rows[f"k{kerja_sama.pk}"], ("dokumen", "keterangan"))
        if nama:
            row = self.cari(t, kecamatan, kerja_sama, nama)
            if row is not None and self.is_bertanda(t):
                self.ubah(
                    t,
                    row,
                    (
                        "aktif",
                        "tidak_aktif",
                        *(() if is_baris_kecamatan else ("dokumen", "keterangan")),
                    ),
                )

    def is_bertanda(self, t: Tempat) -> bool:
        """Tiap desa pada formulir bertanda di satu kolom, tidak di keduanya."""
        tanda = [
            nama
            for nama in ("aktif", "tidak_aktif")
            if t.sel.get(nama, Sel()).isi not in ("", "-", "0")
        ]
        if len(tanda) != 1:
            self.salah(t, "aktif", SATU_KOLOM)
        return len(tanda) == 1

    def cari(self, t: Tempat, kecamatan: Kecamatan, kerja_sama: KerjaSama, nama: str) -> Any:
        """Baris kisi milik tulisan itu; yang belum cocok disebut beserta calonnya."""
        desa = self.nama.cari(kecamatan, nama)
        row = self.rows.get(f"{kerja_sama.pk}-d{desa.pk}") if desa else None
        row = row or self.tercetak.get((kerja_sama.pk, kunci(nama)))
        if row is None:
            calon = ", ".join(f"{d.nama} ({d.kode})" for d in self.nama.calon(kecamatan, nama)[:3])
            self.salah(
                t,
                "nama",
                f"Nama ini belum cocok dengan desa di Kecamatan {kecamatan}. Mungkin: {calon}.",
            )
            return None
        if row.kunci in self.terlihat:
            self.salah(t, "nama", f"Desa ini sudah ada pada {self.terlihat[row.kunci]}.")
            return None
        self.terlihat[row.kunci] = t.alamat("nama")
        return row

    def ubah(self, t: Tempat, row: Any, kolom: Sequence[str]) -> None:
        isian = {k.nama: k for k in self.grid.columns()}
        for nama in kolom:
            if nama in t.sel:
                sel = t.sel[nama]
                sel = Sel() if sel.isi == "-" else sel
                bandingkan(self.grid, row, isian[nama], sel, t.lembar, t.alamat(nama), self.hasil)
