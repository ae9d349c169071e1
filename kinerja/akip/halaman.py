"""Halaman evaluasi AKIP, pedomannya, dan berkas buktinya."""

from core.halaman import READ, Halaman
from kinerja.akip import forms, tables, views
from kinerja.models import BuktiAkip, ButirAkip, EvaluasiAkip, PedomanAkip
from kinerja.pengukuran.halaman import BERKAS

HALAMAN: tuple[Halaman, ...] = (
    Halaman(
        model=EvaluasiAkip,
        prefix="evaluasi-akip",
        kolom=("tahun", "pedoman", "nilai", "tercetak"),
        form=forms.EvaluasiForm,
        related=views.RELATED,
        custom={"detail": views.EvaluasiDetail},
    ),
    Halaman(
        model=PedomanAkip,
        prefix="pedoman-akip",
        only=(*READ, "update", "delete"),
        kolom=("nama", "versi", "regulasi", "kabupaten"),
        isian=("nama", "regulasi", "catatan", "skala", "predikat"),
        related=("kabupaten",),
        panels=(("butir", tables.ButirAkipTable),),
        custom={"detail": views.PedomanAkipDetail},
    ),
    Halaman(
        model=ButirAkip,
        prefix="pedoman-akip/butir",
        table=tables.ButirAkipTable,
        kolom=("kode", "uraian", "bobot", "petunjuk", "pedoman"),
        saring=("uraian",),
        form=forms.ButirAkipForm,
        related=("pedoman__kabupaten",),
    ),
    Halaman(
        model=BuktiAkip,
        prefix="bukti-akip",
        only=(*READ, "delete"),
        table=tables.BuktiAkipTable,
        saring=(("tahun", "isian__evaluasi__tahun"), BERKAS),
        related=("isian__butir", "isian__evaluasi__kabupaten"),
    ),
)
