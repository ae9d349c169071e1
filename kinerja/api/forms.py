"""Saringan API; yang keliru menyebut nama dan bentuk yang benar."""

from typing import Any

from django import forms

from accounts.models import TokenApi
from core.forms import BilanganField, Cleaned, TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from documents.workflow import STATUS_LABELS, Status
from kinerja.models import Indikator
from villages.models import Kecamatan

SEHALAMAN, TERBANYAK = 100, 1000
HALAMAN_TERAKHIR = 1_000_000
TANPA_PILIHAN = ("", "semua")
STATUS = [(satu.value, label) for satu, label in STATUS_LABELS.items() if satu != Status.DRAFT]
BUKAN_PILIHAN = {"invalid_choice": "“%(value)s” tidak dikenal."}


def tahun_field(*, is_wajib: bool = True) -> TahunField:
    """Tahun datanya."""
    return TahunField(
        min_value=TAHUN_AWAL,
        max_value=TAHUN_AKHIR,
        required=is_wajib,
        help_text="Tahun datanya.",
    )


def pilihan_field(pilihan: list[Any], arti: str) -> forms.ChoiceField:
    """Tanpa isian berarti semua."""
    return forms.ChoiceField(
        choices=[TANPA_PILIHAN, *pilihan],
        required=False,
        help_text=arti,
        error_messages=BUKAN_PILIHAN,
    )


class SaringanApi(forms.Form):
    """Halaman yang diminta; nama saringan lain ditolak."""

    halaman = BilanganField(
        min_value=1,
        max_value=HALAMAN_TERAKHIR,
        required=False,
        help_text="Halaman ke berapa; bawaannya 1.",
    )
    per_halaman = BilanganField(
        min_value=1,
        max_value=TERBANYAK,
        required=False,
        help_text=f"Baris tiap halaman; bawaannya {SEHALAMAN}, paling banyak {TERBANYAK}.",
    )

    def __init__(self, *args: Any, token: TokenApi, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.token = token

    def clean(self) -> Cleaned:
        """Nama yang salah eja tidak diam-diam menjadi tanpa saringan."""
        asing = [nama for nama in self.data if nama not in self.fields]
        if asing:
            disebut = ", ".join(f"“{nama}”" for nama in asing)
            dikenal = ", ".join(self.fields)
            self.add_error(None, f"Saringan {disebut} tidak dikenal; yang ada: {dikenal}.")
        isian: Cleaned = self.cleaned_data
        isian["halaman"] = isian.get("halaman") or 1
        isian["per_halaman"] = isian.get("per_halaman") or SEHALAMAN
        return isian

    @property
    def kalimat(self) -> str:
        """Semua kesalahannya sekaligus."""
        semua = []
        for nama, pesan in self.errors.items():
            awal = ""
            if nama != forms.forms.NON_FIELD_ERRORS:
                awal = f"{nama}: "
            semua += [f"{awal}{satu}" for satu in pesan]
        return " ".join(semua)


class TahunApi(SaringanApi):
    """Data satu tahun."""

    tahun = tahun_field()


class DesaSaringanApi(TahunApi):
    """Semua desa, atau satu kecamatan milik kantornya."""

    kecamatan = forms.ModelChoiceField(
        Kecamatan.objects.all(),
        to_field_name="kode",
        required=False,
        help_text="Kode kecamatannya, misalnya 16.07.01.",
        error_messages={"invalid_choice": "Kantor pemilik token ini tidak berkecamatan itu."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kecamatan"]
        field.queryset = Kecamatan.objects.visible_to(self.token)


class IndikatorSaringanApi(TahunApi):
    """IKU, IKK, atau keduanya."""

    jenis = pilihan_field(Indikator.JenisIndikator.choices, "Hanya IKU atau hanya IKK.")


class NaskahSaringanApi(SaringanApi):
    """Semua tahun bila tidak disebut."""

    tahun = tahun_field(is_wajib=False)
    status = pilihan_field(STATUS, "Keadaan naskahnya.")
