"""Menyusun Catatan Hasil Reviu dari mejanya."""

from collections.abc import Iterable
from typing import Any

from documents.reports.kepala import kepala, kepala_kurang
from documents.workflow import Status
from kinerja.models import HasilReviu
from kinerja.naskah.hasil_reviu.isi import (
    BagianHasil,
    ButirHasil,
    CatatanHasil,
    IsiHasilReviu,
    NaskahDireviu,
)
from kinerja.reviu.reports.meja import ButirMeja, Meja

JUDUL = "Catatan Hasil Reviu"


def read(naskah: HasilReviu) -> Meja:
    """Meja yang hasilnya ditulis."""
    return Meja(naskah.reviu)


def compose(naskah: HasilReviu, meja: Meja) -> IsiHasilReviu:
    """Kop Inspektorat, naskah yang direviu, ketiga bagian pedoman, dan catatannya."""
    pedoman = meja.reviu.pedoman
    return IsiHasilReviu(
        **kepala(naskah, JUDUL),
        direviu=naskah_direviu(meja.naskah),
        pedoman=f"{pedoman.nama}, versi {pedoman.versi}",
        regulasi=pedoman.regulasi,
        bagian=tuple(_bagian(judul, butir) for judul, butir in meja.bagian),
        catatan=tuple(_catatan(satu) for satu in meja.catatan),
    )


def naskah_direviu(naskah: Any) -> NaskahDireviu:
    """Naskah yang direviu beserta SHA-256 isi bekunya; draf tidak berisi beku yang berlaku."""
    snapshot = naskah.snapshot
    is_beku = snapshot is not None and naskah.status != Status.DRAFT
    return NaskahDireviu(
        judul=str(naskah),
        dinas=naskah.perangkat.nama,
        nomor=naskah.nomor,
        tanggal=naskah.tanggal,
        isi_beku=snapshot.sha256 if is_beku else "",
        versi=snapshot.version if is_beku else 0,
    )


def _bagian(judul: str, butir: Iterable[ButirMeja]) -> BagianHasil:
    """Satu bagian pedoman dengan jawabannya."""
    hasil = []
    for satu in butir:
        isian = satu.isian
        hasil.append(
            ButirHasil(
                nomor=satu.butir.nomor,
                uraian=satu.butir.uraian,
                hasil=isian.get_hasil_display() if isian else "",
                catatan=satu.catatan,
                petunjuk=tuple(p.kalimat for p in satu.petunjuk),
            )
        )
    return BagianHasil(judul=judul, butir=tuple(hasil))


def _catatan(catatan: Any) -> CatatanHasil:
    """Satu catatan dengan jawaban dan statusnya."""
    return CatatanHasil(
        nomor=catatan.nomor,
        tempat=catatan.sebutan,
        kutipan=catatan.kutipan,
        uraian=catatan.uraian,
        tindak_lanjut=catatan.tindak_lanjut,
        status=catatan.get_status_display(),
    )


def missing(naskah: HasilReviu, meja: Meja, isi: IsiHasilReviu) -> list[str]:
    """Semua butir terjawab, dan yang direviu masih beku."""
    kalimat = kepala_kurang(naskah)
    belum = len(meja.butir) - meja.terisi
    if belum:
        kalimat.append(f"{belum} butir pedoman belum dijawab.")
    if not isi.direviu.isi_beku:
        kalimat.append(f"{isi.direviu.judul} sedang diperbaiki; tunggu diajukan lagi.")
    return kalimat
