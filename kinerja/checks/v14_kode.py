"""V14: kode program, kegiatan dan sub kegiatan berlaku pada tahunnya; kode kosong disebut."""

from collections.abc import Mapping

from documents.papers import Finding
from kinerja import kode
from kinerja.models import Lkjip, Nomenklatur
from kinerja.models.nomenklatur import problem, valid_one
from kinerja.reports.pohon import Pohon
from kinerja.reports.rujukan import Angka, Bahan


def check(lkjip: Lkjip, b: Bahan, angka: Mapping[str, Angka]) -> list[Finding]:
    return temuan(b.pohon)


def temuan(pohon: Pohon) -> list[Finding]:
    """Temuan atas kode satu tahun; nomenklatur dibaca dengan satu kueri."""
    dikenal = Nomenklatur.objects.by_baku()
    hasil = []
    for s in (s for s in pohon.turunan() if s.tingkat != "tambahan"):
        tulisan, url = s.obj.kode, s.obj.get_absolute_url()
        terbitan = dikenal.get(kode.baku(tulisan), [])
        if not tulisan:
            hasil.append(Finding("V14", str(s.obj), "Kode sub kegiatan belum diisi.", url=url))
        elif masalah := problem(terbitan, tulisan, pohon.tahun):
            benar = valid_one(terbitan, pohon.tahun)
            hasil.append(Finding("V14", str(s.obj), masalah, tulisan, benar.kode if benar else "", url))
    return hasil
