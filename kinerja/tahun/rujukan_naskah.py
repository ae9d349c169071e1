"""Rujukan di samping angka ukuran dan uang: wilayah, indeks, satuan, target akhir, banyaknya."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from accounts.models import Kabupaten
from core.angka import format_angka
from idm.indeks import indeks
from kinerja.aturan.belum import TIDAK_ADA
from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.kalimat import nama_kalimat
from kinerja.tahun.anggaran import Anggaran
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.rujukan import (
    KumpulanRujukan,
    Rujukan,
    rujukan_nilai,
    rujukan_persen,
    rujukan_teks,
)
from kinerja.tahun.ukuran import Ukuran
from villages.kode import DESA, KELURAHAN
from villages.models import Desa

SEBUTAN_ARAH = {1: "naik", -1: "turun", 0: "tetap"}


def _banyak(banyak: int) -> Rujukan:
    return Rujukan(Decimal(banyak), format_angka(Decimal(banyak)))


def rujukan_wilayah(kabupaten: Kabupaten, tahun: int) -> KumpulanRujukan:
    """Banyak kecamatan, desa dan kelurahan pada akhir tahun itu."""
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).on(tahun)
    rows = list(desa.values_list("jenis_saat", "kecamatan_saat"))
    per_jenis = Counter(jenis for jenis, _ in rows)
    kecamatan = {kecamatan for _, kecamatan in rows}
    return {
        "wilayah.kecamatan": _banyak(len(kecamatan)),
        "wilayah.desa": _banyak(per_jenis[DESA]),
        "wilayah.kelurahan": _banyak(per_jenis[KELURAHAN]),
    }


def rujukan_indeks(tahun: int) -> KumpulanRujukan:
    """Sebutan indeks desa yang dipakai tahun itu."""
    dipakai = indeks(tahun)
    return {
        "indeks": rujukan_teks(dipakai.nama),
        "indeks.singkatan": rujukan_teks(dipakai.singkatan),
    }


def rujukan_program(anggaran: Anggaran) -> KumpulanRujukan:
    """Nama tiap program menurut kodenya."""
    hasil = {}
    for uang in anggaran.baris:
        program = uang.program
        kunci = f"program.{program.kode}.nama"
        nama = nama_kalimat(program.nama)
        hasil[kunci] = Rujukan(nama, nama, program.get_absolute_url())
    return hasil


def rujukan_akhir(pengukuran: Pengukuran) -> KumpulanRujukan:
    """Satuan, keadaan, dan target akhir Renstra tiap indikator."""
    hasil: KumpulanRujukan = {}
    for indikator in pengukuran.indikator:
        kini = pengukuran.ukur(indikator)
        lalu = pengukuran.ukur(indikator, kini.tahun - 1)
        milik = _milik(kini, pengukuran.akhir[indikator.pk])
        milik["perubahan"] = _perubahan(kini, lalu)
        for awal in indikator.kunci:
            for nama, angka in milik.items():
                hasil[f"{awal}.{nama}"] = angka
    return hasil


def _milik(kini: Ukuran, akhir: Ukuran) -> KumpulanRujukan:
    """Rujukan satu indikator tanpa awalan kuncinya."""
    indikator = kini.indikator
    url = indikator.get_absolute_url()
    desimal = indikator.desimal
    keterangan = kini.keterangan
    return {
        "ketercapaian": _ketercapaian(kini.capaian.rasio),
        "satuan": Rujukan(indikator.satuan, indikator.satuan, url),
        "keterangan": Rujukan(keterangan or None, keterangan or TIDAK_ADA, url),
        "target.akhir": rujukan_nilai(akhir.target, akhir.sebutan_target, desimal, url),
        "capaian.akhir": rujukan_persen(akhir.capaian.rasio, url),
    }


def _ketercapaian(rasio: Decimal | None) -> Rujukan:
    """Tercapai sejak seratus persen."""
    if rasio is None:
        return Rujukan(None, TIDAK_ADA)
    return rujukan_teks("tercapai" if rasio >= SERATUS else "belum tercapai")


def _perubahan(kini: Ukuran, lalu: Ukuran) -> Rujukan:
    """Naik, turun atau tetap; tidak diketahui bila besarannya lain atau salah satunya tidak ada."""
    is_sama = kini.indikator.is_comparable(lalu.indikator)
    if not is_sama or kini.realisasi is None or lalu.realisasi is None:
        return Rujukan(None, TIDAK_ADA)
    selisih = kini.realisasi - lalu.realisasi
    return rujukan_teks(SEBUTAN_ARAH[(selisih > 0) - (selisih < 0)])


def rujukan_banyak(pengukuran: Pengukuran) -> KumpulanRujukan:
    """Banyak IKU dan IKK, dan yang mencapai targetnya."""
    hasil: KumpulanRujukan = {}
    for jenis in ("iku", "ikk"):
        ukuran = [pengukuran.ukur(satu) for satu in pengukuran.jenis(jenis)]
        terukur = terukur_capaian(ukuran)
        tercapai = [satu for satu in terukur if satu >= SERATUS]
        hasil[f"banyak.{jenis}"] = _banyak(len(ukuran))
        hasil[f"banyak.{jenis}.terukur"] = _banyak(len(terukur))
        hasil[f"banyak.{jenis}.tercapai"] = _banyak(len(tercapai))
    return hasil


def terukur_capaian(ukuran: Iterable[Ukuran]) -> list[Decimal]:
    """Capaian yang dapat dihitung saja."""
    semua = (satu.capaian.rasio for satu in ukuran)
    return [satu for satu in semua if satu is not None]
