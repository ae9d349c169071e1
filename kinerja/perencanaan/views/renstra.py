"""Menambah dan mengubah baris Renstra yang sebagian tahunnya terkunci."""

from typing import Any

from core.views import Create, Update
from kinerja.definisi.views import PeriodeUpdate, TetapSemula


class BersejakCreate(Create):
    """Yang baru ada sesudah tahun terkunci disebut sejak kapan."""

    @property
    def pesan_tersimpan(self) -> str:  # type: ignore[override]
        mulai = self.object.tahun_mulai
        if mulai is None:
            return "Tersimpan."
        return f"Tersimpan, ada sejak tahun {mulai}; tahun sebelumnya terkunci."


class RenstraUpdate(TetapSemula, Update):
    """Tahun terkunci disebut tetap memakai isi semula."""

    def store(self, form: Any) -> None:
        banyak = len(self.get_object().semula)
        super().store(form)
        row = form.instance
        if len(row.semula) > banyak:
            self.yang_tetap = "isi"
            self.tetap = range(row.renstra.tahun_awal, row.semula[-1]["sampai"] + 1)


class PeriodeRenstraUpdate(RenstraUpdate, PeriodeUpdate):
    """Skala predikatnya menurut definisi tiap tahun."""
