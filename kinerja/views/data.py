"""Halaman baris data: penimpaan kecil atas halaman umum (bukti realisasi, unduhan, uang program)."""

from typing import Any

from core.angka import format_angka
from core.views import Create, Detail, List, Saving, Update
from documents.views.bukti import BuktiSave
from kinerja.actions import record_target_change, tulisan_target
from kinerja.models import Realisasi
from kinerja.reports.kalimat import kalimat_capaian
from kinerja.tahun.akip import kategori_akip
from kinerja.tahun.anggaran import uang


class RealisasiList(List):
    def get_queryset(self) -> Any:
        return super().get_queryset().with_jumlah_bukti()


class RealisasiDetail(Detail):
    """Nilai hitung di samping isiannya."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"hitung": self.object.hitung()}


class RealisasiSave(BuktiSave):
    @property
    def success_message(self) -> str:  # type: ignore[override]
        """Angka sebagaimana dipahami, agar salah ketik segera terlihat, dan capaiannya."""
        row: Realisasi = self.object
        indikator, nilai = row.indikator, row.hitung()
        kosong = "nilainya dihitung sistem" if indikator.sumber else "tanpa nilai"
        angka = kosong if nilai is None else f"{format_angka(nilai, indikator.desimal)} {indikator.satuan}"
        angka = row.tingkat.nama if row.tingkat else angka
        bukti = f", {len(self.bukti)} berkas bukti" if self.bukti else ""
        return f"Tersimpan: {angka}{bukti}. {kalimat_capaian(row)}"


class TargetSave(Saving):
    """Target yang berganti mencatat target lamanya dalam transaksi yang sama."""

    def store(self, form: Any) -> None:
        super().store(form)
        if form.is_changed:
            alasan = form.cleaned_data["alasan"]
            record_target_change(target=self.object, lama=form.lama, alasan=alasan, by=self.request.user)

    @property
    def success_message(self) -> str:  # type: ignore[override]
        return f"Tersimpan: {tulisan_target(self.object)}. {kalimat_capaian(self.object)}"


class TargetCreate(TargetSave, Create):
    pass


class TargetUpdate(TargetSave, Update):
    pass


class RealisasiCreate(RealisasiSave, Create):
    pass


class RealisasiUpdate(RealisasiSave, Update):
    pass


class ProgramList(List):
    def get_queryset(self) -> Any:
        return super().get_queryset().with_money()


class ProgramDetail(Detail):
    """Uang program sebagaimana masuk laporan, di atas kegiatannya."""

    def get_queryset(self) -> Any:
        return super().get_queryset().with_money()

    def panel(self, name: str, table: Any) -> tuple[str, Any]:
        if name != "kegiatan_set":
            return super().panel(name, table)
        return "Kegiatan", table(self.object.kegiatan_set.with_money().select_related("program"), orderable=False)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"uang": uang(self.object)}


class KegiatanList(List):
    def get_queryset(self) -> Any:
        return super().get_queryset().with_money()


class KegiatanDetail(Detail):
    def panel(self, name: str, table: Any) -> tuple[str, Any]:
        if name != "subkegiatan_set":
            return super().panel(name, table)
        rows = self.object.subkegiatan_set.with_realisasi().select_related(*table.related)
        return "Sub kegiatan", table(rows, orderable=False)


class SubKegiatanList(List):
    def get_queryset(self) -> Any:
        return super().get_queryset().with_realisasi()


class EvaluasiAkipDetail(Detail):
    """Kategori dari nilai yang tidak dibulatkan, di samping kategori tercetak."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"kategori": kategori_akip(self.object)}
