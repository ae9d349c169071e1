"""Pernyataan Telah Direviu: kalimat Permenpan-RB 53/2014 lampiran III tentang satu naskah."""

from typing import Any

from documents.reports.kepala import kepala, kepala_kurang
from documents.workflow import Status
from kinerja.models import Lkjip, PernyataanReviu
from kinerja.naskah.pernyataan_reviu.isi import IsiPernyataanReviu, LkjipDireviu

BELUM_DISETUJUI = (Status.DRAFT, Status.DIAJUKAN)


def read(naskah: PernyataanReviu) -> Any:
    """Naskah yang direviu."""
    return naskah.direviu


def compose(naskah: PernyataanReviu, direviu: Any) -> IsiPernyataanReviu:
    """Kop Inspektorat, naskah serta dinas yang direviu, dan catatan yang masih terbuka."""
    sebutan = "" if isinstance(direviu, Lkjip) else direviu.judul
    return IsiPernyataanReviu(
        **kepala(naskah, "Pernyataan Telah Direviu"),
        direviu=LkjipDireviu(
            dinas=direviu.perangkat.nama,
            tahun=direviu.tahun,
            nomor=direviu.nomor,
            tanggal=direviu.tanggal,
            isi_lkjip=_isi_beku(direviu),
            sebutan=sebutan,
        ),
        catatan_terbuka=_terbuka(naskah),
        pengecualian=naskah.pengecualian.strip(),
    )


def _terbuka(naskah: PernyataanReviu) -> tuple[str, ...]:
    """Catatan yang jawabannya belum diterima; kosong tanpa meja reviu."""
    if naskah.reviu is None:
        return ()
    rows = naskah.reviu.catatan.unfinished()
    return tuple(f"{satu.nomor}. {satu.sebutan}: {satu.uraian}" for satu in rows)


def _isi_beku(direviu: Any) -> str:
    """SHA-256 isi beku yang berlaku; draf menyimpan isi beku lamanya, yang sudah tidak berlaku."""
    if direviu.status == Status.DRAFT or direviu.snapshot is None:
        return ""
    sha256: str = direviu.snapshot.sha256
    return sha256


def missing(naskah: PernyataanReviu, direviu: Any, isi: IsiPernyataanReviu) -> list[str]:
    """Yang direviu harus sudah disetujui: isinya beku; catatan terbuka dikecualikan beralasan."""
    kalimat = kepala_kurang(naskah)
    if direviu.status in BELUM_DISETUJUI:
        kalimat.append(f"{direviu} belum disetujui.")
    if isi.catatan_terbuka and not isi.pengecualian:
        kalimat.append(
            f"Masih ada {len(isi.catatan_terbuka)} catatan reviu terbuka. Terima jawabannya, atau "
            "tulis pengecualiannya."
        )
    return kalimat
