"""Kisi yang barisnya baris pohon kinerja, dan pemeriksa isiannya."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from accounts.models import Bidang
from core.forms import formfield
from core.grid import Grid, Saringan
from kinerja.models import TingkatKualitatif
from kinerja.tahun.pohon import Simpul, milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja

PerIndikator = dict[int, list[TingkatKualitatif]]


class PohonGrid(Grid):
    """Bersama: satu baris per simpul pohon; saringan bidang."""

    judul_baris = "Program / kegiatan / sub kegiatan"
    judul_kode = ("Kode rekening", "Kode sub kegiatan")

    @cached_property
    def bidang(self) -> list[Bidang]:
        """Bidang yang boleh dilihat pengguna."""
        return list(Bidang.objects.visible_to(self.user))

    @cached_property
    def tingkat(self) -> PerIndikator:
        """Sebutan tiap skala, dari yang terbaik."""
        hasil: PerIndikator = {}
        for tingkat in TingkatKualitatif.objects.visible_to(self.user).order_by("urutan"):
            hasil.setdefault(tingkat.skala_id, []).append(tingkat)
        return hasil

    def filters(self) -> list[Saringan]:
        """Seluruh dinas, atau satu bidang."""
        bidang = []
        for b in self.bidang:
            bidang.append((str(b.pk), b.nama))
        pilihan = [("", "Seluruh dinas"), *bidang]
        return [Saringan("bidang", "Bidang", pilihan, self.params.get("bidang", ""))]

    def nodes(self) -> Sequence[Simpul]:
        """Baris bidang terpilih beserta program dan kegiatan di atasnya."""
        semua = TahunKinerja(self.kabupaten, self.tahun).pohon.baris
        bidang = self.params.get("bidang", "")
        if not bidang.isdecimal():
            return semua
        return milik_bidang(semua, int(bidang))

    def key(self, s: Simpul) -> str:
        """Kunci baris; satu tingkat satu tabel."""
        return f"{s.tingkat}-{s.obj.pk}"

    def kode(self, s: Simpul) -> str:
        """Kode program atau kegiatan; baris di bawahnya memakai kode induknya dan urutannya."""
        if s.tingkat == "sub":
            return f"{s.obj.kegiatan.kode}#{s.obj.nomor}"
        if s.tingkat == "tambahan":
            return f"{s.induk.kode} i{s.obj.nomor}"
        return s.obj.kode

    def alias(self, s: Simpul) -> tuple[str, ...]:
        """Sebutan barisnya pada lembar kerja: kode SIPD yang tercetak dan namanya."""
        if s.is_lanjutan:
            return (s.obj.indikator,)
        return tuple(filter(None, (s.obj.kode, s.obj.nama)))

    def label(self, s: Simpul) -> str:
        """Baris lanjutan hanya indikatornya, karena namanya sudah di atasnya."""
        if s.is_lanjutan:
            return f"↳ {s.obj.indikator}"
        return f"{s.obj.kode} {s.obj.nama}".strip()


def isian_model(model: Any, name: str, **kwargs: Any) -> Any:
    """Pemeriksa isian dari kolom model, boleh kosong."""
    kolom = model._meta.get_field(name)
    field = formfield(kolom, **kwargs)
    if field is not None:
        field.required = False
    return field
