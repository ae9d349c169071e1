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
    yield from (_bulan(simpul) for simpul in baris if simpul.tingkat == "sub")
    kegiatan: Any = None
    for simpul in baris:
        if simpul.tingkat == "kegiatan":
            kegiatan = simpul
        elif simpul.tingkat == "sub":
            yield _uang(simpul, kegiatan)


def _bulan(simpul: Simpul) -> Temuan | None:
    masalah = masalah_bulan(simpul.bulan)
    if not masalah:
        return None
    return Temuan(
        "V5",
        str(simpul.obj),
        masalah,
        url=simpul.obj.get_absolute_url(),
        is_blocking=True,
        fakta=kunci_fakta(simpul.obj, "jadwal"),
        nilai=(masalah,),
    )


def _uang(simpul: Simpul, kegiatan: Simpul) -> Temuan | None:
    """Baris indikator tambahan boleh tanpa pagu sendiri bila sub kegiatannya berpagu."""
    utama = simpul.obj.induk_id or simpul.obj.pk
    serumpun = []
    for lain in kegiatan.anak:
        if utama in (lain.obj.pk, lain.obj.induk_id):
            serumpun.append(lain)
    pagu = jumlah(lain.pagu for lain in serumpun)
    is_dijadwalkan = is_terjadwal(simpul.bulan)
    if is_dijadwalkan and not pagu:
        return _tanpa_pagu(simpul)
    if simpul.pagu and not is_dijadwalkan:
        return _tanpa_jadwal(simpul, simpul.pagu)
    return None


def _tanpa_pagu(s: Simpul) -> Temuan:
    url = s.obj.get_absolute_url()
    pesan = "Dijadwalkan tetapi tidak ada anggarannya."
    fakta = kunci_fakta(s.obj, "pagu")
    return Temuan("V5", str(s.obj), pesan, url=url, fakta=fakta)


def _tanpa_jadwal(s: Simpul, pagu: Decimal) -> Temuan:
    url = s.obj.get_absolute_url()
    tempat = f"{s.obj}, {s.obj.indikator}"
    pesan = "Ada anggaran tetapi tidak satu bulan pun dijadwalkan."
    fakta = kunci_fakta(s.obj, "jadwal")
    tertulis = rupiah(pagu)
    return Temuan("V5", tempat, pesan, tertulis, url=url, fakta=fakta)
