from typing import Any

from documents.forms import PenggantiForm


class PerjanjianForm(PenggantiForm):
    """Perubahan tetap perjanjian orang yang sama pada tingkat dan bidang yang sama."""

    def clean(self) -> dict[str, Any]:
        """Pengganti hanya bagi orang, tingkat dan bidang yang sama."""
        data = super().clean()
        lama = data.get("menggantikan")
        pertama = data.get("pihak_pertama")
        if lama is None or pertama is None:
            return data
        is_sama = (
            lama.pihak_pertama.nip == pertama.nip
            and lama.tingkat == data.get("tingkat")
            and lama.bidang == data.get("bidang")
        )
        if not is_sama:
            milik = f"Yang diubah milik {lama.pihak_pertama}"
            pesan = f"{milik}; samakan orang, tingkat dan bidangnya."
            self.add_error("menggantikan", pesan)
        return data
