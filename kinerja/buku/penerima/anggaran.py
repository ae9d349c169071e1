"""Lembar DPA dan pegawai."""

from collections.abc import Iterator, Sequence
from typing import Any

from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku
from kinerja.buku.penerima.lembar import Lembar, Terisi
from kinerja.models import Dpa, RekapPegawai
from kinerja.perencanaan.actions import record_dpa

DPA = (
    KolomBuku("jenis", "Jenis DPA", is_penanda=True, alias=("Jenis", "Versi")),
    KolomBuku("pergeseran_ke", "Pergeseran ke"),
    KolomBuku("nomor", "Nomor DPA", is_penanda=True, alias=("No. DPA",)),
    KolomBuku("tanggal", "Tanggal DPA", "tanggal", alias=("Tanggal",)),
)
PEGAWAI = (
    KolomBuku("kelompok", "Kelompok", is_turun=True),
    KolomBuku("urutan", "Urutan"),
    KolomBuku("nama", "Uraian", is_penanda=True, alias=("Nama",)),
    KolomBuku("jumlah", "Jumlah orang", "bulat", alias=("Jumlah pegawai", "Orang")),
)


class LembarDpa(Lembar):
    """Satu versi anggaran sebaris; pagu tiap sub kegiatan dibekukan saat versinya dicatat."""

    nama = "DPA"

    def columns(self) -> Sequence[KolomBuku]:
        return DPA

    def terisi(self) -> Iterator[Terisi]:
        for row in Dpa.objects.versi(self.buku.dinas, self.buku.tahun):
            yield {
                "jenis": row.get_jenis_display(),
                "pergeseran_ke": str(row.pergeseran_ke or ""),
                "nomor": row.nomor,
                "tanggal": row.tanggal,
            }

    def simpan(self, baris: BarisBuku) -> None:
        row = self._row(baris)
        isian = baris.isian("jenis", "pergeseran_ke", "nomor", "tanggal")
        if row.pk:
            self.buku.pencatat.simpan(row, baris, isian)
        else:
            self.buku.pencatat.simpan(row, baris, isian, self._bekukan)

    def _row(self, baris: BarisBuku) -> Dpa:
        """Menurut jenis dan pergeserannya."""
        milik = {"perangkat_daerah": self.buku.dinas, "tahun": self.buku.tahun}
        for row in Dpa.objects.filter(**milik):
            ke = str(row.pergeseran_ke or "")
            jenis = baris.teks("jenis").lower()
            sebutan = (row.jenis, row.get_jenis_display().lower())
            if jenis in sebutan and ke == baris.teks("pergeseran_ke"):
                return row
        return Dpa(**milik)

    def _bekukan(self, row: Any, form: Any) -> None:
        record_dpa(dpa=row, by=self.buku.pencatat.by)


class LembarPegawai(Lembar):
    """Satu baris tabel pegawai, menurut kelompok dan urutannya."""

    nama = "Pegawai"

    def columns(self) -> Sequence[KolomBuku]:
        return PEGAWAI

    def terisi(self) -> Iterator[Terisi]:
        milik = {"perangkat_daerah": self.buku.dinas, "tahun": self.buku.tahun}
        for row in RekapPegawai.objects.filter(**milik).order_by("kelompok", "urutan"):
            yield {
                "kelompok": row.get_kelompok_display(),
                "urutan": str(row.urutan),
                "nama": row.nama,
                "jumlah": row.jumlah,
            }

    def simpan(self, baris: BarisBuku) -> None:
        row = self._row(baris)
        isian = baris.isian("kelompok", "urutan", "nama", "jumlah")
        if not baris.teks("urutan"):
            isian.pop("urutan", None)
        self.buku.pencatat.simpan(row, baris, isian)

    def _row(self, baris: BarisBuku) -> RekapPegawai:
        """Menurut urutannya, atau namanya bila tanpa urutan."""
        milik = {"perangkat_daerah": self.buku.dinas, "tahun": self.buku.tahun}
        kelompok = baris.teks("kelompok").lower()
        terakhir = 0
        for row in RekapPegawai.objects.filter(**milik).order_by("urutan"):
            if kelompok not in (
                row.kelompok,
                row.get_kelompok_display().lower(),
            ):
                continue
            terakhir = row.urutan
            urutan = baris.teks("urutan")
            is_senama = row.nama.lower() == baris.teks("nama").lower()
            if urutan == str(row.urutan) or (not urutan and is_senama):
                return row
        return RekapPegawai(**milik, urutan=terakhir + 1)
