from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile

from core.forms import Cleaned, PlainForm, ScopedModelForm, TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.uploads import MAX_BYTES
from documents.impor import Penerima
from documents.jenis_berkas import ACCEPT, HEAD_BYTES, masalah_berkas, masalah_isi
from documents.models import Pembukaan, TanggapanTemuan
from documents.workflow import Rule

SemuaBerkas = list[UploadedFile]
Putusan = TanggapanTemuan.Putusan
PANJANG_NAMA = 200
SERTIFIKAT_BYTES = 100_000
PETUNJUK = (
    "Boleh beberapa berkas: PDF, PNG, JPG, XLSX atau DOCX, masing-masing paling besar "
    f"{MAX_BYTES // 1_000_000} MB. Bila isian lain ditolak, pilih lagi berkasnya."
)
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

    def __init__(self, *args: Any, rule: Rule, has_certificate: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = rule.note
        if not rule.password:
            del self.fields["password"]
        if not (rule.password and has_certificate):
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
        parts = []
        for start in range(0, 16, 4):
            end = start + 4
            parts.append(letters[start:end])
        return "-".join(parts)


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


class BanyakInput(forms.FileInput):
    """Boleh memilih beberapa berkas sekaligus."""

    allow_multiple_selected = True


class BerkasField(forms.FileField):
    """Satu berkas apa adanya.

    Beberapa menjadi satu zip, sehingga yang disimpan tetap satu unggahan.
    """

    widget = BanyakInput
    default_error_messages = {"required": "Pilih berkasnya dulu.", "empty": "Berkasnya kosong."}

    def clean(self, data: Any, initial: Any = None) -> UploadedFile:
        kiriman = list(data or [])
        if not kiriman:
            return super().clean(None, initial)  # type: ignore[no-any-return]
        if len(kiriman) == 1:
            return super().clean(kiriman[0], initial)  # type: ignore[no-any-return]
        sizes = [berkas.size or 0 for berkas in kiriman]
        if sum(sizes) > MAX_BYTES:
            terbesar = MAX_BYTES // 1024**2
            raise ValidationError(f"Seluruhnya lebih dari {terbesar} MB. Kirim sebagai zip.")
        banyak = len(kiriman)
        return SimpleUploadedFile(f"{banyak} berkas.zip", _zip(kiriman))


def _zip(kiriman: SemuaBerkas) -> bytes:
    """Beberapa berkas sebagai satu zip."""
    wadah = BytesIO()
    with ZipFile(wadah, "w", ZIP_DEFLATED) as arsip:
        semua_nama = _nama_unik(kiriman)
        for nama, berkas in zip(semua_nama, kiriman, strict=True):
            arsip.writestr(nama, berkas.read())
    return wadah.getvalue()


def _nama_unik(kiriman: SemuaBerkas) -> list[str]:
    """Nama kembar diberi nomor di depannya."""
    semua = [str(berkas.name) for berkas in kiriman]
    hasil = []
    for nomor, nama in enumerate(semua, start=1):
        if semua.count(nama) > 1:
            nama = f"{nomor}-{nama}"
        hasil.append(nama)
    return hasil


class BuktiField(forms.FileField):
    """Beberapa berkas sekaligus."""

    widget = BanyakInput(attrs={"accept": ACCEPT})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="Berkas bukti", required=False, help_text=PETUNJUK, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> SemuaBerkas:
        """Masalah semua berkas disebut sekaligus."""
        kiriman = list(data or [])
        semua = map(_masalah, kiriman)
        errors = list(filter(None, semua))
        if errors:
            raise ValidationError(errors)
        return kiriman


def _masalah(berkas: UploadedFile) -> str:
    name = str(berkas.name)
    if len(name) > PANJANG_NAMA:
        awal = name[:40]
        return f"“{awal}…”: nama berkas paling panjang {PANJANG_NAMA} aksara."
    berkas.seek(0)
    head = berkas.read(HEAD_BYTES)
    size = berkas.size or 0
    salah = masalah_berkas(name, head, size, MAX_BYTES)
    if salah:
        return salah
    berkas.seek(0)
    return masalah_isi(name, berkas)


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
