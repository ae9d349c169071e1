"""Formulir akun: kantor, peran, kata sandi pertama."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password

from accounts.actions import has_orang_kedua
from accounts.forms.kantor import KantorForm
from accounts.models import Bidang, User
from accounts.roles import BERPERSETUJUAN, LABELS, ORANG_KEDUA, PERANGKAT_PERAN, Peran, in_order
from core.daerah import PERANGKAT, Perangkat
from core.forms import Cleaned, ScopedModelForm

SENDIRI = ("peran", "pejabat", "is_active")  # pada akun sendiri hanya diubah admin lain
ORANG_KEDUA_TERAKHIR = (
    "Sesudah ini tidak ada orang kedua yang dapat menyetujui peran. Tunjuk penggantinya dahulu."
)


def label_bidang(bidang: Bidang) -> str:
    return f"{bidang} ({bidang.perangkat_daerah.singkatan})"


class UserForm(KantorForm):
    """Akun, perannya dan kantornya; kata sandi yang diketik di sini harus diganti pemiliknya."""

    relations = ("groups",)
    sebutan = KantorForm.sebutan | {"bidang": (label_bidang, "perangkat_daerah")}

    peran = forms.MultipleChoiceField(
        choices=[(peran.value, LABELS[peran]) for peran in Peran],
        label="Peran",
        widget=forms.CheckboxSelectMultiple,
    )
    sandi = forms.CharField(
        label="Kata sandi",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=(
            "Sebaiknya kosong: undang dengan tautan dari halaman akunnya. Bila diisi, paling "
            "sedikit 12 aksara, dan harus diganti saat masuk."
        ),
    )

    class Meta(ScopedModelForm.Meta):
        model = User
        fields = (
            "username",
            "first_name",
            "last_name",
            "email",
            "perangkat_daerah",
            "bidang",
            "pejabat",
            "is_active",
        )
        labels = {"username": "Nama pengguna"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = self.instance.peran if self.instance.pk else ()
        self.initial["peran"] = list(self.before)
        if self.instance.pk == self.user.pk:
            self._protect_own()

    def _protect_own(self) -> None:
        """Kata sandi sendiri diganti di halamannya, yang meminta kata sandi lama."""
        for nama in SENDIRI:
            self.fields[nama].disabled = True
            self.fields[nama].help_text = "Pada akun sendiri hanya dapat diubah admin lain."
        del self.fields["sandi"]
        self.helper.layout.fields.remove("sandi")

    def clean_peran(self) -> list[str]:
        return list(in_order(self.cleaned_data["peran"]))

    def clean_sandi(self) -> str:
        sandi: str = self.cleaned_data["sandi"]
        if sandi:
            semua_nama = ("username", "first_name", "last_name", "email")
            validate_password(
                sandi,
                User(**{nama: self.cleaned_data.get(nama, "") for nama in semua_nama}),
            )
        return sandi

    def clean(self) -> Cleaned:
        """Bidang, pejabat dan peran menurut perangkat daerahnya; orang kedua tidak habis."""
        data: Cleaned = super().clean() or self.cleaned_data
        kantor = data.get("perangkat_daerah")
        if kantor is not None:
            self._check_kantor(data, kantor)
        if self._ends_orang_kedua(data):
            self.add_error(None, ORANG_KEDUA_TERAKHIR)
        return data

    def _check_kantor(self, data: Cleaned, kantor: Any) -> None:
        for nama in ("bidang", "pejabat"):
            row = data.get(nama)
            if row and row.perangkat_daerah_id != kantor.pk:
                self.add_error(nama, f"“{row}” bukan milik {kantor.nama}.")
        for peran in data.get("peran", ()):
            wajib = PERANGKAT_PERAN.get(Peran(peran), kantor.jenis)
            if wajib != kantor.jenis:
                milik = PERANGKAT[Perangkat(wajib)]
                self.add_error(
                    "peran",
                    f"Peran {LABELS[Peran(peran)]} hanya untuk akun pada {milik}.",
                )

    def _ends_orang_kedua(self, data: Cleaned) -> bool:
        """Satu orang tidak menyingkirkan orang kedua terakhir, lalu bebas memberi peran."""
        was = self.instance.pk and not ORANG_KEDUA.isdisjoint(self.before)
        stays = data.get("is_active") and not ORANG_KEDUA.isdisjoint(data.get("peran", ()))
        if not was or stays:
            return False
        return not self._has_orang_kedua()

    def _has_orang_kedua(self) -> bool:
        return has_orang_kedua(pengguna=self.instance, by=self.user)

    def ditahan(self) -> list[str]:
        """Peran baru yang menunggu orang kedua; kosong selama orang kedua belum ada."""
        baru = []
        for peran in self.cleaned_data["peran"]:
            if peran not in self.before:
                baru.append(peran)
        perlu = [peran for peran in baru if peran in BERPERSETUJUAN]
        if perlu and self._has_orang_kedua():
            return perlu
        return []

    def berlaku(self) -> list[str]:
        """Peran yang langsung berlaku."""
        ditahan = self.ditahan()
        return [peran for peran in self.cleaned_data["peran"] if peran not in ditahan]

    def save(self, commit: bool = True) -> User:
        """Akun dengan sandinya bila diisi; `core.door` yang menyimpannya bersama `groups`."""
        user: User = super().save(commit=False)
        if sandi := self.cleaned_data.get("sandi"):
            user.set_password(sandi)
            user.is_sandi_sementara = True
        elif not user.pk:
            user.set_unusable_password()
        return user

    def groups(self) -> list[Group]:
        """Grup menurut peran yang berlaku; grup yang bukan peran dibiarkan."""
        groups = []
        for peran in self.berlaku():
            groups.append(Group.objects.get_or_create(name=peran)[0])
        if self.instance.pk:
            lain = self.instance.groups.exclude(name__in=Peran.__members__.values())
            groups += lain
        return groups
