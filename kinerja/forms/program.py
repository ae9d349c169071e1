"""Formulir program, kegiatan dan sub kegiatan: kode menurut induk dan menurut tahun berlakunya."""

from typing import Any

from core.forms import ScopedModelForm
from kinerja.models import Kegiatan, Nomenklatur, Program, SubKegiatan


class ProgramForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Program
        fields = (
            "tahun", "kode", "nama", "sasaran", "sasaran_program", "indikator", "target", "satuan", "target_tercetak",
            "penanggung_jawab", "target_renstra", "realisasi_lalu", "is_rinci", "pagu_tercetak", "realisasi_tercetak",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        check_berlaku(self, data.get("kode"), data.get("tahun"))
        return data


class KegiatanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = Kegiatan
        fields = (
            "program", "kode", "nama", "indikator", "target", "satuan", "target_tercetak", "penanggung_jawab",
            "target_renstra", "realisasi_lalu", "pagu_tercetak", "realisasi_tercetak",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("program", lambda program: f"{program.tahun} · {program}")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        check_kode(self, data.get("kode"), data.get("program"))
        return data


class SubKegiatanForm(ScopedModelForm):
    class Meta(ScopedModelForm.Meta):
        model = SubKegiatan
        fields = (
            "kegiatan", "induk", "nomor", "kode", "nama", "indikator", "target", "satuan", "target_tercetak", "pagu",
            "pagu_perubahan", "realisasi", "penanggung_jawab", "target_renstra", "pagu_renstra", "realisasi_lalu",
            "realisasi_lalu_rupiah",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.relabel("kegiatan", lambda kegiatan: f"{kegiatan.tahun} · {kegiatan}", "program")
        self.relabel("induk", lambda sub: f"{sub.tahun} · {sub}", "kegiatan__program")
        field: Any = self.fields["induk"]
        field.queryset = field.queryset.utama().exclude(pk=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        check_kode(self, data.get("kode"), data.get("kegiatan"))
        induk = data.get("induk")
        if induk and induk.kegiatan != data.get("kegiatan"):
            self.add_error("induk", f"Baris utama ini ada pada kegiatan {induk.kegiatan}; pilih yang sekegiatan.")
        elif induk and (data.get("kode"), data.get("nama")) != (induk.kode, induk.nama):
            self.add_error("induk", f"Kode dan nama baris tambahan harus sama dengan baris utamanya: {induk}.")
        return data


def check_kode(form: ScopedModelForm, kode: str | None, induk: Any) -> None:
    """Kode anak berawal kode induknya dan berlaku pada tahun induknya."""
    if kode and induk and not kode.startswith(f"{induk.kode}."):
        form.add_error("kode", f"Kode harus berawal {induk.kode}, sesuai {induk._meta.verbose_name}nya.")
    elif induk:
        check_berlaku(form, kode, induk.tahun)


def check_berlaku(form: ScopedModelForm, kode: str | None, tahun: int | None) -> None:
    """Kode yang dikenal tetapi tidak berlaku pada `tahun` ditolak dengan kode yang benar."""
    if kode and tahun and (problem := Nomenklatur.objects.problem(kode, tahun)):
        form.add_error("kode", problem)
