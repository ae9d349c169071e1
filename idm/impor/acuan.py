"""Lembar skor dan indeks terbitan IDM menjadi baris bertipe, dengan semua kesalahannya sekaligus.

Tidak menyimpan apa pun. Dipakai halaman impor dan perintah `import_idm`; keduanya memberi tulisan tiap sel.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from accounts.models import Kabupaten
from core.angka import format_angka
from documents.impor import normal
from idm import scoring
from idm.models import IndikatorIdm, Instrumen
from idm.scoring import Ambang
from villages.kode import DESA
from villages.models import Desa
from villages.sources import kode_lama

INDEKS = ("iks", "ike", "ikl", "idm")


class Nilai(NamedTuple):
    """Indeks dan status satu desa; empat desimal."""

    iks: Decimal
    ike: Decimal
    ikl: Decimal
    idm: Decimal
    status: str

    @property
    def ringkas(self) -> str:
        return f"{format_angka(self.idm, 4)} {self.status.title()}"

    def __str__(self) -> str:
        sub = ", ".join(f"{n.upper()} {format_angka(getattr(self, n), 4)}" for n in INDEKS[:3])
        return f"{self.ringkas} ({sub})"


@dataclass(frozen=True)
class Rubrik:
    """Satu instrumen berskor: susunan indeksnya, judul kolom yang dikenal, dan skor yang ada tiap indikator."""

    pk: int
    kode: str
    nama: str
    indeks: tuple[str, ...]
    indikator: tuple[str, ...]
    judul: dict[str, int]
    boleh: tuple[str, ...]
    pola: re.Pattern[str]
    ambang: Ambang

    def __len__(self) -> int:
        return len(self.indeks)

    def nilai(self, skor: str) -> Nilai:
        """Satu desa, jalan `Decimal`; banyak desa sekaligus lewat `idm.massal`."""
        per_indeks = {
            kode: [int(s) for s, k in zip(skor, self.indeks, strict=True) if k == kode]
            for kode in KODE
        }
        bagian = [scoring.indeks(per_indeks[kode]) for kode in KODE]
        idm = scoring.idm(*bagian)
        bulat = (scoring.bulatkan(b, scoring.DESIMAL) for b in bagian)
        return Nilai(*bulat, idm, scoring.status(idm, self.ambang).value)


KODE = tuple(kode for kode, _ in IndikatorIdm.INDEKS)


def rubrik(instrumen: Instrumen) -> Rubrik:
    """Rubrik satu instrumen; indikator yang kriterianya belum dimuat menerima 0 sampai 5."""
    indikator = list(
        instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi")
    )
    boleh = tuple(
        "".join(sorted(str(k.skor) for k in satu.kriteriaskor_set.all())) or "012345"
        for satu in indikator
    )
    judul: dict[str, int] = {}
    for n, satu in enumerate(indikator):
        for teks in (satu.kode, satu.nama, str(satu.posisi), f"skor {satu.posisi}"):
            judul.setdefault(normal(teks), n)
    return Rubrik(
        instrumen.pk,
        instrumen.kode,
        str(instrumen),
        tuple(satu.indeks for satu in indikator),
        tuple(f"{satu.posisi} “{satu}”" for satu in indikator),
        judul,
        boleh,
        re.compile("".join(f"[{b}]" for b in boleh)),
        instrumen.ambang(),
    )


class DesaDikenal(NamedTuple):
    pk: int
    nama: str
    kabupaten: int


class Acuan:
    """Desa dan instrumen yang dikenal; `kabupaten` kosong berarti seluruh negeri."""

    def __init__(self, kabupaten: Kabupaten | None) -> None:
        rows = (
            Desa.objects.all()
            if kabupaten is None
            else Desa.objects.filter(kecamatan__kabupaten=kabupaten)
        )
        self.desa: dict[str, DesaDikenal] = {}
        self.kelurahan: set[str] = set()
        for kode, jenis, *isi in rows.values_list(
            "kode", "jenis", "pk", "nama", "kecamatan__kabupaten"
        ):
            if jenis == DESA:
                self.desa[kode] = DesaDikenal(*isi)
            else:
                self.kelurahan.add(kode)
        lama = kode_lama(kabupaten)
        self.lama = {kode: kini for kode, kini in lama.items() if kini in self.desa}
        self.wilayah = str(kabupaten or "daftar wilayah")
        self.semua = [
            rubrik(i)
            for i in Instrumen.objects.filter(cara=Instrumen.Cara.SKOR).order_by("tahun_awal")
        ]
        self._per_tahun: dict[int, Rubrik | None] = {}

    def kini(self, kode: str) -> str:
        """Kode edisi lama menjadi kode desa itu kini; kode lain apa adanya."""
        return self.lama.get(kode, kode)

    def rubrik(self, tahun: int) -> Rubrik | None:
        """Rubrik yang berlaku pada `tahun`; `None` bila tidak ada instrumen berskor yang dapat menghitung."""
        if tahun not in self._per_tahun:
            berlaku = (
                Instrumen.objects.berlaku(tahun)
                .filter(cara=Instrumen.Cara.SKOR)
                .values_list("pk", flat=True)
            )
            pk = berlaku.first()
            self._per_tahun[tahun] = next(
                (r for r in self.semua if r.pk == pk and len(r) and r.ambang), None
            )
        return self._per_tahun[tahun]


@dataclass(frozen=True, slots=True)
class BarisIdm:
    """Satu desa satu tahun pada lembar: deret skornya, indeks terbitannya, atau keduanya."""

    desa: DesaDikenal
    kode: str
    tahun: int
    rubrik: Rubrik
    skor: str
    terbitan: Nilai | None
    lembar: str
    sel: str


def kode_desa(teks: str) -> str:
    """Sepuluh angka atau bertitik menjadi `16.07.01.2001`; tulisan lain dikembalikan apa adanya."""
    angka = teks.removesuffix(".0").replace(".", "")
    if len(angka) == 10 and angka.isascii() and angka.isdigit():
        return f"{angka[:2]}.{angka[2:4]}.{angka[4:6]}.{angka[6:]}"
    return teks


def teks_baris(baris: Iterable[Any]) -> list[str]:
    """Tulisan tiap sel satu baris lembar web."""
    return [sel.isi.strip() for sel in baris]
