"""Uji kewajaran naskah kinerja selain LKjIP: tiap jenis memakai kelas yang menyangkut isinya."""

from documents.papers import Finding
from kinerja.checks import v01_uang, v05_jadwal, v06_lengkap, v07_rencana, v10_satuan, v11_skala, v14_kode
from kinerja.models import NaskahKinerja, PerjanjianKinerja
from kinerja.reports.naskah import perjanjian as isi_perjanjian
from kinerja.reports.rujukan import bahan


def rencana_aksi(naskah: NaskahKinerja) -> list[Finding]:
    """Jadwal dan uang, kode nomenklatur, dan uang yang menjumlah ke atas."""
    b = bahan(naskah.kabupaten, naskah.tahun)
    temuan = [*v05_jadwal.temuan(b.pohon), *v14_kode.temuan(b.pohon), *v01_uang.temuan(b)]
    return sorted(temuan, key=lambda f: not f.is_blocking)


def evaluasi(naskah: NaskahKinerja) -> list[Finding]:
    """Rencana tanpa hasil sampai triwulannya, dan realisasi yang tidak lengkap."""
    pohon = bahan(naskah.kabupaten, naskah.tahun).pohon
    return [*v07_rencana.temuan(pohon, naskah.triwulan), *v06_lengkap.temuan(pohon)]


def indikator(naskah: NaskahKinerja) -> list[Finding]:
    """Satuan terhadap rumus; skala predikat bila capaiannya disimpulkan."""
    b = bahan(naskah.kabupaten, naskah.tahun)
    return [*v10_satuan.temuan(b), *(v11_skala.temuan(b) if naskah.jenis == "capaian" else [])]


def perjanjian(pk: PerjanjianKinerja) -> list[Finding]:
    """Anggaran yang belum diketahui disebut, tidak dianggap nol."""
    return [
        Finding("V1", f"{u['kode']} {u['nama']}", "Pagunya belum diketahui; tidak ikut dijumlahkan.")
        for u in isi_perjanjian.payload(pk)["anggaran"]
        if u["pagu"] is None
    ]
