"""Uji kewajaran naskah kinerja selain LKjIP: tiap jenis memakai kelas yang menyangkut isinya."""

from documents.papers import Finding
from kinerja.checks import v01_uang, v05_jadwal, v06_lengkap, v07_rencana, v10_satuan, v11_skala, v14_kode
from kinerja.isi.evaluasi import IsiE81, IsiEvaluasi
from kinerja.isi.indikator import IsiCapaian, IsiDefinisi
from kinerja.isi.perjanjian import IsiPerjanjian
from kinerja.isi.rencana_aksi import IsiRencanaAksi
from kinerja.models import NaskahKinerja, PerjanjianKinerja
from kinerja.tahun.tahun_kinerja import TahunKinerja


def rencana_aksi(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiRencanaAksi) -> list[Finding]:
    """Jadwal dan uang, kode nomenklatur, dan uang yang menjumlah ke atas."""
    temuan = [*v05_jadwal.temuan(kinerja.pohon), *v14_kode.temuan(kinerja.pohon), *v01_uang.temuan(kinerja)]
    return sorted(temuan, key=lambda f: not f.is_blocking)


def evaluasi(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiEvaluasi | IsiE81) -> list[Finding]:
    """Rencana tanpa hasil sampai triwulannya, dan realisasi yang tidak lengkap."""
    return [*v07_rencana.temuan(kinerja.pohon, naskah.triwulan), *v06_lengkap.temuan(kinerja)]


def indikator(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiDefinisi | IsiCapaian) -> list[Finding]:
    """Satuan terhadap rumus; skala predikat dan pagu bila capaiannya disimpulkan."""
    satuan = v10_satuan.temuan(kinerja)
    if naskah.jenis != naskah.Jenis.CAPAIAN:
        return satuan
    program = [str(u.program) for u in kinerja.anggaran.baris if u.pagu is None]
    return [*satuan, *v11_skala.temuan(kinerja), *map(_tanpa_pagu, program)]


def perjanjian(pk: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> list[Finding]:
    """Anggaran yang belum diketahui disebut, tidak dianggap nol."""
    return [_tanpa_pagu(f"{u.kode} {u.nama}") for u in isi.anggaran if u.pagu is None]


def _tanpa_pagu(tempat: str) -> Finding:
    return Finding("V1", tempat, "Pagunya belum diketahui; tidak ikut dijumlahkan.")
