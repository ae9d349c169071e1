"""Instrumen dari basis data menjadi butir bagi hitungan murni."""

from idm.models import PELAKSANA, IndikatorIdm, Instrumen
from idm.rumusan import ButirRumusan


def instrumen_skor(tahun: int) -> Instrumen | None:
    """Instrumen berskor yang berlaku pada `tahun`."""
    berlaku = Instrumen.objects.berlaku(tahun)
    return berlaku.filter(cara=Instrumen.Cara.SKOR).first()


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
