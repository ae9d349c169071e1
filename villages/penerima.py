"""Penerima lembar kerja yang bukan kisi."""

from collections.abc import Sequence
from typing import Any

from documents.actions.jejak import undo_rows
from documents.arsip import Batas
from documents.impor import Hasil, Penerima
from documents.pembaca import SemuaTabel, Tabel, read
from villages.actions import apply_daftar
from villages.actions.penerapan import kode_asal
from villages.forms import EdisiForm
from villages.impor import edisi
from villages.impor.edisi import SAMA
from villages.models import Desa

SemuaUbahan = Sequence[dict[str, Any]]
WILAYAH = Batas(baris=100_000, kolom=10)  # 91.599 wilayah pada edisi 2025


class KodeWilayah(Penerima):
    """Daftar kode kecamatan, desa dan kelurahan yang resmi."""

    model = Desa
    hak = "add"
    judul = "Daftar kode wilayah"
    halaman = "villages:desa_list"
    akhiran = (".xlsx", ".csv", ".gz")
    is_pilih_tahun = False
    is_diringkas = True
    form_class = EdisiForm
    pengantar = (
        "Kolom kode dan nama; lintang dan bujur boleh disertakan. Baris kabupaten lain dilewati; "
        "daftar senegara diunggah sebagai CSV, boleh termampat (.csv.gz).",
        "Pratinjau menunjukkan yang berganti nama, yang baru, dan yang tidak ada lagi. "
        "Kode baru yang mungkin desa lama Anda putuskan di sana. "
        "Kode dan nama lama disimpan sebagai riwayat.",
        "Edisi yang sudah digantikan pun dapat dimuat: sebutkan sampai kapan ia berlaku, "
        "dan isinya menjadi riwayat.",
    )

    def read(self, nama: str, data: bytes) -> SemuaTabel:
        return read(nama, data, WILAYAH)

    def check(self, tabel: Sequence[Tabel]) -> Hasil:
        return edisi.check(self.kabupaten, tabel)

    def apply(self, ubahan: SemuaUbahan, *, by: Any, note: str) -> None:
        self.jejak = apply_daftar(
            kabupaten=self.kabupaten,
            ubahan=ubahan,
            by=by,
            note=note,
            **self.setelan,
        )

    def batalkan(self, jejak: SemuaUbahan, *, by: Any, note: str) -> None:
        """Wilayah, kode dan riwayatnya kembali seperti sebelum edisi itu.

        `Refused` bila wilayah barunya sudah dipakai, atau ada yang berubah sesudahnya.
        """
        undo_rows(jejak=jejak, by=by, note=note)

    def keputusan(self, ubahan: SemuaUbahan) -> dict[str, str]:
        """Wilayah lama yang ditautkan menyebut kode barunya."""
        keputusan = super().keputusan(ubahan)
        for u in ubahan:
            if asal := kode_asal(u, SAMA):
                keputusan[asal] = f"Menjadi {u['kunci']}"
        return keputusan
