"""Formulir target dan realisasi indikator."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from core.angka import format_angka
from core.forms import Cleaned, ScopedModelForm
from core.forms.tahun import tahun_disebut
from core.periode import BULAN, TRIWULAN, triwulan_dari
from documents.forms import BuktiField
from kinerja.aturan.bacaan import parse_tertulis
from kinerja.models import Realisasi, Target
from kinerja.pengukuran.actions import tulisan_target
from kinerja.pengukuran.forms.berbagian import BerpecahanForm, BersebutanForm
from kinerja.pengukuran.forms.isian import BagianField, KeadaanField

NOMOR_BULAN = range(1, len(BULAN) + 1)
TRIWULANAN = [(f"{n}-0", nama) for n, nama in TRIWULAN.items()]
BULANAN = [(f"{triwulan_dari(n)}-{n}", BULAN[n - 1]) for n in NOMOR_BULAN]
MASA = (*TRIWULANAN, *BULANAN)


class NilaiForm(BersebutanForm):
    """Bersama untuk target dan realisasi: setahun, per triwulan atau per bulan."""

    sebutan = {
        **BersebutanForm.sebutan,
        "indikator": (lambda i: f"{i} ({i.sasaran.periode})", "sasaran__periode"),
    }

    masa = forms.ChoiceField(choices=MASA)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("masa", f"{self.instance.triwulan}-{self.instance.bulan}")

    def initial_baris(self) -> Any:
        """Menurut definisi tahunnya bila tahunnya sudah diketahui."""
        indikator = super().initial_baris()
        tahun = tahun_disebut(str(self.initial.get("tahun", "")))
        if indikator is not None and tahun is not None:
            return indikator.pada(tahun)
        return indikator

    def _get_validation_exclusions(self) -> set[str]:
        """Masa ikut diperiksa ketunggalannya walau diisi lewat satu pilihan."""
        return super()._get_validation_exclusions() - {"triwulan", "bulan"}

    def clean(self) -> Cleaned:
        """Tahun dan nilai diperiksa hanya bila yang sebelumnya sah."""
        data = super().clean()
        if data.get("masa"):
            triwulan, bulan = data["masa"].split("-")
            self.instance.triwulan = int(triwulan)
            self.instance.bulan = int(bulan)
        self.check_tingkat(data)
        if not self.errors:
            self.check_tahun(data)
        if not self.errors:
            self.check_nilai(data)
        return data

    def clean_tahun(self) -> int:
        """Sejak tahunnya diketahui, indikatornya dibaca menurut definisi tahun itu."""
        tahun: int = self.cleaned_data["tahun"]
        indikator = self.cleaned_data.get("indikator")
        if indikator is not None:
            self.cleaned_data["indikator"] = indikator.pada(tahun)
        return tahun

    def check_tahun(self, data: Cleaned) -> None:
        """Tahunnya di dalam periode Renstra indikatornya, sejak indikatornya ada."""
        tahun = data["tahun"]
        periode = data["indikator"].sasaran.periode
        awal = data["indikator"].awal
        akhir = periode.tahun_akhir
        if not awal <= tahun <= akhir:
            self.add_error("tahun", f"{periode} mencakup {awal}–{akhir}, bukan {tahun}.")

    def add_empty_error(self, label: str, tercetak: str) -> None:
        """Tulisan dokumen yang dapat dibaca diminta pula sebagai nilainya."""
        try:
            isi = parse_tertulis(tercetak).isi
        except ValueError:
            if not tercetak:
                self.add_error("nilai", f"{label} belum diisi.")
            return
        masalah = self.cleaned_data["indikator"].syarat_nilai.masalah(isi)
        if masalah:
            self.add_error("nilai", f"{label} belum diisi. Angka tercetak {masalah}")
            return
        tulisan = format_angka(isi) if isinstance(isi, Decimal) else isi.tulisan()
        pesan = f"{label} belum diisi. Tulis {tulisan} di sini; angka tercetak hanya pembanding."
        self.add_error("nilai", pesan)

    def check_nilai(self, data: Cleaned) -> None:
        """Pemeriksaan nilai masing-masing formulir."""
        raise NotImplementedError


class TargetForm(NilaiForm):
    """Target yang berganti menyimpan target lamanya, maka alasannya wajib."""

    alasan = forms.CharField(
        label="Alasan perubahan",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila target diubah; target lama dan alasannya tetap tersimpan.",
    )

    class Meta(ScopedModelForm.Meta):
        model = Target
        fields = (
            "indikator",
            "tahun",
            "masa",
            "nilai",
            "sebab",
            "tingkat",
            "tercetak",
            "mutu",
            "penjelasan",
            "catatan_sumber",
        )
        field_classes: ClassVar[dict[str, Any]] = {"nilai": KeadaanField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lama = ""
        if self.instance.pk:
            self.lama = tulisan_target(self.instance)
        else:
            del self.fields["alasan"]
            self.helper.layout.fields.remove("alasan")

    def check_nilai(self, data: Cleaned) -> None:
        """Target harus berisi; mengubahnya perlu alasan."""
        is_kosong = data["nilai"] is None and data["tingkat"] is None
        if is_kosong and self.instance.khusus is None:
            self.add_empty_error("Target", data["tercetak"])
        elif self.is_changed and not data["alasan"].strip():
            self.add_error("alasan", f"Target semula {self.lama}; tulis alasan mengubahnya.")

    @property
    def is_changed(self) -> bool:
        """Angka atau sebutan target yang sudah ada berganti."""
        if not self.lama:
            return False
        diubah = {"nilai", "tingkat"}.intersection(self.changed_data)
        return bool(diubah)


class RealisasiForm(BerpecahanForm, NilaiForm):
    """Indikator pecahan diisi pembilang dan penyebutnya; nilai hanya bila itu yang diketahui."""

    bukti = BuktiField()

    class Meta(ScopedModelForm.Meta):
        model = Realisasi
        fields = (
            "indikator",
            "tahun",
            "masa",
            "pembilang",
            "penyebut",
            "nilai",
            "sebab",
            "tingkat",
            "penjelasan",
            "tercetak",
            "mutu",
            "catatan_sumber",
        )
        field_classes: ClassVar[dict[str, Any]] = {
            "nilai": KeadaanField,
            "pembilang": BagianField,
            "penyebut": BagianField,
        }
        help_texts = {
            "pembilang": "Untuk indikator yang rumusnya pecahan.",
            "penyebut": "Untuk indikator yang rumusnya pecahan.",
            "nilai": "Kosongkan bila pembilang dan penyebut diisi; nilainya dihitung.",
        }

    def check_nilai(self, data: Cleaned) -> None:
        """Pecahan, keadaan, atau nilai saja."""
        self.check_bagian(data)

    def check_nilai_saja(self, data: Cleaned) -> None:
        """Tanpa angka hanya bila sistem menghitungnya; pecahan perlu kedua bagiannya."""
        indikator = data["indikator"]
        nilai = data["nilai"]
        if data["tingkat"] or (nilai is None and indikator.sumber):
            return
        if indikator.rumus_penyebut and not data["tercetak"]:
            self.add_error(
                "pembilang",
                "Indikator ini pecahan: isi pembilang dan penyebutnya. "
                "Nilai saja hanya untuk angka dokumen lama, beserta angka tercetaknya.",
            )
        elif nilai is None:
            self.add_empty_error("Nilai realisasi", data["tercetak"])
