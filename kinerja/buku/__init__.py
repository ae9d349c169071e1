"""Buku kerja setahun: Renstra sampai pegawai dalam satu berkas, diunduh terisi dan diunggah."""
