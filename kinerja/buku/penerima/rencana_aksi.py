"""Lembar rencana aksi: langkah dan jadwal dua belas bulan tiap sub kegiatan."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from core.periode import BULAN
from kinerja.aturan import kode
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku
from kinerja.buku.penerima.lembar import Lembar, Terisi
from kinerja.buku.penerima.pohon import PohonKode, kode_tertulis
from kinerja.models import RencanaAksi, SubKegiatan
from kinerja.models.rencana import KOLOM_BULAN

JADWAL = tuple(
    KolomBuku(nama, bulan, "persen", alias=(bulan[:3], f"Jadwal {bulan}"))
    for nama, bulan in zip(KOLOM_BULAN, BULAN, strict=True)
)
KOLOM = (
    KolomBuku("kode", "Kode", is_penanda=True, alias=("Kode SIPD", "Kode baris")),
    KolomBuku("nama", "Sub kegiatan", alias=("Uraian", "Nama sub kegiatan")),
    KolomBuku("indikator", "Indikator", alias=("Indikator kinerja",)),
    KolomBuku("aksi", "Aksi kegiatan", alias=("Rencana aksi", "Aksi")),
    *JADWAL,
    KolomBuku("keterangan", "Keterangan", alias=("Ket",)),
)
KELOMPOK = frozenset({"program", "kegiatan"})
ISI = ("aksi", *KOLOM_BULAN, "keterangan")
SUDAH_ADA = "Sub kegiatan {kode} sudah ditulis pada baris {nomor}."
BELUM_ADA = "Sub kegiatan {kode} belum ada; isi dahulu lembar Program."


class LembarRencanaAksi(Lembar):
    """Baris menurut kode sub kegiatannya; kelompok di atasnya tidak berjadwal."""

    nama = "Rencana aksi"

    def columns(self) -> Sequence[KolomBuku]:
        """Dua belas bulan menurut namanya."""
        return KOLOM

    @cached_property
    def pohon(self) -> PohonKode:
        """Sub kegiatan yang ada, juga yang baru dari lembar Program."""
        return PohonKode(self.buku)

    def terisi(self) -> Iterator[Terisi]:
        """Semua sub kegiatan, juga yang belum berjadwal."""
        for row, utama in self.pohon.semua():
            if not isinstance(row, SubKegiatan):
                continue
            isi = {
                "kode": utama.kode,
                "nama": utama.nama,
                "indikator": row.indikator,
            }
            rencana = _rencana(row)
            if rencana is not None:
                isi |= {nama: getattr(rencana, nama) for nama in ISI}
            yield isi

    def store(self, baris: BarisBuku) -> None:
        """Baris program dan kegiatan hanya membawahkan."""
        tingkat = kode.tingkat(kode_tertulis(baris))
        if tingkat in KELOMPOK:
            return
        tulisan = self.pohon.kode(baris)
        if not tulisan:
            return
        sub = self._sub(baris, tulisan)
        if sub is not None:
            self._store(baris, sub)

    def _sub(self, baris: BarisBuku, tulisan: str) -> Any:
        """Baris sub kegiatan yang dimaksud; `None` bila belum ada atau sudah terpakai semua."""
        baku = kode.baku(tulisan)
        cabang = self.pohon.cabang.get(baku)
        if cabang is None:
            self.buku.salah(baris, "kode", BELUM_ADA.format(kode=tulisan))
            return None
        sub = cabang.pilih(baris.teks("indikator"))
        if sub is None:
            nomor = cabang.baris[-1].nomor
            self.buku.salah(baris, "kode", SUDAH_ADA.format(kode=tulisan, nomor=nomor))
            terpakai = cabang.semua[-1]
            self.buku.pencatat.check(_rencana_baru(terpakai), baris, baris.isian(*ISI))
            return None
        self.pohon.pakai(baku, sub, baris)
        return sub

    def _store(self, baris: BarisBuku, sub: SubKegiatan) -> None:
        """Yang kosong dan belum tercatat tetap belum tercatat."""
        isian = baris.isian(*ISI)
        row = _rencana(sub)
        if row is None:
            row = _rencana_baru(sub)
            terisi = [nama for nama in isian if baris.teks(nama)]
            if not terisi:
                return
        self.buku.pencatat.store(row, baris, isian)


def _rencana_baru(sub: SubKegiatan) -> RencanaAksi:
    """Belum tersimpan."""
    return RencanaAksi(sub_kegiatan=sub)


def _rencana(sub: SubKegiatan) -> RencanaAksi | None:
    """Rencana aksi yang sudah tercatat."""
    rows = RencanaAksi.objects.filter(sub_kegiatan=sub)
    return rows.first()
