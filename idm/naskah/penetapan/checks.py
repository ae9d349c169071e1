"""Uji kewajaran penetapan: terbitan kementerian, penurunan skor, dan indeks tanpa skor."""

from core.angka import format_angka
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from idm import deret
from idm.models import CatatanJawaban, IdmDesa, IndeksDesa, PenetapanIdm, TerbitanIdm
from idm.models.berlaku import per_desa
from idm.naskah.penetapan.isi import IsiPenetapan

PerDesa = dict[int, IdmDesa]
SemuaDesa = list[IdmDesa]


@uji("V12", "IDM yang ditetapkan terhadap terbitan kementerian")
def terbitan(penetapan: PenetapanIdm, rows: SemuaDesa, isi: IsiPenetapan) -> Perbandingan:
    """Yang ditetapkan boleh lain, asal diketahui."""
    return _terbitan(penetapan.tahun, per_desa(rows))


@uji("V8", "skor tiap desa terhadap skor tahun lalu")
def turun(penetapan: PenetapanIdm, rows: SemuaDesa, isi: IsiPenetapan) -> Perbandingan:
    """Penurunan besar perlu catatan."""
    return _turun(penetapan.tahun, per_desa(rows))


@uji("V4", "indeks tiap desa terhadap skornya")
def skor(penetapan: PenetapanIdm, rows: SemuaDesa, isi: IsiPenetapan) -> Perbandingan:
    """Indeks tanpa skor tidak dapat ditelusuri."""
    return _tanpa_skor(rows)


UJI = (terbitan, turun, skor)


def _terbitan(tahun: int, rows: PerDesa) -> Perbandingan:
    """Satu hasil tiap desa yang ada terbitannya."""
    terbitan = TerbitanIdm.objects.filter(desa__in=rows, tahun=tahun)
    terbit = per_desa(terbitan)
    ada = [row for row in rows.values() if row.desa_id in terbit]
    for row in ada:
        satu = terbit[row.desa_id]
        tertulis = _ringkas(satu)
        ditetapkan = _ringkas(row)
        if tertulis == ditetapkan:
            yield None
            continue
        pesan = "IDM terbitan berbeda dari yang ditetapkan."
        url = row.get_absolute_url()
        fakta = kunci_fakta(satu.desa, "idm")
        yield Temuan(
            "V12",
            str(row.desa),
            pesan,
            tertulis,
            ditetapkan,
            url,
            fakta=fakta,
        )


def _ringkas(row: IdmDesa | TerbitanIdm) -> str:
    """IDM dan status sebagaimana dibaca orang."""
    idm = format_angka(row.idm, 4)
    status = row.status.title()
    return f"{idm} {status}"


def _turun(tahun: int, rows: PerDesa) -> Perbandingan:
    """Satu hasil tiap desa yang instrumennya sama dengan tahun lalu."""
    setahun = tahun - 1
    tahun_lalu = IdmDesa.objects.filter(desa__in=rows, tahun=setahun)
    lalu = per_desa(tahun_lalu)
    catatan = CatatanJawaban.objects.filter(isian__desa__in=rows, isian__tahun=tahun)
    dicatat = set(catatan.values_list("isian__desa", "indikator__posisi"))
    for pk, row in rows.items():
        dulu = lalu.get(pk)
        if dulu is None or dulu.instrumen_id != row.instrumen_id:
            continue
        turun = deret.turun(dulu.skor, row.skor)
        tanpa = [posisi for posisi in turun if (pk, posisi) not in dicatat]
        yield tanpa_catatan(row, len(tanpa))


def tanpa_catatan(row: IdmDesa | IndeksDesa, banyak: int) -> Temuan | None:
    """`None` bila semua penurunannya dijelaskan."""
    if not banyak:
        return None
    pesan = f"{banyak} skor turun dua atau lebih tanpa catatan."
    url = row.get_absolute_url()
    fakta = kunci_fakta(row.desa, "catatan")
    return Temuan(
        "V8",
        str(row.desa),
        pesan,
        url=url,
        fakta=fakta,
        nilai=(str(banyak),),
    )


def _tanpa_skor(rows: SemuaDesa) -> Perbandingan:
    """Yang tanpa skor disebut bersama."""
    tanpa = 0
    for row in rows:
        if row.skor:
            yield None
        else:
            tanpa += 1
    if tanpa:
        pesan = f"{tanpa} desa hanya diketahui indeksnya; skornya tidak dapat ditelusuri."
        fakta = kunci_fakta("skor")
        yield Temuan(
            "V4",
            "Indeks tanpa skor",
            pesan,
            fakta=fakta,
            nilai=(str(tanpa),),
        )
