"""Baris kisi menurut kode dan namanya, sebagaimana orang menulisnya pada lembar kerja."""

from collections.abc import Mapping, Sequence

from core.grid import BarisKisi
from documents.impor.kata import tanpa_awalan
from documents.impor.penerima import normal
from documents.pembaca import Sel


def kunci_luar(row: BarisKisi) -> str:
    """Kunci baris yang dibaca orang: kode resminya bila ada."""
    return row.kode or row.kunci


class Padanan:
    """Kode dahulu; nama boleh milik beberapa baris, dan boleh berawalan Kecamatan atau Desa."""

    def __init__(self, rows: Sequence[BarisKisi], kode_lama: Mapping[str, str]) -> None:
        """`kode_lama`: kode edisi lain → kode barisnya kini."""
        self.kode: dict[str, BarisKisi] = {}
        self.nama: dict[str, list[BarisKisi]] = {}
        for row in rows:
            self._daftarkan(row)
        self.lama: dict[str, str] = {}
        for kode, kini in kode_lama.items():
            if normal(kini) in self.kode:
                self.lama |= dict.fromkeys(_tulisan_kode(kode), kini)

    def _daftarkan(self, row: BarisKisi) -> None:
        self.kode[normal(row.kunci)] = row
        for tulisan in _tulisan_kode(kunci_luar(row)):
            self.kode[tulisan] = row
        for nama in {normal(row.label), *map(normal, row.alias)}:
            self.nama.setdefault(nama, []).append(row)

    def kini(self, sel: Sel) -> str:
        """Kode baris kini bila selnya berkode edisi lain; kosong bila bukan."""
        return self.lama.get(_tulisan(sel), "")

    def calon(self, sel: Sel) -> Sequence[BarisKisi]:
        """Baris yang mungkin dimaksud satu sel."""
        teks = _tulisan(sel)
        kode = normal(self.lama.get(teks, "")) or teks
        if kode in self.kode:
            return [self.kode[kode]]
        return self.nama.get(teks) or self.nama.get(tanpa_awalan(teks), ())

    @staticmethod
    def sebutan(nama: str) -> str:
        """Nama tanpa awalan jenis wilayahnya."""
        return tanpa_awalan(normal(nama))


def _tulisan(sel: Sel) -> str:
    """Kode yang tersimpan sebagai angka tidak berekor desimal."""
    isi = sel.isi.removesuffix(".0") if sel.jenis == "angka" else sel.isi
    return normal(isi)


def _tulisan_kode(kode: str) -> set[str]:
    """Kode bertitik, dan deret angkanya saja."""
    angka = kode.replace(".", "")
    tulisan = {normal(kode)}
    if angka.isdecimal():
        tulisan.add(angka)
    return tulisan
