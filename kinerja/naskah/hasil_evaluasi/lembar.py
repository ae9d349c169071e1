"""Tabel dan susunan cetak Laporan Hasil Evaluasi."""

from collections.abc import Iterator
from dataclasses import replace

from core.angka import format_angka
from core.periode import tanggal_panjang
from core.tabel import Kolom, Tabel
from documents.cetakan import Bagian, Paragraf
from documents.lembar.naskah import judul_berkop, kaki
from kinerja.naskah.hasil_evaluasi.isi import Angka, IsiHasilEvaluasi
from kinerja.naskah.hasil_reviu.lembar import tabel_berkolom

BELUM = "belum diketahui"
TIDAK_TERCATAT = "tidak tercatat"
TANPA_KOMPONEN = "Pedomannya tanpa komponen."
TANPA_REKOMENDASI = "Tidak ada rekomendasi."
KOLOM_KOMPONEN = (
    ("No", Kolom("tanda", 5)),
    ("Komponen", Kolom("teks", 44, is_nama=True)),
    ("Bobot", Kolom("skor", 12)),
    ("Nilai tahun lalu", Kolom("skor", 14)),
    ("Nilai", Kolom("skor", 14)),
    ("Perkiraan dinas", Kolom("skor", 14)),
)
KOLOM_SUB = (
    ("No", Kolom("tanda", 6)),
    ("Subkomponen", Kolom("teks", 46, is_nama=True)),
    ("Bobot", Kolom("skor", 10)),
    ("Tingkat", Kolom("tanda", 9)),
    ("Nilai", Kolom("skor", 10)),
    ("Catatan", Kolom("teks", 46)),
)
KOLOM_REKOMENDASI = (
    ("No", Kolom("tanda", 5)),
    ("Rekomendasi", Kolom("teks", 60, is_nama=True)),
    ("Penanggung jawab", Kolom("teks", 26)),
    ("Tenggat", Kolom("tanggal", 18)),
)


def lembar(isi: IsiHasilEvaluasi) -> list[Tabel]:
    """Nilai tiap komponen, tiap subkomponen, lalu rekomendasinya."""
    judul = judul_berkop(isi)
    bawah = kaki(isi)
    semua = (komponen(isi), subkomponen(isi), rekomendasi(isi))
    return [replace(satu, judul=judul, kaki=bawah) for satu in semua]


def komponen(isi: IsiHasilEvaluasi) -> Tabel:
    """Nilai tiap komponen, lalu nilai akhir dan predikatnya."""
    baris: list[list[object]] = []
    for satu in isi.komponen:
        nilai = _nilai(satu.lalu, satu.nilai, satu.perkiraan)
        baris.append([satu.kode, satu.uraian, satu.bobot, *nilai])
    bobot = sum(satu.bobot for satu in isi.komponen)
    nilai = _nilai(isi.lalu, isi.nilai, isi.perkiraan)
    baris.append([None, "Nilai hasil evaluasi", bobot, *nilai])
    predikat = [isi.predikat_lalu or TIDAK_TERCATAT, isi.predikat or BELUM, None]
    baris.append([None, "Predikat", None, *predikat])
    tebal = frozenset({len(baris) - 1, len(baris) - 2})
    tabel = tabel_berkolom("Nilai", KOLOM_KOMPONEN, baris, TANPA_KOMPONEN)
    return replace(tabel, tebal=tebal)


def subkomponen(isi: IsiHasilEvaluasi) -> Tabel:
    """Tingkat, nilai dan catatan tiap subkomponen."""
    baris = []
    for satu in isi.subkomponen:
        tingkat = satu.tingkat or None
        nilai = BELUM if satu.nilai is None else satu.nilai
        catatan = satu.catatan or None
        baris.append([satu.kode, satu.uraian, satu.bobot, tingkat, nilai, catatan])
    return tabel_berkolom("Catatan", KOLOM_SUB, baris, TANPA_KOMPONEN)


def rekomendasi(isi: IsiHasilEvaluasi) -> Tabel:
    """Yang harus ditindaklanjuti dinas."""
    baris = []
    for satu in isi.rekomendasi:
        baris.append([satu.nomor, satu.uraian, satu.penanggung, satu.tenggat])
    return tabel_berkolom("Rekomendasi", KOLOM_REKOMENDASI, baris, TANPA_REKOMENDASI)


def _nilai(lalu: Angka, kini: Angka, perkiraan: Angka) -> list[object]:
    """Yang tidak diketahui bukan nol."""
    hasil: list[object] = []
    for angka, sebab in ((lalu, TIDAK_TERCATAT), (kini, BELUM), (perkiraan, BELUM)):
        hasil.append(sebab if angka is None else angka)
    return hasil


def _angka(angka: Angka, sebab: str) -> str:
    """Dua desimal di dalam kalimat."""
    return sebab if angka is None else format_angka(angka, 2)


def layout(isi: IsiHasilEvaluasi) -> Iterator[Bagian]:
    """Kop dan simpulannya, lalu tabelnya; tanda tangan pada akhirnya."""
    yield Bagian(
        judul=(isi.judul.upper(), f"TAHUN {isi.tahun}", f"Nomor: {isi.nomor or '…'}"),
        pembuka=tuple(_pengantar(isi)),
        tabel=(komponen(isi),),
        is_berkop=True,
        is_bertanda_tangan=False,
    )
    yield Bagian(
        anak_judul="Tingkat dan catatan tiap subkomponen",
        tabel=(subkomponen(isi),),
        is_sambung=True,
        is_bertanda_tangan=False,
    )
    yield Bagian(
        anak_judul="Rekomendasi",
        tabel=(rekomendasi(isi),),
        penutup=tuple(_penutup(isi)),
        is_sambung=True,
    )


def _pengantar(isi: IsiHasilEvaluasi) -> Iterator[Paragraf]:
    """Yang dievaluasi, menurut pedoman mana, dan hasilnya."""
    tanggal = f" tanggal {tanggal_panjang(isi.tanggal)}" if isi.tanggal else ""
    dasar = f" ({isi.regulasi})" if isi.regulasi else ""
    yield Paragraf(
        f"Laporan{tanggal} ini memuat hasil evaluasi akuntabilitas kinerja {isi.dievaluasi} tahun "
        f"{isi.tahun} menurut {isi.pedoman}{dasar}."
    )
    yield Paragraf(
        f"Nilai hasil evaluasi {_angka(isi.nilai, BELUM)} dengan predikat "
        f"{isi.predikat or BELUM}; tahun sebelumnya {_angka(isi.lalu, TIDAK_TERCATAT)}"
        f"{_predikat_lalu(isi)}."
    )


def _predikat_lalu(isi: IsiHasilEvaluasi) -> str:
    """Kosong bila tahun lalu tidak tercatat."""
    if isi.predikat_lalu:
        return f" dengan predikat {isi.predikat_lalu}"
    return ""


def _penutup(isi: IsiHasilEvaluasi) -> Iterator[Paragraf]:
    """Cara nilainya dibaca."""
    yield Paragraf(
        "Nilai subkomponen adalah bobotnya dikali nilai tingkatnya dibagi 100. Predikat ditetapkan "
        "dari nilai yang tidak dibulatkan, bila lebih besar dari batasnya. Perkiraan dinas hasil "
        "penilaian mandiri dan tidak menentukan nilai.",
        "catatan",
    )
