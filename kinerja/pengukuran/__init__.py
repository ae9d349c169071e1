"""Target, realisasi, pengukuran triwulan, periode isian."""
