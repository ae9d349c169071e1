"""V11: banyaknya desa tiap status, dan arahnya, dalam kalimat terhadap status yang dihitung."""

from typing import Any

from core.angka import format_angka
from documents.uji import Perbandingan, uji
from idm.scoring import Status
from kinerja.aturan.kalimat_status import is_seluruhnya, nihil, seluruh_desa
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.angka import angka_kalimat
from kinerja.uji.checks.gerak import gerak_kalimat
from kinerja.uji.checks.subjek_lain import SubjekStatus, SubjekWilayah
from kinerja.uji.checks.ucapan import Ucapan, semua_ucapan

DESA = (SubjekStatus, SubjekWilayah)


@uji("V11", "banyaknya desa tiap status dalam kalimat terhadap status yang dihitung")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tahun tanpa status, dan indeks yang lain, tidak dibandingkan."""
    for ucapan in semua_ucapan(naskah, kinerja):
        yield from angka_kalimat(ucapan, DESA)
        if is_seluruhnya(ucapan.bacaan.teks):
            yield from _habis(ucapan, kinerja)
            yield from _seluruh(ucapan, kinerja)
        yield from gerak_kalimat(ucapan, (SubjekStatus,))


def _habis(ucapan: Ucapan, kinerja: TahunKinerja) -> Perbandingan:
    """“tidak ada lagi desa tertinggal”: banyaknya nol."""
    status = nihil(ucapan.teks)
    if status:
        milik = SubjekStatus(kinerja, (Status(status),))
        yield from _banyak(ucapan, milik, 0, f"0 {milik.nama}")


def _seluruh(ucapan: Ucapan, kinerja: TahunKinerja) -> Perbandingan:
    """“seluruh desa berstatus Maju”: banyaknya semua desa."""
    status = seluruh_desa(ucapan.teks)
    if status:
        milik = SubjekStatus(kinerja, tuple(map(Status, status)))
        semua = SubjekStatus(kinerja, ()).nilai("", ucapan.tahun_pokok[0])
        if semua is not None:
            yield from _banyak(ucapan, milik, int(semua), f"seluruh desa {milik.nama}")


def _banyak(
    ucapan: Ucapan,
    milik: SubjekStatus,
    disebut: int,
    tertulis: str,
) -> Perbandingan:
    """Pada salah satu tahun yang mungkin dibicarakan."""
    tahun = ucapan.tahun_pokok[0]
    semua = [milik.nilai("", satu) for satu in ucapan.tahun_pokok]
    banyak = milik.nilai("", tahun)
    if banyak is None:
        return
    if disebut in semua:
        yield None
        return
    pesan = f"Banyaknya {milik.nama} tahun {tahun} bukan itu."
    yield ucapan.temuan(f"{milik.nama} {tahun}", pesan, tertulis, format_angka(banyak))
