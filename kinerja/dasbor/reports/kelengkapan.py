"""Yang sudah dan belum diisi tiap bidang sampai satu triwulan."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.models import Bidang
from kinerja.dasbor.reports.saringan import Saringan
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja

TANPA_BIDANG = "Belum berpenanggung jawab"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelengkapan:
    """Isian satu bidang; `berpagu` sub kegiatan yang ditagih, `uang` dan `fisik` yang terisi."""

    nama: str
    url: str
    indikator: int
    terukur: int
    berpagu: int
    uang: int
    fisik: int


def kelengkapan(kinerja: TahunKinerja, saringan: Saringan, sampai: int) -> list[Kelengkapan]:
    """Satu baris tiap bidang, lalu yang belum berpenanggung jawab bila ada."""
    rows = Bidang.objects.filter(perangkat_daerah__kabupaten=kinerja.kabupaten)
    dinas = kinerja.kabupaten.dinas_tercatat
    semua: list[Bidang | None] = [*rows.filter(perangkat_daerah=dinas), None]
    if saringan.bidang:
        semua = [saringan.bidang]
    hasil = []
    for bidang in semua:
        satu = _satu(kinerja, bidang, sampai)
        if bidang or satu.indikator or satu.berpagu:
            hasil.append(satu)
    return hasil


def _satu(kinerja: TahunKinerja, bidang: Bidang | None, sampai: int) -> Kelengkapan:
    nomor = bidang.pk if bidang else None
    pengukuran = kinerja.pengukuran
    indikator = [i for i in pengukuran.indikator if i.penanggung_jawab_id == nomor]
    terukur = [i for i in indikator if pengukuran.ukur(i).isi is not None]
    sub = [s for s in kinerja.pohon.sub if s.obj.penanggung_jawab_id == nomor and s.pagu]
    alamat = reverse("kinerja:subkegiatan_list")
    kueri = f"?tahun={kinerja.tahun}"
    if nomor:
        kueri += f"&penanggung_jawab={nomor}"
    return Kelengkapan(
        nama=str(bidang or TANPA_BIDANG),
        url=f"{alamat}{kueri}",
        indikator=len(indikator),
        terukur=len(terukur),
        berpagu=len(sub),
        uang=sum(_is_beruang(satu, sampai) for satu in sub),
        fisik=sum(_is_berhasil(satu, sampai) for satu in sub),
    )


def _is_beruang(simpul: Simpul, sampai: int) -> bool:
    """Uang triwulan itu dilaporkan; tanpa triwulan belum ada yang melapor."""
    return bool(sampai) and simpul.evaluasi.sampai(sampai).is_terlapor(sampai)


def _is_berhasil(simpul: Simpul, sampai: int) -> bool:
    """Hasil fisik triwulan itu diisi."""
    if not sampai:
        return False
    triwulan: Any = simpul.evaluasi.triwulan[sampai - 1]
    return triwulan.isi is not None
