"""Berkas IKK sebagai lembar kerja: ringkasan output, formulir, kelembagaan, kegiatan PKK."""

from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from documents.kepala import Kepala as KepalaNaskah
from documents.lembar.naskah import judul, kaki, nomor
from villages.reports.berkas_ikk import IsiBuktiIkk
from villages.reports.kerja_sama import Formulir, KecamatanFormulir
from villages.reports.lembaga import TabelLembaga

Gabungan = tuple[int, int, int, int]  # baris, kolom, baris akhir, kolom akhir
SATU = Kolom("tanda", 10, is_jumlah=True)  # angka 1 pada salah satu kolom keaktifan
TEKS = Kolom("teks", 30)
# judul tiap kolom angka formulir PKK, menurut urutan `kolom_pkk`
JUDUL_PKK = (
    "Warga Masih Buta Aksara",
    *("Klp", "Warga") * 4,
    "PAUD",
    "Taman Bacaan",
    *("Klp", "Peserta", "APE (set)", "Simulasi"),
    *("KF", "PAUD", "BKB", "Koperasi", "Keterampilan"),
    *("LP3 PKK", "TPK3 PKK", "DAMAS"),
    *("Klp", "Peserta") * 4,
    *("Klp", "Anggota"),
)
KONTAK = {True: "pada DPMD", False: "-"}
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
    kepala = (
        "IKK outcome",
        "Output",
        "Uraian",
        "Rumus",
        "Angka",
        "Tercetak dahulu",
        "Satuan",
        "Catatan",
    )
    kolom = [
        TEKS,
        Kolom("bulat", 8),
        Kolom("teks", 50),
        Kolom("teks", 14),
        *[Kolom("bulat", 12)] * 2,
        *[TEKS] * 2,
    ]
    return Tabel(
        "Output",
        kolom,
        [[Kepala(k) for k in kepala]],
        baris,
        judul(p),
        is_lanskap=True,
        kaki=kaki(p),
    )


def formulir(p: KepalaNaskah, f: Formulir, *, is_cetak: bool = False) -> Tabel:
    """Susunan formulir cetak: kecamatan tergabung, bagian A dan B, angka 1 di salah satu kolom.

    Banyak desa dan adanya kontak hanya disebut pada cetakan; lembar kerja diisi orang lalu dibaca kembali.
    """
    wilayah = p.dinas
    baris, gabung, tebal = _isi_formulir(f, is_cetak=is_cetak)
    return Tabel(
        f"Formulir {f.tahun}",
        [*map(_teks, (6, 22, 30)), SATU, SATU, *map(_teks, (50, 40, 16))],
        _kepala_formulir(),
        baris,
        [
            *judul(p)[:2],
            "FORM IDENTIFIKASI KERJA SAMA ANTAR DESA DALAM SATU KECAMATAN",
            f"DI {wilayah.daerah} PROVINSI {wilayah.provinsi} TAHUN {f.tahun}".upper(),
        ],
        tebal=frozenset(tebal),
        jumlah=f"TOTAL {f.jumlah.baris} DESA" if is_cetak else "TOTAL",
        kertas="F4",
        is_lanskap=True,
        gabung=gabung,
        kaki=[f"{f.jumlah.baris} baris; {f.jumlah.desa} desa berlainan.", *kaki(p)],
    )


def _kepala_formulir() -> list[list[Kepala]]:
    return [
        [
            Kepala("NO", 1, 2),
            Kepala("KECAMATAN", 1, 2),
            Kepala("NAMA DESA YANG BEKERJASAMA", 1, 2),
            Kepala("STATUS KEAKTIFAN BKAD (diisi dengan angka 1)", 2),
            Kepala("DOKUMEN TERKAIT (Link google drive)", 1, 2),
            Kepala("KETERANGAN", 1, 2),
            Kepala("KONTAK PERSON", 1, 2),
        ],
        [Kepala("AKTIF"), Kepala("TIDAK AKTIF")],
        nomor(8),
    ]


def _isi_formulir(
    f: Formulir, *, is_cetak: bool
) -> tuple[list[list[Any]], list[Gabungan], list[int]]:
    """Baris, gabungannya, dan letak judul bagian A dan B."""
    baris: list[list[Any]] = []
    gabung: list[Gabungan] = []
    tebal: list[int] = []
    for bagian in filter(attrgetter("kecamatan"), f.bagian):
        tebal.append(len(baris))
        gabung.append((len(baris), 0, len(baris), 7))
        baris.append([f"{bagian.huruf}. {bagian.judul}", *[None] * 7])
        for k in bagian.kecamatan:
            awal = len(baris)
            baris += _kecamatan(k, is_cetak=is_cetak)
            kolom = (0, 1) if k.is_berbaris else (0, 1, 5, 6)
            gabung += [(awal, c, len(baris) - 1, c) for c in kolom if len(baris) - awal > 1]
    return baris, gabung, tebal


def _teks(lebar: int) -> Kolom:
    return Kolom("teks", lebar)


def _kecamatan(k: KecamatanFormulir, *, is_cetak: bool) -> list[list[Any]]:
    """Baris satu kerja sama; dokumen dan keterangan bersamanya pada baris sendiri atau pada desa pertama."""
    keterangan = "\n".join(k.keterangan)
    bersama: list[Any] = [k.nomor, k.kecamatan, None, None, None, k.dokumen, keterangan, None]
    rows: list[list[Any]] = [bersama] if k.is_berbaris or not k.desa else []
    for i, d in enumerate(k.desa):
        aktif, tidak_aktif = (1, None) if d.is_aktif else (None, 1)
        kontak = KONTAK[d.is_berkontak] if is_cetak else None
        satu: list[Any] = [None, None, d.nama, aktif, tidak_aktif, d.perdes, None, kontak]
        if i == 0 and not rows:
            satu[:2], satu[5:7] = bersama[:2], bersama[5:7]
        rows.append(satu)
    return rows


def lembaga(isi: TabelLembaga) -> Tabel:
    """Banyak tiap jenis lembaga sekabupaten."""
    return Tabel(
        "Lembaga",
        [Kolom("bulat", 8), Kolom("teks", 60), Kolom("bulat", 24)],
        [[Kepala(nama) for nama in ("No", "Nama Lembaga Desa", "Jumlah")]],
        [[urut, satu.nama, satu.jumlah] for urut, satu in enumerate(isi.lembaga, start=1)],
        huruf=Decimal(10),
    )


def kelembagaan(p: IsiBuktiIkk) -> Tabel:
    """Desa, kelurahan dan tiap lembaga per kecamatan; kosong berarti belum melapor."""
    isi = p.kelembagaan
    baris = [[i, b.kecamatan, *b.isi, _jumlah(b.isi[2:])] for i, b in enumerate(isi.baris, start=1)]
    return Tabel(
        "Kelembagaan",
        [
            Kolom("bulat", 5),
            Kolom("teks", 26),
            *map(_banyak, (8, 13, 12, 7, 7, 7, 7, 11, 10)),
            _banyak(10),
        ],
        [
            [
                Kepala("NO", 1, 2),
                Kepala("KECAMATAN", 1, 2),
                Kepala("JUMLAH", 2),
                Kepala("LEMBAGA KEMASYARAKATAN DESA DAN KELURAHAN", 7),
                Kepala("JUMLAH", 1, 2),
            ],
            [Kepala("DESA"), Kepala("KELURAHAN"), *(Kepala(nama) for nama in LEMBAGA)],
        ],
        baris,
        [*judul(p)[:2], f"DATA KELEMBAGAAN DESA TAHUN {isi.tahun}"],
        jumlah="JUMLAH",
        kertas="F4",
        kaki=[
            f"Jumlah lembaga: {isi.semua}." if isi.semua is not None else "Belum ada yang melapor.",
            *kaki(p),
        ],
    )


def _banyak(lebar: int) -> Kolom:
    return Kolom("bulat", lebar, is_jumlah=True)


def _jumlah(isi: Sequence[int | None]) -> int | None:
    """Banyak lembaga satu kecamatan; kosong bila belum melapor."""
    diketahui = [satu for satu in isi if satu is not None]
    return sum(diketahui) if len(diketahui) == len(isi) else None


def pkk(p: IsiBuktiIkk) -> Tabel:
    """Kegiatan PKK Pokja II per kecamatan; kosong berarti belum dilaporkan."""
    isi = p.pkk
    return Tabel(
        "PKK Pokja II",
        [
            Kolom("bulat", 5),
            Kolom("teks", 22),
            *(_kolom_pkk(judul) for judul in JUDUL_PKK),
            Kolom("teks", 12),
        ],
        _kepala_pkk(),
        [[i, b.kecamatan, *b.isi, b.keterangan] for i, b in enumerate(isi.baris, start=1)],
        [*judul(p)[:2], f"DATA KEGIATAN PKK TAHUN {isi.tahun}", "POKJA II"],
        jumlah="JUMLAH",
        kertas="A3",
        is_lanskap=True,
        kaki=kaki(p),
        huruf=Decimal("6.6"),
    )


def _kolom_pkk(nama: str) -> Kolom:
    """Selebar kata terpanjang judulnya."""
    return _banyak(max(map(len, nama.split())) + 3)


def _kepala_pkk() -> list[list[Kepala]]:
    """Empat tingkat menurut formulir; tingkat terakhir hanya di bawah yang berpasangan."""
    paket = [Kepala(f"PAKET {huruf}", 2) for huruf in "ABC"]
    tingkat_up2k = [Kepala(nama, 2) for nama in ("PEMULA", "MADYA", "UTAMA", "MANDIRI")]
    return [
        [
            Kepala("NO", 1, 4),
            Kepala("NAMA KECAMATAN", 1, 4),
            Kepala("PENDIDIKAN DAN KETERAMPILAN", 23),
            Kepala("PENGEMBANGAN KEHIDUPAN BERKOPERASI", 10),
            Kepala("KET", 1, 4),
        ],
        [
            Kepala("Warga Masih Buta Aksara", 1, 3),
            Kepala("KELOMPOK BELAJAR", 9),
            Kepala("Taman Bacaan", 1, 3),
            Kepala("BKB", 4),
            Kepala("KADER KHUSUS", 5),
            Kepala("KADER DILATIH", 3),
            Kepala("PRA KOPERASI/USAHA BERSAMA/UP2K", 8),
            Kepala("KOPERASI BERBADAN HUKUM", 2),
        ],
        [
            *paket,
            Kepala("KF", 2),
            Kepala("PAUD", 1, 2),
            *(Kepala(nama, 1, 2) for nama in JUDUL_PKK[11:15]),
            Kepala("TUTOR", 2),
            *(Kepala(nama, 1, 2) for nama in JUDUL_PKK[17:23]),
            *tingkat_up2k,
            *(Kepala(nama, 1, 2) for nama in JUDUL_PKK[31:]),
        ],
        [Kepala(nama) for nama in (*JUDUL_PKK[1:9], *JUDUL_PKK[15:17], *JUDUL_PKK[23:31])],
    ]
