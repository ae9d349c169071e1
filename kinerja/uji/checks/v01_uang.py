"""V1: uang menjumlah dari sub kegiatan ke kegiatan ke program, rupiah demi rupiah."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from core.angka import rupiah
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.rencana import jumlah
from kinerja.aturan.wajar import BERPAGU_KOSONG, lepas_pagu
from kinerja.tahun.anggaran import is_dijumlahkan
from kinerja.tahun.angka_aksi import kunci
from kinerja.tahun.pohon import Simpul, sebaris
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import (
    angka_tercetak,
    baris_naskah,
    fakta_sel,
    triwulan_akhir,
)

BEDA_PAGU = "Pagu pada dokumen tidak sama dengan jumlah sub kegiatannya."
BEDA_REALISASI = "Realisasi pada dokumen tidak sama dengan jumlah sub kegiatannya."
TANPA_PAGU = "Pagunya belum diketahui; tidak ikut dijumlahkan."


@uji("V1", "pagu dan realisasi terhadap jumlah rinciannya, dan realisasi terhadap pagunya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    sampai = triwulan_akhir(naskah)
    milik = baris_naskah(naskah, kinerja)
    for simpul in milik:
        if simpul.tingkat in {"program", "kegiatan"}:
            yield from _menjumlah(simpul, kinerja)
        if simpul.tingkat == "program":
            yield from _pagu_program(simpul, milik)
        yield from _dalam_pagu(simpul, kinerja.pohon.sub, sampai)


@uji("V1", "pagu menurut dokumen terhadap rincian di bawahnya")
def rincian(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Rincian yang melebihi pagu dokumennya menahan: jumlah seluruh dinas tidak dapat keduanya."""
    for simpul in kinerja.pohon.baris:
        pagu = simpul.pagu
        dirinci = simpul.pagu_anak
        if pagu is None or dirinci is None:
            continue
        pesan = simpul.lebih_rinci
        if not pesan:
            yield None
            continue
        fakta = kunci_fakta(simpul.obj, "rincian")
        temuan = _temuan(simpul, pesan, fakta, rupiah(pagu), rupiah(dirinci))
        yield replace(temuan, is_blocking=True)


def _menjumlah(simpul: Simpul, kinerja: TahunKinerja) -> Perbandingan:
    """Angka pada dokumen terhadap jumlah sub kegiatannya, bila pagunya dijumlahkan."""
    obj = simpul.obj
    if not is_dijumlahkan(obj):
        return
    pagu = obj.pagu_tercetak
    sel = _fakta(simpul, "pagu", pagu, kinerja)
    yield from _banding(simpul, BEDA_PAGU, pagu, simpul.terinci, sel)
    realisasi = [t.obj.jumlah_realisasi for t in simpul.baris_sub]
    if None not in realisasi:
        tercetak = obj.realisasi_tercetak
        dijumlahkan = jumlah(realisasi)
        sel = _fakta(simpul, "jumlah_rp", tercetak, kinerja)
        yield from _banding(simpul, BEDA_REALISASI, tercetak, dijumlahkan, sel)


def _fakta(s: Simpul, kolom: str, tercetak: Decimal | None, kinerja: TahunKinerja) -> str:
    """Sel dokumen yang mencetak angka itu; uji lain yang menemukannya menyebut fakta yang sama."""
    rujukan = f"{kunci(s)}.{kolom}"
    for row in kinerja.tercetak:
        if row.rujukan == rujukan and angka_tercetak(row) == tercetak:
            return fakta_sel(row.dokumen, row.tempat)
    return kunci_fakta(s.obj, kolom, "tercetak")


def _banding(
    simpul: Simpul,
    pesan: str,
    tercetak: Decimal | None,
    dijumlahkan: Decimal | None,
    sel: str,
) -> Perbandingan:
    if tercetak is None or dijumlahkan is None:
        return
    if tercetak == dijumlahkan:
        yield None
    else:
        yield _temuan(simpul, pesan, sel, rupiah(tercetak), rupiah(dijumlahkan))


def _pagu_program(program: Simpul, milik: Sequence[Simpul]) -> Perbandingan:
    """Yang hilang dari jumlahnya dan yang baru sebagian dirinci disebut, tidak dianggap nol."""
    for kosong in program.tanpa_pagu:
        if kosong in milik:
            yield _temuan(kosong, TANPA_PAGU, kunci_fakta(kosong.obj, "pagu"))
    rinci = program.kalimat_rinci
    if rinci and not program.lebih_rinci:
        fakta = kunci_fakta(program.obj, "pagu")
        yield _temuan(program, f"Pagu baru {rinci}.", fakta, nilai=(rinci,))
    elif program.pagu is not None:
        yield None


def _dalam_pagu(simpul: Simpul, sub: Sequence[Simpul], sampai: int) -> Perbandingan:
    """Pengembalian boleh membuat satu triwulan negatif, setahunnya tidak."""
    if simpul.is_lanjutan:
        return
    baris = [simpul]
    if simpul in sub:
        baris = sebaris(simpul, sub)
    realisasi = jumlah(satu.evaluasi.sampai(sampai).jumlah.rp for satu in baris)
    pagu = jumlah(satu.pagu for satu in baris)
    if realisasi is None:
        return
    pesan = lepas_pagu(realisasi, pagu)
    if not pesan:
        yield None
        return
    tertulis = ""
    if pagu is not None:
        tertulis = rupiah(pagu)
    besaran = "realisasi"
    if pesan == BERPAGU_KOSONG:
        besaran = "pagu"
    salah = kunci_fakta(simpul.obj, besaran)
    yield _temuan(simpul, pesan, salah, rupiah(realisasi), tertulis)


def _temuan(
    simpul: Simpul,
    pesan: str,
    fakta: str,
    tercetak: str = "",
    dihitung: str = "",
    nilai: tuple[str, ...] = (),
) -> Temuan:
    url = simpul.obj.get_absolute_url()
    return Temuan(
        "V1",
        str(simpul.obj),
        pesan,
        tercetak,
        dihitung,
        url,
        fakta=fakta,
        nilai=nilai,
    )
