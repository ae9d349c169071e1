"""Halaman evaluasi AKIP dan rekomendasinya."""

from core.halaman import Halaman
from kinerja.models import EvaluasiAkip, Rekomendasi
from kinerja.reviu import forms, views

HALAMAN = (
    Halaman(
        model=EvaluasiAkip,
        prefix="evaluasi-akip",
        kolom=("tahun", "nilai", "tercetak"),
        isian=("tahun", "target", "nilai", "tercetak"),
        related=("kabupaten",),
        panels=("rekomendasi_set",),
        custom={"detail": views.EvaluasiAkipDetail},
    ),
    Halaman(
        model=Rekomendasi,
        prefix="rekomendasi",
        kolom=("uraian", "nomor", "evaluasi", "tenggat", "tindak_lanjut"),
        saring=(("tahun", "evaluasi__tahun"), "uraian"),
        form=forms.RekomendasiForm,
        related=("evaluasi",),
    ),
)
