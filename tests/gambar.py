"""Gambar panduan: halaman mana, sebagai siapa. Diambil tests/browser/test_panduan.py."""

from dataclasses import dataclass
from pathlib import Path

from django.urls import reverse

from dpmd.panduan import FOLDER

GAMBAR = FOLDER / "gambar"


@dataclass(frozen=True)
class Gambar:
    """Satu halaman yang dipotret; `is_baris` berarti baris pertama daftarnya dibuka."""

    nama: str
    akun: str
    jalan: str
    tahun: int = 2023
    is_baris: bool = False

    @property
    def path(self) -> Path:
        return GAMBAR / f"{self.nama}.png"

    @property
    def alamat(self) -> str:
        return f"{reverse(self.jalan)}?tahun={self.tahun}"


UMUM = ""  # tanpa masuk
SEMUA = (
    Gambar("beranda", "operator", "beranda"),
    Gambar("keamanan", "operator", "mfa_index"),
    Gambar("pengguna", "admin", "accounts:user_list"),
    Gambar("belum-melapor", "kepala.bidang", "belum_melapor"),
    Gambar("formulir-kertas", "operator", "villages:rekaplembaga_grid_formulir"),
    Gambar("kabar", "operator", "accounts:kabar_pilihan"),
    Gambar("keaslian", UMUM, "documents:verify_start"),
    Gambar("membuka-tahun", "operator.merangin", "kinerja:buka_tahun", 2025),
    Gambar("buku-kerja", "operator.merangin", "kinerja:buku_impor", 2024),
    Gambar("pohon", "operator.merangin", "kinerja:pohon", 2024),
    Gambar("evaluasi", "operator.merangin", "kinerja:evaluasi_grid", 2024),
    Gambar("impor", "operator", "villages:rekaplembaga_grid_impor"),
    Gambar("lembaga", "operator", "villages:rekaplembaga_grid"),
    Gambar("isian-idm", "operator", "idm:isian_daftar", 2024),
    Gambar("perencana", "operator", "idm:perencana", 2024),
    Gambar("lkjip", "operator", "kinerja:lkjip_list", is_baris=True),
    Gambar("menunggu-bidang", "kepala.bidang", "beranda"),
    Gambar("perjanjian", "kepala.dinas", "kinerja:perjanjiankinerja_list"),
    Gambar("dasbor", "kepala.daerah", "kinerja:dasbor"),
    Gambar("asal-angka", "inspektorat", "kinerja:indikator_list", is_baris=True),
    Gambar("pedoman-reviu", "inspektorat", "kinerja:pedomanreviu_list", is_baris=True),
    Gambar("jejak", "inspektorat", "core:auditevent_list"),
    Gambar("perangkat", "admin", "accounts:perangkatdaerah_list"),
    Gambar("token", "admin", "accounts:tokenapi_create"),
    Gambar("wilayah", "admin", "villages:desa_list"),
)
