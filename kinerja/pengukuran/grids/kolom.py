"""Kolom satu triwulan pada kisi evaluasi."""

from core.grid import KolomKisi
from core.periode import TRIWULAN
from kinerja.aturan.bacaan import BENTUK
from kinerja.models import PengukuranSub
from kinerja.pengukuran.forms import KeadaanField, UangField
from kinerja.pengukuran.forms.sel import bidang_k
from kinerja.pengukuran.grids.pohon import isian_model

BANTUAN_K = f"{BENTUK} Baris pecahan 22/27; baris kualitatif sebutannya."


def kolom_angka(triwulan: int) -> list[KolomKisi]:
    """K dan Rp satu triwulan."""
    kinerja = KolomKisi(
        f"k_{triwulan}",
        "K",
        "nilai",
        TRIWULAN[triwulan],
        bantuan=BANTUAN_K,
        alias=_sebutan("K", "kinerja", triwulan),
        field=bidang_k("kinerja", KeadaanField),
    )
    keuangan = KolomKisi(
        f"rp_{triwulan}",
        "Rp",
        "rupiah",
        TRIWULAN[triwulan],
        is_jumlah=True,
        alias=_sebutan("Rp", "keuangan", triwulan),
        field=isian_model(PengukuranSub, "keuangan", form_class=UangField),
    )
    return [kinerja, keuangan]


def _sebutan(label: str, hal: str, triwulan: int) -> tuple[str, ...]:
    """Judul lain satu kolom triwulan pada lembar orang."""
    nama = TRIWULAN[triwulan]
    return (
        f"{label} {nama}",
        f"Realisasi {label} {nama}",
        f"Realisasi {nama} {label}",
        f"Realisasi {hal} {nama}",
        f"Realisasi {nama} {hal}",
    )


def kolom_uraian(nama: str, triwulan: int) -> KolomKisi:
    """Kolom uraian bernama seperti pada formulirnya."""
    kolom = PengukuranSub._meta.get_field(nama)
    sebutan = str(kolom.verbose_name)
    field = isian_model(PengukuranSub, nama)
    return KolomKisi(
        f"{nama}_{triwulan}",
        sebutan.capitalize(),
        "uraian",
        TRIWULAN[triwulan],
        field=field,
    )
