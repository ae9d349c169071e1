"""Berkas unggahan: lembar yang diimpor, bukti, dan formulir kertas yang sudah terisi."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile

from core.forms import PlainForm
from core.uploads import MAX_BYTES
from documents.jenis_berkas import ACCEPT, HEAD_BYTES, masalah_berkas, masalah_isi

SemuaBerkas = list[UploadedFile]
PANJANG_NAMA = 200
PETUNJUK = (
    "Boleh beberapa berkas: PDF, PNG, JPG, XLSX atau DOCX, masing-masing paling besar "
    f"{MAX_BYTES // 1_000_000} MB. Bila isian lain ditolak, pilih lagi berkasnya."
)


class BanyakInput(forms.FileInput):
    """Boleh memilih beberapa berkas sekaligus."""

    allow_multiple_selected = True


class BerkasField(forms.FileField):
    """Satu berkas apa adanya.

    Beberapa menjadi satu zip, sehingga yang disimpan tetap satu unggahan.
    """

    widget = BanyakInput
    default_error_messages = {"required": "Pilih berkasnya dulu.", "empty": "Berkasnya kosong."}

    def clean(self, data: Any, initial: Any = None) -> UploadedFile:
        kiriman = list(data or [])
        if not kiriman:
            return super().clean(None, initial)  # type: ignore[no-any-return]
        if len(kiriman) == 1:
            return super().clean(kiriman[0], initial)  # type: ignore[no-any-return]
        sizes = [berkas.size or 0 for berkas in kiriman]
        if sum(sizes) > MAX_BYTES:
            terbesar = MAX_BYTES // 1024**2
            raise ValidationError(f"Seluruhnya lebih dari {terbesar} MB. Kirim sebagai zip.")
        banyak = len(kiriman)
        return SimpleUploadedFile(f"{banyak} berkas.zip", _zip(kiriman))


def _zip(kiriman: SemuaBerkas) -> bytes:
    """Beberapa berkas sebagai satu zip."""
    wadah = BytesIO()
    with ZipFile(wadah, "w", ZIP_DEFLATED) as arsip:
        semua_nama = _nama_unik(kiriman)
        for nama, berkas in zip(semua_nama, kiriman, strict=True):
            arsip.writestr(nama, berkas.read())
    return wadah.getvalue()


def _nama_unik(kiriman: SemuaBerkas) -> list[str]:
    """Nama kembar diberi nomor di depannya."""
    semua = [str(berkas.name) for berkas in kiriman]
    hasil = []
    for nomor, nama in enumerate(semua, start=1):
        if semua.count(nama) > 1:
            nama = f"{nomor}-{nama}"
        hasil.append(nama)
    return hasil


class BuktiField(forms.FileField):
    """Beberapa berkas sekaligus."""

    widget = BanyakInput(attrs={"accept": ACCEPT})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="Berkas bukti", required=False, help_text=PETUNJUK, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> SemuaBerkas:
        """Masalah semua berkas disebut sekaligus."""
        kiriman = list(data or [])
        semua = map(_masalah, kiriman)
        errors = list(filter(None, semua))
        if errors:
            raise ValidationError(errors)
        return kiriman


class FormulirForm(PlainForm):
    """Foto atau pindaian formulir yang sudah diisi tangan."""

    bukti = BuktiField()

    def clean_bukti(self) -> SemuaBerkas:
        """Paling sedikit satu berkas."""
        berkas: SemuaBerkas = self.cleaned_data["bukti"]
        if not berkas:
            raise ValidationError("Pilih foto atau pindaian formulirnya.")
        return berkas


def _masalah(berkas: UploadedFile) -> str:
    """Sebab satu berkas tidak diterima; kosong bila tidak ada."""
    nama = str(berkas.name)
    if len(nama) > PANJANG_NAMA:
        awal = nama[:40]
        return f"“{awal}…”: nama berkas paling panjang {PANJANG_NAMA} aksara."
    berkas.seek(0)
    head = berkas.read(HEAD_BYTES)
    size = berkas.size or 0
    salah = masalah_berkas(nama, head, size, MAX_BYTES)
    if salah:
        return salah
    berkas.seek(0)
    return masalah_isi(nama, berkas)
