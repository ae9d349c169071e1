"""Pagu setahun dibagi habis kepada penanggungnya, satu pembagian tiap tingkat perjanjian."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from kinerja.aturan.rencana import jumlah
from kinerja.tahun.pohon import Pohon, Simpul, sebaris

Pagu = Decimal | None  # `None` bila tidak diketahui
RP_RENSTRA = attrgetter("renstra.rp")  # kolom 5 Formulir E.81
RP_LALU = attrgetter("lalu.rp")  # kolom 6
# tingkat perjanjian -> kolom baris pohon yang menyebut penanggungnya
PENANGGUNG = {"III": "penanggung_jawab_id", "IV": "pejabat_id", "P": "pelaksana_id"}


@dataclass(frozen=True)
class Tanggungan:
    """Pagu satu sub kegiatan, atau sisa induk yang tidak terinci, dengan penanggungnya."""

    simpul: Simpul
    atas: Simpul  # kegiatannya; dirinya sendiri bila bukan sub kegiatan
    penanggung: int | None
    pagu: Decimal | None


SemuaTanggungan = list[Tanggungan]


@dataclass(frozen=True)
class Pembagian:
    """Semua bagian satu tingkat; jumlahnya pagu seluruh program bila rinciannya tidak melebihi."""

    baris: tuple[Tanggungan, ...]

    def milik(self, penanggung: int | None) -> SemuaTanggungan:
        """Bagian-bagian satu penanggung; `None` yang tanpa penanggung."""
        return [bagian for bagian in self.baris if bagian.penanggung == penanggung]

    def jumlah(self, penanggung: Iterable[int | None]) -> Decimal:
        """Pagu yang dijanjikan; yang disebut dua kali terhitung dua kali."""
        hasil = Decimal(0)
        for satu in penanggung:
            milik = self.milik(satu)
            hasil += jumlah(bagian.pagu for bagian in milik) or 0
        return hasil

    @property
    def penanggung(self) -> set[int]:
        """Yang menanggung uang."""
        hasil = set()
        for bagian in self.baris:
            if bagian.penanggung is not None and bagian.pagu:
                hasil.add(bagian.penanggung)
        return hasil

    @property
    def tanpa_penanggung(self) -> SemuaTanggungan:
        """Yang tidak dijanjikan siapa pun; pagu yang tidak diketahui bukan nol."""
        return [bagian for bagian in self.milik(None) if bagian.pagu != 0]

    @property
    def tanpa_pagu(self) -> SemuaTanggungan:
        """Yang tidak ikut dijumlahkan karena pagunya tidak diketahui.

        Berpenanggung atau tidak; yang pagunya nol diketahui, jadi tidak termasuk.
        """
        return [bagian for bagian in self.baris if bagian.pagu is None]


def pembagian(pohon: Pohon, tingkat: str) -> Pembagian:
    """Tiap rupiah tepat sekali: milik sub kegiatannya, atau sisa pada induk yang tidak terinci."""
    hasil: SemuaTanggungan = []
    for program in pohon.program:
        hasil += _sisa(program, tingkat)
        for kegiatan in program.anak:
            hasil += _sisa(kegiatan, tingkat)
            hasil += _sub(kegiatan, tingkat)
    return Pembagian(tuple(hasil))


def penanggung(s: Simpul, tingkat: str) -> int | None:
    """Program dan kegiatan hanya dijanjikan bidang; orang menjanjikan sub kegiatan."""
    kunci: int | None = getattr(s.induk, PENANGGUNG[tingkat], None)
    return kunci


def _sisa(simpul: Simpul, tingkat: str) -> SemuaTanggungan:
    """Pagu `simpul` yang tidak ada pada anaknya; tidak pernah negatif."""
    if simpul.pagu is None:
        return []
    pagu = simpul.pagu - (simpul.pagu_anak or 0)
    if simpul.pagu_anak is not None and pagu <= 0:
        return []
    sisa = Tanggungan(
        simpul=simpul,
        atas=simpul,
        penanggung=penanggung(simpul, tingkat),
        pagu=pagu,
    )
    return [sisa]


def _sub(kegiatan: Simpul, tingkat: str) -> Iterator[Tanggungan]:
    """Sub kegiatan dengan uang baris indikator tambahannya."""
    for simpul in kegiatan.anak:
        if simpul.is_lanjutan:
            continue
        baris = sebaris(simpul, kegiatan.anak)
        yield Tanggungan(
            simpul=simpul,
            atas=kegiatan,
            penanggung=penanggung(simpul, tingkat),
            pagu=jumlah(satu.pagu for satu in baris),
        )


def jumlah_lengkap(anak: Sequence[Simpul], rupiah: Callable[[Simpul], Pagu]) -> Pagu:
    """Jumlah anaknya; `None` selama uang satu di antaranya tidak diketahui.

    `rupiah` membaca uang satu anak (rupiah, `None` bila tidak diketahui). Uang sub kegiatan boleh
    seluruhnya pada salah satu baris indikatornya, jadi baris lanjutannya tidak ditunggu sendiri.
    """
    for satu in anak:
        seuang = [satu]
        if satu.tingkat == "sub":
            seuang = sebaris(satu, anak)
        if not satu.is_lanjutan and jumlah(map(rupiah, seuang)) is None:
            return None
    return jumlah(map(rupiah, anak))
