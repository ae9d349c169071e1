"""Daftar pilihan pada sel lembar kerja yang diunduh; tulisan lain diperiksa saat diunggah."""

from typing import Any

from core.tabel import Tabel

TERPANJANG = 255  # aksara daftar pilihan satu sel menurut Excel
BARIS_BARU = 500  # di bawah isinya, yang sel pilihannya sudah bersedia
LAIN = "Bukan salah satu pilihannya; diperiksa saat diunggah."


def offer(lembar: Any, tabel: Tabel, mulai: int, akhir: int) -> None:
    """Tawarkan pilihan tiap kolom dari baris `mulai` sampai di bawah `akhir` (mulai 0).

    `lembar` lembar xlsxwriter; daftar yang terlalu panjang bagi Excel tidak ditawarkan.
    """
    for nomor, kolom in enumerate(tabel.kolom):
        panjang = len(",".join(kolom.pilihan))
        if 0 < panjang <= TERPANJANG:
            daftar = {
                "validate": "list",
                "source": list(kolom.pilihan),
                "error_type": "information",
                "error_message": LAIN,
            }
            lembar.data_validation(mulai, nomor, akhir + BARIS_BARU, nomor, daftar)
