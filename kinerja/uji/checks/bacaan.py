"""Yang dibaca uji: triwulan naskah, kalimatnya berikut rujukannya, dan kalimat dokumen lama."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.angka import parse
from documents.uji import kunci_fakta
from kinerja.aturan.kalimat import pisah
from kinerja.aturan.rencana import TRIWULAN
from kinerja.aturan.teks import judul, polos, terisi
from kinerja.aturan.tercetak import dari_asing
from kinerja.models import AngkaTercetak, BagianNaskah
from kinerja.tahun.angka_aksi import AKSI
from kinerja.tahun.pohon import Simpul, milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

# kunci rujukan dibawa di belakang angkanya sampai kalimatnya terpisah
AWAL = "\ue000"
AKHIR = "\ue001"
FAKTOR = ("pendorong", "penghambat", "tindak_lanjut")
_BERTANDA = re.compile(f"{AWAL}([^{AKHIR}]*){AKHIR}")


@dataclass(frozen=True)
class Bacaan:
    """Satu kalimat dan tempatnya."""

    tempat: str
    teks: str
    url: str
    rujukan: tuple[str, ...] = ()  # kunci angka yang disisipkan padanya
    simpul: Simpul | None = None  # baris pohon yang diuraikannya
    triwulan: int = 0  # triwulan uraian itu
    is_simpulan: bool = False  # menyimpulkan kinerja setahun, bukan satu indikator

    def fakta(self, *yang: str) -> str:
        """Kunci satu hal yang dikatakan kalimat ini."""
        return kunci_fakta("kalimat", self.tempat, self.teks, *yang)


SemuaBacaan = Iterator[Bacaan]


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


def fakta_sel(dokumen: str, tempat: str) -> str:
    """Kunci satu tulisan pada dokumen lama."""
    return kunci_fakta("tercetak", dokumen, tempat)


def fakta_ukur(u: Ukuran, besaran: str = "realisasi") -> str:
    """Kunci satu angka indikator pada satu tahun."""
    return kunci_fakta(u.indikator, u.tahun, besaran)


def angka_tercetak(row: AngkaTercetak) -> Decimal | None:
    """Nilai tulisannya; `None` bila tidak terbaca sebagai angka."""
    try:
        return parse(tulisan_tercetak(row))
    except ValueError:
        return None


def tulisan_tercetak(row: AngkaTercetak) -> str:
    """Dengan pemisah cara Indonesia; Rencana Aksi dan evaluasinya ditulis cara asing."""
    if row.rujukan.startswith(AKSI):
        return dari_asing(row.tercetak)
    return row.tercetak


def bacaan(naskah: Any, kinerja: TahunKinerja) -> SemuaBacaan:
    """Semua kalimat yang ditulis orang pada satu naskah, lalu yang dicatat dari dokumen lama.

    Naskah tanpa bagian tidak dihadapkan dengan kalimat lama.
    """
    yield from dari_triwulan(naskah, kinerja)
    if not hasattr(naskah, "bagian"):
        return
    yield from dari_bagian(naskah, kinerja)
    for row in kinerja.tercetak:
        if row.is_kalimat:
            tempat = f"{row.dokumen}, {row.tempat}"
            yield Bacaan(tempat, row.tercetak, row.get_absolute_url())


def dari_aksi(kinerja: TahunKinerja) -> SemuaBacaan:
    """Langkah aksi tiap sub kegiatan, sepotong demi sepotong."""
    for s in kinerja.pohon.sub:
        if s.rencana:
            for potong in pisah(s.rencana.aksi.replace(", ", "\n")):
                yield Bacaan(str(s.obj), potong, s.obj.get_absolute_url())


def dari_triwulan(naskah: Any, kinerja: TahunKinerja) -> SemuaBacaan:
    """Uraian pengukuran yang dicetak evaluasi triwulannya, atau analisis LKjIP."""
    triwulan = getattr(naskah, "triwulan", 0)
    dicetak = dict.fromkeys(FAKTOR, triwulan or 1)
    if triwulan:
        dicetak["penjelasan"] = 1
    elif not hasattr(naskah, "bagian"):
        return
    for simpul in baris_naskah(naskah, kinerja):
        for kolom, sejak in dicetak.items():
            sebutan = kolom.replace("_", " ")
            tempat = f"{simpul.induk}, {sebutan}"
            url = simpul.obj.get_absolute_url()
            ditulis = simpul.triwulan_uraian(kolom, triwulan_akhir(naskah), sejak)
            for kalimat in pisah(simpul.uraian(kolom, ditulis, ditulis)):
                yield Bacaan(tempat, kalimat, url, simpul=simpul, triwulan=ditulis)


def _bertanda(kinerja: TahunKinerja) -> dict[str, str]:
    """Tulisan tiap rujukan dengan kuncinya di belakang."""
    angka = {}
    for kunci, rujukan in kinerja.rujukan.items():
        angka[kunci] = f"{rujukan.teks}{AWAL}{kunci}{AKHIR}"
    return angka


def dari_bagian(naskah: Any, kinerja: TahunKinerja) -> SemuaBacaan:
    """Judul dan kalimat tiap bagian naskah."""
    angka = _bertanda(kinerja)
    for bagian in naskah.bagian.all():
        url = bagian.get_absolute_url()
        for teks in (judul(bagian.judul, angka), polos(terisi(bagian.isi, angka))):
            for kalimat in pisah(teks):
                rujukan = tuple(_BERTANDA.findall(kalimat))
                yield Bacaan(
                    bagian.judul,
                    _BERTANDA.sub("", kalimat),
                    url,
                    rujukan,
                    is_simpulan=bagian.kode == BagianNaskah.KESIMPULAN,
                )
