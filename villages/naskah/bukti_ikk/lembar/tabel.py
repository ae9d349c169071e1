"""Berkas IKK sebagai lembar kerja: ringkasan output, formulir, kelembagaan, kegiatan PKK."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core.tabel import Kepala, Kolom, Tabel, tabel_polos
from documents.lembar.naskah import judul_berkop, kaki, kop
from villages.models import BerkasIkk
from villages.naskah.bukti_ikk.isi import IsiBuktiIkk, Output
from villages.naskah.bukti_ikk.lembar.pkk import pkk
from villages.naskah.formulir.lembar import formulir
from villages.reports.lembaga import BarisLembaga, TabelLembaga

Isi = list[Any]  # nilai sebaris
Cara = BerkasIkk.CaraHitung
TEKS = Kolom("teks", 30)
ANGKA = Kolom("bulat", 12)
OUTCOME = ("IKK outcome", TEKS)
OUTPUT = (
    ("Output", Kolom("bulat", 8)),
    ("Uraian", Kolom("teks", 50, is_nama=True)),
    ("Rumus", Kolom("teks", 14)),
    ("Angka", ANGKA),
    ("Dihitung menurut", Kolom("teks", 20)),
    ("Desa yang berlainan", ANGKA),
    ("Baris formulir", ANGKA),
    ("Tercetak dahulu", ANGKA),
    ("Satuan", Kolom("teks", 12)),
    ("Catatan", Kolom("teks", 60)),
)
LEMBAGA = (
    "POSYANDU",
    "LPM",
    "PKK",
    "RW",
    "RT",
    "KARANG TARUNA",
    "LEMBAGA ADAT",
)
LEBAR_LEMBAGA = (8, 13, 12, 7, 7, 7, 7, 11, 10, 10)
DILAPORKAN = "dilaporkan"


def berkas(isi: IsiBuktiIkk) -> list[Tabel]:
    """Payload naskah menjadi buku kerja."""
    semua_formulir = [formulir(isi, satu) for satu in isi.formulir]
    return [ringkasan(isi), *semua_formulir, kelembagaan(isi), pkk(isi)]


def ringkasan(isi: IsiBuktiIkk) -> Tabel:
    """Semua output tiap outcome, satu baris satu jawaban."""
    baris = []
    for outcome in isi.outcome:
        sebutan_outcome = f"{outcome.nomor}. {outcome.nama}"
        for satu in isi.output:
            baris.append([sebutan_outcome, *_baris(satu)])
    return _tabel_output(isi, [OUTCOME, *OUTPUT], baris)


def tabel_output(isi: IsiBuktiIkk) -> Tabel:
    """Tiap output sekali; jawabannya sama bagi semua outcome."""
    baris = [_baris(satu) for satu in isi.output]
    return _tabel_output(isi, OUTPUT, baris)


def _tabel_output(
    isi: IsiBuktiIkk,
    kolom: Sequence[tuple[str, Kolom]],
    baris: list[Isi],
) -> Tabel:
    """Kepala sebaris menurut kolomnya."""
    return tabel_polos(
        "Output",
        kolom,
        baris,
        judul=judul_berkop(isi),
        is_lanskap=True,
        kaki=kaki(isi),
    )


def _baris(output: Output) -> Isi:
    """Jawaban satu output; kedua hitungannya bila berbeda, selain itu sengaja kosong."""
    menurut: dict[str, Any] = {}
    for satu in output.hitungan:
        menurut[satu.cara] = satu.angka
    return [
        output.nomor,
        output.uraian,
        output.rumus,
        output.angka,
        sebutan(output.cara),
        menurut.get(Cara.DESA, ""),
        menurut.get(Cara.BARIS, ""),
        output.tercetak,
        output.satuan,
        " ".join(output.catatan),
    ]


def sebutan(cara: str) -> str:
    """Apa yang dihitung; kosong bagi output yang tidak menghitung desa."""
    if cara:
        return Cara(cara).label
    return ""


def hitungan(output: Output, tahun: int) -> Tabel:
    """Kedua hitungan berdampingan, dan mana yang dilaporkan."""
    is_selisih = any(satu.lalu is not None for satu in output.hitungan)
    angka = (str(tahun), str(tahun - 1), "Selisih") if is_selisih else (str(tahun),)
    baris: list[Isi] = []
    for satu in output.hitungan:
        isi = (satu.kini, satu.lalu, satu.angka) if is_selisih else (satu.kini,)
        tanda = ""
        if satu.cara == output.cara:
            tanda = DILAPORKAN
        baris.append([sebutan(satu.cara).capitalize(), *isi, tanda])
    return Tabel(
        "Hitungan",
        [
            Kolom("teks", 40),
            *[Kolom("bulat", 14)] * len(angka),
            Kolom("teks", 18),
        ],
        [[Kepala(nama) for nama in ("Dihitung menurut", *angka, "Keterangan")]],
        baris,
        huruf=Decimal(10),
    )


def lembaga(isi: TabelLembaga) -> Tabel:
    """Banyak tiap jenis lembaga sekabupaten."""
    semua = enumerate(isi.lembaga, start=1)
    return Tabel(
        "Lembaga",
        [Kolom("bulat", 8), Kolom("teks", 60), Kolom("bulat", 24)],
        [[Kepala(nama) for nama in ("No", "Nama Lembaga Desa", "Jumlah")]],
        [[urut, satu.nama, satu.jumlah] for urut, satu in semua],
        huruf=Decimal(10),
    )


def kelembagaan(isi: IsiBuktiIkk) -> Tabel:
    """Desa, kelurahan dan tiap lembaga per kecamatan; kosong berarti belum melapor."""
    tabel = isi.kelembagaan
    is_melapor = tabel.semua is not None
    semua = "Belum ada yang melapor."
    if is_melapor:
        semua = f"Jumlah lembaga: {tabel.semua}."
    angka = [Kolom("bulat", lebar, is_jumlah=True) for lebar in LEBAR_LEMBAGA]
    return Tabel(
        "Kelembagaan",
        [Kolom("bulat", 5), Kolom("teks", 26), *angka],
        _kepala_kelembagaan(),
        [_baris_kelembagaan(urut, satu) for urut, satu in enumerate(tabel.baris, start=1)],
        [*kop(isi), f"DATA KELEMBAGAAN DESA TAHUN {tabel.tahun}"],
        jumlah="JUMLAH",
        kertas="F4",
        kaki=[semua, *kaki(isi)],
    )


def _kepala_kelembagaan() -> list[list[Kepala]]:
    """Kepala dua tingkat seperti tercetak."""
    return [
        [
            Kepala("NO", 1, 2),
            Kepala("KECAMATAN", 1, 2),
            Kepala("JUMLAH", 2),
            Kepala("LEMBAGA KEMASYARAKATAN DESA DAN KELURAHAN", 7),
            Kepala("JUMLAH", 1, 2),
        ],
        [Kepala(nama) for nama in ("DESA", "KELURAHAN", *LEMBAGA)],
    ]


def _baris_kelembagaan(urut: int, isi: BarisLembaga) -> Isi:
    banyak = isi.isi[2:]  # sesudah banyak desa dan kelurahan
    return [urut, isi.kecamatan, *isi.isi, _jumlah(banyak)]


def _jumlah(isi: Sequence[int | None]) -> int | None:
    """Banyak lembaga satu kecamatan; kosong bila belum melapor."""
    diketahui = [satu for satu in isi if satu is not None]
    is_lengkap = len(diketahui) == len(isi)
    if is_lengkap:
        return sum(diketahui)
    return None
