"""Formulir Renstra, indikator, program sampai sub kegiatan, DPA dan rencana aksi."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError

from core.forms import ScopedModelForm, TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from kinerja.aturan.rencana import masalah_bulan
from kinerja.models import (
    Dpa,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    Nomenklatur,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
    Tujuan,
)
from kinerja.models.rencana import KOLOM_BULAN
from kinerja.pengukuran.forms import label_sub
from kinerja.tahun.sources import SOURCES


class ProgramForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Program
        fields = (
            "tahun", "kode", "nama", "sasaran", "sasaran_program", "indikator", "target", "satuan", "target_tercetak",
            "penanggung_jawab", "target_renstra", "realisasi_lalu", "is_rinci", "pagu_tercetak", "realisasi_tercetak",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        check_berlaku(self, data.get("kode"), data.get("tahun"))
        return data


class KegiatanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Kegiatan
        fields = (
            "program", "kode", "nama", "indikator", "target", "satuan", "target_tercetak", "penanggung_jawab",
            "target_renstra", "realisasi_lalu", "pagu_tercetak", "realisasi_tercetak",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("program", lambda program: f"{program.tahun} · {program}")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        check_kode(self, data.get("kode"), data.get("program"))
        return data


class SubKegiatanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = SubKegiatan
        fields = (
            "kegiatan", "induk", "nomor", "kode", "nama", "indikator", "target", "satuan", "target_tercetak", "pagu",
            "pagu_perubahan", "realisasi", "penanggung_jawab", "target_renstra", "pagu_renstra", "realisasi_lalu",
            "realisasi_lalu_rupiah",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("kegiatan", lambda kegiatan: f"{kegiatan.tahun} · {kegiatan}", "program")
        self.relabel("induk", lambda sub: f"{sub.tahun} · {sub}", "kegiatan__program")
        field: Any = self.fields["induk"]
        field.queryset = field.queryset.utama().exclude(pk=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        check_kode(self, data.get("kode"), data.get("kegiatan"))
        induk = data.get("induk")
        if induk and induk.kegiatan != data.get("kegiatan"):
            self.add_error("induk", f"Baris utama ini ada pada kegiatan {induk.kegiatan}; pilih yang sekegiatan.")
        elif induk and (data.get("kode"), data.get("nama")) != (induk.kode, induk.nama):
            self.add_error("induk", f"Kode dan nama baris tambahan harus sama dengan baris utamanya: {induk}.")
        return data


def check_kode(form: ScopedModelForm, kode: str | None, induk: Any) -> None:
    """Kode anak berawal kode induknya dan berlaku pada tahun induknya."""
    if kode and induk and not kode.startswith(f"{induk.kode}."):
        form.add_error("kode", f"Kode harus berawal {induk.kode}, sesuai {induk._meta.verbose_name}nya.")
    elif induk:
        check_berlaku(form, kode, induk.tahun)


def check_berlaku(form: ScopedModelForm, kode: str | None, tahun: int | None) -> None:
    """Kode yang dikenal tetapi tidak berlaku pada `tahun` ditolak dengan kode yang benar."""
    if kode and tahun and (problem := Nomenklatur.objects.problem(kode, tahun)):
        form.add_error("kode", problem)


SUMBER = {
    "idm.berkembang": "IDM: banyak desa Berkembang",
    "idm.berkembang_maju_mandiri": "IDM: banyak desa Berkembang, Maju dan Mandiri",
    "idm.pengentasan_tertinggal": "IDM: pengentasan desa tertinggal",
    "idm.peningkatan_mandiri": "IDM: peningkatan desa mandiri",
    "lembaga.binaan_lpm": "Rekap lembaga: kelompok binaan per LPM",
    "lembaga.binaan_pkk": "Rekap lembaga: kelompok binaan per PKK",
    "lembaga.lpm_berprestasi": "Rekap lembaga: LPM berprestasi",
    "lembaga.pkk_aktif": "Rekap lembaga: PKK aktif",
    "lembaga.posyandu_aktif": "Rekap lembaga: Posyandu aktif",
}


DESIMAL_TERBANYAK = 4  # angka kinerja disimpan sampai empat desimal


class PeriodeRenstraForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PeriodeRenstra
        fields = ("nama", "tahun_awal", "tahun_akhir", "regulasi", "skala")

    def clean_tahun_akhir(self) -> int:
        tahun: int = self.cleaned_data["tahun_akhir"]
        if tahun > TAHUN_AKHIR:
            raise ValidationError(f"Tahun akhir paling jauh {TAHUN_AKHIR}.")
        return tahun


class TujuanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Tujuan
        fields = ("periode", "nomor", "nama")


class SasaranForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Sasaran
        fields = ("periode", "tujuan", "nomor", "nama")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        tujuan = data.get("tujuan")
        if tujuan and tujuan.periode != data.get("periode"):
            self.add_error("tujuan", f"Tujuan ini milik {tujuan.periode}; pilih tujuan pada periode yang sama.")
        return data


class IndikatorForm(ScopedModelForm):
    sumber = forms.ChoiceField(
        label="Sumber hitung",
        choices=[("", "Diisi tangan"), *((key, SUMBER.get(key, key)) for key in SOURCES)],
        required=False,
        help_text="Realisasi dihitung dari data desa bila tersedia; isian tangan dipakai bila belum.",
    )

    class Meta(ScopedModelForm.Meta):
        model = Indikator
        fields = (
            "sasaran", "jenis", "nomor", "nama", "satuan", "arah", "rumus_pembilang", "rumus_penyebut", "faktor",
            "desimal", "agregasi", "batas_atas", "batas_bawah", "skala_kualitatif", "sumber", "penanggung_jawab",
            "sumber_data", "keterangan", "is_perjanjian",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("sasaran", lambda sasaran: f"{sasaran} ({sasaran.periode})", "periode")

    def clean_desimal(self) -> int:
        desimal: int = self.cleaned_data["desimal"]
        if desimal > DESIMAL_TERBANYAK:
            raise ValidationError(f"Paling banyak {DESIMAL_TERBANYAK} desimal.")
        return desimal

    def clean_faktor(self) -> int:
        faktor: int = self.cleaned_data["faktor"]
        if faktor not in (1, 100, 1000):
            raise ValidationError("Faktor 1 untuk angka, 100 untuk persen, 1.000 untuk permil.")
        return faktor


class SalinTahunForm(forms.Form):
    """Tahun asal yang berisi program, tahun tujuan, dan apakah pagunya ikut."""

    dari = forms.TypedChoiceField(label="Dari tahun", coerce=int)
    ke = TahunField(label="Ke tahun", min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR)
    dengan_uang = forms.BooleanField(
        label="Bawa juga pagunya", required=False,
        help_text="Tanpa ini pagu tahun baru kosong, menunggu DPA-nya.",
    )  # fmt: skip

    def __init__(self, *args: Any, tahun: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dari"].choices = [(t, t) for t in tahun]  # type: ignore[attr-defined]
        self.helper = FormHelper(self)
        self.helper.form_tag = False


class DpaForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Dpa
        fields = ("tahun", "jenis", "nomor", "tanggal")


class RencanaAksiForm(ScopedModelForm):
    """Kedua belas bulan kosong seluruhnya atau berjumlah 100."""

    class Meta(ScopedModelForm.Meta):
        model = RencanaAksi
        fields = ("sub_kegiatan", "aksi", *KOLOM_BULAN, "keterangan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("sub_kegiatan", label_sub, "kegiatan__program")
        jadwal = Fieldset("Jadwal per bulan dalam persen, berjumlah 100", Div(*KOLOM_BULAN, css_class="bulan"))
        self.helper.layout = Layout("sub_kegiatan", "aksi", jadwal, "keterangan", "versi", "kiriman")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        is_terbaca = not any(kolom in self.errors for kolom in KOLOM_BULAN)
        if is_terbaca and (masalah := masalah_bulan([data[kolom] for kolom in KOLOM_BULAN])):
            self.add_error(KOLOM_BULAN[-1], masalah)
        return data


class IndikatorTambahanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = IndikatorTambahan
        fields = (
            "program", "kegiatan", "nomor", "indikator", "target", "satuan", "target_tercetak", "target_renstra",
            "realisasi_lalu",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("program", lambda program: f"{program.tahun} · {program}")
        self.relabel("kegiatan", lambda kegiatan: f"{kegiatan.tahun} · {kegiatan}", "program")
