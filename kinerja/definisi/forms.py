"""Formulir penerapan definisi baru."""

from collections.abc import Iterable
from typing import Any

from django import forms


class TerapkanForm(forms.Form):
    """Tahun yang dipilih, dan alasannya bagi jejak audit."""

    tahun = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": "Pilih sekurangnya satu tahun."}
    )
    alasan = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis alasannya: mengapa definisi tahun itu diganti."},
    )

    versi = forms.CharField(
        widget=forms.HiddenInput,
        error_messages={"required": "Buka lagi halaman ini, lalu pilih tahunnya."},
    )

    def __init__(self, *args: Any, boleh: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["tahun"]
        pilihan.choices = [(satu, str(satu)) for satu in boleh]
