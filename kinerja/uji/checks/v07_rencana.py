"""V7: dijadwalkan pada satu triwulan, tidak ada hasilnya, dan tidak dijelaskan."""

from core.periode import TRIWULAN as NAMA
from documents.jenis import Temuan
from kinerja.aturan.rencana import TRIWULAN
from kinerja.models import Lkjip
from kinerja.tahun.pohon import Pohon, Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja.pohon)


def temuan(pohon: Pohon, sampai: int = 4) -> list[Temuan]:
    """Temuan sampai akhir triwulan `sampai`; triwulan yang belum diisi disebut sekali saja."""
    baris = pohon.sub
    hasil: list[Temuan | None] = []
    for triwulan in TRIWULAN[:sampai]:
        is_diisi = any(triwulan in s.ukur for s in baris)
        if is_diisi:
            hasil += [_tanpa_hasil(s, triwulan) for s in baris]
        else:
            hasil.append(_belum_diisi(baris, triwulan, pohon.tahun))
    return [t for t in hasil if t]


def _belum_diisi(
    baris: list[Simpul],
    triwulan: int,
    tahun: int,
) -> Temuan | None:
    banyak = sum(s.evaluasi.tanpa_hasil(s.bulan, triwulan) for s in baris)
    if not banyak:
        return None
    pesan = f"{banyak} baris dijadwalkan, belum satu pun diukur."
    return Temuan("V7", f"{NAMA[triwulan]} {tahun}", pesan)


def _tanpa_hasil(s: Simpul, triwulan: int) -> Temuan | None:
    if not s.perlu_penjelasan(triwulan):
        return None
    pesan = f"{NAMA[triwulan]}: dijadwalkan tetapi tidak ada realisasinya; tulis penjelasannya."
    tempat = f"{s.obj}, {s.obj.indikator}"
    return Temuan("V7", tempat, pesan, url=s.obj.get_absolute_url())
