"""V12: satu batasan untuk satu indikator pada semua naskah yang isinya sudah dibekukan."""

from collections.abc import Iterator
from typing import Any

from documents.snapshot import Unreadable
from documents.uji import Perbandingan, Temuan, uji
from kinerja.aturan.batasan import SEBUTAN, Batasan, baku
from kinerja.models import Lkjip, NaskahKinerja, PerjanjianKinerja
from kinerja.tahun.tahun_kinerja import TahunKinerja

# model naskah dan hubungan yang disebut namanya
BERBATASAN: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (PerjanjianKinerja, ("bidang", "pihak_pertama")),
    (NaskahKinerja, ("bidang",)),
    (Lkjip, ()),
)


@uji("V12", "satuan dan rumus tiap indikator terhadap naskah lain yang sudah dibekukan")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tahun ini dan tahun lalu; naskah yang sudah diganti tidak dihadapkan lagi."""
    kini = {baku(satu.nama): satu for satu in isi.batasan if satu.nama}
    for lain in _beku(naskah, kinerja):
        for batasan in _batasan(lain):
            milik = kini.get(baku(batasan.nama))
            if milik:
                yield _banding(milik, batasan, lain)


def _beku(naskah: Any, kinerja: TahunKinerja) -> Iterator[Any]:
    """Naskah lain yang sudah diajukan, satu kueri tiap modelnya."""
    tahun = kinerja.tahun
    for model, hubungan in BERBATASAN:
        pengganti = model.objects.filter(menggantikan__isnull=False, pengesahan__isnull=False)
        rows = model.objects.filter(kabupaten=kinerja.kabupaten, tahun__in=(tahun - 1, tahun))
        rows = rows.filter(snapshot__isnull=False).exclude(pk__in=pengganti.values("menggantikan"))
        if isinstance(naskah, model):
            rows = rows.exclude(pk__in=(naskah.pk, naskah.menggantikan_id))
        yield from rows.select_related("kabupaten", "snapshot", *hubungan).order_by("pk")


def _batasan(naskah: Any) -> tuple[Batasan, ...]:
    """Dari isi bekunya; yang tidak terbaca tidak dibandingkan."""
    try:
        isi = naskah.jenis_naskah.restore(naskah.snapshot.content)
    except Unreadable:
        return ()
    batasan: tuple[Batasan, ...] = isi.batasan
    return batasan


def _banding(kini: Batasan, beku: Batasan, naskah: Any) -> Temuan | None:
    beda = kini.berbeda(beku)
    if not beda:
        return None
    kolom = beda[0]
    sebutan = ", ".join(SEBUTAN[satu] for satu in beda)
    return Temuan(
        "V12",
        kini.nama,
        f"Berbeda {sebutan} dengan “{naskah}”.",
        getattr(kini, kolom),
        getattr(beku, kolom),
        naskah.get_absolute_url(),
    )
