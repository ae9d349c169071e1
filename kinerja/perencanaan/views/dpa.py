"""Versi anggaran setahun: mencatatnya membekukan pagu, rinciannya menyandingkan dua versi."""

from typing import Any

from core.views import Context, Create, Detail
from kinerja.perencanaan.actions import record_dpa
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.versi_pagu import banding, rincian, versi_sebelum

DIISI = "Versi ini dicatat menyusul; isi pagunya menurut lembar DPA-nya di Pagu tiap versi."
RINCIAN = "Pagu tiap sub kegiatan"  # tampil sebagai tabel


class DpaCreate(Create):
    """Pagu saat itu ikut dibekukan, jadi lewat tindakannya sendiri."""

    pesan_tersimpan = "Versi anggaran dicatat beserta pagu tiap sub kegiatannya."

    def store(self, form: Any) -> None:
        """Token kirimannya mencegah dicatat dua kali."""
        self.object = record_dpa(
            dpa=form.instance,
            by=self.request.user,
            token=form.cleaned_data.get("kiriman") or None,
        )
        if self.object.is_menyusul:
            self.pesan_tersimpan = DIISI


class DpaDetail(Detail):
    """Semula dan menjadi terhadap versi sebelumnya; beda pagu kini dari versi terakhir."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Rincian menggantikan kolom mentahnya."""
        dpa = self.object
        lama = versi_sebelum(dpa)
        context = super().get_context_data(**kwargs)
        tampak = [item for item in context["items"] if item.label != RINCIAN]
        return context | {
            "items": tampak,
            "lama": lama,
            "banding": banding(lama.rincian if lama else (), dpa.rincian),
            "kini": self._kini() if self._is_terakhir() else None,
        }

    def _is_terakhir(self) -> bool:
        """Versi lama tidak dibandingkan dengan pagu kini."""
        dpa = self.object
        versi = type(dpa)._default_manager.versi(dpa.perangkat_daerah_id, dpa.tahun)
        return bool(dpa.rincian) and versi.last() == dpa

    def _kini(self) -> Any:
        """Pagu di sistem terhadap versi terakhir; `None` bila tidak ada yang berbeda."""
        dpa = self.object
        pohon = TahunKinerja(dpa.perangkat_daerah.kabupaten, dpa.tahun).pohon
        beda = banding(dpa.rincian, rincian(pohon, is_murni=False))
        if not beda.berubah:
            return None
        return beda
