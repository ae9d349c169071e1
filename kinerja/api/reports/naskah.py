"""Naskah kantor token yang sudah diajukan."""

from typing import Any

from accounts.models import TokenApi
from documents.models import naskah_models
from documents.printing import verification_url
from documents.workflow import Status
from kinerja.api.isi import NaskahApi
from kinerja.api.reports.koleksi import BarisKoleksi, Saringan

DIRUJUK = ("kabupaten", "snapshot", "pengesahan")


def naskah(token: TokenApi, saringan: Saringan) -> BarisKoleksi:
    """Tahun terakhir lebih dahulu, lalu menurut jenis dan nomor barisnya; satu kueri tiap jenis."""
    semua: list[Any] = []
    for model in naskah_models():
        rows = model._default_manager.visible_to(token).exclude(status=Status.DRAFT.value)
        if saringan["tahun"]:
            rows = rows.filter(tahun=saringan["tahun"])
        if saringan["status"]:
            rows = rows.filter(status=saringan["status"])
        semua += rows.select_related(*DIRUJUK)
    semua.sort(key=_urutan)
    return BarisKoleksi(semua, _naskah)


def _urutan(row: Any) -> tuple[Any, ...]:
    return -row.tahun, row._meta.label, row.pk


def _naskah(row: Any) -> NaskahApi:
    """Yang sah menurut pengesahannya."""
    sah = row.pengesahan
    return NaskahApi(
        tahun=row.tahun,
        jenis=str(row._meta.verbose_name),
        judul=sah.judul if sah else row.judul,
        nomor=row.nomor,
        tanggal=row.tanggal,
        status=row.status,
        sha256=row.snapshot.sha256,
        sha256_pdf=sah.pdf_sha256 if sah else None,
        kode=sah.kode if sah else None,
        alamat=verification_url(sah.kode) if sah else None,
    )
