"""Baris lembar kerja dicocokkan dengan baris kisi dari kunci atau namanya."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from core.grid import BarisKisi, Grid
from documents.impor.kepala import KepalaLembar
from documents.impor.penerima import Hasil, Kesalahan, normal
from documents.impor.sel import bandingkan
from documents.pembaca import Sel, Tabel, alamat

Tanda = list[tuple[int, Sel]]  # nomor kolom dan sel yang menandai satu baris
Isi = TypeVar("Isi")


def kunci_luar(row: BarisKisi) -> str:
    """Kunci baris yang dibaca orang: kode resminya bila ada."""
    return row.kode or row.kunci


class Pencocok:
    """Satu lembar: barisnya dicocokkan, selnya dibandingkan, semuanya dicatat pada `hasil`."""

    def __init__(
        self,
        grid: Grid,
        rows: list[BarisKisi],
        tabel: Tabel,
        kepala: KepalaLembar,
        hasil: Hasil,
    ) -> None:
        self.grid = grid
        self.tabel = tabel
        self.kepala = kepala
        self.hasil = hasil
        self.rows = _menurut_nama(rows)
        self.lama = self._kode_lama()
        self.terlihat: dict[str, str] = {}  # kunci baris → tempat pertamanya

    def _kode_lama(self) -> dict[str, str]:
        """Kode lama yang barisnya kini ada pada kisi."""
        lama = {}
        for kode, kini in self.grid.kode_lama().items():
            if normal(kini) in self.rows:
                lama[normal(kode)] = kini
        return lama

    def baca(self) -> None:
        """Baris di bawah kepala yang berisi."""
        awal = self.kepala.baris
        isi = self.tabel.baris[awal:]
        for nomor, baris in enumerate(isi, start=awal + 1):
            tanda = self._tanda(baris)
            if _is_isi(tanda):
                self.hasil.banyak_baris += 1
                self._cocokkan(nomor, baris, tanda)

    def _tanda(self, baris: list[Sel]) -> Tanda:
        """Sel kunci dan nama baris itu."""
        tanda = []
        for kolom, muatan in self.kepala.peta.items():
            if isinstance(muatan, str) and kolom <= len(baris):
                tanda.append((kolom, baris[kolom - 1]))
        return tanda

    def _cocokkan(self, nomor: int, baris: list[Sel], tanda: Tanda) -> None:
        """Baris yang asing atau kembar menjadi masalah; selainnya dibandingkan."""
        kolom, sel = _pertama_terisi(tanda)
        tempat = alamat(nomor, kolom)
        row = self._row(tanda, tempat, sel)
        masalah = self._masalah(row, sel)
        if masalah:
            kesalahan = self._kesalahan(tempat, sel, masalah)
            self.hasil.kesalahan.append(kesalahan)
        elif row is not None:
            self.terlihat[row.kunci] = tempat
            self._bandingkan(row, nomor, baris)

    def _row(self, tanda: Tanda, tempat: str, sel: Sel) -> BarisKisi | None:
        """Baris kisi menurut tandanya; yang berkode lama disebut pada catatan."""
        nama = [normal(satu.isi) for _, satu in tanda]
        kini = _pertama(self.lama, nama)
        if kini is None:
            return _pertama(self.rows, nama)
        row = self.rows[normal(kini)]
        pesan = f"Kode edisi lain; dibaca sebagai {kini} {row.label}."
        catatan = self._kesalahan(tempat, sel, pesan)
        self.hasil.catatan.append(catatan)
        return row

    def _kesalahan(self, tempat: str, sel: Sel, pesan: str) -> Kesalahan:
        return Kesalahan(
            lembar=self.tabel.nama,
            sel=tempat,
            isi=sel.isi,
            pesan=pesan,
        )

    def _masalah(self, row: BarisKisi | None, sel: Sel) -> str:
        """Mengapa barisnya tidak dapat dibaca; kosong bila dapat."""
        if row is None:
            return _baris_asing(sel, self.grid)
        if row.kunci in self.terlihat:
            return f"Baris ini sudah ada pada {self.terlihat[row.kunci]}."
        return ""

    def _bandingkan(self, row: BarisKisi, nomor: int, baris: list[Sel]) -> None:
        """Sel isian yang berbeda dari isi kini menjadi ubahan."""
        for urut, kolom in self.kepala.peta.items():
            if isinstance(kolom, str) or not row.is_isian(kolom):
                continue
            if urut > len(baris):
                continue
            bandingkan(
                self.grid,
                row,
                kolom,
                baris[urut - 1],
                self.tabel.nama,
                alamat(nomor, urut),
                self.hasil,
            )


def _is_isi(tanda: Tanda) -> bool:
    """Baris bertanda; baris kosong dan baris jumlah dilewati."""
    terisi = False
    for _, sel in tanda:
        if normal(sel.isi) == "jumlah":
            return False
        if sel.isi:
            terisi = True
    return terisi


def _pertama_terisi(tanda: Tanda) -> tuple[int, Sel]:
    """Tanda yang disebut bila barisnya bermasalah."""
    for kolom, sel in tanda:
        if sel.isi:
            return kolom, sel
    return tanda[0]


def _pertama(isi: Mapping[str, Isi], nama: Iterable[str]) -> Isi | None:
    """Isi menurut nama pertama yang ada padanya."""
    for satu in nama:
        if satu in isi:
            return isi[satu]
    return None


def _menurut_nama(rows: list[BarisKisi]) -> dict[str, BarisKisi]:
    """Baris menurut kunci, kode, dan namanya; nama yang kembar tidak dipakai."""
    hasil = _bernama_tunggal(rows)
    for row in rows:
        kunci = normal(row.kunci)
        kode = normal(kunci_luar(row))
        hasil[kunci] = row
        hasil[kode] = row
    return hasil


def _bernama_tunggal(rows: list[BarisKisi]) -> dict[str, BarisKisi]:
    """Baris menurut nama dan aliasnya yang bukan milik baris lain."""
    hasil: dict[str, BarisKisi] = {}
    kembar: set[str] = set()
    for row in rows:
        nama = normal(row.label)
        if nama in hasil:
            kembar.add(nama)
        hasil.setdefault(nama, row)
        for alias in map(normal, row.alias):
            semula = hasil.setdefault(alias, row)
            if semula is not row:
                kembar.add(alias)
    for nama in kembar:
        del hasil[nama]
    return hasil


def _baris_asing(sel: Sel, grid: Grid) -> str:
    """Kode yang dijadikan tanggal oleh lembar kerja disebut caranya membetulkan."""
    if sel.jenis == "tanggal":
        return (
            f"Kode ini sudah berubah menjadi tanggal ({sel.isi}) di lembar kerja. "
            "Jadikan kolomnya teks lalu ketik ulang."
        )
    return f"Tidak ada {grid.judul_baris.lower()} dengan kode atau nama ini."
