"""Berkas IKK sebagai lembar kerja: ringkasan output, formulir, kelembagaan, kegiatan PKK."""

from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.kepala import Kepala as KepalaNaskah
from documents.lembar.naskah import judul, kaki, nomor
from villages.models import KegiatanPkk
from villages.reports.berkas_ikk import IsiBuktiIkk
from villages.reports.kerja_sama import Formulir, KecamatanFormulir
from villages.reports.lembaga import kolom_pkk

BULAT, TEKS = Kolom("bulat", 10, is_jumlah=True), Kolom("teks", 30)
LEMBAGA = ("POSYANDU", "LPM", "PKK", "RW", "RT", "KARANG TARUNA", "LEMBAGA ADAT")


def berkas(p: IsiBuktiIkk) -> list[Tabel]:
    """Payload naskah menjadi buku kerja."""
    return [ringkasan(p), *(formulir(p, f) for f in p.formulir), kelembagaan(p), pkk(p)]


def ringkasan(p: IsiBuktiIkk) -> Tabel:
    baris = [
        [f"{o.nomor}. {o.nama}", s.nomor, s.uraian, s.rumus, s.angka, s.tercetak, s.satuan, " ".join(s.catatan)]
        for o in p.outcome
        for s in p.output
    ]  # fmt: skip
    kepala = ("IKK outcome", "Output", "Uraian", "Rumus", "Angka", "Tercetak dahulu", "Satuan", "Catatan")
    kolom = [TEKS, Kolom("bulat", 8), Kolom("teks", 50), Kolom("teks", 14), *[Kolom("bulat", 12)] * 2, *[TEKS] * 2]
    return Tabel("Output", kolom, [[Kepala(k) for k in kepala]], baris, judul(p), is_lanskap=True, kaki=kaki(p))


def formulir(p: KepalaNaskah, f: Formulir) -> Tabel:
    """Susunan formulir cetak: kecamatan tergabung, bagian A dan B, angka 1 di salah satu kolom."""
    baris: list[list[Any]] = []
    gabung: list[tuple[int, int, int, int]] = []
    tebal: set[int] = set()
    wilayah = p.dinas
    for bagian in f.bagian:
        tebal.add(len(baris))
        baris.append([f"{bagian.huruf}. {bagian.judul}", *[None] * 7])
        for k in bagian.kecamatan:
            awal = len(baris)
            baris += _kecamatan(k)
            kolom = (0, 1) if k.is_berbaris else (0, 1, 5, 6)
            gabung += [(awal, c, len(baris) - 1, c) for c in kolom if len(baris) - awal > 1]
    return Tabel(
        f"Formulir {f.tahun}",
        [*map(_teks, (6, 22, 30)), BULAT, BULAT, *map(_teks, (50, 40, 16))],
        [
            [
                Kepala("NO", 1, 2), Kepala("KECAMATAN", 1, 2), Kepala("NAMA DESA YANG BEKERJASAMA", 1, 2),
                Kepala("STATUS KEAKTIFAN BKAD (diisi dengan angka 1)", 2),
                Kepala("DOKUMEN TERKAIT (Link google drive)", 1, 2), Kepala("KETERANGAN", 1, 2),
                Kepala("KONTAK PERSON", 1, 2),
            ],
            [Kepala("AKTIF"), Kepala("TIDAK AKTIF")],
            nomor(8),
        ],
        baris,
        [
            *judul(p)[:2],
            "FORM IDENTIFIKASI KERJA SAMA ANTAR DESA DALAM SATU KECAMATAN",
            f"DI {wilayah.daerah} PROVINSI {wilayah.provinsi} TAHUN {f.tahun}".upper(),
        ],
        tebal=frozenset(tebal),
        jumlah="TOTAL",
        kertas="F4",
        is_lanskap=True,
        gabung=gabung,
        kaki=[f"{f.jumlah.baris} baris; {f.jumlah.desa} desa berlainan.", *kaki(p)],
    )  # fmt: skip


def _teks(lebar: int) -> Kolom:
    return Kolom("teks", lebar)


def _kecamatan(k: KecamatanFormulir) -> list[list[Any]]:
    """Baris satu kerja sama; dokumen dan keterangan bersamanya pada baris sendiri atau pada desa pertama."""
    keterangan = "\n".join(k.keterangan)
    bersama: list[Any] = [k.nomor, k.kecamatan, None, None, None, k.dokumen, keterangan, None]
    rows: list[list[Any]] = [bersama] if k.is_berbaris or not k.desa else []
    for i, d in enumerate(k.desa):
        aktif, tidak_aktif = (1, None) if d.is_aktif else (None, 1)
        satu: list[Any] = [None, None, d.nama, aktif, tidak_aktif, d.perdes, None, None]
        if i == 0 and not rows:
            satu[:2], satu[5:7] = bersama[:2], bersama[5:7]
        rows.append(satu)
    return rows


def kelembagaan(p: IsiBuktiIkk) -> Tabel:
    isi = p.kelembagaan
    baris = [[i, b.kecamatan, *b.isi] for i, b in enumerate(isi.baris, start=1)]
    return Tabel(
        "Kelembagaan",
        [Kolom("teks", 8), Kolom("teks", 26), *[BULAT] * 9],
        [
            [
                Kepala("NO", 1, 2), Kepala("KECAMATAN", 1, 2), Kepala("JUMLAH", 2),
                Kepala("LEMBAGA KEMASYARAKATAN DESA DAN KELURAHAN", 7),
            ],
            [Kepala("DESA"), Kepala("KELURAHAN"), *(Kepala(nama) for nama in LEMBAGA)],
        ],
        baris,
        [*judul(p)[:2], f"DATA KELEMBAGAAN DESA TAHUN {isi.tahun}"],
        jumlah="JUMLAH",
        is_lanskap=True,
        kaki=[f"Jumlah lembaga: {isi.semua}." if isi.semua is not None else "Belum ada yang melapor.", *kaki(p)],
    )  # fmt: skip


def pkk(p: IsiBuktiIkk) -> Tabel:
    isi, nama = p.pkk, [str(f.verbose_name) for f in KegiatanPkk._meta.concrete_fields if f.name in kolom_pkk()]
    baris = [[i, b.kecamatan, *b.isi, b.keterangan] for i, b in enumerate(isi.baris, start=1)]
    return Tabel(
        "PKK Pokja II",
        [Kolom("teks", 8), Kolom("teks", 26), *[BULAT] * len(nama), TEKS],
        [
            [
                Kepala("NO"),
                Kepala("NAMA KECAMATAN"),
                *(Kepala(n[:1].upper() + n[1:]) for n in nama),
                Kepala("KETERANGAN"),
            ]
        ],
        baris,
        [*judul(p)[:2], f"DATA KEGIATAN PKK TAHUN {isi.tahun}", "POKJA II"],
        jumlah="JUMLAH",
        kertas="A3",
        is_lanskap=True,
        kaki=kaki(p),
    )
