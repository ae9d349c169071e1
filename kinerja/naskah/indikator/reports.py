"""Naskah IKU, IKK dan Capaian Kinerja: isinya indikator satu periode Renstra."""

from collections.abc import Iterable
from itertools import groupby

from core.angka import bulatkan
from documents.reports.kepala import kepala, kepala_kurang
from kinerja.models import Indikator, NaskahKinerja
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.indikator.isi import (
    BarisCapaian,
    DefinisiIndikator,
    DefinisiSasaran,
    IsiCapaian,
    IsiDefinisi,
    UangDinas,
)
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.tahun_kinerja import TahunKinerja


def indikator_menurut_sasaran(
    pengukuran: Pengukuran, indikator: Iterable[Indikator]
) -> tuple[DefinisiSasaran, ...]:
    """Definisi dan target tahun laporan tiap indikator, per sasaran."""
    rows = sorted(indikator, key=urutan)
    return tuple(
        _definisi_sasaran(pengukuran, nama, anggota) for nama, anggota in per_sasaran(rows)
    )


def urutan(indikator: Indikator) -> tuple[int, bool, int]:
    """Menurut sasarannya, IKU lebih dahulu."""
    return indikator.sasaran.nomor, indikator.jenis != "iku", indikator.nomor


def per_sasaran(indikator: Iterable[Indikator]) -> list[tuple[str, list[Indikator]]]:
    """Indikator berurutan yang sesasaran, dengan nama sasarannya."""
    return [(nama, list(anggota)) for nama, anggota in groupby(indikator, key=_nama_sasaran)]


def _nama_sasaran(indikator: Indikator) -> str:
    return indikator.sasaran.nama


def _definisi_sasaran(
    pengukuran: Pengukuran, nama: str, anggota: Iterable[Indikator]
) -> DefinisiSasaran:
    indikator = tuple(_definisi(pengukuran, i) for i in anggota)
    return DefinisiSasaran(sasaran=nama, indikator=indikator)


def _definisi(pengukuran: Pengukuran, indikator: Indikator) -> DefinisiIndikator:
    jawab = indikator.penanggung_jawab
    ukuran = pengukuran.ukur(indikator)
    return DefinisiIndikator(
        jenis=indikator.jenis,
        nomor=indikator.nomor,
        kode=indikator.kode_cetak,
        nama=indikator.nama,
        satuan=indikator.satuan,
        desimal=indikator.desimal,
        pembilang=indikator.rumus_pembilang,
        penyebut=indikator.rumus_penyebut,
        faktor=indikator.faktor,
        penanggung_jawab=jawab.nama if jawab else "",
        sumber_data=indikator.sumber_data,
        keterangan=indikator.keterangan,
        target=besaran(ukuran.target_cetak, ukuran.keadaan_target),
    )


JUDUL = {"iku": "Indikator Kinerja Utama", "ikk": "Indikator Kinerja Kunci"}


def definisi(naskah: NaskahKinerja, kinerja: TahunKinerja) -> IsiDefinisi:
    """Definisi tiap indikator menurut sasaran: satuan, formula, penanggung jawab, sumber data."""
    periode = kinerja.periode
    pengukuran = kinerja.pengukuran
    indikator = pengukuran.jenis(naskah.jenis)
    return IsiDefinisi(
        **kepala(naskah, f"{JUDUL[naskah.jenis]} ({naskah.jenis.upper()})"),
        jenis=naskah.jenis,
        periode=str(periode or ""),
        indikator=indikator_menurut_sasaran(pengukuran, indikator),
    )


def capaian(naskah: NaskahKinerja, kinerja: TahunKinerja) -> IsiCapaian:
    """Dua belas kolom: capaian tahun ini, peningkatan dari tahun lalu, dan anggaran."""
    pengukuran = kinerja.pengukuran
    anggaran = kinerja.anggaran
    return IsiCapaian(
        **kepala(naskah, "Capaian Kinerja"),
        baris=tuple(_capaian(pengukuran, iku) for iku in pengukuran.jenis("iku")),
        anggaran=UangDinas(
            pagu=anggaran.pagu,
            realisasi=anggaran.realisasi,
            persen=anggaran.persen,
        ),
    )


def _capaian(pengukuran: Pengukuran, indikator: Indikator) -> BarisCapaian:
    kini = pengukuran.ukur(indikator)
    lalu = pengukuran.ukur(indikator, pengukuran.renstra.tahun - 1)
    is_rinci = kini.hasil is not None and len(kini.hasil.masukan) > 1
    naik = None
    if kini.realisasi is not None and lalu.realisasi is not None:
        naik = bulatkan(kini.realisasi - lalu.realisasi, indikator.desimal)
    return BarisCapaian(
        nomor=indikator.nomor,
        kode=indikator.kode_cetak,
        sasaran=indikator.sasaran.nama,
        nama=indikator.nama,
        satuan=indikator.satuan,
        desimal=indikator.desimal,
        target=besaran(kini.target_cetak, kini.keadaan_target),
        realisasi=besaran(kini.realisasi_cetak, kini.keadaan_realisasi),
        rincian=kini.hasil.uraian if kini.hasil and is_rinci else "",
        capaian=kini.capaian.persen,
        lalu=besaran(lalu.realisasi_cetak, lalu.keadaan_realisasi),
        naik=naik,
        keterangan=kini.keterangan,
    )


def missing(
    naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiDefinisi | IsiCapaian
) -> list[str]:
    jenis = "iku"
    if naskah.jenis != "capaian":
        jenis = naskah.jenis
    rows = kinerja.pengukuran.jenis(jenis)
    kosong = []
    if not rows:
        periode = f"periode Renstra yang memuat {naskah.tahun}"
        kosong.append(f"Belum ada {jenis.upper()} pada {periode}.")
    if naskah.jenis == "capaian":
        tanpa = [i for i in rows if kinerja.pengukuran.ukur(i).isi is None]
        kosong += [f"Realisasi {kinerja.tahun}: {i} belum ada." for i in tanpa]
    return [*kepala_kurang(naskah), *kosong]
