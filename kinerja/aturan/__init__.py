"""Hitungan dan aturan murni: capaian, jadwal, evaluasi, kode, angka tercetak, rujukan teks."""
