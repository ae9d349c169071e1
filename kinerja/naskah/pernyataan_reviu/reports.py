"""Pernyataan Telah Direviu: kalimat Permenpan-RB 53/2014 lampiran III tentang satu LKjIP."""

from documents.reports.kepala import kepala, kepala_kurang
from documents.workflow import Status
from kinerja.models import Lkjip, PernyataanReviu
from kinerja.naskah.pernyataan_reviu.isi import IsiPernyataanReviu, LkjipDireviu

BELUM_DISETUJUI = (Status.DRAFT, Status.DIAJUKAN)


def read(naskah: PernyataanReviu) -> Lkjip:
    """LKjIP yang direviu."""
    return naskah.lkjip


def compose(naskah: PernyataanReviu, lkjip: Lkjip) -> IsiPernyataanReviu:
    """Kop Inspektorat, dan LKjIP serta dinas yang direviu."""
    return IsiPernyataanReviu(
        **kepala(naskah, "Pernyataan Telah Direviu"),
        direviu=LkjipDireviu(
            dinas=lkjip.perangkat.nama,
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
