"""Satu tahun yang terukur, dibaca berurutan: renstra, ukuran, anggaran, riwayat, pohon, rujukan, tahun_kinerja."""
