"""V5: bulan berjumlah 100 %, jadwal punya anggaran, anggaran punya jadwal."""

from decimal import Decimal
from typing import Any

from core.angka import rupiah
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.rencana import is_terjadwal, jumlah, masalah_bulan
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import baris_naskah


@uji("V5", "jadwal dua belas bulan terhadap 100 % dan terhadap anggarannya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    yield from _semua(naskah, kinerja)


@uji("V5", "jadwal, bila tahun itu memakai rencana aksi, terhadap 100 % dan anggarannya")
def bila_berencana(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    if any(s.rencana for s in kinerja.pohon.baris):
        yield from _semua(naskah, kinerja)


def _semua(naskah: Any, kinerja: TahunKinerja) -> Perbandingan:
    baris = baris_naskah(naskah, kinerja)
    yield from (_bulan(s) for s in baris if s.tingkat == "sub")
    kegiatan: Any = None
    for s in baris:
        if s.tingkat == "kegiatan":
            kegiatan = s
        elif s.tingkat == "sub":
            yield _uang(s, kegiatan)


def _bulan(s: Simpul) -> Temuan | None:
    masalah = masalah_bulan(s.bulan)
    if not masalah:
        return None
    return Temuan(
        "V5",
        str(s.obj),
        masalah,
        url=s.obj.get_absolute_url(),
        is_blocking=True,
        fakta=kunci_fakta(s.obj, "jadwal"),
        nilai=(masalah,),
    )


def _uang(s: Simpul, kegiatan: Simpul) -> Temuan | None:
    """Baris indikator tambahan boleh tanpa pagu sendiri bila sub kegiatannya berpagu."""
    utama = s.obj.induk_id or s.obj.pk
    serumpun = [lain for lain in kegiatan.anak if utama in (lain.obj.pk, lain.obj.induk_id)]
    pagu = jumlah(lain.pagu for lain in serumpun)
    is_dijadwalkan = is_terjadwal(s.bulan)
    if is_dijadwalkan and not pagu:
        return _tanpa_pagu(s)
    if s.pagu and not is_dijadwalkan:
        return _tanpa_jadwal(s, s.pagu)
    return None


def _tanpa_pagu(s: Simpul) -> Temuan:
    url = s.obj.get_absolute_url()
    pesan = "Dijadwalkan tetapi tidak ada anggarannya."
    fakta = kunci_fakta(s.obj, "pagu jadwal")
    return Temuan("V5", str(s.obj), pesan, url=url, fakta=fakta)


def _tanpa_jadwal(s: Simpul, pagu: Decimal) -> Temuan:
    url = s.obj.get_absolute_url()
    tempat = f"{s.obj}, {s.obj.indikator}"
    pesan = "Ada anggaran tetapi tidak satu bulan pun dijadwalkan."
    fakta = kunci_fakta(s.obj, "jadwal")
    tertulis = rupiah(pagu)
    return Temuan("V5", tempat, pesan, tertulis, url=url, fakta=fakta)
