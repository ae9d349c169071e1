"""V6: realisasi ada tetapi pasangannya, jumlah atau persennya kosong."""

from typing import Any

from django.urls import reverse

from core.angka import format_angka, rupiah
from core.periode import TRIWULAN as NAMA
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.rencana import Takaran
from kinerja.aturan.tercetak import is_kosong
from kinerja.tahun.data import DataSebagian
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding, banding_aksi
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import (
    baris_naskah,
    fakta_sel,
    fakta_ukur,
    sub_naskah,
    triwulan_akhir,
)

HALAMAN_DATA = {"desa": "idm:gambaran", "kecamatan": "villages:kelengkapan"}
BELUM_GABUNG = "Masanya terisi, tetapi nilai setahunnya tidak terbentuk."
TANPA_TARGET = "Realisasi ada, targetnya belum diisi; capaiannya tidak dapat dihitung."


@uji("V6", "realisasi tiap triwulan terhadap pasangannya, jumlah dan persennya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Atas isian satu tahun, juga atas naskah lamanya bila dimuat."""
    sampai = triwulan_akhir(naskah)
    for simpul in sub_naskah(naskah, kinerja):
        yield from _triwulan(simpul, sampai)
    for simpul in baris_naskah(naskah, kinerja):
        yield from _setahun(simpul, sampai)
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        yield from _indikator(pengukuran.ukur(indikator))
    yield from _naskah(kinerja)


@uji("V6", "wilayah yang datanya diketahui terhadap semua wilayah tahun itu")
def desa(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Selama satu wilayah saja belum ada datanya, indikator yang membacanya belum dihitung."""
    kurang: dict[DataSebagian, None] = {}
    for indikator in kinerja.pengukuran.indikator:
        ukuran = kinerja.pengukuran.ukur(indikator)
        kurang |= dict.fromkeys(ukuran.sebagian)
        if ukuran.hasil is not None:
            yield None
    for satu in kurang:
        yield _kurang(satu)


def _kurang(satu: DataSebagian) -> Temuan:
    """Yang belum terhitung pada satu tahun."""
    return Temuan(
        "V6",
        f"{satu.data} {satu.tahun}",
        satu.kalimat,
        url=f"{reverse(HALAMAN_DATA[satu.satuan])}?tahun={satu.tahun}",
        fakta=kunci_fakta(satu.data.lower(), satu.tahun),
        nilai=(format_angka(satu.diketahui), format_angka(satu.semua)),
    )


def _triwulan(s: Simpul, sampai: int) -> Perbandingan:
    for triwulan, hasil in enumerate(s.evaluasi.sampai(sampai).triwulan, start=1):
        if hasil.rp or hasil.isi is not None:
            timpang = _timpang(s, hasil)
            pesan = f"{NAMA[triwulan]}: {timpang}"
            fakta = kunci_fakta(s.obj, triwulan, "realisasi")
            yield _temuan(s, pesan, fakta, _rp(hasil)) if timpang else None


def _rp(hasil: Takaran) -> tuple[str, ...]:
    """Uang yang pasangannya belum diisi."""
    if hasil.rp:
        return (rupiah(hasil.rp),)
    return ()


def _timpang(simpul: Simpul, hasil: Takaran) -> str:
    """Salah satu dari K dan Rp belum diisi; K nol pun ada, dan Rp nol tidak menagih K-nya.

    Rp tidak diminta dari baris tanpa pagu.
    """
    if hasil.rp and hasil.isi is None:
        return f"realisasi keuangan {rupiah(hasil.rp)} ada, realisasi kinerja (K) belum diisi."
    if hasil.isi is not None and hasil.rp is None and simpul.pagu:
        return "realisasi kinerja (K) ada, realisasi keuangan belum diisi."
    return ""


def _setahun(simpul: Simpul, sampai: int) -> Perbandingan:
    """Realisasi kinerja yang tidak dapat dihadapkan dengan targetnya."""
    evaluasi = simpul.evaluasi.sampai(sampai)
    if all(t.isi is None for t in evaluasi.triwulan):
        return
    if evaluasi.setahun.isi is None:
        yield _temuan(simpul, BELUM_GABUNG, kunci_fakta(simpul.obj, "setahun"))
        return
    fakta = kunci_fakta(simpul.obj, "target")
    yield _temuan(simpul, TANPA_TARGET, fakta) if evaluasi.target.isi is None else None


def _indikator(ukuran: Ukuran) -> Perbandingan:
    if ukuran.isi is None and not ukuran.masa:
        return
    tempat = str(ukuran.indikator)
    url = ukuran.indikator.get_absolute_url()
    if ukuran.is_tidak_tergabung:
        yield Temuan("V6", tempat, BELUM_GABUNG, url=url, fakta=fakta_ukur(ukuran))
    elif ukuran.target_cetak is None:
        yield Temuan(
            "V6",
            tempat,
            TANPA_TARGET,
            url=url,
            fakta=fakta_ukur(ukuran, "target"),
        )
    else:
        yield None


def _naskah(kinerja: TahunKinerja) -> Perbandingan:
    """Angka yang pada naskah lama kosong atau “-” padahal dapat dihitung."""
    for row in (*banding(kinerja), *banding_aksi(kinerja)):
        if row["nilai"] and is_kosong(row["tercetak"]):
            yield Temuan(
                "V6",
                f"{row['dokumen']}, {row['tempat']}",
                "Kosong pada naskah padahal dapat dihitung.",
                row["tercetak"],
                row["dihitung"],
                row["url"],
                fakta=fakta_sel(row["dokumen"], row["tempat"]),
            )


def _temuan(s: Simpul, pesan: str, fakta: str, nilai: tuple[str, ...] = ()) -> Temuan:
    url = s.obj.get_absolute_url()
    return Temuan("V6", str(s.obj), pesan, url=url, fakta=fakta, nilai=nilai)
