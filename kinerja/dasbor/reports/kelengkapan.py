"""Yang sudah dan belum diisi tiap bidang sampai satu triwulan."""

from dataclasses import dataclass

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
    url_indikator: str
    indikator: int
    terukur: int
    berpagu: int
    uang: int
    fisik: int


def kelengkapan(kinerja: TahunKinerja, saringan: Saringan, sampai: int) -> tuple[Kelengkapan, ...]:
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
    return tuple(hasil)


def _satu(kinerja: TahunKinerja, bidang: Bidang | None, sampai: int) -> Kelengkapan:
    nomor = bidang.pk if bidang else None
    pengukuran = kinerja.pengukuran
    indikator = []
    terukur = 0
    for satu in pengukuran.indikator:
        if satu.penanggung_jawab_id == nomor:
            indikator.append(satu)
            terukur += pengukuran.ukur(satu).isi is not None
    sub = _berpagu(kinerja, nomor)
    alamat = reverse("kinerja:subkegiatan_list")
    kueri = f"?tahun={kinerja.tahun}"
    if nomor:
        kueri += f"&penanggung_jawab={nomor}"
    return Kelengkapan(
        nama=str(bidang or TANPA_BIDANG),
        url=f"{alamat}{kueri}",
        url_indikator=f"{reverse('kinerja:indikator_list')}{kueri}",
        indikator=len(indikator),
        terukur=terukur,
        berpagu=len(sub),
        uang=sum(_is_beruang(simpul, sampai) for simpul in sub),
        fisik=sum(_is_berhasil(simpul, sampai) for simpul in sub),
    )


def _berpagu(kinerja: TahunKinerja, bidang: int | None) -> list[Simpul]:
    """Sub kegiatan berpagu yang ditanggung bidangnya."""
    milik = []
    for simpul in kinerja.pohon.sub:
        if simpul.pagu and simpul.obj.penanggung_jawab_id == bidang:
            milik.append(simpul)
    return milik


def _is_beruang(simpul: Simpul, sampai: int) -> bool:
    """Uang triwulan itu dilaporkan; tanpa triwulan belum ada yang melapor."""
    return bool(sampai) and simpul.evaluasi.sampai(sampai).is_terlapor(sampai)


def _is_berhasil(simpul: Simpul, sampai: int) -> bool:
    """Hasil fisik triwulan itu diisi."""
    if not sampai:
        return False
    return simpul.evaluasi.triwulan[sampai - 1].isi is not None
