"""Rencana Aksi: 23 kolom, dua belas bulan dalam empat triwulan, uang dijumlahkan ke atas."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.angka import bersatuan
from documents.reports.kepala import kepala, kepala_kurang
from kinerja.aturan.rencana import jumlah
from kinerja.models import NaskahKinerja
from kinerja.naskah.rencana_aksi.isi import BarisAksi, IkuAksi, IsiRencanaAksi, SasaranAksi
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.pohon import Simpul, catatan_pagu, milik_bidang, tanpa_uang
from kinerja.tahun.sebab import sasaran_tanpa_program
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

Rows = Sequence[Simpul]


def compose(naskah: NaskahKinerja, kinerja: TahunKinerja) -> IsiRencanaAksi:
    """Baris pohon menurut urutan naskah; kolom sasaran hanya pada baris pertamanya."""
    rows = milik(kinerja.pohon.baris, naskah)
    pagu = kinerja.anggaran.pagu
    kosong = kinerja.pohon.tanpa_pagu
    if naskah.bidang_id:
        sub = [s for s in rows if s.tingkat == "sub"]
        pagu = jumlah(s.pagu for s in sub)
        kosong = tanpa_uang(sub)
    return IsiRencanaAksi(
        **kepala(naskah, "Rencana Aksi atas Perjanjian Kinerja"),
        bidang=str(naskah.bidang or ""),
        baris=tuple(_baris(rows, kinerja.pengukuran)),
        jumlah=pagu,
        catatan_pagu=catatan_pagu(pagu, kosong),
        catatan_sasaran=_catatan_sasaran(naskah, kinerja),
    )


def _catatan_sasaran(naskah: NaskahKinerja, kinerja: TahunKinerja) -> str:
    """Sasaran yang diperjanjikan dan tidak berbaris, pada naskah seluruh dinas."""
    if naskah.bidang_id:
        return ""
    tanpa = [f"“{satu.nama}”" for satu in sasaran_tanpa_program(kinerja)]
    if not tanpa:
        return ""
    return f"Sasaran Perjanjian Kinerja yang belum berprogram: {'; '.join(tanpa)}."


def milik(rows: Rows, naskah: NaskahKinerja) -> Rows:
    """Semua baris, atau hanya milik satu bidang beserta program dan kegiatan di atasnya."""
    if naskah.bidang_id is None:
        return rows
    return milik_bidang(rows, naskah.bidang_id)


def _baris(rows: Rows, pengukuran: Pengukuran) -> Iterator[BarisAksi]:
    """Sasaran hanya pada program pertamanya."""
    sasaran_lalu = None
    for simpul in rows:
        sasaran = None
        if simpul.tingkat == "program":
            sasaran = simpul.obj.sasaran
        if sasaran is None or sasaran.pk == sasaran_lalu:
            yield _satu(simpul, None)
            continue
        sasaran_lalu = sasaran.pk
        yield _satu(simpul, _sasaran(sasaran, pengukuran))


def _satu(simpul: Simpul, sasaran: SasaranAksi | None) -> BarisAksi:
    """Baris lanjutan tanpa nama, seperti naskahnya."""
    return BarisAksi(
        tingkat=simpul.tingkat,
        kode=simpul.induk.kode,
        sasaran=sasaran,
        nama="" if simpul.is_lanjutan else simpul.obj.nama,
        indikator=simpul.obj.indikator,
        target=simpul.obj.tulisan_target,
        aksi=simpul.rencana.aksi if simpul.rencana else "",
        bulan=tuple(simpul.bulan),
        anggaran=simpul.pagu,
        penanggung_jawab=str(simpul.induk.penanggung_jawab or ""),
        keterangan=simpul.rencana.keterangan if simpul.rencana else "",
        is_sebagian=bool(simpul.catatan_pagu),
    )


def _sasaran(sasaran: Any, pengukuran: Pengukuran) -> SasaranAksi:
    """Sasaran strategis dengan IKU dan targetnya tahun itu."""
    milik = []
    for iku in pengukuran.jenis("iku"):
        if iku.sasaran_id == sasaran.pk:
            milik.append(iku)
    indikator = tuple(_iku(pengukuran.ukur(iku)) for iku in milik)
    return SasaranAksi(
        nomor=sasaran.nomor,
        nama=sasaran.nama,
        indikator=indikator,
    )


def _iku(ukuran: Ukuran) -> IkuAksi:
    """IKU dengan target tahun itu."""
    return IkuAksi(nama=ukuran.indikator.nama, target=_target_iku(ukuran))


def _target_iku(ukuran: Ukuran) -> str:
    """Targetnya bersatuan, atau sebutannya."""
    if ukuran.target is None:
        return ukuran.sebutan_target
    indikator = ukuran.indikator
    return bersatuan(ukuran.target, indikator.satuan, indikator.desimal)


def missing(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiRencanaAksi) -> list[str]:
    """Yang menahan pengajuan: kepala naskah, atau belum ada program."""
    rows = milik(kinerja.pohon.baris, naskah)
    kalimat = kepala_kurang(naskah)
    if not rows:
        kalimat.append(f"Belum ada program tahun {naskah.tahun}.")
    return kalimat
