"""Isian kode nomenklatur: dicari menurut kode atau kata; yang asing tidak tersimpan begitu saja."""

from typing import Any, ClassVar

from django import forms
from django.forms.widgets import Script
from django.urls import reverse

from core.forms import Cleaned
from kinerja.aturan.kode import masalah_bentuk
from kinerja.models import Nomenklatur
from kinerja.perencanaan.forms.keluaran import KeluaranForm

PETUNJUK = "Ketik kode atau kata namanya, lalu pilih; nama, indikator dan satuannya ikut terisi."
DI_LUAR = "Di luar daftar"
TANDAI = "Bila memang benar, beri tanda Di luar daftar."
PILIH_NAMA = "Pilih kodenya dari daftar, atau tulis namanya."
TERISI = (
    "nama",
    "indikator",
    "satuan",
)  # yang diikutkan dari nomenklatur bila kosong


class KodeInput(forms.TextInput):
    """Kotak teks yang menawarkan kode; tanpa skrip tetap kotak teks."""

    def __init__(self, tingkat: str) -> None:
        super().__init__(attrs={"autocomplete": "off"})
        self.tingkat = tingkat

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Alamat pencariannya baru diketahui saat digambar."""
        alamat = reverse("kinerja:nomenklatur_pilih")
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-pilih"] = f"{alamat}?tingkat={self.tingkat}"
        return context

    @property
    def media(self) -> forms.Media:
        """Dijalankan sesudah htmx."""
        return forms.Media(js=[Script("js/pilih.js", defer=True)])


class BerkodeForm(KeluaranForm):
    """Baris berkode: berawal kode induknya, berlaku pada tahunnya, dan dikenal."""

    atasan: ClassVar[str] = ""  # isian induknya; kosong: tahunnya sendiri yang diisi

    di_luar_daftar = forms.BooleanField(
        label=DI_LUAR,
        required=False,
        widget=forms.HiddenInput,
        help_text="Beri tanda hanya bila kodenya sudah dicocokkan dengan keputusannya.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kode"]
        field.widget = KodeInput(self._meta.model.tingkat_kode)
        field.help_text = PETUNJUK
        self.fields["nama"].required = False
        susunan = self.helper.layout.fields
        susunan.remove("di_luar_daftar")
        susunan.insert(susunan.index("kode") + 1, "di_luar_daftar")

    def clean(self) -> Cleaned:
        """Nama, indikator dan satuan yang kosong mengikuti nomenklaturnya."""
        data = self.cleaned_data
        tahun = self.tahun_kode(data)
        kode = data.get("kode", "")
        if kode and tahun:
            self.fill(data, kode, tahun)
        if "nama" in data and not data["nama"]:
            self.add_error("nama", PILIH_NAMA)
        data = super().clean()
        if kode and tahun:
            self.check_kode(data, kode, tahun)
        return data

    def tahun_kode(self, data: Cleaned) -> int | None:
        """Tahun baris itu; `None` bila induknya belum dipilih."""
        if not self.atasan:
            tahun: int | None = data.get("tahun")
            return tahun
        induk = data.get(self.atasan)
        if induk is None:
            return None
        tahun_induk: int = induk.tahun
        return tahun_induk

    def fill(self, data: Cleaned, kode: str, tahun: int) -> None:
        """Yang sudah diisi orang tidak diganti."""
        dikenal = Nomenklatur.objects.same_as(kode).valid_in(tahun).first()
        if dikenal is None:
            return
        for nama in TERISI:
            if nama in data and not data[nama]:
                data[nama] = getattr(dikenal, nama)

    def check_kode(self, data: Cleaned, kode: str, tahun: int) -> None:
        """Satu kesalahan saja, yang paling dahulu harus dibetulkan."""
        induk = data.get(self.atasan)
        if induk and not kode.startswith(f"{induk.kode}."):
            sebutan = induk._meta.verbose_name
            self.add_error("kode", f"Kode harus berawal {induk.kode}, sesuai {sebutan}nya.")
            return
        bentuk = masalah_bentuk(kode, self._meta.model.tingkat_kode, tahun)
        masalah = bentuk or Nomenklatur.objects.masalah(kode, tahun)
        if masalah:
            self.add_error("kode", masalah)
        else:
            self.check_foreign(data, kode, tahun)

    def check_foreign(self, data: Cleaned, kode: str, tahun: int) -> None:
        """Kode asing ditolak dengan yang terdekat, sampai orang menyatakannya benar."""
        tingkat = self._meta.model.tingkat_kode
        is_semula = self.instance.pk is not None and "kode" not in self.changed_data
        if is_semula or data.get("di_luar_daftar"):
            return
        if not Nomenklatur.objects.is_foreign(kode, tingkat, tahun):
            return
        sejenis = Nomenklatur.objects.sejenis(kode, tingkat, tahun)
        dekat = sejenis.nearest(kode, data.get("nama", ""))
        pesan = f"Kode {kode} tidak ada dalam nomenklatur {tahun}."
        if dekat:
            sebut = "; ".join(str(satu) for satu in dekat)
            pesan = f"{pesan} Yang terdekat: {sebut}."
        pesan = f"{pesan} {TANDAI}"
        self.fields["di_luar_daftar"].widget = forms.CheckboxInput()
        self.add_error("kode", pesan)
