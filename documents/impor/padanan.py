"""Baris kisi menurut kode dan namanya, sebagaimana orang menulisnya pada lembar kerja."""

from collections.abc import Mapping, Sequence

from core.grid import BarisKisi
from documents.impor.kata import tanpa_awalan
from documents.impor.penerima import normal
from documents.pembaca import Sel

Rows = Sequence[BarisKisi]


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
        """Menurut kode, nama dan aliasnya; nomor basis datanya tidak dikenal orang."""
        for tulisan in _tulisan_kode(row.kode):
            self.kode[tulisan] = row
        sebutan = map(normal, (row.label, *row.alias))
        for nama in set(sebutan):
            senama = self.nama.setdefault(nama, [])
            senama.append(row)

    def kini(self, sel: Sel) -> str:
        """Kode baris kini bila selnya berkode edisi lain; kosong bila bukan."""
        return self.lama.get(_tulisan(sel), "")

    def calon(self, sel: Sel, *, is_kunci: bool) -> Rows:
        """Baris yang mungkin dimaksud satu sel; kolom kode dicari pada kode dahulu."""
        teks = _tulisan(sel)
        if not teks:
            return ()
        menurut_kode = self._berkode(teks)
        menurut_nama = self._bernama(teks)
        if is_kunci:
            return menurut_kode or menurut_nama
        return menurut_nama or menurut_kode

    def _berkode(self, teks: str) -> Rows:
        """Paling banyak satu, juga dari kode edisi lain."""
        kini = self.lama.get(teks, teks)
        row = self.kode.get(normal(kini))
        if row is None:
            return ()
        return [row]

    def _bernama(self, teks: str) -> Rows:
        """Yang senama; awalan jenis wilayahnya boleh ada."""
        if teks in self.nama:
            return self.nama[teks]
        polos = tanpa_awalan(teks)
        return self.nama.get(polos, ())


def is_cocok(row: BarisKisi, nama: str, isi: str) -> bool:
    """Isi kolom pembeda sama dengan milik baris itu; kodenya boleh tanpa titik."""
    tercatat = str(row.isi[nama])
    tertulis = normal(isi)
    if tertulis in _tulisan_kode(tercatat):
        return True
    return tanpa_awalan(tertulis) == tanpa_awalan(normal(tercatat))


def _tulisan(sel: Sel) -> str:
    """Kode yang tersimpan sebagai angka tidak berekor desimal."""
    isi = sel.isi
    if sel.jenis == "angka":
        isi = isi.removesuffix(".0")
    return normal(isi)


def _tulisan_kode(kode: str) -> set[str]:
    """Kode bertitik, dan deret angkanya saja; kosong bila tidak berkode."""
    if not kode:
        return set()
    angka = kode.replace(".", "")
    tulisan = {normal(kode)}
    if angka.isdecimal():
        tulisan.add(angka)
    return tulisan
