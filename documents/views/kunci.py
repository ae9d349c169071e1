"""Membuka kunci data untuk sementara."""

from typing import Any

from core.views import Create
from documents.actions import open_lock


class PembukaanCreate(Create):
    """Siapa yang membuka dan sejak kapan dicatat sendiri."""

    success_message = "Kunci dibuka; tertutup sendiri pada waktunya."

    def store(self, form: Any) -> None:
        data = form.cleaned_data
        names = ("tahun", "lingkup", "sampai", "alasan")
        self.object = open_lock(
            kabupaten=self.request.user.kabupaten,  # type: ignore[union-attr]
            by=self.request.user,
            token=data.get("kiriman") or None,
            **{name: data[name] for name in names},
        )
