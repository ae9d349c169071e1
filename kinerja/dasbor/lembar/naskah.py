"""Tabel kelengkapan, naskah dan rekomendasi."""

from collections.abc import Sequence
from dataclasses import replace

from core.periode import TRIWULAN
from core.tabel import Kolom, Rupa, Tabel, tabel_polos
from kinerja.dasbor.lembar.kolom import BANYAK, NAMA, TEKS, Baris, Rupanya
from kinerja.dasbor.reports.kelengkapan import Kelengkapan
from kinerja.dasbor.reports.naskah import KeadaanNaskah, RekomendasiTerbuka, TemuanNaskah

BERSTATUS = replace(TEKS, is_status=True)


def tabel_kelengkapan(semua: Sequence[Kelengkapan], sampai: int) -> Tabel:
    """Berapa yang terisi dari yang harus diisi."""
    masa = f" {TRIWULAN[sampai]}" if sampai else ""
    kolom = [
        ("Bidang", NAMA),
        ("Indikator", BANYAK),
        ("Realisasi terisi", BANYAK),
        ("Sub kegiatan berpagu", BANYAK),
        (f"Keuangan{masa} terisi", BANYAK),
        (f"Fisik{masa} terisi", BANYAK),
    ]
    kolom = [(nama, replace(satu, is_jumlah=satu is BANYAK)) for nama, satu in kolom]
    baris: Baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(semua):
        for urut in (0, 3, 4, 5):
            rupa[nomor, urut] = Rupa(url=satu.url)
        for urut in (1, 2):
            rupa[nomor, urut] = Rupa(url=satu.url_indikator)
        isi = [satu.nama, satu.indikator, satu.terukur, satu.berpagu, satu.uang, satu.fisik]
        baris.append(isi)
    return tabel_polos(
        "Kelengkapan",
        kolom,
        baris,
        rupa=rupa,
        jumlah="Jumlah" if baris else "",
        kosong="Belum ada bidang.",
    )


def tabel_naskah(semua: Sequence[KeadaanNaskah]) -> Tabel:
    """Tiap naskah, keadaannya, dan penjelasan temuan yang belum selesai."""
    kolom = [
        ("Naskah", NAMA),
        ("Keadaan", BERSTATUS),
        ("Penjelasan temuan menunggu putusan", BANYAK),
        ("Penjelasan tidak diterima", BANYAK),
    ]
    baris: Baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(semua):
        rupa[nomor, 0] = Rupa(url=satu.url)
        for urut in (2, 3):
            rupa[nomor, urut] = Rupa(url=satu.url_uji)
        baris.append([satu.nama, satu.keadaan, satu.menunggu, satu.ditolak])
    return tabel_polos("Naskah", kolom, baris, rupa=rupa, kosong="Belum ada naskah tahun itu.")


def tabel_rekomendasi(semua: Sequence[RekomendasiTerbuka]) -> Tabel:
    """Rekomendasi yang buktinya belum diterima."""
    kolom = [
        ("Asal", TEKS),
        ("Tahun", Kolom("tahun", 9)),
        ("No.", Kolom("bulat", 5)),
        ("Rekomendasi", replace(NAMA, lebar=60)),
        ("Tenggat", Kolom("tanggal", 18)),
        ("Keadaan", BERSTATUS),
    ]
    baris: Baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(semua):
        rupa[nomor, 3] = Rupa(url=satu.url)
        baris.append([satu.asal, satu.tahun, satu.nomor, satu.uraian, satu.tenggat, satu.keadaan])
    return tabel_polos(
        "Rekomendasi terbuka",
        kolom,
        baris,
        rupa=rupa,
        kosong="Tidak ada rekomendasi terbuka.",
    )


def tabel_temuan(semua: Sequence[TemuanNaskah]) -> Tabel:
    """Temuan uji kewajaran tiap naskah."""
    kolom = [
        ("Naskah", NAMA),
        ("Fakta dibandingkan", BANYAK),
        ("Menahan", BANYAK),
        ("Peringatan terbuka", BANYAK),
        ("Sudah ditanggapi", BANYAK),
    ]
    berjumlah = [(nama, replace(satu, is_jumlah=satu is BANYAK)) for nama, satu in kolom]
    baris: Baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(semua):
        isi = [satu.nama, satu.dibandingkan, satu.menahan, satu.terbuka, satu.ditanggapi]
        for urut in range(len(isi)):
            rupa[nomor, urut] = Rupa(url=satu.url)
        baris.append(isi)
    return tabel_polos(
        "Temuan",
        berjumlah,
        baris,
        rupa=rupa,
        jumlah="Jumlah" if baris else "",
        kosong="Belum ada naskah tahun itu.",
    )
