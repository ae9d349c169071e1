"""V1: uang menjumlah dari sub kegiatan ke kegiatan ke program, rupiah demi rupiah."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core.angka import rupiah
from documents.uji import Perbandingan, Temuan, uji
from kinerja.aturan.rencana import jumlah
from kinerja.tahun.pembagian import sebaris
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import baris_naskah, triwulan_akhir

BEDA_PAGU = "Pagu pada dokumen tidak sama dengan jumlah sub kegiatannya."
BEDA_REALISASI = "Realisasi pada dokumen tidak sama dengan jumlah sub kegiatannya."
LEBIH = "Realisasi setahun melebihi pagu."
NEGATIF = "Pengembalian melebihi realisasi: setahunnya negatif."
BERPAGU_KOSONG = "Realisasi ada, pagunya belum diketahui."
TANPA_PAGU = "Pagunya belum diketahui; tidak ikut dijumlahkan."


@uji("V1", "pagu dan realisasi terhadap jumlah rinciannya, dan realisasi terhadap pagunya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    sampai = triwulan_akhir(naskah)
    for s in baris_naskah(naskah, kinerja):
        if s.tingkat in {"program", "kegiatan"}:
            yield from _menjumlah(s)
        if s.tingkat == "program":
            yield _pagu_program(s)
        yield from _dalam_pagu(s, kinerja.pohon.sub, sampai)


def _menjumlah(s: Simpul) -> Perbandingan:
    """Angka pada dokumen terhadap jumlah sub kegiatannya, bila programnya dirinci."""
    obj = s.obj
    program = obj if s.tingkat == "program" else obj.program
    if not program.is_rinci:
        return
    yield from _banding(s, BEDA_PAGU, obj.pagu_tercetak, s.terinci)
    realisasi = [t.obj.jumlah_realisasi for t in s.baris_sub]
    if None not in realisasi:
        yield from _banding(s, BEDA_REALISASI, obj.realisasi_tercetak, jumlah(realisasi))


def _banding(
    s: Simpul,
    pesan: str,
    tercetak: Decimal | None,
    dijumlahkan: Decimal | None,
) -> Perbandingan:
    if tercetak is None or dijumlahkan is None:
        return
    if tercetak == dijumlahkan:
        yield None
    else:
        yield _temuan(s, pesan, rupiah(tercetak), rupiah(dijumlahkan))


def _pagu_program(s: Simpul) -> Temuan | None:
    """Yang belum diketahui dan yang baru sebagian dirinci disebut, tidak dianggap nol."""
    if s.pagu is None:
        return _temuan(s, TANPA_PAGU)
    return _temuan(s, f"Pagu baru {s.kalimat_rinci}.") if s.kalimat_rinci else None


def _dalam_pagu(s: Simpul, sub: Sequence[Simpul], sampai: int) -> Perbandingan:
    """Pengembalian boleh membuat satu triwulan negatif, setahunnya tidak."""
    if s.is_lanjutan:
        return
    baris = sebaris(s, sub) if s in sub else [s]
    realisasi = jumlah(satu.evaluasi.sampai(sampai).jumlah.rp for satu in baris)
    pagu = jumlah(satu.pagu for satu in baris)
    if realisasi is None:
        return
    pesan = _lepas_pagu(realisasi, pagu)
    tertulis = "" if pagu is None else rupiah(pagu)
    yield _temuan(s, pesan, rupiah(realisasi), tertulis) if pesan else None


def _lepas_pagu(realisasi: Decimal, pagu: Decimal | None) -> str:
    """Mengapa realisasi setahun tidak di antara nol dan pagunya; kosong bila di antaranya."""
    if realisasi < 0:
        return NEGATIF
    if pagu is None:
        return BERPAGU_KOSONG if realisasi else ""
    return LEBIH if realisasi > pagu else ""


def _temuan(s: Simpul, pesan: str, tercetak: str = "", dihitung: str = "") -> Temuan:
    url = s.obj.get_absolute_url()
    return Temuan("V1", str(s.obj), pesan, tercetak, dihitung, url)
