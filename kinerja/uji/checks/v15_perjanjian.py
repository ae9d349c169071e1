"""V15: pagu semua perjanjian satu tingkat berjumlah pagu DPA; tiap rupiah satu penanggung."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from core.angka import rupiah
from documents.jenis import Temuan
from kinerja.models import PerjanjianKinerja
from kinerja.tahun.pembagian import Pembagian, Tanggungan, pembagian
from kinerja.tahun.tahun_kinerja import TahunKinerja

SEBUTAN = {"III": "bidang", "IV": "pejabat", "P": "pelaksana"}
Naskah = Iterable[PerjanjianKinerja]


def temuan(kinerja: TahunKinerja, tingkat: str) -> list[Temuan]:
    """Uang tanpa penanggung, yang dijanjikan dua kali, dan jumlah yang bukan pagu DPA."""
    if tingkat not in SEBUTAN:
        return []
    bagian = pembagian(kinerja.pohon, tingkat)
    rows = PerjanjianKinerja.objects.berlaku(kinerja.kabupaten, kinerja.tahun, tingkat)
    naskah = list(rows.select_related("bidang", "pihak_pertama"))
    hasil = [_tanpa_penanggung(satu, tingkat) for satu in bagian.tanpa_penanggung]
    return [*hasil, *_kembar(naskah), *_jumlah(naskah, bagian, kinerja.anggaran.pagu)]


def _tanpa_penanggung(bagian: Tanggungan, tingkat: str) -> Temuan:
    obj = bagian.simpul.obj
    pesan = f"Belum ada {SEBUTAN[tingkat]} yang menanggung pagunya."
    return Temuan("V15", str(obj), pesan, rupiah(bagian.pagu or 0), url=obj.get_absolute_url())


def _kembar(naskah: Naskah) -> list[Temuan]:
    """Satu penanggung dengan lebih dari satu perjanjian yang berlaku."""
    banyak = Counter(pk.penanggung for pk in naskah)
    kembar = [pk for pk in naskah if banyak[pk.penanggung] > 1]
    pesan = "Pagu yang sama dijanjikan lebih dari satu perjanjian."
    return [Temuan("V15", str(pk), pesan, url=pk.get_absolute_url()) for pk in kembar]


def _jumlah(naskah: Naskah, bagian: Pembagian, pagu: Decimal | None) -> list[Temuan]:
    """Jumlah semua perjanjian yang berlaku terhadap pagu DPA."""
    penanggung = [pk.penanggung for pk in naskah]
    dijanjikan = bagian.jumlah(penanggung)
    if pagu is None or dijanjikan == pagu:
        return []
    kurang = len(bagian.penanggung - set(penanggung))
    sebab = f"; {kurang} penanggung belum punya perjanjian" if kurang else ""
    pesan = f"Jumlah pagu semua perjanjian setingkat belum sama dengan pagu DPA{sebab}."
    return [Temuan("V15", "Anggaran", pesan, rupiah(dijanjikan), rupiah(pagu))]
