"""Menyusun Laporan Hasil Evaluasi dari lembar kerjanya."""

from decimal import Decimal

from documents.reports.kepala import kepala, kepala_kurang
from kinerja.akip.actions import Pihak
from kinerja.akip.reports.lembar_kerja import LembarKerja
from kinerja.models import ButirAkip, HasilEvaluasi, Rekomendasi
from kinerja.naskah.hasil_evaluasi.isi import (
    IsiHasilEvaluasi,
    KomponenHasil,
    RekomendasiHasil,
    SubHasil,
)
from kinerja.reviu.reports.rekomendasi import rekomendasi_akip
from kinerja.tahun.akip import HasilAkip, read_akip

JUDUL = "Laporan Hasil Evaluasi Akuntabilitas Kinerja Instansi Pemerintah"
SELURUHNYA = "Seluruh dinas"


def read(naskah: HasilEvaluasi) -> LembarKerja:
    """Lembar kerja yang hasilnya dilaporkan."""
    return LembarKerja(naskah.evaluasi)


def compose(naskah: HasilEvaluasi, lembar: LembarKerja) -> IsiHasilEvaluasi:
    """Kop Inspektorat, nilai tiap komponen, catatan tiap subkomponen, dan rekomendasinya."""
    evaluasi = lembar.evaluasi
    hasil = lembar.nilai_pihak(Pihak.INSPEKTORAT)
    lalu = read_akip(evaluasi.kabupaten, evaluasi.tahun - 1)
    return IsiHasilEvaluasi(
        **kepala(naskah, JUDUL),
        dievaluasi=evaluasi.kabupaten.dinas.nama,
        pedoman=str(lembar.pedoman),
        regulasi=lembar.pedoman.regulasi,
        komponen=tuple(_komponen(satu, lembar, lalu) for satu in lembar.anak("")),
        subkomponen=tuple(_sub(satu, lembar) for satu in lembar.butir if satu.is_sub),
        rekomendasi=tuple(_rekomendasi(satu) for satu in rekomendasi_akip(evaluasi)),
        nilai=hasil.hitungan.nilai,
        predikat=hasil.predikat or "",
        lalu=lalu.nilai if lalu else None,
        predikat_lalu=_predikat(lalu),
        perkiraan=lembar.nilai_pihak(Pihak.DINAS).hitungan.nilai,
    )


def _predikat(hasil: HasilAkip | None) -> str:
    """Kosong bila tidak tercatat."""
    if hasil is None:
        return ""
    return hasil.kategori or ""


def _komponen(butir: ButirAkip, lembar: LembarKerja, lalu: HasilAkip | None) -> KomponenHasil:
    """Nilainya kini, tahun lalu, dan perkiraan dinas."""
    kini = lembar.nilai_pihak(Pihak.INSPEKTORAT).hitungan
    dinas = lembar.nilai_pihak(Pihak.DINAS).hitungan
    return KomponenHasil(
        kode=butir.kode,
        uraian=butir.uraian,
        bobot=_bobot(butir),
        lalu=lalu.komponen.get(butir.kode) if lalu else None,
        nilai=kini.komponen(butir.kode),
        perkiraan=dinas.komponen(butir.kode),
    )


def _bobot(butir: ButirAkip) -> Decimal:
    """Komponen dan subkomponen selalu berbobot."""
    return butir.bobot or Decimal(0)


def _sub(butir: ButirAkip, lembar: LembarKerja) -> SubHasil:
    """Tingkat dan catatan Inspektorat."""
    isian = lembar.isian[Pihak.INSPEKTORAT].get(butir.pk)
    tingkat = isian.tingkat if isian else None
    return SubHasil(
        kode=butir.kode,
        uraian=butir.uraian,
        bobot=_bobot(butir),
        tingkat=tingkat.nama if tingkat else "",
        nilai=lembar.nilai_pihak(Pihak.INSPEKTORAT).hitungan.sub(butir.kode),
        catatan=isian.catatan if isian else "",
    )


def _rekomendasi(satu: Rekomendasi) -> RekomendasiHasil:
    """Tanpa bidang, penanggungnya seluruh dinas."""
    penanggung = SELURUHNYA
    if satu.penanggung:
        penanggung = satu.penanggung.nama
    return RekomendasiHasil(
        nomor=satu.nomor,
        uraian=satu.uraian,
        penanggung=penanggung,
        tenggat=satu.tenggat,
    )


def missing(naskah: HasilEvaluasi, lembar: LembarKerja, isi: IsiHasilEvaluasi) -> list[str]:
    """Semua subkomponen bertingkat."""
    kalimat = kepala_kurang(naskah)
    belum = lembar.nilai_pihak(Pihak.INSPEKTORAT).hitungan.belum
    if belum:
        kode = ", ".join(belum)
        kalimat.append(f"Subkomponen belum bertingkat: {kode}.")
    return kalimat
