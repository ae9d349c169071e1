from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password

from accounts.models import Bidang, Pejabat, PerangkatDaerah, User
from accounts.roles import LABELS, Role
from core.forms import ScopedModelForm


class PerangkatDaerahForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PerangkatDaerah
        fields = (
            "nama", "singkatan", "alamat", "kode_pos", "telepon_kantor", "email", "situs",
            "tempat", "dasar_hukum", "tahun_kerja",
        )  # fmt: skip


class BidangForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Bidang
        fields = ("nama", "urutan")


class PejabatForm(ScopedModelForm):
    nip = forms.CharField(label="NIP", max_length=30, required=False, help_text="18 angka; boleh dengan spasi.")

    class Meta(ScopedModelForm.Meta):
        model = Pejabat
        fields = (
            "nama", "nip", "jabatan", "pangkat", "golongan", "sifat", "is_kepala", "is_kepala_daerah", "mulai",
            "sampai",
        )  # fmt: skip

    def clean_nip(self) -> str:
        return "".join(self.cleaned_data["nip"].split())


class UserForm(ScopedModelForm):
    """Akun dan perannya; sandi diisi saat membuat akun atau bila hendak diganti."""

    peran = forms.ChoiceField(choices=[("", "—"), *((r.value, LABELS[r]) for r in Role)], label="Peran")
    sandi = forms.CharField(
        label="Kata sandi",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Paling sedikit 12 aksara. Kosongkan bila tidak diganti.",
    )

    class Meta(ScopedModelForm.Meta):
        model = User
        fields = ("username", "first_name", "last_name", "email", "pejabat", "is_active")
        labels = {"username": "Nama pengguna"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["peran"] = next(iter(self.instance.roles), "")
        else:
            self.fields["sandi"].required = True

    def clean_sandi(self) -> str:
        sandi: str = self.cleaned_data["sandi"]
        if sandi:
            names = ("username", "first_name", "last_name", "email")
            validate_password(sandi, User(**{name: self.cleaned_data.get(name, "") for name in names}))
        return sandi

    def save(self, commit: bool = True) -> User:
        """Akun dengan sandinya bila diisi; `core.door` yang menyimpannya bersama `groups`."""
        user: User = super().save(commit=False)
        if self.cleaned_data["sandi"]:
            user.set_password(self.cleaned_data["sandi"])
        return user

    def groups(self) -> list[Group]:
        """Grup menurut peran yang dipilih."""
        return [Group.objects.get_or_create(name=self.cleaned_data["peran"])[0]]
