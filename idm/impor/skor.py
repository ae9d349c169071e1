"""Kolom skor satu lembar IDM: satu kolom tiap indikator, deret skor, atau keduanya."""

from collections.abc import Callable
from operator import itemgetter

from documents.impor import Kesalahan
from documents.pembaca import alamat
from idm.impor.acuan import Rubrik
from idm.impor.lembar import Isi, LembarTerbaca

KOSONG = frozenset({"", "-", "–"})
TERBANYAK = 5  # nama yang disebut satu per satu
Pengambil = Callable[[Isi], tuple[str, ...]]


class KolomSkor:
    """Skor tiap baris; kolom tiap instrumen dicari sekali."""

    def __init__(self, lembar: LembarTerbaca) -> None:
        """Satu pembaca tiap lembar, sebab letak kolomnya milik lembar itu."""
        self.lembar = lembar
        self.peta = lembar.peta
        self._ambil: dict[int, Pengambil | None] = {}

    def deret(self, isi: Isi, rubrik: Rubrik) -> str:
        """Deret skor satu baris; kosong bila tidak ada atau salah (sudah dilaporkan)."""
        deret = self._dari_kolom(isi, rubrik)
        kolom = self.peta.deret
        if kolom is None:
            return deret
        satu = self._satu_deret(isi[kolom], rubrik)
        is_dua = bool(deret and satu)
        if is_dua and deret != satu:
            self.lembar.salah(kolom, satu, "Deret ini berbeda dari kolom skornya.")
        return deret or satu

    def _dari_kolom(self, isi: Isi, rubrik: Rubrik) -> str:
        """Satu kolom tiap indikator menjadi satu deret; sel diperiksa hanya bila perlu."""
        sel: tuple[str, ...] = ()
        ambil = self._pengambil(rubrik)
        if ambil:
            sel = ambil(isi)
        deret = "".join(sel)
        is_penuh = len(deret) == len(rubrik)
        is_terisi = "" not in sel
        if is_penuh and is_terisi and rubrik.pola.fullmatch(deret):
            return deret
        return self._per_sel(sel, rubrik)

    def _pengambil(self, rubrik: Rubrik) -> Pengambil | None:
        """Kolom skor menurut urutan instrumennya; kolom yang kurang dilaporkan sekali."""
        nomor = rubrik.pk
        if nomor not in self._ambil:
            self._ambil[nomor] = self._kolom_skor(rubrik)
        return self._ambil[nomor]

    def _kolom_skor(self, rubrik: Rubrik) -> Pengambil | None:
        """`None` bila tanpa kolom skor, atau kolomnya kurang."""
        if not self.peta.skor:
            return None
        kolom = self.peta.skor.get(rubrik.pk, {})
        kurang = []
        for nomor, nama in enumerate(rubrik.indikator):
            if nomor not in kolom:
                kurang.append(nama)
        if kurang:
            self._sebut_kurang(rubrik, len(kolom), kurang)
            return None
        urutan = range(len(rubrik))
        berurut = [kolom[tempat] for tempat in urutan]
        return itemgetter(*berurut)

    def _sebut_kurang(self, rubrik: Rubrik, banyak: int, kurang: list[str]) -> None:
        """Kolom yang tidak ada, pada baris judulnya."""
        susunan = _susunan(rubrik)
        sebutan = _sebut(kurang)
        ada = f"Ada {banyak} kolom skor; {susunan}."
        pesan = f"{ada} Yang tidak ada: {sebutan}."
        kolom = self.peta.kode + 1
        tempat = alamat(self.peta.baris, kolom)
        masalah = Kesalahan(
            lembar=self.lembar.nama,
            sel=tempat,
            isi="",
            pesan=pesan,
        )
        self.lembar.kesalahan.append(masalah)

    def _per_sel(self, sel: Isi, rubrik: Rubrik) -> str:
        """Jalan lambat: tiap sel diperiksa dan yang salah disebut."""
        if all(teks in KOSONG for teks in sel):
            return ""
        kolom = self.peta.skor[rubrik.pk]
        deret = []
        benar = True
        for nomor, teks in enumerate(sel):
            angka = teks.removesuffix(".0")
            is_satu = len(angka) == 1
            if not is_satu or angka not in rubrik.boleh[nomor]:
                benar = False
                pesan = _pesan_skor(rubrik, nomor, _masalah(teks))
                self.lembar.salah(kolom[nomor], teks, pesan)
            deret.append(angka)
        if benar:
            return "".join(deret)
        return ""

    def _satu_deret(self, teks: str, rubrik: Rubrik) -> str:
        """Deret yang benar; selain itu kosong, dan masalahnya sudah dilaporkan."""
        if teks in KOSONG:
            return ""
        masalah = _salah_deret(teks, rubrik)
        kolom = self.peta.deret or 0
        for pesan in masalah:
            self.lembar.salah(kolom, teks, pesan)
        if masalah:
            return ""
        return teks


def _masalah(teks: str) -> str:
    """Yang kosong disebut lain dari yang keliru."""
    if teks in KOSONG:
        return "belum diisi"
    return "tidak ada pada rubrik"


def _susunan(rubrik: Rubrik) -> str:
    """Banyak skor yang seharusnya, untuk pesan."""
    return f"{rubrik.nama} terdiri atas {len(rubrik)}"


def _sebut(nama: list[str]) -> str:
    """Beberapa nama pertama, dan banyaknya yang lain."""
    lagi = len(nama) - TERBANYAK
    pertama = nama[:TERBANYAK]
    sebut = ", ".join(pertama)
    if lagi > 0:
        return f"{sebut} dan {lagi} lagi"
    return sebut


def _pesan_skor(rubrik: Rubrik, tempat: int, masalah: str) -> str:
    """Menyebut pilihan yang ada, agar dapat langsung dibetulkan."""
    boleh = rubrik.boleh[tempat]
    indikator = rubrik.indikator[tempat]
    ada = ", ".join(boleh)
    sebab = f"{masalah}; yang ada {ada}."
    return f"Skor indikator {indikator} {sebab}"


def _salah_deret(teks: str, rubrik: Rubrik) -> list[str]:
    """Masalah satu deret skor; kosong bila benar."""
    is_angka = teks.isascii() and teks.isdigit()
    if not is_angka:
        return ["Deret skor harus tulisan berisi angka saja; jadikan kolomnya teks."]
    banyak = len(teks)
    if banyak != len(rubrik):
        susunan = _susunan(rubrik)
        return [f"Deret berisi {banyak} skor; {susunan}."]
    masalah = []
    for tempat, angka in enumerate(teks):
        if angka in rubrik.boleh[tempat]:
            continue
        tidak_ada = f"{angka} tidak ada pada rubrik"
        pesan = _pesan_skor(rubrik, tempat, tidak_ada)
        masalah.append(pesan)
    return masalah
