"""Nilai satu baris lembar Indeks Desa: skor, status, poin dimensi, dan deret aspeknya."""

from decimal import Decimal
from typing import NamedTuple

from django.core.exceptions import ValidationError

from core.angka import bulatkan, format_angka
from core.forms import AngkaField
from documents.impor import Kesalahan
from documents.impor.sel import pesan_rumus
from documents.pembaca import Sel, Tabel, alamat
from idm import deret, scoring
from idm.impor.indeks_kepala import KINI, POIN, Baris, PetaIndeks, angka_sel, tulisan
from idm.impor.indeks_susunan import SusunanLembar
from idm.models import Instrumen, SubdimensiIndeks
from idm.scoring import Ambang

TERTINGGI = Decimal(scoring.SKOR_TERTINGGI)
ANGKA = AngkaField(required=False, satuan=POIN)
WAJAR = Decimal("0.01")  # selisih skor terbitan dengan poinnya yang sudah dibulatkan


class Terbaca(NamedTuple):
    """Satu tahun satu baris; `poin` dan `jawaban` kosong bila tidak dimuat lengkap."""

    skor: Decimal
    status: str
    poin: str
    jawaban: str


def status_tertulis(sel: Sel) -> str:
    """Huruf besar, tanpa kata “desa” di depannya."""
    kapital = sel.isi.strip().upper()
    return kapital.removeprefix("DESA ")


class NilaiIndeks:
    """Lembar yang sedang dibaca; `nomor` barisnya kini.

    Yang menahan penyimpanan: nilai kosong, bukan angka atau di atas plafonnya, dan status yang
    berlawanan dengan skornya. Yang hanya disebut: jumlah yang tidak sama, sebab terbitannya tetap.

    `kesalahan` dan `catatan` milik berkasnya, dikumpulkan dari semua lembar.
    """

    def __init__(
        self,
        tabel: Tabel,
        peta: PetaIndeks,
        kesalahan: list[Kesalahan],
        catatan: list[Kesalahan],
    ) -> None:
        """Susunannya diketahui sesudah judulnya diperiksa."""
        self.tabel = tabel
        self.peta = peta
        self.kesalahan = kesalahan
        self.catatan = catatan
        self.nomor = peta.baris
        self.kunci_nilai = KINI
        self.susunan: SusunanLembar | None = None
        self.ambang: dict[int, Ambang] = {}  # menurut nomor edisinya

    def skor(self, isi: Baris, kolom: int) -> Decimal | None:
        """0–100 dua desimal; `None` bila kosong atau salah (sudah dilaporkan)."""
        nilai = self._angka(isi, kolom, Decimal(100))
        if nilai is None:
            return None
        return bulatkan(nilai, scoring.DESIMAL_DIMENSI)

    def _angka(self, isi: Baris, kolom: int, maksimum: Decimal) -> Decimal | None:
        """Antara nol dan `maksimum`."""
        teks = tulisan(isi, kolom)
        nilai = angka_sel(isi, kolom)
        if nilai is None:
            self.salah(kolom, teks, _sebab(teks))
            return None
        if 0 <= nilai <= maksimum:
            return nilai
        tertinggi = format_angka(maksimum)
        self.salah(kolom, teks, f"Paling tinggi {tertinggi}.")
        return None

    def status(
        self,
        isi: Baris,
        kunci: int,
        skor: Decimal,
        instrumen: Instrumen,
    ) -> str:
        """Menurut skornya; status tertulis yang lain ditolak."""
        if instrumen.pk not in self.ambang:
            self.ambang[instrumen.pk] = instrumen.ambang()
        status = scoring.status(skor, self.ambang[instrumen.pk])
        hitung = status.value
        kolom = self.kolom_status(kunci)
        if kolom is None:
            return hitung
        teks = tulisan(isi, kolom)
        tertulis = status_tertulis(Sel("teks", teks))
        if tertulis not in ("", "-", hitung):
            angka = format_angka(skor, 2)
            sebutan = hitung.title()
            self.salah(kolom, teks, f"Skor {angka} berstatus {sebutan}.")
        return hitung

    def kolom_status(self, kunci: int) -> int | None:
        """Status tahun itu; yang judulnya tanpa tahun milik tahun lembarnya."""
        kolom = self.peta.status.get(kunci)
        if kolom is None and kunci == self.kunci_nilai:
            return self.peta.status.get(KINI)
        return kolom

    def poin(self, isi: Baris, skor: Decimal) -> str:
        """Poin tiap dimensi; yang tidak menghasilkan skor terbitannya disebut."""
        if self.susunan is None:
            return ""
        poin = {}
        maksimum = {}
        for satu in self.susunan.dimensi:
            kolom = self.peta.dimensi[satu.nama]
            nilai = self._angka(isi, kolom, Decimal(satu.maksimum))
            if nilai is None:
                return ""
            poin[satu.nama] = nilai
            maksimum[satu.nama] = satu.maksimum
            self._check_subdimensi(isi, satu.nama, nilai)
        hitung = scoring.skor_dimensi(poin, maksimum)
        if hitung is not None:
            self._check_skor(skor, hitung)
        semua = list(poin.values())
        return deret.deret_poin(semua)

    def _check_skor(self, skor: Decimal, hitung: Decimal) -> None:
        """Selisih yang bukan pembulatan disebut; terbitannya tetap disimpan."""
        selisih = abs(hitung - skor)
        if selisih <= WAJAR:
            return
        tertulis = format_angka(skor, 2)
        terhitung = format_angka(hitung, 2)
        kolom = self.peta.nilai[self.kunci_nilai]
        pesan = f"Skor terbitan {tertulis}, dari poin dimensinya {terhitung}."
        self.record(kolom, tertulis, pesan)

    def _check_subdimensi(self, isi: Baris, dimensi: str, poin: Decimal) -> None:
        """Jumlah subdimensinya disebut bila lain dari dimensinya."""
        jumlah = Decimal(0)
        for satu in self._bagian(dimensi):
            kolom = self.peta.subdimensi.get(satu.nama)
            if kolom is None:
                return
            maksimum = Decimal(satu.maksimum)
            nilai = self._angka(isi, kolom, maksimum)
            if nilai is None:
                return
            jumlah += nilai
        if jumlah == poin:
            return
        tertulis = format_angka(poin)
        rinci = format_angka(jumlah)
        kolom = self.peta.dimensi[dimensi]
        pesan = f"{dimensi} {tertulis}, subdimensinya berjumlah {rinci}."
        self.record(kolom, tertulis, pesan)

    def _bagian(self, dimensi: str) -> list[SubdimensiIndeks]:
        """Subdimensi satu dimensi menurut edisinya.

        Kosong selama judulnya belum diperiksa.
        """
        semua = []
        if self.susunan:
            semua = self.susunan.sub
        return [satu for satu in semua if satu.dimensi.nama == dimensi]

    def jawaban(self, isi: Baris, instrumen: Instrumen) -> str:
        """Deret aspek bila semuanya dimuat dan bulat; selain itu kosong."""
        if self.susunan is None or not self.susunan.is_aspek_lengkap:
            return ""
        per_posisi = {satu.posisi: satu.kolom for satu in self.peta.aspek}
        aksara = []
        for aspek in self.susunan.aspek:
            kolom = per_posisi[aspek.posisi]
            nilai = self._angka(isi, kolom, TERTINGGI)
            if nilai is None:
                return ""
            bulat = int(nilai)
            if nilai != bulat:
                return ""
            aksara.append(str(bulat))
        return "".join(aksara)

    def salah(self, kolom: int, isi: str, pesan: str) -> None:
        """Yang menahan penyimpanan; rumus tanpa nilai tersimpan disebut sebagai rumus."""
        if isi.startswith("="):
            pesan = pesan_rumus(isi)
        masalah = self._masalah(kolom, isi, pesan)
        self.kesalahan.append(masalah)

    def record(self, kolom: int, isi: str, pesan: str) -> None:
        """Yang perlu dilihat, tetapi tidak menahan."""
        masalah = self._masalah(kolom, isi, pesan)
        self.catatan.append(masalah)

    def tempat(self, kolom: int) -> str:
        """Alamat sel pada baris yang sedang dibaca."""
        return alamat(self.nomor, kolom + 1)

    def _masalah(self, kolom: int, isi: str, pesan: str) -> Kesalahan:
        """Pada sel baris yang sedang dibaca."""
        tempat = self.tempat(kolom)
        return Kesalahan(
            lembar=self.tabel.nama,
            sel=tempat,
            isi=isi,
            pesan=pesan,
        )


def _sebab(teks: str) -> str:
    """Mengapa tulisan itu tidak terbaca, dengan kata yang sama seperti pada isian lain."""
    try:
        ANGKA.clean(teks)
    except ValidationError as error:
        return " ".join(error.messages)
    return "Belum diisi."
