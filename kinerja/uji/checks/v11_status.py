"""V11: banyaknya desa tiap status, dan arahnya, dalam kalimat terhadap status yang dihitung."""

from decimal import Decimal
from typing import Any

from core.angka import format_angka
from documents.uji import Perbandingan, uji
from idm.scoring import Status
from kinerja.aturan.kalimat_status import BanyakStatus, banyak_status, status_pokok
from kinerja.aturan.pernyataan import dibandingkan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan, bacaan
from kinerja.uji.checks.gerak import gerak, temuan_kata
from kinerja.uji.checks.pokok import berpokok


@uji("V11", "banyaknya desa tiap status dalam kalimat terhadap status yang dihitung")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tahun tanpa status, dan indeks yang lain, tidak dibandingkan."""
    semua = bacaan(naskah, kinerja)
    for satu, pokok in berpokok(semua, kinerja.pengukuran.indikator):
        for disebut in banyak_status(satu.teks, kinerja.tahun):
            yield from _banyak(satu, disebut, kinerja)
        status = status_pokok(satu.teks)
        if status and not pokok:
            yield from _gerak(satu, Status(status), kinerja)


def _banyak(satu: Bacaan, disebut: BanyakStatus, kinerja: TahunKinerja) -> Perbandingan:
    """Keadaan tahunnya, atau selisihnya dari tahun sebelumnya."""
    status = Status(disebut.status)
    tahun = disebut.tahun
    if tahun is None:
        return
    banyak = _jumlah(kinerja, tahun, status)
    lalu = _jumlah(kinerja, tahun - 1, status)
    if disebut.is_selisih and banyak is not None:
        banyak = None if lalu is None else abs(banyak - lalu)
    if banyak is None:
        return
    if disebut.banyak.is_sama([banyak]):
        yield None
        return
    nama = f"desa {status.title()}"
    pesan = f"Banyaknya {nama} pada {tahun} bukan itu."
    tertulis = f"{disebut.banyak.tulisan} {nama}"
    benar = format_angka(banyak)
    yield temuan_kata(satu, f"{nama} {tahun}", pesan, tertulis, benar)


def _gerak(satu: Bacaan, status: Status, kinerja: TahunKinerja) -> Perbandingan:
    """Bertambah atau berkurang di antara kedua tahun yang dibandingkannya."""
    tahun = dibandingkan(satu.teks, kinerja.tahun)
    if tahun is None:
        return
    awal, akhir = tahun
    sebelum = _jumlah(kinerja, awal, status)
    sesudah = _jumlah(kinerja, akhir, status)
    if sebelum is not None and sesudah is not None:
        yield from gerak(satu, satu.teks, (sebelum, sesudah), 0)


def _jumlah(kinerja: TahunKinerja, tahun: int, status: Status) -> Decimal | None:
    """Menurut indeks tahun laporannya; `None` bila tidak diketahui."""
    diketahui = kinerja.status_desa.get(tahun)
    if not diketahui:
        return None
    banyak = diketahui.counts[status]
    return Decimal(banyak)
