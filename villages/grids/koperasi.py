"""Kisi Koperasi Desa/Kelurahan Merah Putih."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from core.grid import KolomKisi, Saringan
from villages.grids.lembaga import WilayahModelGrid, saringan_kecamatan, tersaring
from villages.models import Desa, KoperasiDesa


@dataclass(frozen=True)
class KolomTanggal(KolomKisi):
    """Tanggal ditulis seperti diketik: 31/12/2025."""

    def tulisan(self, nilai: Any) -> str:
        if isinstance(nilai, datetime.date):
            return f"{nilai:%d/%m/%Y}"
        return super().tulisan(nilai)


class KoperasiGrid(WilayahModelGrid):
    """Satu baris tiap desa dan kelurahan; keadaannya terkini, bukan satu tahun."""

    model = KoperasiDesa
    is_berformulir = False
    pembagi = "kecamatan"
    induk_field = "desa"
    judul = "Koperasi Desa Merah Putih"
    judul_baris = "Desa/kelurahan"
    judul_nama = ("Desa", "Kelurahan", "Nama desa", "Nama desa/kelurahan")
    judul_kode = ("Kode desa", "Kode desa/kelurahan")
    judul_abai = ("Kecamatan",)
    pengantar = "Tiap tahap bertanggal, misalnya 31/12/2025; kosong berarti belum."
    kolom = (
        KolomKisi("nama", "Nama koperasi", "teks"),
        KolomTanggal("tanggal_musyawarah", "Tanggal musyawarah", "teks"),
        KolomKisi("nomor_musyawarah", "Nomor berita acara", "teks"),
        KolomTanggal("tanggal_badan_hukum", "Tanggal badan hukum", "teks"),
        KolomKisi("nomor_badan_hukum", "Nomor badan hukum", "teks", alias=("Nomor AHU",)),
        KolomTanggal("tanggal_aktif", "Aktif sejak", "teks"),
    )

    def lookup(self) -> dict[str, Any]:
        """Tidak bertahun."""
        return {}

    def filters(self) -> list[Saringan]:
        """Satu kabupaten terlalu panjang untuk satu layar."""
        kecamatan = self.params.get("kecamatan", "")
        return [saringan_kecamatan(self.user, self.tahun, kecamatan)]

    def semua_induk(self) -> QuerySet[Desa]:
        """Desa dan kelurahan tahun itu."""
        rows = Desa.objects.visible_to(self.user).on(self.tahun)
        return tersaring(self, rows)
