"""V12: satu batasan dan satu nilai untuk satu indikator pada semua naskah yang sudah dibekukan."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from documents.snapshot import Unreadable
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from documents.workflow import Status
from kinerja.aturan.batasan import SEBUTAN, Batasan, baku
from kinerja.models import Lkjip, NaskahKinerja, PerjanjianKinerja
from kinerja.tahun.tahun_kinerja import TahunKinerja

Senama = Sequence[Batasan]
# model naskah dan hubungan yang disebut namanya
BERBATASAN: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (PerjanjianKinerja, ("bidang", "pihak_pertama")),
    (NaskahKinerja, ("bidang",)),
    (Lkjip, ()),
)


@uji("V12", "satuan, rumus, target dan realisasi indikator terhadap naskah lain yang dibekukan")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tahun ini dan tahun lalu; naskah yang sudah diganti tidak dihadapkan lagi.

    Target dan realisasi hanya terhadap naskah tahun yang sama.
    """
    kini = _per_nama(isi.batasan)
    for lain in _beku(naskah, kinerja):
        for nama, beku in _per_nama(_batasan(lain)).items():
            if nama in kini:
                yield _banding(kini[nama], beku, lain, kinerja.tahun)


def _per_nama(semua: Iterable[Batasan]) -> dict[str, list[Batasan]]:
    """Satu indikator boleh tercantum pada beberapa baris."""
    hasil: dict[str, list[Batasan]] = {}
    for satu in semua:
        if satu.nama:
            senama = hasil.setdefault(baku(satu.nama), [])
            senama.append(satu)
    return hasil


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


def _fakta(naskah: Any, nama: str, tahun: int) -> str:
    """Tahun lalu: pergantian definisinya, di naskah mana pun; tahun ini: naskah itu sendiri."""
    if naskah.tahun < tahun:
        return kunci_fakta("definisi", nama, naskah.tahun)
    return kunci_fakta(naskah, nama)


def _banding(kini: Senama, beku: Senama, naskah: Any, tahun: int) -> Temuan | None:
    """Cocok bila salah satu barisnya sama dengan salah satu baris naskah beku itu."""
    milik = kini[-1]
    lama = beku[-1]
    is_setahun = naskah.tahun == tahun
    for satu, lain in product(kini, beku):
        if not satu.berbeda(lain, is_setahun=is_setahun):
            return None
    beda = milik.berbeda(lama, is_setahun=is_setahun)
    kolom = beda[0]
    sebutan = ", ".join(SEBUTAN[satu] for satu in beda)
    return Temuan(
        "V12",
        milik.nama,
        f"Berbeda {sebutan} dengan “{naskah}”.",
        getattr(milik, kolom),
        getattr(lama, kolom),
        naskah.get_absolute_url(),
        fakta=_fakta(naskah, baku(milik.nama), tahun),
    )
