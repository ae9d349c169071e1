"""Penerima lembar nomenklatur."""

from collections.abc import Sequence
from typing import Any

from documents.impor import Hasil, Penerima
from documents.pembaca import Tabel
from kinerja.models import EdisiNomenklatur
from kinerja.perencanaan.actions import load_edition
from kinerja.perencanaan.forms import EdisiForm
from kinerja.perencanaan.impor import check


class EdisiLembar(Penerima):
    """Satu edisi nomenklatur, berlaku sejak tahun yang dipilih saat mengunggah."""

    model = EdisiNomenklatur
    hak = "add"
    judul = "Edisi nomenklatur"
    halaman = "kinerja:nomenklatur_list"
    akhiran = (".xlsx", ".csv", ".gz")
    satuan = "kode"
    is_boleh_abai = True
    is_diringkas = True
    form_class = EdisiForm
    pengantar = (
        "Kolom kode dan nama (atau uraian); indikator, satuan dan kode lama boleh disertakan. "
        "Tahun yang dipilih adalah tahun mulai berlakunya.",
        "Kode yang tidak disebut pada urusan yang sama dianggap tetap, kecuali “Ganti yang "
        "berbeda” ditandai: maka ia berakhir setahun sebelumnya. Penerusnya menurut kolom kode "
        "lama, atau satu-satunya yang senama.",
        "Pratinjau menyebut baris kantor ini yang kodenya berubah dan yang tidak berpenerus.",
    )

    def check(self, tabel: Sequence[Tabel]) -> Hasil:
        return check(self.kabupaten, tabel, is_abai=self.is_abai)

    def apply(
        self,
        ubahan: Sequence[dict[str, Any]],
        *,
        by: Any,
        note: str,
    ) -> None:
        load_edition(
            ubahan=ubahan,
            tahun=self.tahun,
            by=by,
            note=note,
            **self.setelan,
        )
