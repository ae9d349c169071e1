"""Halaman kinerja: `data` (baris data), `lkjip` (naskah), `dasbor` (ringkasan dan silsilah)."""
