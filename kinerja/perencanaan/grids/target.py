"""Kisi target: setahun, tiap triwulan dan akhir Renstra, menurut satuan barisnya."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from core.forms import formfield
from core.grid import BarisKisi, KolomKisi, save_row
from core.periode import TW
from kinerja.aturan.periode import Cara, masalah_cara
from kinerja.models import SubKegiatan
from kinerja.models.keluaran import SEBUTAN, TARGET_TRIWULAN
from kinerja.models.terukur import CARA
from kinerja.pengukuran.forms import KeadaanField, terbaca
from kinerja.pengukuran.forms.sel import sebutan
from kinerja.pengukuran.grids import PohonGrid
from kinerja.perencanaan.forms.keluaran import satu_angka
from kinerja.tahun.pohon import Simpul

TRIWULANAN = frozenset(TARGET_TRIWULAN)  # tidak dipakai baris bersebutan


class TargetBarisGrid(PohonGrid):
    """Target program sampai indikator tambahan."""

    model = SubKegiatan
    judul = "Target program, kegiatan dan sub kegiatan"
    judul_nama = ("Indikator",)
    pengantar = (
        "Target menurut satuan barisnya; baris kualitatif diisi sebutan dari skalanya. Target "
        "triwulan yang berjumlah target setahun berarti dijumlahkan. K setahun yang kosong "
        "mengikuti usulannya."
    )

    def columns(self) -> Sequence[KolomKisi]:
        """Indikator dan satuannya dibaca, targetnya diisi."""
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        """Disusun sekali tiap permintaan."""
        triwulan = []
        for nama, label in zip(TARGET_TRIWULAN, TW, strict=True):
            triwulan.append(_kolom(nama, label))
        return (
            KolomKisi("indikator", "Indikator", "baca", "Keluaran"),
            KolomKisi("satuan", "Satuan", "baca", "Keluaran"),
            _kolom("target", "Setahun"),
            *triwulan,
            _kolom("target_renstra", "Akhir Renstra"),
            KolomKisi("agregasi", "K setahun", "pilihan", "Cara", pilihan=CARA),
            KolomKisi("usulan", "Usulan", "baca", "Cara"),
        )

    def rows(self) -> list[BarisKisi]:
        """Terkunci atau tidaknya sama bagi semua baris."""
        sebab = SubKegiatan.lock_for(self.kabupaten.kode, self.tahun)
        return [self._baris(s, sebab) for s in self.nodes()]

    def _baris(self, simpul: Simpul, sebab: str) -> BarisKisi:
        """Baris bersebutan tanpa target triwulan."""
        obj = simpul.obj
        tetap = TRIWULANAN
        if obj.skala_kualitatif_id is None:
            tetap = frozenset()
        return BarisKisi(
            self.kunci(simpul),
            self.label(simpul),
            self._isi(obj),
            obj.get_absolute_url(),
            self.kode(simpul),
            self.alias(simpul),
            sebab_lock=sebab,
            gaya="" if simpul.tingkat == "sub" else "kelompok",
            tetap=tetap,
            obj=obj,
        )

    def _isi(self, obj: Any) -> dict[str, Any]:
        """Angka, atau nama sebutannya."""
        return {
            "indikator": obj.indikator,
            "satuan": obj.satuan,
            "target": obj.isi_target,
            "target_renstra": obj.isi_renstra,
            "agregasi": obj.agregasi,
            "usulan": obj.usulan.nama,
            **{nama: getattr(obj, nama) for nama in TARGET_TRIWULAN},
        }

    def parse(self, row: BarisKisi, kolom: KolomKisi, teks: str) -> Any:
        """Angka bersatuan satuan barisnya, atau sebutan dari skalanya."""
        baris = row.obj
        tulisan = teks.strip()
        if kolom.nama == "agregasi":
            return cara_baris(super().parse(row, kolom, tulisan), baris)
        if tulisan and baris.skala_kualitatif_id is not None:
            return sebutan(
                tulisan, baris.skala_kualitatif, self.tingkat.get(baris.skala_kualitatif_id, ())
            )
        tertulis = terbaca(kolom.pemeriksa, tulisan, baris.syarat_nilai)
        return satu_angka(tertulis, baris)

    def store(
        self,
        baris: BarisKisi,
        nilai: dict[str, Any],
        *,
        note: str,
    ) -> None:
        """Sebutan disimpan pada kolom sebutannya."""
        obj = baris.obj
        if obj.skala_kualitatif_id is not None:
            nilai = {SEBUTAN.get(nama, nama): isi for nama, isi in nilai.items()}
        save_row(obj, nilai, by=self.user, note=note)


def cara_baris(cara: str, baris: Any) -> str:
    """Cara yang dapat dipakai baris itu; kosong mengikuti usulannya."""
    if not cara:
        return ""
    masalah = masalah_cara(
        Cara(cara),
        is_sebutan=baris.skala_kualitatif_id is not None,
        is_pecahan=bool(baris.rumus_penyebut),
    )
    if masalah:
        raise ValidationError(masalah)
    return cara


def _kolom(nama: str, label: str) -> KolomKisi:
    """Satu target, diperiksa seperti pada formulirnya."""
    field: Any = formfield(SubKegiatan._meta.get_field(nama), form_class=KeadaanField)
    field.required = False
    return KolomKisi(nama, label, "nilai", "Target", field=field)
