"""Halaman naskah: `naskah` (rincian, langkah, cetakan), `kunci` (pembukaan), `verifikasi` (untuk umum)."""
