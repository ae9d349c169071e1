"""Formulir Identifikasi Kerja Sama Antar Desa dalam susunan cetaknya menjadi ubahan kisi.

Kecamatan hanya tertulis di baris pertamanya (sel gabungan), kepala tabel berulang di tiap halaman,
dan angka 1 berada pada salah satu dari dua kolom. Kontak tidak dibaca.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from core.daerah import SebutanWilayah
from documents.impor import Hasil, Kesalahan, normal
from documents.impor.judul import check_tahun
from documents.impor.sel import bandingkan, tanpa_strip
from documents.pembaca import Sel, Tabel, alamat
from villages.models import Kecamatan, KerjaSama
from villages.nama import kunci
from villages.sources import NamaDesa

Letak = dict[str, int]  # judul → kolomnya
BAGIAN = (
    ("kawasan perdesaan", KerjaSama.JenisKerjaSama.KAWASAN),
    ("eks pnpm", KerjaSama.JenisKerjaSama.EKS_PNPM),
)
SATU_KOLOM = "Isi angka 1 pada tepat satu kolom: AKTIF atau TIDAK AKTIF."
STATUS = ("aktif", "tidak_aktif")
BERSAMA = ("dokumen", "keterangan")
MILIK_DESA = (*STATUS, "dokumen")
# kolom kisi dan awal judulnya pada formulir
JUDUL = (
    ("kecamatan", "kecamatan"),
    ("nama", "nama desa"),
    ("dokumen", "dokumen"),
    ("keterangan", "keterangan"),
)
JUMLAH = {"total", "jumlah"}
KOSONG = ("", "-", "0")
WAJIB = {"nama", "aktif"}  # kolom yang menandai kepala tabelnya lengkap


@dataclass(frozen=True)
class Tempat:
    """Satu baris formulir: kecamatan dan bagian yang berlaku baginya."""

    lembar: str
    nomor: int
    jenis: KerjaSama.JenisKerjaSama
    kecamatan: str
    sel: dict[str, Sel]
    kolom: Letak

    def alamat(self, nama: str) -> str:
        return alamat(self.nomor, self.kolom.get(nama, 1))

    def isi(self, nama: str) -> str:
        return self.sel.get(nama, Sel()).isi


def read(grid: Any, tabel: Sequence[Tabel]) -> Hasil | None:
    """Ubahan dari lembar bersusunan formulir; `None` bila bukan formulir itu."""
    hasil = Hasil()
    pembaca = _Pembaca(grid, hasil)
    is_formulir = False
    for satu in tabel:
        semua = list(_Lembar(satu, grid.kabupaten.wilayah).read())
        if semua:
            is_formulir = True
            hasil.kesalahan += check_tahun(satu, semua[0].nomor - 1, grid.tahun)
        for baris in semua:
            pembaca.read(baris)
    return hasil if is_formulir else None


class _Lembar:
    """Satu lembar dibaca dari atas; yang tertulis sekali berlaku sampai gantinya."""

    def __init__(self, tabel: Tabel, wilayah: SebutanWilayah) -> None:
        self.tabel, self.wilayah = tabel, wilayah
        self.kolom: Letak = {}
        self.jenis = KerjaSama.JenisKerjaSama.KAWASAN
        self.kecamatan = ""

    def read(self) -> Iterator[Tempat]:
        """Berhenti pada baris jumlah; sesudahnya bukan isian."""
        for nomor, baris in enumerate(self.tabel.baris, start=1):
            teks = [normal(satu.isi) for satu in baris]
            if self._is_kepala(teks):
                continue
            if JUMLAH & set(teks[:2]):
                return
            tempat = self._tempat(nomor, baris)
            terisi = [satu for satu in tempat.sel.values() if satu.isi]
            if terisi:
                yield tempat

    def _is_kepala(self, teks: list[str]) -> bool:
        """Judul bagian, judul kolom, nomor kolom, dan semua yang mendahuluinya."""
        bagian = _bagian(teks)
        if bagian is not None:
            self.jenis = bagian
            self.kecamatan = ""
            return True
        judul = _judul(teks, self.wilayah)
        if judul:
            self.kolom = self.kolom | judul
            return True
        if not self.kolom.keys() >= WAJIB:
            return True
        return _is_nomor_kolom(teks)

    def _tempat(self, nomor: int, baris: list[Sel]) -> Tempat:
        """Kecamatan yang tidak ditulis lagi berlaku dari baris di atasnya."""
        sel = {}
        for nama, letak in self.kolom.items():
            if letak <= len(baris):
                sel[nama] = baris[letak - 1]
        if "kecamatan" in sel:
            tertulis = sel["kecamatan"].isi
            self.kecamatan = tertulis or self.kecamatan
        return Tempat(
            lembar=self.tabel.nama,
            nomor=nomor,
            jenis=self.jenis,
            kecamatan=self.kecamatan,
            sel=sel,
            kolom=self.kolom,
        )


def _bagian(teks: list[str]) -> KerjaSama.JenisKerjaSama | None:
    """Jenis kerja sama bila barisnya judul bagian A atau B."""
    judul = [satu for satu in teks[:2] if "data" in satu]
    for tulisan, jenis in BAGIAN:
        if any(tulisan in satu for satu in judul):
            return jenis
    return None


def _judul(teks: list[str], wilayah: SebutanWilayah) -> Letak:
    """Letak kolom pada baris kepala; baris keduanya hanya memuat AKTIF dan TIDAK AKTIF."""
    status: Letak = {}
    judul: Letak = {}
    for letak, satu in enumerate(teks, start=1):
        nama_status = satu.replace(" ", "_")
        if nama_status in STATUS:
            status[nama_status] = letak
        for nama, awal in JUDUL:
            if satu.startswith((awal, wilayah.kata(awal))):
                judul[nama] = letak
    if len(status) == 2:
        return status
    if "nama" in judul:
        return judul
    return {}


def _is_nomor_kolom(teks: list[str]) -> bool:
    """Baris 1, 2, 3, … di bawah kepala tabel."""
    isi = [satu for satu in teks if satu]
    if len(isi) < 2:
        return False
    if not all(map(str.isdigit, isi)):
        return False
    return len(isi) in (2, len(teks))


def _kolom_desa(tempat: Tempat) -> tuple[str, ...]:
    """Keterangan desa tidak tercetak pada formulir, jadi yang kosong bukan penghapusan."""
    if tempat.isi("keterangan") in KOSONG:
        return MILIK_DESA
    return (*MILIK_DESA, "keterangan")


class _Pembaca:
    """Mencocokkan tiap baris formulir dengan baris kisi, dan mengumpulkan semua masalahnya."""

    def __init__(self, grid: Any, hasil: Hasil) -> None:
        self.grid = grid
        self.hasil = hasil
        self.nama = NamaDesa(grid.kabupaten, grid.tahun)
        self.isian = {kolom.nama: kolom for kolom in grid.columns()}
        self.rows = {row.kunci: row for row in grid.rows()}
        self.kerja_sama = self._kerja_sama()
        self.tercetak = self._tercetak()
        self.terlihat: dict[str, str] = {}

    def _kerja_sama(self) -> dict[tuple[int, str], KerjaSama]:
        """Yang pertama di tiap kecamatan dan jenis."""
        hasil: dict[tuple[int, str], KerjaSama] = {}
        for satu in self.grid.kerja_sama():
            letak = (satu.kecamatan_id, satu.jenis)
            hasil.setdefault(letak, satu)
        return hasil

    def _tercetak(self) -> dict[tuple[int, str], Any]:
        """Baris desa menurut nama yang tercetak padanya."""
        hasil = {}
        for row in self.rows.values():
            if row.gaya == "kelompok":
                continue
            letak = (row.obj.kerja_sama_id, kunci(row.label))
            hasil[letak] = row
        return hasil

    def salah(self, tempat: Tempat, kolom: str, pesan: str) -> None:
        kesalahan = Kesalahan(
            lembar=tempat.lembar,
            sel=tempat.alamat(kolom),
            isi=tempat.isi(kolom),
            pesan=pesan,
        )
        self.hasil.kesalahan.append(kesalahan)

    def read(self, tempat: Tempat) -> None:
        """Kecamatan dan kerja samanya harus dikenal sebelum isinya dibaca."""
        nama_kecamatan = kunci(tempat.kecamatan)
        kecamatan = self.nama.kecamatan.get(nama_kecamatan)
        if kecamatan is None:
            sebutan = tempat.kecamatan or "(kosong)"
            pesan = f"Kecamatan “{sebutan}” tidak dikenal."
            self.salah(tempat, "kecamatan", pesan)
            return
        kerja_sama = self.kerja_sama.get((kecamatan.pk, tempat.jenis))
        if kerja_sama is None:
            jenis = KerjaSama.JenisKerjaSama(tempat.jenis).label
            pesan = f"Belum ada {jenis} di Kecamatan {kecamatan}; tambahkan kerja samanya dulu."
            self.salah(tempat, "kecamatan", pesan)
            return
        self.hasil.banyak_baris += 1
        self.read_isi(tempat, kecamatan, kerja_sama)

    def read_isi(self, tempat: Tempat, kecamatan: Kecamatan, kerja_sama: KerjaSama) -> None:
        """Yang berlaku sekecamatan ada pada baris pertamanya, selainnya milik desanya."""
        kolom = _kolom_desa(tempat)
        if tempat.isi("kecamatan"):
            kolom = STATUS
            baris_kecamatan = self.rows[f"k{kerja_sama.pk}"]
            self.ubah(tempat, baris_kecamatan, BERSAMA)
        if not tempat.isi("nama"):
            return
        row = self.cari(tempat, kecamatan, kerja_sama)
        if row is not None and self.is_bertanda(tempat):
            self.ubah(tempat, row, kolom)

    def is_bertanda(self, tempat: Tempat) -> bool:
        """Tiap desa pada formulir bertanda di satu kolom, tidak di keduanya."""
        tanda = []
        for nama in STATUS:
            if tempat.isi(nama) not in KOSONG:
                tanda.append(nama)
        if len(tanda) == 1:
            return True
        self.salah(tempat, "aktif", SATU_KOLOM)
        return False

    def cari(self, tempat: Tempat, kecamatan: Kecamatan, kerja_sama: KerjaSama) -> Any:
        """Baris kisi milik tulisan itu; yang belum cocok disebut beserta calonnya."""
        row = self._row(tempat, kecamatan, kerja_sama)
        if row is None:
            pesan = self._belum_cocok(kecamatan, tempat.isi("nama"))
            self.salah(tempat, "nama", pesan)
            return None
        if row.kunci in self.terlihat:
            pesan = f"Desa ini sudah ada pada {self.terlihat[row.kunci]}."
            self.salah(tempat, "nama", pesan)
            return None
        self.terlihat[row.kunci] = tempat.alamat("nama")
        return row

    def _row(self, tempat: Tempat, kecamatan: Kecamatan, kerja_sama: KerjaSama) -> Any:
        """Menurut desanya, selainnya menurut nama tercetak."""
        tulisan = tempat.isi("nama")
        desa = self.nama.cari(kecamatan, tulisan)
        if desa:
            kunci_desa = f"{kerja_sama.pk}-d{desa.pk}"
            if kunci_desa in self.rows:
                return self.rows[kunci_desa]
        letak = (kerja_sama.pk, kunci(tulisan))
        return self.tercetak.get(letak)

    def _belum_cocok(self, kecamatan: Kecamatan, tulisan: str) -> str:
        calon = self.nama.calon(kecamatan, tulisan)[:3]
        sebutan = ", ".join(f"{desa} ({desa.kode_saat})" for desa in calon)
        return f"Nama ini belum cocok dengan desa di Kecamatan {kecamatan}. Mungkin: {sebutan}."

    def ubah(self, tempat: Tempat, row: Any, kolom: Sequence[str]) -> None:
        """Sel bertanda setrip dibaca kosong."""
        for nama in kolom:
            if nama not in tempat.sel:
                continue
            sel = tanpa_strip(tempat.sel[nama], self.isian[nama])
            bandingkan(
                self.grid,
                row,
                self.isian[nama],
                sel,
                tempat.lembar,
                tempat.alamat(nama),
                self.hasil,
            )
