"""Kepala tabel pada lembar kisi: tiap kolom dikenali dari judulnya."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from core.grid import Grid, KolomKisi
from documents.impor.penerima import JUDUL_KESALAHAN, normal
from documents.pembaca import Sel, Tabel

JUDUL_KUNCI = "Kode baris"
KUNCI = "kunci"
NAMA = "nama"
ABAI = "abai"
TINGKAT = 3  # baris kepala cetak di bawah baris judul
CARI_KEPALA = 20  # baris pertama yang mungkin menjadi kepala tabel

Muatan = KolomKisi | str  # kolom kisi; atau kunci, nama, abai
Peta = dict[int, Muatan]  # nomor kolom lembar → muatannya
Dikenal = dict[str, Muatan]  # judul yang dinormalkan → muatannya


@dataclass(frozen=True)
class KepalaLembar:
    """Baris judul terakhir, muatan tiap kolom, dan judul yang tidak dikenali."""

    baris: int
    peta: Peta
    asing: list[tuple[int, str]]


def judul(kolom: KolomKisi) -> str:
    """Judul kolom pada lembar: kelompok dan labelnya, unik dalam satu kisi."""
    if kolom.kelompok:
        return f"{kolom.kelompok} {kolom.label}".strip()
    return kolom.label


def cari_kepala(grid: Grid, tabel: Tabel) -> KepalaLembar | None:
    """Kepala pertama yang memuat kunci atau nama dan paling sedikit satu kolom lain."""
    dikenal = _dikenal(grid)
    for nomor, baris in enumerate(tabel.baris[:CARI_KEPALA], start=1):
        peta = _peta(baris, dikenal)
        if _penanda(peta) and len(peta) > 1:
            akhir, peta = _bertingkat(tabel, nomor, peta, dikenal)
            asing = [satu for satu in _terisi(baris) if satu[0] not in peta]
            return KepalaLembar(akhir, _tanpa_abai(peta), asing)
    return None


def _tanpa_abai(peta: Peta) -> Peta:
    dipakai = {}
    for kolom, muatan in peta.items():
        if muatan != ABAI:
            dipakai[kolom] = muatan
    return dipakai


def _dikenal(grid: Grid) -> Dikenal:
    """Judul yang dikenali: kunci, nama baris, kolom kisi, dan yang sengaja diabaikan."""
    dikenal: Dikenal = {normal(JUDUL_KUNCI): KUNCI}
    for teks in (grid.judul_baris, *grid.judul_nama):
        dikenal[normal(teks)] = NAMA
    for kolom in grid.columns():
        for teks in (judul(kolom), kolom.label, *kolom.alias):
            dikenal.setdefault(normal(teks), kolom)
    for teks in (JUDUL_KESALAHAN, *grid.judul_abai):
        dikenal.setdefault(normal(teks), ABAI)
    return dikenal


def _terisi(baris: list[Sel]) -> Iterator[tuple[int, str]]:
    """Nomor kolom dan tulisan sel yang terisi."""
    for nomor, sel in enumerate(baris, start=1):
        if sel.isi:
            yield nomor, sel.isi


def _peta(baris: list[Sel], dikenal: Dikenal) -> Peta:
    peta = {}
    for nomor, sel in enumerate(baris, start=1):
        teks = normal(sel.isi)
        if teks in dikenal:
            peta[nomor] = dikenal[teks]
    return peta


def _penanda(peta: Peta) -> set[int]:
    """Kolom yang menandai barisnya: kunci atau nama."""
    return {kolom for kolom, muatan in peta.items() if muatan in (KUNCI, NAMA)}


def _bertingkat(tabel: Tabel, nomor: int, peta: Peta, dikenal: Dikenal) -> tuple[int, Peta]:
    """Baris judul terakhir dan muatan tiap kolomnya.

    Judul di bawah sel gabungan dibaca dari baris berikutnya; baris nomor kolom (1 2 3 …) menutup
    kepala.
    """
    penanda = _penanda(peta)
    bawah = tabel.baris[nomor : nomor + TINGKAT]
    for urut, baris in enumerate(bawah, start=nomor + 1):
        terisi = list(_terisi(baris))
        if _is_nomor_kolom(terisi):
            return urut, peta
        if any(kolom in penanda for kolom, _ in terisi):
            break  # sudah baris isi
        peta = _terganti(peta, _peta(baris, dikenal))
        nomor = urut
    return nomor, peta


def _is_nomor_kolom(terisi: list[tuple[int, str]]) -> bool:
    if len(terisi) < 3:
        return False
    return all(teks == str(kolom) for kolom, teks in terisi)


def _terganti(peta: Peta, bawah: Peta) -> Peta:
    """Judul di atas hanya nama kelompok atau kolom hitung; judul di bawahnya yang berlaku."""
    hasil = dict(peta)
    for kolom, muatan in bawah.items():
        atas = peta.get(kolom, ABAI)
        is_tetap = isinstance(atas, KolomKisi) and atas.is_tetap
        if is_tetap or atas == ABAI:
            hasil[kolom] = muatan
    return hasil


def saran(isi: str, grid: Grid) -> str:
    """Kalimat untuk judul yang tidak dikenali, dengan judul yang mirip bila ada."""
    pesan = f"Kolom “{isi}” tidak dikenal."
    semua = [judul(kolom) for kolom in grid.columns()]
    mirip = get_close_matches(isi, semua, n=1)
    if mirip:
        return f"{pesan} Maksudnya “{mirip[0]}”?"
    return pesan
