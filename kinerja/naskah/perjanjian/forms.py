from typing import Any

from django.db.models import Q

from core.forms import Cleaned
from documents.forms import PenggantiForm
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.reports.pihak import salah_pihak

PIHAK = ("pihak_pertama", "pihak_kedua")


class PerjanjianForm(PenggantiForm):
    """Perubahan tetap perjanjian orang yang sama pada tingkat dan bidang yang sama."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Yang ditawarkan orang kantornya; pihak kedua juga kepala daerah."""
        super().__init__(*args, **kwargs)
        is_orang = Q(perangkat_daerah=self.instance.perangkat, is_kepala_daerah=False)
        self._limit("pihak_pertama", is_orang)
        self._limit("pihak_kedua", is_orang | Q(is_kepala_daerah=True))

    def _limit(self, nama: str, pilihan: Q) -> None:
        """Yang telanjur disebut tetap terbaca, dan sebabnya ditolak disebut saat disimpan."""
        field: Any = self.fields[nama]
        telanjur = Q(pk=getattr(self.instance, f"{nama}_id"))
        field.queryset = field.queryset.filter(pilihan | telanjur)

    def clean(self) -> Cleaned:
        """Pengganti hanya bagi orang, tingkat dan bidang yang sama; pihaknya semestinya."""
        data = super().clean()
        self._check_pengganti(data)
        if all(data.get(nama) for nama in PIHAK):
            self._check_pihak(data)
        return data

    def _check_pihak(self, data: Cleaned) -> None:
        """Kantor, tingkat dan masa jabatan keduanya, sebagaimana akan disimpan."""
        isian = {nama: data.get(nama) for nama in (*PIHAK, "tingkat", "tanggal")}
        naskah = PerjanjianKinerja(kabupaten=self.instance.kabupaten, **isian)
        for nama, pesan in salah_pihak(naskah).items():
            self.add_error(nama, pesan)

    def _check_pengganti(self, data: Cleaned) -> None:
        """Yang diubah milik orang yang sama, pada tingkat dan bidang yang sama."""
        lama = data.get("menggantikan")
        pertama = data.get("pihak_pertama")
        if lama is None or pertama is None:
            return
        is_sama = (
            lama.pihak_pertama.nip == pertama.nip
            and lama.tingkat == data.get("tingkat")
            and lama.bidang == data.get("bidang")
        )
        if not is_sama:
            milik = f"Yang diubah milik {lama.pihak_pertama}"
            pesan = f"{milik}; samakan orang, tingkat dan bidangnya."
            self.add_error("menggantikan", pesan)
