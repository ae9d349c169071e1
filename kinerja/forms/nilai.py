"""Formulir target dan realisasi, dengan berkas buktinya."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from core.angka import bulatkan, format_angka
from core.forms import ScopedModelForm
from core.uploads import MAX_BYTES
from documents.files import ACCEPT, HEAD_BYTES, problem
from kinerja.models import Realisasi, Target

HASIL_TERBESAR = Decimal(10) ** 14  # sama dengan batas kolom nilai
PANJANG_NAMA = 200


class NilaiForm(ScopedModelForm):
    """Bersama untuk target dan realisasi: tahunnya di dalam periode Renstra indikatornya."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("indikator", lambda i: f"{i} ({i.sasaran.periode})", "sasaran__periode")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            periode, tahun = data["indikator"].sasaran.periode, data["tahun"]
            if not periode.tahun_awal <= tahun <= periode.tahun_akhir:
                self.add_error(
                    "tahun", f"{periode} mencakup {periode.tahun_awal}–{periode.tahun_akhir}, bukan {tahun}."
                )
        if not self.errors:
            self.check_nilai(data)
        return data

    def check_nilai(self, data: dict[str, Any]) -> None:
        raise NotImplementedError


class TargetForm(NilaiForm):
    class Meta(ScopedModelForm.Meta):
        model = Target
        fields = ("indikator", "tahun", "triwulan", "nilai", "tercetak")

    def check_nilai(self, data: dict[str, Any]) -> None:
        if data["nilai"] is None and not data["tercetak"]:
            self.add_error("nilai", "Target belum diisi.")


class BuktiInput(forms.FileInput):
    allow_multiple_selected = True


class BuktiField(forms.FileField):
    """Beberapa berkas sekaligus; jenis dan ukuran tiap berkas diperiksa dari isinya."""

    widget = BuktiInput(attrs={"accept": ACCEPT})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = list(data or [])
        errors = [message for message in map(_masalah, files) if message]
        if errors:
            raise ValidationError(errors)
        return files


def _masalah(file: UploadedFile) -> str:
    name = str(file.name)
    if len(name) > PANJANG_NAMA:
        return f"“{name[:40]}…”: nama berkas paling panjang {PANJANG_NAMA} aksara."
    file.seek(0)
    return problem(name, file.read(HEAD_BYTES), file.size or 0, MAX_BYTES)


class RealisasiForm(NilaiForm):
    """Indikator pecahan diisi pembilang dan penyebutnya; nilai hanya ditulis bila itu yang diketahui."""

    bukti = BuktiField(
        label="Berkas bukti",
        required=False,
        help_text="Boleh beberapa berkas: PDF, PNG, JPG, XLSX atau DOCX, masing-masing paling besar "
        f"{MAX_BYTES // 1_000_000} MB. Bila isian lain ditolak, pilih lagi berkasnya.",
    )

    class Meta(ScopedModelForm.Meta):
        model = Realisasi
        fields = (
            "indikator", "tahun", "triwulan", "pembilang", "penyebut", "nilai", "penjelasan", "tercetak",
        )  # fmt: skip
        help_texts = {
            "pembilang": "Untuk indikator yang rumusnya pecahan.",
            "penyebut": "Untuk indikator yang rumusnya pecahan.",
            "nilai": "Kosongkan bila pembilang dan penyebut diisi; nilainya dihitung.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pk = str(self.initial.get("indikator", ""))
        indikator = self.fields["indikator"].queryset.filter(pk=pk).first() if pk.isdecimal() else None
        if indikator and indikator.rumus_penyebut:
            self.fields["pembilang"].help_text = indikator.rumus_pembilang
            self.fields["penyebut"].help_text = indikator.rumus_penyebut

    def check_nilai(self, data: dict[str, Any]) -> None:
        filled = [name for name in ("pembilang", "penyebut") if data[name] is not None]
        if not filled:
            self.check_nilai_saja(data)
        elif not data["indikator"].rumus_penyebut:
            self.add_error(filled[0], "Rumus indikator ini bukan pecahan; isi nilainya saja.")
        elif len(filled) == 1:
            other = "penyebut" if filled == ["pembilang"] else "pembilang"
            self.add_error(other, f"{other.capitalize()} belum diisi; {filled[0]} saja tidak cukup untuk menghitung.")
        elif data["penyebut"] == 0:
            self.add_error("penyebut", "Penyebut tidak boleh nol.")
        else:
            self.check_hasil(data)

    def check_nilai_saja(self, data: dict[str, Any]) -> None:
        """Tanpa angka boleh bila sistem menghitungnya atau hanya tulisan dokumen lama yang diketahui."""
        indikator = data["indikator"]
        if data["tercetak"] or (data["nilai"] is None and indikator.sumber):
            return
        if indikator.rumus_penyebut:
            self.add_error(
                "pembilang",
                "Indikator ini pecahan: isi pembilang dan penyebutnya. "
                "Nilai saja hanya untuk angka dokumen lama, beserta angka tercetaknya.",
            )
        elif data["nilai"] is None:
            self.add_error("nilai", "Nilai realisasi belum diisi.")

    def check_hasil(self, data: dict[str, Any]) -> None:
        indikator, nilai = data["indikator"], data["nilai"]
        pecahan = {name: data[name] for name in ("pembilang", "penyebut")}
        hasil = Realisasi(indikator=indikator, **pecahan).hitung()
        if hasil is None or abs(hasil) >= HASIL_TERBESAR:
            self.add_error("penyebut", "Hasil hitungnya terlalu besar; periksa pembilang dan penyebut.")
            return
        n = indikator.desimal
        if nilai is not None and bulatkan(nilai, n) != bulatkan(hasil, n):
            rumus = f"{format_angka(data['pembilang'].normalize())} / {format_angka(data['penyebut'].normalize())}"
            kali = f" × {format_angka(indikator.faktor)}" if indikator.faktor != 1 else ""
            self.add_error(
                "nilai",
                f"Nilai {format_angka(nilai)} berbeda dari {rumus}{kali} = {format_angka(hasil, n)}. "
                "Perbaiki salah satunya, atau kosongkan nilai.",
            )
