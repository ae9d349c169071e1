"""V12: satu batasan untuk satu indikator pada semua naskah yang isinya sudah dibekukan."""

from collections.abc import Iterator
from typing import Any

from documents.snapshot import Unreadable
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from documents.workflow import Status
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
    kini = {}
    for satu in isi.batasan:
        if satu.nama:
            kini[baku(satu.nama)] = satu
    for lain in _beku(naskah, kinerja):
        for batasan in _batasan(lain):
            milik = kini.get(baku(batasan.nama))
            if milik:
                yield _banding(milik, batasan, lain, _fakta(lain, batasan, kinerja.tahun))


def _beku(naskah: Any, kinerja: TahunKinerja) -> Iterator[Any]:
    """Naskah lain yang sudah diajukan dan tidak dikembalikan, satu kueri tiap modelnya."""
    tahun = kinerja.tahun
    milik = {
        "kabupaten": kinerja.kabupaten,
        "tahun__in": (tahun - 1, tahun),
        "snapshot__isnull": False,
    }
    for model, hubungan in BERBATASAN:
        rows = model.objects.filter(**milik).exclude(status=Status.DRAFT)
        rows = rows.exclude(pk__in=_diganti(model))
        if isinstance(naskah, model):
            sendiri = (naskah.pk, naskah.menggantikan_id)
            rows = rows.exclude(pk__in=sendiri)
        rows = rows.select_related("kabupaten", "snapshot", *hubungan)
        yield from rows.order_by("pk")


def _diganti(model: Any) -> Any:
    """Naskah yang penggantinya sudah sah."""
    pengganti = model.objects.filter(
        menggantikan__isnull=False,
        pengesahan__isnull=False,
    )
    return pengganti.values("menggantikan")


def _batasan(naskah: Any) -> tuple[Batasan, ...]:
    """Dari isi bekunya; yang tidak terbaca tidak dibandingkan."""
    try:
        isi = naskah.jenis_naskah.restore(naskah.snapshot.content)
    except Unreadable:
        return ()
    batasan: tuple[Batasan, ...] = isi.batasan
    return batasan


def _fakta(naskah: Any, batasan: Batasan, tahun: int) -> str:
    """Tahun lalu: pergantian definisinya, di naskah mana pun; tahun ini: naskah itu sendiri."""
    nama = baku(batasan.nama)
    if naskah.tahun < tahun:
        return kunci_fakta("definisi", nama, naskah.tahun)
    return kunci_fakta(naskah, nama)


def _banding(kini: Batasan, beku: Batasan, naskah: Any, fakta: str) -> Temuan | None:
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
        fakta=fakta,
    )
