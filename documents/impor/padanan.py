"""Baris kisi menurut kode dan namanya, sebagaimana orang menulisnya pada lembar kerja."""

from collections.abc import Mapping, Sequence

from core.grid import BarisKisi
from documents.impor.kata import tanpa_awalan
from documents.impor.penerima import normal
from documents.pembaca import Sel

Rows = Sequence[BarisKisi]


def kunci_luar(row: BarisKisi) -> str:
    """Kunci baris yang dibaca orang: kode resminya bila ada."""
    return row.kode or row.kunci


class Padanan:
    """Kode dahulu; nama boleh milik beberapa baris, dan boleh berawalan Kecamatan atau Desa."""

    def __init__(self, rows: Rows, kode_lama: Mapping[str, str]) -> None:
        """`kode_lama`: kode edisi lain → kode barisnya kini."""
        self.kode: dict[str, BarisKisi] = {}
        self.nama: dict[str, list[BarisKisi]] = {}
        for row in rows:
            self._daftarkan(row)
        self.lama: dict[str, str] = {}
        for kode, kini in kode_lama.items():
            if normal(kini) not in self.kode:
                continue
            tulisan = _tulisan_kode(kode)
            self.lama |= dict.fromkeys(tulisan, kini)

    def _daftarkan(self, row: BarisKisi) -> None:
        """Menurut kunci, kode, nama dan aliasnya."""
        kunci = normal(row.kunci)
        self.kode[kunci] = row
        kode = kunci_luar(row)
        for tulisan in _tulisan_kode(kode):
            self.kode[tulisan] = row
        sebutan = map(normal, (row.label, *row.alias))
        for nama in set(sebutan):
            senama = self.nama.setdefault(nama, [])
            senama.append(row)

    def kini(self, sel: Sel) -> str:
        """Kode baris kini bila selnya berkode edisi lain; kosong bila bukan."""
        return self.lama.get(_tulisan(sel), "")

    def calon(self, sel: Sel) -> Rows:
        """Baris yang mungkin dimaksud satu sel."""
        teks = _tulisan(sel)
        kini = self.lama.get(teks, teks)
        kode = normal(kini)
        if kode in self.kode:
            return [self.kode[kode]]
        if teks in self.nama:
            return self.nama[teks]
        polos = tanpa_awalan(teks)
        return self.nama.get(polos, ())

    @staticmethod
    def sebutan(nama: str) -> str:
        """Nama tanpa awalan jenis wilayahnya."""
        return tanpa_awalan(normal(nama))


def _tulisan(sel: Sel) -> str:
    """Kode yang tersimpan sebagai angka tidak berekor desimal."""
    isi = sel.isi
    if sel.jenis == "angka":
        isi = isi.removesuffix(".0")
    return normal(isi)


def _tulisan_kode(kode: str) -> set[str]:
    """Kode bertitik, dan deret angkanya saja."""
    angka = kode.replace(".", "")
    tulisan = {normal(kode)}
    if angka.isdecimal():
        tulisan.add(angka)
    return tulisan
