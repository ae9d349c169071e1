from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from core.forms import Cleaned, PlainForm, ScopedModelForm, TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from documents.forms.berkas import BerkasField
from documents.impor import Penerima
from documents.models import Pembukaan, TanggapanTemuan
from documents.workflow import Ketentuan

Putusan = TanggapanTemuan.Putusan
SERTIFIKAT_BYTES = 100_000
KODE_CONTOH = "contoh ABCD-EFGH-IJKL-MNOP"


class AdvanceForm(PlainForm):
    """Catatan, sandi dan frasa sandi; yang tidak diminta langkahnya dibuang."""

    note = forms.CharField(
        label="Catatan",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    password = forms.CharField(
        label="Kata sandi akun Anda",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    passphrase = forms.CharField(
        label="Frasa sandi sertifikat",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Frasa sandi berkas sertifikat (.p12) Anda; tidak disimpan.",
    )

    def __init__(
        self, *args: Any, ketentuan: Ketentuan, has_certificate: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = ketentuan.note
        if not ketentuan.password:
            del self.fields["password"]
        if not (ketentuan.password and has_certificate):
            del self.fields["passphrase"]


class SertifikatForm(PlainForm):
    """Berkas sertifikat dan frasa sandinya, yang hanya dipakai memeriksanya."""

    berkas = forms.FileField(
        label="Berkas sertifikat (.p12)",
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx"}),
        help_text="Tersimpan di peladen, hanya terbaca aplikasi ini.",
    )
    passphrase = forms.CharField(
        label="Frasa sandi sertifikat",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Diminta lagi tiap kali menandatangani; tidak disimpan.",
    )

    def clean_berkas(self) -> bytes:
        """Isi berkasnya; sertifikat satu orang tidak pernah sebesar itu."""
        berkas: UploadedFile = self.cleaned_data["berkas"]
        if berkas.size is None or berkas.size > SERTIFIKAT_BYTES:
            raise ValidationError("Sertifikat paling besar 100 kB.")
        return berkas.read()


class PenjelasanForm(PlainForm):
    """Penjelasan yang menyusun atas satu temuan."""

    isian = forms.Textarea(attrs={"rows": 4})
    alasan = forms.CharField(label="Penjelasan", widget=isian)


class PutusanForm(PlainForm):
    """Putusan meja berikutnya atas penjelasan itu."""

    putusan = forms.ChoiceField(
        choices=[
            (Putusan.DITERIMA.value, Putusan.DITERIMA.label),
            (Putusan.DITOLAK.value, Putusan.DITOLAK.label),
        ],
        widget=forms.RadioSelect(),
    )
    catatan = forms.CharField(
        label="Catatan putusan",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila penjelasannya tidak diterima.",
    )


class VerifyCodeForm(forms.Form):
    """Kode pada cetakan; boleh diketik tanpa garis."""

    kode = forms.CharField(label="Kode verifikasi", max_length=40, help_text=KODE_CONTOH)

    def clean_kode(self) -> str:
        """Enam belas aksara, bergaris tiap empat."""
        kode = self.cleaned_data["kode"].upper()
        letters = "".join(filter(str.isalnum, kode))
        if len(letters) != 16:
            raise forms.ValidationError(f"Kode terdiri atas 16 aksara, {KODE_CONTOH}.")
        semua_bagian = []
        for start in range(0, 16, 4):
            end = start + 4
            semua_bagian.append(letters[start:end])
        return "-".join(semua_bagian)


class VerifyPdfForm(forms.Form):
    """Berkas yang diterima dicocokkan hash-nya; tidak disimpan."""

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
    """Berkasnya, dan tahun datanya bila penerimanya memintanya."""

    tahun_data = TahunField(
        label="Tahun data",
        min_value=TAHUN_AWAL,
        max_value=TAHUN_AKHIR,
        help_text="Untuk baris yang tidak menyebut tahunnya sendiri.",
    )
    abaikan = forms.BooleanField(
        label="Lewati kolom yang tidak dikenal",
        required=False,
        help_text="Kolom yang dilewati disebut pada pratinjau.",
    )
    berkas = forms.FileField(
        label="Berkas",
        widget=forms.FileInput(),
        error_messages={"required": "Pilih berkasnya dulu.", "empty": "Berkasnya kosong."},
    )

    def __init__(self, *args: Any, penerima: type[Penerima], tahun: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bawaan = tahun
        self.fields["tahun_data"].initial = tahun
        if not penerima.is_pilih_tahun:
            del self.fields["tahun_data"]
        if not penerima.is_boleh_abai:
            del self.fields["abaikan"]
        if penerima.is_banyak:
            self.fields["berkas"] = BerkasField()
        berkas = self.fields["berkas"]
        akhiran = ", ".join(penerima.akhiran)
        berkas.label = f"Berkas ({akhiran})"
        berkas.widget.attrs["accept"] = ",".join(penerima.akhiran)

    field_order = ("tahun_data", "berkas", "abaikan")

    def tahun(self) -> int:
        """Tahun yang dipilih, atau tahun halamannya bila tidak ditanyakan."""
        return self.cleaned_data.get("tahun_data", self.bawaan)  # type: ignore[no-any-return]


class PenggantiForm(ScopedModelForm):
    """Yang dapat digantikan hanya naskah bertanda tangan dengan tahun yang sama."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["menggantikan"]
        field.queryset = field.queryset.filter(pengesahan__isnull=False)

    def clean(self) -> Cleaned:
        """Naskah tahun lain bukan pengganti."""
        data = super().clean()
        lama = data.get("menggantikan")
        if lama and lama.tahun != data.get("tahun"):
            self.add_error(
                "menggantikan",
                f"Naskah yang digantikan bertahun {lama.tahun}; samakan tahunnya.",
            )
        elif lama and self._is_replaced(lama):
            self.add_error("menggantikan", f"{lama} sudah digantikan; pilih penggantinya.")
        return data

    def _is_replaced(self, lama: Any) -> bool:
        """Naskah lain sudah menggantikannya."""
        model = type(self.instance)
        lainnya = model._default_manager.exclude(pk=self.instance.pk)
        return lainnya.filter(menggantikan=lama).exists()
