"""Formulir evaluasi AKIP dan rekomendasinya."""

from typing import Any

from core.forms import ScopedModelForm
from kinerja.models import Rekomendasi


class RekomendasiForm(ScopedModelForm):
    """Inspektorat menulis rekomendasinya; dinas hanya menjawab dengan tindak lanjut."""

    class Meta(ScopedModelForm.Meta):
        model = Rekomendasi
        fields = ("evaluasi", "nomor", "uraian", "tenggat", "tindak_lanjut")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        is_author = user.has_perm("kinerja.add_rekomendasi")
        for name in ("tindak_lanjut",) if is_author else ("evaluasi", "nomor", "uraian", "tenggat"):
            self.fields[name].disabled = True
