"""Isi lembar kerja AKIP: butir dengan jawaban kedua pihak, bukti dari sistem, dan trennya."""
