"""Membawa indikator ke periode Renstra berikutnya beserta tujuan dan sasarannya."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from core import audit, door
from core.audit import Refused
from kinerja.models import Indikator, PeriodeRenstra, Sasaran, Tujuan
from kinerja.tahun.definisi_indeks import follow_indeks

TANPA_PILIHAN = "Pilih paling sedikit satu indikator."
TIDAK_DIBAWA = {"id", "sasaran", "nomor", "tahun_mulai", "semula"}


def carry_indikator(
    *, periode: PeriodeRenstra, indikator: Iterable[Indikator], by: Any
) -> list[Indikator]:
    """Indikator baru di `periode` dengan definisi yang sama; target dan realisasinya tidak ikut.

    Status desa sejak Indeks Desa berlaku memakai definisinya.
    Tujuan dan sasaran yang senama dipakai bersama. `Refused` bila tidak ada yang dipilih.
    """
    pilihan = list(indikator)
    if not pilihan:
        raise Refused(TANPA_PILIHAN)
    with audit.locked(periode.kabupaten_kode):
        pembawa = _Pembawa(periode, by)
        return [pembawa.indikator(satu) for satu in pilihan]


class _Pembawa:
    """Tujuan dan sasaran periode baru dicari menurut namanya, atau ditambah."""

    def __init__(self, periode: PeriodeRenstra, by: Any) -> None:
        self.periode = periode
        self.by = by

    def store(self, row: Any, asal: PeriodeRenstra) -> Any:
        """Asalnya tercatat."""
        door.save(row, by=self.by, note=f"Dibawa dari {asal}.")
        return row

    def tujuan(self, lama: Tujuan) -> Any:
        milik = Tujuan.objects.filter(periode=self.periode)
        ada = milik.filter(nama__iexact=lama.nama).first()
        if ada is not None:
            return ada
        baru = Tujuan(periode=self.periode, nomor=_next(milik), nama=lama.nama)
        return self.store(baru, lama.periode)

    def sasaran(self, lama: Sasaran) -> Any:
        """Tujuannya ikut."""
        milik = Sasaran.objects.filter(periode=self.periode)
        ada = milik.filter(nama__iexact=lama.nama).first()
        if ada is not None:
            return ada
        baru = Sasaran(periode=self.periode, nomor=_next(milik), nama=lama.nama)
        if lama.tujuan is not None:
            baru.tujuan = self.tujuan(lama.tujuan)
        return self.store(baru, lama.periode)

    def indikator(self, lama: Indikator) -> Any:
        """Bernomor berikutnya pada jenisnya."""
        sasaran = self.sasaran(lama.sasaran)
        sejenis = Indikator.objects.filter(sasaran=sasaran, jenis=lama.jenis)
        kolom = {field.name for field in lama._meta.concrete_fields} - TIDAK_DIBAWA
        isi = {nama: getattr(lama, nama) for nama in kolom}
        baru = Indikator(**isi, sasaran=sasaran, nomor=_next(sejenis))
        follow_indeks(baru, self.periode.tahun_awal)
        return self.store(baru, lama.sasaran.periode)


def _next(rows: Any) -> int:
    """Nomor sesudah yang terbesar."""
    terbesar: int | None = rows.aggregate(nomor=Max("nomor"))["nomor"]
    return (terbesar or 0) + 1
