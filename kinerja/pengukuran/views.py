"""Halaman isian: nilai dan pengukuran triwulan dengan berkas buktinya."""

from typing import Any

from core.angka import bersatuan
from core.views import Context, Create, Detail, List, Saving, Update
from documents.views.bukti import BuktiSave
from kinerja.aturan.satuan import tulisan_isi
from kinerja.models import PengukuranSub, Realisasi
from kinerja.pengukuran.actions import record_target_change, tulisan_target
from kinerja.pengukuran.reports.evaluasi import evaluasi
from kinerja.pengukuran.reports.kalimat import kalimat_capaian, kalimat_setahun


class TargetList(List):
    def get_queryset(self) -> Any:
        return super().get_queryset().with_definisi()


class RealisasiList(List):
    """Dengan banyak buktinya."""

    def get_queryset(self) -> Any:
        """Satu kueri dengan hitungannya."""
        return super().get_queryset().with_jumlah_bukti().with_definisi()


class RealisasiDetail(Detail):
    """Nilai hitung di samping isiannya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Satu hitungan di samping kolomnya."""
        return super().get_context_data(**kwargs) | {"hitung": self.object.hitung()}


class RealisasiSave(BuktiSave):
    """Nilai dan buktinya tersimpan bersama."""

    @property
    def pesan_tersimpan(self) -> str:  # type: ignore[override]
        """Angka sebagaimana dipahami, agar salah ketik segera terlihat, dan capaiannya."""
        row: Realisasi = self.object
        indikator = row.definisi
        nilai = row.hitung()
        angka = "tanpa nilai"
        if indikator.sumber:
            angka = "nilainya dihitung sistem"
        if nilai is not None:
            desimal = indikator.desimal_bagi(row.isi)
            angka = bersatuan(nilai, indikator.satuan, desimal)
        if nilai is None and row.isi is not None:
            angka = tulisan_isi(row.isi, indikator.desimal)
        bukti = ""
        if self.bukti:
            bukti = f", {len(self.bukti)} berkas bukti"
        tersimpan = f"Tersimpan: {angka}{bukti}."
        semua = (tersimpan, kalimat_capaian(row), kalimat_setahun(row))
        return " ".join(filter(None, semua))


class TargetSave(Saving):
    """Target yang berganti mencatat target lamanya dalam transaksi yang sama."""

    def store(self, form: Any) -> None:
        super().store(form)
        if form.is_changed:
            alasan = form.cleaned_data["alasan"]
            record_target_change(
                target=self.object, lama=form.lama, alasan=alasan, by=self.request.user
            )

    @property
    def pesan_tersimpan(self) -> str:  # type: ignore[override]
        return f"Tersimpan: {tulisan_target(self.object)}. {kalimat_capaian(self.object)}"


class TargetCreate(TargetSave, Create):
    pass


class TargetUpdate(TargetSave, Update):
    pass


class RealisasiCreate(RealisasiSave, Create):
    pass


class RealisasiUpdate(RealisasiSave, Update):
    pass


class PengukuranSubList(List):
    """Dengan banyak buktinya."""

    def get_queryset(self) -> Any:
        """Satu kueri dengan hitungannya."""
        return super().get_queryset().with_jumlah_bukti()


class PengukuranSubDetail(Detail):
    """Isian satu triwulan di samping jumlah, persen dan simpangan setahun barisnya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Satu hitungan di samping kolomnya."""
        row: PengukuranSub = self.object
        return super().get_context_data(**kwargs) | {"evaluasi": evaluasi(row.sub_kegiatan)}


class PengukuranSubCreate(BuktiSave, Create):
    pass


class PengukuranSubUpdate(BuktiSave, Update):
    pass
