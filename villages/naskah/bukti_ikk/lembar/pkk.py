"""Data kegiatan PKK Pokja II dalam susunan formulirnya."""

from decimal import Decimal

from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import kaki, kop
from villages.naskah.bukti_ikk.isi import IsiBuktiIkk

KepalaSebaris = list[Kepala]


# judul tiap kolom angka formulir, menurut urutan `kolom_pkk`
JUDUL = (
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
# judul yang berdiri di tingkat ketiga kepala, dan pasangannya di tingkat terakhir
BKB = JUDUL[11:15]
KADER = JUDUL[17:23]
KOPERASI = JUDUL[31:]
DI_AWAL = JUDUL[1:9]
DI_TENGAH = JUDUL[15:17]
DI_AKHIR = JUDUL[23:31]
PASANGAN = (*DI_AWAL, *DI_TENGAH, *DI_AKHIR)
PAKET = ("PAKET A", "PAKET B", "PAKET C")
UP2K = ("PEMULA", "MADYA", "UTAMA", "MANDIRI")


def pkk(isi: IsiBuktiIkk) -> Tabel:
    """Kegiatan PKK Pokja II per kecamatan; kosong berarti belum dilaporkan."""
    semua = enumerate(isi.pkk.baris, start=1)
    return Tabel(
        "PKK Pokja II",
        [
            Kolom("bulat", 5),
            Kolom("teks", 22),
            *map(_kolom, JUDUL),
            Kolom("teks", 12),
        ],
        _kepala(),
        [[nomor, baris.kecamatan, *baris.isi, baris.keterangan] for nomor, baris in semua],
        [*kop(isi), f"DATA KEGIATAN PKK TAHUN {isi.pkk.tahun}", "POKJA II"],
        jumlah="JUMLAH",
        kertas="A3",
        is_lanskap=True,
        kaki=kaki(isi),
        huruf=Decimal("6.6"),
    )


def _kolom(nama: str) -> Kolom:
    """Selebar kata terpanjang judulnya."""
    terpanjang = max(map(len, nama.split()))
    return Kolom("bulat", terpanjang + 3, is_jumlah=True)


def _setinggi(nama: tuple[str, ...]) -> KepalaSebaris:
    """Judul yang menutup dua tingkat terbawah."""
    return [Kepala(satu, 1, 2) for satu in nama]


def _berpasangan(nama: tuple[str, ...]) -> KepalaSebaris:
    return [Kepala(satu, 2) for satu in nama]


def _kepala() -> list[KepalaSebaris]:
    """Empat tingkat menurut formulir; tingkat terakhir hanya di bawah yang berpasangan."""
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
            *_berpasangan((*PAKET, "KF")),
            *_setinggi(("PAUD", *BKB)),
            Kepala("TUTOR", 2),
            *_setinggi(KADER),
            *_berpasangan(UP2K),
            *_setinggi(KOPERASI),
        ],
        [Kepala(nama) for nama in PASANGAN],
    ]
