"""Kisi rekap tahunan per kecamatan."""

from collections.abc import Iterable

from core.grid import Kolom, ModelGrid
from villages.models import Kecamatan, RekapLembaga

RINCI = "Rincian yang dipakai IKK"


def _kolom(nama: str, kelompok: str) -> Kolom:
    label = str(RekapLembaga._meta.get_field(nama).verbose_name)
    return Kolom(nama, label[:1].upper() + label[1:], kelompok=kelompok, is_jumlah=True)


class RekapLembagaGrid(ModelGrid):
    """Lembaga kemasyarakatan per kecamatan, kolom menurut formulir Data Kelembagaan Desa."""

    model = RekapLembaga
    parent_field = "kecamatan"
    judul = "Rekap lembaga"
    pengantar = "Isi seperti formulir Data Kelembagaan Desa. Kecamatan tanpa angka belum melapor; 0 berarti tidak ada."
    kolom = (
        *(_kolom(nama, "Wilayah") for nama in ("jumlah_desa", "jumlah_kelurahan")),
        *(_kolom(n, "Lembaga") for n in ("posyandu", "lpm", "pkk", "rw", "rt", "karang_taruna", "lembaga_adat")),
        *(
            _kolom(nama, RINCI)
            for nama in ("posyandu_aktif", "pkk_aktif", "lpm_berprestasi", "binaan_lpm", "binaan_pkk")
        ),
    )

    def parents(self) -> Iterable[Kecamatan]:
        return Kecamatan.objects.visible_to(self.user)
