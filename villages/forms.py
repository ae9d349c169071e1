import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError

from core.forms import AngkaField, ScopedModelForm, TanggalField
from documents.forms import BuktiField, PenggantiForm
from villages.kode import jenis
from villages.models import (
    AnggotaKerjaSama,
    AngkaIkk,
    BerkasIkk,
    Desa,
    FormulirKerjaSama,
    Kecamatan,
    KegiatanPkk,
    KerjaSama,
    Lembaga,
    OutcomeIkk,
    OutputIkk,
    Pengurus,
    RekapLembaga,
    RiwayatWilayah,
    TautanKerjaSama,
)
from villages.models.lembaga import LEMBAGA, RINCI
from villages.reports.lembaga import kolom_pkk


class KecamatanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Kecamatan
        fields = ("kode", "nama", "urutan", "sampai")

    def clean_kode(self) -> str:
        kode: str = self.cleaned_data["kode"]
        if not kode.startswith(f"{self.user.kabupaten.kode}."):
            raise ValidationError(f"Kode kecamatan harus berawal {self.user.kabupaten.kode}.")
        return kode


class DesaForm(ScopedModelForm):
    """Jenisnya dibaca dari kode, sehingga keduanya tidak dapat berselisih; nama lama menjadi riwayat."""

    lintang = AngkaField(max_digits=9, decimal_places=6, min_value=-90, max_value=90, required=False)
    bujur = AngkaField(max_digits=9, decimal_places=6, min_value=-180, max_value=180, required=False)
    sejak = TanggalField(
        label="Perubahan berlaku sejak",
        required=False,
        help_text="Isi bila nama atau kecamatannya berubah karena peraturan; yang lama disimpan sebagai riwayat. "
        "Kosongkan bila hanya membetulkan tulisan.",
    )
    dasar = forms.CharField(label="Dasar perubahan", max_length=300, required=False)

    class Meta(ScopedModelForm.Meta):
        model = Desa
        fields = ("kecamatan", "kode", "nama", "lintang", "bujur", "sampai")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        kecamatan, kode = data.get("kecamatan"), data.get("kode")
        if kode and kecamatan and not kode.startswith(f"{kecamatan.kode}."):
            self.add_error("kode", f"Kode desa di Kecamatan {kecamatan} harus berawal {kecamatan.kode}.")
        if data.get("sejak") and data["sejak"] > datetime.date.today():  # noqa: DTZ011 tanggal peraturan
            self.add_error("sejak", "Tanggal ini belum tiba.")
        return data

    def clean_kode(self) -> str:
        kode: str = self.cleaned_data["kode"]
        try:
            self.instance.jenis = jenis(kode)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        return kode


class RiwayatWilayahForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = RiwayatWilayah
        fields = ("desa", "nama", "jenis", "kecamatan", "sampai", "dasar")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("desa", desa_label, "kecamatan")


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

    class Meta(ScopedModelForm.Meta):
        model = KerjaSama
        fields = (
            "kecamatan", "jenis", "kawasan", "urutan", "tema", "is_prioritas_nasional", "bumdesma", "dasar_hukum",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bukti"].label = "Berkas dokumen"


class TautanKerjaSamaForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = TautanKerjaSama
        fields = ("kerja_sama", "judul", "tautan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("kerja_sama", str, "kecamatan")


class FormulirKerjaSamaForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = FormulirKerjaSama
        fields = ("kerja_sama", "tahun", "dokumen", "keterangan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("kerja_sama", str, "kecamatan")


class AnggotaKerjaSamaForm(ScopedModelForm):
    """Desa boleh kosong selama nama pada formulir belum cocok dengan satu kode."""

    class Meta(ScopedModelForm.Meta):
        model = AnggotaKerjaSama
        fields = (
            "kerja_sama", "tahun", "urutan", "nama_tercetak", "desa", "is_aktif", "perdes", "keterangan",
            "kontak", "telepon",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("kerja_sama", str, "kecamatan")
        self.relabel("desa", desa_label, "kecamatan")


class RekapLembagaForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = RekapLembaga
        fields = ("kecamatan", "tahun", "jumlah_desa", "jumlah_kelurahan", *LEMBAGA, *RINCI)
        help_texts = dict.fromkeys(RINCI, "Kosongkan bila belum diketahui; 0 berarti memang tidak ada.")


class LembagaForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Lembaga
        fields = ("desa", "jenis", "nama", "nomor_sk", "tanggal_sk", "mulai", "berakhir")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("desa", desa_label, "kecamatan")


class PengurusForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Pengurus
        fields = ("lembaga", "urutan", "jabatan", "nama", "telepon")
        help_texts = {"telepon": "Hanya tampil bagi yang boleh mengubahnya."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("lembaga", str, "desa")


class KegiatanPkkForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = KegiatanPkk
        fields = ("kecamatan", "tahun", *kolom_pkk(), "keterangan")


class OutcomeIkkForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = OutcomeIkk
        fields = ("nomor", "nama")


class OutputIkkForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = OutputIkk
        fields = ("nomor", "uraian", "sumber")


class AngkaIkkForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = AngkaIkk
        fields = ("output", "tahun", "tercetak", "sumber")


class BerkasIkkForm(PenggantiForm):
    class Meta(ScopedModelForm.Meta):
        model = BerkasIkk
        fields = ("tahun", "nomor", "tanggal", "menggantikan")


def desa_label(desa: Desa) -> str:
    """Nama desa saja sering kembar; kecamatan dan kodenya membedakan."""
    return f"{desa.nama} — {desa.kecamatan} ({desa.kode})"


class BatasForm(forms.Form):
    """GeoJSON batas desa; desanya dikenali dari kodenya."""

    berkas = forms.FileField(
        label="Berkas GeoJSON",
        help_text="FeatureCollection poligon; salah satu sifat tiap unsur memuat kode desa, dengan atau tanpa titik.",
        widget=forms.FileInput(attrs={"accept": ".geojson,.json"}),
    )
    sumber = forms.CharField(label="Sumber", max_length=200, help_text="Misalnya penetapan batas atau peta BIG.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
