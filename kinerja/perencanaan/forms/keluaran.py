"""Formulir baris program sampai indikator tambahan: target angka bersatuan, atau sebutannya."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from core.forms import Cleaned, ScopedModelForm
from kinerja.aturan.bacaan import Tertulis
from kinerja.aturan.keadaan import Rentang
from kinerja.models.keluaran import SEBUTAN, TARGET_TRIWULAN
from kinerja.pengukuran.forms import LABEL_TINGKAT, KeadaanField, fit_hint, isi_baris
from kinerja.pengukuran.forms.sel import read_sebutan
from kinerja.perencanaan.forms.aturan import BAGIAN, AturanForm

JUDUL_BAGIAN = "Bila hasilnya pecahan atau sebutan"
ANGKA_BERSATUAN = (*SEBUTAN, *TARGET_TRIWULAN)
BIDANG_ANGKA: dict[str, Any] = dict.fromkeys(ANGKA_BERSATUAN, KeadaanField)
PENENTU = ("satuan", "indikator", "rumus_penyebut", "faktor")  # syarat angkanya
BUKAN_KEADAAN = "Tulis satu angka; target yang belum diketahui dikosongkan."
BUKAN_RENTANG = "Tulis satu angka; rentang ditulis sebagai target dan toleransinya."


class KeluaranForm(AturanForm):
    """Satuan yang ikut diketik dicocokkan; sebutan hanya pada baris berskala."""

    sebutan = dict.fromkeys(SEBUTAN.values(), LABEL_TINGKAT)

    class Meta(ScopedModelForm.Meta):
        field_classes = BIDANG_ANGKA

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Isian pecahan dan sebutan dikelompokkan tersendiri."""
        super().__init__(*args, **kwargs)
        self.group(JUDUL_BAGIAN, BAGIAN)

    def clean(self) -> Cleaned:
        """Angka menurut satuan baris ini sebelum cara setahunnya diusulkan darinya."""
        data = self.cleaned_data
        self.read_tingkat(data.get("skala_kualitatif"))
        syarat = self.contoh.syarat_nilai
        for nama in ANGKA_BERSATUAN:
            fit_hint(self, nama, syarat)
            if data.get(nama) is not None:
                data[nama] = self.angka(nama)
        data = super().clean()
        if not self.errors:
            for sebutan in SEBUTAN.values():
                self.check_sebutan(data, sebutan)
        return data

    def read_tingkat(self, skala: Any) -> None:
        """Baris berskala: sebutannya boleh diketik di tempat angkanya."""
        if skala is None:
            return
        for nama, bidang in SEBUTAN.items():
            read_sebutan(self, nama, bidang, skala)

    @property
    def contoh(self) -> Any:
        """Baris bersatuan, berkata dan berumus seperti yang diisi pada formulir ini."""
        data = self.cleaned_data
        isi = {}
        for nama in PENENTU:
            if data.get(nama):
                isi[nama] = data[nama]
        return self._meta.model(**isi)

    def angka(self, nama: str) -> Decimal | None:
        """Angkanya menurut satuan yang diisi pada formulir ini."""
        try:
            return satu_angka(self.cleaned_data[nama], self.contoh)
        except ValidationError as error:
            self.add_error(nama, error)
            return None

    def check_sebutan(self, data: Cleaned, sebutan: str) -> None:
        """Baris berskala bersebutan dari skalanya, baris lain berangka."""
        skala = data["skala_kualitatif"]
        tingkat = data[sebutan]
        if skala is None:
            if tingkat is not None:
                self.add_error(
                    sebutan,
                    "Baris ini diukur dengan angka; kosongkan sebutannya.",
                )
        elif tingkat is not None and tingkat.skala != skala:
            pesan = f"Sebutan ini dari skala lain; baris ini memakai {skala}."
            self.add_error(sebutan, pesan)


def satu_angka(tertulis: Tertulis | None, baris: Any) -> Decimal | None:
    """Angka yang satuannya satuan `baris`; rentang dan keadaan ditolak."""
    isi = isi_baris(tertulis, baris)
    if isi is None or isinstance(isi, Decimal):
        return isi
    if isinstance(isi, Rentang):
        raise ValidationError(BUKAN_RENTANG)
    raise ValidationError(BUKAN_KEADAAN)
