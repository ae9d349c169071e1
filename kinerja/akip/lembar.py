"""Tren nilai AKIP sebagai gambar dan tabelnya."""

from core.grafik.dasar import WARNA, Deret
from core.grafik.dua import DuaLebar, dua_lebar
from core.grafik.lajur import Lajur, lajur
from core.tabel import Kepala, Kolom, Rupa, Tabel
from kinerja.akip.reports.tren import TahunAkip, Tren

JUDUL = "Nilai AKIP tiap tahun"
NILAI = (Deret("Nilai", (), WARNA[1]),)
KEPALA = (Kepala("Tahun"), Kepala("Nilai"), Kepala("Predikat"))
KOLOM = (Kolom("tahun", 8, is_nama=True), Kolom("skor", 10), Kolom("teks", 24))
NILAI_KOMPONEN = Kolom("skor", 14)
BELUM = "belum ada laporan yang sah"


def gambar_tren(isi: Tren) -> DuaLebar:
    """Batang tiap tahun; yang belum sah tanpa batang."""
    baris = []
    for satu in isi.tahun:
        evaluasi = satu.evaluasi
        nama = f"{evaluasi.tahun}: {_kategori(satu)}"
        url = evaluasi.get_absolute_url()
        batang = Lajur(nama, (satu.nilai,), url)
        baris.append(batang)
    return dua_lebar(lambda lebar: lajur(JUDUL, baris, NILAI, lebar=lebar, satuan=""))


def tabel_tren(isi: Tren) -> Tabel:
    """Nilai, predikat, dan nilai tiap komponen."""
    kolom = [*KOLOM]
    kepala = [*KEPALA]
    for butir in isi.komponen:
        kolom.append(NILAI_KOMPONEN)
        satu_kepala = Kepala(butir.uraian)
        kepala.append(satu_kepala)
    baris = []
    rupa = {}
    for urut, satu in enumerate(isi.tahun):
        milik = [satu.komponen(butir.kode) for butir in isi.komponen]
        evaluasi = satu.evaluasi
        baris.append([evaluasi.tahun, satu.nilai, _kategori(satu), *milik])
        url = evaluasi.get_absolute_url()
        rupa[urut, 0] = Rupa(url=url)
    return Tabel(JUDUL, kolom, [kepala], baris, rupa=rupa)


def _kategori(satu: TahunAkip) -> str:
    """Predikatnya, atau sebab belum ada."""
    if satu.hasil is None:
        return BELUM
    return satu.hasil.kategori or "tanpa predikat"
