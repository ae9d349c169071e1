"""Uji kewajaran Perjanjian Kinerja: uangnya menjumlah, juga bersama perjanjian setingkatnya."""

from decimal import Decimal

from core.angka import rupiah
from documents.uji import Perbandingan, Temuan, uji
from kinerja.aturan.rencana import jumlah
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.isi import IsiPerjanjian, UangPerjanjian
from kinerja.naskah.perjanjian.reports import anggaran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v12_satu_angka, v14_kode
from kinerja.uji.checks.v01_uang import TANPA_PAGU

BUKAN_ANGGARAN = "Jumlah anggaran perjanjian bukan anggaran setahun."
LEBIH = "Bersama perjanjian eselon III yang lain ({}) menjanjikan lebih daripada anggaran setahun."


@uji("V1", "uang yang diperjanjikan terhadap anggaran setahun, sendiri dan bersama setingkatnya")
def uang(
    naskah: PerjanjianKinerja,
    kinerja: TahunKinerja,
    isi: IsiPerjanjian,
) -> Perbandingan:
    yield from map(_diketahui, isi.anggaran)
    pagu = kinerja.anggaran.pagu
    if pagu is None or isi.jumlah is None:
        return
    if naskah.tingkat == naskah.Tingkat.ESELON_II:
        is_sama = isi.jumlah == pagu
        yield None if is_sama else _temuan(BUKAN_ANGGARAN, isi.jumlah, pagu)
    elif naskah.tingkat == naskah.Tingkat.ESELON_III:
        yield _setingkat(naskah, kinerja, isi.jumlah, pagu)


def _diketahui(uang: UangPerjanjian) -> Temuan | None:
    """Anggaran yang belum diketahui disebut, tidak dianggap nol."""
    if uang.pagu is not None:
        return None
    return Temuan("V1", f"{uang.kode} {uang.nama}", TANPA_PAGU)


def _setingkat(
    naskah: PerjanjianKinerja,
    kinerja: TahunKinerja,
    sendiri: Decimal,
    pagu: Decimal,
) -> Temuan | None:
    """Uang yang sama tidak diperjanjikan dua bidang."""
    semua = sendiri
    sebutan = []
    for pk in _berlaku(naskah):
        semua += jumlah(uang.pagu for uang in anggaran(pk, kinerja)) or Decimal(0)
        sebutan.append(str(pk.bidang))
    if semua <= pagu or not sebutan:
        return None
    return _temuan(LEBIH.format(", ".join(sebutan)), semua, pagu)


def _berlaku(naskah: PerjanjianKinerja) -> list[PerjanjianKinerja]:
    """Perjanjian eselon III bidang lain pada tahun itu yang tidak sudah digantikan."""
    rows = PerjanjianKinerja.objects.filter(
        kabupaten=naskah.kabupaten,
        tahun=naskah.tahun,
        tingkat=naskah.Tingkat.ESELON_III,
        perjanjiankinerja=None,
    )
    lain = rows.exclude(pk=naskah.pk).exclude(bidang=naskah.bidang_id)
    return list(lain.select_related("bidang"))


def _temuan(
    pesan: str,
    tercetak: Decimal,
    dihitung: Decimal,
) -> Temuan:
    return Temuan(
        "V1",
        "Jumlah anggaran",
        pesan,
        rupiah(tercetak),
        rupiah(dihitung),
    )


UJI = (uang, v12_satu_angka.batasan, v14_kode.check)
