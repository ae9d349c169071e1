"""Penerima lembar kerja yang bukan kisi."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from documents.impor import Hasil, Penerima
from documents.pembaca import Tabel
from villages.actions import terapkan_daftar
from villages.impor import wilayah
from villages.models import Desa


class KodeWilayah(Penerima):
    """Daftar kode kecamatan, desa dan kelurahan yang resmi."""

    model = Desa
    hak = "add"
    judul = "Daftar kode wilayah"
    halaman = "villages:desa_list"
    satuan = "perubahan"
    is_pilih_tahun = False
    pengantar = (
        "Kolom kode dan nama; lintang dan bujur boleh disertakan. Baris kabupaten lain dilewati.",
        "Pratinjau menunjukkan yang baru, berganti nama, dan tidak ada lagi. Nama lama disimpan sebagai riwayat.",
    )

    def periksa(self, tabel: Sequence[Tabel]) -> Hasil:
        return wilayah.periksa(self.kabupaten, tabel)

    def terapkan(self, ubahan: Sequence[dict[str, str]], *, by: Any, note: str) -> None:
        terapkan_daftar(kabupaten=self.kabupaten, ubahan=ubahan, sejak=timezone.localdate(), by=by, note=note)
