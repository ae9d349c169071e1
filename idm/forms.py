from typing import Any

from django import forms
from django.utils import timezone

from core.forms import BilanganField, PlainForm, ScopedModelForm, TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from idm import scoring
from idm.laporan.perencana.reports import LANGKAH, RUPIAH
from idm.models import IdmDesa, Instrumen, LayananRumusan
from villages.forms import SEBUTAN_DESA, SaringKecamatanForm

Isi = dict[str, Any]  # menurut nama isiannya


class IdmDesaForm(ScopedModelForm):
    """Indeks terbitan yang langsung berlaku.

    Skor diisi sebagai draf lewat kuesioner, kisi atau impor.
    """

    sebutan = {"desa": SEBUTAN_DESA}

    class Meta(ScopedModelForm.Meta):
        model = IdmDesa
        fields = ("desa", "tahun", "instrumen", *scoring.SUBINDEKS, "asal")
        labels = {"asal": "Sumber terbitan"}
        help_texts = dict.fromkeys(scoring.SUBINDEKS, "Antara 0 dan 1, sebagaimana diterbitkan.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        desa = self.fields["desa"]
        desa.queryset = desa.queryset.desa()
        instrumen = self.fields["instrumen"]
        instrumen.queryset = instrumen.queryset.filter(cara=Instrumen.Cara.SKOR)
        self.fields["asal"].required = True

    def clean(self) -> Isi:
        data = super().clean()
        instrumen = data.get("instrumen")
        self.check_tahun(instrumen, data.get("tahun"))
        if self.instance.skor:
            self.add_error(
                None, "IDM ini dihitung dari skor; ubah skornya lewat kuesioner, kisi atau impor."
            )
        if not self.errors:
            self.from_terbitan(data)
        return data

    def check_tahun(self, instrumen: Any, tahun: int | None) -> None:
        """Instrumennya harus berlaku pada tahun itu."""
        if instrumen is None or tahun is None:
            return
        akhir = instrumen.tahun_akhir
        awal = instrumen.tahun_awal
        is_lewat = bool(akhir) and tahun > akhir
        if tahun >= awal and not is_lewat:
            return
        masa = f"sejak {awal}"
        if akhir:
            masa = f"{awal}–{akhir}"
        pesan = f"{instrumen} berlaku {masa}, bukan untuk {tahun}."
        self.add_error("tahun", pesan)

    def from_terbitan(self, data: Isi) -> None:
        """IDM dari tiga subindeks terbitan; yang terbit tetap selama subindeksnya tidak diubah."""
        nilai = {nama: data[nama] for nama in scoring.SUBINDEKS}
        hitung = scoring.idm(**nilai)
        lama = self.instance
        if not self.is_tetap(nilai, hitung):
            lama.idm = hitung
        ambang = data["instrumen"].ambang() or scoring.AMBANG
        status = scoring.status(lama.idm, ambang)
        lama.status = status.value
        lama.sumber = IdmDesa.Sumber.TERBITAN
        lama.berlaku_at = timezone.now()

    def is_tetap(self, nilai: Isi, hitung: Any) -> bool:
        """Subindeksnya tidak diubah, dan IDM terbitannya menurut subindeks itu."""
        lama = self.instance
        if not lama.pk or lama.skor:
            return False
        for kolom, isi in nilai.items():
            if getattr(lama, kolom) != isi:
                return False
        selisih = abs(lama.idm - hitung)
        return selisih <= scoring.TOLERANSI


class LayananRumusanForm(ScopedModelForm):
    """Layanan rumusan dibuka atau ditutup."""

    class Meta(ScopedModelForm.Meta):
        model = LayananRumusan
        fields = ("is_aktif",)

    def _get_validation_exclusions(self) -> set[str]:
        """Baris kembar ditolak basis data: kolomnya tidak ada di formulir untuk ditempeli pesan."""
        bawaan: set[str] = super()._get_validation_exclusions()
        return bawaan | {"kabupaten"}


class PerencanaForm(forms.Form):
    """Jatah setahun: rupiah, atau langkah (satu indikator satu desa ke skor berikutnya)."""

    cara = forms.ChoiceField(
        label="Jatah dihitung dalam",
        choices=[(LANGKAH, "Langkah"), (RUPIAH, "Rupiah")],
        required=False,
    )
    jatah = BilanganField(label="Jatah", min_value=0, max_value=10**15)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Tanda Rp hanya pada jatah rupiah."""
        super().__init__(*args, **kwargs)
        if self.data.get("cara") == RUPIAH:
            jatah: Any = self.fields["jatah"]
            jatah.satuan = RUPIAH


class DasborDesaForm(SaringKecamatanForm):
    """Saringan dasbor desa; yang keliru disebut dan tidak menyaring."""

    tahun = TahunField(min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR, required=False)
    field_order = ("tahun", "kecamatan")


class CopyInstrumenForm(PlainForm):
    """Jati diri instrumen berikutnya."""

    kode = forms.SlugField(max_length=20, help_text="Misalnya idm-2027.")
    nama = forms.CharField(max_length=200)
    regulasi = forms.CharField(max_length=200)
    tahun_awal = TahunField(
        label="Berlaku mulai tahun", min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR
    )
