# halaman baris data: penimpaan kecil atas halaman umum (bukti realisasi, unduhan)
