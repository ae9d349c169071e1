"""Kolom indeks terbitan satu lembar IDM: IKS, IKE, IKL, IDM dan statusnya."""

from decimal import Decimal, InvalidOperation

from core.angka import bulatkan, format_angka
from idm import scoring
from idm.impor.acuan import INDEKS, Nilai, Rubrik
from idm.impor.lembar import Isi, LembarTerbaca
from idm.impor.skor import KOSONG

Angka = dict[str, Decimal]  # nilai tiap indeks

Teks = dict[str, str]  # tulisan tiap indeks

Letak = dict[str, int]  # kolom tiap indeks

STATUS = frozenset(s.value for s in scoring.Status)
BELUM_ADA = "belum ada; indeks terbitan perlu IKS, IKE, IKL dan IDM."


class KolomTerbitan:
    """Indeks terbitan tiap baris."""

    def __init__(self, lembar: LembarTerbaca) -> None:
        """Masalahnya dicatat pada lembar itu."""
        self.lembar = lembar

    def nilai(self, isi: Isi, kolom: Letak, rubrik: Rubrik) -> Nilai | None:
        """Indeks terbitan satu baris; `None` bila tidak ada atau salah (sudah dilaporkan)."""
        teks = _terisi(isi, kolom)
        if teks.keys().isdisjoint(INDEKS):
            return None
        awal = len(self.lembar.kesalahan)
        self._sebut_kurang(kolom, teks)
        angka = self._angka(kolom, teks)
        if len(self.lembar.kesalahan) > awal:
            return None
        pesan = _bukan_rata(angka)
        if pesan:
            self.lembar.salah(kolom["idm"], teks["idm"], pesan)
            return None
        hitung = scoring.status(angka["idm"], rubrik.ambang)
        status = self._status(kolom, teks, hitung.value)
        return Nilai(**angka, status=status)

    def _sebut_kurang(self, kolom: Letak, teks: Teks) -> None:
        """Tiap indeks yang tidak terisi, pada kolomnya atau pada kode desanya."""
        for nama in INDEKS:
            if nama in teks:
                continue
            tempat = kolom.get(nama, self.lembar.peta.kode)
            sebutan = nama.upper()
            pesan = f"{sebutan} {BELUM_ADA}"
            self.lembar.salah(tempat, "", pesan)

    def _angka(self, kolom: Letak, teks: Teks) -> Angka:
        """Semua diperiksa dahulu, agar kesalahannya tampak sekaligus."""
        angka = {}
        for nama in INDEKS:
            if nama in teks:
                tempat = kolom[nama]
                tertulis = teks[nama]
                angka[nama] = self._indeks(tempat, tertulis)
        return angka

    def _indeks(self, kolom: int, teks: str) -> Decimal:
        """Angka 0 sampai 1 dengan titik atau koma desimal, dibulatkan ke empat desimal."""
        bertitik = teks.replace(",", ".")
        try:
            nilai = Decimal(bertitik)
        except InvalidOperation:
            nilai = Decimal(-1)
        is_angka = nilai.is_finite()
        if not is_angka or not 0 <= nilai <= 1:
            self.lembar.salah(kolom, teks, "Indeks harus angka antara 0 dan 1.")
            return Decimal(0)
        return bulatkan(nilai, scoring.DESIMAL)

    def _status(self, kolom: Letak, teks: Teks, hitung: str) -> str:
        """Status tertulis dipertahankan; yang tidak menurut ambang dicatat untuk dilihat."""
        teks_status = teks.get("status", hitung)
        tertulis = teks_status.upper()
        if tertulis == hitung:
            return tertulis
        tempat = kolom["status"]
        if tertulis in STATUS:
            seharusnya = f"sedangkan IDM-nya menurut ambang {hitung.title()}."
            pesan = f"Status terbitan {tertulis.title()}, {seharusnya}"
            self.lembar.record(tempat, teks_status, pesan)
        else:
            pilihan = ", ".join(scoring.Status)
            pesan = f"Status harus salah satu dari {pilihan}."
            self.lembar.salah(tempat, teks_status, pesan)
        return tertulis


def _bukan_rata(angka: Angka) -> str:
    """Kalimat bila IDM terbitan bukan rata-rata ketiga indeksnya."""
    *bagian, idm = [angka[nama] for nama in INDEKS]
    rata = scoring.idm(*bagian)
    selisih = abs(idm - rata)
    if selisih <= scoring.TOLERANSI:
        return ""
    tertulis = format_angka(idm, 4)
    seharusnya = format_angka(rata, 4)
    return f"IDM {tertulis} bukan rata-rata IKS, IKE dan IKL ({seharusnya})."


def _terisi(isi: Isi, kolom: Letak) -> Teks:
    """Tulisan tiap indeks yang tidak kosong."""
    teks = {}
    for nama, tempat in kolom.items():
        if isi[tempat] not in KOSONG:
            teks[nama] = isi[tempat]
    return teks
