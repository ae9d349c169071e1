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
    """Temuan sampai akhir triwulan `sampai`; triwulan yang belum diisi sama sekali disebut sekali saja."""
    baris = pohon.sub
    hasil: list[Temuan] = []
    for n in TRIWULAN[:sampai]:
        if not any(n in s.ukur for s in baris):
            hasil += _belum_diisi(baris, n, pohon.tahun)
        else:
            hasil += [t for s in baris if (t := _tanpa_hasil(s, n))]
    return hasil


def _belum_diisi(baris: list[Simpul], triwulan: int, tahun: int) -> list[Temuan]:
    banyak = sum(s.evaluasi.tanpa_hasil(s.bulan, triwulan) for s in baris)
    pesan = f"{banyak} baris dijadwalkan, belum satu pun diukur."
    return [Temuan("V7", f"{NAMA[triwulan]} {tahun}", pesan)] if banyak else []


def _tanpa_hasil(s: Simpul, triwulan: int) -> Temuan | None:
    if not s.perlu_penjelasan(triwulan):
        return None
    pesan = f"{NAMA[triwulan]}: dijadwalkan tetapi tidak ada realisasinya; tulis penjelasannya."
    return Temuan("V7", f"{s.obj}, {s.obj.indikator}", pesan, url=s.obj.get_absolute_url())
