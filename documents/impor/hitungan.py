"""Sel hitungan yang tertulis pada lembar disandingkan dengan hitungan isinya.

Yang tertulis tidak pernah disimpan. Yang berbeda disebut dan harus diakui, kecuali salinan
unduhannya.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from core.angka import bulatkan, parse, ringkas
from core.grid import BarisKisi, KolomKisi
from documents.impor.kepala import judul
from documents.impor.penerima import Hasil, Hitungan
from documents.impor.sel import teks
from documents.pembaca import Sel

BEDA = (
    "{judul} {row} tertulis {tertulis}, hitungan isinya {dihitung}. Yang tertulis tidak disimpan."
)
TANPA_RINCIAN = "Lembar ini hanya berisi jumlah, dan jumlah tidak disimpan. Isi rinciannya."
BELUM = "belum diketahui"


def tertulis(row: BarisKisi, kolom: KolomKisi, sel: Sel) -> Decimal | None:
    """Angka yang tertulis pada sel hitungan; `None` bila tidak ada angkanya."""
    if kolom.nama not in row.isi:
        return None
    return angka(kolom, sel)


def angka(kolom: KolomKisi, sel: Sel) -> Decimal | None:
    """Angka pada sel satu kolom; `None` bila bukan kolom angka atau tidak terbaca."""
    if not sel.isi or not kolom.is_angka:
        return None
    tulisan, masalah = teks(sel, kolom)
    if masalah:
        return None
    try:
        return parse(tulisan)
    except ValueError:
        return None


def sandingkan(rows: Iterable[BarisKisi], hasil: Hasil) -> None:
    """Yang berbeda dari hitungan `rows`, yaitu isi sesudah ubahannya, dicatat pada `hasil`."""
    kini = {row.kunci: row.isi for row in rows}
    beda = []
    for satu in hasil.hitungan:
        nama = satu.kolom.nama
        dihitung = kini[satu.row.kunci][nama]
        is_salinan = is_sama(satu.tertulis, satu.row.isi[nama])
        if not is_salinan and not is_sama(satu.tertulis, dihitung):
            pesan = _pesan(satu, dihitung)
            beda.append(satu.beda(pesan))
    if beda and not hasil.is_rinci:
        pertama = hasil.hitungan[0]
        hasil.kesalahan.append(pertama.kesalahan(TANPA_RINCIAN))
    hasil.catatan += beda


def is_sama(tertulis: Decimal, nilai: Any) -> bool:
    """Sama sampai desimal yang tertulis; nilai yang bukan bilangan tidak disandingkan."""
    if nilai is None:
        return False
    if not isinstance(nilai, Decimal | int):
        return True
    desimal = tertulis.as_tuple().exponent
    return bulatkan(Decimal(nilai), -int(desimal)) == tertulis


def _pesan(satu: Hitungan, dihitung: Any) -> str:
    """Yang tertulis dan yang dihitung."""
    hitungan = BELUM
    if dihitung is not None:
        hitungan = ringkas(dihitung)
    return BEDA.format(
        judul=judul(satu.kolom),
        row=satu.row.label,
        tertulis=ringkas(satu.tertulis),
        dihitung=hitungan,
    )
