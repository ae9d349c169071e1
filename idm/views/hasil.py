"""Halaman IDM desa dan rekapnya: hanya yang berbeda dari halaman umum."""

from typing import Any

from core.angka import format_angka
from core.views import Context, Create, Detail, List, Update
from documents.models import SAH
from idm.indeks import INDEKS_DESA
from idm.laporan.perencana.lembar import tabel_jalan
from idm.laporan.profil.lembar import tabel_skor
from idm.laporan.profil.reports.profil import isi_skor
from idm.models import PenetapanIdm, TerbitanIndeks
from idm.reports import selisih_rekap
from idm.reports.dampak_draf import dampak_draf
from idm.reports.jalan import jalan
from idm.tables import RiwayatIdmTable


class IdmDesaList(List):
    """Banyak desa per status dari baris yang tersaring."""

    def summary(self) -> str:
        """Semua status disebut, juga yang nol."""
        hitungan = self.object_list.counts()
        bagian = []
        for status, n in hitungan.items():
            bagian.append(f"{status.value.title()} {n}")
        return " · ".join(bagian)


class IdmDesaDetail(Detail):
    """Skor tiap indikator bila diketahui, dan desa yang sama pada tahun lain."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Jalan dan tabelnya dari uraian yang sama dengan perencana dan profilnya."""
        row = self.object
        others = self.get_queryset().filter(desa=row.desa)
        kabupaten = row.desa.kecamatan.kabupaten
        semua = dampak_draf(kabupaten, row.tahun, row.desa)
        sah = PenetapanIdm.objects.filter(SAH, kabupaten=kabupaten, tahun=row.tahun)
        hasil = None
        if row.skor:
            hasil = jalan(row)
        return super().get_context_data(**kwargs) | {
            "dampak": [satu for satu in semua if satu.indeks == "IDM"],
            "penetapan": sah.last(),
            "jalan": hasil,
            "langkah": tabel_jalan(hasil),
            "tabel_skor": tabel_skor(isi_skor(row)),
            "riwayat": RiwayatIdmTable(others, orderable=False),
        }


class IndeksDesaDetail(Detail):
    """Yang berlaku, terbitannya, dan yang kurang ke status berikutnya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Jalannya hanya bila poin tiap aspeknya diketahui."""
        row = self.object
        kabupaten = row.desa.kecamatan.kabupaten
        semua = dampak_draf(kabupaten, row.tahun, row.desa)
        terbitan = TerbitanIndeks.objects.filter(desa=row.desa, tahun=row.tahun)
        sah = PenetapanIdm.objects.filter(SAH, kabupaten=kabupaten, tahun=row.tahun)
        hasil = None
        if row.jawaban:
            hasil = jalan(row)
        return super().get_context_data(**kwargs) | {
            "dampak": [satu for satu in semua if satu.indeks == INDEKS_DESA.nama],
            "terbitan": terbitan.first(),
            "penetapan": sah.last(),
            "jalan": hasil,
            "langkah": tabel_jalan(hasil),
        }


class IdmDesaSave:
    """Hasil hitung disebut kembali kepada yang mengisi."""

    object: Any

    @property
    def pesan_tersimpan(self) -> str:
        """IDM dan status yang baru tersimpan."""
        row = self.object
        idm = format_angka(row.idm, 4)
        status = row.get_status_display()
        return f"Tersimpan: IDM {idm}, status {status}."


class IdmDesaCreate(IdmDesaSave, Create):
    """Indeks terbitan baru."""


class IdmDesaUpdate(IdmDesaSave, Update):
    """Indeks terbitan yang dibetulkan."""


class RekapStatusDetail(Detail):
    """Jumlah rekap dibandingkan dengan banyak desa; berbeda hanya diperingatkan."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Kosong bila jumlahnya sama."""
        peringatan = selisih_rekap(self.object)
        return super().get_context_data(**kwargs) | {"peringatan": peringatan}
