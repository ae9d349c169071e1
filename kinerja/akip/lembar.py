"""Tren nilai AKIP sebagai gambar dan tabelnya."""

from core.grafik.dasar import WARNA, Deret
from core.grafik.dua import DuaLebar, dua_lebar
from core.grafik.lajur import Lajur, lajur
from core.tabel import Kepala, Kolom, Rupa, Tabel
from kinerja.akip.reports.tren import TahunAkip, Tren

JUDUL = "Nilai AKIP tiap tahun"
NILAI = (Deret("Nilai", (), WARNA[1]),)
BELUM = "belum ada laporan yang sah"


def gambar_tren(isi: Tren) -> DuaLebar:
    """Batang tiap tahun; yang belum sah tanpa batang."""
    baris = []
    for satu in isi.tahun:
        nama = f"{satu.evaluasi.tahun}: {_kategori(satu)}"
        baris.append(Lajur(nama, (satu.nilai,), satu.evaluasi.get_absolute_url()))
    return dua_lebar(lambda lebar: lajur(JUDUL, baris, NILAI, lebar=lebar, satuan=""))


def tabel_tren(isi: Tren) -> Tabel:
    """Nilai, predikat, dan nilai tiap komponen."""
    kolom = [Kolom("tahun", 8, is_nama=True), Kolom("skor", 10), Kolom("teks", 24)]
    kepala = [Kepala("Tahun"), Kepala("Nilai"), Kepala("Predikat")]
    for butir in isi.komponen:
        kolom.append(Kolom("skor", 14))
        kepala.append(Kepala(butir.uraian))
    baris = []
    rupa = {}
    for urut, satu in enumerate(isi.tahun):
        milik = [satu.komponen(butir.kode) for butir in isi.komponen]
        baris.append([satu.evaluasi.tahun, satu.nilai, _kategori(satu), *milik])
        rupa[urut, 0] = Rupa(url=satu.evaluasi.get_absolute_url())
    return Tabel(JUDUL, kolom, [kepala], baris, rupa=rupa)


def _kategori(satu: TahunAkip) -> str:
    if satu.hasil is None:
        return BELUM
    return satu.hasil.kategori or "tanpa predikat"
