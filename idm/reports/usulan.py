"""Jawaban aspek Indeks Desa yang dapat diusulkan dari data desa yang sudah tercatat.

Hanya yang terbukti ada yang diusulkan; yang tidak tercatat belum tentu tidak ada. Usul bukan
jawaban sampai orang mengambilnya.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from core.angka import rupiah
from core.periode import akhir_tahun, tanggal_panjang
from idm.models import IndikatorIdm
from idm.scoring import SKOR_TERTINGGI
from villages.models import AnggotaKerjaSama, Desa, KoperasiDesa, Lembaga, RincianLembaga
from villages.reports.apbdes import KOSONG, Pohon, apbdes_desa

KERJA_SAMA = "25.1"
BUM_DESA = "32.1"
POSYANDU = "7.1"
SATUAN_KEAMANAN = "18.1"
LEMBAGA_EKONOMI_LAIN = "32.4"
PADES = "47.1"
PADES_NAIK = "47.2"
MODAL_BUM_DESA = "47.3"


@dataclass(frozen=True)
class Usulan:
    """Poin yang diusulkan bagi aspek `kode`, dengan data yang mendasarinya."""

    kode: str
    dasar: str
    url: str
    skor: int = SKOR_TERTINGGI


def usulan(desa: Desa, tahun: int) -> Mapping[str, Usulan]:
    """Menurut kode aspeknya; beberapa kueri, berapa pun aspeknya."""
    semua: dict[str, Usulan] = {}
    for satu in _semua(desa, tahun):
        semua.setdefault(satu.kode, satu)
    return semua


def usul_aspek(indikator: IndikatorIdm, semua: Mapping[str, Usulan]) -> Usulan | None:
    """Usul bagi satu aspek; `None` bila tidak ada atau skornya tidak ada pada skalanya."""
    if not indikator.instrumen.is_dimensi:
        return None
    satu = semua.get(indikator.kode)
    if satu is None or satu.skor not in indikator.tersedia:
        return None
    return satu


def _semua(desa: Desa, tahun: int) -> Iterator[Usulan]:
    """Urutannya menentukan sumber yang disebut bila satu aspek berdasar dua."""
    yield from _kerja_sama(desa, tahun)
    yield from _register(desa, tahun)
    yield from _koperasi(desa, tahun)
    yield from _apbdes(desa, tahun)


def _kerja_sama(desa: Desa, tahun: int) -> Iterator[Usulan]:
    """Keanggotaan aktif, dan BUM Desa Bersama kerja samanya."""
    aktif = AnggotaKerjaSama.objects.filter(
        desa=desa,
        tahun=tahun,
        is_aktif=True,
    )
    anggota = aktif.select_related("kerja_sama")
    for satu in anggota.order_by("kerja_sama", "urutan"):
        kerja_sama = satu.kerja_sama
        url = kerja_sama.get_absolute_url()
        dasar = f"Anggota aktif {kerja_sama} {tahun}."
        yield Usulan(KERJA_SAMA, dasar, url)
        bersama = kerja_sama.bumdesma
        if bersama:
            dasar = f"Anggota BUM Desa Bersama {bersama} {tahun}."
            yield Usulan(BUM_DESA, dasar, url)


def _register(desa: Desa, tahun: int) -> Iterator[Usulan]:
    """Yang bernama pada register, lalu banyak posyandu pada rincian lembaga tahun itu."""
    jenis = Lembaga.JenisLembaga
    for kode, satu in ((POSYANDU, jenis.POSYANDU), (SATUAN_KEAMANAN, jenis.SATUAN_KEAMANAN)):
        yield from _bernama(kode, satu, desa, tahun)
    rincian = RincianLembaga.objects.filter(desa=desa, tahun=tahun, posyandu__gt=0)
    for row in rincian:
        url = row.get_absolute_url()
        dasar = f"{row.posyandu} posyandu pada rincian lembaga {tahun}."
        yield Usulan(POSYANDU, dasar, url)


def _bernama(kode: str, jenis: Lembaga.JenisLembaga, desa: Desa, tahun: int) -> Iterator[Usulan]:
    """Lembaga sejenis yang masa baktinya belum berakhir pada akhir tahun itu."""
    akhir = akhir_tahun(tahun)
    belum_berakhir = Q(berakhir=None) | Q(berakhir__gte=akhir)
    banyak = Lembaga.objects.filter(belum_berakhir, desa=desa, jenis=jenis).count()
    if banyak:
        daftar = reverse("villages:lembaga_list")
        url = f"{daftar}?desa={desa.nama}"
        sebutan = jenis.label.lower()
        yield Usulan(kode, f"{banyak} {sebutan} pada register lembaga.", url)


def _koperasi(desa: Desa, tahun: int) -> Iterator[Usulan]:
    """Koperasi Merah Putih yang sudah aktif sampai akhir tahun itu."""
    akhir = akhir_tahun(tahun)
    for row in KoperasiDesa.objects.filter(desa=desa, tanggal_aktif__lte=akhir):
        dasar = f"{row} aktif sejak {tanggal_panjang(row.tanggal_aktif)}."
        yield Usulan(LEMBAGA_EKONOMI_LAIN, dasar, row.get_absolute_url())


def _apbdes(desa: Desa, tahun: int) -> Iterator[Usulan]:
    """PADes, kenaikannya, dan penyertaan modal yang sudah terealisasi pada APBDes tahun itu."""
    pohon = Pohon.read()
    kini = apbdes_desa(desa, tahun, pohon)
    if not kini:
        return
    url = f"{reverse('villages:apbdes_desa', args=[desa.pk])}?tahun={tahun}"
    pades = kini.get("4.1", KOSONG).realisasi
    if pades:
        yield Usulan(PADES, f"PADes {tahun} {rupiah(pades)}.", url)
        lalu = apbdes_desa(desa, tahun - 1, pohon).get("4.1", KOSONG).realisasi
        if lalu is not None and pades > lalu:
            dasar = f"PADes naik dari {rupiah(lalu)} ({tahun - 1}) menjadi {rupiah(pades)}."
            yield Usulan(PADES_NAIK, dasar, url)
    modal = kini.get("6.2.2", KOSONG).realisasi
    if modal:
        dasar = f"Penyertaan modal {tahun} {rupiah(modal)}"
        dana = kini.get("4.2.1", KOSONG).realisasi
        if dana:
            dasar = f"{dasar} di samping Dana Desa {rupiah(dana)}"
        yield Usulan(MODAL_BUM_DESA, f"{dasar}.", url)
