"""Uji kewajaran naskah kinerja selain LKjIP: tiap jenis memakai kelas yang menyangkut isinya."""

from typing import Any

from documents.papers import Finding
from kinerja.checks import v01_uang, v05_jadwal, v06_lengkap, v07_rencana, v10_satuan, v11_skala, v14_kode
from kinerja.models import NaskahKinerja, PerjanjianKinerja
from kinerja.reports.rujukan import Bahan


def rencana_aksi(naskah: NaskahKinerja, b: Bahan, isi: dict[str, Any]) -> list[Finding]:
    """Jadwal dan uang, kode nomenklatur, dan uang yang menjumlah ke atas."""
    temuan = [*v05_jadwal.temuan(b.pohon), *v14_kode.temuan(b.pohon), *v01_uang.temuan(b)]
    return sorted(temuan, key=lambda f: not f.is_blocking)


def evaluasi(naskah: NaskahKinerja, b: Bahan, isi: dict[str, Any]) -> list[Finding]:
    """Rencana tanpa hasil sampai triwulannya, dan realisasi yang tidak lengkap."""
    return [*v07_rencana.temuan(b.pohon, naskah.triwulan), *v06_lengkap.temuan(b.pohon)]


def indikator(naskah: NaskahKinerja, b: Bahan, isi: dict[str, Any]) -> list[Finding]:
    """Satuan terhadap rumus; skala predikat bila capaiannya disimpulkan."""
    return [*v10_satuan.temuan(b), *(v11_skala.temuan(b) if naskah.jenis == "capaian" else [])]


def perjanjian(pk: PerjanjianKinerja, b: Bahan, isi: dict[str, Any]) -> list[Finding]:
    """Anggaran yang belum diketahui disebut, tidak dianggap nol."""
    return [
        Finding("V1", f"{u['kode']} {u['nama']}", "Pagunya belum diketahui; tidak ikut dijumlahkan.")
        for u in isi["anggaran"]
        if u["pagu"] is None
    ]
