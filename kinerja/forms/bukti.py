"""Bidang unggah beberapa berkas bukti; jenis dan ukurannya diperiksa dari isinya."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from core.uploads import MAX_BYTES
from documents.files import ACCEPT, HEAD_BYTES, problem

PANJANG_NAMA = 200
PETUNJUK = (
    "Boleh beberapa berkas: PDF, PNG, JPG, XLSX atau DOCX, masing-masing paling besar "
    f"{MAX_BYTES // 1_000_000} MB. Bila isian lain ditolak, pilih lagi berkasnya."
)


class BuktiInput(forms.FileInput):
    allow_multiple_selected = True


class BuktiField(forms.FileField):
    """Beberapa berkas sekaligus."""

    widget = BuktiInput(attrs={"accept": ACCEPT})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="Berkas bukti", required=False, help_text=PETUNJUK, **kwargs)

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
