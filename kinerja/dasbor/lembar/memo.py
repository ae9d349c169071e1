"""Memo rapat dua halaman: angkanya, lalu temuan, catatan reviu dan janji yang belum selesai."""

from collections.abc import Sequence

from core.tabel import Kolom, Tabel, tabel_polos
from documents.cetakan import Bagian, Cetakan, Paragraf
from idm.laporan.dasar.lembar import bagian, cetakan
from kinerja.dasbor.lembar.kolom import BESARAN, NAMA, PERSEN, TEKS, Baris
from kinerja.dasbor.lembar.tabel import judul
from kinerja.dasbor.lembar.uang import angka_serapan
from kinerja.dasbor.lembar.ukuran import sel_ukuran
from kinerja.dasbor.reports.capaian import IsiDasbor, KelompokIndikator
from kinerja.dasbor.reports.memo import IsiMemo, Tersisa
from kinerja.dasbor.reports.uang import Penyerapan
from kinerja.naskah.dasar.lembar import UANG

TERBANYAK = 12  # baris tiap daftar, supaya memonya dua halaman
INDIKATOR = (
    ("No.", Kolom("tanda", 7)),
    ("Indikator", NAMA),
    ("Target", BESARAN),
    ("Realisasi", BESARAN),
    ("Capaian", PERSEN),
    ("Predikat", TEKS),
)
ANGGARAN = (("Program", NAMA), ("Pagu", UANG), ("Realisasi", UANG), ("Penyerapan", PERSEN))
TEMUAN = (
    ("Naskah", NAMA),
    ("Menahan", Kolom("bulat", 10)),
    ("Peringatan terbuka", Kolom("bulat", 14)),
    ("Catatan reviu terbuka", Kolom("bulat", 14)),
)
JANJI = (
    ("Rekomendasi atau komitmen", NAMA),
    ("Tahun", Kolom("tahun", 8)),
    ("Tenggat", Kolom("tanggal", 18)),
    ("Keadaan", TEKS),
)


def cetakan_memo(isi: IsiDasbor, memo: IsiMemo) -> Cetakan:
    """Halaman pertama angkanya, halaman kedua yang belum selesai."""
    _, _, *kepala = judul(isi)
    semua = [
        bagian(judul=tuple(kepala), is_berkop=True, is_sambung=False, kertas="A4"),
        *[_indikator(satu) for satu in isi.kelompok if satu.ukuran],
        _anggaran(isi.uang),
        bagian(
            judul=("Yang belum selesai",),
            tabel=(_temuan(memo.temuan),),
            is_sambung=False,
        ),
        _janji(memo),
    ]
    return cetakan(isi.kepala, semua)


def _indikator(kelompok: KelompokIndikator) -> Bagian:
    """Target, realisasi dan capaian tiap IKU dan IKK."""
    baris = []
    for satu in kelompok.ukuran:
        nomor, indikator, _, *angka = sel_ukuran(satu)
        baris.append([nomor, indikator, *angka[:4]])
    tabel = tabel_polos(kelompok.nama, INDIKATOR, baris)
    return bagian(kelompok.nama, tabel=(tabel,))


def _anggaran(uang: Penyerapan) -> Bagian:
    """Pagu dan penyerapan tiap program."""
    baris: Baris = []
    for satu in uang.baris:
        baris.append([satu.nama, *angka_serapan(satu.serapan)])
    tebal: frozenset[int] = frozenset()
    if baris:
        tebal = frozenset([len(baris)])
        baris.append(["Jumlah", *angka_serapan(uang.jumlah)])
    tabel = tabel_polos("Anggaran", ANGGARAN, baris, tebal=tebal, kosong="Belum ada program.")
    return bagian("Anggaran", tabel=(tabel,))


def _temuan(semua: Sequence[Tersisa]) -> Tabel:
    """Naskah yang masih bertemuan atau bercatatan terbuka."""
    baris: Baris = []
    for satu in semua:
        if satu.menahan or satu.terbuka or satu.catatan:
            baris.append([satu.nama, satu.menahan, satu.terbuka, satu.catatan])
    return tabel_polos("Temuan", TEMUAN, baris, kosong="Tidak ada temuan terbuka.")


def _janji(memo: IsiMemo) -> Bagian:
    """Yang lewat tenggat dan yang terdekat lebih dahulu; selebihnya disebut banyaknya."""
    semua = memo.rekomendasi
    baris = []
    for satu in semua[:TERBANYAK]:
        baris.append([satu.uraian, satu.tahun, satu.tenggat, satu.keadaan])
    kemajuan = f"{memo.selesai} dari {memo.banyak}"
    penutup = [Paragraf(f"Selesai dengan bukti diterima: {kemajuan}.")]
    if len(semua) > TERBANYAK:
        sisa = len(semua) - TERBANYAK
        penutup.append(Paragraf(f"Belum termuat di sini: {sisa} lagi, pada daftar Rekomendasi."))
    tabel = tabel_polos("Rekomendasi", JANJI, baris, kosong="Tidak ada yang terbuka.")
    return bagian("Rekomendasi dan komitmen", tabel=(tabel,), penutup=tuple(penutup))
