"""Baris tabel menurut nama kolomnya, dan pokok yang dikatakannya."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from accounts.models import Kabupaten
from kinerja.models import Indikator, IndikatorTambahan, Kegiatan, Program, SubKegiatan
from tests.jalan.figur import Figur, Tertulis
from tests.jalan.halaman import Sel, TabelHalaman

TAHUN = re.compile(r"\b(20\d\d)\b")
DINAS = "seluruh dinas"
JUMLAH = ("jumlah", "total")  # baris kaki tabel uang
Kunci = tuple[str, ...]


@dataclass(frozen=True)
class Baris:
    """Sel satu baris dengan nama kolomnya."""

    kolom: list[str]
    sel: list[Sel]

    def semua(self, pola: str) -> Iterator[tuple[str, Sel]]:
        for nama, sel in zip(self.kolom, self.sel, strict=False):
            if re.search(pola, nama):
                yield nama, sel

    def __getitem__(self, pola: str) -> Sel:
        return next((sel for _, sel in self.semua(pola)), Sel())

    def teks(self, pola: str) -> str:
        return self[pola].teks

    def urutan(self, pola: str) -> Sel:
        """Sel terakhir yang cocok."""
        *_, sel = (sel for _, sel in self.semua(pola))
        return sel


def baris(tabel: Iterable[TabelHalaman], *ciri: str) -> Iterator[Baris]:
    """Baris semua tabel yang kolomnya memuat tiap ciri."""
    for satu in tabel:
        if all(any(re.search(pola, nama) for nama in satu.kolom) for pola in ciri):
            for isi in satu.baris:
                yield Baris(satu.kolom, isi)


def rata(teks: str) -> str:
    return " ".join(teks.replace("↳", " ").lower().split())


@dataclass
class Daftar:
    """Alamat silsilah tiap baris rencana menurut sebutannya pada naskah."""

    kabupaten: Kabupaten
    tahun: int
    per_sebutan: dict[Kunci, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        milik = {"sasaran__periode__perangkat_daerah__kabupaten": self.kabupaten}
        for indikator in Indikator.objects.filter(
            **milik,
            sasaran__periode__tahun_awal__lte=self.tahun,
            sasaran__periode__tahun_akhir__gte=self.tahun,
        ).select_related("sasaran"):
            self._tambah(indikator, (indikator.nama,), (str(indikator),))
        for induk in self._pohon():
            sebutan = (str(induk), induk.nama, kode_baris(induk))
            for satu in dict.fromkeys(sebutan):
                self._tambah(induk, (satu,), (satu, induk.indikator))
            if induk.indikator:
                self._tambah(induk, ("", induk.indikator))

    def _pohon(self) -> Iterator[Program | Kegiatan | SubKegiatan | IndikatorTambahan]:
        """Menurut urutan kode: program, kegiatannya, baris sub kegiatannya."""
        program = Program.objects.filter(
            perangkat_daerah__kabupaten=self.kabupaten, tahun=self.tahun
        )
        for satu in program.order_by("kode"):
            yield satu
            for kegiatan in satu.kegiatan_set.order_by("kode"):
                yield kegiatan
                yield from kegiatan.subkegiatan_set.select_related("kegiatan")

    def _tambah(self, obj: object, *kunci: Kunci) -> None:
        for satu in kunci:
            rapi = tuple(map(rata, satu))
            alamat = obj.get_absolute_url()  # type: ignore[attr-defined]
            milik = self.per_sebutan.setdefault(rapi, [])
            if alamat not in milik:
                milik.append(alamat)


def kode_baris(obj: Program | Kegiatan | SubKegiatan | IndikatorTambahan) -> str:
    """Kunci barisnya pada lembar kerja kisi."""
    if isinstance(obj, SubKegiatan):
        return f"{obj.kegiatan.kode}#{obj.nomor}"
    return str(obj.kode) if isinstance(obj, Program | Kegiatan) else ""


class Pencari:
    """Alamat baris satu tabel; sebutan yang dipakai beberapa baris dibagikan menurut urutannya."""

    def __init__(self, daftar: Daftar, *, is_tunggal: bool = False) -> None:
        self.daftar = daftar
        self.is_tunggal = is_tunggal  # tabel yang tidak memuat semua baris: yang kembar dilewati
        self.terpakai: dict[Kunci, int] = {}

    def alamat(self, sebut: Sel, *lain: str) -> str:
        """Tautan silsilahnya bila ada; kosong bila sebutannya bukan baris rencana."""
        if is_silsilah(sebut.url):
            return sebut.url
        nama, *_ = sebut.teks.splitlines() or [""]
        kunci = tuple(map(rata, (nama, *lain)))
        calon = self.daftar.per_sebutan.get(kunci, [])
        if not calon and kunci[0].startswith(JUMLAH):
            return DINAS
        if self.is_tunggal and len(calon) > 1:
            return ""
        urut = self.terpakai.get(kunci, 0)
        self.terpakai[kunci] = urut + 1
        return calon[urut] if urut < len(calon) else ""


def is_silsilah(alamat: str) -> bool:
    """Halaman yang diukur, bukan halaman isiannya."""
    return alamat.startswith("/kinerja/") and "/target/" not in alamat


def tertulis(pokok: str, tahun: int, **hal: str) -> Iterator[Tertulis]:
    """Beberapa hal tentang satu pokok."""
    for nama, tulisan in hal.items():
        yield Tertulis(Figur(pokok, tahun, nama), tulisan)
