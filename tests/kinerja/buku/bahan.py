"""Isi buku kerja satu kantor kecil, dan penulis berkasnya."""

import copy
import io

from openpyxl import Workbook

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SUB = "2.13.04.2.01.0001"
DESA = "Persentase desa mandiri"
BUKU = {
    "Renstra": [
        ["Periode", "Tahun awal", "Tahun akhir", "Tujuan", "Sasaran"],
        ["Renstra 2021–2026", 2021, 2026, "Desa maju", "Meningkatnya desa mandiri"],
        [None, None, None, None, "Meningkatnya tata kelola"],
    ],
    "Indikator": [
        [
            "Nomor sasaran", "Jenis", "Indikator", "Satuan", "Pembilang", "Penyebut", "Faktor",
            "Penanggung jawab", "Masuk PK", "Target 2023", "Target 2024", "Realisasi 2023",
        ],
        [
            1, "IKU", DESA, "%", "Desa mandiri", "Semua desa", 100, "Sekretariat", "v", 10, 12,
            "3/30",
        ],
        [2, "IKK", "Nilai SAKIP", "Nilai", None, None, None, None, None, 70, "71,5", 69],
    ],
    "Program": [
        ["Kode", "Uraian", "Nomor sasaran", "Indikator", "Target", "Satuan", "Target TW I",
         "Pagu (Rp)", "Penanggung jawab", "Pejabat"],
        ["2.13.04", "PROGRAM ADMINISTRASI PEMERINTAHAN DESA", 2, "Persentase desa tertib", 80, "%"],
        ["2.13.04", None, None, "Jumlah desa tertib", 9, "Desa"],
        ["2.13.04.2.01", "Pembinaan", None, "Jumlah desa dibina", 10, "Desa", None, 3000],
        ["2.13.04.2.01.01", "Fasilitasi administrasi", None, "Jumlah dokumen", 2, "Dokumen", 1,
         1000, "Sekretariat", "Pejabat Contoh 1"],
        [None, None, None, "Jumlah peserta", 40, "Orang", None, 2000],
        ["Jumlah", None, None, None, None, None, None, 3000],
    ],
    "Rencana aksi": [
        ["Kode", "Aksi kegiatan", *BULAN, "Keterangan"],
        [SUB, "Menyusun", 50, None, None, 50, *[None] * 8, "Tepat waktu"],
    ],
    "DPA": [
        ["Jenis DPA", "Nomor DPA", "Tanggal DPA"],
        ["DPA murni", "DPA/1/2024", "2 Januari 2024"],
    ],
    "Pegawai": [
        ["Kelompok", "Uraian", "Jumlah orang"],
        ["Status kepegawaian", "PNS", 20],
        [None, "PPPK", 5],
        ["Pendidikan", "S-1", 25],
    ],
}  # fmt: skip


def salinan(*nama):
    """Isi buku yang boleh diubah; tanpa nama semua lembarnya."""
    return {satu: copy.deepcopy(BUKU[satu]) for satu in nama or BUKU}


def berkas(isi):
    """Lembar → barisnya menjadi berkas XLSX."""
    book = Workbook()
    book.remove(book.active)
    for nama, baris in isi.items():
        lembar = book.create_sheet(nama)
        for satu in baris:
            lembar.append(satu)
    hasil = io.BytesIO()
    book.save(hasil)
    return hasil.getvalue()


KANTOR = {
    "Bidang": [
        ["Nama bidang", "Urutan"],
        ["Sekretariat", None],
        ["Bidang Pemerintahan Desa", None],
    ],
    "Pejabat": [
        ["Nama", "NIP", "Jabatan", "Golongan", "Sifat", "Kepala", "TMT", "Perangkat daerah"],
        ["Pejabat Contoh 1", "19700101 199001 1 001", "Kepala Dinas", "IV/c", None, "v",
         "2 Januari 2024", None],
        ["Pejabat Contoh 2", "197001011990011002", "Inspektur", None, "Plt.", "v", "2024-01-02",
         "Inspektorat"],
    ],
}  # fmt: skip
