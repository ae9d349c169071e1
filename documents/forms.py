from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from core.forms import ScopedModelForm
from documents.models import Pembukaan
from documents.workflow import Rule

KODE_CONTOH = "contoh ABCD-EFGH-IJKL-MNOP"


class AdvanceForm(forms.Form):
    """Catatan, sandi dan frasa sandi; yang tidak diminta langkahnya dibuang."""

    note = forms.CharField(label="Catatan", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    password = forms.CharField(
        label="Kata sandi akun Anda",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    passphrase = forms.CharField(
        label="Frasa sandi sertifikat",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Frasa sandi berkas sertifikat (.p12) Anda; tidak disimpan.",
    )

    def __init__(self, *args: Any, rule: Rule, has_certificate: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = rule.note
        if not rule.password:
            del self.fields["password"]
        if not (rule.password and has_certificate):
            del self.fields["passphrase"]
        self.helper = FormHelper(self)  # tata letaknya dari isian yang tersisa
        self.helper.form_tag = False


class VerifyCodeForm(forms.Form):
    kode = forms.CharField(label="Kode verifikasi", max_length=40, help_text=KODE_CONTOH)

    def clean_kode(self) -> str:
        letters = "".join(c for c in self.cleaned_data["kode"].upper() if c.isalnum())
        if len(letters) != 16:
            raise forms.ValidationError(f"Kode terdiri atas 16 aksara, {KODE_CONTOH}.")
        return "-".join(letters[i : i + 4] for i in range(0, 16, 4))


class VerifyFileForm(forms.Form):
    berkas = forms.FileField(label="Berkas PDF yang Anda terima")


class PembukaanForm(ScopedModelForm):
    """Lingkup yang dibuka, sampai kapan, dan alasannya."""

    sampai = forms.DateTimeField(
        label="Terbuka sampai",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y %H.%M"],
        help_text="Tertutup sendiri; paling lama 14 hari.",
        error_messages={"invalid": "Waktu tidak dikenali. Tulis seperti 31/12/2024 16.00."},
    )

    class Meta(ScopedModelForm.Meta):
        model = Pembukaan
        fields = ("tahun", "lingkup", "sampai", "alasan")


class ImporForm(forms.Form):
    berkas = forms.FileField(
        label="Lembar kerja (.xlsx atau .csv)",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": "Pilih berkasnya dulu.", "empty": "Berkasnya kosong."},
    )
