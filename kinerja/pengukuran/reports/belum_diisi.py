"""K dan Rp yang sudah waktunya diisi tetapi kosong tanpa alasan; ini yang menahan naskah."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from core.periode import TRIWULAN as NAMA
from kinerja.aturan.rencana import TRIWULAN, is_terjadwal, per_triwulan
from kinerja.tahun.pohon import Simpul

DISEBUT = 3  # baris yang namanya disebut dalam satu kalimat
BELUM_ADA = "Belum satu baris pun diukur pada {masa}."
KOSONG = "{masa}: {isian} belum diisi pada {banyak} baris ({baris})."


def is_k_kosong(s: Simpul, triwulan: int) -> bool:
    """Tidak berlaku dan belum rilis adalah isi; baris tanpa target tidak diukur."""
    if s.obj.isi_target is None:
        return False
    hasil = s.evaluasi.triwulan[triwulan - 1]
    return hasil.isi is None


def is_rp_kosong(s: Simpul, triwulan: int) -> bool:
    """Uang diisi pada sub kegiatan berpagu, kecuali yang hanya diketahui setahunnya."""
    if s.tingkat != "sub" or not s.pagu:
        return False
    if s.evaluasi.setahun_rp is not None:
        return False
    hasil = s.evaluasi.triwulan[triwulan - 1]
    return hasil.rp is None


ISIAN = {"K": is_k_kosong, "Rp": is_rp_kosong}


def _penjelasan(s: Simpul, triwulan: int) -> str:
    """Mengapa triwulan itu tanpa hasil."""
    ukur = s.ukur.get(triwulan)
    if ukur is None:
        return ""
    tertulis: str = ukur.penjelasan
    return tertulis.strip()


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
        diukur = [s for s in self.rows if triwulan in s.ukur]
        if not diukur:
            if self._waktunya(triwulan):
                yield BELUM_ADA.format(masa=masa)
            return
        for isian, is_kosong in ISIAN.items():
            kosong = [s for s in self._waktunya(triwulan) if is_kosong(s, triwulan)]
            if kosong:
                yield KOSONG.format(
                    masa=masa,
                    isian=isian,
                    banyak=len(kosong),
                    baris=_disebut(kosong),
                )

    def _waktunya(self, triwulan: int) -> list[Simpul]:
        """Baris yang sudah patut terisi dan belum dijelaskan mengapa kosong."""
        waktunya = []
        for s in self.rows:
            if not _penjelasan(s, triwulan) and self.is_waktunya(s, triwulan):
                waktunya.append(s)
        return waktunya

    def is_waktunya(self, simpul: Simpul, triwulan: int) -> bool:
        """Dijadwalkan pada triwulan itu, atau tidak berjadwal sama sekali."""
        induk = self._pemilik_jadwal.get(simpul, simpul)
        is_berjadwal = False
        for sub in induk.baris_sub:
            if not is_terjadwal(sub.bulan):
                continue
            is_berjadwal = True
            jadwal = per_triwulan(sub.bulan)
            if jadwal[triwulan - 1]:
                return True
        return not is_berjadwal

    @cached_property
    def _pemilik_jadwal(self) -> dict[Simpul, Simpul]:
        """Baris indikator tambahan → baris yang jadwalnya diikutinya."""
        sub = {}
        for simpul in self.rows:
            if simpul.tingkat == "sub":
                sub[simpul.obj.pk] = simpul
        pemilik = {}
        for simpul in self.rows:
            for tambahan in simpul.tambahan:
                pemilik[tambahan] = simpul
            if simpul.tingkat == "sub" and simpul.rencana is None and simpul.obj.induk_id in sub:
                pemilik[simpul] = sub[simpul.obj.induk_id]
        return pemilik


def _disebut(rows: Sequence[Simpul]) -> str:
    """Beberapa nama; selebihnya banyaknya."""
    nama = [str(s.induk) for s in rows[:DISEBUT]]
    sisa = len(rows) - DISEBUT
    if sisa > 0:
        nama.append(f"dan {sisa} lainnya")
    return "; ".join(nama)
