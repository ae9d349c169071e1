"""Pernyataan Telah Direviu: kalimat Permenpan-RB 53/2014 lampiran III tentang satu LKjIP."""

from typing import Any

from documents.reports.kepala import kepala, kepala_kurang
from documents.workflow import Status
from kinerja.models import Lkjip, PernyataanReviu

BELUM_DISETUJUI = (Status.DRAFT, Status.DIAJUKAN)


def read(naskah: PernyataanReviu) -> Lkjip:
    """LKjIP yang direviu."""
    return naskah.lkjip


def payload(naskah: PernyataanReviu, lkjip: Lkjip) -> dict[str, Any]:
    """Kop Inspektorat, dan LKjIP serta dinas yang direviu."""
    return {
        **kepala(naskah, "Pernyataan Telah Direviu"),
        "direviu": {"dinas": lkjip.office.nama, "tahun": lkjip.tahun, "nomor": lkjip.nomor, "tanggal": lkjip.tanggal},
    }


def missing(naskah: PernyataanReviu, lkjip: Lkjip, isi: dict[str, Any]) -> list[str]:
    """Yang direviu harus sudah disetujui: isinya beku."""
    kalimat = kepala_kurang(naskah)
    if lkjip.status in BELUM_DISETUJUI:
        kalimat.append(f"{lkjip} belum disetujui.")
    return kalimat
