from typing import Any

from django.core.exceptions import ValidationError

from core.forms import AngkaField, ScopedModelForm
from villages.kode import jenis
from villages.models import AnggotaKerjaSama, Desa, Kecamatan, KerjaSama, RekapLembaga


class KecamatanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Kecamatan
        fields = ("kode", "nama")

    def clean_kode(self) -> str:
        kode: str = self.cleaned_data["kode"]
        if not kode.startswith(f"{self.user.kabupaten.kode}."):
            raise ValidationError(f"Kode kecamatan harus berawal {self.user.kabupaten.kode}.")
        return kode


class DesaForm(ScopedModelForm):
    """Jenisnya dibaca dari kode, sehingga keduanya tidak dapat berselisih."""

    lintang = AngkaField(max_digits=9, decimal_places=6, min_value=-90, max_value=90, required=False)
    bujur = AngkaField(max_digits=9, decimal_places=6, min_value=-180, max_value=180, required=False)

    class Meta(ScopedModelForm.Meta):
        model = Desa
        fields = ("kecamatan", "kode", "nama", "lintang", "bujur")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        kecamatan, kode = data.get("kecamatan"), data.get("kode")
        if kode and kecamatan and not kode.startswith(f"{kecamatan.kode}."):
            self.add_error("kode", f"Kode desa di Kecamatan {kecamatan} harus berawal {kecamatan.kode}.")
        return data

    def clean_kode(self) -> str:
        kode: str = self.cleaned_data["kode"]
        try:
            self.instance.jenis = jenis(kode)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        return kode


class KerjaSamaForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = KerjaSama
        fields = ("kecamatan", "jenis", "kawasan", "urutan", "tema", "is_prioritas_nasional", "bumdesma", "dasar_hukum")


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
        fields = (
            "kecamatan", "tahun", "jumlah_desa", "jumlah_kelurahan", "posyandu", "posyandu_aktif",
            "lpm", "lpm_berprestasi", "binaan_lpm", "pkk", "pkk_aktif", "binaan_pkk",
            "rw", "rt", "karang_taruna", "lembaga_adat",
        )  # fmt: skip
        help_texts = dict.fromkeys(
            ("posyandu_aktif", "lpm_berprestasi", "binaan_lpm", "pkk_aktif", "binaan_pkk"),
            "Kosongkan bila belum diketahui; 0 berarti memang tidak ada.",
        )


def desa_label(desa: Desa) -> str:
    """Nama desa saja sering kembar; kecamatan dan kodenya membedakan."""
    return f"{desa.nama} — {desa.kecamatan} ({desa.kode})"
