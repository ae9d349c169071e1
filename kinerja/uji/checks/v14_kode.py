"""V14: kode program, kegiatan dan sub kegiatan berlaku pada tahunnya; kode kosong disebut."""

from documents.jenis import Temuan
from kinerja.aturan import kode
from kinerja.models import Lkjip, Nomenklatur
from kinerja.models.nomenklatur import problem, valid_one
from kinerja.tahun.pohon import Pohon, Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja.pohon)


def temuan(pohon: Pohon) -> list[Temuan]:
    """Temuan atas kode satu tahun; nomenklatur dibaca dengan satu kueri."""
    dikenal = Nomenklatur.objects.by_baku()
    hasil = []
    for s in pohon.baris:
        if s.tingkat == "tambahan":
            continue
        terbitan = dikenal.get(kode.baku(s.obj.kode), [])
        hasil.append(_kode(s, terbitan, pohon.tahun))
    return [t for t in hasil if t]


def _kode(
    s: Simpul,
    terbitan: list[Nomenklatur],
    tahun: int,
) -> Temuan | None:
    tulisan, url = s.obj.kode, s.obj.get_absolute_url()
    if not tulisan:
        return Temuan("V14", str(s.obj), "Kode sub kegiatan belum diisi.", url=url)
    masalah = problem(terbitan, tulisan, tahun)
    if not masalah:
        return None
    benar = valid_one(terbitan, tahun)
    return Temuan("V14", str(s.obj), masalah, tulisan, benar.kode if benar else "", url)
