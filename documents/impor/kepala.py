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
    atas = tabel.baris[:CARI_KEPALA]
    for nomor, baris in enumerate(atas, start=1):
        peta = _peta(baris, dikenal)
        if _penanda(peta) and len(peta) > 1:
            akhir, peta = _bertingkat(tabel, nomor, peta, dikenal)
            return KepalaLembar(
                baris=akhir,
                peta=_tanpa_abai(peta),
                asing=_asing(baris, peta),
            )
    return None


def _asing(baris: list[Sel], peta: Peta) -> list[tuple[int, str]]:
    """Judul yang tidak dikenali, juga sesudah baris di bawahnya dibaca."""
    asing = []
    for kolom, isi in _terisi(baris):
        if kolom not in peta:
            asing.append((kolom, isi))
    return asing


def _tanpa_abai(peta: Peta) -> Peta:
    """Kolom yang sengaja diabaikan tidak dibaca isinya."""
    dipakai = {}
    for kolom, muatan in peta.items():
        if muatan != ABAI:
            dipakai[kolom] = muatan
    return dipakai


def _dikenal(grid: Grid) -> Dikenal:
    """Judul yang dikenali: kunci, nama baris, kolom kisi, dan yang sengaja diabaikan."""
    dikenal: Dikenal = {}
    dikenal[normal(JUDUL_KUNCI)] = KUNCI
    for nama in (grid.judul_baris, *grid.judul_nama):
        dikenal[normal(nama)] = NAMA
    for kolom in grid.columns():
        sebutan = (judul(kolom), kolom.label, *kolom.alias)
        for satu in sebutan:
            dikenal.setdefault(normal(satu), kolom)
    for abai in (JUDUL_KESALAHAN, *grid.judul_abai):
        dikenal.setdefault(normal(abai), ABAI)
    return dikenal


def _terisi(baris: list[Sel]) -> Iterator[tuple[int, str]]:
    """Nomor kolom dan tulisan sel yang terisi."""
    for nomor, sel in enumerate(baris, start=1):
        if sel.isi:
            yield nomor, sel.isi


def _peta(baris: list[Sel], dikenal: Dikenal) -> Peta:
    """Kolom yang judulnya dikenal pada satu baris."""
    peta = {}
    for nomor, sel in enumerate(baris, start=1):
        teks = normal(sel.isi)
        if teks in dikenal:
            peta[nomor] = dikenal[teks]
    return peta


def _penanda(peta: Peta) -> set[int]:
    """Kolom yang menandai barisnya: kunci atau nama."""
    penanda = set()
    for kolom, muatan in peta.items():
        if muatan in (KUNCI, NAMA):
            penanda.add(kolom)
    return penanda


def _bertingkat(tabel: Tabel, nomor: int, peta: Peta, dikenal: Dikenal) -> tuple[int, Peta]:
    """Baris judul terakhir dan muatan tiap kolomnya.

    Judul di bawah sel gabungan dibaca dari baris berikutnya; baris nomor kolom (1 2 3 …) menutup
    kepala.
    """
    penanda = _penanda(peta)
    akhir = nomor
    bawah = tabel.baris[nomor : nomor + TINGKAT]
    for baris in bawah:
        terisi = dict(_terisi(baris))
        if _is_nomor_kolom(terisi):
            return akhir + 1, peta
        if penanda & terisi.keys():
            break  # sudah baris isi
        peta_bawah = _peta(baris, dikenal)
        peta = _terganti(peta, peta_bawah)
        akhir += 1
    return akhir, peta


def _is_nomor_kolom(terisi: dict[int, str]) -> bool:
    """Baris 1, 2, 3, … di bawah judul naskah cetak."""
    if len(terisi) < 3:
        return False
    return all(teks == str(kolom) for kolom, teks in terisi.items())


def _terganti(peta: Peta, bawah: Peta) -> Peta:
    """Judul di atas hanya nama kelompok atau kolom hitung; judul di bawahnya yang berlaku."""
    hasil = dict(peta)
    for kolom, muatan in bawah.items():
        atas = peta.get(kolom, ABAI)
        if _is_terganti(atas):
            hasil[kolom] = muatan
    return hasil


def _is_terganti(atas: Muatan) -> bool:
    """Kolom isian tidak diganti judul di bawahnya."""
    if isinstance(atas, KolomKisi):
        return atas.is_tetap
    return atas == ABAI


def saran(isi: str, grid: Grid) -> str:
    """Kalimat untuk judul yang tidak dikenali, dengan judul yang mirip bila ada."""
    pesan = f"Kolom “{isi}” tidak dikenal."
    semua = [judul(kolom) for kolom in grid.columns()]
    mirip = get_close_matches(isi, semua, n=1)
    if mirip:
        return f"{pesan} Maksudnya “{mirip[0]}”?"
    return pesan
