from typing import Any

from django.db.models import Q

from core.forms import Cleaned
from documents.forms import PenggantiForm
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.perjanjian.reports.pihak import salah_pihak
from kinerja.naskah.perjanjian.reports.usul import usul_pihak

DIUSULKAN = "Menurut tingkat dan bidangnya"
TANPA_USUL = "Tidak dapat diusulkan dari tingkat dan bidangnya; pilih orangnya."
PIHAK = ("pihak_pertama", "pihak_kedua")


class PerjanjianForm(PenggantiForm):
    """Perubahan tetap perjanjian orang yang sama pada tingkat dan bidang yang sama."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Yang ditawarkan orang kantornya; pihak kedua juga kepala daerah."""
        super().__init__(*args, **kwargs)
        is_orang = Q(perangkat_daerah=self.instance.perangkat, is_kepala_daerah=False)
        self._limit("pihak_pertama", is_orang)
        self._limit("pihak_kedua", is_orang | Q(is_kepala_daerah=True))
        for nama in PIHAK:
            field: Any = self.fields[nama]
            field.required = False
            field.empty_label = DIUSULKAN

    def _limit(self, nama: str, pilihan: Q) -> None:
        """Yang telanjur disebut tetap terbaca, dan sebabnya ditolak disebut saat disimpan."""
        field: Any = self.fields[nama]
        telanjur = Q(pk=getattr(self.instance, f"{nama}_id"))
        field.queryset = field.queryset.filter(pilihan | telanjur)

    def clean(self) -> Cleaned:
        """Pengganti hanya bagi orang, tingkat dan bidang yang sama; pihaknya semestinya."""
        data = super().clean()
        self._propose(data)
        self._check_pengganti(data)
        if all(data.get(nama) for nama in PIHAK):
            self._check_pihak(data)
        return data

    def _propose(self, data: Cleaned) -> None:
        """Pihak yang dibiarkan kosong diisi usulnya, atau diminta bila tidak dapat diusulkan."""
        kosong = []
        for nama in PIHAK:
            if not data.get(nama) and nama not in self.errors:
                kosong.append(nama)
        if not kosong:
            return
        usul = usul_pihak(self._naskah(data, "tingkat", "bidang", "tanggal"))
        for nama in kosong:
            if nama in usul:
                data[nama] = usul[nama]
            else:
                self.add_error(nama, TANPA_USUL)

    def _naskah(self, data: Cleaned, *nama: str) -> PerjanjianKinerja:
        """Sebagaimana akan disimpan."""
        isian = {satu: data.get(satu) for satu in nama}
        return PerjanjianKinerja(kabupaten=self.instance.kabupaten, **isian)

    def _check_pihak(self, data: Cleaned) -> None:
        """Kantor, tingkat dan masa jabatan keduanya, sebagaimana akan disimpan."""
        naskah = self._naskah(data, *PIHAK, "tingkat", "tanggal")
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
