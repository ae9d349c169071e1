"""Susunan proyek: paket, kamar, lapis dan modul murni, dari kiri ke kanan."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]

# Tiap paket, kamar dan lapis hanya boleh mengimpor dirinya dan yang di kirinya.
PACKAGES = ("core", "accounts", "documents", "villages", "idm", "kinerja", "dpmd")
# paket -> kamar -> kamar di dalamnya
ROOMS: dict[str, dict[str, tuple[str, ...]]] = {
    "villages": {"naskah": ("formulir", "bukti_ikk")},
    "idm": {
        "laporan": ("dasar", "peringkat", "gambaran", "dasbor", "provinsi", "perencana", "profil"),
        "naskah": ("penetapan", "penetapan_indeks", "rumusan"),
    },
    "kinerja": {
        "aturan": (
            "keadaan", "bacaan", "capaian", "arah", "predikat", "kecenderungan", "efisiensi",
            "periode", "satuan", "syarat", "rencana", "e81", "terlapor", "wajar",
            "kode", "tercetak", "batasan", "belum", "teks", "kalimat", "niat",
            "masa", "angka_kalimat", "klaim", "ujaran", "kalimat_uang", "kalimat_status",
            "sebutan", "kalimat_predikat", "rumus", "akip",
        ),
        "models": (
            "teks", "syarat", "skala", "predikat", "peraturan", "menurut_tahun", "renstra",
            "sasaran", "terukur", "definisi", "indikator", "definisi_tahun", "keadaan",
            "nomenklatur", "keluaran", "program", "dpa", "rencana", "nilai", "pengukuran",
            "tambahan", "naskah", "lkjip", "pedoman", "reviu", "pedoman_akip", "akip",
            "lembar_akip", "pegawai", "tercetak",
        ),
        "tahun": (
            "data", "sumber_status", "sources", "rincian", "renstra", "ukuran", "pengukuran",
            "anggaran", "riwayat", "pohon", "pembagian", "penyusun", "efisiensi", "akip", "rujukan",
            "rujukan_uang", "rujukan_naskah", "tahun_kinerja", "versi_pagu", "angka_aksi",
            "tercetak", "draf", "definisi", "definisi_indeks", "akurasi", "kecenderungan",
            "sebab",
        ),
        "definisi": (),
        "telusur": (),
        "pengukuran": (),
        "perencanaan": (),
        "reviu": (),
        "akip": (),
        "uji": (),
        "naskah": (
            "dasar", "indikator", "perjanjian", "rencana_aksi", "evaluasi", "lkjip",
            "hasil_reviu", "hasil_evaluasi", "pernyataan_reviu",
        ),
        "buku": (),
        "dasbor": (),
        "terbuka": (),
        "api": (),
    },
}  # fmt: skip
# seluruhnya kamar: berkas di luarnya di kanan semuanya; kamar paket lain menempati satu lapis
DIVIDED = ("kinerja",)
BERTIPE = ("idm/laporan", "idm/reports", "kinerja/dasbor")  # isinya dataclass, bukan kamus
OUTSIDE = 99  # urutan berkas di luar kamar
LAYERS = (
    "sanitize", "querysets", "kendala", "models", "triggers", "migrating", "kiriman", "segel",
    "audit", "lajur", "borongan", "jangkar", "keutuhan", "cascade", "kumpulan", "door", "display",
    "uploads", "induk", "terbatas", "svg", "gambar", "word", "pencetak", "render", "lampiran",
    "signing", "daftar_sel", "spreadsheet", "massal", "sources",
    "printing", "arsip", "pembaca", "impor", "naskah_awal", "actions", "isi", "reports", "lembar",
    "checks", "pendaftaran", "laporan", "naskah", "verification", "backends", "forms", "grid",
    "grids", "penerima", "filters", "tables", "ekspor", "panduan", "menu", "pencarian",
    "middleware", "context_processors", "views", "halaman", "urls", "templatetags", "apps",
    "settings", "wsgi", "management",
)  # fmt: skip
# pola berkas yang hanya memakai pustaka baku dan modul murni lain
PURE: tuple[str, ...] = tuple(SETTINGS["dpmd"]["murni"])
