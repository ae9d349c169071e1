"""Perangkat daerah, dan sebutan wilayah daerahnya yang diisi bersamanya."""

from typing import Any

from django.db import transaction

from accounts.forms.kantor import SEBUTAN
from core import door
from core.views import Update


class PerangkatUpdate(Update):
    """Dinas PMD juga menyimpan sebutan kecamatan dan desa daerahnya."""

    @transaction.atomic
    def store(self, form: Any) -> None:
        super().store(form)
        kabupaten = self.object.kabupaten
        isi = {nama: form.cleaned_data[nama] for nama in SEBUTAN if nama in form.cleaned_data}
        for nama, nilai in isi.items():
            setattr(kabupaten, nama, nilai)
        if isi:
            door.save(kabupaten, by=self.request.user)
