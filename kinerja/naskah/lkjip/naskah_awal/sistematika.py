"""Sistematika: hanya bagian yang ada bahannya pada buku itu."""

from kinerja.models import PerjanjianKinerja
from kinerja.naskah.lkjip.naskah_awal import desa, organisasi, pembuka
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, butir, rangkai

Isi = list[str]  # yang dimuat satu bab


def sistematika(bahan: Bahan) -> str:
    """Tiap bab dengan isinya; bab tanpa bahan disebut judulnya saja."""
    susunan = (
        ("Bab I Pendahuluan", _pendahuluan(bahan)),
        ("Bab II Perencanaan dan Perjanjian Kinerja", _perencanaan(bahan)),
        ("Bab III Akuntabilitas Kinerja", _akuntabilitas(bahan)),
        ("Bab IV Penutup", ["simpulan", "langkah perbaikan"]),
    )
    baris = [_bab(judul, isi) for judul, isi in susunan]
    lampiran = _lampiran(bahan)
    if lampiran:
        baris.append(_bab("Lampiran", lampiran))
    return butir(baris, "Laporan ini disajikan dengan susunan:")


def _bab(judul: str, isi: Isi) -> str:
    if not isi:
        return f"{judul}."
    is_berdan = any(" dan " in satu for satu in isi)
    kata = "serta" if is_berdan else "dan"
    return f"{judul}: {rangkai(isi, kata)}."


def _pendahuluan(bahan: Bahan) -> Isi:
    isi = ["gambaran organisasi"]
    if bahan.kinerja.pegawai:
        isi.append("sumber daya manusia")
    if organisasi.isu_strategis(bahan):
        isi.append("isu strategis")
    if pembuka.landasan_hukum(bahan):
        isi.append("landasan hukum")
    return isi


def _perencanaan(bahan: Bahan) -> Isi:
    isi = []
    if organisasi.renstra(bahan):
        isi.append("ringkasan Renstra")
    if bahan.is_bertarget:
        isi.append("sasaran, indikator dan target tahun {tahun}")
    if bahan.kinerja.anggaran.baris:
        isi.append("program dan anggarannya")
    return isi


def _akuntabilitas(bahan: Bahan) -> Isi:
    isi = []
    if bahan.is_berindikator:
        isi.append("capaian setiap indikator dengan perbandingan dan analisisnya")
    if desa.is_diketahui(bahan):
        isi.append("perkembangan status desa")
    if bahan.kinerja.anggaran.baris:
        isi.append("penggunaan anggaran")
    isi.append("tindak lanjut evaluasi")
    return isi


def _lampiran(bahan: Bahan) -> Isi:
    isi = []
    kinerja = bahan.kinerja
    if PerjanjianKinerja.objects.sah_dinas(kinerja.kabupaten, kinerja.tahun).exists():
        isi.append("perjanjian kinerja")
    if bahan.is_berindikator:
        isi.append("pengukuran kinerja")
    if desa.is_rinci(bahan):
        isi.append("daftar desa menurut statusnya")
    return isi
