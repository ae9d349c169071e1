"""Hanya yang berbeda dari halaman umum."""

from typing import Any

from core.views import Detail, List


class AnggotaKerjaSamaList(List):
    """Banyak baris formulir dan banyak desa yang berlainan ditunjukkan berdampingan."""

    def summary(self) -> str:
        return f"{self.object_list.distinct_desa()} desa berlainan"


class KerjaSamaDetail(Detail):
    """Anggotanya hanya pada tahun kerja; tahun lain lewat daftar anggota."""

    def panel(self, name: str, table: Any) -> tuple[str, Any]:
        tahun = self.request.tahun  # type: ignore[attr-defined]
        rows = getattr(self.object, name).for_tahun(tahun).select_related(*table.related)
        title = f"Anggota tahun {tahun}: {len(rows)} baris, {rows.distinct_desa()} desa berlainan"
        return title, table(rows, orderable=False)
