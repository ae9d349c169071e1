"""Dasar kisi yang tiap barisnya satu desa."""

from typing import Any

from core.grid import BarisKisi, Saringan
from villages.grids.lembaga import WilayahGrid, saringan_kecamatan, tersaring
from villages.models import Desa


class DesaGrid(WilayahGrid):
    """Dasar kisi yang tiap barisnya satu desa, disaring menurut kecamatan."""

    judul_baris = "Desa"
    pembagi = "kecamatan"
    judul_nama = ("Nama desa",)
    judul_kode = ("Kode desa",)
    judul_abai = ("Kecamatan",)

    def filters(self) -> list[Saringan]:
        """Satu kabupaten terlalu panjang untuk satu layar."""
        kecamatan = self.params.get("kecamatan", "")
        return [saringan_kecamatan(self.user, self.tahun, kecamatan)]

    def desa(self) -> list[Desa]:
        """Menurut kode dan kecamatan tahun itu, bukan yang kini."""
        terlihat = Desa.objects.visible_to(self.user)
        rows = tersaring(self, terlihat.desa_on(self.tahun))
        rows = rows.select_related("kecamatan__kabupaten")
        return list(rows.order_by("kode_saat"))

    def baris(self, desa: Desa, isi: dict[str, Any], **lain: Any) -> BarisKisi:
        """Baris satu desa dengan tautan ke halamannya."""
        return BarisKisi(
            str(desa.pk),
            desa.nama_saat,
            isi,
            url=desa.get_absolute_url(),
            kode=desa.kode_saat,
            **lain,
        )
