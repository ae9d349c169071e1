"""Formulir token API."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import TokenApi
from core.forms import ScopedModelForm
from core.periode import tanggal_panjang

MASA = datetime.timedelta(days=365)


class TokenApiForm(ScopedModelForm):
    """Nama pemakainya dan tanggal terakhir berlakunya; rahasianya dibuat saat disimpan."""

    class Meta(ScopedModelForm.Meta):
        model = TokenApi
        fields = ("nama", "berlaku_sampai")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hari_ini = timezone.localdate()
        self.instance.dibuat_pada = self.hari_ini
        self.initial.setdefault("berlaku_sampai", self.hari_ini + MASA)

    def clean_berlaku_sampai(self) -> datetime.date:
        """Hari ini sampai setahun lagi."""
        sampai: datetime.date = self.cleaned_data["berlaku_sampai"]
        terakhir = self.hari_ini + MASA
        if not self.hari_ini <= sampai <= terakhir:
            batas = tanggal_panjang(terakhir)
            raise ValidationError(f"Pilih tanggal antara hari ini dan {batas}.")
        return sampai
