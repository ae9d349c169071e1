"""Yang dibaca uji: triwulan naskah, kalimatnya berikut rujukannya, dan kalimat dokumen lama."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinerja.aturan.kalimat import pisah
from kinerja.aturan.rencana import TRIWULAN
from kinerja.aturan.teks import judul, polos, terisi
from kinerja.tahun.pohon import Simpul, milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja


@dataclass(frozen=True)
class Bacaan:
    """Satu kalimat dan tempatnya."""

    tempat: str
    teks: str
    url: str


def triwulan_akhir(naskah: Any) -> int:
    """Triwulan terakhir yang dilaporkan naskahnya; naskah setahun sampai triwulan keempat."""
    return getattr(naskah, "triwulan", None) or len(TRIWULAN)


def baris_naskah(naskah: Any, kinerja: TahunKinerja) -> list[Simpul]:
    """Baris pohon yang dimuat naskahnya: seluruh dinas, atau satu bidang dan yang di atasnya."""
    bidang = getattr(naskah, "bidang_id", None)
    semua = kinerja.pohon.baris
    if bidang is None:
        return list(semua)
    return milik_bidang(semua, bidang)


def sub_naskah(naskah: Any, kinerja: TahunKinerja) -> list[Simpul]:
    """Baris sub kegiatan yang dimuat naskahnya."""
    return [s for s in baris_naskah(naskah, kinerja) if s.tingkat == "sub"]


def bacaan(naskah: Any, kinerja: TahunKinerja) -> Iterator[Bacaan]:
    """Semua kalimat yang ditulis orang pada satu naskah, lalu yang dicatat dari dokumen lama.

    Naskah tanpa bagian tidak punya kalimat, maka tidak dihadapkan dengan kalimat lama.
    """
    if not hasattr(naskah, "bagian"):
        return
    yield from dari_bagian(naskah, kinerja)
    for row in kinerja.tercetak:
        if row.is_kalimat:
            tempat = f"{row.dokumen}, {row.tempat}"
            yield Bacaan(tempat, row.tercetak, row.get_absolute_url())


def dari_aksi(kinerja: TahunKinerja) -> Iterator[Bacaan]:
    """Langkah aksi tiap sub kegiatan, sepotong demi sepotong."""
    for s in kinerja.pohon.sub:
        if s.rencana:
            for potong in pisah(s.rencana.aksi.replace(", ", "\n")):
                yield Bacaan(str(s.obj), potong, s.obj.get_absolute_url())


def dari_bagian(naskah: Any, kinerja: TahunKinerja) -> Iterator[Bacaan]:
    """Judul dan kalimat tiap bagian naskah."""
    angka = {kunci: rujukan.teks for kunci, rujukan in kinerja.rujukan.items()}
    for bagian in naskah.bagian.all():
        url = bagian.get_absolute_url()
        for teks in (judul(bagian.judul, angka), polos(terisi(bagian.isi, angka))):
            for kalimat in pisah(teks):
                yield Bacaan(bagian.judul, kalimat, url)
