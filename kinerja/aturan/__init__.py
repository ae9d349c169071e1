"""Hitungan dan aturan murni: capaian, jadwal dan evaluasi, kode, angka tercetak, rujukan dalam teks."""
