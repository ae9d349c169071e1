"""Formulir program sampai sub kegiatan, DPA, rencana aksi, dan penyalinan tahun."""

from typing import Any, ClassVar

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms

from core.forms import Cleaned, PersenField, PlainForm, ScopedModelForm, TahunField, TanggalField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from kinerja.aturan.rencana import masalah_bulan
from kinerja.models import Dpa, Kegiatan, Program, RencanaAksi, SubKegiatan
from kinerja.models.rencana import KOLOM_BULAN
from kinerja.pengukuran.forms import label_sub, label_tahun
from kinerja.perencanaan.forms.aturan import ATURAN_KELUARAN
from kinerja.perencanaan.forms.keluaran import KeluaranForm
from kinerja.perencanaan.forms.kode import BerkodeForm

JATI_DIRI = ("kode", "nama")
TARGET = ("indikator", "target", "satuan", "target_tercetak", *ATURAN_KELUARAN)


class ProgramForm(BerkodeForm):
    """Program dengan keluaran dan uang menurut dokumennya."""

    class Meta(KeluaranForm.Meta):
        model = Program
        fields = (
            "tahun",
            *JATI_DIRI,
            "sasaran",
            "sasaran_program",
            *TARGET,
            "penanggung_jawab",
            "target_renstra",
            "realisasi_lalu",
            "is_rinci",
            "pagu_tercetak",
            "realisasi_tercetak",
        )


class KegiatanForm(BerkodeForm):
    """Kegiatan di bawah programnya."""

    atasan = "program"
    sebutan = {**KeluaranForm.sebutan, "program": (label_tahun,)}

    class Meta(KeluaranForm.Meta):
        model = Kegiatan
        fields = (
            "program",
            *JATI_DIRI,
            *TARGET,
            "penanggung_jawab",
            "target_renstra",
            "realisasi_lalu",
            "pagu_tercetak",
            "realisasi_tercetak",
        )


class SubKegiatanForm(BerkodeForm):
    """Sub kegiatan dengan pagu dan penanggungnya."""

    atasan = "kegiatan"
    sebutan = {
        **KeluaranForm.sebutan,
        "kegiatan": (label_tahun, "program"),
        "induk": (label_tahun, "kegiatan__program"),
    }

    class Meta(KeluaranForm.Meta):
        model = SubKegiatan
        fields = (
            "kegiatan",
            "induk",
            "nomor",
            *JATI_DIRI,
            *TARGET,
            "pagu",
            "pagu_perubahan",
            "realisasi",
            "penanggung_jawab",
            "pejabat",
            "pelaksana",
            "target_renstra",
            "pagu_renstra",
            "realisasi_lalu",
            "realisasi_lalu_rupiah",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["induk"]
        field.queryset = field.queryset.utama().exclude(pk=self.instance.pk)
        for nama in ("pejabat", "pelaksana"):
            self.limit_kantor(nama)

    def clean(self) -> Cleaned:
        data = super().clean()
        induk = data.get("induk")
        if induk:
            self.check_induk(data, induk)
        return data

    def limit_kantor(self, nama: str) -> None:
        """Hanya orang dinas, dan yang telanjur disebut."""
        field: Any = self.fields[nama]
        telanjur = field.queryset.filter(pk=getattr(self.instance, f"{nama}_id"))
        field.queryset = field.queryset.of_dinas() | telanjur

    def check_induk(self, data: Cleaned, induk: SubKegiatan) -> None:
        """Baris utama dan tambahannya sekegiatan, sekode dan senama."""
        is_sama = data.get("kode") == induk.kode and data.get("nama") == induk.nama
        if induk.kegiatan != data.get("kegiatan"):
            pesan = f"Baris utama ini ada pada kegiatan {induk.kegiatan}; pilih yang sekegiatan."
            self.add_error("induk", pesan)
        elif not is_sama:
            pesan = f"Kode dan nama baris tambahan harus sama dengan baris utamanya: {induk}."
            self.add_error("induk", pesan)


class DpaForm(ScopedModelForm):
    """Menyusul atau tidaknya tetap sejak dicatat: dari situ asal pagunya."""

    class Meta(ScopedModelForm.Meta):
        model = Dpa
        fields = ("tahun", "jenis", "pergeseran_ke", "nomor", "tanggal", "is_menyusul")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["is_menyusul"].disabled = self.instance.pk is not None


class CopyTahunForm(PlainForm):
    """Tahun asal yang berisi program, tahun tujuan, dan apakah pagunya ikut."""

    dari = forms.TypedChoiceField(label="Dari tahun", coerce=int)
    ke = TahunField(label="Ke tahun", min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR)
    dengan_uang = forms.BooleanField(
        label="Bawa juga pagunya",
        required=False,
        help_text="Tanpa ini pagu tahun baru kosong, menunggu DPA-nya.",
    )

    def __init__(self, *args: Any, tahun: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dari: Any = self.fields["dari"]
        dari.choices = [(satu, satu) for satu in tahun]


class EdisiForm(forms.Form):
    """Keputusan yang menetapkan daftar kodenya."""

    nomor = forms.CharField(
        label="Nomor keputusan",
        max_length=120,
        help_text="Misalnya Kepmendagri 900.1.15.5-3406/2024.",
    )
    tanggal = TanggalField(label="Ditetapkan", required=False)


class RencanaAksiForm(ScopedModelForm):
    """Kedua belas bulan kosong seluruhnya atau berjumlah 100."""

    sebutan = {"sub_kegiatan": (label_sub, "kegiatan__program")}

    class Meta(ScopedModelForm.Meta):
        model = RencanaAksi
        fields = ("sub_kegiatan", "aksi", *KOLOM_BULAN, "keterangan")
        field_classes: ClassVar[dict[str, Any]] = dict.fromkeys(KOLOM_BULAN, PersenField)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        jadwal = Fieldset(
            "Jadwal per bulan dalam persen, berjumlah 100",
            Div(*KOLOM_BULAN, css_class="bulan"),
        )
        self.helper.layout = Layout(
            "sub_kegiatan", "aksi", jadwal, "keterangan", "versi", "kiriman"
        )

    def clean(self) -> Cleaned:
        data = super().clean()
        if any(kolom in self.errors for kolom in KOLOM_BULAN):
            return data
        masalah = masalah_bulan([data[kolom] for kolom in KOLOM_BULAN])
        if masalah:
            self.add_error(KOLOM_BULAN[-1], masalah)
        return data
