"""Halaman naskah: `naskah` (rincian, langkah, cetakan), `kunci`, `verifikasi` (umum)."""
