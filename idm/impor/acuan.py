"""Lembar skor dan indeks terbitan IDM menjadi baris bertipe, dengan semua kesalahannya sekaligus.

Tidak menyimpan apa pun. Dipakai halaman impor dan perintah `import_idm`; keduanya memberi tulisan
tiap sel.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from accounts.models import Kabupaten
from core.angka import bulatkan, format_angka
from core.periode import akhir_tahun
from documents.impor import normal
from idm import scoring
from idm.models import IndikatorIdm, Instrumen
from idm.scoring import SUBINDEKS, Ambang
from villages.kode import DESA, dengan_titik
from villages.models import Desa, RiwayatWilayah
from villages.sources import kode_lama

SemuaJudul = tuple[str, ...]
Letak = dict[str, int]  # judul → kolomnya
PANJANG_KODE = 10  # angka, tanpa titik
KODE_DESA = re.compile(r"\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}")  # kelurahan, desa, desa adat
INDEKS = (*SUBINDEKS, "idm")


PerIndeks = dict[str, list[int]]  # skor tiap indeks
Dahulu = tuple[date, str, str]  # berlaku sampai, nama, kode


class Nilai(NamedTuple):
    """Indeks dan status satu desa; empat desimal."""

    iks: Decimal
    ike: Decimal
    ikl: Decimal
    idm: Decimal
    status: str

    @property
    def ringkas(self) -> str:
        """IDM dan statusnya saja."""
        return _ringkas(self.idm, self.status)

    def __str__(self) -> str:
        sub = []
        for nama in SUBINDEKS:
            nilai = getattr(self, nama)
            angka = format_angka(nilai, 4)
            sebutan = nama.upper()
            sub.append(f"{sebutan} {angka}")
        rinci = ", ".join(sub)
        return f"{self.ringkas} ({rinci})"


@cache
def _ringkas(idm: Decimal, status: str) -> str:
    """Ditulis sekali tiap nilai: paling banyak sepuluh ribu."""
    angka = format_angka(idm, 4)
    return f"{angka} {status.title()}"


@dataclass(frozen=True)
class Rubrik:
    """Satu instrumen berskor.

    Susunan indeksnya, judul kolom yang dikenal, dan skor yang ada tiap indikator.
    """

    pk: int
    kode: str
    nama: str
    indeks: SemuaJudul
    indikator: SemuaJudul
    judul: Letak
    boleh: SemuaJudul
    pola: re.Pattern[str]
    ambang: Ambang

    def __len__(self) -> int:
        """Banyak indikatornya."""
        return len(self.indeks)

    def nilai(self, skor: str) -> Nilai:
        """Satu desa, jalan `Decimal`; banyak desa sekaligus lewat `idm.massal`."""
        per_indeks: PerIndeks = {kode: [] for kode in KODE}
        pasangan = zip(skor, self.indeks, strict=True)
        for satu, kode in pasangan:
            angka = int(satu)
            per_indeks[kode].append(angka)
        bagian = [scoring.indeks(milik) for milik in per_indeks.values()]
        idm = scoring.idm(*bagian)
        status = scoring.status(idm, self.ambang)
        bulat = [bulatkan(satu_indeks, scoring.DESIMAL) for satu_indeks in bagian]
        return Nilai(*bulat, idm, status.value)


KODE = tuple(dict(IndikatorIdm.INDEKS))


def rubrik(instrumen: Instrumen) -> Rubrik:
    """Rubrik satu instrumen; indikator yang kriterianya belum dimuat menerima 0 sampai 5."""
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set")
    indikator = list(rows.order_by("posisi"))
    boleh = [_boleh(satu) for satu in indikator]
    pola = [f"[{skor}]" for skor in boleh]
    sebutan = []
    for satu in indikator:
        sebutan.append(f"{satu.posisi} “{satu}”")
    return Rubrik(
        pk=instrumen.pk,
        kode=instrumen.kode,
        nama=str(instrumen),
        indeks=tuple(satu.indeks for satu in indikator),
        indikator=tuple(sebutan),
        judul=_judul(indikator),
        boleh=tuple(boleh),
        pola=re.compile("".join(pola)),
        ambang=instrumen.ambang(),
    )


def _judul(indikator: list[IndikatorIdm]) -> Letak:
    """Judul kolom yang dikenal, dan tempatnya dalam deret; yang kembar milik yang pertama."""
    judul: Letak = {}
    for tempat, satu in enumerate(indikator):
        sebutan = (
            satu.kode,
            satu.nama,
            str(satu.posisi),
            f"skor {satu.posisi}",
        )
        for teks in sebutan:
            dikenal = normal(teks)
            judul.setdefault(dikenal, tempat)
    return judul


def _boleh(indikator: IndikatorIdm) -> str:
    """Skor yang ada pada rubriknya, berurut."""
    kriteria = indikator.kriteriaskor_set.all()
    ada = [str(satu.skor) for satu in kriteria]
    skor = sorted(ada)
    return "".join(skor) or "012345"


class DesaDikenal(NamedTuple):
    """Yang perlu diketahui tentang satu desa tanpa membaca barisnya."""

    pk: int
    nama: str
    kabupaten: int
    kode: str


class Acuan:
    """Desa dan instrumen yang dikenal; `kabupaten` kosong berarti seluruh negeri."""

    def __init__(self, kabupaten: Kabupaten | None) -> None:
        """Dibaca sekali di muka; rubriknya dicari saat tahunnya ditemui."""
        self.desa: dict[str, DesaDikenal] = {}
        self.kelurahan: set[str] = set()
        self._load_desa(kabupaten)
        self._dahulu = _dahulu(kabupaten)
        self.lama = {}
        for kode, kini in kode_lama(kabupaten).items():
            if kini in self.desa:
                self.lama[kode] = kini
        self.wilayah = "daftar wilayah"
        self.awalan = ""
        if kabupaten is not None:
            self.wilayah = str(kabupaten)
            self.awalan = f"{kabupaten.kode}."
        berskor = Instrumen.objects.filter(cara=Instrumen.Cara.SKOR)
        berurut = berskor.order_by("tahun_awal")
        self.semua = [rubrik(satu) for satu in berurut]
        self._per_tahun: dict[int, Rubrik | None] = {}

    def _load_desa(self, kabupaten: Kabupaten | None) -> None:
        """Kelurahan diingat kodenya saja, untuk pesan yang tepat."""
        rows = Desa.objects.all()
        if kabupaten is not None:
            rows = rows.filter(kecamatan__kabupaten=kabupaten)
        kolom = ("kode", "jenis", "pk", "nama", "kecamatan__kabupaten")
        semua = rows.values_list(*kolom)
        for kode, jenis, *isi in semua:
            if jenis == DESA:
                self.desa[kode] = DesaDikenal(*isi, kode)
            else:
                self.kelurahan.add(kode)

    def kini(self, kode: str) -> str:
        """Kode edisi lama menjadi kode desa itu kini; kode lain apa adanya."""
        return self.lama.get(kode, kode)

    def is_luar(self, kode: str) -> bool:
        """Kode desa atau kelurahan yang utuh milik kabupaten lain."""
        is_utuh = KODE_DESA.fullmatch(kode) is not None
        return is_utuh and not kode.startswith(self.awalan)

    def pada(self, desa: DesaDikenal, tahun: int) -> DesaDikenal:
        """Nama dan kode desa itu pada akhir `tahun`."""
        for sampai, nama, kode in self._dahulu.get(desa.pk, ()):
            if sampai > akhir_tahun(tahun):
                return desa._replace(nama=nama, kode=kode)
        return desa

    def rubrik(self, tahun: int) -> Rubrik | None:
        """Rubrik yang berlaku pada `tahun`.

        `None` bila tidak ada instrumen berskor yang dapat menghitung.
        """
        if tahun not in self._per_tahun:
            self._per_tahun[tahun] = self._cari(tahun)
        return self._per_tahun[tahun]

    def _cari(self, tahun: int) -> Rubrik | None:
        """Instrumen tanpa indikator atau tanpa ambang tidak dapat menghitung."""
        semua = Instrumen.objects.berlaku(tahun)
        rows = semua.filter(cara=Instrumen.Cara.SKOR)
        berlaku = rows.values_list("pk", flat=True).first()
        for satu in self.semua:
            if satu.pk != berlaku:
                continue
            is_lengkap = len(satu) > 0
            if is_lengkap and satu.ambang:
                return satu
        return None


def _dahulu(kabupaten: Kabupaten | None) -> dict[int, list[Dahulu]]:
    """Nomor desa → keadaannya yang sudah berganti, yang tertua di depan."""
    rows = RiwayatWilayah.objects.order_by("sampai")
    if kabupaten is not None:
        rows = rows.filter(desa__kecamatan__kabupaten=kabupaten)
    hasil: dict[int, list[Dahulu]] = {}
    for nomor, *isi in rows.values_list("desa", "sampai", "nama", "kode"):
        hasil.setdefault(nomor, []).append(tuple(isi))
    return hasil


class BarisIdm(NamedTuple):
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
    tanpa_pecahan = teks.removesuffix(".0")
    angka = tanpa_pecahan.replace(".", "")
    is_angka = angka.isascii() and angka.isdigit()
    if is_angka and len(angka) == PANJANG_KODE:
        return dengan_titik(angka)
    return teks


def teks_baris(baris: Iterable[Any]) -> list[str]:
    """Tulisan tiap sel satu baris lembar web."""
    return [sel.isi.strip() for sel in baris]
