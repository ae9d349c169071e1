"""Kisi pagu tiap versi DPA: yang dibekukan dibaca, yang dicatat menyusul diisi."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from django.core.exceptions import ValidationError

from core.grid import BarisKisi, Grid, KolomKisi
from kinerja.models import Dpa, SubKegiatan
from kinerja.pengukuran.grids.pohon import isian_model
from kinerja.perencanaan.actions import write_pagu
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.versi_pagu import (
    NOL,
    Pagu,
    Uang,
    menurut_kunci,
    pagu_baris,
    rincian,
    tempat,
)

KINI = "kini"
NEGATIF = "Pagu tidak boleh negatif."
BEKU = "Pagu versi yang dibekukan saat dicatat tidak diubah."
KELOMPOK = "Pagu (Rp)"


@dataclass(frozen=True)
class KolomVersi(KolomKisi):
    """Pagu satu versi; `dpa` tempatnya ditulis."""

    dpa: Dpa | None = None


class VersiPaguGrid(Grid):
    """Sub kegiatan ke bawah, versi ke samping menurut tanggalnya, lalu pagu yang berlaku."""

    model = Dpa
    judul = "Pagu tiap versi DPA"
    judul_baris = "Sub kegiatan"
    judul_kode = ("Kode rekening", "Kode sub kegiatan")
    pengantar = (
        "Versi yang dicatat menyusul diisi menurut lembar DPA-nya; sub kegiatan yang belum ada "
        "pada versi itu ditulis 0."
    )

    def columns(self) -> Sequence[KolomKisi]:
        """Satu kolom tiap versi."""
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        """Disusun sekali tiap permintaan."""
        kolom = [_kolom(dpa) for dpa in self._versi()]
        kini = KolomVersi(KINI, "Yang berlaku", "hitung", KELOMPOK, is_jumlah=True)
        return (*kolom, kini)

    def _versi(self) -> Sequence[Dpa]:
        """Versi tahun itu yang tampak bagi pengguna."""
        rows = Dpa.objects.visible_to(self.user)
        return list(rows.versi(self.kabupaten.dinas, self.tahun))

    def rows(self) -> list[BarisKisi]:
        """Baris semua versi; tanpa satu versi pun tidak ada yang disandingkan."""
        versi = self._versi()
        if not versi:
            return []
        pohon = TahunKinerja(self.kabupaten, self.tahun).pohon
        berlaku = rincian(pohon, is_murni=False)
        semua = {_nama(dpa): dpa.rincian for dpa in versi} | {KINI: berlaku}
        pagu = {nama: pagu_baris(rows) for nama, rows in semua.items()}
        sebab = Dpa.lock_for(self.kabupaten.kode, self.tahun)
        baris = []
        for kunci, row in sorted(menurut_kunci(chain.from_iterable(semua.values())).items()):
            satu = BarisKisi(
                kunci,
                f"{tempat(row)} {row['nama']}".strip(),
                {nama: _sel(milik, kunci) for nama, milik in pagu.items()},
                kode=kunci,
                alias=(row["nama"],),
                sebab_lock=sebab,
                obj=row,
            )
            baris.append(satu)
        return baris

    def column_lock(self, kolom: KolomKisi) -> str:
        """Versi yang dibekukan, di kisi maupun di lembar kerja."""
        if isinstance(kolom, KolomVersi) and kolom.dpa and not kolom.dpa.is_menyusul:
            return BEKU
        return super().column_lock(kolom)

    def parse(self, row: BarisKisi, kolom: KolomKisi, teks: str) -> Any:
        """Rupiah penuh, tidak negatif; kosong berarti belum diketahui."""
        pagu = super().parse(row, kolom, teks)
        if pagu is not None and pagu < 0:
            raise ValidationError(NEGATIF)
        return pagu

    def store(
        self,
        baris: BarisKisi,
        nilai: dict[str, Any],
        *,
        note: str,
    ) -> None:
        """Satu kejadian tiap versi yang berubah."""
        for kolom in self.columns():
            if isinstance(kolom, KolomVersi) and kolom.dpa and kolom.nama in nilai:
                isi = {**baris.obj, "pagu": nilai[kolom.nama]}
                write_pagu(
                    pk=kolom.dpa.pk,
                    baris=isi,
                    by=self.user,
                    note=note or baris.label,
                )

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> Dpa | None:
        """Semua baris satu versi pada rinciannya."""
        return getattr(kolom, "dpa", None)


def _kolom(dpa: Dpa) -> KolomVersi:
    """Pagu satu versi sebagai kolom isian."""
    field = isian_model(SubKegiatan, "pagu")
    return KolomVersi(
        _nama(dpa), dpa.sebutan, "rupiah", KELOMPOK, is_jumlah=True, field=field, dpa=dpa
    )


def _nama(dpa: Dpa) -> str:
    """Nama kolom satu versi."""
    return f"versi{dpa.pk}"


def _sel(pagu: Pagu, kunci: str) -> Uang:
    """Baris yang tidak ada pada versi itu nol; versi yang tidak diketahui seluruhnya kosong."""
    return pagu.get(kunci, NOL) if pagu else None
