"""Kalimat bagi baris lembar yang barisnya pada kisi tidak dapat ditentukan."""

from collections.abc import Mapping, Sequence

from core.grid import BarisKisi, Grid
from documents.impor.kata import kode_rusak
from documents.impor.kepala import judul
from documents.impor.padanan import is_cocok
from documents.pembaca import Sel

Rows = Sequence[BarisKisi]
Letak = Mapping[str, str]  # kolom pembeda → isinya
TERBANYAK = 5  # baris senama yang disebut satu per satu


def pesan_kembar(calon: Rows, grid: Grid) -> str:
    """Baris senama disebut kodenya, dan apa yang membedakannya."""
    sebutan = []
    for row in calon[:TERBANYAK]:
        pembeda = [str(row.isi[nama]) for nama in grid.pembeda]
        satu = " ".join([row.kode, *pembeda])
        sebutan.append(satu)
    if len(calon) > TERBANYAK:
        sebutan.append("…")
    daftar = "; ".join(sebutan)
    banyak = len(calon)
    jenis = grid.judul_baris.lower()
    return f"Ada {banyak} {jenis} bernama ini ({daftar}). Isi kode barisnya."


def pesan_tanpa_letak(calon: Rows, letak: Letak, grid: Grid) -> str:
    """Isi pembeda yang tidak dikenal, atau yang masing-masing dikenal tetapi bertentangan."""
    label = {kolom.nama: judul(kolom) for kolom in grid.columns()}
    sebutan = []
    for nama, isi in letak.items():
        satu = f"{label[nama]} {isi}"
        cocok = [row for row in calon if is_cocok(row, nama, isi)]
        if not cocok:
            return f"{satu} tidak ada pada kisi ini."
        sebutan.append(satu)
    daftar = " dan ".join(sebutan)
    return f"{daftar} menunjuk tempat yang berlainan. Betulkan salah satunya."


def pesan_asing(sel: Sel, grid: Grid) -> str:
    """Kode yang diubah lembar kerja disebut caranya membetulkan."""
    if sel.jenis == "tanggal":
        return (
            f"Kode ini sudah berubah menjadi tanggal ({sel.isi}) di lembar kerja. "
            "Jadikan kolomnya teks lalu ketik ulang."
        )
    return kode_rusak(sel.isi) or grid.pesan_asing(sel.isi)
