"""V14: kode program, kegiatan dan sub kegiatan berlaku pada tahunnya; kode kosong disebut."""

from typing import Any

from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan import kode
from kinerja.models import Nomenklatur
from kinerja.models.nomenklatur import masalah_kode, terbitan_berlaku
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import baris_naskah


@uji("V14", "tiap kode terhadap nomenklatur yang berlaku pada tahunnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Nomenklatur dibaca dengan satu kueri."""
    rows = list(baris_naskah(naskah, kinerja))
    dikenal = Nomenklatur.objects.by_baku(
        simpul.obj.kode for simpul in rows if simpul.tingkat != "tambahan"
    )
    for simpul in rows:
        if simpul.tingkat == "tambahan":
            continue
        terbitan = dikenal.get(kode.baku(simpul.obj.kode), [])
        yield _kode(simpul, terbitan, kinerja.tahun)


def _kode(simpul: Simpul, terbitan: list[Nomenklatur], tahun: int) -> Temuan | None:
    tulisan = simpul.obj.kode
    url = simpul.obj.get_absolute_url()
    fakta = kunci_fakta(simpul.obj, "kode")
    if not tulisan:
        pesan = "Kode sub kegiatan belum diisi."
        return Temuan("V14", str(simpul.obj), pesan, url=url, fakta=fakta)
    masalah = masalah_kode(terbitan, tulisan, tahun)
    if not masalah:
        return None
    benar = terbitan_berlaku(terbitan, tahun)
    return Temuan(
        "V14",
        str(simpul.obj),
        masalah,
        tulisan,
        benar.kode if benar else "",
        url,
        fakta=fakta,
    )
