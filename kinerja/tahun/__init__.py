"""Satu tahun yang terukur; urutan membacanya:

renstra, ukuran, anggaran, riwayat, pohon, akip, rujukan, lalu tahun_kinerja yang menyatukannya.
"""
