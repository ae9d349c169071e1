"""Formulir E.81: kolom Renstra, tahun lalu dan tahun ini satu baris.

Sumber: Permendagri 86/2017, Formulir E.81 (kolom 12 = 8+9+10+11, 13 = 6+12, 14 = 13/5 × 100).
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from core.angka import bulatkan
from kinerja.aturan.capaian import DESIMAL, capaian
from kinerja.aturan.periode import Cara, angka, sampai_kini, terbanding
from kinerja.aturan.rencana import Angka, Evaluasi, SemuaNilai, Takaran, tercetak


@dataclass(frozen=True)
class E81:
    """Satu baris Formulir E.81; nomor kolom menurut Permendagri 86/2017."""

    renstra: Takaran  # kolom 5
    lalu: Takaran  # kolom 6; kosong pada tahun pertama periode, atau bila tidak diketahui
    evaluasi: Evaluasi  # kolom 7 sampai 12
    tahun_lalu: int | None = None  # banyak tahun yang diwakili kolom 6; `None` tak diketahui

    @property
    def is_awal(self) -> bool:
        """Tahun pertama periode: kolom 13 sama dengan kolom 12."""
        return self.tahun_lalu == 0

    @cached_property
    def akhir(self) -> Angka:
        """Kolom 13: uang 6 + 12, K menurut aturannya; `None` bila tidak dapat diketahui."""
        return tercetak(self._sampai_kini, self.evaluasi.aturan)

    @cached_property
    def persen(self) -> Angka:
        """Kolom 14: kolom 13 terhadap kolom 5, dua desimal."""
        hasil = self._sampai_kini
        target = self.renstra
        kinerja = self.evaluasi.aturan.capaian(terbanding(target.isi), terbanding(hasil.isi))
        return Angka(k=kinerja.persen, rp=capaian(target.rp, hasil.rp).persen)

    @property
    def is_tanpa_lalu(self) -> bool:
        """K kolom 13 diketahui walau kolom 6 tidak: nilai terakhirnya milik tahun ini."""
        return self.lalu.isi is None and self._sampai_kini.isi is not None

    @property
    def is_tanpa_masa(self) -> bool:
        """Kolom 6 dan 12 diketahui, kolom 13 tidak: rata-rata atas tahun yang tak terhitung."""
        is_terisi = None not in (self.lalu.isi, self.evaluasi.setahun.isi)
        return is_terisi and self._sampai_kini.isi is None

    @cached_property
    def _sampai_kini(self) -> Takaran:
        """Tahun pertama periode hanya hasil tahun itu."""
        kini = self.evaluasi.setahun
        if self.is_awal:
            return kini
        lalu = self.lalu
        cara = self.evaluasi.aturan.cara
        uang = sampai_kini(lalu.rp, kini.rp, Cara.JUMLAH, self.tahun_lalu)
        return Takaran(sampai_kini(lalu.isi, kini.isi, cara, self.tahun_lalu), angka(uang))

    def sampai(self, triwulan: int) -> "E81":
        """Hanya triwulan dari awal tahun sampai `triwulan`."""
        if triwulan not in self._sampai:
            evaluasi = self.evaluasi.sampai(triwulan)
            self._sampai[triwulan] = replace(self, evaluasi=evaluasi)
        return self._sampai[triwulan]

    @cached_property
    def _sampai(self) -> "dict[int, E81]":
        return {}


def rata_rata(persen: SemuaNilai) -> Decimal | None:
    """Rata-rata capaian pada kaki E.81, dua desimal; baris yang tidak dapat dihitung tidak ikut."""
    isi = [p for p in persen if p is not None]
    if not isi:
        return None
    rata = sum(isi, Decimal(0)) / len(isi)
    return bulatkan(rata, DESIMAL)
