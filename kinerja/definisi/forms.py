"""Formulir penerapan definisi baru."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kinerja.definisi.actions import TANPA_ALASAN


class ApplyForm(forms.Form):
    """Tahun yang dipilih, dan alasannya bagi jejak audit."""

    tahun = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={
            "required": "Pilih sekurangnya satu tahun.",
            "invalid_choice": "%(value)s tertahan atau sudah memakai definisi itu.",
        },
    )
    alasan = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": TANPA_ALASAN},
    )

    versi = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, boleh: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["tahun"]
        pilihan.choices = [(satu, str(satu)) for satu in boleh]
