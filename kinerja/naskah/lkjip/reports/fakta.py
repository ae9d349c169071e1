"""Fakta satu indikator: tahun laporan, tahun lalu, akhir Renstra, lalu daerah lain."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.angka import format_angka, persen
from idm.reports.acuan import StatusDaerah
from kinerja.aturan.capaian import persentase
from kinerja.models import Indikator
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.lkjip.isi.analisis import Fakta
from kinerja.naskah.lkjip.naskah_awal.bahan import rangkai
from kinerja.naskah.lkjip.naskah_awal.indikator import BUKAN_SATUAN
from kinerja.tahun.sources import SOURCES, is_status_desa
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

SemuaFakta = Iterator[Fakta]


def fakta(
    kinerja: TahunKinerja,
    ukuran: Ukuran,
    pembanding: Sequence[StatusDaerah],
) -> SemuaFakta:
    """Hanya yang diketahui."""
    yield from _setahun(ukuran)
    yield from _banding(kinerja, ukuran)
    if not is_status_desa(ukuran.indikator.sumber):
        return
    dicari = [satu.value for satu in SOURCES[ukuran.indikator.sumber].status]
    status = rangkai([satu.title() for satu in dicari])
    for daerah in pembanding:
        sebutan = f"Desa {status}, {daerah.nama}"
        bagian = _bagian(daerah, dicari)
        yield Fakta(sebutan=sebutan, isi=bagian)


def _setahun(ukuran: Ukuran) -> SemuaFakta:
    """Target, realisasi dan capaian tahun laporan."""
    for sebutan, nilai, keadaan in (
        ("Target", ukuran.target_cetak, ukuran.keadaan_target),
        ("Realisasi", ukuran.realisasi_cetak, ukuran.keadaan_realisasi),
    ):
        isi = _tulisan(ukuran.indikator, nilai, keadaan)
        if isi:
            yield Fakta(sebutan=f"{sebutan} {ukuran.tahun}", isi=isi)
    capaian = ukuran.capaian.persen
    if capaian is not None:
        isi = persen(capaian)
        if ukuran.predikat:
            isi = f"{isi}, {ukuran.predikat}"
        yield Fakta(sebutan="Capaian", isi=isi)


def _banding(kinerja: TahunKinerja, ukuran: Ukuran) -> SemuaFakta:
    """Realisasi tahun lalu dan target akhir Renstra, bila besarannya sama."""
    pengukuran = kinerja.pengukuran
    renstra = pengukuran.renstra
    satu = ukuran.indikator
    lalu = ukuran.tahun - 1
    if lalu in renstra.tahun_periode:
        dulu = pengukuran.ukur(satu, lalu)
        isi = _tulisan(satu, dulu.realisasi_cetak, dulu.keadaan_realisasi)
        if isi and satu.is_comparable(dulu.indikator):
            yield Fakta(sebutan=f"Realisasi {lalu}", isi=isi)
    if renstra.tahun_akhir > ukuran.tahun:
        yield from _akhir(pengukuran.akhir[satu.pk], renstra.tahun_akhir)


def _akhir(ukuran: Ukuran, tahun: int) -> SemuaFakta:
    """Target tahun terakhir Renstra, dan capaian terhadapnya."""
    target = ukuran.target_cetak
    isi = _tulisan(ukuran.indikator, target, ukuran.keadaan_target)
    if not isi:
        return
    yield Fakta(sebutan=f"Target akhir Renstra {tahun}", isi=isi)
    capaian = ukuran.capaian.persen
    if capaian is not None:
        yield Fakta(sebutan="Capaian terhadapnya", isi=persen(capaian))


def _tulisan(indikator: Indikator, nilai: Decimal | str | None, keadaan: str) -> str:
    """Angka dengan satuannya, atau sebutannya; kosong bila belum diketahui."""
    isi = besaran(nilai, keadaan)
    if isi.cetak is None:
        return ""
    satuan = indikator.satuan.strip()
    if satuan.lower() in BUKAN_SATUAN:
        satuan = ""
    if isi.angka is None:
        return isi.bersatuan(satuan)
    angka = format_angka(isi.angka, indikator.desimal)
    return f"{angka} {satuan}".strip()


def _bagian(daerah: StatusDaerah, status: Sequence[str]) -> str:
    """Bagian desa berstatus itu di satu daerah."""
    banyak = sum(daerah.jumlah[satu] for satu in status)
    bagian = persentase(banyak, daerah.banyak) or Decimal(0)
    return persen(bagian)
