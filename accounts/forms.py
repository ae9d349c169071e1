from hashlib import sha256
from io import BytesIO
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from accounts.models import Bidang, Pejabat, PerangkatDaerah, User
from accounts.models.daerah import PETUNJUK_LOGO
from accounts.roles import LABELS, PERANGKAT_PERAN, Role, in_order
from core.daerah import PERANGKAT, Perangkat
from core.forms import ScopedModelForm

LOGO_BYTES = 1024 * 1024
LOGO_SISI, LOGO_CETAK = 4000, 400  # piksel terbesar; piksel yang disimpan
BUKAN_GAMBAR = (
    OSError,
    ValueError,
    SyntaxError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


class LogoField(forms.FileField):
    """Gambar PNG atau JPEG.

    Yang disimpan tulis ulangnya sebagai PNG kecil, bernama menurut isinya.
    """

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        return logo_png(file) if file else None


def logo_png(file: Any) -> ContentFile:
    """PNG baru dari gambar unggahan; `ValidationError` bila bukan PNG/JPEG atau terlalu besar."""
    if file.size > LOGO_BYTES:
        raise ValidationError("Logo paling besar 1 MB.")
    try:
        with Image.open(file, formats=("PNG", "JPEG")) as image:
            if max(image.size) > LOGO_SISI:
                raise ValidationError(f"Logo paling besar {LOGO_SISI} × {LOGO_SISI} piksel.")
            small = image.convert("RGBA")
    except BUKAN_GAMBAR as error:
        raise ValidationError("Logo harus gambar PNG atau JPEG yang utuh.") from error
    small.thumbnail((LOGO_CETAK, LOGO_CETAK))
    output = BytesIO()
    small.save(output, "PNG", optimize=True)
    content = output.getvalue()
    return ContentFile(content, f"{sha256(content).hexdigest()[:20]}.png")


class PerangkatDaerahForm(ScopedModelForm):
    logo = LogoField(
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        help_text=f"{PETUNJUK_LOGO} Kosongkan bila tidak diganti.",
    )
    hapus_logo = forms.BooleanField(label="Hapus logo", required=False)

    class Meta(ScopedModelForm.Meta):
        model = PerangkatDaerah
        fields = (
            "jenis",
            "nama",
            "singkatan",
            "logo",
            "hapus_logo",
            "alamat",
            "kode_pos",
            "telepon_kantor",
            "email",
            "situs",
            "tempat",
            "dasar_hukum",
            "tahun_kerja",
            "is_lkjip_direviu",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.pop("logo", None)  # berkas tersimpan tidak ikut dikirim ulang
        if not self.instance.logo:
            del self.fields["hapus_logo"]
            self.helper.layout.fields.remove("hapus_logo")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("hapus_logo") and not data.get("logo"):
            data["logo"] = False
        if data.get("logo") and self._is_stored(data["logo"].name):
            data["logo"] = None
        return data

    def _is_stored(self, name: str) -> bool:
        """Apakah logo tersimpan berisi sama; namanya sidik isinya, mungkin berakhiran pembeda."""
        logo = self.instance.logo
        is_same = bool(logo) and name.removesuffix(".png") in logo.name
        return is_same and logo.storage.exists(logo.name)


class KantorForm(ScopedModelForm):
    """Baris milik satu perangkat daerah; bawaannya dinas PMD."""

    sebutan = {"perangkat_daerah": (lambda kantor: kantor.nama,)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["perangkat_daerah"].required = True
        if not self.instance.pk:
            self.initial.setdefault("perangkat_daerah", self.user.kabupaten.dinas_tercatat)


class PejabatForm(KantorForm):
    nip = forms.CharField(
        label="NIP",
        max_length=30,
        required=False,
        help_text="18 angka; boleh dengan spasi.",
    )

    class Meta(ScopedModelForm.Meta):
        model = Pejabat
        fields = (
            "perangkat_daerah",
            "nama",
            "nip",
            "jabatan",
            "pangkat",
            "golongan",
            "sifat",
            "is_kepala",
            "mulai",
            "sampai",
        )

    def clean_nip(self) -> str:
        return "".join(self.cleaned_data["nip"].split())

    def clean(self) -> dict[str, Any]:
        """Hanya pejabat pada kantor kepala daerah yang boleh tanpa NIP."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        kantor = data.get("perangkat_daerah")
        jenis = kantor.jenis if kantor else ""
        is_kepala_daerah = jenis == Perangkat.KEPALA_DAERAH
        self.instance.is_kepala_daerah = is_kepala_daerah
        if data.get("nip") == "" and not is_kepala_daerah:
            self.add_error("nip", "NIP wajib diisi, kecuali untuk kepala daerah.")
        return data


def label_bidang(bidang: Bidang) -> str:
    return f"{bidang} ({bidang.perangkat_daerah.singkatan})"


class UserForm(KantorForm):
    """Akun, perannya dan kantornya; sandi diisi saat membuat akun atau bila hendak diganti."""

    relations = ("groups",)
    sebutan = KantorForm.sebutan | {"bidang": (label_bidang, "perangkat_daerah")}

    peran = forms.MultipleChoiceField(
        choices=[(role.value, LABELS[role]) for role in Role],
        label="Peran",
        widget=forms.CheckboxSelectMultiple,
    )
    sandi = forms.CharField(
        label="Kata sandi",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Paling sedikit 12 aksara. Kosongkan bila tidak diganti.",
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
        if self.instance.pk:
            self.initial["peran"] = list(self.instance.roles)
        else:
            self.fields["sandi"].required = True
        if self.instance.pk == self.user.pk:
            self.fields["peran"].disabled = True
            self.fields["peran"].help_text = "Peran sendiri hanya dapat diubah admin lain."

    def clean_peran(self) -> list[str]:
        return list(in_order(self.cleaned_data["peran"]))

    def clean_sandi(self) -> str:
        sandi: str = self.cleaned_data["sandi"]
        if sandi:
            names = ("username", "first_name", "last_name", "email")
            validate_password(
                sandi,
                User(**{name: self.cleaned_data.get(name, "") for name in names}),
            )
        return sandi

    def clean(self) -> dict[str, Any]:
        """Bidang, pejabat dan peran harus sesuai dengan perangkat daerahnya."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        kantor = data.get("perangkat_daerah")
        if kantor is None:
            return data
        for name in ("bidang", "pejabat"):
            row = data.get(name)
            if row and row.perangkat_daerah_id != kantor.pk:
                self.add_error(name, f"“{row}” bukan milik {kantor.nama}.")
        for role in data.get("peran", ()):
            wajib = PERANGKAT_PERAN.get(Role(role), kantor.jenis)
            if wajib != kantor.jenis:
                milik = PERANGKAT[Perangkat(wajib)]
                self.add_error(
                    "peran",
                    f"Peran {LABELS[Role(role)]} hanya untuk akun pada {milik}.",
                )
        return data

    def save(self, commit: bool = True) -> User:
        """Akun dengan sandinya bila diisi; `core.door` yang menyimpannya bersama `groups`."""
        user: User = super().save(commit=False)
        if self.cleaned_data["sandi"]:
            user.set_password(self.cleaned_data["sandi"])
        return user

    def groups(self) -> list[Group]:
        """Grup menurut peran yang dipilih."""
        return [Group.objects.get_or_create(name=role)[0] for role in self.cleaned_data["peran"]]
