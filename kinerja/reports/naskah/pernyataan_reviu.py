"""Pernyataan Telah Direviu: kalimat Permenpan-RB 53/2014 lampiran III tentang satu LKjIP."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from documents.kepala import Kepala
from documents.reports.kepala import kepala, kepala_kurang
from documents.workflow import Status
from kinerja.models import Lkjip, PernyataanReviu

BELUM_DISETUJUI = (Status.DRAFT, Status.DIAJUKAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class LkjipDireviu:
    """LKjIP yang direviu dan dinas pemiliknya."""

    dinas: str
    tahun: int
    nomor: str
    tanggal: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPernyataanReviu(Kepala):
    """Isi pernyataan."""

    VERSI: ClassVar[int] = 1

    direviu: LkjipDireviu


def read(naskah: PernyataanReviu) -> Lkjip:
    """LKjIP yang direviu."""
    return naskah.lkjip


def payload(naskah: PernyataanReviu, lkjip: Lkjip) -> IsiPernyataanReviu:
    """Kop Inspektorat, dan LKjIP serta dinas yang direviu."""
    return IsiPernyataanReviu(
        **kepala(naskah, "Pernyataan Telah Direviu"),
        direviu=LkjipDireviu(dinas=lkjip.office.nama, tahun=lkjip.tahun, nomor=lkjip.nomor, tanggal=lkjip.tanggal),
    )


def missing(naskah: PernyataanReviu, lkjip: Lkjip, isi: IsiPernyataanReviu) -> list[str]:
    """Yang direviu harus sudah disetujui: isinya beku."""
    kalimat = kepala_kurang(naskah)
    if lkjip.status in BELUM_DISETUJUI:
        kalimat.append(f"{lkjip} belum disetujui.")
    return kalimat
