"""Pilihan baris menurut hak: setiap halaman bertanya lewat `visible_to`."""

from typing import Any, Self

from django.db import models


class ScopedQuerySet(models.QuerySet[Any]):
    """Baris milik satu kabupaten; `kabupaten_path` pada model menunjuk jalan ke kabupatennya."""

    def visible_to(self, user: Any) -> Self:
        """Baris kabupaten pengguna; data acuan (`kabupaten_path` None) terlihat bagi semua."""
        path = self.model.kabupaten_path
        if path is None:
            return self.all()
        if user.kabupaten_id is None:
            return self.none()
        return self.filter(**{path: user.kabupaten_id})

    def for_tahun(self, tahun: int) -> Self:
        """Baris data satu tahun."""
        return self.filter(tahun=tahun)
