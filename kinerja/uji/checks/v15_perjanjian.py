"""V15: pagu semua perjanjian satu tingkat berjumlah pagu DPA; tiap rupiah satu penanggung."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from core.angka import rupiah
from documents.jenis import Temuan
from kinerja.models import PerjanjianKinerja
from kinerja.tahun.pembagian import Pembagian, Tanggungan, pembagian
from kinerja.tahun.tahun_kinerja import TahunKinerja

KEMBAR = "Pagu yang sama dijanjikan lebih dari satu perjanjian."
BEDA = "Jumlah pagu semua perjanjian setingkat belum sama dengan pagu DPA"
SEBUTAN = {"III": "bidang", "IV": "pejabat", "P": "pelaksana"}
Naskah = Iterable[PerjanjianKinerja]


def temuan(kinerja: TahunKinerja, tingkat: str) -> list[Temuan]:
    """Uang tanpa penanggung, yang dijanjikan dua kali, dan jumlah yang bukan pagu DPA."""
    if tingkat not in SEBUTAN:
        return []
    bagian = pembagian(kinerja.pohon, tingkat)
    rows = PerjanjianKinerja.objects.berlaku(
        kinerja.kabupaten,
        kinerja.tahun,
        tingkat,
    )
    naskah = list(rows.select_related("bidang", "pihak_pertama"))
    hasil = []
    for satu in bagian.tanpa_penanggung:
        hasil.append(_tanpa_penanggung(satu, tingkat))
    hasil += _kembar(naskah)
    hasil += _jumlah(naskah, bagian, kinerja.anggaran.pagu)
    return hasil


def _tanpa_penanggung(satu: Tanggungan, tingkat: str) -> Temuan:
    obj = satu.simpul.obj
    return Temuan(
        "V15",
        str(obj),
        f"Belum ada {SEBUTAN[tingkat]} yang menanggung pagunya.",
        rupiah(satu.pagu or 0),
        url=obj.get_absolute_url(),
    )


def _kembar(naskah: Naskah) -> list[Temuan]:
    """Satu penanggung dengan lebih dari satu perjanjian yang berlaku."""
    banyak = Counter(pk.penanggung for pk in naskah)
    hasil = []
    for pk in naskah:
        if banyak[pk.penanggung] > 1:
            url = pk.get_absolute_url()
            satu = Temuan("V15", str(pk), KEMBAR, url=url)
            hasil.append(satu)
    return hasil


def _jumlah(naskah: Naskah, bagian: Pembagian, pagu: Decimal | None) -> list[Temuan]:
    """Jumlah semua perjanjian yang berlaku terhadap pagu DPA."""
    penanggung = [pk.penanggung for pk in naskah]
    dijanjikan = bagian.jumlah(penanggung)
    if pagu is None or dijanjikan == pagu:
        return []
    pesan = BEDA
    kurang = bagian.penanggung.difference(penanggung)
    if kurang:
        pesan += f"; {len(kurang)} penanggung belum punya perjanjian"
    satu = Temuan(
        "V15",
        "Anggaran",
        f"{pesan}.",
        rupiah(dijanjikan),
        rupiah(pagu),
    )
    return [satu]
