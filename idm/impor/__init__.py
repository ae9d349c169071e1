from idm.impor.acuan import INDEKS, Acuan, BarisIdm, Nilai, Rubrik, kode_desa, rubrik, teks_baris

__all__ = ["INDEKS", "Acuan", "BarisIdm", "Nilai", "Rubrik", "kode_desa", "rubrik", "teks_baris"]
