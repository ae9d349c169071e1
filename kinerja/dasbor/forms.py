"""Saringan dasbor dari alamat halamannya."""

from typing import Any

from django import forms

from accounts.models import Bidang
from core.daerah import Perangkat
from core.forms import TahunField
from core.periode import SETAHUN, TAHUN_AKHIR, TAHUN_AWAL, TRIWULAN
from kinerja.dasbor.reports import Saringan

DINAS = Perangkat.DINAS_PMD
TRIWULAN_LAIN = "Triwulan 1 sampai 4; saringan ini diabaikan."


class SaringanForm(forms.Form):
    """Yang keliru disebut dan tidak menyaring."""

    tahun = TahunField(min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR, required=False)
    triwulan = forms.TypedChoiceField(
        label="Sampai triwulan",
        choices=[("", "Yang dilaporkan"), *list(TRIWULAN.items())[1:]],
        coerce=int,
        empty_value=SETAHUN,
        required=False,
        error_messages={"invalid_choice": TRIWULAN_LAIN},
    )
    bidang = forms.ModelChoiceField(
        Bidang.objects.none(),
        required=False,
        empty_label="Semua bidang",
        error_messages={"invalid_choice": "Bidang itu tidak ada; semua bidang ditampilkan."},
    )

    def __init__(self, *args: Any, user: Any, tahun_kerja: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tahun_kerja = tahun_kerja
        bidang: Any = self.fields["bidang"]
        milik = Bidang.objects.visible_to(user)
        bidang.queryset = milik.filter(perangkat_daerah__jenis=DINAS)

    @property
    def saringan(self) -> Saringan:
        """Yang sah saja."""
        self.is_valid()
        isi = self.cleaned_data
        return Saringan(
            tahun=isi.get("tahun") or self.tahun_kerja,
            triwulan=isi.get("triwulan") or SETAHUN,
            bidang=isi.get("bidang"),
        )
