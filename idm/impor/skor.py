"""Kolom skor satu lembar IDM: satu kolom tiap indikator, deret skor, atau keduanya."""

from collections.abc import Callable, Sequence
from operator import itemgetter

from documents.impor import Kesalahan
from documents.pembaca import alamat
from idm.impor.acuan import Rubrik
from idm.impor.lembar import LembarTerbaca

KOSONG = frozenset({"", "-", "–"})
TERBANYAK = 5  # nama yang disebut satu per satu
Pengambil = Callable[[Sequence[str]], tuple[str, ...]]


class KolomSkor:
    """Skor tiap baris; kolom tiap instrumen dicari sekali."""

    def __init__(self, lembar: LembarTerbaca) -> None:
        self.lembar = lembar
        self.peta = lembar.peta
        self._ambil: dict[int, Pengambil | None] = {}

    def deret(self, isi: Sequence[str], rubrik: Rubrik) -> str:
        """Deret skor satu baris; kosong bila tidak ada atau salah (sudah dilaporkan)."""
        ambil = self._pengambil(rubrik)
        sel = ambil(isi) if ambil else ()
        deret = "".join(sel)
        is_penuh = len(deret) == len(rubrik) and "" not in sel
        if not is_penuh or not rubrik.pola.fullmatch(deret):
            deret = self._per_sel(sel, rubrik)
        if self.peta.deret is None:
            return deret
        satu = self._satu_deret(isi[self.peta.deret], rubrik)
        if deret and satu and deret != satu:
            self.lembar.salah(self.peta.deret, satu, "Deret ini berbeda dari kolom skornya.")
        return deret or satu

    def _pengambil(self, rubrik: Rubrik) -> Pengambil | None:
        """Kolom skor menurut urutan instrumennya; kolom yang kurang dilaporkan sekali."""
        if rubrik.pk not in self._ambil:
            self._ambil[rubrik.pk] = self._kolom_skor(rubrik)
        return self._ambil[rubrik.pk]

    def _kolom_skor(self, rubrik: Rubrik) -> Pengambil | None:
        if not self.peta.skor:
            return None
        kolom = self.peta.skor.get(rubrik.pk, {})
        kurang = [nama for n, nama in enumerate(rubrik.indikator) if n not in kolom]
        if kurang:
            self._sebut_kurang(rubrik, len(kolom), kurang)
            return None
        berurut = [kolom[tempat] for tempat in range(len(rubrik))]
        return itemgetter(*berurut)

    def _sebut_kurang(self, rubrik: Rubrik, banyak: int, kurang: list[str]) -> None:
        """Kolom yang tidak ada, pada baris judulnya."""
        ada = f"Ada {banyak} kolom skor; {_susunan(rubrik)}."
        pesan = f"{ada} Yang tidak ada: {_sebut(kurang)}."
        tempat = alamat(self.peta.baris, self.peta.kode + 1)
        masalah = Kesalahan(self.lembar.nama, tempat, "", pesan)
        self.lembar.kesalahan.append(masalah)

    def _per_sel(self, sel: Sequence[str], rubrik: Rubrik) -> str:
        """Jalan lambat: tiap sel diperiksa dan yang salah disebut."""
        if all(teks in KOSONG for teks in sel):
            return ""
        kolom = self.peta.skor[rubrik.pk]
        deret = []
        benar = True
        for n, teks in enumerate(sel):
            angka = teks.removesuffix(".0")
            if len(angka) != 1 or angka not in rubrik.boleh[n]:
                benar = False
                masalah = "belum diisi" if teks in KOSONG else "tidak ada pada rubrik"
                self.lembar.salah(kolom[n], teks, _pesan_skor(rubrik, n, masalah))
            deret.append(angka)
        return "".join(deret) if benar else ""

    def _satu_deret(self, teks: str, rubrik: Rubrik) -> str:
        """Deret yang benar; selain itu kosong, dan masalahnya sudah dilaporkan."""
        if teks in KOSONG:
            return ""
        masalah = _salah_deret(teks, rubrik)
        for pesan in masalah:
            self.lembar.salah(self.peta.deret or 0, teks, pesan)
        return "" if masalah else teks


def _susunan(rubrik: Rubrik) -> str:
    return f"{rubrik.nama} terdiri atas {len(rubrik)}"


def _sebut(nama: list[str]) -> str:
    """Beberapa nama pertama, dan banyaknya yang lain."""
    lagi = len(nama) - TERBANYAK
    sebut = ", ".join(nama[:TERBANYAK])
    return f"{sebut} dan {lagi} lagi" if lagi > 0 else sebut


def _pesan_skor(rubrik: Rubrik, tempat: int, masalah: str) -> str:
    ada = ", ".join(rubrik.boleh[tempat])
    return f"Skor indikator {rubrik.indikator[tempat]} {masalah}; yang ada {ada}."


def _salah_deret(teks: str, rubrik: Rubrik) -> list[str]:
    """Masalah satu deret skor; kosong bila benar."""
    if not (teks.isascii() and teks.isdigit()):
        return ["Deret skor harus tulisan berisi angka saja; jadikan kolomnya teks."]
    if len(teks) != len(rubrik):
        return [f"Deret berisi {len(teks)} skor; {_susunan(rubrik)}."]
    masalah = []
    for tempat, angka in enumerate(teks):
        if angka not in rubrik.boleh[tempat]:
            tidak_ada = f"{angka} tidak ada pada rubrik"
            masalah.append(_pesan_skor(rubrik, tempat, tidak_ada))
    return masalah
