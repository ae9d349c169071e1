"""Formulir balasan satu utas."""

from typing import Any

from django import forms

from core.forms import PlainForm
from documents.forms.berkas import BuktiField
from documents.utas import LABELS, LangkahUtas


class BalasanForm(PlainForm):
    """Langkahnya bila lebih dari satu, isinya, dan berkas bukti sebuah jawaban."""

    langkah = forms.ChoiceField(label="Putusan", widget=forms.RadioSelect())
    isi = forms.CharField(
        label="Isi",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text="Tulis @ dan nama akun untuk mengabari seseorang, misalnya @operator.",
    )
    bukti = BuktiField()

    def __init__(self, *args: Any, langkah: list[LangkahUtas], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_jawaban = langkah == [LangkahUtas.JAWAB]
        pilihan = [(satu.value, LABELS[satu]) for satu in langkah]
        self.fields["langkah"].choices = pilihan  # type: ignore[attr-defined]
        self.fields["isi"].label = "Jawaban" if is_jawaban else "Catatan putusan"
        if is_jawaban:
            self.fields["langkah"].widget = forms.HiddenInput()
            self.fields["langkah"].initial = LangkahUtas.JAWAB.value
        else:
            del self.fields["bukti"]
