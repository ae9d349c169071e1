"""Halaman meja reviu, catatan, pedoman, jadwal, dan rekomendasi."""

from core.halaman import READ, Halaman
from documents.halaman import HalamanUtas
from documents.views.utas import UtasDetail
from kinerja.models import (
    ButirPedoman,
    CatatanReviu,
    JadwalReviu,
    PedomanReviu,
    Rekomendasi,
    Reviu,
)
from kinerja.reviu import filters, forms, tables, views

HALAMAN: tuple[Halaman, ...] = (
    Halaman(
        model=Reviu,
        prefix="reviu",
        only=(*READ, "create"),
        kolom=("judul", "tahun", "pedoman", "tenggat", "dibuka_by", "dibuka_at"),
        saring=("tahun",),
        form=forms.ReviuForm,
        related=("pedoman__kabupaten", "dibuka_by"),
        custom={"create": views.ReviuCreate, "detail": views.ReviuDetail},
    ),
    HalamanUtas(
        model=CatatanReviu,
        prefix="reviu/catatan",
        table=tables.CatatanTable,
        saring=(("tahun", "reviu__tahun"), "status", "penanggung", "uraian"),
        form=forms.CatatanForm,
        related=("reviu__kabupaten", "penanggung"),
    ),
    Halaman(
        model=PedomanReviu,
        prefix="pedoman-reviu",
        only=(*READ, "update", "delete"),
        table=tables.PedomanTable,
        isian=("nama", "regulasi", "catatan"),
        related=("kabupaten",),
        panels=(("butir", tables.ButirTable),),
        custom={"detail": views.PedomanDetail},
    ),
    Halaman(
        model=ButirPedoman,
        prefix="pedoman-reviu/butir",
        table=tables.ButirTable,
        kolom=("uraian", "bagian", "nomor", "petunjuk", "pedoman"),
        saring=("bagian", "uraian"),
        form=forms.ButirForm,
        related=("pedoman__kabupaten",),
    ),
    Halaman(
        model=JadwalReviu,
        prefix="jadwal-reviu",
        table=tables.JadwalTable,
        saring=("tahun",),
        form=forms.JadwalForm,
        related=("kabupaten",),
    ),
    HalamanUtas(
        model=Rekomendasi,
        prefix="rekomendasi",
        kolom=(
            "uraian",
            "nomor",
            "asal",
            "tahun",
            "penanggung",
            "tenggat",
            ("status", tables.StatusUtasColumn()),
            "tindak_lanjut",
        ),
        filterset=filters.RekomendasiFilter,
        isian=("tahun", "asal", "nomor", "uraian", "penanggung", "tenggat"),
        custom={"list": views.RekomendasiList, "detail": UtasDetail},
    ),
)
