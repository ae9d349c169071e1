"""Instrumen dari basis data menjadi butir bagi hitungan murni."""

from idm.models import PELAKSANA, Instrumen
from idm.rumusan import ButirRumusan


def instrumen_skor(tahun: int) -> Instrumen | None:
    """Instrumen berskor yang berlaku pada `tahun`."""
    return Instrumen.objects.berlaku(tahun).filter(cara=Instrumen.Cara.SKOR).first()


def butir(instrumen: Instrumen, skor: str = "") -> list[ButirRumusan]:
    """Indikator instrumen menurut posisi; tanpa skor bila deretnya bukan miliknya."""
    indikator = list(
        instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi")
    )
    angka = [int(s) for s in skor] if len(skor) == len(indikator) else [None] * len(indikator)
    hasil = []
    for i, nilai in zip(indikator, angka, strict=True):
        kriteria = {k.skor: k for k in i.kriteriaskor_set.all()}
        cocok = None if nilai is None else kriteria.get(nilai)
        hasil.append(
            ButirRumusan(
                posisi=i.posisi,
                nama=i.nama,
                indeks=i.indeks,
                skor=nilai,
                keterangan=cocok.kriteria if cocok else None,
                kegiatan=cocok.kegiatan if cocok else None,
                pelaksana={nama: getattr(i, kolom) for kolom, nama in PELAKSANA.items()},
                tersedia=tuple(kriteria),
            )
        )
    return hasil
