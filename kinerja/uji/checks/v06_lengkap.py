"""V6: realisasi ada tetapi jumlah atau persennya kosong pada naskah; K kosong padahal Rp ada."""

from core.angka import rupiah
from core.periode import TRIWULAN as NAMA
from documents.jenis import Temuan
from kinerja.aturan.rencana import TRIWULAN
from kinerja.aturan.tercetak import Banding, is_strip
from kinerja.models import Lkjip
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding_aksi

KOSONG = "(kosong)"


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja)


def temuan(kinerja: TahunKinerja) -> list[Temuan]:
    """Temuan atas evaluasi satu tahun, juga atas naskah lamanya bila dimuat."""
    tanpa = [t for s in kinerja.pohon.sub for n in TRIWULAN if (t := _tanpa_kinerja(s, n))]
    return tanpa + _naskah(kinerja)


def _tanpa_kinerja(s: Simpul, triwulan: int) -> Temuan | None:
    t = s.evaluasi.triwulan[triwulan - 1]
    if not t.rp or t.k is not None:
        return None
    pesan = f"{NAMA[triwulan]}: realisasi keuangan {rupiah(t.rp)} ada, realisasi kinerja (K) belum diisi."
    return Temuan("V6", str(s.obj), pesan, url=s.obj.get_absolute_url())


def _naskah(kinerja: TahunKinerja) -> list[Temuan]:
    """Angka yang pada naskah lama kosong atau “-” padahal dapat dihitung."""
    return [
        Temuan(
            "V6",
            f"{row['dokumen']}, {row['tempat']}",
            "Kosong pada naskah padahal dapat dihitung.",
            row["tercetak"],
            row["dihitung"],
            row["url"],
        )
        for row in banding_aksi(kinerja)
        if row["simpulan"] == Banding.BERBEDA.value and (is_strip(row["tercetak"]) or row["tercetak"] == KOSONG)
    ]
