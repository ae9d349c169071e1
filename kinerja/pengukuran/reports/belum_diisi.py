"""K dan Rp yang sudah waktunya diisi tetapi kosong tanpa alasan; ini yang menahan naskah."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from core.periode import TRIWULAN as NAMA
from kinerja.aturan.rencana import TRIWULAN, is_terjadwal, per_triwulan
from kinerja.tahun.pohon import Simpul

DISEBUT = 3  # baris yang namanya disebut dalam satu kalimat
BELUM_ADA = "Belum satu baris pun diukur pada {masa}."
KOSONG = "{masa}: {isian} belum diisi pada {banyak} baris ({baris})."


class Tagihan:
    """Yang patut sudah terisi pada baris-baris satu naskah."""

    def __init__(self, rows: Sequence[Simpul]) -> None:
        self.rows = rows

    def kalimat(self, sampai: int) -> list[str]:
        """Tiap triwulan sampai `sampai`; triwulan sesudahnya belum jatuh tempo."""
        semua: list[str] = []
        for triwulan in TRIWULAN[:sampai]:
            semua += self._triwulan(triwulan)
        return semua

    def _triwulan(self, triwulan: int) -> Iterator[str]:
        """K, lalu Rp; satu kalimat bila belum ada isian apa pun."""
        masa = NAMA[triwulan]
        if not any(triwulan in s.ukur for s in self.rows):
            if any(self.is_waktunya(s, triwulan) for s in self.rows):
                yield BELUM_ADA.format(masa=masa)
            return
        uang = [s for s in self.rows if self.is_rp_kosong(s, triwulan)]
        kinerja = [s for s in self.rows if self.is_k_kosong(s, triwulan)]
        for isian, kosong in (("K", kinerja), ("Rp", uang)):
            if kosong:
                disebut = _disebut(kosong)
                banyak = len(kosong)
                yield KOSONG.format(masa=masa, isian=isian, banyak=banyak, baris=disebut)

    def is_k_kosong(self, s: Simpul, triwulan: int) -> bool:
        """Tidak berlaku, belum rilis dan penjelasannya adalah isi."""
        hasil = s.evaluasi.triwulan[triwulan - 1]
        if hasil.isi is not None or s.obj.isi_target is None:
            return False
        return self._is_ditagih(s, triwulan)

    def is_rp_kosong(self, s: Simpul, triwulan: int) -> bool:
        """Uang diisi pada sub kegiatan berpagu, kecuali yang hanya diketahui setahunnya."""
        hasil = s.evaluasi.triwulan[triwulan - 1]
        is_uang = s.tingkat == "sub" and s.pagu and s.evaluasi.setahun_rp is None
        if hasil.rp is not None or not is_uang:
            return False
        return self._is_ditagih(s, triwulan)

    def _is_ditagih(self, s: Simpul, triwulan: int) -> bool:
        """Sudah waktunya, dan belum dijelaskan mengapa kosong."""
        ukur = s.ukur.get(triwulan)
        if ukur is not None and ukur.penjelasan.strip():
            return False
        return self.is_waktunya(s, triwulan)

    def is_waktunya(self, s: Simpul, triwulan: int) -> bool:
        """Dijadwalkan pada triwulan itu, atau tidak berjadwal sama sekali."""
        induk = self._pemilik_jadwal.get(s, s)
        jadwal = [sub.bulan for sub in induk.baris_sub if is_terjadwal(sub.bulan)]
        if not jadwal:
            return True
        return any(per_triwulan(bulan)[triwulan - 1] for bulan in jadwal)

    @cached_property
    def _pemilik_jadwal(self) -> dict[Simpul, Simpul]:
        """Baris indikator tambahan → baris yang jadwalnya diikutinya."""
        sub = {s.obj.pk: s for s in self.rows if s.tingkat == "sub"}
        pemilik = {}
        for s in self.rows:
            for tambahan in s.tambahan:
                pemilik[tambahan] = s
            if s.tingkat == "sub" and s.rencana is None and s.obj.induk_id in sub:
                pemilik[s] = sub[s.obj.induk_id]
        return pemilik


def _disebut(rows: Sequence[Simpul]) -> str:
    """Beberapa nama; selebihnya banyaknya."""
    nama = [str(s.induk) for s in rows[:DISEBUT]]
    sisa = len(rows) - DISEBUT
    if sisa > 0:
        nama.append(f"dan {sisa} lainnya")
    return "; ".join(nama)
