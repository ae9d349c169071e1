"""Menaruh satu aspek yang diusulkan pada sub kegiatan tahun itu."""

from typing import Any

from django import forms

from accounts.models import Kabupaten
from core.forms import PlainForm
from idm.models import IndikatorIdm, UsulLangkah
from kinerja.models import SubKegiatan


class UsulAksiForm(PlainForm):
    """Hanya aspek yang diusulkan, dan sub kegiatan pohon tahun itu."""

    aspek = forms.ModelChoiceField(IndikatorIdm.objects.none(), label="Aspek")
    sub = forms.ModelChoiceField(
        SubKegiatan.objects.none(),
        label="Sub kegiatan",
        help_text="Kodenya harus berlaku pada tahun itu.",
    )

    def __init__(
        self,
        *args: Any,
        kabupaten: Kabupaten,
        tahun: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        usul = UsulLangkah.objects.filter(
            desa__kecamatan__kabupaten=kabupaten,
            tahun=tahun,
        )
        aspek: Any = self.fields["aspek"]
        aspek.queryset = IndikatorIdm.objects.filter(pk__in=usul.values("indikator"))
        sub: Any = self.fields["sub"]
        sub.queryset = SubKegiatan.objects.in_pohon(kabupaten, tahun).utama()
