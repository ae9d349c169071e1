"""Kolom lembar program, dan isi yang sudah tercatat."""

from typing import Any

from core.periode import TW
from kinerja.buku.penerima.kolom import KolomBuku, berpilihan
from kinerja.models import Program, SubKegiatan
from kinerja.models.keluaran import TARGET_TRIWULAN

Isi = dict[str, Any]  # kolom formulir → nilainya
KELUARAN = (
    "indikator",
    "target",
    "satuan",
    *TARGET_TRIWULAN,
    "target_renstra",
    "cara",
    "arah",
)
SUB = (
    "pagu",
    "pagu_perubahan",
    "pagu_renstra",
    "penanggung_jawab",
    "pejabat",
    "pelaksana",
)
DI_LUAR = "di_luar_daftar"  # kode yang tidak ada dalam nomenklatur tetapi memang benar
UANG = ("pagu", "pagu_perubahan")
PAGU = (
    "Pagu",
    "Pagu (Rp)",
    "Anggaran",
    "Anggaran (Rp)",
    "Pagu Anggaran",
    "Jumlah Pagu",
)
TRIWULAN = tuple(
    KolomBuku(nama, label, "nilai", "Target")
    for nama, label in zip(TARGET_TRIWULAN, TW, strict=True)
)
KOLOM = berpilihan(
    SubKegiatan,
    KolomBuku(
        "kode",
        "Kode",
        is_penanda=True,
        alias=("Kode SIPD", "Kode rekening", "Kode baris"),
    ),
    KolomBuku(
        "nama",
        "Program/kegiatan/sub kegiatan",
        is_penanda=True,
        alias=(
            "Uraian Program / Kegiatan / Sub Kegiatan",
            "Uraian",
            "Nomenklatur",
        ),
    ),
    KolomBuku(DI_LUAR, "Di luar daftar"),
    KolomBuku("nomor_sasaran", "Nomor sasaran"),
    KolomBuku("indikator", "Indikator", alias=("Indikator Kinerja",)),
    KolomBuku(
        "target",
        "Target",
        "nilai",
        alias=("Target Vol", "Target Volume", "Volume"),
    ),
    KolomBuku("satuan", "Satuan", alias=("Target Satuan",)),
    *TRIWULAN,
    KolomBuku("target_renstra", "Target akhir Renstra", "nilai"),
    KolomBuku("cara", "Nilai setahun", bidang="agregasi"),
    KolomBuku("arah", "Rumus capaian"),
    KolomBuku("pagu", "Pagu murni (Rp)", "rupiah", alias=PAGU),
    KolomBuku(
        "pagu_perubahan",
        "Pagu perubahan (Rp)",
        "rupiah",
        alias=("Pagu perubahan",),
    ),
    KolomBuku("pagu_renstra", "Pagu Renstra (Rp)", "rupiah", alias=("Pagu Renstra",)),
    KolomBuku("penanggung_jawab", "Penanggung jawab", alias=("Bidang",)),
    KolomBuku("pejabat", "Pejabat", alias=("Pejabat eselon IV/JF",)),
    KolomBuku("pelaksana", "Pelaksana"),
)


def is_rinci(row: Any) -> bool:
    """Uang program itu dirinci sampai sub kegiatan."""
    program = row if isinstance(row, Program) else row.program
    return bool(program.is_rinci)


def isi_keluaran(row: Any) -> Isi:
    """Indikator dengan targetnya, angka atau sebutan."""
    hasil = {nama: getattr(row, nama) for nama in TARGET_TRIWULAN}
    return hasil | {
        "indikator": row.indikator,
        "target": _isi(row.isi_target),
        "satuan": row.satuan,
        "target_renstra": _isi(row.isi_renstra),
        "cara": row.cara.nama,
        "arah": row.get_arah_display(),
    }


def _isi(isi: Any) -> Any:
    """Sebutan ditulis namanya."""
    return getattr(isi, "nama", isi)


def isi_kelompok(row: Any) -> Isi:
    """Program dan kegiatan: penanggungnya, dan pagunya bila tidak dirinci."""
    hasil = {"penanggung_jawab": _sebutan(row.penanggung_jawab)}
    if not is_rinci(row):
        hasil["pagu"] = row.pagu_tercetak
    if isinstance(row, Program) and row.sasaran:
        hasil["nomor_sasaran"] = str(row.sasaran.nomor)
    return hasil


def isi_sub(row: SubKegiatan) -> Isi:
    """Uang dan penanggung satu sub kegiatan."""
    return {
        "pagu": row.pagu,
        "pagu_perubahan": row.pagu_perubahan,
        "pagu_renstra": row.pagu_renstra,
        "penanggung_jawab": _sebutan(row.penanggung_jawab),
        "pejabat": _sebutan(row.pejabat),
        "pelaksana": _sebutan(row.pelaksana),
    }


def _sebutan(row: Any) -> str:
    """Sebagaimana dikenali lagi saat diunggah."""
    if row is None:
        return ""
    return str(row)
