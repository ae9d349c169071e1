"""Meja satu reviu: butir pedoman dengan isian dan petunjuknya, catatannya, dan hitungannya."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja.models import ButirPedoman, CatatanReviu, IsianReviu, Reviu
from kinerja.reviu.jenis import Petunjuk
from kinerja.reviu.sources import BahanReviu

Hasil = IsianReviu.HasilButir
SemuaCatatan = list[CatatanReviu]


@dataclass(frozen=True)
class ButirMeja:
    """Satu butir pedoman, isiannya bila ada, dan petunjuk sistem."""

    butir: ButirPedoman
    isian: IsianReviu | None
    petunjuk: tuple[Petunjuk, ...]

    @property
    def hasil(self) -> str:
        """Ya atau tidak; kosong bila belum dijawab."""
        if self.isian:
            return self.isian.hasil
        return ""

    @property
    def catatan(self) -> str:
        """Catatan pereviu pada butir itu."""
        if self.isian:
            return self.isian.catatan
        return ""


SemuaButir = Sequence[ButirMeja]


class Meja:
    """Satu reviu dibaca sekali bagi halaman, Catatan Hasil Reviu, dan pernyataannya."""

    def __init__(self, reviu: Reviu) -> None:
        self.reviu = reviu
        self.naskah = reviu.naskah()
        self.bahan = BahanReviu(self.naskah)

    @cached_property
    def bagian(self) -> list[tuple[str, list[ButirMeja]]]:
        """Ketiga bagian pedoman dengan butirnya."""
        per_bagian: dict[str, list[ButirMeja]] = {}
        for satu in self.butir:
            sebutan = satu.butir.get_bagian_display()
            per_bagian.setdefault(sebutan, []).append(satu)
        return list(per_bagian.items())

    @cached_property
    def butir(self) -> list[ButirMeja]:
        """Semua butir pedomannya."""
        isian = {satu.butir_id: satu for satu in self.reviu.isian.all()}
        hasil = []
        for butir in self.reviu.pedoman.butir.all():
            petunjuk = self._petunjuk(butir.petunjuk)
            hasil.append(ButirMeja(butir, isian.get(butir.pk), petunjuk))
        return hasil

    def _petunjuk(self, kunci: str) -> tuple[Petunjuk, ...]:
        """Kunci yang tidak dikenal tidak berpetunjuk."""
        dikenal = self.bahan.jenis.petunjuk.get(kunci)
        if dikenal is None:
            return ()
        _, susun = dikenal
        return tuple(susun(self.bahan))

    @cached_property
    def catatan(self) -> SemuaCatatan:
        rows = self.reviu.catatan.select_related("penanggung", "reviu__kabupaten")
        return list(rows)

    @property
    def terbuka(self) -> SemuaCatatan:
        """Catatan yang jawabannya belum diterima."""
        return [satu for satu in self.catatan if not satu.is_selesai]

    @property
    def terisi(self) -> int:
        """Banyak butir yang sudah dijawab ya atau tidak."""
        return sum(bool(satu.hasil) for satu in self.butir)

    @property
    def tidak(self) -> int:
        """Banyak butir yang dijawab tidak."""
        return sum(satu.hasil == Hasil.TIDAK for satu in self.butir)
