"""Formulir pengukuran triwulan: K dan Rp baris pohon kinerja."""

from typing import Any, ClassVar

from core.forms import ScopedModelForm
from core.periode import TRIWULAN
from documents.forms import BuktiField
from kinerja.aturan.rencana import per_triwulan
from kinerja.models import PengukuranSub, RencanaAksi, SubKegiatan
from kinerja.pengukuran.forms.isian import KeadaanField, TerisiForm


def label_sub(sub: SubKegiatan) -> str:
    """Tahun, nama dan indikator, sehingga dua baris satu sub kegiatan terbedakan."""
    return f"{sub.tahun} · {sub} — {sub.indikator}"


def label_tahun(row: Any) -> str:
    return f"{row.tahun} · {row}"


def label_tambahan(tambahan: Any) -> str:
    return f"{tambahan.tahun} · {tambahan.induk}: {tambahan}"


class PengukuranForm(TerisiForm):
    """K satu baris satu triwulan."""

    class Meta(ScopedModelForm.Meta):
        field_classes: ClassVar[dict[str, Any]] = {"kinerja": KeadaanField}


class PengukuranSubForm(PengukuranForm):
    """K dan Rp satu triwulan; yang dijadwalkan tetapi tanpa hasil harus dijelaskan."""

    sebutan = {"sub_kegiatan": (label_sub, "kegiatan__program")}

    bukti = BuktiField()

    class Meta(PengukuranForm.Meta):
        model = PengukuranSub
        fields = (
            "sub_kegiatan",
            "triwulan",
            "kinerja",
            "sebab",
            "keuangan",
            "penjelasan",
            "pendorong",
            "penghambat",
            "tindak_lanjut",
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        rencana = RencanaAksi.objects.filter(sub_kegiatan=data["sub_kegiatan"]).first()
        triwulan = data["triwulan"]
        persen = None
        if rencana:
            persen = per_triwulan(rencana.bulan)[triwulan - 1]
        is_tanpa_hasil = not data["kinerja"] and not data["keuangan"] and not self.instance.khusus
        is_dijelaskan = bool(data["penjelasan"].strip())
        if persen and is_tanpa_hasil and not is_dijelaskan:
            jadwal = f"{TRIWULAN[triwulan]} dijadwalkan {persen} %"
            pesan = f"{jadwal} tetapi tidak ada realisasinya; tulis penjelasannya."
            self.add_error("penjelasan", pesan)
        return data
