"""V14: kode program, kegiatan dan sub kegiatan berlaku pada tahunnya; kode kosong disebut."""

from documents.jenis import Temuan
from kinerja.aturan import kode
from kinerja.models import Lkjip, Nomenklatur
from kinerja.models.nomenklatur import problem, valid_one
from kinerja.tahun.pohon import Pohon
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja.pohon)


def temuan(pohon: Pohon) -> list[Temuan]:
    """Temuan atas kode satu tahun; nomenklatur dibaca dengan satu kueri."""
    dikenal = Nomenklatur.objects.by_baku()
    hasil = []
    for s in (s for s in pohon.baris if s.tingkat != "tambahan"):
        tulisan, url = s.obj.kode, s.obj.get_absolute_url()
        terbitan = dikenal.get(kode.baku(tulisan), [])
        if not tulisan:
            hasil.append(Temuan("V14", str(s.obj), "Kode sub kegiatan belum diisi.", url=url))
        elif masalah := problem(terbitan, tulisan, pohon.tahun):
            benar = valid_one(terbitan, pohon.tahun)
            hasil.append(Temuan("V14", str(s.obj), masalah, tulisan, benar.kode if benar else "", url))
    return hasil
