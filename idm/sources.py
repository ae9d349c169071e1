"""Instrumen dari basis data menjadi butir bagi hitungan murni."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from idm import deret
from idm.models import PELAKSANA, IndikatorIdm, Instrumen
from idm.models.ukuran import tabel_hasil
from idm.rumusan import ButirRumusan
from idm.susunan import Susunan
from villages.models import Desa


def instrumen_skor(tahun: int) -> Instrumen | None:
    """Instrumen berskor yang berlaku pada `tahun`."""
    berlaku = Instrumen.objects.berlaku(tahun)
    return berlaku.filter(cara=Instrumen.Cara.SKOR).first()


def instrumen_butir(tahun: int) -> Instrumen | None:
    """Instrumen berbutir yang berlaku pada `tahun`: indikator IDM, atau aspek Indeks Desa.

    `None` bila belum ada, atau yang berlaku hanya mengenal poin dimensinya.
    """
    berlaku = Instrumen.objects.berlaku(tahun)
    nomor = OuterRef("pk")
    butir_milik = IndikatorIdm.objects.filter(instrumen=nomor)
    berbutir = berlaku.filter(Exists(butir_milik))
    return berbutir.first()


def susunan(instrumen: Instrumen) -> Susunan:
    """Letak tiap posisi, ambang dan poin tertingginya; tiga kueri."""
    kolom = "indeks"
    maksimum = {}
    if instrumen.is_dimensi:
        kolom = "dimensi"
        dimensi = instrumen.dimensiindeks_set.values_list("nama", "maksimum")
        maksimum = dict(dimensi)
    berurut = instrumen.indikatoridm_set.order_by("posisi")
    letak = berurut.values_list(kolom, flat=True)
    return Susunan(
        letak=tuple(letak),
        ambang=instrumen.ambang(),
        maksimum=maksimum,
    )


def skor_lalu(desa: Desa, tahun: int, instrumen: Instrumen) -> str:
    """Deret tahun sebelumnya menurut susunan `instrumen`; kosong bila tidak dapat dibandingkan.

    Edisi Indeks Desa yang berlainan disandingkan menurut kode aspeknya.
    """
    hasil = tabel_hasil(instrumen)
    rows = hasil.objects.filter(desa=desa, tahun=tahun - 1).select_related("instrumen")
    lalu = rows.first()
    if lalu is None:
        return ""
    if lalu.instrumen_id == instrumen.pk:
        deret_lalu: str = lalu.deret
        return deret_lalu
    if instrumen.is_dimensi and lalu.deret:
        return deret_edisi(lalu.deret, kode_butir(lalu.instrumen_id), kode_butir(instrumen.pk))
    return ""


def deret_edisi(skor: str, asal: Sequence[str], tujuan: Sequence[str]) -> str:
    """Deret berkode `asal` menurut urutan kode `tujuan`; aspek yang baru belum terjawab."""
    milik = dict(zip(asal, skor, strict=False))
    return "".join(milik.get(kode, deret.BELUM) for kode in tujuan)


def kode_butir(instrumen: int) -> list[str]:
    """Kode butir instrumen bernomor itu menurut urutan deretnya."""
    berurut = IndikatorIdm.objects.filter(instrumen=instrumen).order_by("posisi")
    return list(berurut.values_list("kode", flat=True))


def butir(instrumen: Instrumen, skor: str = "") -> list[ButirRumusan]:
    """Indikator instrumen menurut posisi; tanpa skor bila deretnya bukan miliknya."""
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set")
    indikator = list(rows.order_by("posisi"))
    if len(skor) != len(indikator):
        return [_butir(satu, None) for satu in indikator]
    hasil = []
    for satu, angka in zip(indikator, skor, strict=True):
        hasil.append(_butir(satu, int(angka)))
    return hasil


def _butir(indikator: IndikatorIdm, skor: int | None) -> ButirRumusan:
    """Indikator dengan kriteria dan kegiatan skornya, bila skornya diketahui."""
    kriteria = {k.skor: k for k in indikator.kriteriaskor_set.all()}
    cocok = None
    if skor is not None:
        cocok = kriteria.get(skor)
    pelaksana = {}
    for kolom, nama in PELAKSANA.items():
        pelaksana[nama] = getattr(indikator, kolom)
    return ButirRumusan(
        posisi=indikator.posisi,
        nama=indikator.nama,
        indeks=indikator.indeks,
        skor=skor,
        keterangan=cocok.kriteria if cocok else None,
        kegiatan=cocok.kegiatan if cocok else None,
        pelaksana=pelaksana,
        tersedia=tuple(kriteria),
    )
