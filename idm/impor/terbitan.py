"""Kolom indeks terbitan satu lembar IDM: IKS, IKE, IKL, IDM dan statusnya."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from core.angka import bulatkan, format_angka
from idm import scoring
from idm.impor.acuan import INDEKS, Nilai, Rubrik
from idm.impor.lembar import LembarTerbaca
from idm.impor.skor import KOSONG

STATUS = frozenset(s.value for s in scoring.Status)
BELUM_ADA = "belum ada; indeks terbitan perlu IKS, IKE, IKL dan IDM."


class KolomTerbitan:
    """Indeks terbitan tiap baris."""

    def __init__(self, lembar: LembarTerbaca) -> None:
        self.lembar = lembar

    def nilai(self, isi: Sequence[str], kolom: dict[str, int], rubrik: Rubrik) -> Nilai | None:
        """Indeks terbitan satu baris; `None` bila tidak ada atau salah (sudah dilaporkan)."""
        teks = {nama: isi[i] for nama, i in kolom.items() if isi[i] not in KOSONG}
        if not any(nama in teks for nama in INDEKS):
            return None
        awal = len(self.lembar.kesalahan)
        for nama in INDEKS:
            if nama not in teks:
                tempat = kolom.get(nama, self.lembar.peta.kode)
                self.lembar.salah(tempat, "", f"{nama.upper()} {BELUM_ADA}")
        angka = {}
        for nama in INDEKS:
            if nama in teks:
                angka[nama] = self._indeks(kolom[nama], teks[nama])
        if len(self.lembar.kesalahan) > awal:
            return None
        iks, ike, ikl, idm = (angka[nama] for nama in INDEKS)
        rata = scoring.idm(iks, ike, ikl)
        if abs(idm - rata) > scoring.TOLERANSI:
            rata_rata = f"bukan rata-rata IKS, IKE dan IKL ({format_angka(rata, 4)})."
            pesan = f"IDM {format_angka(idm, 4)} {rata_rata}"
            self.lembar.salah(kolom["idm"], teks["idm"], pesan)
            return None
        hitung = scoring.status(idm, rubrik.ambang).value
        status = self._status(kolom, teks, hitung)
        return Nilai(iks, ike, ikl, idm, status)

    def _indeks(self, kolom: int, teks: str) -> Decimal:
        """Angka 0 sampai 1 dengan titik atau koma desimal, dibulatkan ke empat desimal."""
        try:
            nilai = Decimal(teks.replace(",", "."))
        except InvalidOperation:
            nilai = Decimal(-1)
        if not (nilai.is_finite() and 0 <= nilai <= 1):
            self.lembar.salah(kolom, teks, "Indeks harus angka antara 0 dan 1.")
            return Decimal(0)
        return bulatkan(nilai, scoring.DESIMAL)

    def _status(self, kolom: dict[str, int], teks: dict[str, str], hitung: str) -> str:
        """Status tertulis dipertahankan; yang tidak menurut ambang dicatat untuk dilihat."""
        tertulis = teks.get("status", hitung).upper()
        if tertulis not in STATUS:
            pesan = f"Status harus salah satu dari {', '.join(scoring.Status)}."
            self.lembar.salah(kolom["status"], teks["status"], pesan)
        elif tertulis != hitung:
            menurut = f"sedangkan IDM-nya menurut ambang {hitung.title()}."
            pesan = f"Status terbitan {tertulis.title()}, {menurut}"
            self.lembar.catat(kolom["status"], teks["status"], pesan)
        return tertulis
