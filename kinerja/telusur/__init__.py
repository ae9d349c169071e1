"""Di balik satu angka: baris, bukti, riwayat, dan tempat ia dipakai."""
