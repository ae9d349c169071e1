"""Formulir DPA, rencana aksi, periode isian dan pengukuran triwulan."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from django import forms

from core.forms import ScopedModelForm, TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL, TRIWULAN
from documents.forms import BuktiField
from kinerja.models import (
    Dpa,
    IndikatorTambahan,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.models.rencana import KOLOM_BULAN
from kinerja.rencana import masalah_bulan, per_triwulan


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


class PeriodeIsianForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PeriodeIsian
        fields = ("tahun", "triwulan", "mulai", "sampai")


def label_sub(sub: SubKegiatan) -> str:
    """Tahun, nama dan indikator, sehingga dua baris satu sub kegiatan terbedakan."""
    return f"{sub.tahun} · {sub} — {sub.indikator}"


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


class PengukuranProgramForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PengukuranProgram
        fields = ("program", "triwulan", "kinerja", "penjelasan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("program", lambda program: f"{program.tahun} · {program}")


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


class PengukuranTambahanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PengukuranTambahan
        fields = ("tambahan", "triwulan", "kinerja", "penjelasan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("tambahan", lambda t: f"{t.tahun} · {t.induk}: {t}", "program", "kegiatan__program")


class PengukuranKegiatanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PengukuranKegiatan
        fields = ("kegiatan", "triwulan", "kinerja", "penjelasan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("kegiatan", lambda kegiatan: f"{kegiatan.tahun} · {kegiatan}", "program")


class PengukuranSubForm(ScopedModelForm):
    """K dan Rp satu triwulan; yang dijadwalkan tetapi tanpa hasil harus dijelaskan."""

    bukti = BuktiField()

    class Meta(ScopedModelForm.Meta):
        model = PengukuranSub
        fields = (
            "sub_kegiatan", "triwulan", "kinerja", "keuangan", "penjelasan", "pendorong", "penghambat", "tindak_lanjut",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("sub_kegiatan", label_sub, "kegiatan__program")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        rencana = RencanaAksi.objects.filter(sub_kegiatan=data["sub_kegiatan"]).first()
        persen = per_triwulan(rencana.bulan)[data["triwulan"] - 1] if rencana else None
        if persen and not data["kinerja"] and not data["keuangan"] and not data["penjelasan"].strip():
            nama = TRIWULAN[data["triwulan"]]
            self.add_error(
                "penjelasan", f"{nama} dijadwalkan {persen} % tetapi tidak ada realisasinya; tulis penjelasannya."
            )
        return data
