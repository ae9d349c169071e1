"""Kepala sebuah lembar kerja: baris judulnya, dan arti tiap kolom bagi kisinya."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.grid import Grid, KolomKisi
from documents.impor import JUDUL_KESALAHAN, normal
from documents.pembaca import Sel, Tabel

JUDUL_KUNCI = "Kode baris"
KUNCI, NAMA, ABAI = "kunci", "nama", "abai"
TINGKAT = 3  # baris kepala cetak di bawah baris judul
CARI_KEPALA = 20  # baris pertama yang mungkin menjadi kepala tabel

Dikenal = dict[str, KolomKisi | str]  # arti tiap judul
Peta = dict[int, KolomKisi | str]  # arti tiap kolom menurut nomornya
Isi = tuple[int, str]  # nomor kolom dan tulisannya


def judul(kolom: KolomKisi) -> str:
    """Judul kolom pada lembar: kelompok dan labelnya, unik dalam satu kisi."""
    return f"{kolom.kelompok} {kolom.label}".strip() if kolom.kelompok else kolom.label


def judul_dikenal(grid: Grid) -> Dikenal:
    """Judul yang dikenali: kunci, nama baris, kolom kisi, dan yang sengaja diabaikan."""
    diabaikan = map(normal, (JUDUL_KESALAHAN, *grid.judul_abai))
    nama = map(normal, (grid.judul_baris, *grid.judul_nama))
    dikenal: Dikenal = {normal(JUDUL_KUNCI): KUNCI}
    dikenal |= dict.fromkeys(nama, NAMA)
    for kolom in grid.columns():
        for sebutan in (judul(kolom), kolom.label, *kolom.alias):
            dikenal.setdefault(normal(sebutan), kolom)
    return dict.fromkeys(diabaikan, ABAI) | dikenal


@dataclass(frozen=True)
class KepalaLembar:
    """Baris judul terakhir, arti tiap kolom menurut nomornya, dan judul asing."""

    nomor: int
    peta: Peta
    asing: Sequence[Isi]


def cari_kepala(t: Tabel, dikenal: Dikenal) -> KepalaLembar | None:
    """Baris pertama yang menyebut kunci atau nama dan satu kolom lain."""
    for nomor, baris in enumerate(t.baris[:CARI_KEPALA], start=1):
        peta = _peta(baris, dikenal)
        if _is_kepala(peta):
            akhir, peta = _kepala_bertingkat(t, nomor, peta, dikenal)
            asing = [satu for satu in _terisi(baris) if satu[0] not in peta]
            dipakai = {i: arti for i, arti in peta.items() if arti != ABAI}
            return KepalaLembar(akhir, dipakai, asing)
    return None


def _is_kepala(peta: Peta) -> bool:
    is_bertanda = any(arti in (KUNCI, NAMA) for arti in peta.values())
    return is_bertanda and len(peta) > 1


def _peta(baris: list[Sel], dikenal: Dikenal) -> Peta:
    sebutan = ((i, normal(sel.isi)) for i, sel in enumerate(baris, start=1))
    return {i: dikenal[teks] for i, teks in sebutan if teks in dikenal}


def _terisi(baris: list[Sel]) -> list[Isi]:
    return [(i, sel.isi) for i, sel in enumerate(baris, start=1) if sel.isi]


def _kepala_bertingkat(t: Tabel, nomor: int, peta: Peta, dikenal: Dikenal) -> tuple[int, Peta]:
    """Judul di bawah sel gabungan dibaca dari baris berikutnya.

    Baris nomor kolom (1 2 3 …) menutup kepala.
    """
    tanda = {i for i, arti in peta.items() if arti in (KUNCI, NAMA)}
    for n, baris in enumerate(t.baris[nomor : nomor + TINGKAT], start=nomor + 1):
        isi = _terisi(baris)
        if _is_nomor_kolom(isi):
            return n, peta
        if any(i in tanda for i, _ in isi):
            break  # sudah baris isi
        bawah = _peta(baris, dikenal)
        pengganti = {i: arti for i, arti in bawah.items() if _dapat_diganti(peta.get(i))}
        peta = peta | pengganti
        nomor = n
    return nomor, peta


def _is_nomor_kolom(isi: Sequence[Isi]) -> bool:
    return len(isi) > 2 and all(teks == str(i) for i, teks in isi)


def _dapat_diganti(arti: KolomKisi | str | None) -> bool:
    """Judul di atas hanya nama kelompok atau kolom hitung; judul di bawahnya yang berlaku."""
    if isinstance(arti, KolomKisi):
        return arti.is_tetap
    return arti in (None, ABAI)
