"""Uji kewajaran penetapan: terbitan, poin terhadap skor, penurunan, dan skor tanpa aspek.

Tiap uji menerima baris Indeks Desa tahun itu, seluruhnya, dan isi beku naskahnya. Yang tidak dapat
dibandingkan (terbitan, poin, aspek, atau tahun lalu tidak diketahui) tidak dihitung sebagai lulus.
"""

from collections.abc import Mapping
from decimal import Decimal

from core.angka import format_angka
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from idm import deret, scoring
from idm.models import CatatanJawaban, IndeksDesa, PenetapanIdm, TerbitanIndeks
from idm.models.berlaku import per_desa
from idm.naskah.penetapan.checks import tanpa_catatan
from idm.naskah.penetapan_indeks.isi import IsiPenetapanIndeks
from idm.scoring import DESIMAL_DIMENSI
from idm.sources import deret_edisi, kode_butir

SemuaDesa = list[IndeksDesa]
PerKode = Mapping[int, list[str]]  # instrumen → kode aspek menurut urutan deretnya


@uji("V12", "Indeks Desa yang ditetapkan terhadap terbitan kementerian")
def terbitan(penetapan: PenetapanIdm, rows: SemuaDesa, isi: IsiPenetapanIndeks) -> Perbandingan:
    """Yang ditetapkan boleh lain, asal diketahui.

    Skor dan statusnya disandingkan sebagaimana dibaca orang, dua desimal.
    """
    desa = [row.desa_id for row in rows]
    terbit = per_desa(TerbitanIndeks.objects.filter(desa__in=desa, tahun=penetapan.tahun))
    for row in rows:
        satu = terbit.get(row.desa_id)
        if satu is None:
            continue
        tertulis = _ringkas(satu)
        ditetapkan = _ringkas(row)
        if tertulis == ditetapkan:
            yield None
            continue
        yield Temuan(
            "V12",
            str(row.desa),
            "Indeks Desa terbitan berbeda dari yang ditetapkan.",
            tertulis,
            ditetapkan,
            row.get_absolute_url(),
            fakta=kunci_fakta(row.desa, "indeks_desa"),
        )


@uji("V4", "skor tiap desa terhadap poin dimensinya")
def poin(penetapan: PenetapanIdm, rows: SemuaDesa, isi: IsiPenetapanIndeks) -> Perbandingan:
    """Desa yang poinnya tidak diketahui tidak dibandingkan."""
    maksimum = {satu.nama: satu.maksimum for satu in isi.dimensi}
    for row in rows:
        semua = deret.poin(row.poin)
        if len(semua) != len(maksimum):
            continue
        berdimensi: dict[str, Decimal] = dict(zip(maksimum, semua, strict=True))
        hitungan = scoring.skor_dimensi(berdimensi, maksimum)
        if hitungan is None or hitungan == row.skor:
            yield None
            continue
        yield Temuan(
            "V4",
            str(row.desa),
            "Skor tidak sama dengan jumlah poin dimensinya.",
            format_angka(row.skor, DESIMAL_DIMENSI),
            format_angka(hitungan, DESIMAL_DIMENSI),
            row.get_absolute_url(),
            fakta=kunci_fakta(row.desa, "poin"),
        )


@uji("V8", "aspek tiap desa terhadap aspek tahun lalu")
def turun(penetapan: PenetapanIdm, rows: SemuaDesa, isi: IsiPenetapanIndeks) -> Perbandingan:
    """Penurunan besar perlu catatan; edisi yang berlainan menurut kode aspeknya."""
    tahun = penetapan.tahun
    desa = [row.desa_id for row in rows]
    tahun_lalu = IndeksDesa.objects.filter(desa__in=desa, tahun=tahun - 1)
    lalu = per_desa(tahun_lalu.exclude(jawaban=""))
    catatan = CatatanJawaban.objects.filter(isian__desa__in=desa, isian__tahun=tahun)
    dicatat = set(catatan.values_list("isian__desa", "indikator__posisi"))
    kode = _per_kode([*rows, *lalu.values()])
    for row in rows:
        dulu = lalu.get(row.desa_id)
        if dulu is None or not row.jawaban:
            continue
        semula = deret_edisi(dulu.jawaban, kode[dulu.instrumen_id], kode[row.instrumen_id])
        turun = deret.turun(semula, row.jawaban)
        tanpa = [posisi for posisi in turun if (row.desa_id, posisi) not in dicatat]
        yield tanpa_catatan(row, len(tanpa))


@uji("V4", "skor tiap desa terhadap aspeknya")
def aspek(penetapan: PenetapanIdm, rows: SemuaDesa, isi: IsiPenetapanIndeks) -> Perbandingan:
    """Yang tanpa aspek disebut bersama."""
    tanpa = 0
    for row in rows:
        if row.jawaban:
            yield None
        else:
            tanpa += 1
    if tanpa:
        yield Temuan(
            "V4",
            "Skor tanpa aspek",
            f"{tanpa} desa hanya diketahui skornya; aspeknya tidak dapat ditelusuri.",
            fakta=kunci_fakta("aspek"),
            nilai=(str(tanpa),),
        )


UJI = (terbitan, poin, turun, aspek)


def _ringkas(row: IndeksDesa | TerbitanIndeks) -> str:
    """Skor dan status sebagaimana dibaca orang."""
    skor = format_angka(row.skor, DESIMAL_DIMENSI)
    return f"{skor} {row.status.title()}"


def _per_kode(rows: SemuaDesa) -> PerKode:
    """Tiap edisi dibaca sekali."""
    return {nomor: kode_butir(nomor) for nomor in {row.instrumen_id for row in rows}}
