"""Formulir kata sandi: diganti, dipasang lewat tautan, terlupa."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest

SANDI_SAMA = "Kata sandi baru sama dengan yang lama."
SYARAT = "Paling sedikit 12 aksara; bukan kata umum, nama Anda, NIP, atau sebutan kantor."
SANDI_SALAH = "Kata sandi lama salah."


class Sebutan:
    """Sebutan rumah bagi isian kata sandi Django."""

    fields: dict[str, forms.Field]

    def sebut(self) -> None:
        baru = self.fields["new_password1"]
        lagi = self.fields["new_password2"]
        baru.label = "Kata sandi baru"
        baru.help_text = SYARAT
        lagi.label = "Kata sandi baru sekali lagi"
        lagi.help_text = ""


class GantiSandiForm(Sebutan, PasswordChangeForm):
    """Kata sandi lama diperiksa lewat pintu masuk, sehingga salah berulang kali terkunci."""

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["old_password"].label = "Kata sandi lama"
        self.sebut()

    def clean_old_password(self) -> str:
        sandi: str = self.cleaned_data["old_password"]
        username = self.user.get_username()
        if authenticate(self.request, username=username, password=sandi) is None:
            raise ValidationError(SANDI_SALAH)
        return sandi

    def clean_new_password1(self) -> str:
        baru: str = self.cleaned_data["new_password1"]
        if baru and baru == self.cleaned_data.get("old_password"):
            raise ValidationError(SANDI_SAMA)
        return baru


class PasangSandiForm(Sebutan, SetPasswordForm):
    """Kata sandi pertama atau pengganti, tanpa yang lama."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sebut()


class LupaSandiForm(forms.Form):
    """Nama pengguna saja: jawabannya sama, ada atau tidak akunnya."""

    username = forms.CharField(label="Nama pengguna", max_length=150)
