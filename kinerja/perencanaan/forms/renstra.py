"""Formulir Renstra dan indikatornya."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError

from core.forms import Cleaned, ScopedModelForm
from kinerja.aturan.periode import Cara
from kinerja.aturan.satuan import desimal_hasil
from kinerja.models import AKURASI, Indikator, PeriodeRenstra, Sasaran, Target
from kinerja.perencanaan.forms.aturan import ATURAN, PECAHAN, AturanForm
from kinerja.tahun.akurasi import usulan_akurasi
from kinerja.tahun.sources import SOURCES

DESIMAL_TERBANYAK = 4  # angka kinerja disimpan sampai empat desimal


class PeriodeRenstraForm(ScopedModelForm):
    """Masa, skala predikat dan aturan efisiensinya."""

    class Meta(ScopedModelForm.Meta):
        model = PeriodeRenstra
        fields = (
            "nama",
            "tahun_awal",
            "tahun_akhir",
            "is_bersumber",
            "regulasi",
            "skala",
            "efisiensi",
            "bunyi_efisiensi",
            "sumber_efisiensi",
            "tahun_efisiensi",
        )


class AmbilIndikatorForm(forms.Form):
    """Indikator periode sebelumnya yang belum dibawa."""

    indikator = forms.ModelMultipleChoiceField(
        Indikator.objects.none(),
        label="Indikator yang dibawa",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu indikator."},
    )

    def __init__(
        self,
        *args: Any,
        periode: PeriodeRenstra,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["indikator"]
        pilihan.queryset = Indikator.objects.absent_from(periode).select_related("sasaran__periode")
        pilihan.label_from_instance = _bersasaran
        pilihan.initial = pilihan.queryset
        self.helper = FormHelper(self)
        self.helper.form_tag = False


def _bersasaran(indikator: Indikator) -> str:
    """Indikator dengan sasarannya."""
    return f"{indikator} — sasaran: {indikator.sasaran}"


class SasaranForm(ScopedModelForm):
    """Sasaran dan tujuan pada periode yang sama."""

    class Meta(ScopedModelForm.Meta):
        model = Sasaran
        fields = ("periode", "tujuan", "nomor", "nama")

    def clean(self) -> Cleaned:
        data = super().clean()
        tujuan = data.get("tujuan")
        if tujuan and tujuan.periode != data.get("periode"):
            pesan = f"Tujuan ini milik {tujuan.periode}; pilih tujuan pada periode yang sama."
            self.add_error("tujuan", pesan)
        return data


class IndikatorForm(AturanForm):
    """Definisi indikator dengan sumber hitungnya."""

    sebutan = {"sasaran": (lambda sasaran: f"{sasaran} ({sasaran.periode})", "periode")}

    sumber = forms.ChoiceField(
        label="Sumber hitung",
        choices=[
            ("", "Diisi tangan"),
            *((kunci, sumber.sebutan) for kunci, sumber in SOURCES.items()),
        ],
        required=False,
        help_text=(
            "Realisasi dihitung dari data desa bila tersedia; isian tangan dipakai bila belum."
        ),
    )

    class Meta(ScopedModelForm.Meta):
        model = Indikator
        fields = (
            "sasaran",
            "jenis",
            "nomor",
            "nama",
            "satuan",
            *PECAHAN,
            "desimal",
            *ATURAN,
            "skala_kualitatif",
            "sumber",
            "penanggung_jawab",
            *AKURASI,
            "keterangan",
            "is_perjanjian",
            "catatan_sumber",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, kalimat in usulan_akurasi(self.instance).items():
            self.fields[nama].help_text = f"Usulan: {kalimat}"
        desimal = self.fields["desimal"]
        desimal.required = False
        desimal.help_text = (
            "Kosong berarti menurut satuannya: cacahan tanpa desimal, rata-rata cacahan dua."
        )
        if not self.instance.pk:
            desimal.initial = None
            self.initial["desimal"] = None

    def usulan(self, baris: Any) -> Cara:
        """Target triwulan yang sudah ada ikut dibaca."""
        tersimpan = None
        if self.instance.pk:
            tersimpan = Target.objects.filter(indikator=self.instance)
        setahun, triwulan = tersimpan.latest_triwulan() if tersimpan else (None, ())
        usulan: Cara = baris.usulan_dari(setahun, triwulan)
        return usulan

    def clean_desimal(self) -> int | None:
        """Kosong, atau satuannya saja yang berganti, berarti menurut satuannya."""
        desimal: int | None = self.cleaned_data["desimal"]
        berganti = set(self.changed_data) & {"satuan", "desimal"}
        if berganti == {"satuan"}:
            return None
        if desimal is not None and desimal > DESIMAL_TERBANYAK:
            raise ValidationError(f"Paling banyak {DESIMAL_TERBANYAK} desimal.")
        return desimal

    def clean(self) -> dict[str, Any]:
        """Desimal yang tidak dipilih menurut satuan, cara dan rumusnya."""
        data = super().clean()
        if not self.errors and data["desimal"] is None:
            is_rata = data["agregasi"] == Cara.RATA
            is_hasil_bagi = is_rata or bool(data["rumus_penyebut"])
            data["desimal"] = desimal_hasil(
                data["satuan"], is_hasil_bagi=is_hasil_bagi, nama=data["nama"]
            )
        return data
