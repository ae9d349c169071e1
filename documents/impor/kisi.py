"""Lembar kerja menjadi ubahan sebuah kisi: kolom dari judulnya, baris dari kunci atau namanya.

Tidak menyimpan apa pun. Tiap masalah disebut dengan lembar, sel, isi, dan yang seharusnya.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, ClassVar

from django.db import transaction

from core.angka import format_angka
from core.audit import Refused
from core.grid import BarisKisi, Grid, GridRefused, KolomKisi, Ubahan
from documents.impor import Hasil, Kesalahan, Penerima, normal
from documents.impor.kepala import KepalaLembar, cari_kepala, judul, judul_dikenal
from documents.pembaca import Sel, Tabel, alamat


def kisi(grid_class: Any, name: str) -> type[Penerima]:
    """Penerima untuk satu kelas kisi; `name` nama url halamannya."""
    isi = {
        "grid_class": grid_class,
        "model": grid_class.model,
        "judul": grid_class.judul,
        "halaman": name,
    }
    return type(f"{grid_class.__name__}Impor", (PenerimaKisi,), isi)


class PenerimaKisi(Penerima):
    """Lembar kerja satu kisi, disimpan lewat pintu kisi itu sendiri."""

    grid_class: ClassVar[Any]
    satuan = "sel"
    is_pilih_tahun = False  # tahunnya dari halaman kisi

    def __init__(self, user: Any, tahun: int) -> None:
        super().__init__(user, tahun)
        self.grid: Grid = self.grid_class(user, tahun)

    def periksa(self, tabel: Sequence[Tabel]) -> Hasil:
        return periksa(self.grid, tabel)

    def terapkan(self, ubahan: Sequence[dict[str, str]], *, by: Any, note: str) -> None:
        try:
            self.grid.write(_semua_ubahan(ubahan), note=note)
        except GridRefused as error:
            alasan = next(satu.pesan for satu in error.hasil if satu.pesan)
            raise Refused(alasan) from error


def kunci_luar(row: BarisKisi) -> str:
    """Kunci baris yang dibaca orang: kode resminya bila ada."""
    return row.kode or row.kunci


def periksa(grid: Grid, tabel: Sequence[Tabel]) -> Hasil:
    """Cocokkan dan uji seluruh isi tanpa menyimpan; semua masalah sekaligus."""
    hasil = grid.cetakan(tabel)
    if hasil is None:
        hasil = _menurut_judul(grid, tabel)
    _uji(grid, hasil)
    return hasil


def _menurut_judul(grid: Grid, tabel: Sequence[Tabel]) -> Hasil:
    """Isi semua lembar yang baris judulnya dikenali."""
    hasil = Hasil()
    dikenal = judul_dikenal(grid)
    pembacaan = [(t, kepala) for t in tabel if (kepala := cari_kepala(t, dikenal))]
    if not pembacaan:
        hasil.kesalahan.append(Kesalahan("", "", "", _tanpa_kepala(grid)))
        return hasil
    rows = grid.rows()
    for t, kepala in pembacaan:
        _Pembacaan(grid, rows, t, kepala, hasil).baca()
    return hasil


def _tanpa_kepala(grid: Grid) -> str:
    nama = ", ".join(judul(kolom) for kolom in grid.columns() if not kolom.is_tetap)
    return f"Tidak ada baris judul yang dikenali. Kolom yang dikenali: {nama}."


def _saran(isi: str, grid: Grid) -> str:
    mirip = get_close_matches(isi, [judul(kolom) for kolom in grid.columns()], n=1)
    pesan = f"Kolom “{isi}” tidak dikenal."
    return f"{pesan} Maksudnya “{mirip[0]}”?" if mirip else pesan


class _Pembacaan:
    """Satu lembar yang kepalanya dikenali; temuannya dicatat pada `hasil`."""

    def __init__(
        self,
        grid: Grid,
        rows: list[BarisKisi],
        tabel: Tabel,
        kepala: KepalaLembar,
        hasil: Hasil,
    ) -> None:
        self.grid, self.tabel, self.hasil = grid, tabel, hasil
        self.cari = _pencari(rows)
        self.terlihat: dict[str, str] = {}
        self.kepala = kepala
        self.tanda = {i for i, arti in kepala.peta.items() if isinstance(arti, str)}
        self.kolom = {i: arti for i, arti in kepala.peta.items() if isinstance(arti, KolomKisi)}

    def baca(self) -> None:
        awal = self.kepala.nomor
        for kolom, isi in self.kepala.asing:
            self.salah(alamat(awal, kolom), isi, _saran(isi, self.grid))
        for nomor, baris in enumerate(self.tabel.baris[awal:], start=awal + 1):
            self.baca_baris(nomor, baris)

    def baca_baris(self, nomor: int, baris: list[Sel]) -> None:
        """Baris tanpa tanda dan baris jumlah dilewati; yang lain harus dikenali, sekali saja."""
        semua = enumerate(baris, start=1)
        tanda = [(i, sel) for i, sel in semua if i in self.tanda and sel.isi]
        sebutan = [normal(sel.isi) for _, sel in tanda]
        if not tanda or "jumlah" in sebutan:
            return
        self.hasil.banyak_baris += 1
        kolom, sel = tanda[0]
        tempat = alamat(nomor, kolom)
        row = next(filter(None, map(self.cari.get, sebutan)), None)
        if row is None:
            self.salah(tempat, sel.isi, _baris_asing(sel, self.grid))
        elif row.kunci in self.terlihat:
            pesan = f"Baris ini sudah ada pada {self.terlihat[row.kunci]}."
            self.salah(tempat, sel.isi, pesan)
        else:
            self.terlihat[row.kunci] = tempat
            self.bandingkan(row, nomor, baris)

    def bandingkan(self, row: BarisKisi, nomor: int, baris: list[Sel]) -> None:
        """Sel isian yang berbeda dari isi kini menjadi ubahan."""
        for i, kolom in self.kolom.items():
            if row.is_isian(kolom) and i <= len(baris):
                tempat = alamat(nomor, i)
                bandingkan(self.grid, row, kolom, baris[i - 1], self.tabel.nama, tempat, self.hasil)

    def salah(self, tempat: str, isi: str, pesan: str) -> None:
        self.hasil.kesalahan.append(Kesalahan(self.tabel.nama, tempat, isi, pesan))


def _pencari(rows: list[BarisKisi]) -> dict[str, BarisKisi]:
    """Baris menurut kunci, kode, dan namanya; nama yang kembar tidak dipakai."""
    hasil: dict[str, BarisKisi] = {}
    kembar: set[str] = set()
    for row in rows:
        nama = normal(row.label)
        if nama in hasil:
            kembar.add(nama)
        hasil.setdefault(nama, row)
        for alias in map(normal, row.alias):
            if hasil.get(alias, row) is not row:
                kembar.add(alias)
            hasil.setdefault(alias, row)
    for nama in kembar:
        del hasil[nama]
    for row in rows:
        hasil[normal(row.kunci)] = hasil[normal(kunci_luar(row))] = row
    return hasil


def _baris_asing(s: Sel, grid: Grid) -> str:
    if s.jenis == "tanggal":
        kejadian = f"Kode ini sudah berubah menjadi tanggal ({s.isi}) di lembar kerja."
        return f"{kejadian} Jadikan kolomnya teks lalu ketik ulang."
    return f"Tidak ada {grid.judul_baris.lower()} dengan kode atau nama ini."


def bandingkan(
    grid: Grid,
    row: BarisKisi,
    kolom: KolomKisi,
    sel: Sel,
    lembar: str,
    tempat: str,
    hasil: Hasil,
) -> None:
    """Satu sel: sama, ubahan, atau masalah; dicatat pada `hasil`."""
    tulisan, masalah = teks(sel, kolom)
    if masalah:
        hasil.kesalahan.append(Kesalahan(lembar, tempat, sel.isi, masalah))
        return
    lama = kolom.text(row.isi.get(kolom.nama))
    bila_kosong = grid.blank_text(kolom) if lama else ""
    if _sama(kolom, lama, tulisan or bila_kosong):
        hasil.sama += 1
        return
    ubahan = {
        "kunci": row.kunci,
        "kolom": kolom.nama,
        "lama": lama,
        "baru": tulisan,
        "baris": row.label,
        "judul": judul(kolom),
        "lembar": lembar,
        "sel": tempat,
    }
    hasil.ubahan.append(ubahan)


def _sama(kolom: KolomKisi, lama: str, baru: str) -> bool:
    if lama == baru:
        return True
    try:
        return kolom.text(kolom.parse(baru)) == lama
    except Exception:
        return False


def teks(sel: Sel, kolom: KolomKisi) -> tuple[str, str]:
    """Tulisan sel sebagaimana akan diketik, dan masalahnya bila tidak dapat dipakai."""
    if sel.jenis == "rumus":
        return "", f"Sel ini rumus ({sel.isi}). Tempel sebagai nilai, lalu unggah lagi."
    if sel.jenis == "galat":
        return "", f"Sel ini bernilai galat {sel.isi}."
    if sel.jenis == "tanggal" and kolom.is_angka:
        kejadian = f"Isinya sudah berubah menjadi tanggal ({sel.isi}) di lembar kerja"
        return "", f"{kejadian}; ketik ulang sebagai angka."
    if kolom.jenis == "pilihan":
        pilihan = {normal(label): nilai for nilai, label in kolom.pilihan}
        return pilihan.get(normal(sel.isi), sel.isi), ""
    if sel.jenis in {"angka", "persen"}:
        return _angka(sel), ""
    is_tanda_pisah = sel.isi == "-" and kolom.is_angka
    return "" if is_tanda_pisah else sel.isi, ""


def _angka(sel: Sel) -> str:
    """Angka lembar kerja cara Indonesia; sel berformat persen dikalikan seratus."""
    nilai = Decimal(sel.isi) * (100 if sel.jenis == "persen" else 1)
    if nilai % 1:
        return format_angka(nilai.quantize(Decimal("1e-6")).normalize())
    return format_angka(nilai.to_integral_value())


def _uji(grid: Grid, hasil: Hasil) -> None:
    """Jalankan penyimpanannya lalu batalkan: kunci, kendala dan aturan baris ikut diuji."""
    if not hasil.ubahan:
        return
    with transaction.atomic():
        try:
            grid.write(_semua_ubahan(hasil.ubahan))
        except GridRefused as error:
            hasil.kesalahan += _kesalahan_simpan(hasil.ubahan, error)
        transaction.set_rollback(True)


def _semua_ubahan(ubahan: Sequence[dict[str, str]]) -> list[Ubahan]:
    return [Ubahan(u["kunci"], u["kolom"], u["lama"], u["baru"]) for u in ubahan]


def _kesalahan_simpan(ubahan: Sequence[dict[str, str]], error: GridRefused) -> Iterator[Kesalahan]:
    """Yang ditolak kisi, pada sel asalnya."""
    asal = {(u["kunci"], u["kolom"]): u for u in ubahan}
    for satu in error.hasil:
        if satu.pesan:
            u = asal[(satu.kunci, satu.kolom)]
            yield Kesalahan(u["lembar"], u["sel"], u["baru"], satu.pesan)
