"""Formulir target, realisasi, pengukuran triwulan dan periode isiannya."""

from decimal import Decimal
from typing import Any

from django import forms

from core.angka import bulatkan, format_angka
from core.forms import ScopedModelForm
from core.periode import BULAN, TRIWULAN, triwulan_dari
from documents.forms import BuktiField
from kinerja.aturan.rencana import per_triwulan
from kinerja.models import (
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    Realisasi,
    RencanaAksi,
    SubKegiatan,
    Target,
)
from kinerja.pengukuran.actions import tulisan_target

HASIL_TERBESAR = Decimal(10) ** 14  # sama dengan batas kolom nilai


MASA = (
    *((f"{n}-0", nama) for n, nama in TRIWULAN.items()),
    *((f"{triwulan_dari(n)}-{n}", nama) for n, nama in enumerate(BULAN, start=1)),
)


class NilaiForm(ScopedModelForm):
    """Bersama untuk target dan realisasi: setahun, per triwulan atau per bulan, di dalam periode Renstranya."""

    masa = forms.ChoiceField(choices=MASA)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("indikator", lambda i: f"{i} ({i.sasaran.periode})", "sasaran__periode")
        self.relabel("tingkat", lambda t: f"{t} ({t.skala})", "skala")
        self.initial.setdefault("masa", f"{self.instance.triwulan}-{self.instance.bulan}")

    def _get_validation_exclusions(self) -> set[str]:
        """Masa ikut diperiksa ketunggalannya walau diisi lewat satu pilihan."""
        return super()._get_validation_exclusions() - {"triwulan", "bulan"}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("masa"):
            self.instance.triwulan, self.instance.bulan = map(int, data["masa"].split("-"))
        self.check_tingkat(data)
        if not self.errors:
            periode, tahun = data["indikator"].sasaran.periode, data["tahun"]
            if not periode.tahun_awal <= tahun <= periode.tahun_akhir:
                self.add_error(
                    "tahun", f"{periode} mencakup {periode.tahun_awal}–{periode.tahun_akhir}, bukan {tahun}."
                )
        if not self.errors:
            self.check_nilai(data)
        return data

    def check_tingkat(self, data: dict[str, Any]) -> None:
        """Indikator kualitatif diisi sebutan dari skalanya; indikator lain angka."""
        indikator, tingkat = data.get("indikator"), data.get("tingkat")
        if indikator is None or (tingkat is None and indikator.skala_kualitatif is None):
            return
        if indikator.skala_kualitatif is None:
            self.add_error("tingkat", "Indikator ini diukur dengan angka; kosongkan sebutannya.")
        elif tingkat is None:
            self.add_error("tingkat", f"Pilih sebutan dari skala {indikator.skala_kualitatif}.")
        elif tingkat.skala != indikator.skala_kualitatif:
            self.add_error(
                "tingkat", f"Sebutan ini dari skala lain; indikatornya memakai {indikator.skala_kualitatif}."
            )

    def check_nilai(self, data: dict[str, Any]) -> None:
        raise NotImplementedError


class TargetForm(NilaiForm):
    """Target yang berganti menyimpan target lamanya, maka alasannya wajib."""

    alasan = forms.CharField(
        label="Alasan perubahan", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila target diubah; target lama dan alasannya tetap tersimpan.",
    )  # fmt: skip

    class Meta(ScopedModelForm.Meta):
        model = Target
        fields = ("indikator", "tahun", "masa", "nilai", "tingkat", "tercetak")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lama = tulisan_target(self.instance) if self.instance.pk else ""
        if not self.instance.pk:
            del self.fields["alasan"]
            self.helper.layout.fields.remove("alasan")

    def check_nilai(self, data: dict[str, Any]) -> None:
        if data["nilai"] is None and data["tingkat"] is None and not data["tercetak"]:
            self.add_error("nilai", "Target belum diisi.")
        elif self.is_changed and not data["alasan"].strip():
            self.add_error("alasan", f"Target semula {self.lama}; tulis alasan mengubahnya.")

    @property
    def is_changed(self) -> bool:
        """Angka atau sebutan target yang sudah ada berganti."""
        return bool(self.lama) and bool({"nilai", "tingkat"}.intersection(self.changed_data))


class RealisasiForm(NilaiForm):
    """Indikator pecahan diisi pembilang dan penyebutnya; nilai hanya ditulis bila itu yang diketahui."""

    bukti = BuktiField()

    class Meta(ScopedModelForm.Meta):
        model = Realisasi
        fields = (
            "indikator", "tahun", "masa", "pembilang", "penyebut", "nilai", "tingkat", "penjelasan", "tercetak",
        )  # fmt: skip
        help_texts = {
            "pembilang": "Untuk indikator yang rumusnya pecahan.",
            "penyebut": "Untuk indikator yang rumusnya pecahan.",
            "nilai": "Kosongkan bila pembilang dan penyebut diisi; nilainya dihitung.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pk = str(self.initial.get("indikator", ""))
        indikator = self.fields["indikator"].queryset.filter(pk=pk).first() if pk.isdecimal() else None
        if indikator and indikator.rumus_penyebut:
            self.fields["pembilang"].help_text = indikator.rumus_pembilang
            self.fields["penyebut"].help_text = indikator.rumus_penyebut

    def check_nilai(self, data: dict[str, Any]) -> None:
        filled = [name for name in ("pembilang", "penyebut") if data[name] is not None]
        if not filled:
            self.check_nilai_saja(data)
        elif not data["indikator"].rumus_penyebut:
            self.add_error(filled[0], "Rumus indikator ini bukan pecahan; isi nilainya saja.")
        elif len(filled) == 1:
            other = "penyebut" if filled == ["pembilang"] else "pembilang"
            self.add_error(other, f"{other.capitalize()} belum diisi; {filled[0]} saja tidak cukup untuk menghitung.")
        elif data["penyebut"] == 0:
            self.add_error("penyebut", "Penyebut tidak boleh nol.")
        else:
            self.check_hasil(data)

    def check_nilai_saja(self, data: dict[str, Any]) -> None:
        """Tanpa angka boleh bila sistem menghitungnya atau hanya tulisan dokumen lama yang diketahui."""
        indikator = data["indikator"]
        if data["tercetak"] or data["tingkat"] or (data["nilai"] is None and indikator.sumber):
            return
        if indikator.rumus_penyebut:
            self.add_error(
                "pembilang",
                "Indikator ini pecahan: isi pembilang dan penyebutnya. "
                "Nilai saja hanya untuk angka dokumen lama, beserta angka tercetaknya.",
            )
        elif data["nilai"] is None:
            self.add_error("nilai", "Nilai realisasi belum diisi.")

    def check_hasil(self, data: dict[str, Any]) -> None:
        indikator, nilai = data["indikator"], data["nilai"]
        pecahan = {name: data[name] for name in ("pembilang", "penyebut")}
        hasil = Realisasi(indikator=indikator, **pecahan).hitung()
        if hasil is None or abs(hasil) >= HASIL_TERBESAR:
            self.add_error("penyebut", "Hasil hitungnya terlalu besar; periksa pembilang dan penyebut.")
            return
        n = indikator.desimal
        if nilai is not None and bulatkan(nilai, n) != bulatkan(hasil, n):
            rumus = f"{format_angka(data['pembilang'].normalize())} / {format_angka(data['penyebut'].normalize())}"
            kali = f" × {format_angka(indikator.faktor)}" if indikator.faktor != 1 else ""
            self.add_error(
                "nilai",
                f"Nilai {format_angka(nilai)} berbeda dari {rumus}{kali} = {format_angka(hasil, n)}. "
                "Perbaiki salah satunya, atau kosongkan nilai.",
            )


class PeriodeIsianForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PeriodeIsian
        fields = ("tahun", "triwulan", "mulai", "sampai")


def label_sub(sub: SubKegiatan) -> str:
    """Tahun, nama dan indikator, sehingga dua baris satu sub kegiatan terbedakan."""
    return f"{sub.tahun} · {sub} — {sub.indikator}"


class PengukuranProgramForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = PengukuranProgram
        fields = ("program", "triwulan", "kinerja", "penjelasan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("program", lambda program: f"{program.tahun} · {program}")


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
