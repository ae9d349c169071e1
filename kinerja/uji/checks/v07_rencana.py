"""V7: dijadwalkan pada satu triwulan, tidak ada hasilnya, dan tidak dijelaskan."""

from typing import Any

from core.periode import TRIWULAN as NAMA
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.rencana import TRIWULAN
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.sebab import sasaran_tanpa_program
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import sub_naskah, triwulan_akhir


@uji("V7", "baris yang dijadwalkan tiap triwulan terhadap hasil atau penjelasannya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Sampai triwulan naskahnya; triwulan yang belum diisi disebut sekali saja."""
    baris = sub_naskah(naskah, kinerja)
    for triwulan in TRIWULAN[: triwulan_akhir(naskah)]:
        if any(triwulan in simpul.ukur for simpul in baris):
            for simpul in baris:
                yield _tanpa_hasil(simpul, triwulan)
        elif baris:
            yield _belum_diisi(baris, triwulan, kinerja.tahun)


@uji("V7", "sasaran pada Perjanjian Kinerja terhadap program yang mendukungnya")
def sasaran(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Naskah satu bidang tidak memuat semua program, jadi tidak dihadapkan."""
    if getattr(naskah, "bidang_id", None):
        return
    tanpa = sasaran_tanpa_program(kinerja)
    if not tanpa:
        yield None
    for satu in tanpa:
        yield Temuan(
            "V7",
            f"Sasaran {satu.nomor}",
            f"“{satu.nama}” ada pada Perjanjian Kinerja, belum didukung satu program pun.",
            url=satu.get_absolute_url(),
            fakta=kunci_fakta(satu, "program"),
        )


def _belum_diisi(baris: list[Simpul], triwulan: int, tahun: int) -> Temuan | None:
    banyak = sum(s.evaluasi.tanpa_hasil(s.bulan, triwulan) for s in baris)
    if not banyak:
        return None
    pesan = f"{banyak} baris dijadwalkan, belum satu pun diukur."
    fakta = kunci_fakta("triwulan", tahun, triwulan)
    return Temuan(
        "V7",
        f"{NAMA[triwulan]} {tahun}",
        pesan,
        fakta=fakta,
        nilai=(str(banyak),),
    )


def _tanpa_hasil(simpul: Simpul, triwulan: int) -> Temuan | None:
    if not simpul.perlu_penjelasan(triwulan):
        return None
    pesan = f"{NAMA[triwulan]}: dijadwalkan tetapi tidak ada realisasinya; tulis penjelasannya."
    tempat = f"{simpul.obj}, {simpul.obj.indikator}"
    fakta = kunci_fakta(simpul.obj, triwulan, "realisasi")
    return Temuan(
        "V7",
        tempat,
        pesan,
        url=simpul.obj.get_absolute_url(),
        fakta=fakta,
    )
