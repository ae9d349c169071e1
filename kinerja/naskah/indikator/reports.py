"""Naskah IKU, IKK dan Capaian Kinerja: isinya indikator satu periode Renstra."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from core.angka import bersatuan, bulatkan
from documents.reports.kepala import kepala, kepala_kurang
from kinerja.models import Indikator, NaskahKinerja
from kinerja.naskah.dasar.besaran import Besaran, besaran
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
from kinerja.tahun.ukuran import Ukuran

SemuaIndikator = Iterable[Indikator]


def indikator_menurut_sasaran(
    pengukuran: Pengukuran, indikator: SemuaIndikator
) -> tuple[DefinisiSasaran, ...]:
    """Definisi dan target tahun laporan tiap indikator, per sasaran."""
    rows = sorted(indikator, key=urutan)
    return tuple(
        _definisi_sasaran(pengukuran, nama, anggota) for nama, anggota in per_sasaran(rows)
    )


def urutan(indikator: Indikator) -> tuple[int, bool, int]:
    """Menurut sasarannya, IKU lebih dahulu."""
    return indikator.sasaran.nomor, indikator.jenis != "iku", indikator.nomor


def per_sasaran(indikator: SemuaIndikator) -> list[tuple[str, list[Indikator]]]:
    """Indikator berurutan yang sesasaran, dengan nama sasarannya."""
    hasil = []
    for nama, anggota in groupby(indikator, key=_nama_sasaran):
        hasil.append((nama, list(anggota)))
    return hasil


def _nama_sasaran(indikator: Indikator) -> str:
    return indikator.sasaran.nama


def _definisi_sasaran(
    pengukuran: Pengukuran, nama: str, anggota: SemuaIndikator
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
        cara_ukur=indikator.cara_ukur,
        keterbatasan=indikator.keterbatasan,
        cara_verifikasi=indikator.cara_verifikasi,
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
            persen=anggaran.terserap.persen,
            catatan_pagu=kinerja.pohon.catatan_serapan(),
        ),
    )


def _capaian(pengukuran: Pengukuran, indikator: Indikator) -> BarisCapaian:
    kini = pengukuran.ukur(indikator)
    lalu = pengukuran.ukur(indikator, pengukuran.renstra.tahun - 1)
    is_rinci = kini.hasil is not None and len(kini.hasil.masukan) > 1
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
        lalu=realisasi_tahun(lalu, indikator),
        naik=_naik(kini, lalu),
        keterangan=kini.keterangan,
    )


def _naik(kini: Ukuran, lalu: Ukuran) -> Decimal | None:
    """Selisih dari tahun lalu; tidak ada bila yang diukur berlainan."""
    if kini.realisasi is None or lalu.realisasi is None:
        return None
    if not kini.indikator.is_comparable(lalu.indikator):
        return None
    return bulatkan(kini.realisasi - lalu.realisasi, kini.indikator.desimal)


def realisasi_tahun(ukuran: Ukuran, kini: Indikator) -> Besaran:
    """Realisasi tahun lain, bersatuan sendiri bila yang diukurnya bukan yang diukur kini."""
    return _tahun_lain(ukuran, kini, ukuran.realisasi_cetak, ukuran.keadaan_realisasi)


def target_tahun(ukuran: Ukuran, kini: Indikator) -> Besaran:
    """Target tahun lain, bersatuan sendiri bila yang diukurnya bukan yang diukur kini."""
    return _tahun_lain(ukuran, kini, ukuran.target_cetak, ukuran.keadaan_target)


def _tahun_lain(
    ukuran: Ukuran,
    kini: Indikator,
    nilai: Decimal | str | None,
    keadaan: str,
) -> Besaran:
    """Bukan angka bila besarannya lain, agar tidak diselisihkan atau digambar bersama."""
    semula = ukuran.indikator
    if isinstance(nilai, Decimal) and not semula.is_comparable(kini):
        nilai = bersatuan(nilai, semula.satuan, semula.desimal)
    return besaran(nilai, keadaan)


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
