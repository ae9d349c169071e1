"""Kisi isian: satu tabel yang diisi sel demi sel, dipakai semua rekap tahunan.

Cara memakainya:

1. Bila satu baris kisi = satu baris model per induk per tahun, turunkan `ModelGrid`, sebut `model`,
   `induk_field`, `kolom`, lalu isi `semua_induk()`. Barisnya dibuat saat sel pertamanya diisi.
2. Bila penyimpanannya lain (deret skor, beberapa model), turunkan `Grid`: `columns()`, `rows()`,
   `store()`.
3. Jalannya `documents.urls.grid_urls(…)`: halaman (`core.views.grid`), unduhan XLSX, dan impornya.

Tiap perubahan membawa tulisan yang dilihat pengirimnya (`lama`); bila isi kini lain, itu dilaporkan
sebagai bentrok dan tidak ditimpa. Satu kiriman disimpan seluruhnya atau tidak sama sekali; tiap
baris yang berubah menjadi satu kejadian audit. Kolom dalam satu `utuh` (misalnya dua belas bulan
yang harus berjumlah 100) dikirim bersama saat barisnya ditinggalkan.
"""

from core.grid.dasar import Grid
from core.grid.kolom import BarisKisi, GridRefused, Hasil, KolomKisi, Saringan, Ubahan
from core.grid.model import ModelGrid, save_row

__all__ = [
    "BarisKisi",
    "Grid",
    "GridRefused",
    "Hasil",
    "KolomKisi",
    "ModelGrid",
    "Saringan",
    "Ubahan",
    "save_row",
]
