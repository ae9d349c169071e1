"""Profil satu desa: lembar kerjanya, dan PDF berisi tabel yang sama dengan gambarnya."""

from decimal import Decimal
from typing import Any

from core.angka import format_angka
from core.grafik import desa as grafik_desa
from core.tabel import Kolom, Tabel
from documents.cetakan import Bagian, Cetakan, Gambar, Paragraf
from idm.lembar.laporan import ANGKA, NAMA, PANJANG, bagian, cetakan, kolom_nilai, tabel_laporan

BELUM_TERCATAT = "IDM atau Indeks Desa desa ini belum tercatat."
ARTI_PERSEN = "Rata-rata skor sebagai persen dari skor tertinggi, atas desa yang skornya tercatat dengan instrumen yang sama."
TANPA_DIMENSI = "Skor tiap indikator tidak diketahui, jadi yang tampak subindeks terbitannya."
KECIL = Decimal(7)


def profil(isi: dict[str, Any]) -> list[Tabel]:
    """Profil satu desa: nilai dan letaknya, dimensi, riwayat, dan tabel IDM."""
    semua = [tabel(isi, u) for u in isi["ukuran"] for tabel in (_letak, _dimensi)]
    semua += [_riwayat(isi, r) for r in isi["riwayat"]]
    if isi["tabel"]:
        semua.append(_skor(isi))
    return semua or [tabel_laporan(isi, "Profil", [("Belum ada data", NAMA)], [])]


def _letak(isi: dict[str, Any], u: Any) -> Tabel:
    """Nilai, status, dan letak desa di antara yang lain."""
    nama, nilai = u.indeks.nama, kolom_nilai(u.indeks.desimal)
    kolom = [(nama, nilai), (f"Status {nama}", NAMA)]
    baris = [u.nilai, u.row.get_status_display()]
    for lingkup, letak in (("kecamatan", u.kecamatan), ("kabupaten", u.kabupaten)):
        kolom += [(f"Peringkat di {lingkup}", ANGKA), (f"Rata-rata {lingkup}", nilai)]
        baris += [f"{letak['nomor']} dari {letak['banyak']}", letak["rata"]]
    return tabel_laporan(
        isi,
        nama,
        kolom,
        [baris],
        tebal=frozenset([0]),
        catatan=(f"{u.row.instrumen}.",),
        huruf=Decimal(9),
    )


def _dimensi(isi: dict[str, Any], u: Any) -> Tabel:
    persen = Kolom("persen", 16)
    kolom = [
        ("Dimensi", NAMA),
        (f"{isi['desa'].nama} (%)", persen),
        ("Rata-rata kecamatan (%)", persen),
        ("Rata-rata kabupaten (%)", persen),
    ]
    baris = [[b.nama, b.desa, b.kecamatan, b.kabupaten] for b in (*u.sub, *u.dimensi)]
    tebal = frozenset(range(len(u.sub)))
    return tabel_laporan(isi, f"Dimensi {u.indeks.nama}", kolom, baris, tebal=tebal, huruf=KECIL)


def _riwayat(isi: dict[str, Any], r: dict[str, Any]) -> Tabel:
    nilai, perubahan = kolom_nilai(r["desimal"]), kolom_nilai(r["desimal"], is_perubahan=True)
    kolom = [("Tahun", Kolom(lebar=10)), (r["indeks"], nilai), ("Perubahan", perubahan)]
    kolom += [(f"Status {r['indeks']}", NAMA), ("Instrumen", PANJANG)]
    baris = [
        [str(b["tahun"]), b["nilai"], b["perubahan"], b["status"].title(), b["instrumen"]]
        for b in r["baris"]
    ]
    return tabel_laporan(isi, f"Riwayat {r['indeks']}", kolom, baris)


SKOR = (
    ("No", Kolom("bulat", 6)),
    ("Dimensi", Kolom(lebar=20)),
    ("Indikator", Kolom(lebar=34)),
    ("Skor", Kolom("bulat", 7)),
    ("Kriteria", Kolom(lebar=46)),
    ("Skor berikutnya", Kolom("bulat", 16)),
    ("Yang diminta", Kolom(lebar=46)),
)
KOSONG = (None,) * (len(SKOR) - 2)


def _skor(isi: dict[str, Any]) -> Tabel:
    """Tabel IDM: tiap indeks dengan hitungannya, lalu indikatornya dan skor berikutnya."""
    baris: list[list[Any]] = []
    kelompok = []
    for satu in isi["tabel"]:
        kelompok.append(len(baris))
        baris += [
            [None, _hitungan(satu["indeks"]), *KOSONG],
            *(_satu_skor(b) for b in satu["baris"]),
        ]
    gabung = [(n, 1, n, len(SKOR) - 1) for n in kelompok]
    return tabel_laporan(
        isi,
        "Tabel IDM",
        SKOR,
        baris,
        tebal=frozenset(kelompok),
        gabung=gabung,
        is_lanskap=True,
        huruf=KECIL,
    )


def _hitungan(indeks: Any) -> str:
    """Jumlah skor dibagi jumlah tertingginya, empat desimal."""
    nilai = format_angka(indeks.nilai, 4)
    return f"{indeks.nama} ({indeks.kode}): {indeks.jumlah} / {indeks.tertinggi} = {nilai}"


def _satu_skor(b: Any) -> list[Any]:
    indikator, berikut = b.skor.indikator, b.berikut
    kriteria = "tidak ada pada rubrik" if b.skor.kriteria is None else b.skor.kriteria
    minta = (berikut.skor, berikut.kriteria) if berikut else (None, None)
    return [indikator.posisi, indikator.dimensi, str(indikator), b.skor.skor, kriteria, *minta]


def cetakan_profil(isi: dict[str, Any]) -> Cetakan:
    """PDF profil: satu halaman profil, lalu riwayat dan tabel IDM."""
    desa = isi["desa"]
    judul = (f"{isi['judul']} Tahun {isi['tahun']}", f"{desa.kode}, Kecamatan {desa.kecamatan}")
    pembuka = () if isi["ukuran"] else (Paragraf(BELUM_TERCATAT, "catatan"),)
    muka = bagian(judul=judul, pembuka=pembuka, is_berkop=True, is_sambung=False)
    ukuran = [satu for u in isi["ukuran"] for satu in _ukuran(isi, u)]
    return cetakan(isi, [muka, *ukuran, *_lanjutan(isi)])


def _ukuran(isi: dict[str, Any], u: Any) -> list[Bagian]:
    """Nilai dan letaknya, lalu dimensinya sebagai batang, radar dan tabel."""
    letak = bagian(tabel=(_letak(isi, u),))
    if not u.gambar:
        return [letak]
    nama = isi["desa"].nama
    batang = Gambar("Batang dimensi", grafik_desa.banding(u.gambar, "Batang dimensi", nama))
    radar = Gambar("Radar dimensi", grafik_desa.radar(u.gambar, "Radar dimensi", nama))
    arti = Paragraf(ARTI_PERSEN if u.dimensi else f"{ARTI_PERSEN} {TANPA_DIMENSI}", "catatan")
    return [
        letak,
        bagian(gambar=(batang,)),
        bagian(gambar=(radar,), tabel=(_dimensi(isi, u),), is_berdampingan=True),
        bagian(pembuka=(arti,)),
    ]


def _lanjutan(isi: dict[str, Any]) -> list[Bagian]:
    """Riwayat tiap ukuran lalu tabel IDM, mulai di halaman baru."""
    semua = [(f"Riwayat {r['indeks']}", _riwayat(isi, r)) for r in isi["riwayat"]]
    if isi["tabel"]:
        desa = isi["desa"]
        judul = f"Tabel IDM {desa.get_jenis_display()} {desa.nama}, Kecamatan {desa.kecamatan}, {isi['tahun']}"
        semua.append((judul, _skor(isi)))
    return [
        bagian(judul, tabel=(tabel,), is_sambung=urut > 0)
        for urut, (judul, tabel) in enumerate(semua)
    ]
