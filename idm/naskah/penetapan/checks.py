"""Uji kewajaran penetapan: terbitan kementerian, penurunan skor, dan indeks tanpa skor."""

from core.angka import format_angka
from documents.uji import Perbandingan, Temuan, uji
from idm import deret
from idm.models import CatatanJawaban, IdmDesa, PenetapanIdm, TerbitanIdm
from idm.models.berlaku import per_desa
from idm.naskah.penetapan.isi import IsiPenetapan


@uji("V12", "IDM yang ditetapkan terhadap terbitan kementerian")
def terbitan(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> Perbandingan:
    return _terbitan(penetapan.tahun, per_desa(rows))


@uji("V8", "skor tiap desa terhadap skor tahun lalu")
def turun(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> Perbandingan:
    return _turun(penetapan.tahun, per_desa(rows))


@uji("V4", "indeks tiap desa terhadap skornya")
def skor(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> Perbandingan:
    return _tanpa_skor(rows)


UJI = (terbitan, turun, skor)


def _terbitan(tahun: int, rows: dict[int, IdmDesa]) -> Perbandingan:
    terbitan = TerbitanIdm.objects.filter(desa__in=rows, tahun=tahun)
    for satu in terbitan.select_related("desa").order_by("desa__kode"):
        row = rows[satu.desa_id]
        tertulis = _ringkas(satu)
        ditetapkan = _ringkas(row)
        if tertulis == ditetapkan:
            yield None
            continue
        pesan = "IDM terbitan berbeda dari yang ditetapkan."
        url = row.get_absolute_url()
        yield Temuan("V12", satu.desa.nama, pesan, tertulis, ditetapkan, url)


def _ringkas(row: IdmDesa | TerbitanIdm) -> str:
    """IDM dan status sebagaimana dibaca orang."""
    idm = format_angka(row.idm, 4)
    status = row.status.title()
    return f"{idm} {status}"


def _turun(tahun: int, rows: dict[int, IdmDesa]) -> Perbandingan:
    tahun_lalu = IdmDesa.objects.filter(desa__in=rows, tahun=tahun - 1)
    lalu = per_desa(tahun_lalu)
    catatan = CatatanJawaban.objects.filter(isian__desa__in=rows, isian__tahun=tahun)
    dicatat = set(catatan.values_list("isian__desa", "indikator__posisi"))
    for pk, r in rows.items():
        dulu = lalu.get(pk)
        if dulu is None or dulu.instrumen_id != r.instrumen_id:
            continue
        turun = deret.turun(dulu.skor, r.skor)
        posisi = [p for p in turun if (pk, p) not in dicatat]
        if not posisi:
            yield None
            continue
        pesan = f"{len(posisi)} skor turun dua atau lebih tanpa catatan."
        yield Temuan("V8", r.desa.nama, pesan, url=r.get_absolute_url())


def _tanpa_skor(rows: list[IdmDesa]) -> Perbandingan:
    tanpa = [r for r in rows if not r.skor]
    for _ in range(len(rows) - len(tanpa)):
        yield None
    if tanpa:
        pesan = f"{len(tanpa)} desa hanya diketahui indeksnya; skornya tidak dapat ditelusuri."
        yield Temuan("V4", "Indeks tanpa skor", pesan)
