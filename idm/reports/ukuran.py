"""Ukuran desa yang dipakai laporan: IDM atau Indeks Desa, dengan tempat dan bentuk angkanya."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from idm.indeks import BERGANTI, INDEKS_DESA, indeks
from idm.models import IdmDesa, IndeksDesa
from idm.scoring import DESIMAL, DESIMAL_DIMENSI

HasilBerlaku = IdmDesa | IndeksDesa  # yang berlaku bagi satu desa satu tahun


@dataclass(frozen=True)
class Indeks:
    """Satu ukuran: namanya, tabel hasilnya, kolom nilai dan deretnya, dan banyak desimalnya.

    `selang` lebar kelas sebarannya.
    """

    nama: str
    panjang: str
    model: Any
    kolom: str
    deret: str
    desimal: int
    selang: Decimal
    butir: str

    @property
    def is_poin(self) -> bool:
        """Indeks Desa."""
        return self.model is IndeksDesa


UKURAN_IDM = Indeks(
    nama="IDM",
    panjang="Indeks Desa Membangun",
    model=IdmDesa,
    kolom="idm",
    deret="skor",
    desimal=DESIMAL,
    selang=Decimal("0.05"),
    butir="Indikator",
)
UKURAN_INDEKS_DESA = Indeks(
    nama="Indeks Desa",
    panjang="Indeks Desa",
    model=IndeksDesa,
    kolom="skor",
    deret="jawaban",
    desimal=DESIMAL_DIMENSI,
    selang=Decimal(5),
    butir="Aspek",
)
INDEKS = (UKURAN_IDM, UKURAN_INDEKS_DESA)
TAMPAK = 5  # tahun sebelumnya yang ikut tampak pada riwayat dan deret


def indeks_tahun(kabupaten: Kabupaten, tahun: int) -> Indeks:
    """IDM bila tercatat pada tahun itu, lalu Indeks Desa; selain itu yang dipakai tahun itu."""
    for ukuran in INDEKS:
        sekabupaten = ukuran.model.objects.filter(desa__kecamatan__kabupaten=kabupaten)
        if sekabupaten.filter(tahun=tahun).exists():
            return ukuran
    if indeks(tahun) is INDEKS_DESA:
        return UKURAN_INDEKS_DESA
    return UKURAN_IDM


def is_peragaan(kabupaten: Kabupaten, tahun: int) -> bool:
    """Ada Indeks Desa buatan pada `tahun`, atau tahun sebelumnya yang masih tampak di sampingnya.

    Kantor provinsi menurut kabupaten dan kotanya.
    """
    if tahun < BERGANTI:
        return False
    tampak = range(tahun - TAMPAK, tahun + 1)
    rows = IndeksDesa.objects.filter(tahun__in=tampak, is_contoh=True)
    daerah = [kabupaten, *Kabupaten.objects.binaan(kabupaten)]
    return rows.filter(desa__kecamatan__kabupaten__in=daerah).exists()
