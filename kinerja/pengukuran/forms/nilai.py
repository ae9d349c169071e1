"""Formulir target dan realisasi indikator."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from core.angka import bulatkan, format_angka
from core.forms import ScopedModelForm
from core.periode import BULAN, TRIWULAN, triwulan_dari
from documents.forms import BuktiField
from kinerja.aturan.bacaan import baca
from kinerja.aturan.keadaan import Rentang
from kinerja.models import Realisasi, Target
from kinerja.pengukuran.actions import tulisan_target
from kinerja.pengukuran.forms.isian import BagianField, KeadaanField, TerisiForm

HASIL_TERBESAR = Decimal(10) ** 14  # sama dengan batas kolom nilai


NOMOR_BULAN = range(1, len(BULAN) + 1)
TRIWULANAN = [(f"{n}-0", nama) for n, nama in TRIWULAN.items()]
BULANAN = [(f"{triwulan_dari(n)}-{n}", BULAN[n - 1]) for n in NOMOR_BULAN]
MASA = (*TRIWULANAN, *BULANAN)


class NilaiForm(TerisiForm):
    """Bersama untuk target dan realisasi: setahun, per triwulan atau per bulan."""

    sebutan = {
        "indikator": (lambda i: f"{i} ({i.sasaran.periode})", "sasaran__periode"),
        "tingkat": (lambda t: f"{t} ({t.skala})", "skala"),
    }

    masa = forms.ChoiceField(choices=MASA)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("masa", f"{self.instance.triwulan}-{self.instance.bulan}")

    def _get_validation_exclusions(self) -> set[str]:
        """Masa ikut diperiksa ketunggalannya walau diisi lewat satu pilihan."""
        return super()._get_validation_exclusions() - {"triwulan", "bulan"}

    def clean(self) -> dict[str, Any]:
        """Tahun dan nilai diperiksa hanya bila yang sebelumnya sah."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
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

    def check_tahun(self, data: dict[str, Any]) -> None:
        """Tahunnya di dalam periode Renstra indikatornya."""
        tahun = data["tahun"]
        periode = data["indikator"].sasaran.periode
        awal = periode.tahun_awal
        akhir = periode.tahun_akhir
        if not awal <= tahun <= akhir:
            self.add_error("tahun", f"{periode} mencakup {awal}–{akhir}, bukan {tahun}.")

    def check_tingkat(self, data: dict[str, Any]) -> None:
        """Indikator kualitatif diisi sebutan dari skalanya atau keadaannya; yang lain angka."""
        indikator = data.get("indikator")
        tingkat = data.get("tingkat")
        if indikator is None:
            return
        skala = indikator.skala_kualitatif
        if skala is not None and self.instance.khusus is not None:
            self.check_keadaan_sebutan(tingkat)
            return
        if skala is None and tingkat is None:
            return
        if skala is None:
            self.add_error("tingkat", "Indikator ini diukur dengan angka; kosongkan sebutannya.")
        elif tingkat is None:
            self.add_error("tingkat", f"Pilih sebutan dari skala {skala}.")
        elif tingkat.skala != skala:
            pesan = f"Sebutan ini dari skala lain; indikatornya memakai {skala}."
            self.add_error("tingkat", pesan)

    def check_keadaan_sebutan(self, tingkat: Any) -> None:
        """Yang tanpa sebutan hanya yang tidak berlaku atau belum rilis."""
        khusus = self.instance.khusus
        if isinstance(khusus, Rentang):
            self.add_error("nilai", "Indikator ini diukur dengan sebutan, bukan rentang angka.")
        elif tingkat is not None:
            pesan = f"Kosongkan sebutannya bila {khusus.tulisan()}."
            self.add_error("tingkat", pesan)

    def add_empty_error(self, label: str, tercetak: str) -> None:
        """Tulisan dokumen yang dapat dibaca diminta pula sebagai nilainya."""
        try:
            isi = baca(tercetak).isi
        except ValueError:
            if not tercetak:
                self.add_error("nilai", f"{label} belum diisi.")
            return
        tulisan = format_angka(isi) if isinstance(isi, Decimal) else isi.tulisan()
        pesan = f"{label} belum diisi. Tulis {tulisan} di sini; angka tercetak hanya pembanding."
        self.add_error("nilai", pesan)

    def check_nilai(self, data: dict[str, Any]) -> None:
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

    def check_nilai(self, data: dict[str, Any]) -> None:
        """Target harus berisi; mengubahnya perlu alasan."""
        is_kosong = data["nilai"] is None and data["tingkat"] is None
        if is_kosong and self.instance.khusus is None:
            self.add_empty_error("Target", data["tercetak"])
        if self.errors:
            return
        if self.is_changed and not data["alasan"].strip():
            self.add_error("alasan", f"Target semula {self.lama}; tulis alasan mengubahnya.")

    @property
    def is_changed(self) -> bool:
        """Angka atau sebutan target yang sudah ada berganti."""
        if not self.lama:
            return False
        diubah = {"nilai", "tingkat"}.intersection(self.changed_data)
        return bool(diubah)


class RealisasiForm(NilaiForm):
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pk = str(self.initial.get("indikator", ""))
        if not pk.isdecimal():
            return
        indikator = self.fields["indikator"].queryset.filter(pk=pk).first()
        tahun = str(self.initial.get("tahun", ""))
        if indikator and tahun.isdecimal():
            indikator = indikator.pada(int(tahun))
        if indikator and indikator.rumus_penyebut:
            self.fields["pembilang"].help_text = indikator.rumus_pembilang
            self.fields["penyebut"].help_text = indikator.rumus_penyebut

    def check_nilai(self, data: dict[str, Any]) -> None:
        """Pecahan, keadaan, atau nilai saja: hanya satu yang diisi."""
        filled = [name for name in ("pembilang", "penyebut") if data[name] is not None]
        khusus = self.instance.khusus
        if khusus is not None and filled:
            self.add_error(filled[0], f"Kosongkan bila {khusus.tulisan()}.")
        elif khusus is not None:
            return
        elif not filled:
            self.check_nilai_saja(data)
        elif not data["indikator"].rumus_penyebut:
            self.add_error(filled[0], "Rumus indikator ini bukan pecahan; isi nilainya saja.")
        elif len(filled) == 1:
            other = "pembilang"
            if filled == ["pembilang"]:
                other = "penyebut"
            kurang = f"{other.capitalize()} belum diisi"
            self.add_error(other, f"{kurang}; {filled[0]} saja tidak cukup untuk menghitung.")
        elif data["penyebut"] == 0:
            self.add_error("penyebut", "Penyebut tidak boleh nol.")
        else:
            self.check_hasil(data)

    def check_nilai_saja(self, data: dict[str, Any]) -> None:
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

    def check_hasil(self, data: dict[str, Any]) -> None:
        """Nilai yang ikut diketik harus sama dengan hasil hitungnya."""
        indikator = data["indikator"]
        nilai = data["nilai"]
        pembilang = data["pembilang"]
        penyebut = data["penyebut"]
        row = Realisasi(indikator=indikator, pembilang=pembilang, penyebut=penyebut)
        hasil = row.hitung()
        if hasil is None or abs(hasil) >= HASIL_TERBESAR:
            pesan = "Hasil hitungnya terlalu besar; periksa pembilang dan penyebut."
            self.add_error("penyebut", pesan)
            return
        desimal = indikator.desimal
        if nilai is None or bulatkan(nilai, desimal) == bulatkan(hasil, desimal):
            return
        atas = format_angka(pembilang.normalize())
        bawah = format_angka(penyebut.normalize())
        kali = ""
        if indikator.faktor != 1:
            kali = f" × {format_angka(indikator.faktor)}"
        hitungan = f"{atas} / {bawah}{kali} = {format_angka(hasil, desimal)}"
        self.add_error(
            "nilai",
            f"Nilai {format_angka(nilai)} berbeda dari {hitungan}. "
            "Perbaiki salah satunya, atau kosongkan nilai.",
        )
