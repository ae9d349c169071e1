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
    """LKjIP yang direviu dan dinas pemiliknya.

    `isi_lkjip` SHA-256 isi bekunya, kosong selama draf: pernyataan hanya berlaku atas isi itu.
    """

    dinas: str
    tahun: int
    nomor: str
    tanggal: datetime.date | None
    isi_lkjip: str


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
        direviu=LkjipDireviu(
            dinas=lkjip.office.nama,
            tahun=lkjip.tahun,
            nomor=lkjip.nomor,
            tanggal=lkjip.tanggal,
            isi_lkjip=_isi_beku(lkjip),
        ),
    )


def _isi_beku(lkjip: Lkjip) -> str:
    """SHA-256 isi beku yang berlaku; draf menyimpan isi beku lamanya, yang sudah tidak berlaku."""
    if lkjip.status == Status.DRAFT or lkjip.snapshot is None:
        return ""
    return lkjip.snapshot.sha256


def missing(naskah: PernyataanReviu, lkjip: Lkjip, isi: IsiPernyataanReviu) -> list[str]:
    """Yang direviu harus sudah disetujui: isinya beku."""
    kalimat = kepala_kurang(naskah)
    if lkjip.status in BELUM_DISETUJUI:
        kalimat.append(f"{lkjip} belum disetujui.")
    return kalimat
