"""Jalan setiap angka: yang sama pada semua halaman, lembar kerja dan naskah."""
