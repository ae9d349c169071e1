"""Verifikasi isian satu desa oleh kepala bidang, dan pengembaliannya."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from core.audit import Refused
from idm.actions.isian import kembalikan, verifikasi
from idm.models import IsianIdm
from idm.views.isian import IsianView

TANPA_INSTRUMEN = "Belum ada instrumen yang dapat diisi untuk tahun ini."


class Verifikasi(IsianView):
    """Isian dinyatakan benar oleh kepala bidang, lalu berlaku dan terkunci."""

    hak = "idm.verify_isianidm"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Yang ditolak dikatakan sebabnya."""
        self.load()
        if self.instrumen is None:
            messages.error(request, TANPA_INSTRUMEN)
            return self.kembali()
        try:
            self.jalankan(self.baris())
        except Refused as error:
            messages.error(request, str(error))
        return self.kembali()

    def jalankan(self, satu: IsianIdm) -> None:
        """Tindakan atas satu isian."""
        verifikasi(isian=satu, by=self.request.user)
        messages.success(
            self.request, "Isian diverifikasi: hasilnya berlaku dan isiannya terkunci."
        )


class Kembalikan(Verifikasi):
    """Verifikasi dibatalkan dengan catatan; angka sebelumnya berlaku kembali."""

    hak = "idm.return_isianidm"

    def jalankan(self, satu: IsianIdm) -> None:
        kembalikan(
            isian=satu,
            catatan=self.request.POST.get("catatan", ""),
            by=self.request.user,
        )
        messages.success(
            self.request, "Isian dikembalikan kepada pengisinya; angka sebelumnya berlaku kembali."
        )
