from typing import Any

from documents.forms import PenggantiForm


class PerjanjianForm(PenggantiForm):
    """Perubahan tetap perjanjian orang yang sama pada tingkat dan bidang yang sama."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        lama = data.get("menggantikan")
        if lama and self._milik(data) != (lama.tingkat, lama.bidang, lama.pihak_pertama.nip):
            pesan = f"Yang diubah milik {lama.pihak_pertama}; samakan orang, tingkat dan bidangnya."
            self.add_error("menggantikan", pesan)
        return data

    @staticmethod
    def _milik(data: dict[str, Any]) -> tuple[Any, ...]:
        pertama = data.get("pihak_pertama")
        return data.get("tingkat"), data.get("bidang"), pertama.nip if pertama else None
