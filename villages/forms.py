import datetime
from operator import attrgetter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.forms import AngkaField, Cleaned, PlainForm, ScopedModelForm, TanggalField
from core.forms.formulir import setempat
from documents.forms import BuktiField
from villages.kode import jenis
from villages.models import Desa, Kecamatan


def desa_label(desa: Desa) -> str:
    """Nama desa saja sering kembar; kecamatan dan kodenya membedakan, menurut tahun barisnya."""
    kode = getattr(desa, "kode_saat", desa.kode)
    return f"{desa.tulisan_tahun} — {desa.letak_tahun} ({kode})"


SEBUTAN_DESA = (desa_label, "kecamatan")
SEBUTAN_KECAMATAN = (attrgetter("tulisan_tahun"),)


class WilayahForm(ScopedModelForm):
    """Perubahan yang bertanggal menyimpan keadaan lamanya sebagai riwayat."""

    sejak = TanggalField(
        label="Perubahan berlaku sejak",
        required=False,
        help_text="Isi bila kode, nama atau kecamatannya berubah karena peraturan; yang lama "
        "disimpan sebagai riwayat. Kosongkan bila hanya membetulkan tulisan.",
    )
    dasar = forms.CharField(label="Dasar perubahan", max_length=300, required=False)

    def clean_sejak(self) -> datetime.date | None:
        sejak: datetime.date | None = self.cleaned_data["sejak"]
        if sejak and sejak > timezone.localdate():
            raise ValidationError("Tanggal ini belum tiba.")
        return sejak


class KecamatanForm(WilayahForm):
    class Meta(ScopedModelForm.Meta):
        model = Kecamatan
        fields = ("kode", "nama", "urutan", "dibentuk", "dasar_pembentukan", "sampai")

    def clean_kode(self) -> str:
        kode: str = self.cleaned_data["kode"]
        if not kode.startswith(f"{self.user.kabupaten.kode}."):
            raise ValidationError(f"Kode kecamatan harus berawal {self.user.kabupaten.kode}.")
        return kode


def derajat_field(batas: int) -> AngkaField:
    """Garis lintang atau bujur, dalam derajat sampai `batas` ke kedua arah."""
    return AngkaField(
        max_digits=9,
        decimal_places=6,
        min_value=-batas,
        max_value=batas,
        required=False,
        satuan="derajat",
    )


class DesaForm(WilayahForm):
    """Jenisnya dibaca dari kode, sehingga keduanya tidak dapat berselisih."""

    sebutan = dict.fromkeys(("asal", "penerus"), SEBUTAN_DESA)

    lintang = derajat_field(90)
    bujur = derajat_field(180)

    class Meta(ScopedModelForm.Meta):
        model = Desa
        fields = (
            "kecamatan", "kode", "nama", "lintang", "bujur", "dibentuk", "dasar_pembentukan",
            "asal", "sampai", "penerus",
        )  # fmt: skip

    def clean(self) -> Cleaned:
        data = super().clean()
        kecamatan = data.get("kecamatan")
        kode = data.get("kode")
        if kode and kecamatan and not kode.startswith(f"{kecamatan.kode}."):
            self.add_error(
                "kode", f"Kode desa di Kecamatan {kecamatan} harus berawal {kecamatan.kode}."
            )
        return data

    def clean_kode(self) -> str:
        kode: str = self.cleaned_data["kode"]
        try:
            self.instance.jenis = jenis(kode)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        return kode


class EdisiForm(forms.Form):
    """Sejak kapan satu edisi daftar kode berlaku, dan peraturannya."""

    sejak = TanggalField(label="Edisi ini berlaku sejak", initial=timezone.localdate)
    dasar = forms.CharField(
        label="Dasar", max_length=300, help_text="Peraturan atau sumber daftarnya."
    )
    sampai = TanggalField(
        label="Sampai",
        required=False,
        help_text="Hanya untuk edisi lama: tanggal edisi sesudahnya berlaku. Kode dan namanya "
        "dicatat sebagai riwayat; keadaan kini tetap.",
    )

    def clean_sejak(self) -> datetime.date:
        sejak: datetime.date = self.cleaned_data["sejak"]
        if sejak > timezone.localdate():
            raise ValidationError("Tanggal ini belum tiba.")
        return sejak

    def clean(self) -> Cleaned:
        data: Cleaned = super().clean() or self.cleaned_data
        sejak = data.get("sejak")
        sampai = data.get("sampai")
        if sejak and sampai and sampai <= sejak:
            self.add_error("sampai", "Tanggal ini harus sesudah edisinya mulai berlaku.")
        return data


class CocokForm(forms.Form):
    """Desa yang dimaksud satu tulisan; calon terdekat di depan."""

    desa = forms.ModelChoiceField(Desa.objects.none(), label="Desa yang dimaksud")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["desa"]
        field.queryset = Desa.objects.visible_to(user).berlaku().select_related("kecamatan")
        field.label_from_instance = desa_label


class KerjaSamaForm(ScopedModelForm):
    """Berkas dokumennya dilampirkan di sini; tautan dicatat dari rinciannya."""

    bukti = BuktiField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bukti"].label = "Berkas dokumen"


class BatasForm(PlainForm):
    """GeoJSON batas desa, kecamatan atau kabupaten; wilayahnya dikenali dari kodenya."""

    berkas = forms.FileField(
        label="Berkas GeoJSON",
        help_text="FeatureCollection poligon; salah satu sifat tiap unsur memuat kode desa, "
        "kecamatan atau kabupatennya, dengan atau tanpa titik.",
        widget=forms.FileInput(attrs={"accept": ".geojson,.json"}),
    )
    sumber = forms.CharField(
        label="Sumber", max_length=200, help_text="Misalnya penetapan batas atau peta BIG."
    )


KECAMATAN_LAIN = "Kecamatan itu tidak ada pada daftar; semua desa ditampilkan."


class SaringKecamatanForm(forms.Form):
    """Saringan laporan: satu kecamatan, atau semuanya."""

    kecamatan = forms.ModelChoiceField(
        Kecamatan.objects.none(),
        label="Kecamatan",
        required=False,
        empty_label="Semua kecamatan",
        error_messages={"invalid_choice": KECAMATAN_LAIN},
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kecamatan: Any = self.fields["kecamatan"]
        kecamatan.queryset = Kecamatan.objects.visible_to(user)
        setempat(self.fields.values(), user)

    @property
    def terpilih(self) -> Kecamatan | None:
        """Saringan yang keliru disebut halamannya dan tidak menyaring."""
        if self.is_valid():
            return self.cleaned_data["kecamatan"]  # type: ignore[no-any-return]
        return None
