"""Pernyataan Telah Direviu yang sah atas isi LKjIP yang berlaku."""

from documents.models import Pengesahan
from kinerja.models import Lkjip, PernyataanReviu


def pernyataan_sah(lkjip: Lkjip) -> list[Pengesahan]:
    """Yang terakhir ditandatangani atas isi bekunya; pernyataan atas isi lain tidak berlaku."""
    if lkjip.pk is None or lkjip.snapshot is None:
        return []
    semua = PernyataanReviu.objects.filter(lkjip=lkjip, pengesahan__isnull=False)
    for satu in semua.select_related("pengesahan__snapshot").order_by("-signed_at"):
        if _direviu(satu) == lkjip.snapshot.sha256 and satu.pengesahan is not None:
            return [satu.pengesahan]
    return []


def _direviu(pernyataan: PernyataanReviu) -> str:
    """SHA-256 isi beku yang direviunya."""
    sah = pernyataan.pengesahan
    if sah is None:
        return ""
    isi = pernyataan.jenis_naskah.restore(sah.snapshot.content)
    tertulis: str = isi.direviu.isi_lkjip
    return tertulis
