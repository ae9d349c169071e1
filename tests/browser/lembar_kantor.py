"""Isi buku kerja dan lembar pengukuran Kabupaten Blora 2025, ditulis pada lembar unduhannya."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

Baris = dict[str, Any]
KEPALA = 4  # baris judul kolom pada lembar unduhan
BIDANG = "Bidang Pemerintahan Desa"
TRIWULAN = ("I", "II", "III", "IV")
RENSTRA: list[Baris] = [
    {
        "Periode": "Renstra 2025–2029",
        "Tahun awal": 2025,
        "Tahun akhir": 2029,
        "Skala predikat": "Skala peringkat kinerja Permendagri 86/2017",
        "Tujuan": "Meningkatnya kemandirian desa",
        "Sasaran": "Meningkatnya kapasitas pemerintahan desa",
    },
    {"Sasaran": "Meningkatnya pemberdayaan masyarakat desa"},
]
PERSEN: Baris = {"Satuan": "%", "Faktor": 100, "Penanggung jawab": BIDANG}
INDIKATOR: list[Baris] = [
    PERSEN | {
        "Nomor sasaran": 1, "Jenis": "IKU", "Indikator": "Persentase desa mandiri",
        "Pembilang": "Desa mandiri", "Penyebut": "Semua desa", "Masuk PK": "v",
        "Target 2025": 30, "Realisasi 2025": "84/271", "Target 2029": 50,
    },
    {
        "Nomor sasaran": 2, "Jenis": "IKU", "Indikator": "Jumlah BUM Desa aktif",
        "Satuan": "Unit", "Penanggung jawab": BIDANG, "Masuk PK": "v",
        "Target 2025": 120, "Realisasi 2025": 114, "Target 2029": 160,
    },
    PERSEN | {
        "Nomor sasaran": 2, "Jenis": "IKK", "Indikator": "Persentase lembaga aktif",
        "Pembilang": "Lembaga aktif", "Penyebut": "Semua lembaga",
        "Target 2025": 85, "Realisasi 2025": "251/295", "Target 2029": 90,
    },
]  # fmt: skip
# kode, nama, nomor sasaran, indikator, target, satuan; yang berpagu sub kegiatan
POHON = (
    ("2.13.04", "PROGRAM ADMINISTRASI PEMERINTAHAN DESA", 1, "Persentase desa tertib", 80, "%", 0),
    (
        "2.13.04.2.01",
        "Pembinaan dan Pengawasan Penyelenggaraan Administrasi Pemerintahan Desa",
        None, "Jumlah desa yang dibina", 271, "Desa", 0,
    ),
    (
        "2.13.04.2.01.0004", "Fasilitasi Pengelolaan Keuangan Desa", None,
        "Jumlah Dokumen Hasil Fasilitasi Pengelolaan Keuangan Desa", 271, "Dokumen", 400_000_000,
    ),
    (
        "2.13.04.2.01.0013", "Fasilitasi Pengelolaan Aset Desa", None,
        "Jumlah Dokumen Hasil Fasilitasi Pengelolaan Aset Desa", 20, "Dokumen", 100_000_000,
    ),
)  # fmt: skip
DPA: list[Baris] = [
    {"Jenis DPA": "DPA murni", "Nomor DPA": "DPA/1/2025", "Tanggal DPA": "2 Januari 2025"},
]
PEGAWAI: list[Baris] = [
    {"Kelompok": "Status kepegawaian", "Uraian": "PNS", "Jumlah orang": 31},
    {"Kelompok": "Pendidikan", "Uraian": "S-1", "Jumlah orang": 31},
]


def _program() -> list[Baris]:
    semua = []
    for kode, nama, sasaran, indikator, target, satuan, pagu in POHON:
        baris: Baris = {
            "Kode": kode, "Program/kegiatan/sub kegiatan": nama, "Nomor sasaran": sasaran,
            "Indikator": indikator, "Target": target, "Satuan": satuan,
            "Penanggung jawab": BIDANG,
        }  # fmt: skip
        if pagu:
            baris["Pagu murni (Rp)"] = pagu
            for romawi, nilai in zip(TRIWULAN, seperempat(target), strict=True):
                baris[f"Target TW {romawi}"] = nilai
        semua.append(baris)
    return semua


def _rencana() -> list[Baris]:
    bulan = dict.fromkeys(("Maret", "Juni", "September", "Desember"), 25)
    sub = [(kode, nama) for kode, nama, *_, pagu in POHON if pagu]
    return [{"Kode": kode, "Aksi kegiatan": f"Melaksanakan {nama}"} | bulan for kode, nama in sub]


def seperempat(target: int) -> list[int]:
    """Target dibagi empat triwulan; sisanya pada yang terakhir."""
    satu = target // 4
    return [satu, satu, satu, target - 3 * satu]


def isi_buku(path: Path) -> Path:
    """Tulis semua lembar buku kerja pada unduhannya."""
    buku = load_workbook(path)
    lembar = {
        "Renstra": RENSTRA, "Indikator": INDIKATOR, "Program": _program(),
        "Rencana aksi": _rencana(), "DPA": DPA, "Pegawai": PEGAWAI,
    }  # fmt: skip
    for nama, semua in lembar.items():
        satu = buku[nama]
        letak = {sel.value: sel.column for sel in satu[KEPALA]}
        for nomor, baris in enumerate(semua, KEPALA + 1):
            for kolom, nilai in baris.items():
                if kolom not in letak:  # tahun lain periodenya, yang belum ada pada unduhan
                    letak[kolom] = satu.max_column + 1
                    satu.cell(KEPALA, letak[kolom], kolom)
                satu.cell(nomor, letak[kolom], nilai)
    buku.save(path)
    return path


def isi_pengukuran(path: Path) -> Path:
    """K dan Rp empat triwulan; barisnya seurut pohonnya, kolomnya menurut judulnya."""
    buku = load_workbook(path)
    lembar = buku.active
    letak = {sel.value: sel.column for sel in lembar[KEPALA]}
    for nomor, (*_, target, _satuan, pagu) in enumerate(POHON, KEPALA + 1):
        for urutan, nilai in enumerate(seperempat(target)):
            triwulan = f"Triwulan {TRIWULAN[urutan]}"
            if pagu:
                lembar.cell(nomor, letak[f"{triwulan} K"], nilai)
                lembar.cell(nomor, letak[f"{triwulan} Rp"], pagu * 24 // 100)
            else:
                lembar.cell(nomor, letak[f"{triwulan} K"], nilai * (urutan + 1))
    buku.save(path)
    return path
